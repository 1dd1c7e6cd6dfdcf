// SPDX-License-Identifier: GPL-3.0-or-later
// Snapshots as a real libvirtd has them: how many, and since when.
#include "core/hypervisor/libvirt/libvirtconnector.h"
#include "core/hypervisor/libvirt/snapshots.h"
#include "tests/core/hypervisor/sessiondaemon.h"
#include "tests/support/waitfor.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace core;
using namespace core::hypervisor;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::waitFor;

class LibvirtSnapshotsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTimeIsReadFromTheDescription()
    {
        QCOMPARE(libvirt::takenAt("<domainsnapshot><creationTime>1700000000</creationTime></domainsnapshot>"),
                 std::optional(Instant(1'700'000'000s)));
        for (const char *none :
             {"", "<a/>", "<a><creationTime>x</creationTime></a>", "<a><creationTime>0</creationTime></a>",
              "<a><creationTime>-5</creationTime></a>"})
            QVERIFY(!libvirt::takenAt(none));
    }

    void snapshotsAreCountedAndTheOldestIsDated()
    {
        tests::SessionDaemon daemon;
        QVERIFY(daemon.start());
        const QTemporaryDir state;
        LibvirtConnector connector(state.path());
        const auto opened = waitFor(connector.open({.uri = daemon.uri()}));
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
        const QString uuid = u"0d0d0d0d-1111-4222-8333-555555555555"_s;
        const QString disk = daemon.directory(u"."_s) + u"/snapped.qcow2"_s;
        QCOMPARE(QProcess::execute(u"qemu-img"_s, {u"create"_s, u"-q"_s, u"-f"_s, u"qcow2"_s, disk, u"1M"_s}),
                 0);
        QVERIFY(QFile::setPermissions(disk, QFile::Permissions(0x6666))); // the daemon may be another user
        QString xml = daemon.guestXml(u"snapped"_s, uuid);
        xml.replace("<memballoon"_L1,
                    u"<disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='%1'/>"
                    "<target dev='hda' bus='ide'/></disk><memballoon"_s.arg(disk));
        daemon.define(xml);
        const VmId id = VmId::fromString(uuid);
        auto vm = waitFor((*opened)->vm(id));
        QVERIFY(vm && vm->snapshotCount == 0 && !vm->oldestSnapshot);
        const auto before = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
        for (const QString &name : {u"first"_s, u"second"_s}) {
            const QString said = daemon.virsh({u"snapshot-create-as"_s, uuid, name});
            QVERIFY2(!said.startsWith("error"_L1), qPrintable(said));
        }
        vm = waitFor((*opened)->vm(id));
        QVERIFY(vm);
        QCOMPARE(vm->snapshotCount, 2);
        QVERIFY(vm->oldestSnapshot && *vm->oldestSnapshot >= before && *vm->oldestSnapshot < before + 60s);
        const auto all = waitFor((*opened)->vms());
        QVERIFY(all);
        const auto found = std::ranges::find(*all, id, &model::Vm::id);
        QVERIFY(found != all->end() && found->oldestSnapshot == vm->oldestSnapshot);
    }
};

QTEST_GUILESS_MAIN(LibvirtSnapshotsTest)
#include "libvirtsnapshotstest.moc"
