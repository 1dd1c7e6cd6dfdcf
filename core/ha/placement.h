// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ha/cluster.h"
#include "core/ha/events.h"

/// Which host gets a machine: room, datastore, rules. Only reservations count, as after a failure there is no time
/// for load.
namespace core::ha {

struct Room {
    bool takes = false; ///< machines may be brought here
    StoreMask stores = 0; ///< that it reaches now
    std::int64_t cpu = 0; ///< MHz left
    std::int64_t memory = 0; ///< MiB left
    int starting = 0; ///< machines on their way up
};

/// Who is where, while a plan is made.
class Board
{
public:
    Board(const Cluster &cluster, std::vector<Room> rooms);

    [[nodiscard]] const Room &room(HostRef host) const { return m_rooms[at(host)]; }
    /// The machine is, or may be, on this host.
    void put(VmRef vm, HostRef host);
    /// It may be there as well.
    void putToo(VmRef vm, HostRef host);
    /// The machine is to be placed too: where machines must be together, there is to be room for it as well.
    void expect(VmRef vm) { m_expected[at(vm)] = true; }
    /// Where it is; noHost: nowhere.
    [[nodiscard]] HostRef where(VmRef vm) const { return m_where[at(vm)]; }
    [[nodiscard]] bool mayBeOn(VmRef vm, HostRef host) const
    {
        return m_where[at(vm)] == host || m_whereToo[at(vm)] == host;
    }

    struct Choice {
        HostRef host = noHost;
        Waiting waiting = Waiting::Nothing; ///< why there is none
    };
    /// The best host for it, `avoided` only where there is no other.
    [[nodiscard]] Choice choose(VmRef vm, HostRef avoided = noHost, HostRef excluded = noHost) const;

    /// May it be put there? Its present place does not count.
    [[nodiscard]] bool canTake(VmRef vm, HostRef host) const
    {
        return obstacle(vm, host) == Waiting::Nothing;
    }

private:
    [[nodiscard]] Waiting obstacle(VmRef vm, HostRef host) const;
    [[nodiscard]] Waiting ruleObstacle(VmRef vm, HostRef host) const;
    [[nodiscard]] int wishes(VmRef vm, HostRef host) const;
    [[nodiscard]] bool fitsTogether(VmRef vm, const Rule &rule, HostRef host) const;

    const Cluster &m_cluster;
    std::vector<Room> m_rooms;
    std::vector<HostRef> m_where;
    std::vector<HostRef> m_whereToo;
    std::vector<bool> m_expected;
};

/// Machines that would have no room after the loss of one host. Nothing else is assumed lost.
struct Shortage {
    HostRef lost = noHost;
    std::vector<VmRef> vms;
};
/// Really places every machine of each host on the others: `where` says where they are now.
[[nodiscard]] std::vector<Shortage> shortages(const Cluster &cluster, const std::vector<HostRef> &where);

/// In which order machines are started: priority, then position.
[[nodiscard]] std::vector<VmRef> startOrder(const Cluster &cluster, std::vector<VmRef> vms);
/// How long after a failed start the next is tried. `attempts`: failed so far, from 1.
[[nodiscard]] Duration backoff(int attempts);

} // namespace core::ha
