// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/orchestrator/migration/journey.h"

namespace core::orchestrator {

/// A VM that is off, to another host, another datastore, or both. Its files are copied and verified first; then its
/// definition is made known there and forgotten where it was; at last the files go from where they were. At each moment one
/// of the two has it with its files whole, and whoever carries it on after a crash finds out how far it came.
class ColdMigration : public MigrationJourney
{
public:
    ColdMigration(operations::MigrateVm operation, OperationContext context);

    /// Ends when the inventory shows the VM on its new host.
    [[nodiscard]] Task<> run();

private:
    enum Step : size_t { Validated, Copied, Registered, Deleted };

    [[nodiscard]] Task<> begin();
    [[nodiscard]] Task<> carryOn();
    [[nodiscard]] Task<> validate();
    [[nodiscard]] Task<> copy();
    [[nodiscard]] Task<> registerThere();
    [[nodiscard]] Task<> makeKnown();
    [[nodiscard]] Task<> relocateHere();
    [[nodiscard]] Task<> leaveSource();
    [[nodiscard]] Task<> deleteSources();

    Step m_next = Copied; ///< what is still to be done
};

} // namespace core::orchestrator
