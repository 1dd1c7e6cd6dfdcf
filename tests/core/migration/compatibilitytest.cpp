// SPDX-License-Identifier: GPL-3.0-or-later
// What speaks against a migration: each finding appears with its cause and goes with it.
#include "core/migration/cpu.h"
#include "tests/core/migration/migrationworld.h"

#include <QJsonArray>
#include <QTest>

using namespace core;
using namespace core::migration;
using namespace Qt::StringLiterals;

namespace {

using Spoil = void (*)(MigrationWorld &);

void makeCold(MigrationWorld &w)
{
    w.vm.state = model::PowerState::Off;
}

void moveDisk(MigrationWorld &w)
{
    w.request.datastore = w.local.id;
}

/// One way to spoil a migration that can be done, and all that is then said.
void row(const char *name, const char *findings, Spoil spoil)
{
    QTest::newRow(name) << QString::fromLatin1(findings).split(u"; "_s, Qt::SkipEmptyParts) << spoil;
}

void addStates()
{
    using W = MigrationWorld;
    row("nothing", "", [](W &) {});
    row("cold", "", makeCold);
    row("no destination", "error migration.no-destination", [](W &w) { w.request.host.reset(); });
    row("already there", "error migration.nothing-to-do", [](W &w) { w.request.host = w.from.id; });
    row("disks there", "error migration.disks-already-there", [](W &w) { w.keepDisksWhereTheyAre(); });
    row("converted where they are", "", [](W &w) { w.keepDisksWhereTheyAre(u"raw"_s); });
    row("source silent", "error migration.source-not-ready",
        [](W &w) { w.from.state = model::HostState::NotResponding; });
    row("state unknown", "error migration.state-unknown",
        [](W &w) { w.vm.state = model::PowerState::Unknown; });
    row("suspended", "error migration.suspended", [](W &w) { w.vm.state = model::PowerState::Suspended; });
    row("running but cold", "error migration.running-but-cold",
        [](W &w) { w.request.mode = model::MigrationMode::Cold; });
    row("off but live", "error migration.off-but-live", [](W &w) {
        makeCold(w);
        w.request.mode = model::MigrationMode::Live;
    });
    row("transient and off", "error migration.not-persistent", [](W &w) {
        makeCold(w);
        w.vm.persistent = false;
    });
    row("transient and running", "", [](W &w) { w.vm.persistent = false; });
    row("no such disk", "error migration.disk-unknown",
        [](W &w) { w.request.disks = {{.disk = u"vdz"_s, .datastore = w.local.id}}; });
}

void addDestinations()
{
    using W = MigrationWorld;
    row("destination silent", "error migration.host-not-ready",
        [](W &w) { w.to.state = model::HostState::Disconnected; });
    row("other program", "error migration.other-hypervisor", [](W &w) { w.to.hypervisor = u"Xen 4.17"_s; });
    row("older", "warning migration.older-hypervisor", [](W &w) { w.to.hypervisor = u"QEMU 6.2.0"_s; });
    row("newer", "", [](W &w) { w.to.hypervisor = u"QEMU 10.0.0"_s; });
    row("older, cold", "", [](W &w) {
        makeCold(w);
        w.to.hypervisor = u"QEMU 6.2.0"_s;
    });
    row("not read", "warning migration.host-not-read", [](W &w) { w.to.hardware.reset(); });
    row("other architecture", "error migration.other-architecture",
        [](W &w) { w.to.hardware->architecture = u"aarch64"_s; });
    row("machine type", "error migration.machine-missing", [](W &w) { w.vm.machine = u"pc-q35-8.0"_s; });
    row("emulator", "error migration.emulator-missing",
        [](W &w) { w.to.hardware->emulator = u"/usr/bin/kvm"_s; });
    row("no KVM", "error migration.no-hardware-assist", [](W &w) {
        w.to.hypervisorType = model::HypervisorType::Emulation;
        w.vm.hardware->traits = {model::VmTrait::HardwareAssisted};
    });
}

void addCpus()
{
    using W = MigrationWorld;
    row("CPU", "error migration.cpu-incompatible", [](W &w) {
        w.to.hardware->cpu = {.vendor = u"Intel"_s, .model = u"Penryn"_s, .usableModels = {u"Penryn"_s}};
    });
    row("CPU towards a better one", "", [](W &w) {
        w.from.hardware->cpu = {.vendor = u"Intel"_s, .model = u"Penryn"_s, .usableModels = {u"Penryn"_s}};
        w.vm.hardware->cpu.model = u"Penryn"_s;
    });
    row("CPU not in our table", "warning migration.cpu-not-judged",
        [](W &w) { w.vm.hardware->cpu.model = u"SapphireRapids"_s; });
    row("plain CPU", "", [](W &w) { w.vm.hardware->cpu = {}; });
    row("host's own CPU, same", "warning migration.cpu-of-same-host",
        [](W &w) { w.vm.hardware->cpu = {.mode = model::CpuMode::HostPassthrough}; });
    row("host's own CPU, other microcode", "error migration.cpu-of-one-host", [](W &w) {
        w.vm.hardware->cpu = {.mode = model::CpuMode::HostPassthrough};
        w.to.hardware->microcode = u"2"_s;
    });
    row("host's own CPU, off", "", [](W &w) {
        makeCold(w);
        w.vm.hardware->cpu = {.mode = model::CpuMode::HostPassthrough};
        w.to.hardware->microcode = u"2"_s;
    });
    row("invariant clock", "error migration.tsc-not-fixed", [](W &w) {
        w.vm.hardware->cpu.added.push_back(u"invtsc"_s);
        w.to.hardware->cpu.added.push_back(u"invtsc"_s);
    });
    row("EVC", "error migration.evc-exceeded", [](W &w) { w.cluster.evcLevel = u"Penryn"_s; });
    row("EVC, off", "", [](W &w) {
        makeCold(w);
        w.cluster.evcLevel = u"Penryn"_s;
    });
    row("EVC, low enough", "", [](W &w) { w.cluster.evcLevel = u"Westmere"_s; });
    row("too many CPUs", "error migration.too-many-cpus", [](W &w) { w.vm.cpuCount = 256; });
    row("more CPUs than the host", "warning migration.more-cpus-than-host", [](W &w) { w.vm.cpuCount = 9; });
    row("pinned", "error migration.pinned-cpu-missing", [](W &w) { w.vm.hardware->highestCpu = 8; });
    row("pinned to one there is", "", [](W &w) { w.vm.hardware->highestCpu = 7; });
}

void addMemory()
{
    using W = MigrationWorld;
    row("memory", "error migration.memory-too-small", [](W &w) { w.to.memory = Bytes(1 << 20); });
    row("huge pages", "error migration.huge-pages-missing",
        [](W &w) { w.vm.hardware->traits = {model::VmTrait::HugePages}; });
    row("huge pages there", "", [](W &w) {
        w.vm.hardware->traits = {model::VmTrait::HugePages};
        w.to.hardware->hugePages = w.vm.memory;
    });
    row("NUMA", "error migration.numa-node-missing", [](W &w) { w.vm.hardware->highestNumaNode = 1; });
}

void addDevices()
{
    using W = MigrationWorld;
    row("USB", "error migration.host-device", [](W &w) {
        w.vm.hardware->hostDevices = {{model::HostDeviceKind::Usb, u"0951:1666"_s}};
    });
    row("two devices", "error migration.host-device; error migration.host-device", [](W &w) {
        w.vm.hardware->hostDevices = {{model::HostDeviceKind::Pci, u"0000:03:00.0"_s},
                                      {model::HostDeviceKind::SharedFolder, u"/srv"_s}};
    });
    row("snapshots", "error migration.has-snapshots",
        [](W &w) { w.vm.hardware->traits = {model::VmTrait::Snapshots}; });
    row("checkpoints", "warning migration.checkpoints-lost",
        [](W &w) { w.vm.hardware->traits = {model::VmTrait::Checkpoints}; });
    row("TPM running", "", [](W &w) { w.vm.hardware->traits = {model::VmTrait::Tpm}; });
    row("TPM off", "error migration.tpm-stays", [](W &w) {
        makeCold(w);
        w.vm.hardware->traits = {model::VmTrait::Tpm};
    });
    row("screen address", "warning migration.screen-address",
        [](W &w) { w.vm.hardware->screenAddress = u"192.0.2.7"_s; });
    row("firmware", "error migration.firmware-missing",
        [](W &w) { w.vm.hardware->firmware = u"/usr/share/OVMF/OVMF_CODE_4M.fd"_s; });
    row("NVRAM running", "", [](W &w) { w.vm.hardware->nvram = u"/var/lib/x_VARS.fd"_s; });
    row("NVRAM off", "error migration.nvram-stays", [](W &w) {
        makeCold(w);
        w.vm.hardware->nvram = u"/var/lib/x_VARS.fd"_s;
    });
    row("NVRAM with its disks", "", [](W &w) {
        makeCold(w);
        w.vm.hardware->nvram = u"/srv/shared/x_VARS.fd"_s;
    });
    row("CD", "error migration.media-missing", [](W &w) {
        w.vm.disks.push_back({.target = u"sda"_s, .source = u"/iso/a.iso"_s, .device = u"cdrom"_s});
    });
    row("CD that may go", "warning migration.media-dropped", [](W &w) {
        w.vm.disks.push_back({.target = u"sda"_s,
                              .source = u"/iso/a.iso"_s,
                              .device = u"cdrom"_s,
                              .traits = {model::DiskTrait::OptionalAtStart}});
    });
    row("CD on shared storage", "", [](W &w) {
        w.vm.disks.push_back({.target = u"sda"_s,
                              .source = u"/srv/shared/a.iso"_s,
                              .device = u"cdrom"_s,
                              .datastore = w.shared.id});
    });
    row("empty drive", "", [](W &w) { w.vm.disks.push_back({.target = u"sda"_s, .device = u"cdrom"_s}); });
}

void addStorage()
{
    using W = MigrationWorld;
    row("local storage", "error migration.datastore-not-seen", [](W &w) { w.shared.hosts = {w.from.id}; });
    row("local storage, disks move", "", [](W &w) {
        w.shared.hosts = {w.from.id};
        moveDisk(w);
    });
    row("storage lost", "error migration.datastore-unusable", [](W &w) { w.shared.accessible = false; });
    row("no datastore", "error migration.outside-datastores", [](W &w) {
        w.vm.disks[0].datastore = {};
        w.vm.disks[0].source = u"/root/a.img"_s;
    });
    row("network disk", "", [](W &w) {
        w.vm.disks[0].datastore = {};
        w.vm.disks[0].source = u"nbd://server:10809/a"_s;
    });
    row("target not seen", "error migration.target-not-seen", [](W &w) {
        moveDisk(w);
        w.local.hosts = {w.from.id};
    });
    row("target unusable", "error migration.datastore-unusable", [](W &w) {
        moveDisk(w);
        w.local.accessible = false;
    });
    row("thin and tight", "warning migration.space-tight", [](W &w) {
        moveDisk(w);
        w.local.free = Bytes(1 << 30);
    });
    row("thick and full", "error migration.space-missing", [](W &w) {
        moveDisk(w);
        w.vm.disks[0].format = u"raw"_s;
        w.local.free = Bytes(1 << 30);
    });
    row("space of a disk that stays", "", [](W &w) { w.shared.free = Bytes(); });
    row("format", "error migration.format-unknown", [](W &w) {
        moveDisk(w);
        w.vm.disks[0].format = u"vmdk"_s;
    });
    row("format converted", "", [](W &w) {
        w.vm.disks[0].format = u"vmdk"_s;
        w.request.disks = {{.disk = u"vda"_s, .datastore = w.local.id, .format = u"qcow2"_s}};
    });
    row("shared disk", "error migration.disk-not-copied", [](W &w) {
        moveDisk(w);
        w.vm.disks[0].traits = {model::DiskTrait::Shareable};
    });
    row("transient disk", "error migration.disk-transient",
        [](W &w) { w.vm.disks[0].traits = {model::DiskTrait::Transient}; });
    row("cached", "warning migration.disk-cached", [](W &w) { w.vm.disks[0].cache = u"writeback"_s; });
    row("not cached", "", [](W &w) { w.vm.disks[0].cache = u"none"_s; });
    row("only the disks", "", [](W &w) {
        w.request.host.reset();
        moveDisk(w);
        w.local.hosts = {w.from.id};
        w.to.state = model::HostState::NotResponding; // nothing to do with it
    });
}

void addNetworks()
{
    using W = MigrationWorld;
    row("network", "error migration.network-missing", [](W &w) { w.network.hosts = {w.from.id}; });
    row("network stopped", "error migration.network-stopped", [](W &w) { w.network.inactiveOn = {w.to.id}; });
    row("network stopped, cold", "warning migration.network-stopped", [](W &w) {
        makeCold(w);
        w.network.inactiveOn = {w.to.id};
    });
    row("network stopped here", "", [](W &w) { w.network.inactiveOn = {w.from.id}; });
    row("bridge there", "", [](W &w) { w.vm.nics = {{.source = u"br0"_s}}; });
    row("bridge missing", "error migration.network-missing", [](W &w) {
        w.vm.nics = {{.source = u"br9"_s}, {.source = u"br9"_s}};
    });
    row("bridges unknown", "warning migration.network-not-known", [](W &w) {
        w.vm.nics = {{.source = u"br0"_s}};
        w.to.hardware->interfaces.reset();
    });
}

} // namespace

class CompatibilityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatSpeaksAgainstItIsSaid_data()
    {
        QTest::addColumn<QStringList>("findings");
        QTest::addColumn<Spoil>("spoil");
        addStates();
        addDestinations();
        addCpus();
        addMemory();
        addDevices();
        addStorage();
        addNetworks();
    }
    void whatSpeaksAgainstItIsSaid()
    {
        QFETCH(const QStringList, findings);
        QFETCH(const Spoil, spoil);
        MigrationWorld world;
        spoil(world);
        QCOMPARE(world.said(), findings);
    }

    void aNameIsTakenOnTheDestination()
    {
        const MigrationWorld world;
        model::Inventory inventory = world.inventory();
        inventory.put(model::Vm{.id = VmId::random(), .name = u"db01"_s, .host = world.to.id});
        QCOMPARE(MigrationWorld::said(check(world.request, inventory)),
                 QStringList{u"error migration.name-taken"_s});
    }

    void memoryThatOthersUseIsNotFree()
    {
        const MigrationWorld world;
        model::Vm other{.id = VmId::random(), .name = u"big"_s, .host = world.to.id};
        other.memory = world.to.memory;
        model::Inventory inventory = world.inventory();
        inventory.put(other);
        QVERIFY(check(world.request, inventory).empty()); // it is off
        other.state = model::PowerState::Running;
        inventory.put(other);
        QCOMPARE(MigrationWorld::said(check(world.request, inventory)),
                 QStringList{u"warning migration.memory-overcommitted"_s});
    }

    void aScreenPortIsTakenByARunningVm()
    {
        MigrationWorld world;
        world.vm.hardware->screenPort = 5901;
        model::Vm other{.id = VmId::random(), .name = u"other"_s, .host = world.to.id};
        other.hardware = model::VmHardware{.screenPort = 5901};
        model::Inventory inventory = world.inventory();
        inventory.put(other);
        QVERIFY(check(world.request, inventory).empty());
        other.state = model::PowerState::Running;
        inventory.put(other);
        QCOMPARE(MigrationWorld::said(check(world.request, inventory)),
                 QStringList{u"error migration.screen-port-taken"_s});
    }

    void anotherNetworkMayTakeItsPlace()
    {
        MigrationWorld world;
        world.network.hosts = {world.from.id};
        model::Network other{.id = NetworkId::random(), .name = u"dmz"_s, .hosts = {world.to.id}};
        model::Inventory inventory = world.inventory();
        inventory.put(other);
        world.request.networks = {{.from = world.network.id, .to = other.id}};
        QVERIFY(check(world.request, inventory).empty());
    }

    void theFeaturesThatAreMissingAreNamed()
    {
        MigrationWorld world;
        world.to.hardware->cpu = {
            .vendor = u"Intel"_s, .model = u"Nehalem"_s, .usableModels = {u"Nehalem"_s}};
        const auto findings = check(world.request, world.inventory());
        QCOMPARE(findings.size(), size_t(1));
        const QJsonObject params = findings.front().problem.params;
        QCOMPARE(params.value(u"features"_s).toArray(), QJsonArray{u"aes"_s});
        QCOMPARE(params.value(u"vm"_s).toString(), u"db01"_s);
        QCOMPARE(params.value(u"host"_s).toString(), u"h2"_s);
        QVERIFY(findings.front().object == model::ObjectRef(world.to.id));
    }

    void whatALabHostWithholdsItDoesNotHave()
    {
        MigrationWorld world;
        model::HostCpu &cpu = world.to.hardware->cpu;
        cpu.usableModels = {u"qemu64"_s, u"Penryn"_s};
        cpu.withheldModels = {u"Nehalem"_s, u"Westmere"_s};
        const Features has = featuresOf(cpu);
        QVERIFY(!has.contains(u"aes"_s));
        QVERIFY(has.contains(u"sse4.1"_s)); // Penryn's
        QCOMPARE(world.said(), QStringList{u"error migration.cpu-incompatible"_s});
    }

    void manyThingsAreSaidTogetherErrorsFirst()
    {
        MigrationWorld world;
        world.to.hypervisor = u"QEMU 6.0.0"_s;
        world.vm.hardware->traits = {model::VmTrait::Snapshots};
        world.network.hosts = {world.from.id};
        QCOMPARE(world.said(),
                 (QStringList{u"error migration.has-snapshots"_s, u"error migration.network-missing"_s,
                              u"warning migration.older-hypervisor"_s}));
    }

    void everyParameterThatACodeDeclaresIsThere()
    {
        MigrationWorld world;
        world.to = world.makeHost(u"h2"_s);
        world.request.host = world.to.id;
        world.to.hardware->firmwares = {};
        world.vm.hardware->firmware = u"/x"_s;
        world.vm.hardware->hostDevices = {{model::HostDeviceKind::Usb, u"1"_s}};
        for (const model::Finding &finding : check(world.request, world.inventory())) {
            const auto code =
                std::ranges::find(migration::errors::all, finding.problem.code, &ErrorCode::name);
            QVERIFY(code != migration::errors::all.end());
            for (const QString &name : QString(code->params).split(u' ', Qt::SkipEmptyParts))
                QVERIFY2(finding.problem.params.contains(name), qPrintable(finding.problem.code + name));
        }
    }

    void anUnknownVmOrHostIsNotFound()
    {
        MigrationWorld world;
        world.request.host = HostId::random();
        QCOMPARE(world.said(), QStringList{u"error base.not-found"_s});
        world.request.vm = VmId::random();
        QCOMPARE(world.said(), QStringList{u"error base.not-found"_s});
    }

    void theRoomiestHostComesFirstAndTheImpossibleLast()
    {
        MigrationWorld world;
        model::Host roomy = world.makeHost(u"h3"_s);
        roomy.memory = Bytes(qint64(64) << 30);
        model::Host deaf = world.makeHost(u"a0"_s);
        deaf.state = model::HostState::NotResponding;
        for (const HostId id : {roomy.id, deaf.id}) {
            world.shared.hosts.push_back(id);
            world.network.hosts.push_back(id);
        }
        model::Inventory inventory = world.inventory();
        inventory.put(roomy);
        inventory.put(deaf);
        const auto found = candidates({.vm = world.vm.id}, inventory, {});
        QCOMPARE(found.size(), size_t(3));
        QVERIFY(found[0].host == roomy.id);
        QVERIFY(found[1].host == world.to.id);
        QVERIFY(found[2].host == deaf.id);
        QVERIFY(found[0].score > found[1].score);
        QVERIFY(!found[2].isPossible());
        QCOMPARE(found[0].reasons.front().code, u"placement.memory-free"_s);
    }

    void aBusyHostComesLater()
    {
        MigrationWorld world;
        const model::Host idle = world.makeHost(u"h3"_s);
        world.shared.hosts.push_back(idle.id);
        world.network.hosts.push_back(idle.id);
        model::Inventory inventory = world.inventory();
        inventory.put(idle);
        const QHash<model::ObjectRef, model::Load> loads{
            {world.to.id, {.object = world.to.id, .cpuUsageRatio = 0.95}},
            {idle.id, {.object = idle.id, .cpuUsageRatio = 0.05}}};
        const auto found = candidates({.vm = world.vm.id}, inventory, loads);
        QVERIFY(found.front().host == idle.id);
        QCOMPARE(found.front().reasons.at(1).code, u"placement.cpu-free"_s);
    }
};

QTEST_GUILESS_MAIN(CompatibilityTest)
#include "compatibilitytest.moc"
