// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/schema/routetable.h"

#include "core/api/schema/messages.h"
#include "core/api/schema/routes.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::api::schema {

namespace {

using Parameters = std::vector<QueryParameter>;

const QueryParameter limitParameter{u"limit"_s, u"integer"_s, u"At most so many: 1 to 1000."_s};
const QueryParameter cursorParameter{u"cursor"_s, u"string"_s, u"`next` of the page before."_s};
const QueryParameter sortParameter{u"sort"_s, u"string"_s, u"A member; with a leading - descending."_s};
const QueryParameter fieldsParameter{u"fields"_s, u"string"_s, u"Members to answer with, by commas."_s};
const QueryParameter filterParameter{
    u"filter"_s, u"string"_s, u"Words and field:value terms, as in the search field: state:running web"_s};

Parameters pageParameters()
{
    return {limitParameter, cursorParameter, sortParameter, fieldsParameter};
}

Parameters listParameters()
{
    return {limitParameter, cursorParameter, sortParameter, filterParameter, fieldsParameter};
}

Parameters performanceParameters()
{
    return {{u"object"_s, u"string"_s, u"kind/uuid; up to 200 of them."_s, true},
            {u"counter"_s, u"string"_s, u"Repeated for several; none: all."_s},
            {u"intervalMs"_s, u"integer"_s, u"20000 or 5000."_s},
            {u"since"_s, u"string"_s, u"Only later samples: RFC 3339."_s},
            {u"until"_s, u"string"_s, u"Only earlier samples; without intervalMs."_s}};
}

Parameters eventParameters()
{
    return {{u"object"_s, u"string"_s, u"kind/uuid: of this and all beneath it."_s},
            {u"before"_s, u"integer"_s, u"Only ids below this: the next page."_s},
            {u"since"_s, u"string"_s, u"From then on: RFC 3339."_s},
            {u"until"_s, u"string"_s, u"Before then: RFC 3339."_s},
            {u"code"_s, u"string"_s, u"Repeated for any of several."_s},
            {u"severity"_s, u"string"_s, u"Repeated for any of several."_s},
            {u"actor"_s, u"string"_s, u"Exactly this principal."_s},
            {u"text"_s, u"string"_s,
             u"Words: each in the code, a name, the actor, a parameter or the sentence in that language."_s},
            {u"language"_s, u"string"_s, u"Of the sentences: en or fr; none: en."_s},
            limitParameter};
}

/// Those of taskQueryParameters(), and a page's.
Parameters taskParameters()
{
    return {{u"object"_s, u"string"_s, u"kind/uuid: of this and all beneath it."_s},
            {u"state"_s, u"string"_s, u"Repeated for any of several."_s},
            {u"operation"_s, u"string"_s, u"As the catalogue names it; repeated for any of several."_s},
            {u"user"_s, u"string"_s, u"Asked for by exactly this principal."_s},
            {u"since"_s, u"string"_s, u"Asked for from then on: RFC 3339."_s},
            {u"until"_s, u"string"_s, u"Asked for before then: RFC 3339."_s},
            limitParameter,
            cursorParameter,
            sortParameter,
            fieldsParameter};
}

std::vector<Route> coreRoutes()
{
    const QString text = u"text/plain; version=0.0.4; charset=utf-8"_s;
    const QString stream = u"text/event-stream"_s;
    return {
        {.method = "GET",
         .path = u"/health"_s,
         .summary = u"Is it alive, and which start of it is this?"_s,
         .answer = u"Health"_s,
         .alsoAtRoot = true,
         .stranger = true},
        {.method = "GET",
         .path = u"/metrics"_s,
         .summary = u"Figures for Prometheus, of what the caller may read."_s,
         .contentType = text,
         .alsoAtRoot = true},
        {.method = "GET",
         .path = u"/openapi.json"_s,
         .summary = u"This document."_s,
         .answer = u"Document"_s},
        {.method = "GET",
         .path = u"/inventory"_s,
         .summary = u"All objects, tasks, alarms and loads at one revision."_s,
         .answer = u"Snapshot"_s},
        {.method = "GET",
         .path = u"/feed"_s,
         .summary = u"Server-Sent Events after the revision in Last-Event-ID."_s,
         .contentType = stream},
        {.method = "GET",
         .path = u"/operations"_s,
         .summary = u"The catalogue of operations."_s,
         .answer = u"OperationList"_s},
        {.method = "GET",
         .path = u"/performance"_s,
         .summary = u"Series of measured values."_s,
         .query = performanceParameters(),
         .answer = u"SeriesList"_s},
        {.method = "GET",
         .path = u"/events"_s,
         .summary = u"Events, newest first."_s,
         .query = eventParameters(),
         .answer = u"EventList"_s},
        {.method = "GET",
         .path = u"/tasks"_s,
         .summary = u"Tasks that run, and the last that ended."_s,
         .query = taskParameters(),
         .answer = u"TaskList"_s},
        {.method = "GET", .path = u"/tasks/{id}"_s, .summary = u"One task."_s, .answer = u"Task"_s},
        {.method = "DELETE",
         .path = u"/tasks/{id}"_s,
         .summary = u"Cancels a task."_s,
         .status = 202,
         .answer = u"Nothing"_s},
        {.method = "GET",
         .path = u"/alarms"_s,
         .summary = u"Alarms that are triggered now."_s,
         .query = pageParameters(),
         .answer = u"AlarmList"_s},
        {.method = "POST",
         .path = u"/vms/{id}/console"_s,
         .summary = u"A one-time ticket for the machine's screen."_s,
         .answer = u"Ticket"_s},
        {.method = "GET",
         .path = u"/consoles/{ticket}"_s,
         .summary = u"A WebSocket, subprotocol binary, that speaks RFB."_s,
         .status = 101,
         .socket = true},
    };
}

std::vector<Route> accountRoutes()
{
    return {
        {.method = "POST",
         .path = u"/sessions"_s,
         .summary = u"Signs in."_s,
         .status = 201,
         .answer = u"NewSession"_s,
         .body = u"SignIn"_s,
         .stranger = true},
        {.method = "GET",
         .path = u"/sessions"_s,
         .summary = u"Who is signed in."_s,
         .answer = u"SessionList"_s},
        {.method = "GET",
         .path = u"/sessions/current"_s,
         .summary = u"Who I am."_s,
         .answer = u"Principal"_s},
        {.method = "DELETE", .path = u"/sessions/current"_s, .summary = u"Signs out."_s, .status = 204},
        {.method = "DELETE", .path = u"/sessions/{id}"_s, .summary = u"Ends a session."_s, .status = 204},
        {.method = "GET", .path = u"/tokens"_s, .summary = u"API tokens."_s, .answer = u"TokenList"_s},
        {.method = "POST",
         .path = u"/tokens"_s,
         .summary = u"Makes an API token; it is shown this once."_s,
         .status = 201,
         .answer = u"NewToken"_s,
         .body = u"TokenRequest"_s},
        {.method = "DELETE", .path = u"/tokens/{id}"_s, .summary = u"Revokes a token."_s, .status = 204},
        {.method = "GET",
         .path = u"/effective-permissions"_s,
         .summary = u"What somebody may on an object, and by which permissions."_s,
         .query = {{u"principal"_s, u"string"_s, u"local\\ann; none: the caller."_s},
                   {u"object"_s, u"string"_s, u"kind/uuid; none: the root."_s}},
         .answer = u"EffectivePermissions"_s},
        {.method = "GET",
         .path = u"/audit"_s,
         .summary = u"The last lines of the audit log, oldest first."_s,
         .query = {limitParameter},
         .answer = u"AuditList"_s},
        {.method = "GET",
         .path = u"/notifications"_s,
         .summary = u"How people are called when an alarm goes off: mail server, signature, scripts."_s,
         .answer = u"NotificationSettings"_s},
        {.method = "GET",
         .path = u"/database"_s,
         .summary = u"The database: engine, size, health, what it holds, when it was last copied."_s,
         .answer = u"Database"_s},
        {.method = "POST",
         .path = u"/database/backup"_s,
         .summary = u"Copies the database into the server's directory; vigied --restore takes the copy."_s,
         .status = 201,
         .answer = u"Backup"_s},
    };
}

std::vector<Route> drsRoutes()
{
    return {
        {.method = "GET",
         .path = u"/clusters/{id}/drs"_s,
         .summary = u"How balanced the cluster is, what it recommends, and what stands in the way."_s,
         .answer = u"DrsReport"_s},
        {.method = "GET",
         .path = u"/clusters/{id}/drs-preview"_s,
         .summary = u"What it would recommend now, perhaps at another threshold. Nothing is kept."_s,
         .query = {{u"threshold"_s, u"integer"_s, u"1 to 5; none: the cluster's own."_s}},
         .answer = u"DrsReport"_s},
        {.method = "GET",
         .path = u"/clusters/{id}/drs-history"_s,
         .summary = u"What became of its decisions, newest first."_s,
         .answer = u"DrsHistory"_s},
        {.method = "GET",
         .path = u"/clusters/{id}/drs-why-not"_s,
         .summary = u"What speaks against that move; no obstacle: nothing."_s,
         .query = {{u"vm"_s, u"string"_s, u"The id of the machine."_s, true},
                   {u"host"_s, u"string"_s, u"The id of the host."_s, true}},
         .answer = u"DrsObstacle"_s},
        {.method = "GET",
         .path = u"/hosts/{id}/evacuation"_s,
         .summary = u"Where its machines would go before maintenance, and which could not."_s,
         .answer = u"DrsReport"_s},
        {.method = "GET",
         .path = u"/vms/{id}/placement"_s,
         .summary = u"The hosts on which it could start, best first."_s,
         .answer = u"DrsPlaces"_s},
    };
}

void addKinds(std::vector<Route> &all)
{
    for (const auto &each : wireNames(model::Kind{})) {
        if (each.value == model::Kind::Root)
            continue;
        const QString name = collection(each.value);
        const QString schema = u"object-"_s + QLatin1StringView(each.name);
        all.push_back({.method = "GET",
                       .path = u'/' + name,
                       .summary = u"Objects of a kind: "_s + name + u'.',
                       .query = listParameters(),
                       .answer = schema + u"-list"_s});
        all.push_back({.method = "GET",
                       .path = u'/' + name + u"/{id}"_s,
                       .summary = u"One of: "_s + name + u". The ETag is that of its configuration."_s,
                       .answer = schema,
                       .tagged = true});
    }
}

/// Its target has an ETag.
bool isOfObject(const operations::Operation &operation)
{
    return operation.parameters.front().type == operations::ParameterType::Object;
}

void addOperations(std::vector<Route> &all)
{
    for (const operations::Operation &operation : operations::catalogue()) {
        const QString route = routeOf(operation);
        const QByteArray method = route.section(u' ', 0, 0).toLatin1();
        Route made{.method = method,
                   .path = route.section(u' ', 1),
                   .summary = operation.name,
                   .query = {{u"dryRun"_s, u"boolean"_s, u"true: only say whether it could be done."_s}},
                   .status = 202,
                   .answer = u"Task"_s,
                   .conditional = method != "POST" && isOfObject(operation),
                   .operation = &operation};
        all.push_back(made);
        if (operation.verb != u"rename" || operations::findOperation(QString(operation.kindName + u".set"_s)))
            continue;
        made.method = "PATCH"; // where there is no set, a name renames
        made.path = made.path.section(u'/', 0, 2);
        made.conditional = true;
        all.push_back(made);
    }
}

/// Routes by the first part of their path.
using Index = QHash<QString, std::vector<std::pair<QStringList, const Route *>>>;

const Index &index()
{
    static const Index all = [] {
        Index made;
        for (const Route &route : routes()) {
            const QStringList parts = route.path.split(u'/', Qt::SkipEmptyParts);
            made[parts.front()].emplace_back(parts, &route);
        }
        return made;
    }();
    return all;
}

bool fits(const QStringList &pattern, const QStringList &path)
{
    return std::ranges::equal(pattern, path, [](const QString &expected, const QString &part) {
        return expected.startsWith(u'{') || expected == part;
    });
}

} // namespace

const std::vector<Route> &routes()
{
    static const std::vector<Route> all = [] {
        std::vector<Route> made = coreRoutes();
        std::ranges::move(accountRoutes(), std::back_inserter(made));
        std::ranges::move(drsRoutes(), std::back_inserter(made));
        addKinds(made);
        addOperations(made);
        return made;
    }();
    return all;
}

QByteArrayList methodsOf(const QString &path)
{
    QByteArrayList methods;
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return methods;
    const auto found = index().constFind(parts.front());
    if (found == index().constEnd())
        return methods;
    for (const auto &[pattern, route] : *found) {
        if (!route->socket && !methods.contains(route->method) && fits(pattern, parts))
            methods += route->method;
    }
    return methods;
}

bool isAtRoot(const QString &path)
{
    return std::ranges::any_of(routes(),
                               [&](const Route &route) { return route.alsoAtRoot && route.path == path; });
}

} // namespace core::api::schema
