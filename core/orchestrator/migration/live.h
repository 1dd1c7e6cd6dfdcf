// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/orchestrator/migration/board.h"
#include "core/orchestrator/migration/convergence.h"
#include "core/orchestrator/migration/journey.h"

namespace core::orchestrator {

/// One live migration: validated, handed to the hosts, followed, and judged by what both show when it is over, whoever
/// lost sight of it meanwhile. One that outlived the core that began it is followed on.
class LiveMigration : public MigrationJourney
{
public:
    LiveMigration(operations::MigrateVm operation, OperationContext context);

    /// Ends when the inventory shows how it ended.
    [[nodiscard]] Task<> run();

private:
    static constexpr Duration stallLimit{20'000}; ///< with nothing carried; then it is ended
    enum class Step { Validated, Disks, Copied, Frozen, Resumed, Cleaned, Deleted };
    using enum Step;

    [[nodiscard]] bool movesFiles() const { return m_request.movesDisks(); }
    /// Where a step is among the task's; those of the disks are there only when they move.
    [[nodiscard]] size_t at(Step step) const;
    void begin(Step step) { MigrationJourney::begin(at(step)); }
    void end(Step step, model::StepState state, const QJsonObject &parameters = {})
    {
        MigrationJourney::end(at(step), state, parameters);
    }
    [[nodiscard]] bool hasBegun(Step step) const { return MigrationJourney::hasBegun(at(step)); }

    [[nodiscard]] Task<> prepare();
    [[nodiscard]] Task<> prepareDisks();
    [[nodiscard]] Task<> deleteSources();

    [[nodiscard]] Task<> follow();
    [[nodiscard]] bool isOver();
    [[nodiscard]] Task<> conclude();
    [[nodiscard]] Task<> finish();
    [[nodiscard]] Task<> letGoOn(HostId host);
    [[nodiscard]] std::optional<Error> whyNotThere(Verdict verdict) const;

    void startCall();
    void showMoments();
    void showFigures(const hypervisor::MigrationFigures &figures);
    void watchTransfer(Bytes transferred);
    void steer(const hypervisor::MigrationFigures &figures);
    void abort();
    [[nodiscard]] int passOf(int told);
    [[nodiscard]] Error whyStayed() const;

    bool m_isCarriedOn = false; ///< its call went with an earlier life of the core, or with the connection
    std::shared_ptr<hypervisor::Hypervisor> m_carrier; ///< the connection that the call went through
    std::optional<Monotonic> m_silentSince; ///< carried on: the source does not answer
    Monotonic m_askedAt{}; ///< for figures
    ConvergenceState m_convergence;
    bool m_abortSent = false;
    Bytes m_transferred;
    std::optional<Monotonic> m_transferredAt; ///< when it last grew
    bool m_isStalled = false;
    int m_firstPass = 0; ///< as the hypervisor counts, which goes on after an attempt that was cancelled
    MigrationFollower m_follower;
};

} // namespace core::orchestrator
