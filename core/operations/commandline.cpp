// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/commandline.h"

#include "core/model/path.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::operations {

namespace {

/// One command: what is the same for all its targets, and how they are called.
struct Command {
    QStringList words; ///< "vigiectl", kind, verb
    QStringList targets;
    QStringList options;
};

/// How objects are called. Of many, names are counted once: looking each up among all would take seconds.
class Caller
{
public:
    Caller(const model::Inventory &inventory, bool many) : m_inventory(inventory)
    {
        if (!many)
            return;
        inventory.forEach([this](const model::Object &each) {
            if (const auto kind = refOf(each).kind; model::isInfrastructure(kind))
                ++m_counts[{static_cast<int>(kind), nameOf(each)}];
        });
    }
    [[nodiscard]] const model::Inventory &inventory() const { return m_inventory; }
    [[nodiscard]] QString operator()(const model::ObjectRef &ref) const
    {
        const QString name = m_inventory.nameOf(ref);
        if (m_counts.value({static_cast<int>(ref.kind), name}) == 1 && !name.startsWith(u'/'))
            return name;
        return model::callOf(ref, m_inventory);
    }

private:
    const model::Inventory &m_inventory;
    QHash<std::pair<int, QString>, int> m_counts;
};

QString plainText(const Parameter &parameter, const QJsonValue &value, const Caller &call);

/// `channel=email target=ops@example.org on=alert+ended`.
QString membersText(const Parameter &parameter, const QJsonObject &structure, const Caller &call)
{
    QStringList words;
    for (const Parameter &member : parameter.members) {
        const QJsonValue value = structure.value(member.name);
        QStringList parts;
        if (value.isArray()) {
            for (const QJsonValue &each : value.toArray())
                parts += plainText(member, each, call);
        } else if (!value.isUndefined()) {
            parts += plainText(member, value, call);
        }
        if (!parts.isEmpty())
            words += member.name + u'=' + parts.join(u'+');
    }
    return words.join(u' ');
}

QString plainText(const Parameter &parameter, const QJsonValue &value, const Caller &call)
{
    switch (parameter.type) {
    case ParameterType::Object: {
        if (!parameter.kind) { // any kind: only a path or `kind/id` can say it
            const auto ref = model::refFromString(value.toString());
            const bool known = ref && (ref->isRoot() || call.inventory().contains(*ref));
            return known ? model::pathOf(*ref, call.inventory()) : value.toString();
        }
        return call({*parameter.kind, QUuid::fromString(value.toString())});
    }
    case ParameterType::Flag: return value.toBool() ? u"true"_s : u"false"_s;
    case ParameterType::Number: return QString::number(value.toDouble(), 'g', 15);
    case ParameterType::Structure: return membersText(parameter, value.toObject(), call);
    case ParameterType::Text: break;
    }
    return value.toString();
}

QString textOf(const Parameter &parameter, const QJsonValue &value, const Caller &call)
{
    if (!value.isArray())
        return plainText(parameter, value, call);
    QStringList all;
    for (const QJsonValue &each : value.toArray())
        all += plainText(parameter, each, call);
    return all.join(u',');
}

QStringList optionFor(const Parameter &parameter, const QJsonValue &value, const Caller &call)
{
    const QString option = u"--"_s + optionOf(parameter);
    if (parameter.isSecret)
        return {option, u"FILE"_s};
    const QString text = textOf(parameter, value, call);
    if (parameter.type == ParameterType::Flag)
        return {value.toBool() ? option : option + u"=false"_s};
    if (text.startsWith(u'-') || text.isEmpty()) // would be read as an option, or as none
        return {shellWord(option + u'=' + text)};
    return {option, shellWord(text)};
}

Command commandFor(const Operation &operation, const QJsonObject &parameters, const Caller &call)
{
    Command command{
        .words = {u"vigiectl"_s, operation.kindName, operation.verb}, .targets = {}, .options = {}};
    for (size_t i = 0; i < operation.parameters.size(); ++i) {
        const Parameter &parameter = operation.parameters[i];
        const auto value = parameters.constFind(parameter.name);
        if (value == parameters.constEnd())
            continue;
        const bool isTarget = operation.hasTarget() ? i == 0 : parameter.name == u"name";
        if (isTarget)
            command.targets += shellWord(textOf(parameter, *value, call));
        else
            command.options += optionFor(parameter, *value, call);
    }
    return command;
}

} // namespace

QString optionName(const QString &parameter)
{
    QString option;
    for (const QChar c : parameter) {
        if (c.isUpper())
            option += u'-';
        option += c.toLower();
    }
    return option;
}

QString optionOf(const Parameter &parameter)
{
    return parameter.isSecret ? optionName(parameter.name) + u"-file"_s : optionName(parameter.name);
}

QString shellWord(const QString &word)
{
    static constexpr QStringView plain = u"-_./:@%+=,";
    const bool isPlain = !word.isEmpty() && std::ranges::all_of(word, [](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || plain.contains(c);
    });
    if (isPlain)
        return word;
    QString inner = word;
    return u'\'' + inner.replace(u'\'', u"'\\''"_s) + u'\'';
}

QString commandLine(const std::vector<OperationRequest> &requests, const model::Inventory &inventory)
{
    const Caller call(inventory, requests.size() > 1);
    std::vector<Command> commands;
    for (const OperationRequest &request : requests) {
        const Operation *operation = findOperation(request.operation);
        if (operation == nullptr)
            continue;
        Command command = commandFor(*operation, request.parameters, call);
        const auto same = std::ranges::find_if(commands, [&](const Command &each) {
            return operation->hasTarget() && each.words == command.words && each.options == command.options;
        });
        if (same == commands.end())
            commands.push_back(std::move(command));
        else
            same->targets += command.targets;
    }
    QStringList lines;
    for (const Command &each : commands) {
        const bool hidden =
            std::ranges::any_of(each.targets, [](const QString &name) { // as an option would be
                return name.startsWith(u'-') || name.startsWith(u"'-");
            });
        lines += (hidden ? each.words + each.options + QStringList{u"--"_s} + each.targets
                         : each.words + each.targets + each.options)
                     .join(u' ');
    }
    return lines.join(u'\n');
}

} // namespace core::operations
