// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/operationcontext.h"

#include "core/async/deadline.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core::orchestrator {

namespace {
constexpr auto readBackInterval = 2s; ///< when no event tells of a change
constexpr auto openLimit = 60s; ///< for a host to let somebody in
constexpr auto callLimit = 60s; ///< for the hypervisor to take a request: a start may wait for its hooks

/// What another attempt may answer.
bool mayPass(const Error &error)
{
    return error.is(errors::Unreachable) || error.is(errors::Timeout) || error.is(errors::NotFound);
}

/// Why there is nothing more to wait for.
std::optional<Error> whyOver(const OperationContext &context, VmId id)
{
    if (context.cancelRequested())
        return Error(errors::Cancelled);
    const model::Vm *vm = context.inventory().find(id);
    if (vm == nullptr)
        return Error(errors::NotFound, QJsonObject{{u"what"_s, id.toString()}});
    const model::Host *host = context.inventory().find(vm->host);
    if (host != nullptr && host->state == model::HostState::Disconnected)
        return Error(operations::errors::HostDisconnected, QJsonObject{{u"host"_s, host->name}});
    return std::nullopt;
}

} // namespace

const model::Inventory &OperationContext::inventory() const
{
    return m_core->inventory().now();
}

Clock &OperationContext::clock() const
{
    return m_core->clock();
}

QString OperationContext::user() const
{
    const model::Task *task = m_core->tasks().find(m_task);
    return task == nullptr ? QString() : task->initiatedBy;
}

Result<void> OperationContext::acknowledge(AlarmId alarm, const model::ObjectRef &object,
                                           const QString &comment) const
{
    return m_core->alarms().acknowledge(alarm, object, comment, Cause{user(), m_task});
}

Result<void> OperationContext::resetAlarm(AlarmId alarm, const model::ObjectRef &object) const
{
    return m_core->alarms().reset(alarm, object, Cause{user(), m_task});
}

Task<> OperationContext::alarmsKept() const
{
    return m_core->alarmKeeper().flush();
}

NotificationKeeper &OperationContext::notifications() const
{
    return m_core->notifications();
}

Task<> OperationContext::tryOut(model::AlarmAction action) const
{
    if (m_core->settings().notifier == nullptr)
        return refused(Error(errors::Unsupported));
    return m_core->actions().tryOut(std::move(action));
}

Task<> OperationContext::takeOver(ClusterId cluster) const
{
    ClusterClaims *claims = m_core->claims();
    return claims == nullptr ? refused(Error(errors::Unsupported)) : claims->takeOver(cluster);
}

Result<PasswordKeeper *> OperationContext::passwords() const
{
    PasswordKeeper *keeper = m_core->settings().passwords;
    if (keeper == nullptr)
        return Error(errors::Unsupported);
    return keeper;
}

void OperationContext::phase(const QString &code) const
{
    m_core->tasks().setPhase(m_task, code);
}

void OperationContext::progress(double ratio) const
{
    m_core->tasks().setProgress(m_task, ratio);
}

void OperationContext::cancellable(bool allowed) const
{
    m_core->tasks().setCancellable(m_task, allowed);
}

bool OperationContext::cancelRequested() const
{
    return m_core->tasks().cancelRequested(m_task);
}

void OperationContext::steps(std::vector<model::TaskStep> steps) const
{
    m_core->tasks().setSteps(m_task, std::move(steps));
}

void OperationContext::migration(model::MigrationFigures figures) const
{
    m_core->tasks().setMigration(m_task, std::move(figures));
}

void OperationContext::findings(std::vector<model::Finding> findings) const
{
    m_core->tasks().setFindings(m_task, std::move(findings));
}

const Core::Settings &OperationContext::settings() const
{
    return m_core->settings();
}

std::vector<model::TaskStep> OperationContext::earlierSteps() const
{
    return m_core->tasks().earlierSteps(m_task);
}

Task<> OperationContext::keep() const
{
    return m_core->tasks().keep(m_task);
}

Result<std::shared_ptr<hypervisor::Hypervisor>> OperationContext::hypervisorOn(HostId host) const
{
    HostWatch *watch = m_core->watch(host);
    auto connection = watch == nullptr ? nullptr : watch->hypervisor();
    if (!connection)
        return Error(errors::Unreachable, QJsonObject{{u"where"_s, inventory().nameOf(host)}});
    return connection;
}

