// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/schema/routes.h"

#include "core/api/schema/messages.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace core::api::schema {

namespace {

QString collectionPath(const operations::Operation &operation)
{
    return u'/' + operation.kindName + u's';
}

} // namespace

OperationCall callOf(const operations::OperationRequest &request)
{
    const operations::Operation *operation = operations::findOperation(request.operation);
    Q_ASSERT(operation != nullptr);
    OperationCall call{"POST", collectionPath(*operation), request.parameters};
    if (!operation->hasTarget())
        return call;
    const QString target = operation->parameters.front().name;
    call.path += u'/' + call.body.take(target).toString();
    if (operation->verb == u"delete")
        call.method = "DELETE";
    else if (operation->verb == u"set")
        call.method = "PATCH";
    else
        call.path += u'/' + operation->verb;
    return call;
}

std::optional<operations::OperationRequest> requestOf(const OperationCall &call)
{
    const QStringList parts = call.path.split(u'/', Qt::SkipEmptyParts);
    if (parts.isEmpty() || parts.size() > 3 || !parts.front().endsWith(u's'))
        return std::nullopt;
    const QString kind = parts.front().chopped(1);
    QStringList verbs;
    if (call.method == "POST" && parts.size() == 1)
        verbs = {u"create"_s, u"add"_s};
    else if (call.method == "POST" && parts.size() == 3)
        verbs = {parts.at(2)};
    else if (call.method == "DELETE" && parts.size() == 2)
        verbs = {u"delete"_s};
    else if (call.method == "PATCH" && parts.size() == 2)
        verbs = {u"set"_s, u"rename"_s};
    for (const QString &verb : verbs) {
        const operations::Operation *operation = operations::findOperation(QString(kind + u'.' + verb));
        if (operation == nullptr || operation->hasTarget() != (parts.size() > 1))
            continue;
        operations::OperationRequest request{operation->name, call.body};
        if (parts.size() > 1)
            request.parameters.insert(operation->parameters.front().name, parts.at(1));
        return request;
    }
    return std::nullopt;
}

QString routeOf(const operations::Operation &operation)
{
    QString path = collectionPath(operation);
    if (!operation.hasTarget())
        return u"POST "_s + path;
    path += u"/{id}"_s;
    if (operation.verb == u"delete")
        return u"DELETE "_s + path;
    if (operation.verb == u"set")
        return u"PATCH "_s + path;
    return u"POST "_s + path + u'/' + operation.verb;
}

} // namespace core::api::schema
