// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/hostfiles.h"
#include "core/hypervisor/libvirt/link.h"

/// The port's calls for files. Blocking: for the lanes of a host only.
namespace core::hypervisor::libvirt {

[[nodiscard]] Result<std::vector<HostFile>> listFiles(Link &link, QString directory);
[[nodiscard]] Result<HostFile> statFile(Link &link, QString path);
[[nodiscard]] Result<void> makeDirectory(Link &link, QString path);
[[nodiscard]] Result<void> removeFile(Link &link, QString path);
[[nodiscard]] Result<QByteArray> readFile(Link &link, QString path);
[[nodiscard]] Result<void> writeFile(Link &link, QString path, QByteArray content);
[[nodiscard]] Result<void> createDisk(Link &link, DiskOrder order);
[[nodiscard]] Result<void> cloneFile(Link &link, QString from, DiskOrder to,
                                     std::shared_ptr<Transfer> transfer);

/// A path as directory and name; `base.invalid-argument` when it is none.
struct Place {
    QString directory;
    QString name;
};
[[nodiscard]] Result<Place> placeOf(const QString &path);

/// A volume in a directory that is held as long as the volume is.
struct File {
    Directories::Use directory;
    VolumePtr volume;
};
[[nodiscard]] Result<File> findFile(Link &link, const Connection &connection, const QString &path);
/// A new file of exactly that size, all hole.
[[nodiscard]] Result<File> createFile(Link &link, const Connection &connection, const QString &path,
                                      qint64 size);

} // namespace core::hypervisor::libvirt
