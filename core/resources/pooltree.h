// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

/// Resource pools for one resource (CPU or memory) of one host or cluster. Pure; the unit is the caller's, the same
/// everywhere in a tree. After vSphere Resource Management (6.7), "Managing Resource Pools".
namespace core::resources {

inline constexpr double unlimited = -1;

/// A pool. The root is not in the list: it is the capacity.
struct Pool {
    int parent = -1; ///< index in the tree, less than the own one; -1: the root
    double reservation = 0;
    double limit = unlimited;
    double shares = 4'000;
    bool isExpandable = true; ///< may borrow what its ancestors have unreserved
    bool isScalable = false; ///< its shares count for each of its members
};

/// What runs in a pool: a powered-on machine.
struct Member {
    int pool = -1; ///< -1: directly in the root
    double reservation = 0;
    double limit = unlimited;
    double shares = 1'000;
    double demand = 0; ///< what it would use now
    double size = 0; ///< what it is configured with: the most it can use
};

struct PoolTree {
    double capacity = 0;
    double normalShares = 4'000; ///< of a pool at level "normal": 4,000 for CPU, 163,840 for memory
    std::vector<Pool> pools; ///< parents before children
    std::vector<Member> members;
};

/// What pools promise: how much of its reservation each has given to its children.
struct Reservations {
    std::vector<double> used; ///< of each pool: the sum over its children of what they have reserved
    double rootUsed = 0;
    /// Hosts were lost: more is promised than there is. Nothing new is admitted then.
    [[nodiscard]] bool isOvercommitted(double capacity) const { return rootUsed > capacity; }
};
[[nodiscard]] Reservations reservationsOf(const PoolTree &tree);

/// Why a reservation is not admitted: the pool that has too little, -1 for the root, and how much is missing.
struct Shortfall {
    int pool = -1;
    double missing = 0;
    friend bool operator==(const Shortfall &, const Shortfall &) = default;
};
/// May `amount` more be reserved in `pool` (-1: the root)? Absent: yes. Asked at power-on, and when a pool is made or
/// its reservation raised (then `pool` is the parent).
[[nodiscard]] std::optional<Shortfall> shortfall(const PoolTree &tree, int pool, double amount);

/// What each member is entitled to, as if the cluster were one large host: reservations first, then demand by shares,
/// then what is left by shares up to the configured size. The sum is at most the capacity; nobody gets more than its
/// limit; where reservations exceed what there is, all shrink alike.
[[nodiscard]] std::vector<double> entitlements(const PoolTree &tree);

} // namespace core::resources
