// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/views/support/fakesession.h"

namespace tests {

/// A datacenter with a cluster of two hosts and three VMs, and loads for what runs: enough for a page.
struct World {
    core::DatacenterId datacenter = core::DatacenterId::random();
    core::ClusterId cluster = core::ClusterId::random();
    core::HostId h1 = core::HostId::random();
    core::HostId h2 = core::HostId::random();
    core::VmId web = core::VmId::random();
    core::VmId db = core::VmId::random();
    core::VmId idle = core::VmId::random(); ///< off
    core::DatastoreId store = core::DatastoreId::random();
    core::NetworkId network = core::NetworkId::random();
};

inline core::model::Host makeHost(core::HostId id, const QString &name, core::ClusterId cluster)
{
    using namespace core::literals;
    return {.id = id,
            .name = name,
            .parent = cluster,
            .uri = QStringLiteral("qemu+ssh://root@%1/system").arg(name),
            .state = core::model::HostState::Connected,
            .hypervisorType = core::model::HypervisorType::Emulation,
            .hypervisor = QStringLiteral("QEMU 7.2.0"),
            .libvirtVersion = QStringLiteral("9.0.0"),
            .vendor = QStringLiteral("Acme"),
            .model = QStringLiteral("R740"),
            .cpuModel = QStringLiteral("Skylake"),
            .sockets = 2,
            .coresPerSocket = 4,
            .threadsPerCore = 2,
            .logicalCpus = 16,
            .cpuMhz = 2400_MHz,
            .memory = 8_GiB};
}

inline core::model::Vm makeVm(core::VmId id, const QString &name, core::HostId host,
                              core::model::PowerState state)
{
    using namespace core::literals;
    return {.id = id,
            .name = name,
            .host = host,
            .state = state,
            .cpuCount = 2,
            .memory = 1_GiB,
            .guestOs = QStringLiteral("Debian 12"),
            .architecture = QStringLiteral("x86_64"),
            .machine = QStringLiteral("pc-q35-7.2"),
            .hasScreen = true};
}

inline void setLoad(FakeCore &fake, const core::model::ObjectRef &object, double cpuRatio, core::Bytes memory)
{
    fake.loads.insert(object,
                      {.object = object,
                       .cpuUsageRatio = cpuRatio,
                       .cpuUsage = core::MegaHertz(static_cast<qint64>(cpuRatio * 4800)),
                       .memoryUsed = memory,
                       .uptimeSeconds = 3725});
}

inline World fill(FakeCore &fake)
{
    using namespace core::literals;
    const World world;
    auto &inventory = fake.inventory;
    inventory.put(core::model::Datacenter{.id = world.datacenter, .name = QStringLiteral("Paris")});
    inventory.put(core::model::Cluster{
        .id = world.cluster, .name = QStringLiteral("Prod"), .parent = world.datacenter});
    inventory.put(makeHost(world.h1, QStringLiteral("h1"), world.cluster));
    inventory.put(makeHost(world.h2, QStringLiteral("h2"), world.cluster));
    auto web = makeVm(world.web, QStringLiteral("web"), world.h1, core::model::PowerState::Running);
    web.disks = {{.target = QStringLiteral("vda"),
                  .source = QStringLiteral("/srv/web/web.qcow2"),
                  .format = QStringLiteral("qcow2"),
                  .capacity = 4_GiB,
                  .datastore = world.store}};
    web.nics = {{.mac = QStringLiteral("52:54:00:00:00:01"),
                 .source = QStringLiteral("default"),
                 .model = QStringLiteral("virtio"),
                 .network = world.network}};
    web.addresses = {QStringLiteral("192.0.2.7"), QStringLiteral("2001:db8::7")};
    inventory.put(web);
    inventory.put(makeVm(world.db, QStringLiteral("db"), world.h1, core::model::PowerState::Running));
    inventory.put(makeVm(world.idle, QStringLiteral("idle"), world.h2, core::model::PowerState::Off));
    inventory.put(core::model::Datastore{.id = world.store,
                                         .name = QStringLiteral("ds1"),
                                         .parent = world.datacenter,
                                         .type = QStringLiteral("netfs"),
                                         .path = QStringLiteral("/srv"),
                                         .capacity = 100_GiB,
                                         .free = 40_GiB,
                                         .hosts = {world.h1, world.h2}});
    inventory.put(core::model::Network{.id = world.network,
                                       .name = QStringLiteral("default"),
                                       .parent = world.datacenter,
                                       .type = QStringLiteral("nat"),
                                       .bridge = QStringLiteral("virbr0"),
                                       .hosts = {world.h1}});
    setLoad(fake, world.h1, 0.25, 3_GiB);
    setLoad(fake, world.h2, 0.05, 1_GiB);
    setLoad(fake, world.web, 0.5, 1_GiB);
    setLoad(fake, world.db, 0.1, 512_MiB);
    return world;
}

} // namespace tests
