// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resources/pooltree.h"

#include <algorithm>

namespace core::resources {

namespace {

constexpr double slack = 1e-9; // of what sums of doubles lose

std::size_t indexOf(int index)
{
    return static_cast<std::size_t>(index);
}

} // namespace

Reservations reservationsOf(const PoolTree &tree)
{
    Reservations found{.used = std::vector<double>(tree.pools.size(), 0)};
    const auto reserve = [&found](int pool, double amount) {
        (pool < 0 ? found.rootUsed : found.used[indexOf(pool)]) += amount;
    };
    for (const Member &member : tree.members)
        reserve(member.pool, member.reservation);
    for (std::size_t i = tree.pools.size(); i-- > 0;) // children before parents
        reserve(tree.pools[i].parent, std::max(tree.pools[i].reservation, found.used[i]));
    return found;
}

std::optional<Shortfall> shortfall(const PoolTree &tree, int pool, double amount)
{
    const Reservations now = reservationsOf(tree);
    while (pool >= 0) {
        const Pool &asked = tree.pools[indexOf(pool)];
        const double used = now.used[indexOf(pool)];
        if (asked.limit >= 0 && used + amount > asked.limit + slack)
            return Shortfall{pool, used + amount - asked.limit};
        const double missing = used + amount - std::max(asked.reservation, used);
        const double lent = std::max(0.0, used + amount - asked.reservation);
        if (lent <= slack)
            return {};
        if (!asked.isExpandable)
            return Shortfall{pool, std::min(amount, lent)};
        amount = missing; // the parent has to give what this pool has not
        pool = asked.parent;
    }
    const double missing = now.rootUsed + amount - tree.capacity;
    if (missing > slack)
        return Shortfall{-1, missing};
    return {};
}

} // namespace core::resources
