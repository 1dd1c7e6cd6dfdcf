// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/server/api.h"

#include "core/api/schema/routes.h"
#include "core/api/server/answers.h"
#include "core/api/server/body.h"
#include "core/api/server/performance.h"
#include "core/async/deadline.h"
#include "core/identity/secret.h"
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
    if (const QByteArrayList methods = AccountRoutes::methodsOf(parts); !methods.isEmpty())
        return methods;
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

QStringList partsOf(const QString &path)
{
    return path.split(u'/', Qt::SkipEmptyParts);
}

QByteArray bearerOf(const Request &request)
{
    constexpr QByteArrayView scheme("Bearer ");
    return request.authorization.startsWith(scheme) ? request.authorization.mid(scheme.size()).trimmed()
                                                    : QByteArray();
}

} // namespace

Api::Api(orchestrator::Core &core, FeedHub &feed, identity::Accounts &accounts, Settings settings)
    : m_core(core),
      m_feed(feed),
      m_accounts(accounts),
      m_accountRoutes(accounts),
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
    const QString path = routePath(request.path);
    const QByteArrayList methods = methodsOf(path);
    if (methods.isEmpty())
        return notFound(request.path);
    if (methods.contains(request.method))
        return std::nullopt;
    Response response = problem(Error(errors::Unsupported, QString::fromLatin1(request.method)), 405);
    response.headers.emplace_back("Allow", methods.join(", "));
    return response;
}

Result<Api::VisitorPtr> Api::admit(const Request &request)
{
    auto caller = m_accounts.callerOf(bearerOf(request), QString::fromUtf8(request.agent));
    if (!caller)
        return caller.error();
    m_lastRequest = m_core.clock().monotonic();
    return std::make_shared<Visitor>(*std::move(caller), m_core.inventory().now());
}

/// What may be asked without a name. Whether a path exists is not told to strangers.
bool Api::answerStranger(const Request &request, const QString &path, const Answer &answer)
{
    if (path == u"/health" && request.method == "GET") {
        answer(json({{u"status"_s, u"ok"_s}, {u"version"_s, u"" VIGIE_VERSION ""_s}}));
        return true;
    }
    if (path == u"/sessions" && request.method == "POST") {
        m_accountRoutes.signIn(request, answer);
        return true;
    }
    return false;
}

void Api::handle(const Request &request, Answer answer)
{
    const QString path = routePath(request.path);
    const auto refusal = turnedAway(request);
    if (refusal && refusal->status == 403) {
        answer(*refusal);
        return;
    }
    if (!refusal && answerStranger(request, path, answer))
        return;
    const auto visitor = admit(request);
    if (!visitor)
        answer(problem(visitor.error()));
    else if (refusal)
        answer(*refusal);
    else
        answerVisitor(request, path, *visitor, answer);
}

void Api::answerVisitor(const Request &request, const QString &path, const VisitorPtr &visitor,
                        const Answer &answer)
{
    if (const QStringList parts = partsOf(path); !AccountRoutes::methodsOf(parts).isEmpty())
        m_accountRoutes.handle(request, parts, visitor, answer);
    else if (!answerQuery(request, path, visitor, answer))
        answerOther(request, path, visitor, answer);
}

/// An operation.
void Api::answerOther(const Request &request, const QString &path, const VisitorPtr &visitor,
                      const Answer &answer)
{
    const auto body = readBody(request.body);
    if (!body) {
        answer(problem(body.error(), 400));
        return;
    }
    const auto operation = schema::requestOf({request.method, path, *body});
    if (!operation)
        answer(notFound(request.path));
    else if (request.query.queryItemValue(u"dryRun"_s) == u"true")
        answerCheck(*operation, *visitor, answer);
    else
        m_scope.spawn(answerOperation(request, *operation, visitor, answer));
}

bool Api::answerQuery(const Request &request, const QString &path, const VisitorPtr &visitor,
                      const Answer &answer)
{
    const QStringList parts = partsOf(path);
    if (parts.size() == 2 && parts.front() == u"tasks") {
        answerTask(request, parts.at(1), *visitor, answer);
        return true;
    }
    if (parts.size() == 3 && parts.front() == u"vms" && parts.at(2) == u"console") {
        answerConsole(VmId::fromString(parts.at(1)), *visitor, answer);
        return true;
    }
    if (request.method != "GET")
        return false;
    if (path == u"/inventory")
        answerInventory(*visitor, answer);
    else if (path == u"/performance")
        m_scope.spawn(answerPerformance(request, visitor, answer));
    else if (path == u"/events")
        m_scope.spawn(answerEvents(request, visitor, answer));
    else if (path == u"/operations")
        answer(json({{u"items"_s, catalogueJson()}}));
    else
        return answerList(path, *visitor, answer);
    return true;
}

/// GET /{kind}s, /{kind}s/{id}, /tasks, /alarms.
bool Api::answerList(const QString &path, Visitor &visitor, const Answer &answer) const
{
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    if (parts.isEmpty() || parts.size() > 2)
        return false;
    if (path == u"/tasks") {
        const auto seen = [&](const model::Task &task) { return visitor.sees(task); };
        answer(json({{u"items"_s, json::toJson(Visitor::only(m_core.tasks().recent(), seen))}}));
        return true;
    }
    if (path == u"/alarms") {
        const auto seen = [&](const model::Alarm &alarm) { return visitor.sees(alarm.object); };
        answer(json({{u"items"_s, json::toJson(Visitor::only(m_core.alarms().triggered(), seen))}}));
        return true;
    }
    const auto kind = schema::kindOfCollection(parts.front());
    if (!kind)
        return false;
    if (parts.size() == 1) {
        QJsonArray items;
        m_core.inventory().now().forEach([&](const model::Object &object) {
            if (const model::ObjectRef ref = refOf(object); ref.kind == *kind && visitor.sees(ref))
                items.append(toJson(object));
        });
        answer(json({{u"items"_s, items}}));
        return true;
    }
    const model::ObjectRef ref(*kind, QUuid::fromString(parts.at(1)));
    const auto object = m_core.inventory().now().find(ref);
    answer(object && visitor.sees(ref) ? json(toJson(*object)) : notFound(parts.at(1)));
    return true;
}

