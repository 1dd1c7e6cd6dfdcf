// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/vm/migrate.h"
#include "core/orchestrator/migration/filecourier.h"
#include "core/orchestrator/migration/places.h"
#include "core/orchestrator/migration/verdict.h"
#include "core/orchestrator/operationcontext.h"

namespace core::orchestrator {

/// What every migration has: a VM on its way between two hosts, steps that are told and kept, and a look at what each
/// host has of it. Base of the kinds; lives in the frame of the coroutine that runs it.
class MigrationJourney
{
public:
    MigrationJourney(const MigrationJourney &) = delete;
    MigrationJourney &operator=(const MigrationJourney &) = delete;

protected:
    /// `steps`: all of them waiting. Of a task that an earlier life of the core has begun, its own are taken instead.
    MigrationJourney(operations::MigrateVm operation, OperationContext context,
                     std::vector<model::TaskStep> steps, MigrationCost cost);
    ~MigrationJourney() = default;

    /// Ends when hosts, networks and datastores have room for one more; `base.cancelled` when that was asked for.
    [[nodiscard]] Task<> room();
    void begin(size_t step);
    void end(size_t step, model::StepState state, const QJsonObject &parameters = {});
    [[nodiscard]] bool hasBegun(size_t step) const
    {
        return m_steps[step].state != model::StepState::Waiting;
    }
    [[nodiscard]] Error failure(const ErrorCode &code, const QJsonObject &more = {},
                                const QString &detail = {}) const;

    [[nodiscard]] bool isCarriedOn() const { return m_wasBegun; }
    [[nodiscard]] bool changesHost() const { return !(m_from == m_to); }

    /// Which files go where, as `m_plan`; written down with the step. Asks the destination what lies there.
    [[nodiscard]] Task<> planFor(size_t step);
    /// The plan that an earlier life of the core has written down with the step.
    void readPlan(size_t step);
    [[nodiscard]] hypervisor::Relocation relocation() const;
    /// What was copied is removed again. Ends with an error always: `why`, or that something could not be removed.
    [[nodiscard]] Task<> takenBack(Error why);
    /// The files where they were are removed; an error tells which could not be.
    [[nodiscard]] Task<> removeSources();
    /// A copy that failed, in words about the VM.
    [[nodiscard]] Error copyFailure(const Error &why) const;
    /// For steps: the datastore, or the first of several.
    [[nodiscard]] QString targetName() const;

    /// What the host has of the VM. `isSource`: also whether it is leaving.
    [[nodiscard]] Task<Sighting> look(HostId host, bool isSource);
    /// Ends when the inventory shows the VM and its files at the destination, with its mark of being started with the host.
    [[nodiscard]] Task<> arrive();

    operations::MigrateVm m_operation;
    OperationContext m_context;
    model::Vm m_vm; ///< as it was before
    model::MigrationRequest m_request;
    FilePlan m_plan;
    model::MigrationFigures m_figures;
    HostId m_from;
    HostId m_to;
    QString m_fromName;
    QString m_toName;
    std::vector<model::TaskStep> m_steps;

    FileCourier m_courier;

private:
    [[nodiscard]] bool isThere() const;

    bool m_wasBegun;
    MigrationPlace m_place;
};

/// Where it goes: its own host when only its disks move.
[[nodiscard]] HostId destinationOf(const operations::MigrateVm &operation, const OperationContext &context);

/// The name of the network that carries the migration's data, as steps say it.
[[nodiscard]] QString migrationNetwork(const model::Host &destination);

/// Where a VM is that migrates: its host before the task, also when a later life of the core carries it on.
[[nodiscard]] HostId sourceOf(const operations::MigrateVm &operation, const OperationContext &context);

} // namespace core::orchestrator
