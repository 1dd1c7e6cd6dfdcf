// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ctl {

using namespace core;
using operations::Operation;
using operations::Parameter;

namespace {

/// What a kind calls the verbs that come before it on the command line, in the order in which they are looked for.
QStringList verbsOf(const QString &word)
{
    if (word == u"create")
        return {u"create"_s, u"add"_s};
    if (word == u"delete")
        return {u"delete"_s, u"remove"_s};
    if (word == u"set")
        return {u"set"_s, u"rename"_s};
    return {};
}

/// Commands that are no operations but have parameters.
const QHash<QString, std::vector<Parameter>> &ownCommands()
{
    const Parameter privileges{.name = u"privileges"_s, .isList = true};
    static const QHash<QString, std::vector<Parameter>> commands{
        {u"cluster drs-recommendations"_s, {}},
        {u"cluster drs-faults"_s, {}},
        {u"cluster drs-history"_s, {}},
        {u"cluster drs-status"_s, {}},
        {u"host evacuation"_s, {}},
        {u"vm placement"_s, {}},
        {u"vm why-not"_s, {{.name = u"host"_s}}},
        {u"session list"_s, {}},
        {u"session end"_s, {}},
        {u"task cancel"_s, {}},
        {u"notification show"_s, {}},
        {u"token list"_s, {}},
        {u"token revoke"_s, {}},
        {u"token create"_s, {{.name = u"label"_s}, {.name = u"expires"_s}, privileges}},
        {u"access effective"_s, {{.name = u"user"_s}, {.name = u"object"_s}}}};
    return commands;
}

} // namespace

const Operation *operationOf(const QStringList &words)
{
    const QString first = words.value(0);
    const QString second = words.value(1);
    for (const QString &verb : verbsOf(first)) {
        if (const Operation *operation = operations::findOperation(QString(second + u'.' + verb)))
            return operation;
    }
    return operations::findOperation(QString(first + u'.' + second));
}

std::optional<Parameters> parametersOf(const QStringList &words)
{
    if (const Operation *operation = operationOf(words))
        return Parameters(operation->parameters).subspan(operation->hasTarget() ? 1 : 0);
    const auto own = ownCommands().constFind(words.mid(0, 2).join(u' '));
    return own == ownCommands().constEnd() ? std::nullopt : std::optional<Parameters>(*own);
}

const Parameter *parameterOf(Parameters parameters, const QString &option)
{
    const auto it = std::ranges::find_if(parameters, [&](const Parameter &each) {
        return optionOf(each) == option || operations::optionName(each.name) == option;
    });
    if (it != parameters.end())
        return &*it;
    if (option != u"cluster" && option != u"datacenter" && option != u"folder")
        return nullptr;
    const auto parent = std::ranges::find(parameters, u"parent"_s, &Parameter::name);
    return parent == parameters.end() ? nullptr : &*parent;
}

} // namespace ctl
