// SPDX-License-Identifier: GPL-3.0-or-later
// The database on a disk that is full, and in the hands of another process: what was acknowledged stays, what cannot
// be kept is refused, and it goes on when it can.
#include "core/persistence/errors.h"
#include "core/persistence/sql/sqlstore.h"
#include "tests/support/waitfor.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace core;
using namespace core::persistence;
using namespace Qt::StringLiterals;
using tests::waitFor;

namespace {

const Instant now{std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)};

bool hasMounts = false; // NOLINT: known before there is any test

/// Mounts of our own, that go with the process. Before any thread.
void separateMounts()
{
    const int flags = ::geteuid() == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER;
    hasMounts = ::unshare(flags) == 0 && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

model::Task taskNamed(const QString &name)
{
    return {.id = TaskId::random(), .operation = u"folder.create"_s, .targetName = name, .requested = now};
}

RequestKey keyNamed(const QString &key)
{
    return {.key = key, .user = u"local\\ann"_s, .hash = "asked"};
}

bool isKnown(SqlStore &store, const QString &key)
{
    const auto known = waitFor(store.taskOf(u"local\\ann"_s, key, now));
    return known && *known;
}

/// Takes all the room there is.
void fill(const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const QByteArray block(4096, 'x');
    while (file.write(block) == block.size()) {}
}

QString textOf(const Error &error)
{
    return error.code + u": "_s + error.detail;
}

} // namespace

class StoreFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFullDiskRefusesNewWorkKeepsWhatWasAcknowledgedAndRecovers()
    {
        if (!hasMounts)
            QSKIP("this machine allows no mounts of our own");
        const QTemporaryDir place;
        QVERIFY(::mount("tmpfs", QFile::encodeName(place.path()).constData(), "tmpfs", 0, "size=2m") == 0);
        const QString path = place.filePath(u"vigie.sqlite"_s);
        std::vector<TaskId> acknowledged;
        {
            SqlStore store({.path = path, .shown = path});
            QVERIFY(waitFor(store.open()));
            fill(place.filePath(u"filler"_s));
            std::optional<Error> refusal;
            while (!refusal) { // the file has some room of its own left
                const model::Task task = taskNamed(QString(2'000, u'n'));
                const auto kept = waitFor(store.accept(task, keyNamed(task.id.toString())));
                if (kept)
                    acknowledged.push_back(task.id);
                else
                    refusal = kept.error();
                QVERIFY(acknowledged.size() < 10'000);
            }
            QVERIFY2(refusal->is(persistence::errors::Full), qPrintable(textOf(*refusal)));
            QCOMPARE(refusal->params.value(u"path"_s).toString(), path);
            // Reading goes on.
            QVERIFY(waitFor(store.events({})));
            if (!acknowledged.empty())
                QVERIFY(isKnown(store, acknowledged.back().toString()));
            // So does writing, when there is room again.
            QVERIFY(QFile::remove(place.filePath(u"filler"_s)));
            const model::Task late = taskNamed(u"late"_s);
            const auto kept = waitFor(store.accept(late, keyNamed(late.id.toString())));
            QVERIFY2(kept, kept ? "" : qPrintable(textOf(kept.error())));
            acknowledged.push_back(late.id);
        }
        {
            SqlStore store({.path = path, .shown = path});
            QVERIFY(waitFor(store.open()));
            for (const TaskId &id : acknowledged)
                QVERIFY(isKnown(store, id.toString()));
        }
        QVERIFY(::umount2(QFile::encodeName(place.path()).constData(), MNT_DETACH) == 0);
    }

    void aDatabaseThatAnotherProcessHoldsIsSaidAndReadOn()
    {
        const QTemporaryDir place;
        const QString path = place.filePath(u"vigie.sqlite"_s);
        SqlStore store({.path = path, .shown = path});
        QVERIFY(waitFor(store.open()));
        const model::Task before = taskNamed(u"before"_s);
        QVERIFY(waitFor(store.accept(before, keyNamed(u"before"_s))));
        QProcess holder;
        holder.start(u"python3"_s,
                     {u"-c"_s,
                      u"import sqlite3, sys\n"
                      "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
                      "c.execute('BEGIN IMMEDIATE')\n"
                      "print('held', flush=True)\n"
                      "sys.stdin.read()\n"_s,
                      path});
        if (!holder.waitForStarted())
            QSKIP("there is no python3");
        QVERIFY(holder.waitForReadyRead());
        const auto refused = waitFor(store.accept(taskNamed(u"new"_s), keyNamed(u"new"_s)));
        QVERIFY(!refused);
        QVERIFY2(refused.error().is(persistence::errors::Locked), qPrintable(textOf(refused.error())));
        QVERIFY(isKnown(store, u"before"_s));
        holder.closeWriteChannel();
        QVERIFY(holder.waitForFinished());
        QVERIFY(waitFor(store.accept(taskNamed(u"new"_s), keyNamed(u"new"_s))));
    }
};

int main(int argc, char **argv)
{
    separateMounts();
    QCoreApplication application(argc, argv);
    StoreFaultsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "storefaultstest.moc"
