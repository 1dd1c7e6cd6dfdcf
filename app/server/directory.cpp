// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/directory.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace server {

using core::Error;

namespace {

Error failed(const QString &path, const QString &why)
{
    return core::errors::invalidArgument(path, why);
}

} // namespace

Directory::~Directory()
{
    if (m_published)
        QFile::remove(filePath(u"endpoint.json"_s));
    if (m_lock >= 0)
        ::close(m_lock);
}

QString Directory::filePath(const QString &name) const
{
    return QDir(m_path).filePath(name);
}

core::Result<bool> Directory::lock()
{
    const mode_t before = ::umask(0077);
    const bool made = QDir().mkpath(m_path);
    ::umask(before);
    if (!made)
        return failed(m_path, u"the directory cannot be made"_s);
    const QByteArray path = QFile::encodeName(filePath(u"lock"_s));
    m_lock = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_lock < 0)
        return failed(m_path, QString::fromLocal8Bit(strerror(errno)));
    return ::flock(m_lock, LOCK_EX | LOCK_NB) == 0;
}

core::Result<void> Directory::writeEndpoint(quint16 port, const QByteArray &token,
                                            const QString &instance) const
{
    const QJsonObject endpoint{{u"url"_s, u"http://127.0.0.1:%1"_s.arg(port)},
                               {u"token"_s, QString::fromLatin1(token)},
                               {u"pid"_s, QCoreApplication::applicationPid()},
                               {u"instance"_s, instance}};
    QSaveFile file(filePath(u"endpoint.json"_s));
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(QJsonDocument(endpoint).toJson()) < 0 || !file.commit())
        return failed(file.fileName(), file.errorString());
    m_published = true;
    return {};
}

} // namespace server
