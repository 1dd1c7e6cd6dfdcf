// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/migration/live.h"

#include "core/async/deadline.h"
#include "core/orchestrator/errors.h"

#include <QLoggingCategory>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core::orchestrator {

namespace {

Q_LOGGING_CATEGORY(lcLive, "vigie.migration")

using model::StepState;

constexpr auto figuresEvery = 500ms;
constexpr auto askLimit = 5s;
constexpr auto silenceLimit = 3min;
constexpr size_t passesKept = 100;

/// Of the whole: what comes before and after the copy of memory takes moments.
constexpr double copyBegins = 0.05;
constexpr double copyShare = 0.9;

std::vector<model::TaskStep> stepsFor(const operations::MigrateVm &operation, const OperationContext &context)
{
    const model::Inventory &inventory = context.inventory();
    const QString from = inventory.nameOf(sourceOf(operation, context));
    const HostId destination = destinationOf(operation, context);
    const QString to = inventory.nameOf(destination);
    std::vector<model::TaskStep> steps{
        {.code = u"migration.host-validated"_s, .parameters = {{u"host"_s, to}}},
        {.code = u"migration.memory-copied"_s,
         .parameters = {{u"network"_s, migrationNetwork(*inventory.find(destination))}}},
        {.code = u"migration.frozen"_s, .parameters = {{u"host"_s, from}}},
        {.code = u"migration.resumed"_s, .parameters = {{u"host"_s, to}}},
        {.code = u"migration.source-cleaned"_s, .parameters = {{u"host"_s, from}}}};
    if (operation.datastore || !operation.disks.empty()) {
        steps.insert(steps.begin() + 1, {.code = u"migration.disks-mirrored"_s, .parameters = {}});
        steps.push_back({.code = u"migration.files-deleted"_s, .parameters = {}});
    }
    return steps;
}

MigrationCost costOf(const operations::MigrateVm &operation)
{
    return operation.datastore || !operation.disks.empty() ? filesCost : liveCost;
}

} // namespace

LiveMigration::LiveMigration(operations::MigrateVm operation, OperationContext context)
    : MigrationJourney(operation, context, stepsFor(operation, context), costOf(operation)),
      m_isCarriedOn(!context.earlierSteps().empty()),
      m_follower(context.migrations(), context.clock(), operation.vm, m_from, m_to)
{
    if (m_isCarriedOn && movesFiles())
        readPlan(at(Disks));
}

size_t LiveMigration::at(Step step) const
{
    const auto place = static_cast<size_t>(step);
    return movesFiles() || step == Validated ? place : place - 1;
}

Task<> LiveMigration::run()
{
    if (m_isCarriedOn && movesFiles() && hasBegun(Deleted)) // it arrived
        co_return co_await deleteSources();
    if (m_isCarriedOn && !hasBegun(movesFiles() ? Disks : Copied))
        co_return Error(operations::errors::Interrupted); // nothing was asked of any host
    if (!m_isCarriedOn) {
        if (const auto prepared = co_await prepare(); !prepared)
            co_return prepared.error();
        startCall();
    }
    m_context.cancellable(true);
    co_await follow();
    m_context.cancellable(false);
    co_return co_await conclude();
}

Task<> LiveMigration::prepare()
{
    if (const auto admitted = co_await room(); !admitted)
        co_return admitted.error();
    begin(Validated);
    if (const auto there = m_context.hypervisorOn(m_to); !there)
        co_return there.error();
    if (movesFiles()) {
        if (const auto planned = co_await planFor(at(Disks)); !planned)
            co_return copyFailure(planned.error());
    }
    end(Validated, StepState::Done);
    begin(movesFiles() ? Disks : Copied);
    if (const auto kept = co_await m_context.keep(); !kept)
        co_return kept.error();
    if (movesFiles())
        co_return co_await prepareDisks();
    co_return {};
}

