// SPDX-License-Identifier: GPL-3.0-or-later
// Devices, firmware, snapshots and networks.
#include "core/migration/checks.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace core::migration {

namespace {

/// The datastore that holds a file, as the host knows it.
const model::Datastore *datastoreOf(const QString &path, HostId host, const model::Inventory &inventory)
{
    for (const auto &datastore : inventory.all<model::Datastore>()) {
        if (isSeenBy(host, *datastore) && path.startsWith(datastore->path + u'/'))
            return datastore.get();
    }
    return nullptr;
}

void checkScreen(Case &subject, const model::VmHardware &vm)
{
    if (!vm.screenAddress.isEmpty())
        subject.warning(errors::ScreenAddress, subject.names({{u"address"_s, vm.screenAddress}}),
                        subject.destination.id);
    if (!vm.screenPort)
        return;
    for (const model::Vm *other : subject.population.of(subject.destination.id)) {
        const bool isTaken = other->state == model::PowerState::Running && other->hardware
            && other->hardware->screenPort == vm.screenPort;
        if (isTaken)
            subject.error(errors::ScreenPortTaken,
                          subject.names({{u"port"_s, *vm.screenPort}, {u"other"_s, other->name}}), other->id);
    }
}

NetworkId mappedFrom(NetworkId network, const model::MigrationRequest &request)
{
    for (const model::NetworkMapping &mapping : request.networks) {
        if (mapping.from == network)
            return mapping.to;
    }
    return network;
}

void checkNetwork(Case &subject, NetworkId id)
{
    const model::Network *network = subject.inventory.find(id);
    if (network == nullptr)
        return; // it went since the VM was read: the next reading tells
    const QJsonObject params = subject.names({{u"network"_s, network->name}});
    const HostId host = subject.destination.id;
    const bool isStopped = std::ranges::find(network->inactiveOn, host) != network->inactiveOn.end();
    if (!isSeenBy(host, *network))
        subject.error(errors::NetworkMissing, params, id);
    else if (isStopped && subject.live)
        subject.error(errors::NetworkStopped, params, id);
    else if (isStopped)
        subject.warning(errors::NetworkStopped, params, id);
}

/// A bridge or card that libvirt does not manage.
void checkInterface(Case &subject, const QString &name)
{
    const auto &hardware = subject.destination.hardware;
    const QJsonObject params = subject.names({{u"network"_s, name}});
    if (!hardware || !hardware->interfaces)
        subject.warning(errors::NetworkNotKnown, params, subject.destination.id);
    else if (std::ranges::find(*hardware->interfaces, name) == hardware->interfaces->end())
        subject.error(errors::NetworkMissing, params, subject.destination.id);
}

} // namespace

void checkDevices(Case &subject)
{
    if (!subject.vm.hardware)
        return;
    const model::VmHardware &vm = *subject.vm.hardware;
    for (const model::HostDevice &device : vm.hostDevices) {
        subject.error(errors::HostDeviceAttached,
                      subject.names({{u"kind"_s, QString::fromLatin1(wireName(device.kind))},
                                     {u"device"_s, device.name}}),
                      subject.vm.id);
    }
    if (vm.has(model::VmTrait::Snapshots))
        subject.error(errors::HasSnapshots, subject.names(), subject.vm.id);
    if (vm.has(model::VmTrait::Checkpoints))
        subject.warning(errors::CheckpointsLost, subject.names(), subject.vm.id);
    if (vm.has(model::VmTrait::Tpm) && !subject.live)
        subject.error(errors::TpmStays, subject.names(), subject.vm.id);
    checkScreen(subject, vm);
}

void checkFirmware(Case &subject)
{
    if (!subject.vm.hardware)
        return;
    const model::VmHardware &vm = *subject.vm.hardware;
    if (const auto &host = subject.destination.hardware; host && !vm.firmware.isEmpty()) {
        const bool isThere = std::ranges::find(host->firmwares, vm.firmware) != host->firmwares.end();
        if (!isThere)
            subject.error(errors::FirmwareMissing, subject.names({{u"path"_s, vm.firmware}}),
                          subject.destination.id);
    }
    // Of a running VM they travel with its memory.
    if (!subject.live && !vm.nvram.isEmpty()
        && datastoreOf(vm.nvram, subject.destination.id, subject.inventory) == nullptr)
        subject.error(errors::NvramStays, subject.names({{u"path"_s, vm.nvram}}), subject.vm.id);
}

void checkMedia(Case &subject)
{
    for (const model::VmDisk &disk : subject.vm.disks) {
        if (disk.device == u"disk" || disk.source.isEmpty() || disk.source.contains(u"://"_s))
            continue;
        const model::Datastore *datastore = subject.inventory.find(disk.datastore);
        if (datastore != nullptr && isSeenBy(subject.destination.id, *datastore))
            continue;
        const QJsonObject params = subject.names({{u"disk"_s, disk.target}, {u"path"_s, disk.source}});
        if (hasTrait(disk, model::DiskTrait::OptionalAtStart) || !subject.live)
            subject.warning(errors::MediaDropped, params, subject.vm.id);
        else
            subject.error(errors::MediaMissing, params, subject.vm.id);
    }
}

void checkNetworks(Case &subject)
{
    QSet<NetworkId> seen;
    QSet<QString> seenInterfaces;
    for (const model::VmNic &nic : subject.vm.nics) {
        if (nic.network.isNull()) {
            if (!nic.source.isEmpty() && !seenInterfaces.contains(nic.source))
                checkInterface(subject, nic.source);
            seenInterfaces.insert(nic.source);
            continue;
        }
        const NetworkId network = mappedFrom(nic.network, subject.request);
        if (!seen.contains(network))
            checkNetwork(subject, network);
        seen.insert(network);
    }
}

} // namespace core::migration
