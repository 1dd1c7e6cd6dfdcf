// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/migration/filecourier.h"

#include "core/async/deadline.h"
#include "core/orchestrator/errors.h"
#include "core/orchestrator/migration/pending.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core::orchestrator {

namespace {

using hypervisor::DiskOrder;
using hypervisor::HostFile;
using hypervisor::Transfer;

constexpr auto callLimit = 60s; ///< of what is no copy
constexpr auto lookEvery = 500ms;
constexpr auto cancelLimit = 2min; ///< a copy that does not end by then is left to its host
constexpr auto takeBackLimit = 3min; ///< a host that is still writing, or is away
constexpr auto partEnding = ".part"_L1; ///< of a file that is to be converted at the destination

/// A copy that runs; ends with it, or soon after it was asked to end.
template <class T>
Task<T> watched(OperationContext context, Task<T> copy, std::shared_ptr<Transfer> transfer,
                std::function<Task<>()> look)
{
    Pending<T> pending(context.clock(), std::move(copy));
    std::optional<Monotonic> giveUp;
    while (!pending.end()) {
        co_await pending.wait(lookEvery);
        if (pending.end())
            break;
        if (context.cancelRequested() && !giveUp) {
            transfer->cancel();
            giveUp = context.clock().monotonic() + cancelLimit;
        }
        if (giveUp && context.clock().monotonic() >= *giveUp)
            co_return Error(core::errors::Cancelled, u"the host goes on copying"_s);
        co_await look();
    }
    co_return *pending.end();
}

/// Two descriptions of one disk.
bool isSameDisk(const HostFile &a, const HostFile &b)
{
    return a.capacity == b.capacity;
}

} // namespace

FileCourier::FileCourier(OperationContext context, HostId from, HostId to, Progress progress)
    : m_context(context),
      m_from(from),
      m_to(to),
      m_progress(std::move(progress))
{}

Result<FileCourier::Files> FileCourier::filesOn(HostId host) const
{
    const auto connection = m_context.hypervisorOn(host);
    if (!connection)
        return connection.error();
    return hypervisor::filesOf(*connection);
}

bool FileCourier::sees(HostId host, DatastoreId datastore) const
{
    const model::Datastore *known = m_context.inventory().find(datastore);
    return known != nullptr && std::ranges::find(known->hosts, host) != known->hosts.end();
}

void FileCourier::show(Bytes ofFile)
{
    m_progress(m_total, std::min(m_behind + ofFile, m_total));
}

Task<QHash<DatastoreId, QSet<QString>>> FileCourier::namesOn(std::vector<DatastoreId> datastores)
{
    QHash<DatastoreId, QSet<QString>> names;
    for (const DatastoreId id : datastores) {
        const auto files = filesOn(m_to);
        if (!files)
            co_return files.error();
        const model::Datastore *datastore = m_context.inventory().find(id);
        if (datastore == nullptr)
            co_return operations::exists(id, m_context.inventory()).why();
        const auto listed =
            co_await withDeadline((*files)->list(datastore->path), &m_context.clock(), callLimit);
        if (!listed)
            co_return listed.error();
        for (const HostFile &file : *listed)
            names[id].insert(file.name);
    }
    co_return names;
}

Task<> FileCourier::makeDirectory(QString path)
{
    const auto files = filesOn(m_to);
    if (!files)
        co_return files.error();
    co_return co_await withDeadline((*files)->makeDirectory(path), &m_context.clock(), callLimit);
}

/// In a directory that we make there is nothing of anybody's.
Task<> FileCourier::checkFree(FilePlan plan)
{
    for (const FileMove &file : plan.files) {
        const QString directory = file.to.left(file.to.lastIndexOf(u'/'));
        if (std::ranges::find(plan.made, directory) != plan.made.end())
            continue;
        const auto files = filesOn(m_to);
        if (!files)
            co_return files.error();
        const auto there = co_await withDeadline((*files)->stat(file.to), &m_context.clock(), callLimit);
        if (there)
            co_return Error(core::errors::Conflict, u"it exists already: "_s + file.to);
        if (!there.error().is(core::errors::NotFound))
            co_return there.error();
    }
    co_return {};
}

Task<> FileCourier::prepare(FilePlan plan)
{
    if (const auto free = co_await checkFree(plan); !free)
        co_return free.error();
    for (size_t i = 0; i < plan.made.size(); ++i) {
        const auto made = co_await makeDirectory(plan.made[i]);
        if (made)
            continue;
        for (size_t j = 0; j < i; ++j)
            co_await remove(m_to, plan.made[j], m_context.clock().monotonic());
        co_return made.error();
    }
    co_return {};
}

