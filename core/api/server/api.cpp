// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/server/api.h"

#include "core/api/schema/routes.h"
#include "core/api/server/answers.h"
#include "core/api/server/body.h"
#include "core/api/server/secret.h"
#include "core/async/deadline.h"
#include "core/model/tree.h"

#include <QJsonDocument>
#include <QLoggingCategory>
#include <QThreadPool>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(lcApi, "vigie.api")

namespace core::api::server {

namespace {

constexpr auto ticketLife = 30s;
constexpr auto screenLimit = 10s;

bool isLoopbackName(const QByteArray &host)
{
    const QByteArray name = host.startsWith('[') ? host.left(host.indexOf(']') + 1) : host.split(':').first();
    return name == "127.0.0.1" || name == "localhost" || name == "[::1]";
}

/// Below /api/v1; /health and /metrics are also at the root.
QString routePath(const QString &path)
{
    const QLatin1StringView root(schema::apiRoot);
    if (path.startsWith(root + u'/'))
        return path.mid(root.size());
    return path == u"/health" ? path : QString();
}

bool isQuery(const QString &path, const QStringList &parts)
{
    static const QStringList single{u"/health"_s,     u"/inventory"_s, u"/performance"_s, u"/events"_s,
                                    u"/operations"_s, u"/tasks"_s,     u"/alarms"_s,      u"/feed"_s};
    return single.contains(path)
        || (!parts.isEmpty() && parts.size() <= 2 && schema::kindOfCollection(parts.front()));
}

/// What can be done with a path; empty: there is none such.
QByteArrayList methodsOf(const QString &path)
{
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    if (parts.size() == 2 && parts.front() == u"tasks")
        return {"GET", "DELETE"};
    if (parts.size() == 3 && parts.front() == u"vms" && parts.at(2) == u"console")
        return {"POST"};
    QByteArrayList methods;
    if (isQuery(path, parts))
        methods += "GET";
    for (const char *method : {"POST", "PATCH", "DELETE"}) {
        if (schema::requestOf({method, path, {}}))
            methods += method;
    }
    return methods;
}

} // namespace

Api::Api(orchestrator::Core &core, FeedHub &feed, Settings settings)
    : m_core(core),
      m_feed(feed),
      m_settings(std::move(settings)),
      m_lastRequest(core.clock().monotonic()),
      m_scope([](const Error &error) { qCWarning(lcApi) << error.code << error.detail; })
{}

bool Api::isFeed(const QString &path) const
{
    return routePath(path) == u"/feed";
}

std::optional<Response> Api::turnedAway(const Request &request) const
{
    if (m_settings.loopbackOnly && !isLoopbackName(request.host))
        return problem(Error(errors::Denied, u"the Host header is not a loopback name"_s), 403);
    if (routePath(request.path) == u"/health" && request.method == "GET")
        return std::nullopt; // says nothing that has to be kept
    if (sameSecret(request.authorization, "Bearer " + m_settings.token))
        return std::nullopt;
    Response response = problem(Error(errors::Denied, u"no valid token"_s), 401);
    response.headers.emplace_back("WWW-Authenticate", "Bearer");
    return response;
}

void Api::handle(const Request &request, Answer answer)
{
    const QString path = routePath(request.path);
    if (const auto refusal = turnedAway(request)) {
        answer(*refusal);
        return;
    }
    m_lastRequest = m_core.clock().monotonic();
    const QByteArrayList methods = methodsOf(path);
    if (methods.isEmpty()) {
        answer(problem(Error(errors::NotFound, QJsonObject{{u"what"_s, request.path}}), 404));
    } else if (!methods.contains(request.method)) {
        Response response = problem(Error(errors::Unsupported, QString::fromLatin1(request.method)), 405);
        response.headers.emplace_back("Allow", methods.join(", "));
        answer(response);
    } else if (!answerQuery(request, path, answer)) {
        answerOther(request, path, answer);
    }
}

/// An operation.
void Api::answerOther(const Request &request, const QString &path, const Answer &answer)
{
    const auto body = readBody(request.body);
    if (!body) {
        answer(problem(body.error(), 400));
        return;
    }
    const auto operation = schema::requestOf({request.method, path, *body});
    if (!operation)
        answer(problem(Error(errors::NotFound, QJsonObject{{u"what"_s, request.path}}), 404));
    else if (request.query.queryItemValue(u"dryRun"_s) == u"true")
        answerCheck(*operation, answer);
    else
        m_scope.spawn(answerOperation(request, *operation, answer));
}

bool Api::answerQuery(const Request &request, const QString &path, const Answer &answer)
{
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    if (parts.size() == 2 && parts.front() == u"tasks") {
        answerTask(request, parts.at(1), answer);
        return true;
    }
    if (parts.size() == 3 && parts.front() == u"vms" && parts.at(2) == u"console") {
        answerConsole(VmId::fromString(parts.at(1)), answer);
        return true;
    }
    if (request.method != "GET")
        return false;
    if (path == u"/health")
        answer(json({{u"status"_s, u"ok"_s}, {u"version"_s, u"" VIGIE_VERSION ""_s}}));
    else if (path == u"/inventory")
        answerInventory(answer);
    else if (path == u"/performance")
        answerPerformance(request, answer);
    else if (path == u"/events")
        m_scope.spawn(answerEvents(request, answer));
    else if (path == u"/operations")
        answer(json({{u"items"_s, catalogueJson()}}));
    else
        return answerList(path, answer);
    return true;
}

/// GET /{kind}s, /{kind}s/{id}, /tasks, /alarms.
bool Api::answerList(const QString &path, const Answer &answer) const
{
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    if (parts.isEmpty() || parts.size() > 2)
        return false;
    if (path == u"/tasks") {
        answer(json({{u"items"_s, json::toJson(m_core.tasks().recent())}}));
        return true;
    }
    if (path == u"/alarms") {
        answer(json({{u"items"_s, json::toJson(m_core.alarms().triggered())}}));
        return true;
    }
    const auto kind = schema::kindOfCollection(parts.front());
    if (!kind)
        return false;
    if (parts.size() == 1) {
        QJsonArray items;
        m_core.inventory().now().forEach([&](const model::Object &object) {
            if (refOf(object).kind == *kind)
                items.append(toJson(object));
        });
        answer(json({{u"items"_s, items}}));
        return true;
    }
    const auto object =
        m_core.inventory().now().find(model::ObjectRef(*kind, QUuid::fromString(parts.at(1))));
    if (object)
        answer(json(toJson(*object)));
    else
        answer(problem(Error(errors::NotFound, QJsonObject{{u"what"_s, parts.at(1)}}), 404));
    return true;
}

/// Serialised on another thread: a large inventory takes longer than the loop may be held.
void Api::answerInventory(const Answer &answer)
{
    const schema::Snapshot snapshot{.revision = m_feed.revision(),
                                    .user = m_core.settings().user,
                                    .inventory = m_core.inventory().now(),
                                    .tasks = m_core.tasks().recent(),
                                    .alarms = m_core.alarms().triggered(),
                                    .loads = m_core.performance().loads()};
    QThreadPool::globalInstance()->start(
        [snapshot, answer] { answer(Response{.body = schema::write(snapshot)}); });
}

void Api::answerPerformance(const Request &request, const Answer &answer)
{
    const auto query = schema::readPerformanceQuery(request.query);
    if (!query) {
        answer(problem(query.error(), 400));
        return;
    }
    QJsonArray all;
    for (const model::ObjectRef &object : query->objects) {
        for (const model::Series &series :
             m_core.performance().query(object, query->counters, query->interval, query->since))
            all.append(schema::write(series));
    }
    answer(json({{u"series"_s, all}}));
}

Task<> Api::answerEvents(Request request, Answer answer)
{
    const auto filter = eventFilterOf(request.query, m_core.inventory().now());
    if (!filter) {
        answer(problem(filter.error(), 400));
        co_return {};
    }
    const auto events = co_await m_core.store().events(*filter);
    if (!events)
        answer(problem(events.error(), schema::httpStatus(events.error())));
    else
        answer(json({{u"items"_s, json::toJson(*events)}}));
    co_return {};
}

void Api::answerCheck(const operations::OperationRequest &operation, const Answer &answer) const
{
    const auto available = m_core.tasks().check(operation, {.principal = m_core.settings().user});
    QJsonObject verdict{{u"available"_s, bool(available)}};
    if (!available)
        verdict.insert(u"why"_s, json::errorToJson(available.why()));
    answer(json(verdict));
}

Task<> Api::answerOperation(Request request, operations::OperationRequest operation, Answer answer)
{
    orchestrator::Submission submission{.request = std::move(operation),
                                        .who = {.principal = m_core.settings().user},
                                        .idempotencyKey = QString::fromUtf8(request.idempotencyKey)};
    const auto task = co_await m_core.tasks().submit(std::move(submission));
    if (!task) {
        answer(problem(task.error(), schema::httpStatus(task.error())));
        co_return {};
    }
    Response response = json(json::toObject(*task));
    response.status = 202;
    response.headers.emplace_back("Location",
                                  QByteArray(schema::apiRoot) + "/tasks/" + task->id.toString().toUtf8());
    answer(response);
    co_return {};
}

void Api::answerTask(const Request &request, const QString &id, const Answer &answer)
{
    const TaskId task = TaskId::fromString(id);
    const model::Task *found = m_core.tasks().find(task);
    if (found == nullptr) {
        answer(problem(Error(errors::NotFound, QJsonObject{{u"what"_s, id}}), 404));
    } else if (request.method == "GET") {
        answer(json(json::toObject(*found)));
    } else {
        const auto cancelled = m_core.tasks().cancel(task);
        answer(cancelled ? Response{.status = 202, .body = "{}"} : problem(cancelled.error(), 409));
    }
}

void Api::answerConsole(VmId vm, const Answer &answer)
{
    if (m_core.inventory().now().find(vm) == nullptr) {
        answer(problem(Error(errors::NotFound, QJsonObject{{u"what"_s, vm.toString()}}), 404));
        return;
    }
    dropOldTickets();
    const QString ticket = QString::fromLatin1(newSecret());
    m_tickets.insert(ticket, {vm, m_core.clock().monotonic() + ticketLife});
    answer(json(
        {{u"ticket"_s, ticket}, {u"path"_s, QLatin1StringView(schema::apiRoot) + u"/consoles/"_s + ticket}}));
}

void Api::dropOldTickets()
{
    const Monotonic now = m_core.clock().monotonic();
    m_tickets.removeIf([now](const auto &each) { return each.value().until < now; });
}

std::optional<Response> Api::openFeed(const Request &request,
                                      const std::function<std::shared_ptr<FeedSink>()> &accept)
{
    if (auto refusal = turnedAway(request))
        return refusal;
    m_lastRequest = m_core.clock().monotonic();
    m_feed.add(accept(), schema::revisionFromString(QString::fromUtf8(request.lastEventId)));
    return std::nullopt;
}

/// The ticket is the permission: a browser's WebSocket cannot send a token.
void Api::openSocket(const Request &request, std::function<void(Result<StreamFd>)> answer)
{
    dropOldTickets();
    const QStringList parts = routePath(request.path).split(u'/', Qt::SkipEmptyParts);
    const bool isConsole = parts.size() == 2 && parts.front() == u"consoles";
    const auto ticket = isConsole ? m_tickets.find(parts.at(1)) : m_tickets.end();
    if (ticket == m_tickets.end() || (m_settings.loopbackOnly && !isLoopbackName(request.host))) {
        answer(Error(errors::Denied, u"no such ticket"_s));
        return;
    }
    const VmId vm = ticket->vm;
    m_tickets.erase(ticket); // once
    m_scope.spawn(connectScreen(vm, std::move(answer)));
}

Task<> Api::connectScreen(VmId id, std::function<void(Result<StreamFd>)> answer)
{
    const model::Vm *vm = m_core.inventory().now().find(id);
    orchestrator::HostWatch *watch = vm == nullptr ? nullptr : m_core.watch(vm->host);
    const auto connection = watch == nullptr ? nullptr : watch->hypervisor();
    if (!connection) {
        answer(Error(errors::Unreachable));
        co_return {};
    }
    auto screen = co_await withDeadline(connection->openScreen(id), &m_core.clock(), screenLimit);
    if (screen)
        answer(StreamFd{(*screen).release()});
    else
        answer(screen.error());
    co_return {};
}

} // namespace core::api::server
