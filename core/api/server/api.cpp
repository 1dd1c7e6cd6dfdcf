// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/server/api.h"

#include "core/api/schema/openapi.h"
#include "core/api/schema/routes.h"
#include "core/api/schema/routetable.h"
#include "core/api/server/answers.h"
#include "core/api/server/body.h"
#include "core/async/deadline.h"

#include <QLoggingCategory>
#include <QUrl>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(lcApi, "vigie.api")

namespace core::api::server {

namespace {

constexpr auto screenLimit = 10s;

bool isLoopbackName(const QByteArray &host)
{
    const QByteArray name = host.startsWith('[') ? host.left(host.indexOf(']') + 1) : host.split(':').first();
    return name == "127.0.0.1" || name == "localhost" || name == "[::1]";
}

/// Below /api/v1; some are also at the root.
QString routePath(const QString &path)
{
    const QLatin1StringView root(schema::apiRoot);
    if (path.startsWith(root + u'/'))
        return path.mid(root.size());
    return schema::isAtRoot(path) ? path : QString();
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
      m_witness(core.clock(), settings.audit),
      m_accountRoutes(accounts, m_witness),
      m_databaseRoutes(core.clock(), core.store(), m_witness, settings.backups),
      m_drsRoutes(core),
      m_settings(settings),
      m_gate(core.clock(), settings.limits),
      m_cursors(core.clock()),
      m_changes(core.tasks()),
      m_screens(core.clock()),
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
    const QByteArrayList methods = schema::methodsOf(path);
    if (methods.isEmpty())
        return notFound(request.path);
    if (methods.contains(request.method))
        return std::nullopt;
    Response response = problem(Error(errors::Unsupported, QString::fromLatin1(request.method)), 405);
    response.headers.emplace_back("Allow", methods.join(", "));
    return response;
}

Api::VisitorPtr Api::admit(const Request &request, std::optional<Response> &refusal)
{
    auto caller = m_accounts.callerOf(bearerOf(request), QString::fromUtf8(request.agent));
    if (!caller) {
        refusal = m_gate.stranger(request.address);
        if (!refusal)
            refusal = problem(caller.error());
        return nullptr;
    }
    refusal = m_gate.user(caller->identity.principal);
    if (refusal)
        return nullptr;
    m_lastRequest = m_core.clock().monotonic();
    return std::make_shared<Visitor>(*std::move(caller), m_core.inventory().now());
}

/// What may be asked without a name. Whether a path exists is not told to strangers.
bool Api::answerStranger(const Request &request, const QString &path, const Answer &answer)
{
    const bool asksHealth = path == u"/health" && request.method == "GET";
    const bool signsIn = path == u"/sessions" && request.method == "POST";
    if (!asksHealth && !signsIn)
        return false;
    auto refusal = m_gate.stranger(request.address);
    if (!refusal && signsIn)
        refusal = m_gate.signIn(request.address);
    if (refusal)
        answer(*refusal);
    else if (signsIn)
        m_accountRoutes.signIn(request, [this, answer, address = request.address](const Response &response) {
            if (response.status == 201)
                m_gate.signedIn(address);
            answer(response);
        });
    else
        answer(json({{u"status"_s, u"ok"_s},
                     {u"version"_s, u"" VIGIE_VERSION ""_s},
                     {u"instance"_s, m_feed.epoch()}}));
    return true;
}

void Api::handle(const Request &request, Answer given)
{
    const Answer answer = [counts = m_counts, given = std::move(given)](Response response) {
        ++counts->at(static_cast<size_t>(std::clamp(response.status, 0, 599)));
        given(std::move(response));
    };
    const QString path = routePath(request.path);
    const auto refusal = turnedAway(request);
    if (refusal && refusal->status == 403) {
        answer(*refusal);
        return;
    }
    if (!refusal && answerStranger(request, path, answer))
        return;
    std::optional<Response> unwelcome;
    const VisitorPtr visitor = admit(request, unwelcome);
    if (!visitor)
        answer(*unwelcome);
    else if (refusal)
        answer(*refusal);
    else
        answerVisitor(request, path, visitor, answer);
}

void Api::answerVisitor(const Request &request, const QString &path, const VisitorPtr &visitor,
                        const Answer &answer)
{
    if (const QStringList parts = partsOf(path); AccountRoutes::has(parts))
        m_accountRoutes.handle(request, parts, visitor, answer);
    else if (DatabaseRoutes::has(parts))
        m_databaseRoutes.handle(request, visitor, answer);
    else if (DrsRoutes::has(request.method, parts))
        m_drsRoutes.handle(request, parts, visitor, answer);
    else if (!answerQuery(request, path, visitor, answer))
        answerOther(request, path, visitor, answer);
}

/// Of an operation on an alarm: what may be done with it is a question of its object. False: there is no such alarm, or
/// none that he may see.
bool Api::nameObject(operations::OperationRequest &operation, Visitor &visitor) const
{
    if (!operation.operation.startsWith(u"alarm."))
        return true;
    const AlarmId id = AlarmId::fromString(operation.parameters.value(u"alarm"_s).toString());
    const model::Alarm *alarm = m_core.alarms().find(id);
    if (alarm == nullptr || !visitor.sees(alarm->object))
        return false;
    operation.parameters.insert(u"object"_s, toString(alarm->object));
    return true;
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
    auto operation = schema::requestOf({request.method, path, *body});
    if (operation && !nameObject(*operation, *visitor))
        answer(notFound(operation->parameters.value(u"alarm"_s).toString()));
    else if (!operation)
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
    return answerFixed(request, path, visitor, answer) || answerList(request, path, visitor, answer);
}

bool Api::answerFixed(const Request &request, const QString &path, const VisitorPtr &visitor,
                      const Answer &answer)
{
    if (path == u"/inventory")
        answerInventory(*visitor, answer);
    else if (path == u"/performance")
        m_scope.spawn(answerPerformance(request, visitor, answer));
    else if (path == u"/events")
        m_scope.spawn(answerEvents(request, visitor, answer));
    else if (path == u"/operations")
        answer(json({{u"items"_s, catalogueJson()}}));
    else if (path == u"/notifications")
        answer(notifications(*visitor));
    else if (path == u"/metrics")
        answerMetrics(*visitor, answer);
    else if (path == u"/openapi.json")
        answer(json(schema::openApi(u"" VIGIE_VERSION ""_s)));
    else
        return false;
    return true;
}

std::optional<Response> Api::openFeed(const Request &request,
                                      const std::function<std::shared_ptr<FeedSink>()> &accept)
{
    if (auto refusal = turnedAway(request))
        return refusal;
    std::optional<Response> unwelcome;
    const VisitorPtr visitor = admit(request, unwelcome);
    if (!visitor)
        return unwelcome;
    m_feed.add(accept(), visitor->caller(),
               schema::revisionFromString(QString::fromUtf8(request.lastEventId)));
    return std::nullopt;
}

/// A page of another site makes a browser's WebSocket as well as ours does, and says so in Origin only.
void Api::openSocket(const Request &request, std::function<void(Result<StreamFd>)> answer)
{
    const QStringList parts = partsOf(routePath(request.path));
    const bool isConsole = parts.size() == 2 && parts.front() == u"consoles";
    const bool isForeign = (m_settings.loopbackOnly && !isLoopbackName(request.host))
        || (!request.origin.isEmpty()
            && QUrl(QString::fromLatin1(request.origin)).authority().toLatin1() != request.host);
    const auto ticket = isConsole && !isForeign ? m_screens.redeem(parts.at(1))
                                                : Result<Screens::Ticket>(Error(errors::Denied));
    if (ticket)
        m_scope.spawn(connectScreen(*ticket, std::move(answer)));
    else
        answer(ticket.error());
}

Task<> Api::connectScreen(Screens::Ticket ticket, std::function<void(Result<StreamFd>)> answer)
{
    const model::Vm *vm = m_core.inventory().now().find(ticket.vm);
    orchestrator::HostWatch *watch = vm == nullptr ? nullptr : m_core.watch(vm->host);
    const auto connection = watch == nullptr ? nullptr : watch->hypervisor();
    if (!connection) {
        answer(Error(errors::Unreachable));
        co_return {};
    }
    const auto end = std::make_shared<StreamEnd>();
    m_screens.add(ticket.session, end); // his session may end while the screen is on its way
    auto screen = co_await withDeadline(connection->openScreen(ticket.vm), &m_core.clock(), screenLimit);
    if (screen)
        answer(StreamFd{(*screen).release(), end});
    else
        answer(screen.error());
    co_return {};
}

} // namespace core::api::server
