// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/termination.h"

#include <QCoreApplication>

#ifdef Q_OS_UNIX
#    include <array>
#    include <cerrno>
#    include <csignal>

#    include <fcntl.h>
#    include <unistd.h>
#endif

namespace console {

#ifdef Q_OS_UNIX

namespace {

constexpr std::array signalNumbers{SIGTERM, SIGINT, SIGHUP};
std::array<int, 2> wakeUp{-1, -1}; // NOLINT: a signal handler reaches nothing else

/// In a signal handler only a write is allowed: the event loop reads it and quits.
void handle(int)
{
    const int before = errno;
    const char byte = 1;
    if (::write(wakeUp[1], &byte, 1) < 0)
        errno = before; // a full pipe has told already
}

} // namespace

Termination::Termination()
{
    if (::pipe2(wakeUp.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // the signals then end the process as they always did
    m_notifier = std::make_unique<QSocketNotifier>(wakeUp[0], QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, qApp, &QCoreApplication::quit);
    struct sigaction action = {};
    action.sa_handler = handle;
    for (const int number : signalNumbers)
        ::sigaction(number, &action, nullptr);
}

Termination::~Termination()
{
    if (!m_notifier)
        return;
    for (const int number : signalNumbers)
        std::signal(number, SIG_DFL);
    ::close(wakeUp[0]);
    ::close(wakeUp[1]);
}

#else

Termination::Termination() = default;
Termination::~Termination() = default;

#endif

} // namespace console
