// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/operationcontext.h"

#include "core/async/deadline.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core::orchestrator {

namespace {
constexpr auto readBackInterval = 200ms;
constexpr auto callLimit = 60s; ///< for the hypervisor to take a request: a start may wait for its hooks
} // namespace

const model::Inventory &OperationContext::inventory() const
{
    return m_core->inventory().now();
}

QString OperationContext::user() const
{
    const model::Task *task = m_core->tasks().find(m_task);
    return task == nullptr ? QString() : task->initiatedBy;
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

Result<std::shared_ptr<hypervisor::Hypervisor>> OperationContext::hypervisorOf(VmId id) const
{
    const model::Vm *vm = inventory().find(id);
    if (vm == nullptr)
        return Error(errors::NotFound, QJsonObject{{u"what"_s, id.toString()}});
    HostWatch *watch = m_core->watch(vm->host);
    auto connection = watch == nullptr ? nullptr : watch->hypervisor();
    if (!connection)
        return Error(errors::Unreachable, QJsonObject{{u"where"_s, inventory().nameOf(vm->host)}});
    return connection;
}

void OperationContext::remove(const model::ObjectRef &ref) const
{
    m_core->inventory().remove(ref);
}

Task<> settle(OperationContext context, VmId id, std::vector<model::PowerState> states, Duration limit)
{
    Clock &clock = context.core().clock();
    const Monotonic end = clock.monotonic() + limit;
    for (;;) {
        const model::Vm *vm = context.inventory().find(id);
        HostWatch *watch = vm == nullptr ? nullptr : context.core().watch(vm->host);
        if (watch == nullptr)
            co_return Error(errors::NotFound, QJsonObject{{u"what"_s, id.toString()}});
        const auto read = co_await context.core().readVm(id);
        if (!read)
            co_return read.error();
        if (std::ranges::find(states, read->state) != states.end())
            co_return {};
        if (context.cancelRequested())
            co_return Error(errors::Cancelled);
        if (clock.monotonic() >= end) {
            const qint64 seconds = std::chrono::ceil<std::chrono::seconds>(limit).count();
            co_return Error(operations::errors::GuestDidNotFollow,
                            QJsonObject{{u"name"_s, read->name}, {u"seconds"_s, seconds}});
        }
        co_await sleepFor(&clock, readBackInterval);
    }
}

Task<> changePower(OperationContext context, VmId vm, Task<> (hypervisor::Hypervisor::*call)(VmId),
                   std::vector<model::PowerState> states, Duration limit)
{
    const auto connection = context.hypervisorOf(vm);
    if (!connection)
        co_return connection.error();
    context.phase(u"requested"_s);
    const auto taken = co_await withDeadline(((**connection).*call)(vm), &context.core().clock(), callLimit);
    if (!taken)
        co_return taken.error();
    context.phase(u"reading-back"_s);
    co_return co_await settle(context, vm, std::move(states), limit);
}

} // namespace core::orchestrator
