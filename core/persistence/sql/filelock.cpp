// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persistence/sql/filelock.h"

#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace core::persistence {

FileLock::~FileLock()
{
    if (m_file >= 0)
        ::close(m_file);
}

std::optional<bool> FileLock::take(const QString &path)
{
    const QByteArray name = QFile::encodeName(path) + ".lock";
    m_file = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_file < 0)
        return std::nullopt;
    if (::flock(m_file, LOCK_EX | LOCK_NB) == 0)
        return true;
    const bool taken = errno == EWOULDBLOCK;
    ::close(std::exchange(m_file, -1));
    return taken ? std::optional(false) : std::nullopt;
}

} // namespace core::persistence
