// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/drs/execution.h"

#include "core/model/tree.h"
#include "core/operations/vm/migrate.h"
#include "core/orchestrator/errors.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core::orchestrator {

namespace {

constexpr Duration lookedAtEvery = 500ms;
const QString ownName = u"DRS"_s; // NOLINT(cert-err58-cpp)

bool isAtWork(const model::Vm &vm)
{
    return vm.state == model::PowerState::Running || vm.state == model::PowerState::Paused;
}

bool has(const auto &list, const auto &value)
{
    return std::ranges::find(list, value) != list.end();
}

} // namespace

DrsExecution::DrsExecution(Surroundings around, Order order)
    : m_around(std::move(around)),
      m_order(std::move(order))
{
    QHash<QString, std::vector<size_t>> stepsOf;
    for (const model::DrsRecommendation &each : m_order.recommendations) {
        for (const model::DrsMove &move : each.moves) {
            Step step{.move = move, .key = each.key, .priority = each.priority, .reason = each.reason};
            if (const auto mine = stepsOf.constFind(each.key); mine != stepsOf.constEnd())
                step.after.push_back(mine->back()); // those of one recommendation go one after the other
            for (const QString &needed : each.prerequisites) {
                if (const auto others = stepsOf.constFind(needed); others != stepsOf.constEnd())
                    step.after.push_back(others->back());
            }
            stepsOf[each.key].push_back(m_steps.size());
            m_steps.push_back(std::move(step));
        }
    }
}

bool DrsExecution::any(State state) const
{
    return std::ranges::any_of(m_steps, [state](const Step &step) { return step.state == state; });
}

double DrsExecution::progress() const
{
    const auto over = std::ranges::count_if(
        m_steps, [](const Step &step) { return step.state == State::Done || step.state == State::Failed; });
    return m_steps.empty() ? 1 : static_cast<double>(over) / static_cast<double>(m_steps.size());
}

int DrsExecution::failed() const
{
    return static_cast<int>(
        std::ranges::count_if(m_steps, [](const Step &step) { return step.state == State::Failed; }));
}

bool DrsExecution::isBusy(HostId host) const
{
    const auto at = std::ranges::count_if(m_steps, [&](const Step &step) {
        return step.state == State::Running && (step.move.from == host || step.move.to == host);
    });
    return at >= m_order.mostPerHost;
}

/// Planned is not done: others may have taken the room meanwhile.
bool DrsExecution::hasRoom(const Step &step) const
{
    const model::Inventory &inventory = m_around.inventory.now();
    const model::Host *host = inventory.find(step.move.to);
    const model::Vm *vm = inventory.find(step.move.vm);
    if (host == nullptr || vm == nullptr)
        return false;
    if (!isAtWork(*vm))
        return true;
    Bytes used = vm->memory;
    for (const auto &other : inventory.all<model::Vm>()) {
        if (other->host == host->id && isAtWork(*other))
            used += other->memory;
    }
    for (const Step &other : m_steps) {
        const model::Vm *coming = inventory.find(other.move.vm);
        if (other.state == State::Running && other.move.to == host->id && coming != nullptr
            && !(coming->host == host->id))
            used += coming->memory;
    }
    return used <= host->memory;
}

bool DrsExecution::breaksRule(const Step &step) const
{
    const model::Inventory &inventory = m_around.inventory.now();
    const model::Cluster *cluster = inventory.find(clusterOf(step.move.to, inventory));
    if (cluster == nullptr)
        return false;
    const auto isThere = [&](VmId id) {
        const model::Vm *vm = inventory.find(id);
        const bool stands = vm != nullptr && isAtWork(*vm) && vm->host == step.move.to;
        return stands || std::ranges::any_of(m_steps, [&](const Step &other) {
                   return other.state == State::Running && other.move.vm == id
                       && other.move.to == step.move.to;
               });
    };
    return std::ranges::any_of(cluster->drsRules, [&](const model::DrsRule &rule) {
        if (!rule.enabled || !has(rule.vms, step.move.vm))
            return false;
        if (rule.type == model::DrsRuleType::MustRunOn)
            return !has(rule.hosts, step.move.to);
        if (rule.type == model::DrsRuleType::MustNotRunOn)
            return has(rule.hosts, step.move.to);
        return rule.type == model::DrsRuleType::KeepApart && std::ranges::any_of(rule.vms, [&](VmId other) {
                   return !(other == step.move.vm) && isThere(other);
               });
    });
}

