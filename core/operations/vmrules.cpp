// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/vmrules.h"

#include "core/model/tree.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::operations {

using model::Inventory;

namespace {

template <class T>
bool isOn(HostId host, const T &object)
{
    return std::ranges::find(object.hosts, host) != object.hosts.end();
}

/// What no VM is configured with, whether it runs or not: a start must find it.
QHash<HostId, Bytes> unclaimedMemory(const std::vector<HostId> &hosts, const Inventory &inventory)
{
    QHash<HostId, Bytes> left;
    for (const HostId host : hosts)
        left.insert(host, inventory.find(host)->memory);
    for (const auto &vm : inventory.all<model::Vm>()) { // once for all hosts: a menu asks
        if (const auto it = left.find(vm->host); it != left.end())
            *it -= vm->memory;
    }
    return left;
}

} // namespace

Availability memoryIsValid(Bytes memory)
{
    if (memory < leastMemory || memory > mostMemory || memory.count() % leastMemory.count() != 0)
        return Error(errors::MemoryInvalid);
    return {};
}

Availability cpuCountIsValid(int count, HostId host, const Inventory &inventory)
{
    const model::Host *known = inventory.find(host);
    const bool isSaid = known != nullptr && known->hardware && known->hardware->mostVcpus > 0;
    const int most = isSaid ? known->hardware->mostVcpus : mostCpus;
    if (count < 1 || count > most)
        return Error(errors::CpuCountInvalid, QJsonObject{{u"most"_s, most}});
    return {};
}

Availability hasRoomFor(Bytes disk, DatastoreId datastore, HostId host, const Inventory &inventory)
{
    const model::Datastore *known = inventory.find(datastore);
    if (known == nullptr)
        return exists(datastore, inventory);
    if (!isOn(host, *known) || !known->accessible)
        return Error(errors::DatastoreNotSeen,
                     QJsonObject{{u"name"_s, known->name}, {u"host"_s, inventory.nameOf(host)}});
    const bool isEmpty = disk == Bytes();
    if (isEmpty)
        return {};
    if (disk < leastDisk || disk.count() % 512 != 0)
        return Error(errors::DiskSizeInvalid);
    if (known->capacity > Bytes() && disk > known->capacity)
        return Error(errors::DiskTooLarge,
                     QJsonObject{{u"name"_s, known->name}, {u"capacityBytes"_s, known->capacity.count()}});
    return {};
}

Availability knowsNetwork(NetworkId network, HostId host, const Inventory &inventory)
{
    const model::Network *known = inventory.find(network);
    if (known == nullptr)
        return exists(network, inventory);
    if (!isOn(host, *known))
        return Error(errors::NetworkNotSeen,
                     QJsonObject{{u"name"_s, known->name}, {u"host"_s, inventory.nameOf(host)}});
    return {};
}

Result<HostId> hostFor(const model::ObjectRef &parent, DatastoreId datastore, const Inventory &inventory)
{
    if (const HostId host = parent.as<HostId>(); !host.isNull()) {
        if (const Availability answers = hostAnswers(host, inventory); !answers)
            return answers.why();
        return host;
    }
    if (inventory.find(parent.as<ClusterId>()) == nullptr)
        return Error(errors::WrongPlace, QJsonObject{{u"name"_s, inventory.nameOf(parent)}});
    const model::Datastore *known = inventory.find(datastore);
    std::vector<HostId> fitting = hostsUnder(parent, inventory);
    std::erase_if(fitting, [&](HostId id) {
        return !hostAnswers(id, inventory) || (known != nullptr && !isOn(id, *known));
    });
    if (fitting.empty())
        return Error(errors::NoHostFits, QJsonObject{{u"name"_s, inventory.nameOf(parent)}});
    const QHash<HostId, Bytes> left = unclaimedMemory(fitting, inventory);
    return *std::ranges::max_element(fitting, {}, [&](HostId id) { return left.value(id); });
}

std::vector<QString> ownFiles(const model::Vm &vm, const Inventory &inventory)
{
    using enum model::DiskTrait;
    QSet<QString> others;
    for (const auto &other : inventory.all<model::Vm>()) {
        if (other->id == vm.id)
            continue;
        for (const model::VmDisk &disk : other->disks)
            others.insert(disk.source);
    }
    std::vector<QString> files;
    for (const model::VmDisk &disk : vm.disks) {
        const bool isKept = std::ranges::any_of(
            disk.traits, [](model::DiskTrait trait) { return trait == ReadOnly || trait == Shareable; });
        if (disk.device == u"disk" && disk.source.startsWith(u'/') && !isKept
            && !others.contains(disk.source))
            files.push_back(disk.source);
    }
    return files;
}

} // namespace core::operations
