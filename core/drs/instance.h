// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

/// What the planner works on: a cluster at one moment, as plain numbers. The file `drs-instance/1` holds one, a core
/// makes one of its inventory and writes it down, so that every plan can be replayed. Indices instead of ids inside:
/// a cluster has up to a thousand hosts and twenty thousand machines.
namespace core::drs {

/// CPU in the instance's unit (10 MHz in files), memory in MiB; -1 as a limit: none.
using Amount = std::int64_t;
inline constexpr Amount unlimited = -1;

/// An index of these lists for operator[].
[[nodiscard]] inline std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

enum class HostState { Connected, Entering, Maintenance, Disconnected, Standby };

struct Host {
    QString id;
    Amount cpu = 0; ///< capacity, more than 0
    Amount memory = 0; ///< capacity, more than 0
    HostState state = HostState::Connected;
    QString cpuModel;
    int statsAge = 0; ///< s
    int cores = 0; ///< 0: unknown
    int vcpusPerCore = 0; ///< the most there may be; 0: any, or cores unknown

    /// Machines may be brought here, and its load counts.
    [[nodiscard]] bool takesPart() const { return state == HostState::Connected; }
    /// Machines are to leave.
    [[nodiscard]] bool isBeingEmptied() const
    {
        return state == HostState::Entering || state == HostState::Maintenance;
    }
};

/// How far the cluster goes by itself; Default is the cluster's.
enum class Automation { Default, Full, Partial, Manual, Disabled };

struct Machine {
    QString id;
    int host = -1; ///< index of where it runs
    int vcpus = 1;
    Amount cpuDemand = 0;
    bool hasDemand = true; ///< false: nobody has measured it, so it stays where it is
    Amount memory = 0; ///< configured; what a host must have for it
    Amount activeMemory = -1; ///< what a migration copies; -1: all of it
    double dirtyRate = 0; ///< MiB/s; 0: unknown
    Amount cpuReservation = 0;
    Amount cpuLimit = unlimited;
    Amount cpuShares = 4000;
    Amount memoryReservation = 0;
    Amount memoryLimit = unlimited;
    Amount memoryShares = 163'840;
    int pool = -1; ///< index; -1: the root
    Automation automation = Automation::Default;
    std::vector<int> compatible; ///< hosts it can run on, sorted; empty: all
    int sinceMove = 99'999; ///< s since it was last moved
    int statsAge = 0; ///< s
};

/// Must rules are never broken, should rules only where nothing else removes contention.
enum class RuleType { Together, Apart, MustRunOn, MustNotRunOn, ShouldRunOn, ShouldNotRunOn };

struct Rule {
    QString id;
    RuleType type = RuleType::Together;
    std::vector<int> machines;
    std::vector<int> hosts; ///< of the rules between machines and hosts
    bool enabled = true;
    std::int64_t created = 0; ///< of two that contradict each other the older one rules
};

struct Pool {
    QString id;
    int parent = -1; ///< index; -1: the root
    Amount cpuReservation = 0;
    Amount cpuLimit = unlimited;
    Amount cpuShares = 4000;
    Amount memoryReservation = 0;
    Amount memoryLimit = unlimited;
    Amount memoryShares = 163'840;
    bool isExpandable = true;
    bool isScalable = false;
};

struct Config {
    int threshold = 3; ///< 1 (only what must be) to 5 (every gain)
    Automation automation = Automation::Full;
    int maxMoves = -1; ///< -1: as many as the threshold asks for
    int maxConcurrentPerHost = 2;
    double network = 1'100; ///< MiB/s of one migration
};

struct Instance {
    QString name;
    std::int64_t seed = 0;
    Config config;
    std::vector<Host> hosts;
    std::vector<Machine> machines;
    std::vector<Rule> rules;
    std::vector<Pool> pools;

    [[nodiscard]] Automation automationOf(const Machine &machine) const
    {
        return machine.automation == Automation::Default ? config.automation : machine.automation;
    }
};

} // namespace core::drs
