// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task.h"
#include "core/base/units.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <memory>
#include <vector>

/// The port to the files on a host's datastores. The core never opens a datastore's path itself: the host does.
namespace core::hypervisor {

enum class FileType { File, Directory, Other };

struct HostFile {
    QString name; ///< without its directory
    FileType type = FileType::File;
    QString format; ///< of a disk image, as its first bytes say: qcow2, iso…; raw: of anything else
    Bytes size; ///< of the file: what a copy of it is long
    Bytes capacity; ///< of a disk image: what a guest sees of it
    Bytes allocation; ///< what it takes of the datastore
    QString backing; ///< of a disk image: the file that it builds upon

    friend bool operator==(const HostFile &, const HostFile &) = default;
};

/// An empty disk image that takes no more room than it must.
struct DiskOrder {
    QString path;
    QString format; ///< raw, qcow2
    Bytes capacity;
};

/// A copy under way, as who waits for it watches and ends it. Any thread.
class Transfer
{
public:
    /// Bytes of the file behind us, holes included; of a clone nothing is told, its file is looked at instead.
    [[nodiscard]] Bytes done() const { return Bytes(m_done); }
    void carried(qint64 bytes) { m_done += bytes; }
    /// The copy ends soon with `base.cancelled`; what it wrote is removed.
    void cancel() { m_cancelled = true; }
    [[nodiscard]] bool isCancelled() const { return m_cancelled; }

private:
    std::atomic<qint64> m_done = 0;
    std::atomic<bool> m_cancelled = false;
};

/// One host's. Paths are absolute and the host's own; a file's directory must exist. Whatever is not there is
/// `base.not-found`, what is there already `base.conflict`, a datastore that is full `hypervisor.no-space`; a host without
/// such files answers `base.unsupported`. Like the Hypervisor's, calls may take long, never block the caller, and go on
/// when abandoned.
class HostFiles
{
public:
    static constexpr qint64 largestText = 16 * 1024 * 1024; ///< that read() and write() carry

    virtual ~HostFiles() = default;

    /// What lies in a directory, in no order.
    virtual Task<std::vector<HostFile>> list(QString directory) = 0;
    virtual Task<HostFile> stat(QString path) = 0;
    /// A directory in one that exists.
    virtual Task<> makeDirectory(QString path) = 0;
    /// A file, or a directory that is empty (`base.conflict` when it is not).
    virtual Task<> remove(QString path) = 0;

    /// The bytes of a small file; `base.unsupported` when it is a large one.
    virtual Task<QByteArray> read(QString path) = 0;
    /// A new file.
    virtual Task<> write(QString path, QByteArray content) = 0;

    virtual Task<> createDisk(DiskOrder order) = 0;
    /// A disk image again under another name of this host, in a format that may be another; what it builds upon is then
    /// part of it. The host itself copies: fast, and to be ended only by waiting.
    virtual Task<> clone(QString from, DiskOrder to, std::shared_ptr<Transfer> transfer) = 0;
    /// A file, byte by byte, to another host (or this one) of the same adapter; holes stay holes. The digest of what was
    /// read.
    virtual Task<QByteArray> copy(QString from, QString to, std::shared_ptr<HostFiles> destination,
                                  std::shared_ptr<Transfer> transfer) = 0;
    /// The same for the same content, whatever of it is a hole.
    virtual Task<QByteArray> digest(QString path, std::shared_ptr<Transfer> transfer) = 0;
};

/// Puts content in the place of a file's: it is written beside it as `path.new` and read back first, so that at each moment
/// one of the two is whole. Whoever reads the file takes `path.new` where `path` is missing.
[[nodiscard]] Task<> replaceFile(std::shared_ptr<HostFiles> files, QString path, QByteArray content);

} // namespace core::hypervisor
