// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/libvirt/files.h"

/// The contents of files through libvirt's streams. Blocking: for the lanes of a host only.
namespace core::hypervisor::libvirt {

[[nodiscard]] Result<QByteArray> downloadText(Link &link, const File &file, const QString &path);
[[nodiscard]] Result<void> uploadText(Link &link, const File &file, const QString &path,
                                      const QByteArray &content);

[[nodiscard]] Result<QByteArray> digestFile(Link &link, QString path, std::shared_ptr<Transfer> transfer);
/// What was written is removed when it cannot be finished.
[[nodiscard]] Result<QByteArray> copyFile(Link &link, QString from, QString to,
                                          std::shared_ptr<Link> destination,
                                          std::shared_ptr<Transfer> transfer);

} // namespace core::hypervisor::libvirt