/// Ours to make: libvirt would, but only in the directory of a pool that the destination has defined.
Task<> LiveMigration::prepareDisks()
{
    if (const auto prepared = co_await m_courier.prepare(m_plan); !prepared)
        co_return copyFailure(prepared.error());
    const auto made = co_await m_courier.makeDisks(m_plan);
    if (made)
        co_return {};
    co_return co_await takenBack(copyFailure(made.error()));
}

Task<> LiveMigration::deleteSources()
{
    begin(Deleted);
    if (const auto kept = co_await m_context.keep(); !kept)
        co_return kept.error();
    if (const auto removed = co_await removeSources(); !removed)
        co_return removed.error();
    end(Deleted, StepState::Done);
    co_return {};
}

void LiveMigration::startCall()
{
    const auto source = m_context.hypervisorOn(m_from);
    const auto destination = m_context.hypervisorOn(m_to);
    const model::Host *to = m_context.inventory().find(m_to);
    if (!source || !destination || to == nullptr)
        return; // lost this moment: what both show decides, as when it is lost later
    qCInfo(lcLive) << "started"
                   << "vm" << m_vm.id.toString() << "from" << m_fromName << "to" << m_toName;
    const hypervisor::MigrationOrder order{.vm = m_vm.id,
                                           .peerUri = to->peerUri,
                                           .dataUri = to->migrationUri,
                                           .isPersistent = m_vm.persistent,
                                           .disks = relocation().disks};
    m_carrier = *source;
    m_follower.drive(m_carrier->migrate(order, *destination));
}

/// Until it is over as far as the source tells. Nothing here waits for a host: what is asked of it is asked beside, and not
/// at once when a pass begins: it may be the last, and an answer that QEMU owes us then makes the guest's pause longer.
Task<> LiveMigration::follow()
{
    for (;;) {
        co_await m_follower.news(figuresEvery);
        showMoments();
        if (isOver())
            co_return {};
        if (m_context.cancelRequested())
            abort();
        const Monotonic now = m_context.clock().monotonic();
        if (const auto source = m_context.hypervisorOn(m_from);
            source && now - m_askedAt >= figuresEvery && (m_isCarriedOn || !m_follower.isFrozen())) {
            m_askedAt = now;
            m_follower.ask(withDeadline((*source)->migrationAway(m_vm.id), &m_context.clock(), askLimit));
        }
    }
}

/// Takes what the source has answered, if it has.
bool LiveMigration::isOver()
{
    const auto source = m_context.hypervisorOn(m_from);
    if (!m_isCarriedOn && (m_follower.end() || !source || *source != m_carrier))
        return true; // with its connection, the call's answer is lost
    if (!source) {
        const Monotonic now = m_context.clock().monotonic();
        m_silentSince = m_silentSince.value_or(now);
        return now - *m_silentSince >= silenceLimit || m_follower.hasArrived();
    }
    m_silentSince.reset();
    const auto answer = m_follower.takeAnswer();
    if (!answer || !*answer)
        return m_follower.hasArrived() && m_isCarriedOn;
    if (**answer)
        showFigures(***answer);
    else if (m_isCarriedOn)
        return true;
    return false;
}

void LiveMigration::abort()
{
    if (m_follower.isFrozen())
        return; // again and again until it is over: at first there may be nothing yet to be ended
    if (const auto source = m_context.hypervisorOn(m_from)) {
        m_abortSent = true;
        m_follower.request(withDeadline((*source)->abortMigration(m_vm.id), &m_context.clock(), askLimit));
    }
}

int LiveMigration::passOf(int told)
{
    if (m_firstPass == 0)
        m_firstPass = told;
    return told == 0 ? 0 : std::max(1, told - m_firstPass + 1);
}

