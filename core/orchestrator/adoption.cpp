// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/adoption.h"

#include "core/model/tree.h"

#include <algorithm>

namespace core::orchestrator {

namespace {

using model::Inventory;

DatastoreId datastoreOf(const QString &source, const Neighbourhood &around)
{
    DatastoreId best;
    qsizetype longest = -1;
    for (const auto &datastore : around.datastores) {
        const QString &path = datastore->path;
        const bool inside =
            source.startsWith(path) && source.size() > path.size() && source.at(path.size()) == u'/';
        if (!inside || path.size() <= longest)
            continue;
        best = datastore->id;
        longest = path.size();
    }
    return best;
}

NetworkId networkOf(const QString &name, const Neighbourhood &around)
{
    for (const auto &network : around.networks) {
        if (network->name == name || network->bridge == name)
            return network->id;
    }
    return {};
}

template <class T>
bool seenBy(HostId host, const T &object)
{
    return std::ranges::find(object.hosts, host) != object.hosts.end();
}

model::ObjectRef homeOf(HostId host, const Inventory &inventory)
{
    const DatacenterId datacenter = datacenterOf(host, inventory);
    return datacenter.isNull() ? model::ObjectRef() : model::ObjectRef(datacenter);
}

/// Joins what `host` tells into the objects of all hosts: T has id, parent and hosts.
template <class T, class IdOf>
std::vector<model::Change> joined(HostId host, std::vector<T> told, const Inventory &inventory, IdOf idOf)
{
    std::vector<model::Change> changes;
    QHash<decltype(T::id), bool> seen;
    const auto put = [&](T value) {
        std::sort(value.hosts.begin(), value.hosts.end());
        changes.push_back({value.id, model::Object(std::make_shared<const T>(std::move(value)))});
    };
    for (T &value : told) {
        value.id = idOf(value);
        const T *known = inventory.find(value.id);
        value.parent = known == nullptr ? homeOf(host, inventory) : known->parent;
        value.hosts = known == nullptr ? std::vector<HostId>() : known->hosts;
        if (!seenBy(host, value))
            value.hosts.push_back(host);
        seen.insert(value.id, true);
        put(std::move(value));
    }
    for (const auto &known : inventory.all<T>()) {
        if (seen.contains(known->id) || !seenBy(host, *known))
            continue;
        T without = *known;
        std::erase(without.hosts, host);
        if (without.hosts.empty())
            changes.push_back({known->id, std::nullopt});
        else
            put(std::move(without));
    }
    return changes;
}

/// A network is active where its host says so; it counts as active while some host's is.
void noteActivity(model::Change &change, HostId host, const QHash<QString, bool> &told,
                  const Inventory &inventory)
{
    if (!change.object)
        return;
    model::Network network = *std::get<std::shared_ptr<const model::Network>>(*change.object);
    const model::Network *known = inventory.find(network.id);
    network.inactiveOn = known == nullptr ? std::vector<HostId>() : known->inactiveOn;
    std::erase(network.inactiveOn, host);
    if (!told.value(network.name, true) && seenBy(host, network))
        network.inactiveOn.push_back(host);
    std::sort(network.inactiveOn.begin(), network.inactiveOn.end());
    network.active = network.inactiveOn.size() < network.hosts.size();
    change.object = model::Object(std::make_shared<const model::Network>(std::move(network)));
}

} // namespace

HostId provisionalId(const QString &uri)
{
    return HostId(QUuid::createUuidV5(QUuid(), uri));
}

Neighbourhood neighbourhoodOf(HostId host, const Inventory &inventory)
{
    Neighbourhood around{.host = host};
    for (const auto &datastore : inventory.all<model::Datastore>()) {
        if (seenBy(host, *datastore)) // the same path on another host is another place
            around.datastores.push_back(datastore);
    }
    for (const auto &network : inventory.all<model::Network>()) {
        if (seenBy(host, *network))
            around.networks.push_back(network);
    }
    return around;
}

model::Vm placed(model::Vm told, const Neighbourhood &around, const Inventory &inventory,
                 const HomeFolders &homes)
{
    const HostId host = around.host;
    told.host = host;
    told.stale = false;
    told.lastSeen.reset();
    if (const model::Vm *known = inventory.find(told.id)) {
        told.folder = known->folder;
        told.isTemplate = known->isTemplate;
        told.resources = known->resources;
        told.drsAutomation = known->drsAutomation;
        const bool sameCluster = clusterOf(known->host, inventory) == clusterOf(host, inventory);
        if (known->host == host || sameCluster)
            told.pool = known->pool;
    } else if (const auto home = homes.constFind(told.id); home != homes.constEnd()) {
        told.folder = home->folder;
        told.pool = home->pool;
        told.isTemplate = home->isTemplate;
        told.resources = home->resources;
        told.drsAutomation = home->drsAutomation;
    }
    return linked(std::move(told), around);
}

model::Vm linked(model::Vm vm, const Neighbourhood &around)
{
    for (model::VmDisk &disk : vm.disks) {
        if (disk.datastore.isNull())
            disk.datastore = datastoreOf(disk.source, around);
    }
    for (model::VmNic &nic : vm.nics) {
        if (nic.network.isNull())
            nic.network = networkOf(nic.source, around);
    }
    return vm;
}

bool lacksLinks(const model::Vm &vm)
{
    return std::ranges::any_of(vm.disks, [](const auto &disk) { return disk.datastore.isNull(); })
        || std::ranges::any_of(vm.nics, [](const auto &nic) { return nic.network.isNull(); });
}

bool owns(HostId host, const model::Vm &told, const Inventory &inventory)
{
    const model::Vm *known = inventory.find(told.id);
    if (known == nullptr || known->host == host)
        return true;
    const model::Host *owner = inventory.find(known->host);
    if (owner == nullptr || owner->state == model::HostState::Disconnected)
        return true;
    const auto active = [](model::PowerState state) {
        return state == model::PowerState::Running || state == model::PowerState::Paused;
    };
    return active(told.state) && (known->stale || !active(known->state));
}

std::vector<model::Change> datastoreChanges(HostId host, std::vector<model::Datastore> told,
                                            const Inventory &inventory)
{
    return joined(host, std::move(told), inventory, [&](const model::Datastore &datastore) {
        return datastore.id.isNull() ? DatastoreId(QUuid::createUuidV5(host.uuid(), datastore.path))
                                     : datastore.id;
    });
}

std::vector<model::Change> networkChanges(HostId host, std::vector<model::Network> told,
                                          const Inventory &inventory)
{
    const QUuid home = homeOf(host, inventory).id;
    QHash<QString, bool> active;
    for (const model::Network &network : told)
        active.insert(network.name, network.active);
    auto changes = joined(host, std::move(told), inventory, [&](const model::Network &network) {
        return NetworkId(QUuid::createUuidV5(home.isNull() ? host.uuid() : home, network.name));
    });
    for (model::Change &change : changes)
        noteActivity(change, host, active, inventory);
    return changes;
}

} // namespace core::orchestrator
