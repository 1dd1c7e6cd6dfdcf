// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/hypervisor/hypervisor.h"
#include "core/simulation/world.h"

#include <variant>

namespace core::hypervisor {

struct Link;

/// How long a simulated host takes. `Duration::zero()` answers before the call returns.
struct SimulatedTiming {
    Duration query{1};
    Duration shortestPower{200};
    Duration longestPower{1000};
};

/// What goes wrong in a call, before the call does anything.
struct Hang {}; ///< it never answers
using SimulatedFault = std::variant<std::monostate, Error, Hang>;

/// Which calls go wrong. `verb` is the name of the port's function ("powerOn"; "open" for the connection);
/// `vm` is null where the call names none. Asked at each call.
using FaultPlan = std::function<SimulatedFault(HostId host, const char *verb, VmId vm)>;

/// Hosts of a simulated world, by the URI `simulated:///HOSTNAME`. World and clock must outlive it and the
/// hypervisors it makes. One thread, the clock's.
class SimulatedConnector : public Connector
{
public:
    SimulatedConnector(simulation::World *world, Clock *clock, SimulatedTiming timing = {});
    ~SimulatedConnector() override;

    Task<std::unique_ptr<Hypervisor>> open(Endpoint endpoint) override;

    /// Takes effect at once, for open connections too; an empty plan ends it. A call that hangs already stays
    /// so.
    void setFaults(FaultPlan plan);
    /// Cuts the connections to a host: each hears ConnectionLost, and its calls fail with `base.unreachable`.
    void cut(HostId host, const Error &why);
    /// How much the guest writes into its memory in a second: a VM that outruns the copy (1 GiB/s) does not converge.
    void setDirtyRate(VmId vm, Bytes perSecond);

private:
    struct Shared;

    std::shared_ptr<Shared> m_shared;
};

} // namespace core::hypervisor
