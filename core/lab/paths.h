// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace core::lab {

/// Where everything of one lab lies. A Unix socket's address holds 107 bytes and DIR may be longer, so sockets live
/// in a short directory of their own, `/tmp/vigie-<uid>/<8 hex digits of DIR>`.
class Paths
{
public:
    /// @param directory absolute, or relative to the working directory; need not exist
    explicit Paths(const QString &directory);

    [[nodiscard]] QString directory() const { return m_directory; }
    [[nodiscard]] QString record() const { return m_directory + QStringLiteral("/lab.json"); }
    [[nodiscard]] QString lock() const { return m_directory + QStringLiteral("/lab.lock"); }
    [[nodiscard]] QString log() const { return m_directory + QStringLiteral("/lab.log"); }
    /// Held (flock) by the supervisor as long as it lives.
    [[nodiscard]] QString keeperLock() const { return m_directory + QStringLiteral("/keeper.lock"); }
    [[nodiscard]] QString keeperPid() const { return m_directory + QStringLiteral("/keeper.pid"); }
    [[nodiscard]] QString core() const { return m_directory + QStringLiteral("/core"); }
    [[nodiscard]] QString hosts() const { return m_directory + QStringLiteral("/hosts"); }
    [[nodiscard]] QString host(const QString &name) const { return hosts() + u'/' + name; }
    [[nodiscard]] QString hostPid(const QString &name) const
    {
        return host(name) + QStringLiteral("/init.pid");
    }
    [[nodiscard]] QString localDatastore(const QString &host) const;
    [[nodiscard]] QString datastores() const { return m_directory + QStringLiteral("/datastores"); }
    [[nodiscard]] QString serialLogs() const { return m_directory + QStringLiteral("/serial"); }

    /// 8 hex digits that tell this lab from the others of the same user.
    [[nodiscard]] QString tag() const { return m_tag; }
    [[nodiscard]] static QString runtimeRoot();
    [[nodiscard]] QString runtime() const { return runtimeRoot() + u'/' + m_tag; }
    [[nodiscard]] QString control() const { return runtime() + QStringLiteral("/control"); }
    [[nodiscard]] QString relaySocket(const QString &host) const
    {
        return runtime() + u'/' + host + QStringLiteral(".sock");
    }
    [[nodiscard]] QString relayPid(const QString &host) const
    {
        return runtime() + u'/' + host + QStringLiteral(".relay");
    }
    /// A lab host's `/run`: emptied at each of its boots.
    [[nodiscard]] QString hostRun(const QString &host) const
    {
        return runtime() + u'/' + host + QStringLiteral("/run");
    }
    /// A short name (a link) for the host's directory.
    [[nodiscard]] QString hostShort(const QString &host) const
    {
        return runtime() + u'/' + host + QStringLiteral("/host");
    }
    [[nodiscard]] QString daemonSocket(const QString &host) const
    {
        return hostRun(host) + QStringLiteral("/libvirt/libvirt-sock");
    }

private:
    QString m_directory;
    QString m_tag;
};

/// `$XDG_CACHE_HOME/vigie/lab`: what labs share (libvirt's capabilities, the Linux guest).
[[nodiscard]] QString cacheDirectory();

/// Makes the directory and its parents. @param mode permissions of the last one
[[nodiscard]] Result<void> makeDirectory(const QString &path, unsigned mode = 0755);
/// A directory below /tmp that is ours alone (0700): one that somebody else put there is refused.
[[nodiscard]] Result<void> makePrivateDirectory(const QString &path);
/// Written beside and renamed: a reader sees the old or the new content.
[[nodiscard]] Result<void> writeFile(const QString &path, const QByteArray &content);
[[nodiscard]] Result<QByteArray> readFile(const QString &path);
/// Removes a file, or a directory with all in it; symbolic links are removed, not followed. What is absent is removed.
[[nodiscard]] Result<void> removeTree(const QString &path);
/// Copies the files of one directory (not its subdirectories) into another, replacing.
[[nodiscard]] Result<void> copyFiles(const QString &from, const QString &to);

} // namespace core::lab
