// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/snapshots.h"

#include "core/hypervisor/libvirt/xmltree.h"

#include <algorithm>

namespace core::hypervisor::libvirt {

namespace {

using SnapshotPtr = std::unique_ptr<virDomainSnapshot, Freer<virDomainSnapshotFree>>;

} // namespace

std::optional<Instant> takenAt(const QByteArray &xml)
{
    const auto snapshot = parseXml(xml);
    if (!snapshot)
        return std::nullopt;
    bool isNumber = false;
    const qint64 seconds = snapshot->textAt(u"creationTime").toLongLong(&isNumber);
    return isNumber && seconds > 0 ? std::optional(Instant(std::chrono::seconds(seconds))) : std::nullopt;
}

Snapshots readSnapshots(virDomainPtr domain)
{
    Snapshots snapshots{.count = std::max(0, virDomainSnapshotNum(domain, 0)), .oldest = {}};
    virDomainSnapshotPtr *list = nullptr;
    const int roots = virDomainListAllSnapshots(domain, &list, VIR_DOMAIN_SNAPSHOT_LIST_ROOTS);
    for (const SnapshotPtr &each : adopt<SnapshotPtr>(list, roots)) {
        const Text xml(virDomainSnapshotGetXMLDesc(each.get(), 0));
        const auto taken = xml ? takenAt(QByteArray(xml.get())) : std::nullopt;
        if (taken)
            snapshots.oldest = std::min(*taken, snapshots.oldest.value_or(*taken));
    }
    return snapshots;
}

} // namespace core::hypervisor::libvirt
