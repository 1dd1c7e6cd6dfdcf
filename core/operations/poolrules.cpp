// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/poolrules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::operations {

namespace {

/// What the pool takes from the one above: what it has reserved itself, or has lent on to its own.
resources::Reservation takenBy(const model::Pool &pool, const resources::ClusterPools &pools)
{
    const int index = pools.indexOf(pool.id);
    const auto used = [&](const resources::PoolTree &tree) {
        return index < 0 ? 0 : resources::reservationsOf(tree).used[static_cast<size_t>(index)];
    };
    return {std::max(pool.cpu.reservation, MegaHertz(std::llround(used(pools.cpu)))),
            std::max(pool.memory.reservation, Bytes(std::llround(used(pools.memory))))};
}

} // namespace

Availability canHoldPools(const model::ObjectRef &parent, const model::Inventory &inventory)
{
    if (const Availability there = exists(parent, inventory); !there)
        return there;
    const model::Host *host = inventory.find(parent.as<HostId>());
    const bool fits = parent.kind == model::Kind::Cluster || parent.kind == model::Kind::Pool
        || (host != nullptr && host->parent.kind != model::Kind::Cluster);
    if (!fits)
        return Error(errors::WrongPlace, QJsonObject{{u"name"_s, inventory.nameOf(parent)}});
    return {};
}

Availability canReserve(const model::Pool &before, const model::Pool &after,
                        const model::Inventory &inventory)
{
    if (const Availability sound = isSound(after.name, after.cpu, after.memory); !sound)
        return sound;
    const auto pools = resources::poolsOf(resources::rootOf(after.parent, inventory), inventory);
    const auto taken = takenBy(before, pools);
    const auto wanted = takenBy(after, pools);
    const resources::Reservation more{std::max(MegaHertz(), wanted.cpu - taken.cpu),
                                      std::max(Bytes(), wanted.memory - taken.memory)};
    if (more.cpu == MegaHertz() && more.memory == Bytes())
        return {};
    const PoolId parent = after.parent.as<PoolId>();
    return isAdmitted(after.name, pools, parent.isNull() ? std::nullopt : std::optional(parent), more,
                      inventory);
}

} // namespace core::operations
