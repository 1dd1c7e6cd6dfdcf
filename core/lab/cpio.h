// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSet>
#include <QString>

namespace core::lab {

/// A cpio archive of the form the Linux kernel takes as its initial file system ("newc"). Directories come by themselves.
class CpioArchive
{
public:
    /// @param path relative, as in "bin/busybox"
    void addFile(const QString &path, const QByteArray &content, quint32 permissions);
    /// /dev/console, without which init has no output before it mounts /dev.
    void addConsole();
    [[nodiscard]] QByteArray finish();

private:
    struct Entry {
        QByteArray path;
        quint32 mode = 0;
        quint32 major = 0;
        quint32 minor = 0;
    };
    void addDirectories(const QString &path);
    void add(const Entry &entry, const QByteArray &content);

    QByteArray m_bytes;
    QSet<QString> m_directories;
    quint32 m_inode = 1;
};

} // namespace core::lab