/// Serialised on another thread: a large inventory takes longer than the loop may be held.
void Api::answerInventory(Visitor &visitor, const Answer &answer)
{
    schema::Snapshot snapshot{.revision = m_feed.revision(),
                              .user = visitor.identity().principal,
                              .inventory = visitor.visibleInventory(),
                              .tasks = m_core.tasks().recent(),
                              .alarms = m_core.alarms().triggered(),
                              .loads = m_core.performance().loads()};
    if (!visitor.seesEverything()) {
        std::erase_if(snapshot.tasks, [&](const model::Task &task) { return !visitor.sees(task); });
        std::erase_if(snapshot.alarms,
                      [&](const model::Alarm &alarm) { return !visitor.sees(alarm.object); });
        std::erase_if(snapshot.loads, [&](const model::Load &load) { return !visitor.mayRead(load.object); });
    }
    QThreadPool::globalInstance()->start(
        [snapshot, answer] { answer(Response{.body = schema::write(snapshot)}); });
}

Task<> Api::answerPerformance(Request request, VisitorPtr visitor, Answer answer)
{
    auto query = schema::readPerformanceQuery(request.query);
    if (!query) {
        answer(problem(query.error(), 400));
        co_return {};
    }
    std::erase_if(query->objects, [&](const model::ObjectRef &object) {
        return !visitor->mayRead(object); // as if it were not there
    });
    const auto found = co_await performanceFor(&m_core, *std::move(query));
    if (!found) {
        answer(problem(found.error()));
        co_return {};
    }
    QJsonArray all;
    for (const model::Series &series : *found)
        all.append(schema::write(series));
    answer(json({{u"series"_s, all}}));
    co_return {};
}

Task<> Api::answerEvents(Request request, VisitorPtr visitor, Answer answer)
{
    const auto filter = eventFilterOf(request.query, m_core.inventory().now());
    if (!filter) {
        answer(problem(filter.error(), 400));
        co_return {};
    }
    const auto events = co_await m_core.store().events(*filter);
    if (!events)
        answer(problem(events.error()));
    else
        answer(json({{u"items"_s, json::toJson(Visitor::only(*events, [&](const model::Event &event) {
                          return visitor->mayRead(event.object);
                      }))}}));
    co_return {};
}

void Api::answerCheck(const operations::OperationRequest &operation, const Visitor &visitor,
                      const Answer &answer) const
{
    const auto available = m_core.tasks().check(operation, visitor.identity());
    QJsonObject verdict{{u"available"_s, bool(available)}};
    if (!available)
        verdict.insert(u"why"_s, json::errorToJson(available.why()));
    answer(json(verdict));
}

Task<> Api::answerOperation(Request request, operations::OperationRequest operation, VisitorPtr visitor,
                            Answer answer)
{
    orchestrator::Submission submission{.request = std::move(operation),
                                        .who = visitor->identity(),
                                        .idempotencyKey = QString::fromUtf8(request.idempotencyKey)};
    const auto task = co_await m_core.tasks().submit(std::move(submission));
    if (!task) {
        answer(problem(task.error()));
        co_return {};
    }
    Response response = json(json::toObject(*task));
    response.status = 202;
    response.headers.emplace_back("Location",
                                  QByteArray(schema::apiRoot) + "/tasks/" + task->id.toString().toUtf8());
    answer(response);
    co_return {};
}

void Api::answerTask(const Request &request, const QString &id, Visitor &visitor, const Answer &answer)
{
    const TaskId task = TaskId::fromString(id);
    const model::Task *found = m_core.tasks().find(task);
    if (found == nullptr || !visitor.sees(*found)) {
        answer(notFound(id));
    } else if (request.method == "GET") {
        answer(json(json::toObject(*found)));
    } else if (found->initiatedBy != visitor.identity().principal
               && !visitor.may(model::Privilege::CancelTask, found->target)) {
        answer(lacking(model::Privilege::CancelTask, found->targetName));
    } else {
        const auto cancelled = m_core.tasks().cancel(task);
        answer(cancelled ? Response{.status = 202, .body = "{}"} : problem(cancelled.error(), 409));
    }
}

void Api::answerConsole(VmId vm, Visitor &visitor, const Answer &answer)
{
    const model::Vm *known = visitor.inventory().find(vm);
    if (known == nullptr || !visitor.sees(vm)) {
        answer(notFound(vm.toString()));
        return;
    }
    if (!visitor.may(model::Privilege::VmInteractConsole, vm)) {
        answer(lacking(model::Privilege::VmInteractConsole, known->name));
        return;
    }
    dropOldTickets();
    const QString ticket = QString::fromLatin1(identity::newSecret());
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
    const auto visitor = admit(request);
    if (!visitor)
        return problem(visitor.error());
    m_feed.add(accept(), (*visitor)->caller(),
               schema::revisionFromString(QString::fromUtf8(request.lastEventId)));
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
