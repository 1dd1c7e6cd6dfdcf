// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/process.h"

#include "core/lab/errors.h"
#include "core/lab/paths.h"

#include <QFile>
#include <QThread>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include <dirent.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace core::lab {

namespace {

/// argv for exec(); the byte arrays own the text.
struct Arguments {
    explicit Arguments(const QStringList &command)
    {
        for (const QString &each : command)
            texts.push_back(each.toUtf8());
        for (QByteArray &each : texts)
            pointers.push_back(each.data());
        pointers.push_back(nullptr);
    }
    std::vector<QByteArray> texts;
    std::vector<char *> pointers;
};

struct Pipe {
    Fd reader;
    Fd writer;
};

Result<Pipe> makePipe()
{
    std::array<int, 2> fds{};
    if (::pipe2(fds.data(), O_CLOEXEC) != 0)
        return systemError("pipe2");
    return Pipe{Fd(fds[0]), Fd(fds[1])};
}

/// The input as a file: nothing to feed while the output is read, and no SIGPIPE from a program that does not want it.
Result<Fd> inputFile(const QByteArray &input)
{
    Fd fd(::memfd_create("input", MFD_CLOEXEC));
    qsizetype done = 0;
    while (fd && done < input.size()) {
        const ssize_t n =
            ::write(fd.get(), input.constData() + done, static_cast<size_t>(input.size() - done));
        if (n <= 0)
            return systemError("write");
        done += n;
    }
    if (!fd || ::lseek(fd.get(), 0, SEEK_SET) != 0)
        return systemError("memfd_create");
    return fd;
}

QByteArray readAll(const Fd &fd)
{
    QByteArray output;
    std::array<char, 16384> buffer{};
    for (;;) {
        const ssize_t n = ::read(fd.get(), buffer.data(), buffer.size());
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return output;
        output.append(buffer.data(), n);
    }
}

int waitFor(pid_t pid)
{
    int result = 0;
    while (::waitpid(pid, &result, 0) < 0) {
        if (errno != EINTR)
            return -1;
    }
    return WIFEXITED(result) ? WEXITSTATUS(result) : -1;
}

} // namespace

Fd &Fd::operator=(Fd &&other) noexcept
{
    if (this != &other) {
        reset();
        m_fd = std::exchange(other.m_fd, -1);
    }
    return *this;
}

void Fd::reset()
{
    if (m_fd >= 0)
        ::close(m_fd);
    m_fd = -1;
}

Error systemError(const char *call)
{
    const QString why = QString::fromLocal8Bit(std::strerror(errno));
    const QString name = QString::fromLatin1(call);
    return Error(errors::SystemCallFailed, QJsonObject{{u"call"_s, name}}, name + u": "_s + why);
}

std::optional<ProcessInfo> processInfo(pid_t pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray text = file.readAll();
    const auto open = text.indexOf('(');
    const auto close = text.lastIndexOf(')'); // the name itself may hold anything
    if (open < 0 || close < open)
        return std::nullopt;
    const QByteArrayList rest = text.mid(close + 2).split(' ');
    if (rest.size() < 20)
        return std::nullopt;
    return ProcessInfo{.id = {.pid = pid, .started = rest[19].toULongLong()},
                       .parent = rest[1].toInt(),
                       .state = rest[0].isEmpty() ? '?' : rest[0].front(),
                       .name = QString::fromUtf8(text.mid(open + 1, close - open - 1))};
}

bool isAlive(const ProcessId &id)
{
    const auto info = processInfo(id.pid);
    return info && info->id == id && info->state != 'Z' && info->state != 'X';
}

std::vector<pid_t> allProcesses()
{
    std::vector<pid_t> pids;
    DIR *proc = ::opendir("/proc");
    if (!proc)
        return pids;
    while (const dirent *entry = ::readdir(proc)) {
        const int pid = QByteArray(entry->d_name).toInt();
        if (pid > 0)
            pids.push_back(pid);
    }
    ::closedir(proc);
    return pids;
}

quint64 pidNamespace(pid_t pid)
{
    struct stat info {};
    const QByteArray path = "/proc/" + QByteArray::number(pid) + "/ns/pid";
    return ::stat(path.constData(), &info) == 0 ? info.st_ino : 0;
}

