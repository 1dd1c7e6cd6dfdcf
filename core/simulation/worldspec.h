// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace core::simulation {

/// How large a world, and which of all such worlds: the same spec gives the same objects and ids everywhere.
struct WorldSpec {
    int hosts = 1;
    int vms = 0;
    quint64 seed = 1;

    friend bool operator==(const WorldSpec &, const WorldSpec &) = default;
};

/// Reads `HOSTSxVMS[@SEED]`: `100x5000`, `100x5000@7`. Up to 10,000 hosts and 1,000,000 VMs;
/// `base.invalid-argument` otherwise.
[[nodiscard]] Result<WorldSpec> worldSpecFromString(const QString &text);

} // namespace core::simulation
