// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/composition.h"
#include "core/hypervisor/libvirt/domainxml.h"
#include "core/hypervisor/libvirt/xmltree.h"

#include <QTest>

using namespace core;
using namespace core::hypervisor;
using namespace core::hypervisor::libvirt;
using namespace core::literals;
using namespace Qt::StringLiterals;

namespace {

const Platform kvm{.hasKvm = true, .architecture = u"x86_64"_s, .machine = u"pc-q35-7.2"_s};

VmOrder order()
{
    return {.id = VmId::random(),
            .name = u"web-01"_s,
            .cpuCount = 2,
            .memory = 512_MiB,
            .disks = {{.path = u"/ds/web-01/disk.qcow2"_s, .format = u"qcow2"_s}},
            .cdrom = u"/iso/debian.iso"_s,
            .networks = {u"lab"_s},
            .guestOs = u"Debian 12"_s,
            .notes = {}};
}

Element parsed(const VmOrder &order, const Platform &platform = kvm)
{
    const auto element = parseXml(domainXml(order, platform));
    return element ? *element : Element();
}

} // namespace

class CompositionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsReadBackAsItWasOrdered()
    {
        const VmOrder wanted = order();
        const auto vm = parseDomain(domainXml(wanted, kvm));
        QVERIFY(vm);
        QCOMPARE(vm->id, wanted.id);
        QCOMPARE(vm->name, wanted.name);
        QCOMPARE(vm->cpuCount, 2);
        QCOMPARE(vm->memory, 512_MiB);
        QCOMPARE(vm->machine, kvm.machine);
        QCOMPARE(vm->disks.at(0).source, wanted.disks.at(0).path);
        QCOMPARE(vm->disks.at(0).format, u"qcow2"_s);
        QCOMPARE(vm->disks.at(1).source, wanted.cdrom);
        QCOMPARE(vm->disks.at(1).device, u"cdrom"_s);
        QCOMPARE(vm->nics.at(0).source, u"lab"_s);
        QVERIFY(!vm->uefi);
    }

    void namesAreTextAndNeverMarkup()
    {
        VmOrder hostile = order();
        hostile.name = u"</name><devices><emulator>/bin/sh</emulator>&\"'"_s;
        hostile.notes = u"]]><x/>\u00e9"_s;
        const auto domain = parsed(hostile);
        QCOMPARE(domain.textAt(u"name"), hostile.name);
        QCOMPARE(domain.textAt(u"description"), hostile.notes);
        QVERIFY(domain.at(u"devices/emulator") == nullptr);
    }

    void anEmulatedVmKeepsThePlainestCpu()
    {
        QVERIFY(parsed(order()).at(u"cpu") != nullptr);
        const Platform emulated{.hasKvm = false, .architecture = u"x86_64"_s, .machine = u"pc-q35-7.2"_s};
        const auto domain = parsed(order(), emulated);
        QCOMPARE(domain.attributes.value(u"type"_s), u"qemu"_s);
        QVERIFY(domain.at(u"cpu") == nullptr);
    }

    void windowsGetsDevicesThatItKnows()
    {
        VmOrder windows = order();
        windows.guestOs = u"Windows Server 2022"_s;
        const auto domain = parsed(windows);
        QCOMPARE(domain.attributeAt(u"devices/disk/target", u"bus"_s), u"sata"_s);
        QCOMPARE(domain.attributeAt(u"devices/interface/model", u"type"_s), u"e1000e"_s);
        QCOMPARE(domain.attributeAt(u"clock", u"offset"_s), u"localtime"_s);
    }

    void withoutADiskOrANetworkThereIsNone()
    {
        VmOrder bare = order();
        bare.disks.clear();
        bare.networks.clear();
        bare.cdrom.clear();
        bare.uefi = true;
        const auto domain = parsed(bare);
        QCOMPARE(domain.at(u"devices")->all(u"disk").size(), size_t(1)); // the empty drive
        QVERIFY(domain.at(u"devices/disk/source") == nullptr);
        QVERIFY(domain.at(u"devices/interface") == nullptr);
        QCOMPARE(domain.attributeAt(u"os", u"firmware"_s), u"efi"_s);
    }
};

QTEST_GUILESS_MAIN(CompositionTest)
#include "compositiontest.moc"
