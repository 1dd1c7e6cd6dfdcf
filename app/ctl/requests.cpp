// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/requests.h"

#include "app/ctl/commands.h"
#include "app/ctl/errors.h"
#include "app/ctl/names.h"
#include "app/ctl/secrets.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace ctl {

using namespace core;
using operations::OperationRequest;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Ctl)
};

Result<QJsonValue> structureOf(const operations::Parameter &parameter, const QString &text,
                               const model::Inventory &inventory);
/// An amount of bytes may bear a unit: 512MiB, 16G.
std::optional<double> numberOf(const operations::Parameter &parameter, const QString &text)
{
    static const QRegularExpression sized(u"^([0-9]+(?:\\.[0-9]+)?)\\s*([KMGTP])(?:i?B)?$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    bool isNumber = false;
    const double plain = text.toDouble(&isNumber);
    if (isNumber)
        return plain;
    const auto match = sized.match(text);
    if (!parameter.name.endsWith(u"Bytes") || !match.hasMatch())
        return std::nullopt;
    const auto power = u"KMGTP"_s.indexOf(match.captured(2).toUpper()) + 1;
    return std::floor(match.captured(1).toDouble() * std::pow(1024.0, power));
}

Result<QJsonValue> singleValueOf(const operations::Parameter &parameter, const QString &text,
                                 const model::Inventory &inventory)
{
    switch (parameter.type) {
    case operations::ParameterType::Text:
        if (!parameter.choices.isEmpty() && !parameter.choices.contains(text))
            return Error(errors::ValueNotListed,
                         QJsonObject{{u"option"_s, QString(u"--"_s + optionOf(parameter))},
                                     {u"value"_s, text},
                                     {u"values"_s, QJsonArray::fromStringList(parameter.choices)}});
        return QJsonValue(text);
    case operations::ParameterType::Flag: return QJsonValue(text == u"true");
    case operations::ParameterType::Number: {
        const auto value = numberOf(parameter, text);
        if (!value)
            return Error(
                errors::ValueNotNumber,
                QJsonObject{{u"option"_s, QString(u"--"_s + optionOf(parameter))}, {u"value"_s, text}});
        return QJsonValue(*value);
    }
    case operations::ParameterType::Object: {
        const auto ref = findObject(text, parameter.kind, inventory);
        if (!ref)
            return ref.error();
        return parameter.kind ? QJsonValue(ref->id.toString(QUuid::WithoutBraces))
                              : QJsonValue(toString(*ref));
    }
    case operations::ParameterType::Structure: return structureOf(parameter, text, inventory);
    }
    Q_UNREACHABLE();
}

/// `channel=email target=ops@example.org on=alert+ended`: members by spaces, the parts of a list in one by `+`.
Result<QJsonValue> structureOf(const operations::Parameter &parameter, const QString &text,
                               const model::Inventory &inventory)
{
    QJsonObject structure;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        const QString name = word.section(u'=', 0, 0);
        const auto member = std::ranges::find(parameter.members, name, &operations::Parameter::name);
        if (member == parameter.members.end() || !word.contains(u'='))
            return core::errors::invalidArgument(u"--"_s + optionOf(parameter),
                                                 u"member=value expected: "_s + word);
        const QString value = word.section(u'=', 1);
        if (!member->isList) {
            const auto single = singleValueOf(*member, value, inventory);
            if (!single)
                return single.error();
            structure.insert(name, *single);
            continue;
        }
        QJsonArray values;
        for (const QString &each : value.split(u'+', Qt::SkipEmptyParts)) {
            const auto single = singleValueOf(*member, each, inventory);
            if (!single)
                return single.error();
            values.append(*single);
        }
        structure.insert(name, values);
    }
    return QJsonValue(structure);
}

/// A list is written with commas: `--members ann,bob`; empty: none.
Result<QJsonValue> valueOf(const operations::Parameter &parameter, const QString &text,
                           const model::Inventory &inventory)
{
    if (!parameter.isList)
        return singleValueOf(parameter, text, inventory);
    QJsonArray values;
    for (const QString &each : text.split(u',', Qt::SkipEmptyParts)) {
        const auto value = singleValueOf(parameter, each.trimmed(), inventory);
        if (!value)
            return value.error();
        values.append(*value);
    }
    return QJsonValue(values);
}

