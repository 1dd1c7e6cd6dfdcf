// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/detach.h"

#include <array>
#include <cstdio>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace server {

namespace {

/// stdin, stdout and stderr of a process in the background: nobody's.
void dropTerminal()
{
    const int null = ::open("/dev/null", O_RDWR);
    for (const int fd : {0, 1, 2})
        ::dup2(null, fd);
    ::close(null);
}

/// The first byte is the exit code, the rest the message; nothing at all: it died.
int waitForReport(int pipe)
{
    QByteArray said;
    std::array<char, 4096> buffer{};
    for (ssize_t size = 0; (size = ::read(pipe, buffer.data(), buffer.size())) > 0;)
        said.append(buffer.data(), size);
    ::close(pipe);
    if (said.isEmpty())
        return 1;
    std::fputs(said.mid(1).constData(), stderr);
    return static_cast<unsigned char>(said.front());
}

} // namespace

int Detachment::fork()
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return 1;
    const pid_t child = ::fork();
    if (child < 0)
        return 1;
    if (child > 0) {
        ::close(ends[1]);
        return waitForReport(ends[0]);
    }
    ::close(ends[0]);
    m_pipe = ends[1];
    ::setsid();
    return -1;
}

void Detachment::report(int code, const QByteArray &message)
{
    if (m_pipe < 0) {
        std::fputs(message.constData(), stderr);
        return;
    }
    const QByteArray said = QByteArray(1, static_cast<char>(code)) + message;
    if (::write(m_pipe, said.constData(), static_cast<size_t>(said.size())) < 0)
        std::perror("vigied");
    ::close(std::exchange(m_pipe, -1));
    dropTerminal();
}

} // namespace server