/// What the hosts told by themselves.
void LiveMigration::showMoments()
{
    if (const int pass = passOf(m_follower.pass()); pass > m_figures.pass) {
        m_figures.pass = pass;
        if (movesFiles() && !hasBegun(Copied)) {
            end(Disks, StepState::Done);
            begin(Copied);
        }
        m_steps[at(Copied)].parameters.insert(u"pass"_s, m_figures.pass);
        m_context.steps(m_steps);
        m_context.migration(m_figures);
    }
    if (m_follower.isFrozen() && !hasBegun(Frozen)) {
        m_context.cancellable(false);
        end(Copied, StepState::Done);
        begin(Frozen);
    }
    if (m_follower.hasArrived() && !hasBegun(Cleaned)) {
        for (const Step step : {Copied, Frozen, Resumed})
            end(step, StepState::Done);
        begin(Cleaned);
    }
}

/// A network that is cut leaves QEMU waiting for a quarter of an hour, as TCP does.
void LiveMigration::watchTransfer(Bytes transferred)
{
    const Monotonic now = m_context.clock().monotonic();
    if (!m_transferredAt || transferred != m_transferred) {
        m_transferred = transferred;
        m_transferredAt = now;
        return;
    }
    m_isStalled = m_isStalled || now - *m_transferredAt >= stallLimit;
    if (m_isStalled)
        abort();
}

/// A guest that writes faster than its memory is copied: it may be frozen longer; else it stays where it is.
void LiveMigration::steer(const hypervisor::MigrationFigures &figures)
{
    const ConvergenceStep step = converge(m_convergence, figures, ConvergencePolicy{});
    m_convergence = step.next;
    const auto source = m_context.hypervisorOn(m_from);
    switch (step.action) {
    case ConvergenceAction::GoOn: return;
    case ConvergenceAction::AllowDowntime:
        m_figures.downtimeLimit = step.downtime;
        if (source)
            m_follower.request(withDeadline((*source)->setDowntimeLimit(m_vm.id, step.downtime),
                                            &m_context.clock(), askLimit));
        return;
    case ConvergenceAction::GiveUp:
        m_figures.notConverging = true;
        abort();
        return;
    }
    Q_UNREACHABLE();
}

void LiveMigration::showFigures(const hypervisor::MigrationFigures &figures)
{
    const int number = passOf(figures.pass);
    m_figures.pass = std::max(m_figures.pass, number);
    m_figures.memoryTotal = figures.total;
    m_figures.memoryRemaining = figures.remaining;
    m_figures.dirtiedPerSecond = figures.dirtiedPerSecond;
    m_figures.copiedPerSecond = figures.perSecond;
    m_figures.expectedDowntime = figures.downtime;
    watchTransfer(figures.transferred + figures.diskCopied);
    if (figures.diskTotal.count() > 0) {
        m_figures.diskTotal = figures.diskTotal;
        m_figures.diskCopied = figures.diskCopied;
    }
    steer(figures);
    if (number > 0) {
        const model::MigrationPass pass{.number = number,
                                        .at = figures.elapsed,
                                        .remaining = figures.remaining,
                                        .dirtiedPerSecond = figures.dirtiedPerSecond,
                                        .copiedPerSecond = figures.perSecond};
        auto &passes = m_figures.passes;
        if (!passes.empty() && passes.back().number == pass.number)
            passes.pop_back();
        passes.push_back(pass);
        if (passes.size() > passesKept)
            passes.erase(passes.begin());
    }
    // The disks go first, and are the most of it.
    const double disks = movesFiles() ? 0.8 : 0;
    if (figures.diskTotal.count() > 0 && number == 0)
        m_context.progress(copyBegins + copyShare * disks * (figures.diskCopied / figures.diskTotal));
    if (figures.total.count() > 0 && (number > 0 || !movesFiles())) {
        const double left =
            static_cast<double>(figures.remaining.count()) / static_cast<double>(figures.total.count());
        m_context.progress(copyBegins + copyShare * (disks + (1 - disks) * std::clamp(1 - left, 0.0, 1.0)));
    }
    m_context.migration(m_figures);
}

} // namespace core::orchestrator
