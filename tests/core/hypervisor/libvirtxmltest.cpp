// SPDX-License-Identifier: GPL-3.0-or-later
// libvirt's descriptions as values: what is read, and that hostile ones do no harm.
#include "core/hypervisor/libvirt/domainxml.h"
#include "core/hypervisor/libvirt/endpoint.h"
#include "core/hypervisor/libvirt/guestcounters.h"
#include "core/hypervisor/libvirt/guestreading.h"
#include "core/hypervisor/libvirt/hostxml.h"
#include "core/hypervisor/libvirt/xmltree.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace core;
using namespace core::hypervisor::libvirt;
using model::PowerState;

namespace {

QByteArray domainWith(const QByteArray &inside)
{
    return "<domain><name>n</name><uuid>6c9a1f0e-7b1e-4f57-9a3a-0d5a54c0ffee</uuid>" + inside + "</domain>";
}

} // namespace

class LibvirtXmlTest : public QObject
{
    Q_OBJECT

public:
    LibvirtXmlTest();

private Q_SLOTS:
    void aDomainIsReadWhole();
    void disksAndAdaptersSayWhereTheyGo();
    void aBareDomainIsEnough();
    void theAgentIsInstalledWhenItsChannelIsThere();
    void onlyVncIsAScreen();
    void hostileXmlIsRefused_data();
    void hostileXmlIsRefused();
    void sizesHaveUnits_data();
    void sizesHaveUnits();
    void libvirtStatesAreOurs_data();
    void libvirtStatesAreOurs();
    void theHypervisorIsNamedByType_data();
    void theHypervisorIsNamedByType();
    void placeholdersOfTheMakerAreNoNames();
    void poolsAndNetworks();
    void addressesAreTakenApart();
    void guestCountersNeverFall();
    void whatAGuestDoesNotSayItHasAsBefore();
    void statisticsAreSummedOverDevices();

private:
    QByteArray m_domain; ///< one with everything
};

