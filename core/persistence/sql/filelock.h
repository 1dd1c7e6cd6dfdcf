// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace core::persistence {

/// Says to other cores on this machine that a file is taken: a lock on `FILE.lock`, gone with the process. On a file of
/// its own, since closing any descriptor of the database would drop SQLite's locks.
class FileLock
{
public:
    FileLock() = default;
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;
    ~FileLock();

    /// False: another has it. Absent: the lock file cannot be made; errno says why.
    [[nodiscard]] std::optional<bool> take(const QString &path);

private:
    int m_file = -1;
};

} // namespace core::persistence
