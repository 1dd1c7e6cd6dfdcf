// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

#include "core/model/tree.h"
#include "core/operations/vm/migrate.h"

#include <QLoggingCategory>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core::orchestrator {

namespace {

Q_LOGGING_CATEGORY(lcMaintenance, "vigie.maintenance")

constexpr Duration lookedAtEvery = 1s;
constexpr Duration plannedEvery = 15s; ///< while something is in the way

/// Empties one host. Lives in the frame of the coroutine that runs it.
class Evacuation
{
public:
    Evacuation(operations::EnterMaintenance operation, OperationContext context)
        : m_operation(operation),
          m_context(std::move(context)),
          m_steps(m_context.earlierSteps())
    {
        if (m_steps.empty())
            m_steps = {{.code = u"maintenance.running-moved"_s}, {.code = u"maintenance.stopped-moved"_s}};
    }

    Task<> run() { return run(this); }

private:
    static Task<> run(Evacuation *self);
    static Task<> leaveRunning(Evacuation *self);
    static Task<> moveRunning(Evacuation *self);
    static Task<> moveStopped(Evacuation *self);
    static Task<> moveOne(Evacuation *self, VmId vm);
    void set(model::Maintenance maintenance);
    void step(size_t index, model::StepState state, const QJsonObject &parameters = {});
    [[nodiscard]] bool isOver() const;
    [[nodiscard]] bool isEvacuated() const;
    [[nodiscard]] std::vector<const model::Vm *> vmsHere(bool atWork) const;