QByteArrayList commandLine(pid_t pid)
{
    QFile file(u"/proc/%1/cmdline"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().split('\0');
}

Result<void> writePid(const QString &path, const ProcessId &id)
{
    return writeFile(path, QByteArray::number(id.pid) + ' ' + QByteArray::number(id.started) + '\n');
}

std::optional<ProcessId> readPid(const QString &path)
{
    const auto text = readFile(path);
    if (!text)
        return std::nullopt;
    const QByteArrayList words = text->simplified().split(' ');
    if (words.size() != 2 || words[0].toInt() <= 1)
        return std::nullopt;
    return ProcessId{.pid = words[0].toInt(), .started = words[1].toULongLong()};
}

std::optional<ProcessId> liveProcess(const QString &path)
{
    const auto id = readPid(path);
    return id && isAlive(*id) ? id : std::nullopt;
}

Result<void> announce(const QString &path, int outerProc)
{
    std::array<char, 32> text{};
    if (::readlinkat(outerProc, "self", text.data(), text.size() - 1) <= 0)
        return systemError("readlink /proc/self");
    const pid_t outside = QByteArray(text.data()).toInt();
    const auto self = processInfo(::getpid());
    if (outside <= 0 || !self)
        return Error(errors::SystemCallFailed, QJsonObject{{u"call"_s, u"/proc/self"_s}},
                     u"/proc is not readable"_s);
    return writePid(path, ProcessId{.pid = outside, .started = self->id.started});
}

Result<void> killAndWait(const ProcessId &id, std::chrono::milliseconds patience)
{
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (isAlive(id)) {
        if (::kill(id.pid, SIGKILL) != 0 && errno != ESRCH)
            return systemError("kill");
        if (std::chrono::steady_clock::now() > deadline)
            return Error(errors::StillAlive, QJsonObject{{u"pid"_s, id.pid}});
        QThread::msleep(10);
    }
    return {};
}

void execute(const QString &program, const QStringList &command)
{
    Arguments arguments(command);
    ::execvp(QFile::encodeName(program).constData(), arguments.pointers.data());
}

Result<QByteArray> runCommand(const QStringList &command, const QByteArray &input,
                              const QString &workingDirectory)
{
    const auto file = inputFile(input);
    auto fromChild = makePipe();
    if (!file || !fromChild)
        return file ? fromChild.error() : file.error();
    Arguments arguments(command); // made before fork: no allocation after it
    const QByteArray directory = QFile::encodeName(workingDirectory);
    const pid_t child = ::fork();
    if (child < 0)
        return systemError("fork");
    if (child == 0) {
        ::dup2(file->get(), STDIN_FILENO);
        ::dup2(fromChild->writer.get(), STDOUT_FILENO);
        ::dup2(fromChild->writer.get(), STDERR_FILENO);
        if (directory.isEmpty() || ::chdir(directory.constData()) == 0)
            ::execvp(arguments.pointers.front(), arguments.pointers.data());
        ::_exit(127);
    }
    fromChild->writer.reset();
    QByteArray output = readAll(fromChild->reader);
    const int status = waitFor(child);
    if (status == 0)
        return output;
    const QString shown = command.join(u' ');
    return Error(errors::CommandFailed, QJsonObject{{u"command"_s, shown}},
                 u"%1: exit code %2: %3"_s.arg(shown).arg(status).arg(
                     QString::fromLocal8Bit(output.right(4000)).trimmed()));
}

Result<ProcessId> startDetached(const QStringList &command, const QString &log)
{
    auto report = makePipe();
    if (!report)
        return report.error();
    Arguments arguments(command);
    const QByteArray logName = QFile::encodeName(log);
    const pid_t child = ::fork();
    if (child < 0)
        return systemError("fork");
    if (child == 0) {
        ::setsid();
        if (const pid_t second = ::fork(); second != 0) { // orphaned, so that nobody has to reap it
            const ssize_t told = ::write(report->writer.get(), &second, sizeof second);
            ::_exit(told == sizeof second ? 0 : 1);
        }
        const int out = ::open(logName.constData(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        const int in = ::open("/dev/null", O_RDONLY);
        ::dup2(in, STDIN_FILENO);
        ::dup2(out, STDOUT_FILENO);
        ::dup2(out, STDERR_FILENO);
        if (::chdir("/") != 0) // a lab must not keep a file system busy that it does not use
            ::_exit(127);
        ::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
        ::execvp(arguments.pointers.front(), arguments.pointers.data());
        ::_exit(127);
    }
    report->writer.reset();
    pid_t pid = -1;
    const ssize_t n = ::read(report->reader.get(), &pid, sizeof pid);
    waitFor(child);
    if (n != sizeof pid || pid <= 0)
        return systemError("fork");
    const auto info = processInfo(pid);
    return info ? info->id : ProcessId{.pid = pid, .started = 0};
}

} // namespace core::lab
