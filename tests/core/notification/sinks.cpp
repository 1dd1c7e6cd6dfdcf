// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/notification/sinks.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tests {

namespace {

bool openssl(const QStringList &arguments)
{
    QProcess process;
    process.start(u"openssl"_s, arguments);
    return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0;
}

} // namespace

bool Sinks::certify() const
{
    QFile names(path(u"names"_s));
    if (!names.open(QIODevice::WriteOnly) || names.write("subjectAltName=DNS:localhost,IP:127.0.0.1\n") < 0)
        return false;
    names.close();
    const QStringList newKey{u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s,
                             u"-nodes"_s};
    return openssl(QStringList{u"req"_s, u"-x509"_s} + newKey
                   + QStringList{u"-keyout"_s, path(u"ca.key"_s), u"-out"_s, authority(), u"-subj"_s,
                                 u"/CN=Test authority"_s, u"-days"_s, u"2"_s})
        && openssl(QStringList{u"req"_s} + newKey
                   + QStringList{u"-keyout"_s, path(u"server.key"_s), u"-out"_s, path(u"server.csr"_s),
                                 u"-subj"_s, u"/CN=localhost"_s})
        && openssl({u"x509"_s, u"-req"_s, u"-in"_s, path(u"server.csr"_s), u"-CA"_s, authority(), u"-CAkey"_s,
                    path(u"ca.key"_s), u"-CAcreateserial"_s, u"-out"_s, path(u"server.pem"_s), u"-days"_s,
                    u"2"_s, u"-extfile"_s, path(u"names"_s)});
}

Sinks::Sinks()
{
    if (!certify() || !QDir(m_directory.path()).mkdir(u"received"_s))
        return;
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(
        u"python3"_s,
        {QString::fromUtf8(SINKS), path(u"received"_s), path(u"server.pem"_s), path(u"server.key"_s)});
    while (m_process.waitForReadyRead(20'000) || m_process.canReadLine()) {
        while (m_process.canReadLine()) {
            const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
            if (line == u"ready") {
                m_isUp = true;
                return;
            }
            m_ports.insert(line.section(u' ', 0, 0), line.section(u' ', 1).toInt());
        }
    }
}

Sinks::~Sinks()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

QList<QJsonObject> Sinks::received(const QString &kind) const
{
    QList<QJsonObject> all;
    const QDir directory(path(u"received"_s));
    for (const QString &name : directory.entryList({kind + u"-*.json"_s}, QDir::Files, QDir::Name)) {
        QFile file(directory.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            all += QJsonDocument::fromJson(file.readAll()).object();
    }
    return all;
}

} // namespace tests
