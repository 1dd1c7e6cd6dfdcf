// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

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

const Parameter *parameterNamed(const Operation &operation, const QString &name)
{
    const auto it = std::ranges::find(operation.parameters, name, &Parameter::name);
    return it == operation.parameters.end() ? nullptr : &*it;
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

const Parameter *parameterOf(const Operation &operation, const QString &option)
{
    const auto it =
        std::ranges::find_if(operation.parameters, [&](const Parameter &p) { return optionOf(p) == option; });
    if (it != operation.parameters.end())
        return &*it;
    const bool isPlace = option == u"cluster" || option == u"datacenter" || option == u"folder";
    return isPlace ? parameterNamed(operation, u"parent"_s) : nullptr;
}

QString optionOf(const Parameter &parameter)
{
    QString option;
    for (const QChar c : parameter.name) {
        if (c.isUpper())
            option += u'-';
        option += c.toLower();
    }
    return option;
}

} // namespace ctl
