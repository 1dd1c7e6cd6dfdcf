// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/orchestrator/migration/journey.h"

namespace core::orchestrator {

/// A VM that is off, to a host that sees its disks: its definition is made known there, then forgotten where it was. At
/// each moment at least one of the two has it, and whoever carries it on after a crash finds out how far it came.
class ColdMigration : public MigrationJourney
{
public:
    ColdMigration(operations::MigrateVm operation, OperationContext context);

    /// Ends when the inventory shows the VM on its new host.
    [[nodiscard]] Task<> run();

private:
    enum Step : size_t { Validated, Copied, Registered, Deleted };

    [[nodiscard]] Task<> validate();
    [[nodiscard]] Task<> registerThere();
    [[nodiscard]] Task<> carryOn();
    [[nodiscard]] Task<> leaveSource();
};

} // namespace core::orchestrator
