// SPDX-License-Identifier: GPL-3.0-or-later
// What decides where a VM can run, read out of libvirt's descriptions; and the CPU written into one.
#include "core/hypervisor/libvirt/hardwarexml.h"
#include "core/hypervisor/libvirt/cpudefinition.h"

#include <QTest>

using namespace core;
using namespace core::hypervisor::libvirt;
using namespace Qt::StringLiterals;

namespace {

const QByteArray busyDomain = R"(<domain type='kvm' id='3'>
  <name>all &amp; more</name>
  <vcpu placement='static' cpuset='0-3,^2'>2</vcpu>
  <cputune><vcpupin vcpu='0' cpuset='11'/></cputune>
  <numatune><memory mode='strict' nodeset='0,1'/></numatune>
  <memoryBacking><hugepages/></memoryBacking>
  <os><loader readonly='yes' type='pflash'>/usr/share/OVMF/OVMF_CODE.fd</loader><nvram>/var/lib/x_VARS.fd</nvram></os>
  <cpu mode='custom' match='exact' check='full'>
    <model fallback='forbid'>Westmere</model>
    <topology sockets='1' dies='1' cores='2' threads='1'/>
    <feature policy='require' name='x2apic'/>
    <feature policy='disable' name='vme'/>
    <feature policy='optional' name='aes'/>
  </cpu>
  <clock offset='utc'><timer name='tsc' frequency='2600000000'/></clock>
  <devices>
    <emulator>/usr/bin/kvm</emulator>
    <hostdev mode='subsystem' type='usb'><source><vendor id='0x0951'/><product id='0x1666'/></source></hostdev>
    <hostdev mode='subsystem' type='pci'><source><address domain='0x0000' bus='0x03' slot='0x00' function='0x0'/></source></hostdev>
    <hostdev mode='subsystem' type='mdev'><source><address uuid='c2177883-f1bb-47f0-914d-32a22e3a8804'/></source></hostdev>
    <interface type='vdpa'><source dev='/dev/vhost-vdpa-0'/></interface>
    <filesystem type='mount'><source dir='/srv/share'/><target dir='share'/></filesystem>
    <shmem name='net'><model type='ivshmem-plain'/></shmem>
    <redirdev bus='usb' type='spicevmc'/>
    <serial type='dev'><source path='/dev/ttyS0'/></serial>
    <serial type='file'><source path='/tmp/log'/></serial>
    <tpm model='tpm-crb'><backend type='emulator' version='2.0'/></tpm>
    <graphics type='vnc' port='5907' autoport='no'><listen type='address' address='192.0.2.7'/></graphics>
  </devices>
</domain>)";

QStringList traitNames(const model::VmHardware &hardware)
{
    QStringList names;
    for (const model::VmTrait trait : hardware.traits)
        names += QString::fromLatin1(wireName(trait));
    return names;
}

QStringList deviceNames(const model::VmHardware &hardware)
{
    QStringList names;
    for (const model::HostDevice &device : hardware.hostDevices)
        names += QString::fromLatin1(wireName(device.kind)) + u' ' + device.name;
    return names;
}

Element parsed(const QByteArray &xml)
{
    auto element = parseXml(xml);
    return element ? *std::move(element) : Element();
}

} // namespace

class HardwareXmlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTiesAVmToItsHostIsRead()
    {
        const model::VmHardware read = vmHardware(parsed(busyDomain));
        QCOMPARE(read.cpu.mode, model::CpuMode::Custom);
        QCOMPARE(read.cpu.model, u"Westmere"_s);
        QCOMPARE(read.cpu.added, std::vector<QString>{u"x2apic"_s});
        QCOMPARE(read.cpu.removed, std::vector<QString>{u"vme"_s});
        QCOMPARE(traitNames(read),
                 (QStringList{u"hardware-assisted"_s, u"tpm"_s, u"huge-pages"_s, u"fixed-tsc"_s}));
        QCOMPARE(
            deviceNames(read),
            (QStringList{u"usb 0x0951:0x1666"_s, u"pci 0000:03:00.0"_s,
                         u"mediated c2177883-f1bb-47f0-914d-32a22e3a8804"_s, u"vdpa /dev/vhost-vdpa-0"_s,
                         u"shared-folder /srv/share"_s, u"shared-memory net"_s, u"host-file /dev/ttyS0"_s}));
        QCOMPARE(read.emulator, u"/usr/bin/kvm"_s);
        QCOMPARE(read.firmware, u"/usr/share/OVMF/OVMF_CODE.fd"_s);
        QCOMPARE(read.nvram, u"/var/lib/x_VARS.fd"_s);
        QCOMPARE(read.screenAddress, u"192.0.2.7"_s);
        QCOMPARE(read.screenPort, 5907);
        QCOMPARE(read.highestCpu, 11);
        QCOMPARE(read.highestNumaNode, 1);
    }

    void aPlainVmIsTiedToNothing()
    {
        const model::VmHardware read = vmHardware(parsed(
            "<domain type='qemu'><name>a</name><cpu><topology sockets='1' cores='1' threads='1'/></cpu>"
            "<devices><graphics type='vnc' port='-1' autoport='yes' listen='127.0.0.1'>"
            "<listen type='address' address='127.0.0.1'/></graphics></devices></domain>"));
        QVERIFY(read == model::VmHardware());
    }

    void whatAHostOffersIsRead()
    {
        const auto read = parseHostHardware(
            "<capabilities><host><cpu><arch>x86_64</arch><microcode version='7'/></cpu>"
            "<topology><cells num='2'><cell id='0'><pages unit='KiB' size='4'>1000</pages>"
            "<pages unit='KiB' size='2048'>3</pages></cell><cell id='1'/></cells></topology></host>"
            "<guest><os_type>hvm</os_type><arch name='i686'><machine>old</machine></arch></guest>"
            "<guest><os_type>hvm</os_type><arch name='x86_64'><machine maxCpus='288'>pc-q35-7.2</machine>"
            "<machine canonical='pc-q35-7.2'>q35</machine><machine>pc-q35-7.2</machine></arch></guest>"
            "</capabilities>",
            u"x86_64"_s);
        QVERIFY(read);
        QCOMPARE(read->machines, (std::vector<QString>{u"pc-q35-7.2"_s, u"q35"_s}));
        QCOMPARE(read->hugePages.count(), qint64(3) * 2048 * 1024);
        QCOMPARE(read->numaNodes, 2);
        QCOMPARE(read->microcode, u"7"_s);
    }

    void theCpusOfAHostAreRead()
    {
        model::HostHardware hardware;
        QVERIFY(addDomainCapabilities(
            "<domainCapabilities><path>/usr/bin/qemu-system-x86_64</path><vcpu max='255'/>"
            "<os><loader supported='yes'><value>/usr/share/OVMF/OVMF_CODE.fd</value></loader></os>"
            "<cpu><mode name='host-model' supported='yes'><model fallback='forbid'>EPYC</model>"
            "<vendor>AMD</vendor><feature policy='require' name='la57'/><feature policy='disable' "
            "name='vme'/>"
            "</mode><mode name='custom' supported='yes'><model usable='yes'>qemu64</model>"
            "<model usable='no'>EPYC-Milan</model><model usable='yes'>Westmere</model></mode></cpu>"
            "</domainCapabilities>",
            hardware));
        QCOMPARE(hardware.emulator, u"/usr/bin/qemu-system-x86_64"_s);
        QCOMPARE(hardware.mostVcpus, 255);
        QCOMPARE(hardware.firmwares, std::vector<QString>{u"/usr/share/OVMF/OVMF_CODE.fd"_s});
        QCOMPARE(hardware.cpu.model, u"EPYC"_s);
        QCOMPARE(hardware.cpu.vendor, u"AMD"_s);
        QCOMPARE(hardware.cpu.added, std::vector<QString>{u"la57"_s});
        QCOMPARE(hardware.cpu.removed, std::vector<QString>{u"vme"_s});
        QCOMPARE(hardware.cpu.usableModels, (std::vector<QString>{u"qemu64"_s, u"Westmere"_s}));
        limitCpuModels(hardware.cpu, {u"qemu64"_s, u"Nehalem"_s});
        QCOMPARE(hardware.cpu.usableModels, std::vector<QString>{u"qemu64"_s});
        QCOMPARE(hardware.cpu.withheldModels, std::vector<QString>{u"Westmere"_s});
    }

    void theCpuIsReplacedAndAllElseStays()
    {
        const auto changed = withCpuModel(busyDomain, u"Penryn"_s);
        QVERIFY(changed);
        const Element domain = parsed(*changed);
        const model::VmHardware read = vmHardware(domain);
        QCOMPARE(read.cpu.model, u"Penryn"_s);
        QVERIFY(read.cpu.added.empty());
        QVERIFY(read.cpu.removed.empty());
        QCOMPARE(domain.attributeAt(u"cpu/topology", u"cores"_s), u"2"_s);
        QCOMPARE(domain.all(u"cpu").size(), size_t(1));
        const qsizetype begin = busyDomain.indexOf("  <cpu ");
        QCOMPARE(changed->left(begin), busyDomain.left(begin));
        const qsizetype tail = busyDomain.indexOf("</cpu>") + 6;
        QCOMPARE(changed->right(busyDomain.size() - tail), busyDomain.mid(tail));
    }

    void aCpuIsAddedWhereThereIsNone()
    {
        const auto changed =
            withCpuModel("<domain type='qemu'><name>\xc3\xa9&lt;cpu</name></domain>", u"Penryn"_s);
        QVERIFY(changed);
        const Element domain = parsed(*changed);
        QCOMPARE(domain.textAt(u"cpu/model"), u"Penryn"_s);
        QCOMPARE(domain.textAt(u"name"), u"é<cpu"_s);
    }

    void aCpuThatIsRightAlreadyIsLeft()
    {
        const auto once =
            withCpuModel("<domain><name>a</name><cpu mode='host-passthrough'/></domain>", u"EPYC"_s);
        QVERIFY(once);
        QCOMPARE(vmHardware(parsed(*once)).cpu.mode, model::CpuMode::Custom);
        const auto twice = withCpuModel(*once, u"EPYC"_s);
        QVERIFY(twice);
        QCOMPARE(*twice, *once);
    }

    void whatIsNoDomainIsRefused()
    {
        QVERIFY(!withCpuModel("<network/>", u"EPYC"_s));
        QVERIFY(!withCpuModel("<domain><cpu>", u"EPYC"_s));
    }
};

QTEST_GUILESS_MAIN(HardwareXmlTest)
#include "hardwarexmltest.moc"
