// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace tests {

/// An OpenSSH server of the test's own on loopback: its port, configuration, host key and the two user keys it
/// accepts lie in a temporary directory. It ends with the object.
class SshServer
{
public:
    SshServer();
    ~SshServer();

    /// `command` is run whatever a session asks for. False when it does not come up.
    [[nodiscard]] bool start(const QString &command);
    void stop();
    void endSessions(); ///< as a cut line would
    void changeHostKey();

    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] QString fingerprint() const; ///< of the host key, as ssh-keygen says
    [[nodiscard]] QString openKey() const { return m_directory.filePath(QStringLiteral("open")); }
    [[nodiscard]] QString lockedKey() const
    {
        return m_directory.filePath(QStringLiteral("locked"));
    } ///< with a passphrase
    [[nodiscard]] QString strangeKey() const
    {
        return m_directory.filePath(QStringLiteral("strange"));
    } ///< not accepted
    [[nodiscard]] qsizetype logins() const;
    static QString passphrase() { return QStringLiteral("correct horse & 'battery'"); }

private:
    QTemporaryDir m_directory;
    bool m_madeRunDirectory = false;
    int m_port = 0;
    QProcess m_process;
};

} // namespace tests
