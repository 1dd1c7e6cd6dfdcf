// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/orchestrator/migration/journey.h"

namespace core::orchestrator {

/// The disks of a VM that runs, to other files of its host: one pass over each while what the guest writes goes to both; the
/// switch when all are the same; then the old ones go. What an earlier life of the core began goes on from what the host
/// shows.
class MirrorMigration : public MigrationJourney
{
public:
    MirrorMigration(operations::MigrateVm operation, OperationContext context);

    /// Ends when the inventory shows the VM on its new disks.
    [[nodiscard]] Task<> run();

private:
    enum Step : size_t { Validated, Mirrored, Switched, Deleted };

    /// What the host shows of one disk.
    enum class Progress { Untouched, Copying, Ready, Moved };
    struct Look {
        std::vector<Progress> disks; ///< in the order of the plan's files
        Bytes total;
        Bytes copied;
    };

    [[nodiscard]] Task<> begin();
    [[nodiscard]] Task<> carryOn();
    [[nodiscard]] Task<> mirror();
    [[nodiscard]] Task<> startMissing();
    [[nodiscard]] Task<> follow();
    [[nodiscard]] Task<> switchAll();
    [[nodiscard]] Task<> deleteSources();
    [[nodiscard]] Task<Look> lookAtDisks();
    [[nodiscard]] Task<> giveUp();
};

} // namespace core::orchestrator
