// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/objects.h"
#include "core/simulation/demand.h"
#include "core/simulation/worldspec.h"

#include <QHash>
#include <QSet>

#include <algorithm>

/// The world as it is kept: packed, since 40,000 VMs live beside the core that watches them. model values are
/// made from it on demand (describe.h). Numbers that name a record are its place in State's vectors.
namespace core::simulation {

/// Counters of a host's own.
struct HostTotals {
    model::Nanoseconds cpu{};
    Bytes diskRead;
    Bytes diskWritten;
    Bytes networkReceived;
    Bytes networkSent;
};

struct HostRecord {
    HostId id;
    QString name;
    model::ObjectRef parent;
    quint32 datacenter = 0;
    std::optional<quint32> cluster; ///< absent: stands alone
    quint32 hardware = 0; ///< row of hardwareTable()
    Instant booted;
    HostTotals departed; ///< used here by processes that have ended: a host's counters never go back
    std::vector<quint32> vms;
    std::vector<quint32> datastores;
    std::vector<quint32> networks;
};

struct VmRecord {
    VmId id;
    QString name;
    QString directory; ///< of its files: the name it was made with
    quint64 seed = 0; ///< of its demand
    quint32 host = 0;
    quint32 datastore = 0;
    quint32 number = 0; ///< fixes MAC and address
    quint32 network = 0;
    quint16 cpus = 1;
    quint32 memoryMib = 0;
    quint32 diskGib = 0;
    model::PowerState state = model::PowerState::Off;
    quint8 system = 0; ///< row of guestSystems()
    quint8 note = 0; ///< row of notes(); 0: none
    bool isTemplate = false;
    bool autostart = false;
    Instant started{}; ///< of an active VM
    Effort before{}; ///< effortAt() when its process began, pauses left out; of a paused VM what it has done
    std::optional<FolderId> folder;
    std::optional<PoolId> pool;
};

struct DatastoreRecord {
    DatastoreId id;
    QString name;
    QString type;
    QString path;
    quint32 datacenter = 0;
    quint64 usedGib = 0;
    quint64 capacityGib = 0;
};

/// Its name is unique in its datacenter: that and the name are its identity.
struct NetworkRecord {
    QString name;
    QString bridge;
};

struct ClusterRecord {
    model::Cluster object;
    quint32 datacenter = 0;
    quint32 role = 0; ///< row of clusterRoles()
    std::vector<quint32> hosts;
    std::vector<quint32> shared; ///< datastores
    std::vector<PoolId> pools;
};

struct DatacenterRecord {
    model::Datacenter object;
    QString code; ///< first part of its hosts' names
};

struct State {
    WorldSpec spec;
    std::vector<DatacenterRecord> datacenters;
    std::vector<model::Folder> folders;
    std::vector<ClusterRecord> clusters;
    std::vector<model::Pool> pools;
    std::vector<HostRecord> hosts;
    std::vector<VmRecord> vms;
    std::vector<DatastoreRecord> datastores;
    std::vector<NetworkRecord> networks;
    QHash<HostId, quint32> hostById;
    QHash<QString, quint32> hostByName;
    QHash<VmId, quint32> vmById;
    QSet<QString> vmNames;
};

/// The datastore of the host that a path lies on.
[[nodiscard]] inline std::optional<quint32> datastoreOf(const State &state, const HostRecord &host,
                                                        const QString &path)
{
    const auto it = std::ranges::find_if(
        host.datastores, [&](quint32 each) { return path.startsWith(state.datastores[each].path + u'/'); });
    return it == host.datastores.end() ? std::nullopt : std::optional(*it);
}

/// The directory on its datastore in which a file lies.
[[nodiscard]] inline QString directoryOf(const State &state, quint32 datastore, const QString &path)
{
    return path.mid(state.datastores[datastore].path.size() + 1).section(u'/', 0, 0);
}

/// Whether its process makes effort: a paused one keeps its memory and nothing more.
[[nodiscard]] constexpr bool isBusy(model::PowerState state)
{
    return state == model::PowerState::Running;
}
/// Whether it holds memory of its host.
[[nodiscard]] constexpr bool isActive(model::PowerState state)
{
    return state == model::PowerState::Running || state == model::PowerState::Paused;
}

[[nodiscard]] constexpr Effort operator-(Effort a, const Effort &b)
{
    for (size_t i = 0; i < demandCount; ++i)
        a[i] -= b[i];
    return a;
}

/// What the VM's process has done since it began.
[[nodiscard]] inline Effort effortOf(const VmRecord &vm, Instant now)
{
    if (isBusy(vm.state))
        return effortAt(vm.seed, now) - vm.before;
    return vm.state == model::PowerState::Paused ? vm.before : Effort{};
}

} // namespace core::simulation
