// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/hypervisor/filescontract.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace core;
using namespace core::hypervisor;

namespace tests {

namespace {

constexpr int patienceMs = 60'000;
constexpr qint64 diskSize = qint64(64) << 20;

template <class T>
Task<> drive(Task<T> task, std::optional<Result<T>> *out)
{
    auto result = co_await task;
    out->emplace(std::move(result));
    co_return {};
}

/// For QVERIFY2: why it failed.
template <class T>
QString why(const Result<T> &result)
{
    return result ? QString() : result.error().code + u": "_s + result.error().detail;
}

template <class T>
QString codeOf(const Result<T> &result)
{
    return result ? QString() : result.error().code;
}

std::shared_ptr<Transfer> transfer()
{
    return std::make_shared<Transfer>();
}

} // namespace

HostFilesContract::HostFilesContract(FilesAdapter adapter) : m_adapter(std::move(adapter)) {}

HostFilesContract::~HostFilesContract() = default;

template <class T>
Result<T> HostFilesContract::wait(Task<T> task)
{
    std::optional<Result<T>> out;
    Scope scope([](const Error &) {});
    scope.spawn(drive(std::move(task), &out));
    QElapsedTimer passed;
    passed.start();
    while (!out) {
        if (passed.hasExpired(patienceMs))
            return Error(core::errors::Timeout);
        if (m_adapter.advance)
            m_adapter.advance();
        QTest::qWait(m_adapter.advance ? 0 : 2);
    }
    return *std::move(out);
}

QStringList HostFilesContract::namesIn(const Files &files, const QString &directory)
{
    QStringList names;
    if (const auto listed = wait(files->list(directory))) {
        for (const HostFile &file : *listed)
            names += file.name;
    }
    names.sort();
    return names;
}

void HostFilesContract::empty(const Files &files, const QString &directory)
{
    for (const QString &name : namesIn(files, directory)) {
        empty(files, directory + u'/' + name);
        const auto removed = wait(files->remove(directory + u'/' + name));
        QVERIFY2(removed, qPrintable(why(removed)));
    }
}

void HostFilesContract::init()
{
    auto first = wait(m_adapter.first.open());
    QVERIFY2(first, qPrintable(why(first)));
    m_first = *std::move(first);
    auto second = wait(m_adapter.second.open());
    QVERIFY2(second, qPrintable(why(second)));
    m_second = *std::move(second);
    m_here = filesOf(m_first);
    m_there = filesOf(m_second);
    m_path = m_adapter.first.directory + u'/';
    m_otherPath = m_adapter.second.directory + u'/';
}

void HostFilesContract::cleanup()
{
    empty(m_here, m_adapter.first.directory);
    empty(m_there, m_adapter.second.directory);
    m_here.reset();
    m_there.reset();
    m_first.reset();
    m_second.reset();
}

void HostFilesContract::whatIsWrittenIsReadBack()
{
    QByteArray content("vm.xml\0with a zero", 18);
    content += QByteArray(300'000, 'x');
    const auto written = wait(m_here->write(m_path + u"vm.xml"_s, content));
    QVERIFY2(written, qPrintable(why(written)));
    const auto read = wait(m_here->read(m_path + u"vm.xml"_s));
    QVERIFY2(read, qPrintable(why(read)));
    QCOMPARE(*read, content);
    const auto described = wait(m_here->stat(m_path + u"vm.xml"_s));
    QVERIFY2(described, qPrintable(why(described)));
    QCOMPARE(described->name, u"vm.xml"_s);
    QCOMPARE(described->size, Bytes(content.size()));
    QCOMPARE(described->type, FileType::File);
}

void HostFilesContract::anEmptyFileIsAFile()
{
    QVERIFY(wait(m_here->write(m_path + u"empty"_s, {})));
    const auto read = wait(m_here->read(m_path + u"empty"_s));
    QVERIFY2(read, qPrintable(why(read)));
    QVERIFY(read->isEmpty());
}

void HostFilesContract::aFileIsWrittenOnce()
{
    QVERIFY(wait(m_here->write(m_path + u"a"_s, "one")));
    QCOMPARE(codeOf(wait(m_here->write(m_path + u"a"_s, "two"))), u"base.conflict"_s);
    QCOMPARE(*wait(m_here->read(m_path + u"a"_s)), QByteArray("one"));
    QVERIFY(wait(m_here->remove(m_path + u"a"_s)));
    QVERIFY(wait(m_here->write(m_path + u"a"_s, "two")));
    QCOMPARE(*wait(m_here->read(m_path + u"a"_s)), QByteArray("two"));
}

void HostFilesContract::whatIsNotThereIsNotFound()
{
    const QString missing = u"base.not-found"_s;
    QCOMPARE(codeOf(wait(m_here->stat(m_path + u"none"_s))), missing);
    QCOMPARE(codeOf(wait(m_here->read(m_path + u"none"_s))), missing);
    QCOMPARE(codeOf(wait(m_here->remove(m_path + u"none"_s))), missing);
    QCOMPARE(codeOf(wait(m_here->list(m_path + u"none"_s))), missing);
    QCOMPARE(codeOf(wait(m_here->write(m_path + u"none/vm.xml"_s, "x"))), missing);
    QCOMPARE(codeOf(wait(m_here->digest(m_path + u"none"_s, transfer()))), missing);
    QCOMPARE(codeOf(wait(m_here->copy(m_path + u"none"_s, m_otherPath + u"some"_s, m_there, transfer()))),
             missing);
    QVERIFY(namesIn(m_there, m_adapter.second.directory).isEmpty());
}

void HostFilesContract::directoriesAreMadeListedAndRemoved()
{
    const auto made = wait(m_here->makeDirectory(m_path + u"a VM's <home> & more"_s));
    QVERIFY2(made, qPrintable(why(made)));
    QCOMPARE(codeOf(wait(m_here->makeDirectory(m_path + u"a VM's <home> & more"_s))), u"base.conflict"_s);
    QVERIFY(wait(m_here->write(m_path + u"a VM's <home> & more/é"_s, "x")));
    const auto listed = wait(m_here->list(m_adapter.first.directory));
    QVERIFY2(listed, qPrintable(why(listed)));
    QCOMPARE(listed->size(), size_t(1));
    QCOMPARE(listed->front().name, u"a VM's <home> & more"_s);
    QCOMPARE(listed->front().type, FileType::Directory);
    QCOMPARE(namesIn(m_here, m_path + u"a VM's <home> & more"_s), QStringList{u"é"_s});
    QVERIFY(wait(m_here->remove(m_path + u"a VM's <home> & more/é"_s)));
    const auto removed = wait(m_here->remove(m_path + u"a VM's <home> & more"_s));
    QVERIFY2(removed, qPrintable(why(removed)));
    QVERIFY(namesIn(m_here, m_adapter.first.directory).isEmpty());
}

void HostFilesContract::aDirectoryWithSomethingInItStays()
{
    QVERIFY(wait(m_here->makeDirectory(m_path + u"full"_s)));
    QVERIFY(wait(m_here->write(m_path + u"full/file"_s, "x")));
    QCOMPARE(codeOf(wait(m_here->remove(m_path + u"full"_s))), u"base.conflict"_s);
    QCOMPARE(namesIn(m_here, m_path + u"full"_s), QStringList{u"file"_s});
}

void HostFilesContract::replacingLeavesOneWholeFile()
{
    QVERIFY(wait(replaceFile(m_here, m_path + u"vm.xml"_s, "first")));
    QVERIFY(wait(replaceFile(m_here, m_path + u"vm.xml"_s, "second")));
    QCOMPARE(*wait(m_here->read(m_path + u"vm.xml"_s)), QByteArray("second"));
    QCOMPARE(namesIn(m_here, m_adapter.first.directory), QStringList{u"vm.xml"_s});
}

void HostFilesContract::aNewDiskTakesNoRoom()
{
    for (const QString &format : {u"raw"_s, u"qcow2"_s}) {
        const QString path = m_path + u"disk."_s + format;
        const auto created =
            wait(m_here->createDisk(DiskOrder{.path = path, .format = format, .capacity = Bytes(diskSize)}));
        QVERIFY2(created, qPrintable(why(created)));
        const auto disk = wait(m_here->stat(path));
        QVERIFY2(disk, qPrintable(why(disk)));
        QCOMPARE(disk->format, format);
        QCOMPARE(disk->capacity, Bytes(diskSize));
        QVERIFY(disk->allocation < Bytes(diskSize / 8));
    }
}

void HostFilesContract::aCopyToAnotherHostHasTheSameDigest()
{
    QByteArray content(100'000, '\0');
    content += "in the midst of nothing" + QByteArray(200'000, '\0');
    QVERIFY(wait(m_here->write(m_path + u"a"_s, content)));
    const auto watched = transfer();
    const auto copied = wait(m_here->copy(m_path + u"a"_s, m_otherPath + u"b"_s, m_there, watched));
    QVERIFY2(copied, qPrintable(why(copied)));
    QCOMPARE(watched->done(), Bytes(content.size()));
    QCOMPARE(*wait(m_there->digest(m_otherPath + u"b"_s, transfer())), *copied);
    QCOMPARE(*wait(m_here->digest(m_path + u"a"_s, transfer())), *copied);
    QCOMPARE(*wait(m_there->read(m_otherPath + u"b"_s)), content);
    content[0] = 'x';
    QVERIFY(wait(m_here->write(m_path + u"other"_s, content)));
    QVERIFY(*wait(m_here->digest(m_path + u"other"_s, transfer())) != *copied);
    QCOMPARE(codeOf(wait(m_here->copy(m_path + u"a"_s, m_otherPath + u"b"_s, m_there, transfer()))),
             u"base.conflict"_s);
}

void HostFilesContract::aCopyToTheSameHostToo()
{
    QVERIFY(wait(m_here->makeDirectory(m_path + u"home"_s)));
    QVERIFY(wait(m_here->write(m_path + u"a"_s, "content")));
    const auto copied = wait(m_here->copy(m_path + u"a"_s, m_path + u"home/b"_s, m_here, transfer()));
    QVERIFY2(copied, qPrintable(why(copied)));
    QCOMPARE(*wait(m_here->read(m_path + u"home/b"_s)), QByteArray("content"));
}

void HostFilesContract::aCloneMayHaveAnotherFormat()
{
    const DiskOrder first{.path = m_path + u"a.qcow2"_s, .format = u"qcow2"_s, .capacity = Bytes(diskSize)};
    QVERIFY(wait(m_here->createDisk(first)));
    QVERIFY(wait(m_here->makeDirectory(m_path + u"home"_s)));
    const DiskOrder second{.path = m_path + u"home/b.raw"_s, .format = u"raw"_s};
    const auto cloned = wait(m_here->clone(first.path, second, transfer()));
    QVERIFY2(cloned, qPrintable(why(cloned)));
    const auto disk = wait(m_here->stat(second.path));
    QVERIFY2(disk, qPrintable(why(disk)));
    QCOMPARE(disk->format, u"raw"_s);
    QCOMPARE(disk->capacity, Bytes(diskSize));
}

void HostFilesContract::aCancelledCopyLeavesNothing()
{
    const DiskOrder disk{.path = m_path + u"a.qcow2"_s, .format = u"qcow2"_s, .capacity = Bytes(diskSize)};
    QVERIFY(wait(m_here->createDisk(disk)));
    QVERIFY(wait(m_here->write(m_path + u"text"_s, "x")));
    const auto cancelled = transfer();
    cancelled->cancel();
    for (const QString &name : {u"a.qcow2"_s, u"text"_s}) {
        const auto copied = wait(m_here->copy(m_path + name, m_otherPath + name, m_there, cancelled));
        if (!copied) // one that has nothing to carry has ended before it looks
            QCOMPARE(codeOf(copied), u"base.cancelled"_s);
        else
            QVERIFY(wait(m_there->remove(m_otherPath + name)));
    }
    QVERIFY(namesIn(m_there, m_adapter.second.directory).isEmpty());
}

void HostFilesContract::aHostIsDestroyedWithACopyUnderWay()
{
    QVERIFY(wait(m_here->write(m_path + u"a"_s, QByteArray(1 << 20, 'x'))));
    {
        Scope scope([](const Error &) {});
        std::optional<Result<QByteArray>> out;
        scope.spawn(drive(m_here->copy(m_path + u"a"_s, m_otherPath + u"a"_s, m_there, transfer()), &out));
        m_here.reset();
        m_there.reset();
        m_first.reset();
        m_second.reset();
    }
    init();
    QVERIFY(QTest::qWaitFor([this] {
        const auto names = namesIn(m_there, m_adapter.second.directory);
        return names.isEmpty() || names == QStringList{u"a"_s};
    }));
}

} // namespace tests
