// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/schema/openapi.h"

#include "core/api/schema/jsonschema.h"
#include "core/api/schema/messages.h"
#include "core/api/schema/routetable.h"
#include "core/model/audit.h"
#include "core/model/databaseinfo.h"
#include "core/model/notification.h"
#include "core/model/session.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace core::api::schema {

namespace {

QJsonObject reference(const QString &name)
{
    return {{u"$ref"_s, u"#/components/schemas/"_s + name}};
}

QJsonObject objectOf(const QJsonObject &properties, const QJsonArray &required = {})
{
    QJsonObject schema{{u"type"_s, u"object"_s}, {u"properties"_s, properties}};
    if (!required.isEmpty())
        schema.insert(u"required"_s, required);
    return schema;
}

QJsonObject arrayOf(const QJsonObject &items)
{
    return {{u"type"_s, u"array"_s}, {u"items"_s, items}};
}

QJsonObject listOf(const QString &name)
{
    return objectOf({{u"items"_s, arrayOf(reference(name))}, {u"next"_s, typed("string")}}, {u"items"_s});
}

template <class... Ts>
void addObjects(QJsonObject &all)
{
    const auto add = [&](const QString &name, const QJsonObject &schema) {
        all.insert(name, schema);
        all.insert(name + u"-list"_s, listOf(name));
    };
    (add(u"object-"_s + QLatin1StringView(wireName(Ts::kind)), schemaOf<Ts>()), ...);
}

void addActivity(QJsonObject &all)
{
    all.insert(u"Task"_s, schemaOf<model::Task>());
    all.insert(u"TaskList"_s, listOf(u"Task"_s));
    all.insert(u"Event"_s, schemaOf<model::Event>());
    all.insert(u"EventList"_s, listOf(u"Event"_s));
    all.insert(u"Alarm"_s, schemaOf<model::Alarm>());
    all.insert(u"AlarmList"_s, listOf(u"Alarm"_s));
    all.insert(u"Load"_s, schemaOf<model::Load>());
    const QJsonObject series{{u"object"_s, typed("string")},
                             {u"counter"_s, schemaOf<model::Counter>()},
                             {u"start"_s, typed("string", "date-time")},
                             {u"intervalMs"_s, typed("integer")},
                             {u"values"_s, arrayOf({{u"type"_s, QJsonArray{u"number"_s, u"null"_s}}})}};
    all.insert(u"Series"_s, objectOf(series));
    all.insert(u"SeriesList"_s, objectOf({{u"series"_s, arrayOf(reference(u"Series"_s))}}));
}

void addDrs(QJsonObject &all)
{
    all.insert(u"DrsReport"_s, schemaOf<model::DrsReport>());
    all.insert(u"DrsHistoryEntry"_s, schemaOf<model::DrsHistoryEntry>());
    all.insert(u"DrsHistory"_s, listOf(u"DrsHistoryEntry"_s));
    all.insert(u"DrsObstacle"_s, objectOf({{u"obstacle"_s, typed("string")}}));
    const QJsonObject place{{u"host"_s, typed("string", "uuid")}, {u"obstacle"_s, typed("string")}};
    all.insert(u"DrsPlaces"_s, objectOf({{u"items"_s, arrayOf(objectOf(place))}}));
}

void addAccounts(QJsonObject &all)
{
    QJsonObject password = typed("string", "password");
    password.insert(u"writeOnly"_s, true);
    all.insert(
        u"SignIn"_s,
        objectOf({{u"user"_s, typed("string")}, {u"password"_s, password}}, {u"user"_s, u"password"_s}));
    all.insert(u"Session"_s, schemaOf<model::SessionInfo>());
    all.insert(u"SessionList"_s, listOf(u"Session"_s));
    all.insert(u"NewSession"_s,
               objectOf({{u"token"_s, typed("string")}, {u"session"_s, reference(u"Session"_s)}}));
    all.insert(u"Principal"_s,
               objectOf({{u"principal"_s, typed("string")},
                         {u"groups"_s, arrayOf(typed("string"))},
                         {u"id"_s, typed("string", "uuid")}}));
    all.insert(u"Token"_s, schemaOf<model::TokenInfo>());
    all.insert(u"TokenList"_s, listOf(u"Token"_s));
    all.insert(u"TokenRequest"_s,
               objectOf({{u"label"_s, typed("string")},
                         {u"expires"_s, typed("string", "date-time")},
                         {u"privileges"_s, arrayOf(schemaOf<model::Privilege>())}}));
    QJsonObject newToken = schemaOf<model::TokenInfo>();
    QJsonObject members = newToken.value(u"properties"_s).toObject();
    members.insert(u"token"_s, typed("string"));
    newToken.insert(u"properties"_s, members);
    all.insert(u"NewToken"_s, newToken);
    all.insert(u"EffectivePermissions"_s,
               objectOf({{u"principal"_s, typed("string")},
                         {u"object"_s, typed("string")},
                         {u"privileges"_s, arrayOf(schemaOf<model::Privilege>())},
                         {u"grounds"_s, arrayOf(typed("object"))}}));
    all.insert(u"AuditRecord"_s, schemaOf<model::AuditRecord>());
    all.insert(u"AuditList"_s, listOf(u"AuditRecord"_s));
}

void addAnswers(QJsonObject &all)
{
    all.insert(u"Health"_s,
               objectOf({{u"status"_s, typed("string")},
                         {u"version"_s, typed("string")},
                         {u"instance"_s, typed("string")}}));
    all.insert(u"Document"_s, typed("object"));
    all.insert(u"Database"_s, schemaOf<model::DatabaseInfo>());
    all.insert(u"NotificationSettings"_s, schemaOf<model::NotificationSettings>());
    all.insert(u"Backup"_s, objectOf({{u"path"_s, typed("string")}}));
    all.insert(u"Nothing"_s, objectOf({}));
    all.insert(u"Ticket"_s, objectOf({{u"ticket"_s, typed("string")}, {u"path"_s, typed("string")}}));
    all.insert(u"Verdict"_s,
               objectOf({{u"available"_s, typed("boolean")}, {u"why"_s, typed("object")}}, {u"available"_s}));
    all.insert(u"Operation"_s,
               objectOf({{u"name"_s, typed("string")},
                         {u"privilege"_s, typed("string")},
                         {u"route"_s, typed("string")},
                         {u"parameters"_s, arrayOf(typed("object"))}}));
    all.insert(u"OperationList"_s, listOf(u"Operation"_s));
    QJsonObject snapshot{{u"revision"_s, typed("string")},
                         {u"user"_s, typed("string")},
                         {u"tasks"_s, arrayOf(reference(u"Task"_s))},
                         {u"alarms"_s, arrayOf(reference(u"Alarm"_s))},
                         {u"loads"_s, arrayOf(reference(u"Load"_s))}};
    for (const auto &each : wireNames(model::Kind{})) {
        if (each.value != model::Kind::Root)
            snapshot.insert(collection(each.value),
                            arrayOf(reference(u"object-"_s + QLatin1StringView(each.name))));
    }
    all.insert(u"Snapshot"_s, objectOf(snapshot));
    all.insert(u"Problem"_s,
               objectOf({{u"type"_s, typed("string")},
                         {u"title"_s, typed("string")},
                         {u"status"_s, typed("integer")},
                         {u"code"_s, typed("string")},
                         {u"params"_s, typed("object")},
                         {u"detail"_s, typed("string")}},
                        {u"status"_s, u"code"_s}));
}

QJsonObject schemas()
{
    QJsonObject all;
    addObjects<model::Datacenter, model::Folder, model::Cluster, model::Host, model::Pool, model::Vm,
               model::Datastore, model::Network, model::User, model::Group, model::Role, model::Permission,
               model::AlarmDefinition>(all);
    addDrs(all);
    addActivity(all);
    addAccounts(all);
    addAnswers(all);
    return all;
}

QJsonObject schemaOfParameter(const operations::Parameter &parameter);

QJsonObject schemaOfMembers(const operations::Parameter &parameter)
{
    QJsonObject properties;
    QJsonArray required;
    for (const operations::Parameter &member : parameter.members) {
        properties.insert(member.name, schemaOfParameter(member));
        if (member.required)
            required.append(member.name);
    }
    return objectOf(properties, required);
}

QJsonObject schemaOfParameter(const operations::Parameter &parameter)
{
    QJsonObject schema;
    switch (parameter.type) {
    case operations::ParameterType::Text: schema = typed("string"); break;
    case operations::ParameterType::Flag: schema = typed("boolean"); break;
    case operations::ParameterType::Number: schema = typed("number"); break;
    case operations::ParameterType::Object:
        schema = parameter.kind ? typed("string", "uuid") : typed("string");
        break;
    case operations::ParameterType::Structure: schema = schemaOfMembers(parameter); break;
    }
    if (!parameter.choices.isEmpty())
        schema.insert(u"enum"_s, QJsonArray::fromStringList(parameter.choices));
    if (parameter.isSecret)
        schema.insert(u"writeOnly"_s, true);
    return parameter.isList ? arrayOf(schema) : schema;
}

/// What is sent: the parameters without the target, which is in the path.
QJsonObject bodyOf(const operations::Operation &operation)
{
    QJsonObject properties;
    QJsonArray required;
    const size_t first = operation.hasTarget() ? 1 : 0;
    for (size_t i = first; i < operation.parameters.size(); ++i) {
        const operations::Parameter &parameter = operation.parameters[i];
        properties.insert(parameter.name, schemaOfParameter(parameter));
        if (parameter.required)
            required.append(parameter.name);
    }
    QJsonObject schema = objectOf(properties, required);
    schema.insert(u"additionalProperties"_s, false);
    return schema;
}

QJsonObject content(const QString &type, const QJsonObject &schema)
{
    return {{type, QJsonObject{{u"schema"_s, schema}}}};
}

QJsonObject parameter(const QString &name, const QString &place, bool required, const QString &type,
                      const QString &summary)
{
    QJsonObject made{{u"name"_s, name}, {u"in"_s, place}, {u"schema"_s, QJsonObject{{u"type"_s, type}}}};
    if (required)
        made.insert(u"required"_s, true);
    if (!summary.isEmpty())
        made.insert(u"description"_s, summary);
    return made;
}

QJsonArray parametersOf(const Route &route)
{
    QJsonArray all;
    static const QRegularExpression placeholder(u"\\{(\\w+)\\}"_s);
    for (auto found = placeholder.globalMatch(route.path); found.hasNext();)
        all.append(parameter(found.next().captured(1), u"path"_s, true, u"string"_s, {}));
    for (const QueryParameter &each : route.query)
        all.append(parameter(each.name, u"query"_s, each.required, each.type, each.summary));
    if (route.conditional)
        all.append(parameter(u"If-Match"_s, u"header"_s, true, u"string"_s,
                             u"The ETag of the object that is to change, or *."_s));
    if (route.tagged)
        all.append(parameter(u"If-None-Match"_s, u"header"_s, false, u"string"_s,
                             u"304 where the configuration is still this; state and load are not asked."_s));
    if (route.operation != nullptr)
        all.append(parameter(u"Idempotency-Key"_s, u"header"_s, false, u"string"_s,
                             u"The same request with the same key is done once."_s));
    return all;
}

/// With which statuses a question is refused, besides those that any server may give (500, 502, 504).
std::vector<std::pair<int, QString>> refusalsOf(const Route &route)
{
    std::vector<std::pair<int, QString>> all;
    if (!route.query.empty() || !route.body.isEmpty() || route.operation != nullptr)
        all.emplace_back(400, u"A parameter is missing or wrong."_s);
    if (!route.stranger || !route.body.isEmpty())
        all.emplace_back(401, u"Nobody is signed in by this token or password."_s);
    if (!route.stranger)
        all.emplace_back(403, u"A privilege is missing; it is named."_s);
    if (route.path.contains(u'{') || !route.query.empty() || route.method == "DELETE"
        || route.operation != nullptr)
        all.emplace_back(404, u"There is no such thing, or none that the caller may see."_s);
    all.emplace_back(429, u"Too many requests; Retry-After says when to come back."_s);
    if (route.operation == nullptr && route.method == "GET" && route.path != u"/events"
        && route.path != u"/performance")
        return all;
    if (route.method != "GET")
        all.emplace_back(409, u"It cannot be done in the present state; the code says why."_s);
    if (route.conditional)
        all.emplace_back(412, u"The object has changed since that ETag."_s);
    if (route.operation != nullptr)
        all.emplace_back(422, u"This Idempotency-Key belongs to another request."_s);
    if (route.conditional)
        all.emplace_back(428, u"If-Match is missing."_s);
    all.emplace_back(503, u"The database cannot be read or written now; nothing was begun."_s);
    if (route.method != "GET")
        all.emplace_back(507, u"The disk of the database or of the audit log is full; nothing was begun."_s);
    return all;
}

QJsonObject responsesOf(const Route &route)
{
    QJsonObject success{{u"description"_s, route.summary}};
    if (!route.answer.isEmpty())
        success.insert(u"content"_s, content(route.contentType, reference(route.answer)));
    else if (route.status == 200)
        success.insert(u"content"_s, content(route.contentType, typed("string")));
    QJsonObject responses{{QString::number(route.status), success}};
    if (route.tagged)
        responses.insert(u"304"_s, QJsonObject{{u"description"_s, u"The configuration is as it was."_s}});
    if (route.operation != nullptr)
        responses.insert(
            u"200"_s,
            QJsonObject{{u"description"_s, u"The answer to dryRun."_s},
                        {u"content"_s, content(u"application/json"_s, reference(u"Verdict"_s))}});
    const QJsonObject problem = content(u"application/problem+json"_s, reference(u"Problem"_s));
    for (const auto &[status, summary] : refusalsOf(route))
        responses.insert(QString::number(status),
                         QJsonObject{{u"description"_s, summary}, {u"content"_s, problem}});
    responses.insert(u"default"_s,
                     QJsonObject{{u"description"_s, u"A problem with a stable code (RFC 9457)."_s},
                                 {u"content"_s, problem}});
    return responses;
}

QJsonObject described(const Route &route)
{
    QString id = QString::fromLatin1(route.method).toLower() + route.path;
    id.remove(QRegularExpression(u"[{}]"_s)).replace(u'/', u'.');
    QJsonObject made{
        {u"summary"_s, route.summary}, {u"operationId"_s, id}, {u"responses"_s, responsesOf(route)}};
    if (const QJsonArray parameters = parametersOf(route); !parameters.isEmpty())
        made.insert(u"parameters"_s, parameters);
    if (route.stranger)
        made.insert(u"security"_s, QJsonArray());
    if (route.operation != nullptr)
        made.insert(u"x-privilege"_s, QString::fromLatin1(wireName(route.operation->privilege)));
    QJsonObject body;
    if (route.operation != nullptr && route.method != "DELETE")
        body = bodyOf(*route.operation);
    else if (!route.body.isEmpty())
        body = reference(route.body);
    if (!body.isEmpty())
        made.insert(u"requestBody"_s, QJsonObject{{u"content"_s, content(u"application/json"_s, body)}});
    return made;
}

} // namespace

QJsonObject openApi(const QString &version)
{
    QJsonObject paths;
    for (const Route &route : routes()) {
        QJsonObject methods = paths.value(route.path).toObject();
        methods.insert(QString::fromLatin1(route.method).toLower(), described(route));
        paths.insert(route.path, methods);
    }
    const QJsonObject bearer{{u"type"_s, u"http"_s}, {u"scheme"_s, u"bearer"_s}};
    return {
        {u"openapi"_s, u"3.1.0"_s},
        {u"info"_s, QJsonObject{{u"title"_s, u"Vigie"_s}, {u"version"_s, version}}},
        {u"servers"_s, QJsonArray{QJsonObject{{u"url"_s, QLatin1StringView(apiRoot)}}}},
        {u"security"_s, QJsonArray{QJsonObject{{u"bearer"_s, QJsonArray()}}}},
        {u"paths"_s, paths},
        {u"components"_s,
         QJsonObject{{u"schemas"_s, schemas()}, {u"securitySchemes"_s, QJsonObject{{u"bearer"_s, bearer}}}}}};
}

} // namespace core::api::schema
