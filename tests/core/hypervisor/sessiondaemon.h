// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace tests {

/// A libvirtd of the test's own, unprivileged, with all its directories in a temporary one. As root it runs as
/// `nobody`, for a privileged one would share /run/libvirt with the machine's own. It and its guests end with it.
class SessionDaemon
{
public:
    SessionDaemon();
    ~SessionDaemon();

    /// False when it does not come up.
    [[nodiscard]] bool start();
    void pause(); ///< SIGSTOP
    void proceed(); ///< SIGCONT
    void kill(); ///< SIGKILL; guests go on
    void pauseGuest(const QString &name) const; ///< SIGSTOP to its QEMU
    void proceedGuest(const QString &name) const; ///< SIGCONT; nothing when it does not run
    [[nodiscard]] QString uri() const;
    [[nodiscard]] QString socketPath() const;
    /// The command that leads its input and output to the daemon, as a session of ssh runs it.
    [[nodiscard]] QString helperCommand() const;
    [[nodiscard]] QString hostUuid() const { return m_hostUuid; }
    /// A directory that the daemon may use, made when missing.
    [[nodiscard]] QString directory(const QString &name) const;
    /// Writes a file that the daemon may read, `name` under its directory.
    void write(const QString &name, const QString &text) const;

    /// Runs virsh against this daemon and waits; its output, or what it said on failure, beginning with "error".
    QString virsh(const QStringList &arguments) const;
    /// A guest that boots nothing, with a VNC display on a socket. QEMU's own emulation, 16 MiB.
    [[nodiscard]] QString guestXml(const QString &name, const QString &uuid) const;
    void define(const QString &xml) const;

private:
    void writeConfiguration() const;
    void endGuests() const;
    static void signalGuest(const QString &pidFile, int signal);

    QTemporaryDir m_directory;
    QString m_hostUuid;
    QProcess m_process;
};

} // namespace tests
