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
    const QString to = context.inventory().nameOf(operation.host);
    return {{.code = u"migration.host-validated"_s, .parameters = {{u"host"_s, to}}},
            {.code = u"migration.files-copied"_s, .state = StepState::NotRequested},
            {.code = u"migration.registered"_s, .parameters = {{u"host"_s, to}}},
            {.code = u"migration.files-deleted"_s, .state = StepState::NotRequested}};
}

} // namespace

ColdMigration::ColdMigration(operations::MigrateVm operation, OperationContext context)
    : MigrationJourney(operation, context, stepsFor(operation, context), definitionCost)
{}

Task<> ColdMigration::run()
{
    if (!m_context.earlierSteps().empty()) {
        if (const auto carriedOn = co_await carryOn(); !carriedOn)
            co_return carriedOn.error();
    } else {
        if (const auto admitted = co_await room(); !admitted)
            co_return admitted.error();
        begin(Validated);
        if (const auto valid = co_await validate(); !valid)
            co_return valid.error();
        end(Validated, StepState::Done);
        begin(Registered);
        if (const auto kept = co_await m_context.keep(); !kept)
            co_return kept.error();
        if (const auto registered = co_await registerThere(); !registered)
            co_return registered.error();
    }
    if (const auto left = co_await leaveSource(); !left)
        co_return left.error();
    if (const auto arrived = co_await arrive(); !arrived)
        co_return arrived.error();
    end(Registered, StepState::Done);
    co_return {};
}

/// The source has it, off; the destination has nothing of that id.
Task<> ColdMigration::validate()
{
    const auto source = co_await look(m_from, true);
    const auto destination = co_await look(m_to, false);
    for (const auto &[seen, host] : {std::pair(*source, m_fromName), std::pair(*destination, m_toName)}) {
        if (!seen.answers)
            co_return Error(core::errors::Unreachable, QJsonObject{{u"where"_s, host}});
    }
    const bool isOff = source->state == model::PowerState::Off || source->state == model::PowerState::Crashed;
    if (!isOff || destination->state)
        co_return failure(errors::MigrationFailed, {},
                          isOff ? u"the destination has a VM of this id"_s : u"the VM is not off"_s);
    co_return {};
}

/// When the answer is lost, what the destination shows decides.
Task<> ColdMigration::registerThere()
{
    const auto source = m_context.hypervisorOn(m_from);
    const auto destination = m_context.hypervisorOn(m_to);
    if (!source || !destination)
        co_return source ? destination.error() : source.error();
    const auto definition =
        co_await withDeadline((*source)->definition(m_vm.id), &m_context.clock(), callLimit);
    if (!definition)
        co_return failure(errors::MigrationFailed, {}, definition.error().detail);
    const auto defined =
        co_await withDeadline((*destination)->define(*definition, {}), &m_context.clock(), callLimit);
    const auto seen = co_await look(m_to, false);
    if (seen->answers && seen->state)
        co_return {};
    if (!seen->answers)
        co_return failure(errors::OutcomeUnknown, QJsonObject{{u"host"_s, m_toName}});
    co_return failure(errors::MigrationFailed, {}, defined ? QString() : defined.error().detail);
}

/// What an earlier life of the core left: what the destination has was registered there, so it goes on from there.
Task<> ColdMigration::carryOn()
{
    if (!hasBegun(Registered))
        co_return Error(operations::errors::Interrupted); // nothing was asked of any host
    const Monotonic giveUp = m_context.clock().monotonic() + waitForHosts;
    for (;;) {
        const auto source = co_await look(m_from, true);
        const auto destination = co_await look(m_to, false);
        if (source->answers && destination->answers) {
            if (destination->state)
                co_return {};
            co_return source->state ? Error(operations::errors::Interrupted) : failure(errors::VmGone);
        }
        if (m_context.clock().monotonic() >= giveUp)
            co_return failure(errors::OutcomeUnknown,
                              QJsonObject{{u"host"_s, source->answers ? m_toName : m_fromName}});
        co_await sleepFor(&m_context.clock(), lookEvery);
    }
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

} // namespace core::orchestrator