Task<> FileCourier::prepareAgain(FilePlan plan)
{
    for (const QString &directory : plan.made) {
        const auto made = co_await makeDirectory(directory);
        if (!made && !made.error().is(core::errors::Conflict))
            co_return made.error();
    }
    co_return {};
}

Task<> FileCourier::makeDisks(FilePlan plan)
{
    for (const FileMove &file : plan.files) {
        const auto source = filesOn(m_from);
        const auto target = filesOn(m_to);
        if (!source || !target)
            co_return source ? target.error() : source.error();
        const auto present = co_await withDeadline((*source)->stat(file.from), &m_context.clock(), callLimit);
        if (!present)
            co_return present.error();
        const DiskOrder order{.path = file.to, .format = file.format, .capacity = present->capacity};
        const auto made = co_await withDeadline((*target)->createDisk(order), &m_context.clock(), callLimit);
        if (!made)
            co_return made.error();
    }
    co_return {};
}

Task<> FileCourier::copyFiles(FilePlan plan)
{
    std::vector<Bytes> sizes;
    for (const FileMove &file : plan.files) {
        const auto source = filesOn(m_from);
        if (!source)
            co_return source.error();
        const auto present = co_await withDeadline((*source)->stat(file.from), &m_context.clock(), callLimit);
        if (!present)
            co_return present.error();
        sizes.push_back(present->size);
        m_total += present->size;
    }
    for (size_t i = 0; i < plan.files.size(); ++i) {
        if (const auto copied = co_await copyFile(plan.files[i]); !copied)
            co_return copied.error();
        m_behind += sizes[i];
        show({});
    }
    co_return {};
}

/// A host that sees both places copies by itself; else the bytes go through us, and a file that is to have another format
/// is converted when it has arrived.
Task<> FileCourier::copyFile(FileMove file)
{
    const auto source = filesOn(m_from);
    if (!source)
        co_return source.error();
    const auto present = co_await withDeadline((*source)->stat(file.from), &m_context.clock(), callLimit);
    if (!present)
        co_return present.error();
    const bool isDisk = !file.disk.isEmpty();
    if (isDisk && sees(m_from, file.target))
        co_return co_await clone(m_from, file);
    if (isDisk && m_to != m_from && sees(m_to, file.source))
        co_return co_await clone(m_to, file);
    if (!present->backing.isEmpty())
        co_return Error(errors::DiskBuildsOn,
                        QJsonObject{{u"disk"_s, file.disk}, {u"path"_s, present->backing}});
    if (!file.converts)
        co_return co_await carry(file, file.to);
    FileMove arrived = file;
    arrived.from = file.to + partEnding;
    if (const auto carried = co_await carry(file, arrived.from); !carried)
        co_return carried.error();
    if (const auto converted = co_await clone(m_to, arrived); !converted)
        co_return converted.error();
    const auto target = filesOn(m_to);
    if (!target)
        co_return target.error();
    co_return co_await withDeadline((*target)->remove(arrived.from), &m_context.clock(), callLimit);
}

Task<> FileCourier::clone(HostId host, FileMove file)
{
    const auto files = filesOn(host);
    if (!files)
        co_return files.error();
    const auto transfer = std::make_shared<Transfer>();
    const DiskOrder order{.path = file.to, .format = file.format, .capacity = {}};
    const std::function<Task<>()> look = [this, files = *files, path = file.to] {
        return showSize(this, files, path);
    };
    const auto cloned =
        co_await watched<void>(m_context, (*files)->clone(file.from, order, transfer), transfer, look);
    if (!cloned)
        co_return cloned.error();
    co_return co_await verify(file);
}

