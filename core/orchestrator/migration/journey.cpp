// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/migration/journey.h"

#include "core/async/deadline.h"
#include "core/hypervisor/errors.h"
#include "core/orchestrator/errors.h"

#include <QJsonArray>
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

/// Of the whole: what comes before and after the copying of files takes moments.
constexpr double copyBegins = 0.05;
constexpr double copyShare = 0.9;

// What a later life of the core must know, and cannot see any more.
const QString sourceKey = u"sourceId"_s;
const QString stateKey = u"vmState"_s;
const QString autostartKey = u"autostart"_s;
const QString planKey = u"plan"_s;

model::MigrationRequest requestOf(const operations::MigrateVm &operation, const OperationContext &context)
{
    const auto request = operations::migrationOf(operation, context.inventory());
    return request ? *request : model::MigrationRequest{.vm = operation.vm}; // checked before there is a task
}

MigrationClaim claimOf(const model::MigrationRequest &request, const model::Vm &vm, HostId from, HostId to,
                       MigrationCost cost)
{
    MigrationClaim claim{.vm = vm.id,
                         .from = from,
                         .to = to,
                         .datastores = targetsOf(request, vm),
                         .cost = cost,
                         .priority = request.priority};
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

HostId destinationOf(const operations::MigrateVm &operation, const OperationContext &context)
{
    return operation.host.value_or(sourceOf(operation, context));
}

MigrationJourney::MigrationJourney(operations::MigrateVm operation, OperationContext context,
                                   std::vector<model::TaskStep> steps, MigrationCost cost)
    : m_operation(operation),
      m_context(context),
      m_vm(*context.inventory().find(operation.vm)),
      m_request(requestOf(operation, context)),
      m_from(sourceOf(operation, context)),
      m_to(destinationOf(operation, context)),
      m_fromName(context.inventory().nameOf(m_from)),
      m_toName(context.inventory().nameOf(m_to)),
      m_steps(std::move(steps)),
      m_courier(context, m_from, m_to,
                [this](Bytes total, Bytes done) {
                    m_figures.diskTotal = total;
                    m_figures.diskCopied = done;
                    m_context.migration(m_figures);
                    if (total.count() > 0)
                        m_context.progress(copyBegins + copyShare * (done / total));
                }),
      m_wasBegun(!context.earlierSteps().empty()),
      m_place(context.migrations().places(), context.clock(), claimOf(m_request, m_vm, m_from, m_to, cost),
              m_wasBegun)
{
    if (m_wasBegun) {
        m_steps = context.earlierSteps();
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

Task<> MigrationJourney::planFor(size_t step)
{
    const auto names = co_await m_courier.namesOn(targetsOf(m_request, m_vm));
    if (!names)
        co_return names.error();
    m_plan = planFiles(m_request, m_vm, m_context.inventory(), *names);
    if (const QString other = otherUserOf(m_plan, m_vm, m_context.inventory()); !other.isEmpty())
        co_return Error(errors::DiskUsedByOther, QJsonObject{{u"vm"_s, m_vm.name}, {u"other"_s, other}});
    m_steps[step].parameters.insert(planKey, json::toJson(m_plan));
    m_steps[step].parameters.insert(u"datastore"_s, targetName());
    co_return {};
}

void MigrationJourney::readPlan(size_t step)
{
    if (const auto plan = json::fromJson<FilePlan>(m_steps[step].parameters.value(planKey)))
        m_plan = *plan;
}

QString MigrationJourney::targetName() const
{
    return m_plan.isEmpty() ? QString() : m_context.inventory().nameOf(m_plan.files.front().target);
}

hypervisor::Relocation MigrationJourney::relocation() const
{
    hypervisor::Relocation relocation;
    for (const FileMove &file : m_plan.files) {
        if (file.disk.isEmpty())
            relocation.nvram = file.to;
        else
            relocation.disks.push_back({.disk = file.disk, .path = file.to, .format = file.format});
    }
    return relocation;
}

Task<> MigrationJourney::takenBack(Error why)
{
    m_context.cancellable(false);
    const auto left = co_await m_courier.takeBack(m_plan);
    if (left->empty())
        co_return why;
    co_return failure(
        errors::FilesLeft,
        QJsonObject{{u"host"_s, m_toName},
                    {u"paths"_s, QJsonArray::fromStringList(QStringList(left->begin(), left->end()))}},
        why.code + u": "_s + why.detail);
}

Task<> MigrationJourney::removeSources()
{
    const auto left = co_await m_courier.removeSources(m_plan);
    if (left->empty())
        co_return {};
    co_return failure(
        errors::SourceFilesLeft,
        QJsonObject{{u"paths"_s, QJsonArray::fromStringList(QStringList(left->begin(), left->end()))}});
}

Error MigrationJourney::copyFailure(const Error &why) const
{
    if (why.is(core::errors::Cancelled) || why.is(errors::DiskBuildsOn) || why.is(errors::CopyDiffers)
        || why.is(errors::DiskUsedByOther))
        return why;
    const QJsonObject datastore{{u"datastore"_s, targetName()}};
    if (why.is(hypervisor::errors::NoSpace))
        return failure(errors::NoRoom, datastore, why.detail);
    return failure(errors::CopyFailed, datastore, why.code + u": "_s + why.detail);
}

bool MigrationJourney::isThere() const
{
    const model::Vm *vm = m_context.inventory().find(m_vm.id);
    if (vm == nullptr || !(vm->host == m_to) || vm->stale)
        return false;
    return std::ranges::all_of(m_plan.files, [&](const FileMove &file) {
        const auto disk = std::ranges::find(vm->disks, file.disk, &model::VmDisk::target);
        return file.disk.isEmpty() || (disk != vm->disks.end() && disk->source == file.to);
    });
}

Task<> MigrationJourney::arrive()
{
    const auto destination = m_context.hypervisorOn(m_to);
    if (changesHost() && destination && m_vm.autostart && m_vm.persistent) {
        const auto marked =
            co_await withDeadline((*destination)->setAutostart(m_vm.id, true), &m_context.clock(), lookLimit);
        if (!marked)
            co_return marked.error();
    }
    const Monotonic giveUp = m_context.clock().monotonic() + arriveLimit;
    for (;;) {
        if (isThere())
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