/// From its file; one that is needed and was not given is asked for at the terminal. Absent: it is not wanted.
Result<std::optional<QString>> secretOf(const operations::Parameter &parameter, const Arguments &arguments)
{
    const auto file = arguments.secretFiles.constFind(parameter.name);
    if (file != arguments.secretFiles.constEnd()) {
        const auto read = readSecret(*file);
        if (!read)
            return read.error();
        return std::optional(*read);
    }
    if (!parameter.required)
        return std::optional<QString>();
    const auto typed =
        askNewSecret(Words::tr("New password:") + u' ', Words::tr("New password, again:") + u' ');
    if (!typed)
        return Error(errors::SecretMissing,
                     QJsonObject{{u"option"_s, QString(u"--"_s + optionOf(parameter))}});
    return typed;
}

Result<QJsonObject> parameterValues(const operations::Operation &operation, const Arguments &arguments,
                                    const model::Inventory &inventory)
{
    QJsonObject parameters;
    for (const operations::Parameter &parameter : operation.parameters) {
        if (parameter.isSecret) {
            const auto secret = secretOf(parameter, arguments);
            if (!secret)
                return secret.error();
            if (*secret)
                parameters.insert(parameter.name, **secret);
            continue;
        }
        const auto text = arguments.parameters.constFind(parameter.name);
        if (text == arguments.parameters.constEnd())
            continue;
        const auto value = valueOf(parameter, *text, inventory);
        if (!value)
            return value.error();
        parameters.insert(parameter.name, *value);
    }
    const bool hasParent = !operation.parameters.empty() && operation.parameters.front().name == u"parent";
    if (hasParent && !parameters.contains(u"parent"_s) && inventory.all<model::Datacenter>().size() == 1) {
        const model::ObjectRef only((*inventory.all<model::Datacenter>().cbegin())->id);
        parameters.insert(u"parent"_s, toString(only)); // no other place is meant
    }
    return parameters;
}

/// Several hosts at once, `--uri A,B,C`: each has its own name.
Result<std::vector<OperationRequest>> addEach(const operations::Operation &operation, QJsonObject parameters,
                                              const QStringList &uris, const QStringList &names)
{
    if (!names.isEmpty())
        return Error(errors::NameSurplus, QJsonObject{{u"name"_s, names.front()}});
    std::vector<OperationRequest> requests;
    for (const QString &uri : uris) {
        parameters.insert(u"uri"_s, uri.trimmed());
        requests.push_back({operation.name, parameters});
    }
    return requests;
}

} // namespace

Result<std::vector<OperationRequest>> requestsOf(const operations::Operation &operation,
                                                 const QStringList &names, const Arguments &arguments,
                                                 const model::Inventory &inventory)
{
    auto parameters = parameterValues(operation, arguments, inventory);
    if (!parameters)
        return parameters.error();
    if (!operation.hasTarget()) {
        const bool hasName = std::ranges::any_of(
            operation.parameters, [](const auto &each) { return each.name == QLatin1StringView("name"); });
        if (names.size() > (hasName ? 1 : 0))
            return Error(errors::NameSurplus, QJsonObject{{u"name"_s, names.at(hasName ? 1 : 0)}});
        const QStringList uris = operation.name == u"host.add"
            ? (*parameters).value(u"uri"_s).toString().split(u',', Qt::SkipEmptyParts)
            : QStringList();
        if (uris.size() > 1)
            return addEach(operation, *parameters, uris, names);
        if (!names.isEmpty())
            (*parameters).insert(u"name"_s, names.front());
        return std::vector{OperationRequest{operation.name, *parameters}};
    }
    if (names.isEmpty())
        return Error(errors::NameMissing, QJsonObject{{u"command"_s, arguments.words.mid(0, 2).join(u' ')}});
    std::vector<OperationRequest> requests;
    for (const QString &name : names) {
        const auto target = valueOf(operation.parameters.front(), name, inventory);
        if (!target)
            return target.error();
        QJsonObject each = *parameters;
        each.insert(operation.parameters.front().name, *target);
        requests.push_back({operation.name, each});
    }
    return requests;
}

} // namespace ctl
