// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/cpio.h"

#include <array>

using namespace Qt::StringLiterals;

namespace core::lab {

namespace {

constexpr quint32 regularFile = 0100000;
constexpr quint32 directoryMode = 0040000;
constexpr quint32 characterDevice = 0020000;

void pad(QByteArray &bytes)
{
    while (bytes.size() % 4 != 0)
        bytes.append('\0');
}

} // namespace

void CpioArchive::add(const Entry &entry, const QByteArray &content)
{
    const std::array<quint32, 13> header{m_inode++,
                                         entry.mode,
                                         0, // owner and group: root
                                         0,
                                         1, // links
                                         0, // time
                                         static_cast<quint32>(content.size()),
                                         0, // the device it lies on
                                         0,
                                         entry.major,
                                         entry.minor,
                                         static_cast<quint32>(entry.path.size() + 1),
                                         0}; // no checksum in this form
    m_bytes += "070701";
    for (const quint32 each : header)
        m_bytes += QByteArray::number(each, 16).rightJustified(8, '0');
    m_bytes += entry.path + '\0';
    pad(m_bytes);
    m_bytes += content;
    pad(m_bytes);
}

void CpioArchive::addDirectories(const QString &path)
{
    for (auto slash = path.indexOf(u'/'); slash > 0; slash = path.indexOf(u'/', slash + 1)) {
        const QString parent = path.left(slash);
        if (m_directories.contains(parent))
            continue;
        m_directories.insert(parent);
        add({.path = parent.toUtf8(), .mode = directoryMode | 0755}, {});
    }
}

void CpioArchive::addFile(const QString &path, const QByteArray &content, quint32 permissions)
{
    addDirectories(path);
    add({.path = path.toUtf8(), .mode = regularFile | permissions}, content);
}

void CpioArchive::addConsole()
{
    addDirectories(u"dev/console"_s);
    add({.path = "dev/console", .mode = characterDevice | 0600, .major = 5, .minor = 1}, {});
}

QByteArray CpioArchive::finish()
{
    add({.path = "TRAILER!!!"}, {});
    return std::move(m_bytes);
}

} // namespace core::lab
