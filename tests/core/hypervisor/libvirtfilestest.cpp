// SPDX-License-Identifier: GPL-3.0-or-later
// The contract of HostFiles, kept by the libvirt adapter against two daemons of the test's own; and what real files have
// that the contract cannot ask of simulated ones.
#include "core/hypervisor/errors.h"
#include "core/hypervisor/libvirt/libvirtconnector.h"
#include "tests/core/hypervisor/filescontract.h"
#include "tests/core/hypervisor/sessiondaemon.h"
#include "tests/support/waitfor.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace core;
using namespace core::hypervisor;
using tests::waitFor;

namespace {

template <class T>
QString why(const Result<T> &result)
{
    return result ? QString() : result.error().code + u": "_s + result.error().detail;
}

std::shared_ptr<Transfer> transfer()
{
    return std::make_shared<Transfer>();
}

qint64 allocated(const QString &path)
{
    struct stat info = {};
    return ::stat(path.toLocal8Bit().constData(), &info) == 0 ? info.st_blocks * 512 : -1;
}

QString run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(60'000);
    return QString::fromLocal8Bit(process.readAllStandardOutput() + process.readAllStandardError());
}

} // namespace

/// Two hosts; the test writes where they read.
class TestLibvirtFiles : public QObject
{
    Q_OBJECT

public:
    TestLibvirtFiles(tests::SessionDaemon &first, tests::SessionDaemon &second, LibvirtConnector &connector)
        : m_first(first),
          m_second(second),
          m_connector(connector)
    {}

private Q_SLOTS:
    void init()
    {
        m_host = open(m_first);
        m_other = open(m_second);
        QVERIFY(m_host && m_other);
        m_here = filesOf(m_host);
        m_there = filesOf(m_other);
        m_directory = m_first.directory(u"datastore"_s);
        m_target = m_second.directory(u"datastore"_s);
    }

    void cleanup()
    {
        for (const QString &directory : {m_directory, m_target}) {
            QDir(directory).removeRecursively();
            (void)QDir().mkpath(directory);
        }
        (void)m_first.directory(u"datastore"_s); // given back to the daemon
        (void)m_second.directory(u"datastore"_s);
    }

    void aSparseDiskStaysSparseAndTheSame()
    {
        const QString path = m_directory + u"/disk.qcow2"_s;
        create(path, u"qcow2"_s, u"1G"_s);
        fill(path, u"300k"_s, u"700M"_s);
        const auto copied = waitFor(m_here->copy(path, m_target + u"/copy.qcow2"_s, m_there, transfer()));
        QVERIFY2(copied, qPrintable(why(copied)));
        QCOMPARE(*waitFor(m_there->digest(m_target + u"/copy.qcow2"_s, transfer())), *copied);
        QVERIFY(
            run(u"qemu-img"_s, {u"compare"_s, path, m_target + u"/copy.qcow2"_s}).contains("identical"_L1));
        QVERIFY(allocated(m_target + u"/copy.qcow2"_s) <= allocated(path) * 11 / 10);
        const auto disk = waitFor(m_there->stat(m_target + u"/copy.qcow2"_s));
        QCOMPARE(disk->format, u"qcow2"_s);
        QCOMPARE(disk->capacity, Bytes(qint64(1) << 30));
    }

    void aRawDiskBecomesAThinOneAndBack()
    {
        const QString path = m_directory + u"/disk.raw"_s;
        create(path, u"raw"_s, u"256M"_s);
        fill(path, u"1M"_s, u"200M"_s);
        const DiskOrder thin{.path = m_directory + u"/disk.qcow2"_s, .format = u"qcow2"_s};
        const auto cloned = waitFor(m_here->clone(path, thin, transfer()));
        QVERIFY2(cloned, qPrintable(why(cloned)));
        QVERIFY(run(u"qemu-img"_s, {u"compare"_s, path, thin.path}).contains("identical"_L1));
        QVERIFY(allocated(thin.path) < 16 << 20);
        const DiskOrder same{.path = m_directory + u"/same.raw"_s, .format = u"raw"_s};
        QVERIFY(waitFor(m_here->clone(path, same, transfer())));
        QVERIFY(run(u"qemu-img"_s, {u"compare"_s, path, same.path}).contains("identical"_L1));
        QCOMPARE(*waitFor(m_here->digest(same.path, transfer())), *waitFor(m_here->digest(path, transfer())));
        QVERIFY(allocated(same.path) < 16 << 20);
        const DiskOrder raw{.path = m_directory + u"/back.raw"_s, .format = u"raw"_s};
        QVERIFY(waitFor(m_here->clone(thin.path, raw, transfer())));
        QVERIFY(run(u"qemu-img"_s, {u"compare"_s, path, raw.path}).contains("identical"_L1));
        QVERIFY(allocated(raw.path) < 16 << 20);
    }

    void theDirectoryOfAPoolIsUsedThroughIt()
    {
        m_first.virsh({u"pool-create-as"_s, u"store"_s, u"dir"_s, u"--target"_s, m_directory});
        QVERIFY(waitFor(m_here->write(m_directory + u"/a"_s, "x")));
        QCOMPARE(*waitFor(m_here->read(m_directory + u"/a"_s)), QByteArray("x"));
        QVERIFY(m_first.virsh({u"pool-list"_s}).contains("store"_L1));
        m_first.virsh({u"pool-destroy"_s, u"store"_s});
    }

