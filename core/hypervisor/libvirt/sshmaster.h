// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task.h"
#include "core/hypervisor/hypervisor.h"
#include "core/hypervisor/libvirt/endpoint.h"
#include "core/hypervisor/libvirt/hostkey.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace core::hypervisor::libvirt {

/// One authenticated ssh connection to a host (an OpenSSH ControlMaster) that libvirt's connections and the
/// screens run through. Host keys are checked against a known_hosts file of our own, strictly; what ssh would ask
/// a person becomes an error that names the question. Owner's thread; ends with the object.
class SshMaster
{
public:
    SshMaster(Address address, QString knownHosts);
    SshMaster(const SshMaster &) = delete;
    SshMaster &operator=(const SshMaster &) = delete;
    ~SshMaster();

    /// Logs in, once. `trust.unknown`, `trust.changed`, `credentials.needed`, `credentials.refused`,
    /// `hypervisor.connection-failed`.
    Task<> start(std::optional<QString> trust, std::optional<QString> secret);

    /// The host's libvirt address, rewritten to go through this connection.
    [[nodiscard]] QString uriThroughMaster() const;
    /// A connection from the host to `target` ("address:port" or a socket's path). It is ours at once; when the
    /// host cannot connect, it ends.
    Task<OwnedFd> forward(QString target);
    /// Runs a script on the host, as root where it can be.
    Task<ShellAnswer> run(QByteArray script) const;

private:
    Task<> logIn();
    Task<HostKey> fetchKey();
    Result<void> prepareFiles(const std::optional<QString> &secret);
    Result<void> remember(const HostKey &key) const;
    void forgetSecret();
    [[nodiscard]] QStringList commonArguments() const;
    [[nodiscard]] QStringList logInArguments() const;
    [[nodiscard]] QStringList fetchArguments(const QString &notes) const;
    [[nodiscard]] QStringList controlArguments(const QString &command, const QString &forwarding) const;
    Task<> control(QString command, QString forwarding);
    [[nodiscard]] QStringList destination() const;
    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); }
    [[nodiscard]] Error authenticationError(const QString &said) const;
    [[nodiscard]] Error unknownError(const HostKey &key, const QString &said) const;
    [[nodiscard]] Error changedError(const SshFailure &failure) const;

    Address m_address;
    QString m_knownHosts;
    QTemporaryDir m_directory; ///< 0700: the control socket and the two scripts
    int m_secretPipe = -1;
    std::unique_ptr<QProcess> m_process;
    int m_forwards = 0; ///< made so far: their names
};

} // namespace core::hypervisor::libvirt
