// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace tests {

/// A real LDAP server on two ports of the loopback, with a directory and a certificate authority of its own. Ends with
/// the object.
class Slapd
{
public:
    Slapd() = default;
    Slapd(const Slapd &) = delete;
    Slapd &operator=(const Slapd &) = delete;
    ~Slapd();

    /// Empty: everything that it needs is on this machine.
    [[nodiscard]] static QString missing();
    /// Empty: it answers. Else what went wrong.
    [[nodiscard]] QString start();

    [[nodiscard]] QString plainUrl() const; ///< for StartTLS
    [[nodiscard]] QString tlsUrl() const;
    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }

private:
    [[nodiscard]] QString run(const QString &program, const QStringList &arguments) const;
    [[nodiscard]] QString makeCertificates() const;
    [[nodiscard]] QString fill() const;

    QTemporaryDir m_dir;
    QProcess m_process;
    quint16 m_plainPort = 0;
    quint16 m_tlsPort = 0;
};

} // namespace tests