bool DrsExecution::isReady(const Step &step) const
{
    return step.state == State::Waiting
        && std::ranges::all_of(step.after, [&](size_t other) { return m_steps[other].state == State::Done; });
}

std::optional<size_t> DrsExecution::next() const
{
    for (size_t i = 0; i < m_steps.size(); ++i) {
        const Step &step = m_steps[i];
        if (isReady(step) && !isBusy(step.move.from) && !isBusy(step.move.to) && hasRoom(step)
            && !breaksRule(step))
            return i;
    }
    return std::nullopt;
}

void DrsExecution::end(Step &step, std::optional<Error> error)
{
    step.state = error ? State::Failed : State::Done;
    if (error && !m_problem)
        m_problem = error;
    m_around.onEnd({.time = m_around.clock.now(),
                    .move = step.move,
                    .priority = step.priority,
                    .reason = step.reason,
                    .actor = m_order.actor,
                    .task = step.task,
                    .error = std::move(error)});
}

/// What has become of those at work; what waits for one that failed is not tried.
void DrsExecution::look()
{
    for (Step &step : m_steps) {
        if (step.state == State::Running) {
            const model::Task *task = m_around.tasks.find(step.task);
            if (task == nullptr)
                end(step, Error(core::errors::Internal));
            else if (isFinished(task->state))
                end(step, task->error);
        } else if (step.state == State::Waiting) {
            const bool isLost = std::ranges::any_of(
                step.after, [&](size_t other) { return m_steps[other].state == State::Failed; });
            if (isLost)
                step.state = State::Failed;
        }
    }
}

/// Nothing is at work and nothing can begin: the first that waits has no place any more.
void DrsExecution::giveUpOne()
{
    for (Step &step : m_steps) {
        if (!isReady(step))
            continue;
        end(step,
            Error(errors::HostCrowded,
                  QJsonObject{{u"vm"_s, step.move.vmName}, {u"host"_s, step.move.toName}}));
        return;
    }
}

Task<> DrsExecution::begin(DrsExecution *self, size_t index)
{
    const model::DrsMove move = self->m_steps[index].move;
    self->m_steps[index].state = State::Running; // submitting takes a moment
    const model::Vm *vm = self->m_around.inventory.now().find(move.vm);
    if (vm != nullptr && vm->host == move.to) { // somebody has done it already
        self->m_steps[index].state = State::Done;
        co_return {};
    }
    const operations::MigrateVm wish{.vm = move.vm, .host = move.to};
    Submission submission{.request = operations::request(wish),
                          .who = {.principal = self->m_order.actor.isEmpty() ? ownName : self->m_order.actor},
                          .isOwn = true};
    const auto task = co_await self->m_around.tasks.submit(std::move(submission));
    if (task)
        self->m_steps[index].task = task->id;
    else
        self->end(self->m_steps[index], task.error());
    co_return {};
}

Task<> DrsExecution::run(DrsExecution *self, std::function<bool()> stop)
{
    for (;;) {
        self->look();
        const bool isStopped = stop && stop();
        while (!isStopped) {
            const auto step = self->next();
            if (!step)
                break;
            co_await begin(self, *step);
        }
        const bool isAtWork = self->any(State::Running);
        if (!isAtWork && (isStopped || !self->any(State::Waiting)))
            co_return {};
        if (!isAtWork)
            self->giveUpOne();
        else
            co_await sleepFor(&self->m_around.clock, lookedAtEvery);
    }
}

} // namespace core::orchestrator