    void nothingOfOursStaysBehind()
    {
        QVERIFY(waitFor(m_here->write(m_directory + u"/a"_s, "x")));
        QVERIFY(waitFor(m_here->stat(m_directory + u"/a"_s)));
        QCOMPARE(m_first.virsh({u"pool-list"_s, u"--name"_s}).trimmed(), QString());
    }

    void whatAKilledCoreLeftIsTakenOver()
    {
        m_first.virsh({u"pool-create-as"_s, u"vigie-transient-0"_s, u"dir"_s, u"--target"_s, m_directory});
        const QString pools = m_first.virsh({u"pool-list"_s, u"--name"_s});
        QVERIFY(waitFor(m_here->write(m_directory + u"/a"_s, "x")));
        QVERIFY2(waitFor(m_here->read(m_directory + u"/a"_s)), qPrintable(pools));
        m_first.virsh({u"pool-destroy"_s, u"vigie-transient-0"_s});
    }

    void manyAtOnceInOneDirectory()
    {
        std::vector<std::optional<Result<void>>> ends(12);
        Scope scope([](const Error &) {});
        for (size_t i = 0; i < ends.size(); ++i)
            scope.spawn(drive(m_here->write(m_directory + u"/%1"_s.arg(i), "x"), &ends[i]));
        QVERIFY(QTest::qWaitFor(
            [&] { return std::ranges::all_of(ends, [](const auto &end) { return end.has_value(); }); },
            60'000));
        for (const auto &end : ends)
            QVERIFY2(*end, qPrintable(why(*end)));
        QCOMPARE(waitFor(m_here->list(m_directory))->size(), ends.size());
    }

    void aFullDatastoreSaysSo()
    {
        if (::geteuid() != 0 || !mountSmall(m_target))
            QSKIP("needs to mount a small file system");
        const QString path = m_directory + u"/disk.raw"_s;
        create(path, u"raw"_s, u"64M"_s);
        fill(path, u"40M"_s, u"1M"_s);
        const auto copied = waitFor(m_here->copy(path, m_target + u"/disk.raw"_s, m_there, transfer()));
        const bool isEmpty = QDir(m_target).isEmpty();
        ::umount2(m_target.toLocal8Bit().constData(), MNT_DETACH);
        QVERIFY(!copied);
        QVERIFY2(copied.error().is(hypervisor::errors::NoSpace), qPrintable(why(copied)));
        QVERIFY(isEmpty);
    }

    void aLargeFileIsNotReadAsText()
    {
        create(m_directory + u"/disk.raw"_s, u"raw"_s, u"64M"_s);
        const auto read = waitFor(m_here->read(m_directory + u"/disk.raw"_s));
        QVERIFY(read.error().is(core::errors::Unsupported));
    }

private:
    static Task<> drive(Task<> task, std::optional<Result<void>> *out)
    {
        out->emplace(co_await task);
        co_return {};
    }
    std::shared_ptr<Hypervisor> open(tests::SessionDaemon &daemon)
    {
        auto opened = waitFor(m_connector.open(Endpoint{.uri = daemon.uri()}));
        if (!opened)
            return nullptr;
        return *std::move(opened);
    }
    static void give(const QString &path)
    {
        if (::geteuid() == 0 && ::chown(path.toLocal8Bit().constData(), 65534, 65534) != 0)
            qWarning() << "cannot give away" << path;
    }
    static void create(const QString &path, const QString &format, const QString &size)
    {
        run(u"qemu-img"_s, {u"create"_s, u"-q"_s, u"-f"_s, format, path, size});
        give(path);
    }
    static void fill(const QString &path, const QString &length, const QString &at)
    {
        const QString format = path.section(u'.', -1);
        run(u"qemu-io"_s, {u"-f"_s, format, u"-c"_s, u"write -q -P 0x5a %1 %2"_s.arg(at, length), path});
    }
    static bool mountSmall(const QString &directory)
    {
        return ::mount("tmpfs", directory.toLocal8Bit().constData(), "tmpfs", 0,
                       "size=16m,uid=65534,gid=65534,mode=0755")
            == 0;
    }

    tests::SessionDaemon &m_first;
    tests::SessionDaemon &m_second;
    LibvirtConnector &m_connector;
    std::shared_ptr<Hypervisor> m_host;
    std::shared_ptr<Hypervisor> m_other;
    std::shared_ptr<HostFiles> m_here;
    std::shared_ptr<HostFiles> m_there;
    QString m_directory;
    QString m_target;
};

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    tests::SessionDaemon first;
    tests::SessionDaemon second;
    if (!first.start() || !second.start())
        qFatal("no libvirt daemon");
    const QTemporaryDir state;
    LibvirtConnector connector(state.path());
    const auto side = [&](tests::SessionDaemon &daemon) {
        return tests::FilesAdapter::Side{
            .open = [&] { return connector.open(Endpoint{.uri = daemon.uri()}); },
            .directory = daemon.directory(u"contract"_s)};
    };
    tests::HostFilesContract contract({.first = side(first), .second = side(second), .advance = {}});
    TestLibvirtFiles own(first, second, connector);
    return QTest::qExec(&contract, argc, argv) + QTest::qExec(&own, argc, argv);
}

#include "libvirtfilestest.moc"
