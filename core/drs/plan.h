// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/drs/instance.h"

#include <functional>

namespace core::drs {

/// Why a machine should move: the reason codes of the vSphere API (RecommendationReasonCode), by their wire names.
enum class Reason {
    FairnessCpuAvg,
    FairnessMemAvg,
    JointAffin,
    AntiAffin,
    HostMaint,
    ReservationCpu,
    ReservationMem,
    VmHostHardAffinity,
    VmHostSoftAffinity,
    Incompatible, ///< its host can no longer run it
    MakeRoom, ///< so that another move of the same recommendation becomes possible
};

struct Move {
    int machine = -1;
    int from = -1;
    int to = -1;
    int priority = 3; ///< 1: must be; 2–5: the higher, the smaller the need
    Reason reason = Reason::FairnessCpuAvg;
    double scoreBefore = 0;
    double scoreAfter = 0;
    double seconds = 0; ///< what the migration is expected to take
    int recommendation = 0; ///< moves of one number belong together: all or none
    std::vector<int> prerequisites; ///< indices of moves that come first
    bool isAutomatic = true; ///< false: a person decides

    [[nodiscard]] double gain() const { return scoreBefore - scoreAfter; }
};

/// What stands in the way of a move, or of helping a machine or host.
enum class Obstacle {
    None,
    SameHost,
    HostUnavailable, ///< not connected, in maintenance or on its way there
    StatsStale,
    Incompatible,
    Memory,
    Cpu,
    MemoryReservation,
    CpuReservation,
    VcpuRatio,
    Rule, ///< a must rule
    SoftRule, ///< a should rule
    Disabled, ///< automation is off for the machine
    DirtyRate, ///< it writes memory faster than the network takes
    RecentMove,
    Cost, ///< the gain does not pay for the migration
    NoGain,
    MoveLimit, ///< as many moves as were allowed
    RuleConflict, ///< an older rule says the contrary
    GroupTooLarge, ///< more machines to be kept apart than hosts
    Brake, ///< so many machines would have to go that the news is doubted
    TimeLimit,
};

/// A machine or host that could not be helped. One of `machine`, `host` and `rule` is set, or none.
struct Fault {
    Obstacle obstacle = Obstacle::None;
    int machine = -1;
    int host = -1;
    int rule = -1;
};

struct Plan {
    std::vector<Move> moves;
    std::vector<Fault> faults;
    double scoreBefore = 0;
    double scoreAfter = 0;
};

struct PlanOptions {
    /// The most moves, as Config::maxMoves; with a limit every move is used that gains anything.
    int maxMoves = -1;
    /// Only what must be, and what takes hosts out of contention, well out of it; all other imbalance is left alone.
    bool reliefOnly = false;
    /// How many placements may be looked at: the same number gives the same plan everywhere.
    std::int64_t work = 60'000'000;
    std::uint64_t seed = 1;
    /// Asked now and then; true ends the search with what there is. Absent: never.
    std::function<bool()> isOutOfTime;
};

/// What the moves of one cluster should be. Pure. Every state between two recommendations keeps capacities,
/// compatibility and must rules wherever the state before kept them.
[[nodiscard]] Plan plan(const Instance &instance, const PlanOptions &options);

/// Why `machine` is not on `host`, or what speaks against moving it there now.
[[nodiscard]] Obstacle whyNot(const Instance &instance, int machine, int host);

/// Standard deviation of the hosts' CPU load plus that of their memory load, demand over capacity.
[[nodiscard]] double score(const Instance &instance);

/// The priority that an imbalance gives a move: 6 − ⌈score / 0.1 · √hosts⌉, 2 to 5 (VMware KB 1007485).
[[nodiscard]] int priorityOf(double score, int hosts);
/// The imbalance that a threshold of 2 to 5 leaves alone.
[[nodiscard]] double targetOf(int threshold, int hosts);

} // namespace core::drs
