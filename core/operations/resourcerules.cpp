// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/resourcerules.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace core::operations {

namespace {

template <class Amount>
Result<void> takeShares(model::Allocation<Amount> &allocation, const QString &text, const QString &name)
{
    const auto level = json::fromJson<model::SharesLevel>(text);
    if (level && *level != model::SharesLevel::Custom) {
        allocation.level = *level;
        allocation.shares = 0;
        return {};
    }
    bool isNumber = false;
    const qint64 shares = text.toLongLong(&isNumber);
    if (!isNumber || shares < 1 || shares > model::mostShares)
        return core::errors::invalidArgument(name, u"low, normal, high, or a number of 1 to 1000000"_s);
    allocation.level = model::SharesLevel::Custom;
    allocation.shares = shares;
    return {};
}

template <class Amount>
Result<model::Allocation<Amount>> apply(model::Allocation<Amount> allocation,
                                        const AllocationWish<Amount> &wish, const QString &prefix,
                                        const QString &unit)
{
    if (wish.reservation && *wish.reservation < Amount())
        return core::errors::invalidArgument(prefix + u"Reservation"_s + unit, u"less than nothing"_s);
    allocation.reservation = wish.reservation.value_or(allocation.reservation);
    if (wish.limit && wish.limit->count() < -1)
        return core::errors::invalidArgument(prefix + u"Limit"_s + unit, u"-1 means no limit"_s);
    if (wish.limit)
        allocation.limit = wish.limit->count() < 0 ? std::nullopt : wish.limit;
    if (wish.shares) {
        if (const auto taken = takeShares(allocation, *wish.shares, prefix + u"Shares"_s); !taken)
            return taken.error();
    }
    return allocation;
}

QJsonObject lackParams(const resources::Refusal &refusal, const QString &name, const QString &where)
{
    QJsonObject params{{u"name"_s, name}, {u"pool"_s, where}};
    if (const auto *cpu = std::get_if<MegaHertz>(&refusal.missing))
        params.insert(u"missingMhz"_s, cpu->count());
    else
        params.insert(u"missingBytes"_s, std::get<Bytes>(refusal.missing).count());
    return params;
}

} // namespace

Result<model::CpuAllocation> changed(model::CpuAllocation allocation, const AllocationWish<MegaHertz> &wish)
{
    return apply(std::move(allocation), wish, u"cpu"_s, u"Mhz"_s);
}

Result<model::MemoryAllocation> changed(model::MemoryAllocation allocation, const AllocationWish<Bytes> &wish)
{
    return apply(std::move(allocation), wish, u"memory"_s, u"Bytes"_s);
}

Availability isSound(const QString &name, const model::CpuAllocation &cpu,
                     const model::MemoryAllocation &memory)
{
    const bool isOver =
        (cpu.limit && cpu.reservation > *cpu.limit) || (memory.limit && memory.reservation > *memory.limit);
    if (isOver)
        return Error(errors::ReservationOverLimit, QJsonObject{{u"name"_s, name}});
    return {};
}

Availability isAdmitted(const QString &name, const resources::ClusterPools &pools,
                        const std::optional<PoolId> &pool, const resources::Reservation &more,
                        const model::Inventory &inventory)
{
    const auto refused = resources::refusal(pools, pool, more);
    if (!refused)
        return {};
    const bool isCpu = std::holds_alternative<MegaHertz>(refused->missing);
    return Error(isCpu ? errors::InsufficientCpu : errors::InsufficientMemory,
                 lackParams(*refused, name, inventory.nameOf(refused->where)));
}

Availability startIsAdmitted(const model::Vm &vm, const model::Inventory &inventory)
{
    const model::VmResources wanted = vm.resources.value_or(model::VmResources());
    const auto pools = resources::poolsOf(resources::rootOf(vm.id, inventory), inventory);
    return isAdmitted(vm.name, pools, vm.pool, {wanted.cpu.reservation, wanted.memory.reservation},
                      inventory);
}

Availability takesVms(HostId id, const model::Inventory &inventory)
{
    const model::Host *host = inventory.find(id);
    if (host == nullptr)
        return exists(id, inventory);
    if (host->maintenance != model::Maintenance::None)
        return Error(errors::HostInMaintenance, QJsonObject{{u"host"_s, host->name}});
    return {};
}

} // namespace core::operations
