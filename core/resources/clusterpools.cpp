// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resources/clusterpools.h"

#include "core/model/tree.h"

#include <algorithm>
#include <cmath>

namespace core::resources {

namespace {

using model::Inventory;
using model::ObjectRef;

bool isAtWork(const model::Vm &vm)
{
    return vm.state == model::PowerState::Running || vm.state == model::PowerState::Paused;
}

template <class Amount>
double limitOf(const model::Allocation<Amount> &allocation)
{
    return allocation.limit ? static_cast<double>(allocation.limit->count()) : unlimited;
}

template <class Amount>
Pool poolOf(const model::Allocation<Amount> &allocation, int parent, bool isExpandable, bool isScalable)
{
    return {.parent = parent,
            .reservation = static_cast<double>(allocation.reservation.count()),
            .limit = limitOf(allocation),
            .shares = static_cast<double>(poolShares(allocation)),
            .isExpandable = isExpandable,
            .isScalable = isScalable};
}

template <class Amount>
Member memberOf(const model::Allocation<Amount> &allocation, int pool, double shares, double demand,
                double size)
{
    return {.pool = pool,
            .reservation = static_cast<double>(allocation.reservation.count()),
            .limit = limitOf(allocation),
            .shares = shares,
            .demand = demand,
            .size = size};
}

/// The pools beneath the root, parents before children, siblings by id: the same order each time.
void addPools(ClusterPools &made, const Inventory &inventory)
{
    QHash<ObjectRef, std::vector<std::shared_ptr<const model::Pool>>> children;
    for (const auto &pool : inventory.all<model::Pool>())
        children[pool->parent].push_back(pool);
    for (auto &siblings : children)
        std::ranges::sort(siblings, std::less<>(), [](const auto &pool) { return pool->id; });
    std::vector<std::pair<ObjectRef, int>> open{{made.root, -1}};
    for (size_t i = 0; i < open.size(); ++i) {
        const auto [ref, index] = open[i];
        for (const auto &pool : children.value(ref)) {
            open.emplace_back(pool->id, static_cast<int>(made.pools.size()));
            made.pools.push_back(pool->id);
            made.cpu.pools.push_back(poolOf(pool->cpu, index, pool->cpuExpandable, pool->scalableShares));
            made.memory.pools.push_back(
                poolOf(pool->memory, index, pool->memoryExpandable, pool->scalableShares));
        }
    }
}

void addVm(ClusterPools &made, const model::Vm &vm, const model::Host &host, const Demand &demand)
{
    const model::VmResources resources = vm.resources.value_or(model::VmResources());
    const int pool = made.indexOf(vm.pool);
    const bool atWork = isAtWork(vm);
    const auto cpuSize = static_cast<double>((host.cpuMhz * vm.cpuCount).count());
    const auto memorySize = static_cast<double>(vm.memory.count());
    made.vms.push_back(vm.id);
    made.cpu.members.push_back(memberOf(resources.cpu, pool,
                                        static_cast<double>(vmShares(resources.cpu, vm.cpuCount)),
                                        atWork ? demand.cpuMhz.value_or(cpuSize) : 0, cpuSize));
    made.memory.members.push_back(memberOf(resources.memory, pool,
                                           static_cast<double>(vmShares(resources.memory, vm.memory)),
                                           atWork ? demand.memoryBytes.value_or(memorySize) : 0, memorySize));
}

ObjectRef refOf(const ClusterPools &pools, int pool)
{
    return pool < 0 ? pools.root : ObjectRef(pools.pools[static_cast<size_t>(pool)]);
}

/// Of one tree. What was promised before hosts were lost: nothing more is.
std::optional<Shortfall> lacking(const PoolTree &tree, int pool, double amount)
{
    const Reservations now = reservationsOf(tree);
    if (now.isOvercommitted(tree.capacity))
        return Shortfall{-1, now.rootUsed + amount - tree.capacity};
    return amount > 0 ? shortfall(tree, pool, amount) : std::nullopt;
}

} // namespace

int ClusterPools::indexOf(const std::optional<PoolId> &pool) const
{
    const auto it = pool ? std::ranges::find(pools, *pool) : pools.end();
    return it == pools.end() ? -1 : static_cast<int>(it - pools.begin());
}

ObjectRef rootOf(const ObjectRef &ref, const Inventory &inventory)
{
    ObjectRef at = ref;
    if (const model::Vm *vm = inventory.find(ref.as<VmId>()))
        at = vm->host;
    while (const model::Pool *pool = inventory.find(at.as<PoolId>()))
        at = pool->parent;
    if (const model::Host *host = inventory.find(at.as<HostId>()))
        return host->parent.kind == model::Kind::Cluster ? host->parent : at;
    return at.kind == model::Kind::Cluster ? at : ObjectRef();
}

ClusterPools poolsOf(const ObjectRef &root, const Inventory &inventory, const QHash<VmId, Demand> &demands,
                     bool withOff)
{
    ClusterPools made{.root = root};
    made.memory.normalShares = static_cast<double>(model::normalPoolMemoryShares);
    addPools(made, inventory);
    QHash<HostId, const model::Host *> hosts;
    for (const HostId id : hostsUnder(root, inventory)) {
        const model::Host *host = inventory.find(id);
        hosts.insert(id, host);
        if (host->state != model::HostState::Connected || host->maintenance != model::Maintenance::None)
            continue;
        made.cpu.capacity += static_cast<double>(host->cpuCapacity().count());
        made.memory.capacity += static_cast<double>(host->memory.count());
    }
    std::vector<const model::Vm *> vms;
    for (const auto &vm : inventory.all<model::Vm>()) {
        if (!vm->isTemplate && hosts.contains(vm->host) && (withOff || isAtWork(*vm)))
            vms.push_back(vm.get());
    }
    std::ranges::sort(vms, std::less<>(), [](const model::Vm *vm) { return vm->id; });
    for (const model::Vm *vm : vms)
        addVm(made, *vm, *hosts.value(vm->host), demands.value(vm->id));
    return made;
}

std::optional<Refusal> refusal(const ClusterPools &pools, const std::optional<PoolId> &pool,
                               const Reservation &more)
{
    const int index = pools.indexOf(pool);
    if (const auto lack = lacking(pools.cpu, index, static_cast<double>(more.cpu.count())))
        return Refusal{MegaHertz(static_cast<qint64>(std::ceil(lack->missing))), refOf(pools, lack->pool)};
    if (const auto lack = lacking(pools.memory, index, static_cast<double>(more.memory.count())))
        return Refusal{Bytes(static_cast<qint64>(std::ceil(lack->missing))), refOf(pools, lack->pool)};
    return std::nullopt;
}

} // namespace core::resources
