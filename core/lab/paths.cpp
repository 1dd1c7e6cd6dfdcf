// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/paths.h"

#include "core/lab/errors.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace core::lab {

namespace {

Error fileError(const QString &path, const QString &why)
{
    return Error(errors::FileFailed, QJsonObject{{u"path"_s, path}}, path + u": "_s + why);
}

/// The same directory gives the same text however it is named; the last parts need not exist yet.
QString canonical(const QString &directory)
{
    QFileInfo info(QDir::cleanPath(QFileInfo(directory).absoluteFilePath()));
    if (info.exists())
        return info.canonicalFilePath();
    const QString parent = info.path();
    return parent == info.filePath() ? parent : QDir::cleanPath(canonical(parent) + u'/' + info.fileName());
}

} // namespace

Paths::Paths(const QString &directory)
    : m_directory(canonical(directory)),
      m_tag(QString::fromLatin1(
          QCryptographicHash::hash(m_directory.toUtf8(), QCryptographicHash::Sha256).toHex().left(8)))
{}

QString Paths::localDatastore(const QString &hostName) const
{
    return host(hostName) + u"/local"_s;
}

QString Paths::runtimeRoot()
{
    return u"/tmp/vigie-%1"_s.arg(::getuid());
}

QString cacheDirectory()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/vigie/lab"_s;
}

Result<void> makeDirectory(const QString &path, unsigned mode)
{
    if (!QDir().mkpath(path))
        return fileError(path, u"cannot be created"_s);
    if (::chmod(QFile::encodeName(path).constData(), mode) != 0)
        return fileError(path, QString::fromLocal8Bit(std::strerror(errno)));
    return {};
}

Result<void> makePrivateDirectory(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    if (::mkdir(name.constData(), 0700) != 0 && errno != EEXIST)
        return fileError(path, QString::fromLocal8Bit(std::strerror(errno)));
    struct stat info {};
    if (::lstat(name.constData(), &info) != 0 || !S_ISDIR(info.st_mode) || info.st_uid != ::geteuid())
        return fileError(path, u"is not a directory of this user"_s);
    if (::chmod(name.constData(), 0700) != 0)
        return fileError(path, QString::fromLocal8Bit(std::strerror(errno)));
    return {};
}

Result<void> writeFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return fileError(path, file.errorString());
    return {};
}

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileError(path, file.errorString());
    return file.readAll();
}

Result<void> removeTree(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists() && !info.isSymLink())
        return {};
    const bool removed =
        info.isDir() && !info.isSymLink() ? QDir(path).removeRecursively() : QFile::remove(path);
    if (!removed)
        return fileError(path, u"cannot be removed"_s);
    return {};
}

Result<void> copyFiles(const QString &from, const QString &to)
{
    if (auto made = makeDirectory(to); !made)
        return made;
    const QStringList names = QDir(from).entryList(QDir::Files);
    for (const QString &name : names) {
        const QString target = to + u'/' + name;
        if (auto removed = removeTree(target); !removed)
            return removed;
        QFile source(from + u'/' + name);
        if (!source.copy(target))
            return fileError(target, source.errorString());
    }
    return {};
}

} // namespace core::lab
