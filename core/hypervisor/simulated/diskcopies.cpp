// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/simulated/diskcopies.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::hypervisor {

namespace {

constexpr qint64 diskBytesPerSecond = qint64(1) << 30;

Error noCopy(const QString &disk)
{
    return Error(core::errors::NotFound, QJsonObject{{u"what"_s, QString(u"copy of disk "_s + disk)}});
}

} // namespace

const SimulatedDiskCopies::Copy *SimulatedDiskCopies::find(VmId vm, HostId host) const
{
    const auto it = m_copies.constFind(vm);
    const auto known = m_world->vm(host, vm);
    const bool isActive = known && simulation::isActive(known->state);
    return it == m_copies.constEnd() || !isActive ? nullptr : &*it;
}

Result<void> SimulatedDiskCopies::start(VmId vm, HostId host, const DiskPlace &place)
{
    const auto known = m_world->vm(host, vm);
    if (!known)
        return known.error();
    if (!simulation::isActive(known->state) || find(vm, host) != nullptr)
        return Error(core::errors::Conflict, u"the VM does not run, or its disk is being copied"_s);
    const auto disk = std::ranges::find(known->disks, place.disk, &model::VmDisk::target);
    if (disk == known->disks.end())
        return Error(core::errors::NotFound, QJsonObject{{u"what"_s, place.disk}});
    m_copies.insert(vm, {.place = place, .total = disk->capacity, .began = m_clock->monotonic()});
    return {};
}

Result<std::vector<DiskCopy>> SimulatedDiskCopies::of(VmId vm, HostId host) const
{
    if (const auto known = m_world->vm(host, vm); !known)
        return known.error();
    const Copy *copy = find(vm, host);
    if (copy == nullptr)
        return std::vector<DiskCopy>();
    const auto passed = m_clock->monotonic() - copy->began;
    const Bytes copied(std::min(copy->total.count(), passed.count() * diskBytesPerSecond / 1000));
    return std::vector{DiskCopy{.disk = copy->place.disk,
                                .path = copy->place.path,
                                .total = copy->total,
                                .copied = copied,
                                .isReady = copied == copy->total}};
}

Result<void> SimulatedDiskCopies::switchTo(VmId vm, HostId host, const QString &disk)
{
    const auto copies = of(vm, host);
    if (!copies)
        return copies.error();
    if (copies->empty() || copies->front().disk != disk)
        return noCopy(disk);
    if (!copies->front().isReady)
        return Error(core::errors::Conflict, u"the copy is not ready"_s);
    m_copies.remove(vm);
    return m_world->relocate(vm, host, copies->front().path);
}

Result<void> SimulatedDiskCopies::end(VmId vm, HostId host, const QString &disk)
{
    if (find(vm, host) == nullptr)
        return noCopy(disk);
    m_copies.remove(vm);
    return {};
}

} // namespace core::hypervisor
