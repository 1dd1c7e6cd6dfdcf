// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/ha/world.h"

#include <string>

/// Knows what is true, and counts what must never be. It judges by the world alone.
namespace core::simulation {

struct Invariants {
    int doubleRun = 0;
    int doubleWriter = 0;
    int epochRegression = 0;
    int unprovedStart = 0;
    int lateStart = 0;
    int killedForEtcd = 0;
    int ruleBroken = 0;

    [[nodiscard]] int sum() const
    {
        return doubleRun + doubleWriter + epochRegression + unprovedStart + lateStart + killedForEtcd
            + ruleBroken;
    }
    friend bool operator==(const Invariants &, const Invariants &) = default;
};

struct Violation {
    ha::Moment at{};
    const char *invariant = nullptr;
    ha::VmRef vm = ha::noVm;
    ha::HostRef host = ha::noHost;
};

class Observer
{
public:
    Observer(const World &world, const Scenario &scenario) : m_world(world), m_scenario(scenario) {}

    /// A QEMU process has just been made for `vm` by an agent.
    void started(ha::VmRef vm, ha::HostRef host, ha::Proof proof, std::uint32_t generation, ha::Moment now);
    /// A host is about to be ended by its watchdog or by a primary's order.
    void hostEnds(ha::HostRef host, ha::HostRef orderedBy, ha::Moment now);
    /// An agent is about to stop a machine.
    void stops(ha::VmRef vm, ha::HostRef host, ha::Cause cause, ha::Moment now);
    /// An agent writes down what epoch it obeys.
    void persists(ha::HostRef host, ha::Epoch before, ha::Epoch after, ha::Moment now);
    /// Once a second.
    void tick(ha::Moment now);

    [[nodiscard]] const Invariants &invariants() const { return m_counts; }
    [[nodiscard]] const std::vector<Violation> &violations() const { return m_violations; }

private:
    struct Wait { ///< of a machine that is down and could be started
        Duration waited{};
        Duration allowed{};
        bool isCounted = false;
    };

    void violated(int Invariants::*count, const char *name, ha::VmRef vm, ha::HostRef host, ha::Moment now);
    void checkRules(ha::VmRef vm, ha::HostRef host, ha::Moment now);
    [[nodiscard]] bool couldStart(ha::VmRef vm, ha::HostRef primary) const;
    [[nodiscard]] bool couldBeProved(ha::VmRef vm, ha::HostRef primary) const;
    [[nodiscard]] bool hasRoom(ha::VmRef vm, ha::HostRef primary) const;
    [[nodiscard]] bool writesHeartbeats(ha::HostRef host) const;
    [[nodiscard]] bool couldWrite(ha::HostRef host, ha::Moment now) const;
    [[nodiscard]] bool sharesStore(ha::HostRef one, ha::HostRef other) const;
    [[nodiscard]] Duration bound() const;

    const World &m_world;
    const Scenario &m_scenario;
    Invariants m_counts;
    std::vector<Violation> m_violations;
    std::vector<Wait> m_waits;
    std::vector<ha::Moment> m_silent; ///< by host: when it was last unable to write its heartbeats
    std::vector<ha::Moment> m_unseen; ///< by host: when the primary was last unable to read its heartbeats
    ha::HostRef m_primary = ha::noHost;
    ha::Moment m_awkwardAt = ha::never; ///< the last moment at which coordination was slow
};

} // namespace core::simulation
