// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/migration/journey.h"

#include "core/async/deadline.h"

#include <QUrl>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core::orchestrator {

namespace {

using model::StepState;

constexpr auto lookLimit = 5s; ///< a host that takes longer to tell of one VM counts as silent
constexpr auto arriveLimit = 30s; ///< until the inventory shows it at its new host
constexpr auto arriveLookEvery = 200ms;
constexpr auto cancelLookEvery = 500ms;

// What a later life of the core must know, and cannot see any more.
const QString sourceKey = u"sourceId"_s;
const QString stateKey = u"vmState"_s;
const QString autostartKey = u"autostart"_s;

MigrationClaim claimOf(const operations::MigrateVm &operation, const model::Vm &vm, HostId from,
                       MigrationCost cost)
{
    MigrationClaim claim{.vm = vm.id,
                         .from = from,
                         .to = operation.host,
                         .datastores = {},
                         .cost = cost,
                         .priority = operation.priority};
    for (const model::VmDisk &disk : vm.disks) {
        const bool isNew = std::ranges::find(claim.datastores, disk.datastore) == claim.datastores.end();
        if (!disk.datastore.isNull() && isNew)
            claim.datastores.push_back(disk.datastore);
    }
    return claim;
}

} // namespace

QString migrationNetwork(const model::Host &destination)
{
    const QString address = QUrl(destination.migrationUri).host();
    return address.isEmpty() ? destination.name : address;
}

HostId sourceOf(const operations::MigrateVm &operation, const OperationContext &context)
{
    const auto steps = context.earlierSteps();
    if (!steps.empty())
        return HostId::fromString(steps.front().parameters.value(sourceKey).toString());
    return context.inventory().find(operation.vm)->host;
}

MigrationJourney::MigrationJourney(operations::MigrateVm operation, OperationContext context,
                                   std::vector<model::TaskStep> steps, MigrationCost cost)
    : m_operation(operation),
      m_context(context),
      m_vm(*context.inventory().find(operation.vm)),
      m_from(sourceOf(operation, context)),
      m_to(operation.host),
      m_fromName(context.inventory().nameOf(m_from)),
      m_toName(context.inventory().nameOf(m_to)),
      m_steps(std::move(steps)),
      m_place(context.migrations().places(), context.clock(), claimOf(operation, m_vm, m_from, cost),
              !context.earlierSteps().empty())
{
    if (auto earlier = context.earlierSteps(); !earlier.empty()) {
        m_steps = std::move(earlier);
        const QJsonObject before = m_steps.front().parameters;
        if (const auto state = json::fromJson<model::PowerState>(before.value(stateKey)))
            m_vm.state = *state;
        m_vm.autostart = before.value(autostartKey).toBool();
        return;
    }
    QJsonObject &before = m_steps.front().parameters;
    before.insert(sourceKey, m_from.toString());
    before.insert(stateKey, QString::fromLatin1(wireName(m_vm.state)));
    before.insert(autostartKey, m_vm.autostart);
}

Task<> MigrationJourney::room()
{
    if (!m_place.isAdmitted())
        m_context.phase(u"migration.queued"_s);
    m_context.cancellable(true);
    while (!m_place.isAdmitted()) {
        if (m_context.cancelRequested())
            co_return Error(core::errors::Cancelled);
        co_await m_place.admission(cancelLookEvery);
    }
    m_context.cancellable(false);
    co_return {};
}

void MigrationJourney::begin(size_t step)
{
    if (hasBegun(step))
        return;
    m_steps[step].state = StepState::Running;
    m_context.phase(m_steps[step].code);
    m_context.steps(m_steps);
}

void MigrationJourney::end(size_t step, StepState state, const QJsonObject &parameters)
{
    m_steps[step].state = state;
    for (auto it = parameters.begin(); it != parameters.end(); ++it)
        m_steps[step].parameters.insert(it.key(), it.value());
    m_context.steps(m_steps);
}

Error MigrationJourney::failure(const ErrorCode &code, const QJsonObject &more, const QString &detail) const
{
    QJsonObject params{{u"vm"_s, m_vm.name}, {u"source"_s, m_fromName}, {u"destination"_s, m_toName}};
    for (auto it = more.begin(); it != more.end(); ++it)
        params.insert(it.key(), it.value());
    return Error(code, params, detail);
}

Task<Sighting> MigrationJourney::look(HostId host, bool isSource)
{
    const auto connection = m_context.hypervisorOn(host);
    if (!connection)
        co_return Sighting{};
    Sighting seen{.answers = true};
    if (isSource) { // first: once there is none, what is read next is how it stays
        const auto leaving =
            co_await withDeadline((*connection)->migrationAway(m_vm.id), &m_context.clock(), lookLimit);
        if (!leaving)
            co_return Sighting{};
        seen.isLeaving = leaving->has_value();
    }
    const auto vm = co_await withDeadline((*connection)->vm(m_vm.id), &m_context.clock(), lookLimit);
    if (vm)
        seen.state = vm->state;
    else if (!vm.error().is(core::errors::NotFound))
        co_return Sighting{};
    co_return seen;
}

Task<> MigrationJourney::arrive()
{
    const auto destination = m_context.hypervisorOn(m_to);
    if (destination && m_vm.autostart && m_vm.persistent) {
        const auto marked =
            co_await withDeadline((*destination)->setAutostart(m_vm.id, true), &m_context.clock(), lookLimit);
        if (!marked)
            co_return marked.error();
    }
    const Monotonic giveUp = m_context.clock().monotonic() + arriveLimit;
    for (;;) {
        const model::Vm *vm = m_context.inventory().find(m_vm.id);
        if (vm != nullptr && vm->host == m_to && !vm->stale)
            co_return {};
        if (m_context.clock().monotonic() >= giveUp) {
            const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(arriveLimit).count();
            co_return Error(core::errors::Timeout, QJsonObject{{u"seconds"_s, static_cast<qint64>(seconds)}});
        }
        m_context.lookAt(m_from, m_vm.id);
        m_context.lookAt(m_to, m_vm.id);
        co_await m_context.changeOf(m_vm.id, arriveLookEvery);
    }
}

} // namespace core::orchestrator
