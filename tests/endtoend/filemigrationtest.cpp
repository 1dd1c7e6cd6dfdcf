// SPDX-License-Identifier: GPL-3.0-or-later
// Migrations that move files, on a lab of real hosts: what vigiectl says is compared with what virsh, qemu-img and the
// directories show.
#include "tests/endtoend/labprograms.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace endtoend;

namespace {

const QString json = u"json"_s;

QByteArray output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(120'000);
    return process.readAllStandardOutput() + process.readAllStandardError();
}

qint64 allocated(const QString &path)
{
    struct stat info = {};
    return ::stat(path.toLocal8Bit().constData(), &info) == 0 ? info.st_blocks * 512 : -1;
}

} // namespace

/// One lab of two hosts, used in the order of the tests.
class MigrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const Ran up = m_lab.lab({u"up"_s, u"--hosts"_s, u"2"_s, u"--guests"_s, u"3"_s, u"--json"_s});
        QVERIFY2(up.code == 0, up.said().constData());
        for (const QJsonValue &datastore : up.json().value(u"datastores"_s).toArray())
            m_datastores.insert(datastore[u"name"].toString(), datastore[u"path"].toString());
        QVERIFY(m_datastores.contains(u"local-h1"_s) && m_datastores.contains(u"shared2"_s));
        QVERIFY(becomes([&] {
            const QJsonArray hosts = m_lab.ctl({u"get"_s, u"hosts"_s, u"-o"_s, json}).items();
            return hosts.size() == 2 && std::ranges::all_of(hosts, [](const QJsonValue &host) {
                       return host[u"state"] == u"connected"_s;
                   });
        }));
        QVERIFY(becomes([&] { // a host is connected before all of it is read
            const auto isKnown = [&](const QString &name) {
                return !m_lab.object(u"datastores"_s, name).isEmpty();
            };
            return std::ranges::all_of(m_datastores.keys(), isKnown);
        }));
        m_guest = u"web-01"_s;
        m_home = m_lab.object(u"vms"_s, m_guest).value(u"disks"_s)[0][u"source"].toString();
        QVERIFY(QFile::exists(m_home));
        m_before = allocated(m_home);
    }

    void cleanupTestCase()
    {
        const Ran down = m_lab.lab({u"down"_s});
        QVERIFY2(down.code == 0, down.said().constData());
    }

    void theCheckSaysWhatTheRunWouldSay()
    {
        const Ran there = m_lab.ctl({u"vm"_s, u"migrate"_s, m_guest, u"--host"_s, u"h1"_s, u"--datastore"_s,
                                     u"local-h2"_s, u"--check"_s, u"-o"_s, json});
        QVERIFY(there.code != 0);
        const Ran run = m_lab.ctl({u"vm"_s, u"migrate"_s, m_guest, u"--host"_s, u"h1"_s, u"--datastore"_s,
                                   u"local-h2"_s, u"-o"_s, json});
        QCOMPARE(run.code, there.code);
        QCOMPARE(run.errorCode(), u"migration.target-not-seen"_s);
        QCOMPARE(there.json().value(u"why"_s)[u"code"].toString(), run.errorCode());
    }

    void oneThatRunsChangesItsDatastore()
    {
        move({u"--datastore"_s, u"shared2"_s}, u"h1"_s, u"shared2"_s, "running");
    }

    void oneThatRunsChangesHostAndDatastoreAtOnce()
    {
        move({u"--host"_s, u"h2"_s, u"--datastore"_s, u"local-h2"_s}, u"h2"_s, u"local-h2"_s, "running");
    }

    void oneThatIsOffChangesHostAndDatastore()
    {
        QCOMPARE(m_lab.ctl({u"vm"_s, u"power-off"_s, m_guest}).code, 0);
        move({u"--host"_s, u"h1"_s, u"--datastore"_s, u"local-h1"_s}, u"h1"_s, u"local-h1"_s, "shut off");
    }

    void oneThatIsOffChangesItsDatastoreAndFormat()
    {
        move({u"--disks"_s, u"hda=shared1:raw"_s}, u"h1"_s, u"shared1"_s, "shut off");
        QVERIFY(disk().endsWith("/web-01.raw"_L1));
        const Ran on = m_lab.ctl({u"vm"_s, u"power-on"_s, m_guest});
        QVERIFY2(on.code == 0, on.said().constData());
        QVERIFY(becomes([&] { return m_lab.domainState(u"h1"_s, m_guest) == "running"; }));
    }

    void aKilledCoreFinishesOrTakesBack()
    {
        QCOMPARE(m_lab.ctl({u"vm"_s, u"power-off"_s, m_guest}).code, 0);
        const QString before = disk();
        QVERIFY(!output(u"qemu-io"_s,
                        {u"-f"_s, u"raw"_s, u"-c"_s, u"truncate 600M"_s, u"-c"_s, u"write -q -P 7 20M 560M"_s,
                         before})
                     .contains("fail"));
        const Ran begun = m_lab.ctl({u"vm"_s, u"migrate"_s, m_guest, u"--host"_s, u"h2"_s, u"--datastore"_s,
                                     u"local-h2"_s, u"--no-wait"_s});
        QVERIFY2(begun.code == 0, begun.said().constData());
        QVERIFY(becomes([&] { return QDir(m_datastores.value(u"local-h2"_s)).exists(m_guest); }));
        ::kill(static_cast<pid_t>(m_lab.corePid()), SIGKILL);
        QVERIFY(becomes([&] {
            const QJsonObject task = lastTask();
            return task.value(u"state"_s) == u"succeeded"_s || task.value(u"state"_s) == u"failed"_s;
        }));
        const bool moved = lastTask().value(u"state"_s) == u"succeeded"_s;
        const QString after = disk();
        QCOMPARE(after.startsWith(m_datastores.value(u"local-h2"_s)), moved);
        QVERIFY(QFile::exists(after));
        QCOMPARE(QFile::exists(before), !moved);
        QCOMPARE(QDir(m_datastores.value(u"local-h2"_s)).exists(m_guest), moved);
        QVERIFY(noPoolsLeft());
    }

    void aCancelledOneLeavesNothing()
    {
        const QString before = disk();
        const bool isThere = before.startsWith(m_datastores.value(u"local-h2"_s));
        const QString target = isThere ? u"local-h1"_s : u"local-h2"_s;
        const Ran begun = m_lab.ctl({u"vm"_s, u"migrate"_s, m_guest, u"--host"_s, isThere ? u"h1"_s : u"h2"_s,
                                     u"--datastore"_s, target, u"--no-wait"_s});
        QVERIFY2(begun.code == 0, begun.said().constData());
        QVERIFY(becomes([&] { return QDir(m_datastores.value(target)).exists(m_guest); }));
        const Ran cancelled = m_lab.ctl({u"task"_s, u"cancel"_s, QString::fromUtf8(begun.out.trimmed())});
        if (cancelled.code != 0)
            QSKIP("there is no command to cancel a task with");
        QVERIFY(becomes([&] { return lastTask().value(u"state"_s) != u"running"_s; }));
        QCOMPARE(lastTask().value(u"state"_s).toString(), u"cancelled"_s);
        QVERIFY(QFile::exists(before));
        QVERIFY(!QDir(m_datastores.value(target)).exists(m_guest));
    }

