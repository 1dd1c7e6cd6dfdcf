// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/migration/cold.h"

#include "core/async/deadline.h"
#include "core/orchestrator/errors.h"

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core::orchestrator {

namespace {

using model::StepState;

constexpr auto callLimit = 60s;
constexpr auto waitForHosts = 3min; ///< after a restart, until both answer
constexpr auto lookEvery = 500ms;

std::vector<model::TaskStep> stepsFor(const operations::MigrateVm &operation, const OperationContext &context)
{
    const QString to = context.inventory().nameOf(destinationOf(operation, context));
    const StepState files =
        operation.datastore || !operation.disks.empty() ? StepState::Waiting : StepState::NotRequested;
    return {{.code = u"migration.host-validated"_s, .parameters = {{u"host"_s, to}}},
            {.code = u"migration.files-copied"_s, .state = files, .parameters = {}},
            {.code = u"migration.registered"_s, .parameters = {{u"host"_s, to}}},
            {.code = u"migration.files-deleted"_s, .state = files, .parameters = {}}};
}

MigrationCost costOf(const operations::MigrateVm &operation)
{
    return operation.datastore || !operation.disks.empty() ? filesCost : definitionCost;
}

bool isOff(const Sighting &seen)
{
    return seen.state == model::PowerState::Off || seen.state == model::PowerState::Crashed;
}

} // namespace

ColdMigration::ColdMigration(operations::MigrateVm operation, OperationContext context)
    : MigrationJourney(operation, context, stepsFor(operation, context), costOf(operation))
{}

Task<> ColdMigration::run()
{
    auto beginning = isCarriedOn() ? carryOn() : begin();
    if (const auto ready = co_await beginning; !ready)
        co_return ready.error();
    if (m_next == Copied && !m_plan.isEmpty()) {
        if (const auto copied = co_await copy(); !copied)
            co_return copied.error();
    }
    if (m_next != Deleted) {
        if (const auto registered = co_await registerThere(); !registered)
            co_return registered.error();
    }
    if (!m_plan.isEmpty())
        co_return co_await deleteSources();
    co_return {};
}

Task<> ColdMigration::begin()
{
    if (const auto admitted = co_await room(); !admitted)
        co_return admitted.error();
    MigrationJourney::begin(Validated);
    if (const auto valid = co_await validate(); !valid)
        co_return valid.error();
    if (const auto planned = co_await planFor(Copied); !planned)
        co_return copyFailure(planned.error());
    for (const Step step : {Copied, Deleted})
        m_steps[step].state = m_plan.isEmpty() ? StepState::NotRequested : StepState::Waiting;
    end(Validated, StepState::Done);
    co_return {};
}

/// The source has it, off; another destination has nothing of that id.
Task<> ColdMigration::validate()
{
    const auto source = co_await look(m_from, true);
    if (!source->answers)
        co_return Error(core::errors::Unreachable, QJsonObject{{u"where"_s, m_fromName}});
    if (!isOff(*source))
        co_return failure(errors::MigrationFailed, {}, u"the VM is not off"_s);
    if (!changesHost())
        co_return {};
    const auto destination = co_await look(m_to, false);
    if (!destination->answers)
        co_return Error(core::errors::Unreachable, QJsonObject{{u"where"_s, m_toName}});
    if (destination->state)
        co_return failure(errors::MigrationFailed, {}, u"the destination has a VM of this id"_s);
    co_return {};
}

Task<> ColdMigration::copy()
{
    MigrationJourney::begin(Copied);
    if (const auto kept = co_await m_context.keep(); !kept)
        co_return kept.error();
    m_context.cancellable(true);
    if (const auto prepared = co_await m_courier.prepare(m_plan); !prepared)
        co_return copyFailure(prepared.error());
    auto copied = co_await m_courier.copyFiles(m_plan);
    m_context.cancellable(false);
    if (copied && m_context.cancelRequested())
        copied = Error(core::errors::Cancelled);
    if (!copied) {
        co_return co_await takenBack(copyFailure(copied.error()));
    }
    end(Copied, StepState::Done);
    co_return {};
}

Task<> ColdMigration::registerThere()
{
    MigrationJourney::begin(Registered);
    if (const auto kept = co_await m_context.keep(); !kept)
        co_return kept.error();
    auto registering = changesHost() ? makeKnown() : relocateHere();
    if (const auto known = co_await registering; !known) {
        // Where it is, is not known: its files must stay in both places.
        if (known.error().is(errors::OutcomeUnknown) || m_plan.isEmpty())
            co_return known.error();
        co_return co_await takenBack(known.error());
    }
    if (changesHost()) {
        if (const auto left = co_await leaveSource(); !left)
            co_return left.error();
    }
    if (const auto arrived = co_await arrive(); !arrived)
        co_return arrived.error();
    end(Registered, StepState::Done);
    co_return {};
}

/// When the answer is lost, what the destination shows decides.
Task<> ColdMigration::makeKnown()
{
    const auto before = co_await look(m_to, false);
    if (before->answers && before->state)
        co_return {}; // in an earlier life of the core
    const auto source = m_context.hypervisorOn(m_from);
    const auto destination = m_context.hypervisorOn(m_to);
    if (!source || !destination)
        co_return source ? destination.error() : source.error();
    const auto definition =
        co_await withDeadline((*source)->definition(m_vm.id), &m_context.clock(), callLimit);
    if (!definition)
        co_return failure(errors::MigrationFailed, {}, definition.error().detail);
    const auto defined = co_await withDeadline((*destination)->define(*definition, relocation()),
                                               &m_context.clock(), callLimit);
    const auto seen = co_await look(m_to, false);
    if (seen->answers && seen->state)
        co_return {};
    if (!seen->answers)
        co_return failure(errors::OutcomeUnknown, QJsonObject{{u"host"_s, m_toName}});
    co_return failure(errors::MigrationFailed, {}, defined ? QString() : defined.error().detail);
}

/// The same host: only where the files are changes. May be done twice.
Task<> ColdMigration::relocateHere()
{
    const auto host = m_context.hypervisorOn(m_to);
    if (!host)
        co_return host.error();
    const auto relocated =
        co_await withDeadline((*host)->relocate(m_vm.id, relocation()), &m_context.clock(), callLimit);
    if (relocated)
        co_return {};
    const bool isLost =
        relocated.error().is(core::errors::Unreachable) || relocated.error().is(core::errors::Timeout);
    if (isLost)
        co_return failure(errors::OutcomeUnknown, QJsonObject{{u"host"_s, m_toName}});
    co_return failure(errors::MigrationFailed, {}, relocated.error().detail);
}

/// What an earlier life of the core left. Copies that it had begun are made anew: nobody knows how far they are whole.
Task<> ColdMigration::carryOn()
{
    readPlan(Copied);
    const bool hasCopied = m_steps[Copied].state == StepState::Running
        || (m_steps[Copied].state == StepState::Done && !hasBegun(Registered));
    if (!hasBegun(Registered) && !hasCopied)
        co_return Error(operations::errors::Interrupted); // nothing was asked of any host
    const Monotonic giveUp = m_context.clock().monotonic() + waitForHosts;
    for (;;) {
        const auto source = co_await look(m_from, true);
        const auto destination = co_await look(m_to, false); // the same one when only the disks move
        if (source->answers && destination->answers) {
            if (!source->state && !destination->state)
                co_return failure(errors::VmGone);
            break;
        }
        if (m_context.clock().monotonic() >= giveUp)
            co_return failure(errors::OutcomeUnknown,
                              QJsonObject{{u"host"_s, source->answers ? m_toName : m_fromName}});
        co_await sleepFor(&m_context.clock(), lookEvery);
    }
    if (hasCopied) {
        const auto source = co_await look(m_from, true);
        const auto back = co_await takenBack(Error(operations::errors::Interrupted));
        if (!isOff(*source) || !back.error().is(operations::errors::Interrupted))
            co_return back.error();
        m_next = Copied;
        co_return {};
    }
    m_next = m_steps[Deleted].state == StepState::Running ? Deleted : Registered;
    co_return {};
}

Task<> ColdMigration::leaveSource()
{
    const auto source = m_context.hypervisorOn(m_from);
    if (!source)
        co_return failure(errors::RegisteredTwice);
    const auto forgotten = co_await withDeadline((*source)->undefine(m_vm.id), &m_context.clock(), callLimit);
    if (forgotten || forgotten.error().is(core::errors::NotFound))
        co_return {};
    const auto seen = co_await look(m_from, true);
    if (seen->answers && !seen->state)
        co_return {};
    // It is not to be on both: the new one, which nobody has used yet, goes again.
    const auto destination = m_context.hypervisorOn(m_to);
    if (!destination)
        co_return failure(errors::RegisteredTwice, {}, forgotten.error().detail);
    const auto undone =
        co_await withDeadline((*destination)->undefine(m_vm.id), &m_context.clock(), callLimit);
    if (!undone)
        co_return failure(errors::RegisteredTwice, {}, forgotten.error().detail);
    co_return failure(errors::MigrationFailed, {}, forgotten.error().detail);
}

Task<> ColdMigration::deleteSources()
{
    MigrationJourney::begin(Deleted);
    if (const auto kept = co_await m_context.keep(); !kept)
        co_return kept.error();
    if (const auto removed = co_await removeSources(); !removed)
        co_return removed.error();
    end(Deleted, StepState::Done);
    co_return {};
}

} // namespace core::orchestrator
