// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ha/records.h"

#include <variant>

/// What agents say to one another. Orders carry the epoch of the primary that gives them.
namespace core::ha {

struct Heartbeat {
    Moment sentAt{}; ///< of the sender's clock; comes back in the answer
    Epoch epoch{}; ///< the greatest that the sender has seen
    HostReportPtr report;
};
/// The primary has heard it.
struct HeartbeatAck {
    Moment sentAt{};
    Epoch epoch{};
};
struct StartOrder {
    Epoch epoch{};
    VmRef vm = noVm;
    Owner owner; ///< as it was written: phase Assigned
};
/// Is it stopped with you? Then promise that it stays so: the next report says Released.
struct ReleaseOrder {
    Epoch epoch{};
    VmRef vm = noVm;
    std::uint32_t generation = 0;
};
/// Stop it, because its storage is lost and another host can run it.
struct EvictOrder {
    Epoch epoch{};
    VmRef vm = noVm;
    std::uint32_t generation = 0;
};
struct MigrateOrder {
    Epoch epoch{};
    VmRef vm = noVm;
    Owner owner; ///< phase Migrating
};
/// A user, through the core, asks the primary.
struct PowerOnRequest {
    VmRef vm = noVm;
};
struct MigrateRequest {
    VmRef vm = noVm;
    HostRef to = noHost;
};

using Message = std::variant<Heartbeat, HeartbeatAck, StartOrder, ReleaseOrder, EvictOrder, MigrateOrder,
                             PowerOnRequest, MigrateRequest>;

} // namespace core::ha
