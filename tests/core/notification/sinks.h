// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace tests {

/// A real mail server and a real HTTPS server on this machine, with a certificate of an authority of their own; they
/// write down what they are sent (sinks.py).
class Sinks
{
public:
    Sinks();
    ~Sinks();

    /// python3 and openssl are there, and the servers listen.
    [[nodiscard]] bool isUp() const { return m_isUp; }
    [[nodiscard]] QString authority() const { return m_directory.filePath(QStringLiteral("ca.pem")); }
    /// starttls, smtps, https.
    [[nodiscard]] int port(const QString &name) const { return m_ports.value(name); }
    /// What came, of mail or post, in its order.
    [[nodiscard]] QList<QJsonObject> received(const QString &kind) const;
    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); }

private:
    [[nodiscard]] bool certify() const;

    QTemporaryDir m_directory;
    QProcess m_process;
    QHash<QString, int> m_ports;
    bool m_isUp = false;
};

} // namespace tests