void OperationContext::lookAt(HostId host, VmId vm) const
{
    if (HostWatch *watch = m_core->watch(host))
        watch->lookAt(vm);
}

MigrationBoard &OperationContext::migrations() const
{
    return m_core->migrations();
}

DrsBoard &OperationContext::drs() const
{
    return m_core->drs();
}

Result<std::shared_ptr<hypervisor::Hypervisor>> OperationContext::hypervisorOf(VmId id) const
{
    const model::Vm *vm = inventory().find(id);
    if (vm == nullptr)
        return Error(errors::NotFound, QJsonObject{{u"what"_s, id.toString()}});
    return hypervisorOn(vm->host);
}

void OperationContext::apply(model::Change change) const
{
    m_core->inventory().apply(std::move(change), {user(), m_task});
}

void OperationContext::remove(const model::ObjectRef &ref) const
{
    apply({ref, std::nullopt});
}

Task<std::unique_ptr<hypervisor::Hypervisor>> OperationContext::open(hypervisor::Endpoint endpoint) const
{
    return withDeadline(m_core->connector().open(std::move(endpoint)), &m_core->clock(), openLimit);
}

void OperationContext::follow(const model::Host &host, hypervisor::Endpoint endpoint,
                              std::unique_ptr<hypervisor::Hypervisor> opened) const
{
    m_core->addWatch(host, std::move(endpoint), std::move(opened));
}

int OperationContext::reconnect(const model::Host &host, const std::optional<QString> &trust,
                                const std::optional<QString> &secret) const
{
    if (HostWatch *watch = m_core->watch(host.id))
        return watch->retryNow(trust, secret);
    hypervisor::Endpoint endpoint = m_core->endpointOf(host);
    endpoint.trust = trust;
    endpoint.secret = secret;
    m_core->addWatch(host, std::move(endpoint));
    return 1;
}

void OperationContext::disconnect(HostId host) const
{
    m_core->removeWatch(host);
}

std::optional<ConnectionAttempt> OperationContext::lastAttempt(HostId host) const
{
    const HostWatch *watch = m_core->watch(host);
    if (watch == nullptr)
        return std::nullopt;
    return ConnectionAttempt{.number = watch->attempts(), .problem = watch->problem()};
}

Task<> OperationContext::refused(Error why)
{
    co_return why;
}

Task<> OperationContext::taken(Clock *clock, std::shared_ptr<hypervisor::Hypervisor> connection,
                               Task<> request)
{
    auto result = co_await withDeadline(std::move(request), clock, callLimit);
    connection.reset(); // it had to live as long
    co_return result;
}

Task<> OperationContext::changeOf(VmId vm, Duration limit) const
{
    return m_core->inventory().changeOf(&m_core->clock(), vm, limit);
}

Task<> settle(OperationContext context, VmId id, std::vector<model::PowerState> states, Duration limit)
{
    const Clock &clock = context.clock();
    const Monotonic end = clock.monotonic() + limit;
    for (;;) {
        const auto read = co_await context.read(id);
        if (read && std::ranges::find(states, read->state) != states.end())
            co_return {};
        if (!read && !mayPass(read.error()))
            co_return read.error();
        if (auto over = whyOver(context, id))
            co_return *std::move(over);
        if (clock.monotonic() >= end) {
            if (!read)
                co_return read.error();
            const qint64 seconds = std::chrono::ceil<std::chrono::seconds>(limit).count();
            co_return Error(operations::errors::GuestDidNotFollow,
                            QJsonObject{{u"name"_s, read->name}, {u"seconds"_s, seconds}});
        }
        co_await context.changeOf(id, std::min<Duration>(readBackInterval, end - clock.monotonic()));
    }
}

Task<> changePower(OperationContext context, VmId vm, Task<> (hypervisor::Hypervisor::*call)(VmId),
                   std::vector<model::PowerState> states, Duration limit)
{
    context.phase(u"requested"_s);
    const auto taken = co_await context.call(vm, call);
    if (!taken)
        co_return taken.error();
    context.phase(u"reading-back"_s);
    co_return co_await settle(context, vm, std::move(states), limit);
}

} // namespace core::orchestrator