LibvirtXmlTest::LibvirtXmlTest()
{
    QFile file(QStringLiteral(FIXTURES "/domain.xml"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixtures/domain.xml");
    m_domain = file.readAll();
}

void LibvirtXmlTest::aDomainIsReadWhole()
{
    const auto vm = parseDomain(m_domain);
    QVERIFY(vm);
    QCOMPARE(vm->id.toString(), u"6c9a1f0e-7b1e-4f57-9a3a-0d5a54c0ffee"_s);
    QCOMPARE(vm->name, u"web <01> été"_s);
    QCOMPARE(vm->notes, u"First line\nsecond & last"_s);
    QCOMPARE(vm->memory, Bytes(qint64(4) << 30));
    QCOMPARE(vm->cpuCount, 2);
    QCOMPARE(vm->guestOs, u"debian 12"_s);
    QCOMPARE(vm->architecture, u"x86_64"_s);
    QCOMPARE(vm->machine, u"pc-q35-7.2"_s);
    QVERIFY(vm->uefi);
    QCOMPARE(vm->agent, model::AgentState::Connected);
    QVERIFY(vm->hasScreen);
    const auto screen = parseScreen(m_domain);
    QVERIFY(screen && *screen);
    QCOMPARE((*screen)->index, 1U);
    QCOMPARE((*screen)->socket, u"/run/web.vnc"_s);
}

void LibvirtXmlTest::disksAndAdaptersSayWhereTheyGo()
{
    const auto vm = parseDomain(m_domain);
    QVERIFY(vm);
    QCOMPARE(vm->disks.size(), 4U);
    QCOMPARE(
        vm->disks[0],
        (model::VmDisk{.target = u"vda"_s, .source = u"/srv/vm/web 01/disk.qcow2"_s, .format = u"qcow2"_s}));
    QCOMPARE(vm->disks[1].source, u"nbd://store.example:10809/export"_s);
    QCOMPARE(vm->disks[2].source, u"/dev/vg/lv"_s);
    QCOMPARE(
        vm->disks[3],
        (model::VmDisk{.target = u"sda"_s, .device = u"cdrom"_s, .traits = {model::DiskTrait::ReadOnly}}));
    QCOMPARE(vm->nics.size(), 3U);
    QCOMPARE(vm->nics[0],
             (model::VmNic{.mac = u"52:54:00:ab:cd:ef"_s, .source = u"default"_s, .model = u"virtio"_s}));
    QCOMPARE(vm->nics[1].source, u"br0"_s);
    QVERIFY(vm->nics[2].source.isEmpty());
}

void LibvirtXmlTest::aBareDomainIsEnough()
{
    const auto vm = parseDomain(domainWith(""));
    QVERIFY(vm);
    QCOMPARE(vm->cpuCount, 1);
    QCOMPARE(vm->agent, model::AgentState::NotInstalled);
    QVERIFY(!vm->uefi && !vm->hasScreen && vm->disks.empty() && vm->nics.empty());
}

void LibvirtXmlTest::theAgentIsInstalledWhenItsChannelIsThere()
{
    const QByteArray channel =
        "<devices><channel><target name='org.qemu.guest_agent.0'%1/></channel></devices>";
    const auto off = parseDomain(domainWith(QByteArray(channel).replace("%1", "")));
    QVERIFY(off);
    QCOMPARE(off->agent, model::AgentState::NotConnected);
    const auto gone = parseDomain(domainWith(QByteArray(channel).replace("%1", " state='disconnected'")));
    QVERIFY(gone);
    QCOMPARE(gone->agent, model::AgentState::NotConnected);
}

void LibvirtXmlTest::onlyVncIsAScreen()
{
    const auto spice = parseDomain(domainWith("<devices><graphics type='spice'/></devices>"));
    QVERIFY(spice);
    QVERIFY(!spice->hasScreen);
    const auto tcp = parseScreen(domainWith("<devices><graphics type='vnc' port='5901'><listen "
                                            "type='address' address='127.0.0.1'/></graphics></devices>"));
    QVERIFY(tcp && *tcp);
    QCOMPARE((*tcp)->port, 5901);
    QCOMPARE((*tcp)->address, u"127.0.0.1"_s);
    QVERIFY((*tcp)->socket.isEmpty());
}

void LibvirtXmlTest::hostileXmlIsRefused_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no XML") << QByteArray("\0\x01garbage", 9);
    QTest::newRow("cut off") << m_domain.left(400);
    QTest::newRow("no UUID") << QByteArray("<domain><name>n</name></domain>");
    QTest::newRow("no name") << QByteArray(
        "<domain><uuid>6c9a1f0e-7b1e-4f57-9a3a-0d5a54c0ffee</uuid></domain>");
    QTest::newRow("another root") << QByteArray("<pool><name>n</name></pool>");
    QTest::newRow("two roots") << domainWith("") + domainWith("");
    QTest::newRow("entities") << QByteArray("<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>")
            + domainWith("&b;");
    QTest::newRow("files") << QByteArray("<!DOCTYPE d SYSTEM \"file:///etc/passwd\">") + domainWith("");
    QTest::newRow("deep") << domainWith(QByteArray("<a>").repeated(100'000)
                                        + QByteArray("</a>").repeated(100'000));
    QTest::newRow("not UTF-8") << domainWith("<description>\xff\xfe\xfd</description>");
}

void LibvirtXmlTest::hostileXmlIsRefused()
{
    QFETCH(QByteArray, xml);
    const auto vm = parseDomain(xml);
    QVERIFY(!vm);
    QCOMPARE(vm.error().code, QString(core::errors::InvalidArgument.name));
}

void LibvirtXmlTest::sizesHaveUnits_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("KiB unnamed") << QByteArray("<memory>2</memory>") << qint64(2048);
    QTest::newRow("bytes") << QByteArray("<memory unit='bytes'>7</memory>") << qint64(7);
    QTest::newRow("k") << QByteArray("<memory unit='k'>1</memory>") << qint64(1024);
    QTest::newRow("KB") << QByteArray("<memory unit='KB'>1</memory>") << qint64(1000);
    QTest::newRow("MiB") << QByteArray("<memory unit='MiB'>3</memory>") << qint64(3 << 20);
    QTest::newRow("GB") << QByteArray("<memory unit='GB'>1</memory>") << qint64(1'000'000'000);
    QTest::newRow("TiB") << QByteArray("<memory unit='TiB'>24</memory>") << (qint64(24) << 40);
    QTest::newRow("too much") << QByteArray("<memory unit='EiB'>999</memory>") << qint64(0);
    QTest::newRow("negative") << QByteArray("<memory>-5</memory>") << qint64(0);
    QTest::newRow("no number") << QByteArray("<memory>many</memory>") << qint64(0);
    QTest::newRow("no unit") << QByteArray("<memory unit='furlong'>5</memory>") << qint64(0);
}

void LibvirtXmlTest::sizesHaveUnits()
{
    QFETCH(QByteArray, xml);
    const auto element = parseXml(xml);
    QVERIFY(element);
    QTEST(sizeInBytes(&*element), "bytes");
}

void LibvirtXmlTest::libvirtStatesAreOurs_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("reason");
    QTest::addColumn<bool>("saved");
    QTest::addColumn<PowerState>("expected");
    QTest::newRow("running") << int(VIR_DOMAIN_RUNNING) << 1 << false << PowerState::Running;
    QTest::newRow("shutting down") << int(VIR_DOMAIN_SHUTDOWN) << 1 << false << PowerState::Running;
    QTest::newRow("paused") << int(VIR_DOMAIN_PAUSED) << int(VIR_DOMAIN_PAUSED_USER) << false
                            << PowerState::Paused;
    QTest::newRow("panicked") << int(VIR_DOMAIN_PAUSED) << int(VIR_DOMAIN_PAUSED_CRASHED) << false
                              << PowerState::Crashed;
    QTest::newRow("asleep") << int(VIR_DOMAIN_PMSUSPENDED) << 0 << false << PowerState::Paused;
    QTest::newRow("off") << int(VIR_DOMAIN_SHUTOFF) << int(VIR_DOMAIN_SHUTOFF_DESTROYED) << false
                         << PowerState::Off;
    QTest::newRow("saved") << int(VIR_DOMAIN_SHUTOFF) << int(VIR_DOMAIN_SHUTOFF_SAVED) << true
                           << PowerState::Suspended;
    QTest::newRow("saved, forgotten")
        << int(VIR_DOMAIN_SHUTOFF) << int(VIR_DOMAIN_SHUTOFF_SAVED) << false << PowerState::Off;
    QTest::newRow("killed") << int(VIR_DOMAIN_SHUTOFF) << int(VIR_DOMAIN_SHUTOFF_CRASHED) << false
                            << PowerState::Crashed;
    QTest::newRow("crashed") << int(VIR_DOMAIN_CRASHED) << 0 << false << PowerState::Crashed;
    QTest::newRow("none") << int(VIR_DOMAIN_NOSTATE) << 0 << false << PowerState::Unknown;
    QTest::newRow("of a newer libvirt") << 4711 << 0 << false << PowerState::Unknown;
}

void LibvirtXmlTest::libvirtStatesAreOurs()
{
    QFETCH(int, state);
    QFETCH(int, reason);
    QFETCH(bool, saved);
    QTEST(powerState({.state = state, .reason = reason, .managedSave = saved}), "expected");
}

void LibvirtXmlTest::theHypervisorIsNamedByType_data()
{
    QTest::addColumn<QByteArray>("domainTypes");
    QTest::addColumn<QString>("driver");
    QTest::addColumn<model::HypervisorType>("expected");
    QTest::newRow("kvm") << QByteArray("<domain type='qemu'/><domain type='kvm'/>") << u"QEMU"_s
                         << model::HypervisorType::Type1;
    QTest::newRow("tcg") << QByteArray("<domain type='qemu'/>") << u"QEMU"_s
                         << model::HypervisorType::Emulation;
    QTest::newRow("xen") << QByteArray("<domain type='xen'/>") << u"Xen"_s << model::HypervisorType::Type1;
    QTest::newRow("virtualbox") << QByteArray("<domain type='vbox'/>") << u"VBOX"_s
                                << model::HypervisorType::Type2;
    QTest::newRow("test") << QByteArray("<domain type='test'/>") << u"TEST"_s
                          << model::HypervisorType::Simulated;
    QTest::newRow("nothing") << QByteArray() << u"QEMU"_s << model::HypervisorType::Unknown;
}

void LibvirtXmlTest::theHypervisorIsNamedByType()
{
    QFETCH(QByteArray, domainTypes);
    QFETCH(QString, driver);
    const auto host =
        parseCapabilities("<capabilities><host><uuid>6c9a1f0e-7b1e-4f57-9a3a-0d5a54c0ffee</uuid></host>"
                          "<guest><arch name='x86_64'>"
                              + domainTypes + "</arch></guest></capabilities>",
                          driver);
    QVERIFY(host);
    QTEST(host->hypervisorType, "expected");
    QVERIFY(!host->id.isNull());
}

void LibvirtXmlTest::placeholdersOfTheMakerAreNoNames()
{
    model::Host host{.cpuModel = u"Broadwell"_s};
    QVERIFY(addSystemInfo(
        "<sysinfo type='smbios'><system><entry name='manufacturer'>To Be Filled By O.E.M.</entry>"
        "<entry name='product'>PowerEdge R740</entry></system></sysinfo>",
        host));
    QVERIFY(host.vendor.isEmpty());
    QCOMPARE(host.model, u"PowerEdge R740"_s);
    QCOMPARE(host.cpuModel, u"Broadwell"_s);
}

void LibvirtXmlTest::poolsAndNetworks()
{
    const auto pool =
        parsePool("<pool type='dir'><name>ds1</name><capacity unit='bytes'>1000</capacity>"
                  "<available unit='bytes'>400</available><target><path>/srv/ds1</path></target></pool>");
    QVERIFY(pool);
    QCOMPARE(pool->capacity, Bytes(1000));
    QCOMPARE(pool->free, Bytes(400));
    QCOMPARE(pool->path, u"/srv/ds1"_s);
    const auto nat =
        parseNetwork("<network><name>default</name><forward mode='nat'/><bridge name='virbr0'/></network>");
    QVERIFY(nat);
    QCOMPARE(nat->type, u"nat"_s);
    QCOMPARE(nat->bridge, u"virbr0"_s);
    const auto isolated = parseNetwork("<network><name>inside</name></network>");
    QVERIFY(isolated);
    QCOMPARE(isolated->type, u"isolated"_s);
}

void LibvirtXmlTest::addressesAreTakenApart()
{
    const auto ssh =
        parseAddress(u"qemu+ssh://admin@h1.example:2222/system?keyfile=/home/a%20b/key&socket=/run/x"_s);
    QVERIFY(ssh);
    QCOMPARE(ssh->transport, u"ssh"_s);
    QCOMPARE(ssh->user, u"admin"_s);
    QCOMPARE(ssh->host, u"h1.example"_s);
    QCOMPARE(ssh->port, 2222);
    QCOMPARE(ssh->keyFile, u"/home/a b/key"_s);
    QCOMPARE(ssh->where, u"h1.example"_s);
    const auto tls = parseAddress(u"qemu://h2/system"_s);
    QVERIFY(tls);
    QCOMPARE(tls->transport, u"tls"_s);
    const auto local = parseAddress(u"qemu:///session?socket=/tmp/s"_s);
    QVERIFY(local);
    QCOMPARE(local->transport, u"unix"_s);
    QCOMPARE(local->where, u"/tmp/s"_s);
    const auto test = parseAddress(u" test:///default "_s);
    QVERIFY(test);
    QVERIFY(test->transport.isEmpty());
}

void LibvirtXmlTest::guestCountersNeverFall()
{
    const VmId a = VmId::random();
    const VmId b = VmId::random();
    const auto reading = [](VmId vm, qint64 cpu, qint64 rss) {
        return model::VmSample{.vm = vm, .cpuTime = model::Nanoseconds(cpu), .memoryResident = Bytes(rss)};
    };
    GuestCounters counters;
    QCOMPARE(counters.add({reading(a, 1000, 5)}).cpu.count(), 0); // history
    QCOMPARE(counters.add({reading(a, 1300, 6), reading(b, 50, 7)}).cpu.count(), 350);
    QCOMPARE(counters.add({reading(b, 60, 7)}).cpu.count(), 360); // a ended
    const auto last = counters.add({reading(a, 20, 1), reading(b, 10, 2)}); // both started again
    QCOMPARE(last.cpu.count(), 390);
    QCOMPARE(last.memoryResident, Bytes(3));
}

void LibvirtXmlTest::whatAGuestDoesNotSayItHasAsBefore()
{
    const VmId hung = VmId::random();
    const VmId late = VmId::random();
    const auto reading = [](VmId vm, std::optional<Bytes> bytes) {
        return model::VmSample{.vm = vm, .memoryResident = bytes, .diskRead = bytes};
    };
    GuestCounters counters;
    (void)counters.add({reading(hung, Bytes(100)), reading(late, std::nullopt)});
    auto totals = counters.add({reading(hung, std::nullopt), reading(late, Bytes(5))});
    QCOMPARE(totals.memoryResident, Bytes(105));
    QCOMPARE(totals.diskRead, Bytes(0)); // what the late one read, it read before we could see it
    totals = counters.add({reading(hung, Bytes(110)), reading(late, Bytes(6))});
    QCOMPARE(totals.memoryResident, Bytes(116));
    QCOMPARE(totals.diskRead, Bytes(11));
}

void LibvirtXmlTest::statisticsAreSummedOverDevices()
{
    std::vector<virTypedParameter> params;
    const auto add = [&params](const char *name, unsigned long long value) {
        virTypedParameter param{};
        qstrncpy(param.field, name, sizeof(param.field));
        param.type = VIR_TYPED_PARAM_ULLONG;
        param.value.ul = value;
        params.push_back(param);
    };
    add("cpu.time", 5'000);
    add("balloon.rss", 41);
    add("vcpu.current", 2);
    add("vcpu.maximum", 4);
    add("vcpu.0.delay", 10);
    add("vcpu.3.delay", 20); // vCPUs are numbered with gaps
    add("block.count", 2);
    add("block.0.rd.bytes", 100);
    add("block.1.rd.bytes", 1);
    add("block.0.rd.reqs", 3);
    add("block.1.wr.reqs", 4);
    add("net.count", 1'000'000); // more than it says
    add("net.0.rx.bytes", 9);
    add("cpu.user", ~0ULL);
    const TypedValues values(params.data(), static_cast<int>(params.size()));
    const model::VmSample sample = toSample(VmId::random(), values);
    QCOMPARE(sample.cpus, 2);
    QCOMPARE(sample.cpuTime->count(), 5'000);
    QCOMPARE(sample.readyTime->count(), 30);
    QCOMPARE(*sample.memoryResident, fromKiB(41));
    QCOMPARE(*sample.diskRead, Bytes(101));
    QVERIFY(!sample.diskWritten);
    QCOMPARE(*sample.diskRequests, 7);
    QCOMPARE(*sample.networkReceived, Bytes(9));
    QVERIFY(!values.integer("cpu.user")); // more than a number of ours holds
}

QTEST_GUILESS_MAIN(LibvirtXmlTest)
#include "libvirtxmltest.moc"
