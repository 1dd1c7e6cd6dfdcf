// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace server {

/// The directory of an embedded core: its lock, its endpoint file.
class Directory
{
public:
    explicit Directory(QString path) : m_path(std::move(path)) {}
    Directory(const Directory &) = delete;
    Directory &operator=(const Directory &) = delete;
    ~Directory();

    /// Makes the directory (0700) and takes its lock; false: another core has it. The lock goes with the process,
    /// however it ends.
    core::Result<bool> lock();
    /// Tells clients where we listen, by which token they come in and which start of the core this is; mode 0600, in
    /// place by rename.
    core::Result<void> writeEndpoint(quint16 port, const QByteArray &token, const QString &instance) const;
    [[nodiscard]] QString filePath(const QString &name) const;

private:
    QString m_path;
    int m_lock = -1;
    mutable bool m_published = false;
};

} // namespace server