private:
    /// Migrates and looks at everything afterwards: where it is, what became of its files, whether they are sound.
    void move(const QStringList &where, const QString &host, const QString &datastore,
              const QByteArray &state)
    {
        const QString before = disk();
        const Ran moved =
            m_lab.ctl(QStringList{u"vm"_s, u"migrate"_s, m_guest} + where + QStringList{u"-o"_s, json});
        QVERIFY2(moved.code == 0, moved.said().constData());
        for (const QJsonValue &step : moved.json().value(u"steps"_s).toArray())
            QVERIFY2(step[u"state"] == u"done"_s, qPrintable(step[u"code"].toString()));
        QCOMPARE(m_lab.domainState(host, m_guest), state);
        const QByteArray elsewhere = m_lab.domainState(host == u"h1"_s ? u"h2"_s : u"h1"_s, m_guest);
        QVERIFY2(elsewhere.isEmpty(), elsewhere.constData()); // virsh has only a complaint
        const QString after = disk();
        QVERIFY2(after.startsWith(m_datastores.value(datastore) + u"/web-01/"_s), qPrintable(after));
        for (const QStringList &kind : {QStringList{}, QStringList{u"--inactive"_s}})
            QVERIFY(
                m_lab.virsh(host, QStringList{u"dumpxml"_s, m_guest} + kind).out.contains(after.toUtf8()));
        QVERIFY(QFile::exists(after));
        QVERIFY(!QFile::exists(before));
        QVERIFY2(!QFileInfo::exists(QFileInfo(before).path()), qPrintable(before));
        const QString format = QFileInfo(after).suffix();
        if (format == u"qcow2")
            QVERIFY2(output(u"qemu-img"_s, {u"check"_s, u"-U"_s, after}).contains("No errors"),
                     qPrintable(after));
        QVERIFY2(allocated(after) <= std::max(m_before * 11 / 10, m_before + (2 << 20)),
                 qPrintable(QString::number(allocated(after)) + u" of "_s + QString::number(m_before)));
        QVERIFY(noPoolsLeft());
    }
    [[nodiscard]] QString disk() const
    {
        return m_lab.object(u"vms"_s, m_guest).value(u"disks"_s)[0][u"source"].toString();
    }
    [[nodiscard]] QJsonObject lastTask() const
    {
        QJsonObject last;
        for (const QJsonValue &task : m_lab.ctl({u"get"_s, u"tasks"_s, u"-o"_s, json}).items()) {
            const bool isNewer = task[u"requested"].toString() > last.value(u"requested"_s).toString();
            if (task[u"operation"] == u"vm.migrate"_s && isNewer)
                last = task.toObject();
        }
        return last;
    }
    [[nodiscard]] bool noPoolsLeft() const
    {
        return becomes([&] {
            return !m_lab.virsh(u"h1"_s, {u"pool-list"_s}).out.contains("vigie-transient")
                && !m_lab.virsh(u"h2"_s, {u"pool-list"_s}).out.contains("vigie-transient");
        });
    }

    LabPrograms m_lab;
    QHash<QString, QString> m_datastores; ///< paths by name
    QString m_guest;
    QString m_home;
    qint64 m_before = 0; ///< allocation of its disk
};

QTEST_GUILESS_MAIN(MigrationTest)
#include "filemigrationtest.moc"
