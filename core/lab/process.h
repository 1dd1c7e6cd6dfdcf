// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

#include <sys/types.h>

namespace core::lab {

/// A file descriptor with an owner.
class Fd
{
public:
    Fd() = default;
    explicit Fd(int fd) : m_fd(fd) {}
    Fd(Fd &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    Fd &operator=(Fd &&other) noexcept;
    Fd(const Fd &) = delete;
    Fd &operator=(const Fd &) = delete;
    ~Fd() { reset(); }

    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] explicit operator bool() const { return m_fd >= 0; }
    void reset();

private:
    int m_fd = -1;
};

/// A process and when it started (clock ticks since boot): a pid that was used again is somebody else.
struct ProcessId {
    pid_t pid = 0;
    quint64 started = 0;

    friend bool operator==(const ProcessId &, const ProcessId &) = default;
};

/// What /proc says of a process.
struct ProcessInfo {
    ProcessId id;
    pid_t parent = 0;
    char state = '?'; ///< R, S, D, T (stopped), Z…
    QString name; ///< at most 15 characters
};

/// Absent when there is no such process.
[[nodiscard]] std::optional<ProcessInfo> processInfo(pid_t pid);
/// The same process still runs (a zombie does not).
[[nodiscard]] bool isAlive(const ProcessId &id);
[[nodiscard]] std::vector<pid_t> allProcesses();
/// Inode of its PID namespace; 0 when it cannot be read.
[[nodiscard]] quint64 pidNamespace(pid_t pid);
[[nodiscard]] QByteArrayList commandLine(pid_t pid);

/// "PID START\n" in a file, and back; absent when the file or the process is gone.
[[nodiscard]] Result<void> writePid(const QString &path, const ProcessId &id);
[[nodiscard]] std::optional<ProcessId> readPid(const QString &path);
/// The pid file's process, if it is still alive.
[[nodiscard]] std::optional<ProcessId> liveProcess(const QString &path);

/// Writes the calling process's pid as those outside the lab's PID namespace see it.
/// @param outerProc descriptor of their /proc
[[nodiscard]] Result<void> announce(const QString &path, int outerProc);

/// SIGKILL, then waits until it is gone; nothing happens to a pid that became another process.
[[nodiscard]] Result<void> killAndWait(const ProcessId &id, std::chrono::milliseconds patience);

/// Runs a program to its end: its output, or errors::CommandFailed with what it said. Works in any process (no event
/// loop, no threads). @param input given on standard input
[[nodiscard]] Result<QByteArray> runCommand(const QStringList &command, const QByteArray &input = {},
                                            const QString &workingDirectory = {});

/// Starts a program (absolute path) in a session of its own and in `/`, its output appended to a log; it outlives the
/// caller.
[[nodiscard]] Result<ProcessId> startDetached(const QStringList &command, const QString &log);

/// errno as an Error.
[[nodiscard]] Error systemError(const char *call);

/// exec() of a program, found in PATH unless it has a slash; `command` begins with the name it goes by. Returns only
/// on failure.
void execute(const QString &program, const QStringList &command);

} // namespace core::lab
