// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/migration/compatibility.h"
#include "core/migration/errors.h"

#include <QStringList>

/// Two hosts of one cluster, alike, with a shared datastore and a network, and one VM on the first: it can move.
namespace core::migration {

inline model::HostHardware hardware()
{
    using namespace Qt::StringLiterals;
    return {.architecture = u"x86_64"_s,
            .cpu = {.vendor = u"Intel"_s,
                    .model = u"Westmere"_s,
                    .added = {u"x2apic"_s, u"hypervisor"_s},
                    .usableModels = {u"qemu64"_s, u"Penryn"_s, u"Nehalem"_s, u"Westmere"_s}},
            .machines = {u"pc-i440fx-7.2"_s, u"pc-q35-7.2"_s},
            .emulator = u"/usr/bin/qemu-system-x86_64"_s,
            .mostVcpus = 255,
            .firmwares = {u"/usr/share/OVMF/OVMF_CODE.fd"_s},
            .interfaces = std::vector<QString>{u"br0"_s},
            .numaNodes = 1,
            .microcode = u"1"_s};
}

struct MigrationWorld {
    model::Datacenter datacenter;
    model::Cluster cluster;
    model::Host from;
    model::Host to;
    model::Datastore shared;
    model::Datastore local;
    model::Network network;
    model::Vm vm;
    model::MigrationRequest request;

    MigrationWorld()
    {
        using namespace Qt::StringLiterals;
        datacenter = {.id = DatacenterId::random(), .name = u"Paris"_s};
        cluster = {.id = ClusterId::random(), .name = u"Prod"_s, .parent = datacenter.id};
        from = makeHost(u"h1"_s);
        to = makeHost(u"h2"_s);
        shared = makeDatastore(u"shared"_s, {from.id, to.id});
        local = makeDatastore(u"local"_s, {to.id});
        network = {
            .id = NetworkId::random(), .name = u"lan"_s, .parent = datacenter.id, .hosts = {from.id, to.id}};
        vm = {.id = VmId::random(),
              .name = u"db01"_s,
              .host = from.id,
              .state = model::PowerState::Running,
              .cpuCount = 2,
              .memory = Bytes(qint64(1) << 30),
              .architecture = u"x86_64"_s,
              .machine = u"pc-q35-7.2"_s,
              .disks = {{.target = u"vda"_s,
                         .source = u"/srv/shared/db01.qcow2"_s,
                         .format = u"qcow2"_s,
                         .capacity = Bytes(qint64(10) << 30),
                         .datastore = shared.id}},
              .nics = {{.source = u"lan"_s, .network = network.id}}};
        vm.hardware = model::VmHardware{
            .cpu = {.mode = model::CpuMode::Custom, .model = u"Westmere"_s, .added = {u"hypervisor"_s}},
            .emulator = u"/usr/bin/qemu-system-x86_64"_s};
        request = {.vm = vm.id, .host = to.id};
    }

    /// Only disks are to move, and to where they are already; perhaps in another format.
    void keepDisksWhereTheyAre(const QString &format = {})
    {
        const model::VmDisk &disk = vm.disks.front();
        request.host.reset();
        request.datastore = disk.datastore;
        if (!format.isEmpty())
            request.disks = {{.disk = disk.target, .datastore = disk.datastore, .format = format}};
    }

    [[nodiscard]] model::Host makeHost(const QString &name) const
    {
        using namespace Qt::StringLiterals;
        return {.id = HostId::random(),
                .name = name,
                .parent = cluster.id,
                .state = model::HostState::Connected,
                .hypervisorType = model::HypervisorType::Type1,
                .hypervisor = u"QEMU 7.2.0"_s,
                .cpuModel = u"Xeon X5650"_s,
                .logicalCpus = 8,
                .cpuMhz = MegaHertz(2660),
                .memory = Bytes(qint64(16) << 30),
                .hardware = hardware()};
    }
    [[nodiscard]] model::Datastore makeDatastore(const QString &name, std::vector<HostId> hosts) const
    {
        using namespace Qt::StringLiterals;
        return {.id = DatastoreId::random(),
                .name = name,
                .parent = datacenter.id,
                .type = u"dir"_s,
                .path = u"/srv/"_s + name,
                .capacity = Bytes(qint64(100) << 30),
                .free = Bytes(qint64(50) << 30),
                .hosts = std::move(hosts)};
    }

    [[nodiscard]] model::Inventory inventory() const
    {
        model::Inventory all;
        all.put(datacenter);
        all.put(cluster);
        all.put(from);
        all.put(to);
        all.put(shared);
        all.put(local);
        all.put(network);
        all.put(vm);
        return all;
    }

    /// "error migration.name-taken", in their order.
    [[nodiscard]] static QStringList said(const std::vector<model::Finding> &findings)
    {
        QStringList codes;
        for (const model::Finding &finding : findings)
            codes += QString::fromLatin1(wireName(finding.severity)) + QChar(u' ') + finding.problem.code;
        return codes;
    }
    [[nodiscard]] QStringList said() const { return said(check(request, inventory())); }
};

} // namespace core::migration
