// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/tree.h"

#include <QRandomGenerator>

namespace tests {

/// A made-up inventory: one datacenter, clusters of ten hosts, a VM folder for each hundred VMs (one in ten VMs lies
/// in none), a shared datastore and a network for each cluster. The same arguments give the same inventory.
struct SampleInventory {
    core::model::Inventory inventory;
    core::DatacenterId datacenter;
    std::vector<core::ClusterId> clusters;
    std::vector<core::HostId> hosts;
    std::vector<core::FolderId> folders;
    std::vector<core::DatastoreId> datastores;
    std::vector<core::NetworkId> networks;
    std::vector<core::VmId> vms;
    QRandomGenerator random;

    SampleInventory(int hostCount, int vmCount, quint32 seed = 1) : random(seed)
    {
        using namespace core::model;
        datacenter = core::DatacenterId(newId());
        inventory.put(Datacenter{.id = datacenter, .name = QStringLiteral("Paris")});
        for (int i = 0; i < hostCount; ++i) {
            if (i % 10 == 0)
                addCluster(i / 10);
            hosts.push_back(core::HostId(newId()));
            inventory.put(Host{.id = hosts.back(),
                               .name = QStringLiteral("h%1").arg(i),
                               .parent = clusters.back(),
                               .uri = QStringLiteral("test:///h%1").arg(i),
                               .state = HostState::Connected,
                               .logicalCpus = 16,
                               .cpuMhz = core::MegaHertz(2400),
                               .memory = core::Bytes(qint64(64) << 30)});
        }
        for (int i = 0; i < vmCount; ++i) {
            if (i % 100 == 0)
                addFolder(i / 100);
            addVm(i);
        }
    }

    core::VmId addVm(int number)
    {
        using namespace core::model;
        static const std::array names{QStringLiteral("web-%1"), QStringLiteral("db-%1"),
                                      QStringLiteral("Équipe %1")};
        static const std::array systems{QStringLiteral("Debian 12"), QStringLiteral("Windows 11"), QString()};
        Vm vm{.id = core::VmId(newId()), .name = names[below(names.size())].arg(number)};
        vm.host = hosts[below(hosts.size())];
        if (below(10) != 0)
            vm.folder = folders.back();
        vm.state = std::array{PowerState::Running, PowerState::Off, PowerState::Paused}[below(3)];
        vm.isTemplate = vm.state == PowerState::Off && below(20) == 0;
        vm.cpuCount = 1 + static_cast<int>(below(8));
        vm.memory = core::Bytes(qint64(1 + below(16)) << 30);
        vm.guestOs = systems[below(systems.size())];
        vm.addresses = {QStringLiteral("10.0.%1.%2").arg(number / 256).arg(number % 256)};
        vm.disks = {
            VmDisk{.target = QStringLiteral("vda"), .datastore = datastores[below(datastores.size())]}};
        vm.nics = {VmNic{.network = networks[below(networks.size())]}};
        vms.push_back(vm.id);
        inventory.put(std::move(vm));
        return vms.back();
    }

    [[nodiscard]] size_t below(size_t bound) { return random.bounded(static_cast<quint32>(bound)); }

    /// A change as the core would send it, already applied to `inventory`.
    template <class T, class Edit>
    core::model::Change edit(decltype(T::id) id, Edit change)
    {
        T value = *inventory.find(id);
        change(value);
        inventory.put(value);
        return {.ref = id, .object = core::model::Object(std::make_shared<const T>(std::move(value)))};
    }
    core::model::Change remove(const core::model::ObjectRef &ref)
    {
        inventory.remove(ref);
        return {.ref = ref, .object = std::nullopt};
    }
    [[nodiscard]] core::model::Change added(const core::model::ObjectRef &ref) const
    {
        return {.ref = ref, .object = inventory.find(ref)};
    }

private:
    QUuid newId()
    {
        std::array<quint32, 4> words{};
        random.fillRange(words.data(), words.size());
        return QUuid(words[0], quint16(words[1]), quint16(words[1] >> 16), uchar(words[2]),
                     uchar(words[2] >> 8), uchar(words[2] >> 16), uchar(words[2] >> 24), uchar(words[3]),
                     uchar(words[3] >> 8), uchar(words[3] >> 16), uchar(words[3] >> 24));
    }

    void addCluster(int number)
    {
        using namespace core::model;
        clusters.push_back(core::ClusterId(newId()));
        inventory.put(Cluster{
            .id = clusters.back(), .name = QStringLiteral("Cluster %1").arg(number), .parent = datacenter});
        datastores.push_back(core::DatastoreId(newId()));
        inventory.put(Datastore{.id = datastores.back(),
                                .name = QStringLiteral("store-%1").arg(number),
                                .parent = datacenter,
                                .type = QStringLiteral("dir"),
                                .capacity = core::Bytes(qint64(1) << 40),
                                .free = core::Bytes(qint64(1) << 39)});
        networks.push_back(core::NetworkId(newId()));
        inventory.put(Network{
            .id = networks.back(), .name = QStringLiteral("lan-%1").arg(number), .parent = datacenter});
    }

    void addFolder(int number)
    {
        using namespace core::model;
        folders.push_back(core::FolderId(newId()));
        inventory.put(Folder{.id = folders.back(),
                             .name = QStringLiteral("Team %1").arg(number),
                             .contents = FolderKind::Vm,
                             .parent = datacenter});
    }
};

} // namespace tests