/// What the host says of both must be the same disk; of raw ones, which are nothing but their content, that is compared.
Task<> FileCourier::verify(FileMove file)
{
    const auto target = filesOn(m_to);
    const auto source = filesOn(file.from.endsWith(partEnding) ? m_to : m_from);
    if (!source || !target)
        co_return source ? target.error() : source.error();
    const auto before = co_await withDeadline((*source)->stat(file.from), &m_context.clock(), callLimit);
    if (!before)
        co_return before.error();
    const auto after = co_await withDeadline((*target)->stat(file.to), &m_context.clock(), callLimit);
    if (!after)
        co_return after.error();
    if (!isSameDisk(*before, *after) || after->format != file.format || !after->backing.isEmpty())
        co_return Error(errors::CopyDiffers, QJsonObject{{u"path"_s, file.to}});
    if (file.converts || file.format != "raw"_L1) // qcow2 may lie otherwise in its file
        co_return {};
    const auto reading = std::make_shared<Transfer>();
    const std::function<Task<>()> idle = [this, files = *target, path = file.to] {
        return showSize(this, files, path);
    };
    const auto first =
        co_await watched<QByteArray>(m_context, (*source)->digest(file.from, reading), reading, idle);
    if (!first)
        co_return first.error();
    const auto second =
        co_await watched<QByteArray>(m_context, (*target)->digest(file.to, reading), reading, idle);
    if (!second)
        co_return second.error();
    if (*first != *second)
        co_return Error(errors::CopyDiffers, QJsonObject{{u"path"_s, file.to}});
    co_return {};
}

Task<> FileCourier::carry(FileMove file, QString to)
{
    const auto source = filesOn(m_from);
    const auto target = filesOn(m_to);
    if (!source || !target)
        co_return source ? target.error() : source.error();
    const auto transfer = std::make_shared<Transfer>();
    const std::function<Task<>()> look = [this, transfer] { return showDone(this, transfer); };
    const auto sent = co_await watched<QByteArray>(
        m_context, (*source)->copy(file.from, to, *target, transfer), transfer, look);
    if (!sent)
        co_return sent.error();
    const auto reading = std::make_shared<Transfer>();
    const std::function<Task<>()> idle = [this, transfer] { return showDone(this, transfer); };
    const auto arrived =
        co_await watched<QByteArray>(m_context, (*target)->digest(to, reading), reading, idle);
    if (!arrived)
        co_return arrived.error();
    if (*arrived != *sent)
        co_return Error(errors::CopyDiffers, QJsonObject{{u"path"_s, to}});
    co_return {};
}

Task<> FileCourier::showSize(FileCourier *self, Files files, QString path)
{
    const auto present = co_await withDeadline(files->stat(path), &self->m_context.clock(), 5s);
    if (present)
        self->show(present->allocation);
    co_return {};
}

Task<> FileCourier::showDone(FileCourier *self, std::shared_ptr<Transfer> transfer)
{
    self->show(transfer->done());
    co_return {};
}

/// Whether it is gone. A host that is still writing the file refuses for a while.
Task<bool> FileCourier::remove(HostId host, QString path, Monotonic giveUp)
{
    for (;;) {
        if (const auto files = filesOn(host)) {
            const auto removed = co_await withDeadline((*files)->remove(path), &m_context.clock(), callLimit);
            if (removed || removed.error().is(core::errors::NotFound))
                co_return true;
        }
        if (m_context.clock().monotonic() >= giveUp)
            co_return false;
        co_await sleepFor(&m_context.clock(), lookEvery);
    }
}

Task<std::vector<QString>> FileCourier::takeBack(FilePlan plan)
{
    const Monotonic giveUp = m_context.clock().monotonic() + takeBackLimit;
    std::vector<QString> left;
    for (const FileMove &file : plan.files) {
        QStringList paths{file.to};
        if (file.converts)
            paths += file.to + partEnding;
        for (const QString &path : paths) {
            if (const auto gone = co_await remove(m_to, path, giveUp); !*gone)
                left.push_back(path);
        }
    }
    for (const QString &directory : plan.made) {
        if (const auto gone = co_await remove(m_to, directory, giveUp); !*gone)
            left.push_back(directory);
    }
    co_return left;
}

Task<std::vector<QString>> FileCourier::removeSources(FilePlan plan)
{
    const Monotonic giveUp = m_context.clock().monotonic() + takeBackLimit;
    const QStringList definitions{u"/vm.xml"_s, u"/vm.xml.new"_s};
    std::vector<QString> left;
    for (const FileMove &file : plan.files) {
        if (const auto gone = co_await remove(m_from, file.from, giveUp); !*gone)
            left.push_back(file.from);
    }
    for (const QString &directory : plan.left) {
        const auto files = filesOn(m_from);
        if (!files)
            continue;
        // The definition that was kept there is no longer that of any VM; what else lies there is not ours.
        for (const QString &name : definitions)
            co_await withDeadline((*files)->remove(directory + name), &m_context.clock(), callLimit);
        co_await withDeadline((*files)->remove(directory), &m_context.clock(), callLimit);
    }
    co_return left;
}

} // namespace core::orchestrator
