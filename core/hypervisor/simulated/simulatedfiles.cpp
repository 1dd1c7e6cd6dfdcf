// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/simulated/simulatedfiles.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace core::hypervisor {

namespace {

using LinkPtr = std::shared_ptr<Link>;
using Stored = SimulatedFileStore::Stored;

constexpr qint64 carriedPerSecond = qint64(1) << 30;
constexpr Duration look{200}; ///< as long a copy goes on before it looks whether it is to end

QByteArray digestOf(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256);
}

Task<std::vector<HostFile>> listFiles(LinkPtr link, QString directory)
{
    if (const auto open = co_await admit(link, "list", VmId(), link->timing.query); !open)
        co_return open.error();
    co_return link->files->list(link->host, directory);
}

Task<HostFile> statFile(LinkPtr link, QString path)
{
    if (const auto open = co_await admit(link, "stat", VmId(), link->timing.query); !open)
        co_return open.error();
    const auto stored = link->files->find(link->host, path);
    if (!stored)
        co_return stored.error();
    co_return stored->file;
}

Task<> putFile(LinkPtr link, const char *verb, QString path, Stored stored)
{
    if (const auto open = co_await admit(link, verb, VmId(), link->timing.query); !open)
        co_return open.error();
    co_return link->files->put(link->host, path, std::move(stored));
}

Task<> removeFile(LinkPtr link, QString path)
{
    if (const auto open = co_await admit(link, "remove", VmId(), link->timing.query); !open)
        co_return open.error();
    co_return link->files->remove(link->host, path);
}

Task<QByteArray> readFile(LinkPtr link, QString path)
{
    if (const auto open = co_await admit(link, "read", VmId(), link->timing.query); !open)
        co_return open.error();
    const auto stored = link->files->find(link->host, path);
    if (!stored)
        co_return stored.error();
    if (stored->file.type != FileType::File || stored->file.size.count() != stored->content.size())
        co_return Error(core::errors::Unsupported, u"no small file: "_s + path);
    co_return stored->content;
}

/// As long as so much takes to carry; `base.cancelled` when that was asked for.
Task<> carry(LinkPtr link, Bytes size, std::shared_ptr<Transfer> transfer)
{
    constexpr qint64 step = carriedPerSecond * look.count() / 1000;
    for (qint64 left = size.count(); left > 0; left -= step) {
        if (transfer->isCancelled())
            co_return Error(core::errors::Cancelled);
        co_await sleepFor(link->clock, look);
        transfer->carried(std::min(step, left));
    }
    co_return admitted(*link);
}

Task<QByteArray> copyFile(LinkPtr link, const char *verb, QString from, QString to, LinkPtr destination,
                          QString format, std::shared_ptr<Transfer> transfer)
{
    if (const auto open = co_await admit(link, verb, VmId(), link->timing.query); !open)
        co_return open.error();
    auto stored = link->files->find(link->host, from);
    if (!stored)
        co_return stored.error();
    if (destination->files->find(destination->host, to))
        co_return Error(core::errors::Conflict, u"it exists already: "_s + to);
    if (const auto carried = co_await carry(link, stored->file.size, transfer); !carried)
        co_return carried.error();
    if (const auto there = admitted(*destination); !there)
        co_return there.error();
    if (!format.isEmpty())
        stored->file.format = format;
    QByteArray digest = stored->digest;
    if (const auto put = destination->files->put(destination->host, to, *std::move(stored)); !put)
        co_return put.error();
    co_return digest;
}

Task<> cloneFile(LinkPtr link, QString from, DiskOrder to, std::shared_ptr<Transfer> transfer)
{
    const auto copied = co_await copyFile(link, "clone", from, to.path, link, to.format, transfer);
    if (!copied)
        co_return copied.error();
    co_return {};
}

Task<QByteArray> digestFile(LinkPtr link, QString path, std::shared_ptr<Transfer> transfer)
{
    if (const auto open = co_await admit(link, "digest", VmId(), link->timing.query); !open)
        co_return open.error();
    const auto stored = link->files->find(link->host, path);
    if (!stored)
        co_return stored.error();
    if (const auto carried = co_await carry(link, stored->file.size, transfer); !carried)
        co_return carried.error();
    co_return stored->digest;
}

} // namespace

Task<std::vector<HostFile>> SimulatedFiles::list(QString directory)
{
    return listFiles(m_link, directory);
}

Task<HostFile> SimulatedFiles::stat(QString path)
{
    return statFile(m_link, path);
}

Task<> SimulatedFiles::makeDirectory(QString path)
{
    Stored directory;
    directory.file.type = FileType::Directory;
    return putFile(m_link, "makeDirectory", path, directory);
}

Task<> SimulatedFiles::remove(QString path)
{
    return removeFile(m_link, path);
}

Task<QByteArray> SimulatedFiles::read(QString path)
{
    return readFile(m_link, path);
}

Task<> SimulatedFiles::write(QString path, QByteArray content)
{
    const Bytes size(content.size());
    const Stored stored{.file = {.format = u"raw"_s, .size = size, .capacity = size, .allocation = size},
                        .content = content,
                        .digest = digestOf(content)};
    return putFile(m_link, "write", path, stored);
}

Task<> SimulatedFiles::createDisk(DiskOrder order)
{
    const Stored stored{.file = {.format = order.format, .capacity = order.capacity},
                        .digest = digestOf(order.format.toUtf8())};
    return putFile(m_link, "createDisk", order.path, stored);
}

Task<> SimulatedFiles::clone(QString from, DiskOrder to, std::shared_ptr<Transfer> transfer)
{
    return cloneFile(m_link, from, to, transfer);
}

Task<QByteArray> SimulatedFiles::copy(QString from, QString to, std::shared_ptr<HostFiles> destination,
                                      std::shared_ptr<Transfer> transfer)
{
    const auto *other = dynamic_cast<const SimulatedFiles *>(destination.get());
    if (other == nullptr)
        co_return Error(core::errors::Unsupported, u"the destination is no simulated host"_s);
    co_return co_await copyFile(m_link, "copy", from, to, other->m_link, QString(), transfer);
}

Task<QByteArray> SimulatedFiles::digest(QString path, std::shared_ptr<Transfer> transfer)
{
    return digestFile(m_link, path, transfer);
}

} // namespace core::hypervisor