    operations::EnterMaintenance m_operation;
    OperationContext m_context;
    std::vector<model::TaskStep> m_steps;
    size_t m_first = 0; ///< VMs that ran here when it began
};

void Evacuation::set(model::Maintenance maintenance)
{
    auto host = m_context.copyOf(m_operation.host);
    if (!host)
        return;
    host->maintenance = maintenance;
    m_context.put(*std::move(host));
}

void Evacuation::step(size_t index, model::StepState state, const QJsonObject &parameters)
{
    m_steps[index].state = state;
    m_steps[index].parameters = parameters;
    m_context.steps(m_steps);
}

/// Nobody wants it any more: the user has said so here, or has let the host leave.
bool Evacuation::isOver() const
{
    const model::Host *host = m_context.inventory().find(m_operation.host);
    return m_context.cancelRequested() || host == nullptr
        || host->maintenance != model::Maintenance::Entering;
}

bool Evacuation::isEvacuated() const
{
    const model::Inventory &inventory = m_context.inventory();
    const model::Cluster *cluster = inventory.find(clusterOf(m_operation.host, inventory));
    if (cluster == nullptr || m_operation.evacuation == operations::Evacuation::Never)
        return false;
    return m_operation.evacuation == operations::Evacuation::Always || !cluster->drsEnabled
        || cluster->drs.automation == model::DrsAutomation::Full;
}

std::vector<const model::Vm *> Evacuation::vmsHere(bool atWork) const
{
    std::vector<const model::Vm *> here;
    for (const auto &vm : m_context.inventory().all<model::Vm>()) {
        const bool works = vm->state == model::PowerState::Running || vm->state == model::PowerState::Paused;
        if (vm->host == m_operation.host && works == atWork)
            here.push_back(vm.get());
    }
    return here;
}

/// One round of migrations: those that have a place go, what failed is planned anew in the next.
Task<> Evacuation::moveRunning(Evacuation *self)
{
    auto plan = self->m_context.drs().evacuation(self->m_operation.host);
    if (plan.recommendations.empty())
        co_return {};
    self->m_context.phase(u"maintenance.moving"_s);
    DrsExecution::Order order{.recommendations = std::move(plan.recommendations),
                              .actor = self->m_context.user()};
    const ClusterId cluster = clusterOf(self->m_operation.host, self->m_context.inventory());
    std::function<bool()> stop = [self] { return self->isOver(); };
    std::function<void(double)> progress = [self](double) {
        const auto left = static_cast<double>(self->vmsHere(true).size());
        if (self->m_first > 0)
            self->m_context.progress(1 - left / static_cast<double>(self->m_first));
    };
    const auto done = co_await self->m_context.drs().carryOut(cluster, std::move(order), std::move(stop),
                                                              std::move(progress));
    if (!done)
        qCInfo(lcMaintenance) << "still there" << done.error().code << done.error().detail;
    co_return {};
}

Task<> Evacuation::leaveRunning(Evacuation *self)
{
    self->step(0, model::StepState::Running);
    self->m_first = self->vmsHere(true).size();
    Monotonic next = self->m_context.clock().monotonic();
    while (!self->vmsHere(true).empty()) {
        if (self->isOver())
            co_return Error(errors::Cancelled);
        if (self->isEvacuated() && self->m_context.clock().monotonic() >= next) {
            co_await moveRunning(self);
            next = self->m_context.clock().monotonic() + plannedEvery;
        }
        self->m_context.phase(u"maintenance.waiting"_s);
        if (!self->vmsHere(true).empty())
            co_await sleepFor(&self->m_context.clock(), lookedAtEvery);
    }
    self->step(0, model::StepState::Done, {{u"count"_s, static_cast<qint64>(self->m_first)}});
    co_return {};
}

Task<> Evacuation::moveOne(Evacuation *self, VmId vm)
{
    const auto places = self->m_context.drs().placesFor(vm);
    std::optional<HostId> to;
    for (const DrsBoard::Place &place : places) {
        const operations::MigrateVm wish{.vm = vm, .host = place.host};
        if (!to && !(place.host == self->m_operation.host) && availability(wish, self->m_context.inventory()))
            to = place.host; // one that is full will do: it is only registered there
    }
    if (!to)
        co_return Error(errors::NotFound);
    const model::Inventory &inventory = self->m_context.inventory();
    const model::Vm &known = *inventory.find(vm);
    DrsExecution::Order order{.recommendations = {{.key = vm.toString(),
                                                   .priority = 1,
                                                   .reason = u"hostMaint"_s,
                                                   .moves = {{.vm = vm,
                                                              .vmName = known.name,
                                                              .from = known.host,
                                                              .fromName = inventory.nameOf(known.host),
                                                              .to = *to,
                                                              .toName = inventory.nameOf(*to)}}}},
                              .actor = self->m_context.user()};
    const ClusterId cluster = clusterOf(self->m_operation.host, inventory);
    co_return co_await self->m_context.drs().carryOut(cluster, std::move(order), {}, {});
}

/// One that cannot go stays: it does no work here.
Task<> Evacuation::moveStopped(Evacuation *self)
{
    self->step(1, model::StepState::Running);
    std::vector<VmId> all;
    for (const model::Vm *vm : self->vmsHere(false))
        all.push_back(vm->id);
    bool failed = false;
    for (const VmId vm : all) {
        if (self->isOver())
            co_return Error(errors::Cancelled);
        const auto moved = co_await moveOne(self, vm);
        failed = failed || !moved;
    }
    self->step(1, failed ? model::StepState::Failed : model::StepState::Done);
    co_return {};
}

Task<> Evacuation::run(Evacuation *self)
{
    self->set(model::Maintenance::Entering);
    self->m_context.cancellable(true);
    self->m_context.steps(self->m_steps);
    co_await self->m_context.keep();
    auto left = co_await leaveRunning(self);
    if (left && self->m_operation.moveStopped)
        left = co_await moveStopped(self);
    else if (left)
        self->step(1, model::StepState::NotRequested);
    if (!left) {
        const model::Host *host = self->m_context.inventory().find(self->m_operation.host);
        if (host != nullptr && host->maintenance == model::Maintenance::Entering)
            self->set(model::Maintenance::None);
        co_return left;
    }
    self->set(model::Maintenance::In);
    co_return {};
}

} // namespace

Task<> perform(operations::EnterMaintenance operation, OperationContext context)
{
    Evacuation evacuation(operation, context);
    co_return co_await evacuation.run();
}

} // namespace core::orchestrator
