// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/benchmark/application.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QJsonArray>
#include <QMetaEnum>
#include <QThread>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <ctime>
#include <span>

#include <execinfo.h>
#include <pthread.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace console::benchmark {

namespace {

constexpr auto lookInterval = 5ms;
constexpr int signalNumber = SIGURG; // ignored by default: one that comes late does no harm

// Written by the signal's handler, read by the same thread after the event.
std::array<void *, 48> frames{}; // NOLINT: a signal handler reaches nothing else
volatile std::sig_atomic_t depth = 0; // NOLINT: likewise

double milliseconds(clockid_t clock)
{
    timespec now{};
    ::clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

void writeDownWhere(int)
{
    if (depth == 0)
        depth = ::backtrace(frames.data(), static_cast<int>(frames.size()));
}

/// "vigie(+0x1a2b3c)": tests/benchmarks/console turns them into names.
QJsonArray takeStack()
{
    QJsonArray stack;
    const int count = std::exchange(depth, 0);
    const std::unique_ptr<char *, decltype(&std::free)> lines(::backtrace_symbols(frames.data(), count),
                                                              &std::free);
    for (const char *line : std::span(lines.get(), static_cast<size_t>(count)))
        stack.append(QString::fromLocal8Bit(line));
    return stack;
}

QJsonObject describe(const QObject &receiver, const QEvent &event)
{
    return {{u"receiver"_s, QString::fromLatin1(receiver.metaObject()->className())},
            {u"name"_s, receiver.objectName()},
            {u"event"_s, QString::fromLatin1(QMetaEnum::fromType<QEvent::Type>().valueToKey(event.type()))}};
}

double percentile(const std::vector<float> &sorted, double share)
{
    if (sorted.empty())
        return 0;
    const auto place = static_cast<size_t>(share * static_cast<double>(sorted.size() - 1));
    return static_cast<double>(sorted[place]);
}

} // namespace

double threadCpuMs()
{
    return milliseconds(CLOCK_THREAD_CPUTIME_ID);
}

Application::Application(int &argc, char **argv) : QApplication(argc, argv)
{
    ::backtrace(frames.data(), 1); // loads what it needs now, not in the handler
    struct sigaction action = {};
    action.sa_handler = writeDownWhere;
    action.sa_flags = SA_RESTART;
    ::sigaction(signalNumber, &action, nullptr);
    m_watchdog = std::jthread([this, gui = ::pthread_self()](const std::stop_token &stop) {
        clockid_t clock{};
        ::pthread_getcpuclockid(gui, &clock);
        qint64 told = 0;
        while (!stop.stop_requested()) {
            std::this_thread::sleep_for(lookInterval);
            const qint64 number = m_number;
            if (number == 0 || number == told || milliseconds(clock) - m_cpuAtBegin < limitMs)
                continue;
            told = number;
            ::pthread_kill(gui, signalNumber);
        }
    });
}

Application::~Application()
{
    m_watchdog.request_stop();
    m_watchdog.join();
}

bool Application::notify(QObject *receiver, QEvent *event)
{
    if (QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    if (m_depth++ > 0) {
        const bool handled = QApplication::notify(receiver, event);
        --m_depth;
        return handled;
    }
    const QJsonObject what = describe(*receiver, *event); // either may be gone afterwards
    QElapsedTimer wall;
    wall.start();
    const double before = threadCpuMs();
    m_cpuAtBegin = before;
    m_number = ++m_lastNumber;
    const bool handled = QApplication::notify(receiver, event);
    m_number = 0;
    --m_depth;
    note(what, threadCpuMs() - before, static_cast<double>(wall.nsecsElapsed()) / 1e6);
    if (m_afterEvent) {
        ++m_depth; // events that it sends itself are no figures
        m_afterEvent();
        --m_depth;
    }
    return handled;
}

void Application::note(const QJsonObject &what, double cpuMs, double wallMs)
{
    m_wallMs.push_back(static_cast<float>(wallMs));
    m_longestCpuMs = std::max(m_longestCpuMs, cpuMs);
    if (cpuMs <= limitMs)
        return;
    QJsonObject slow = what;
    slow.insert(u"cpuMs"_s, cpuMs);
    slow.insert(u"wallMs"_s, wallMs);
    slow.insert(u"stack"_s, takeStack());
    m_slow.push_back(slow);
}

QJsonObject Application::takeFigures()
{
    std::vector<float> wall = std::exchange(m_wallMs, {});
    std::ranges::sort(wall);
    QJsonArray slow;
    for (const QJsonObject &each : std::exchange(m_slow, {}))
        slow.append(each);
    return {{u"events"_s, static_cast<qint64>(wall.size())},
            {u"longestCpuMs"_s, std::exchange(m_longestCpuMs, 0)},
            {u"wallMsP50"_s, percentile(wall, 0.5)},
            {u"wallMsP999"_s, percentile(wall, 0.999)},
            {u"wallMsMax"_s, percentile(wall, 1)},
            {u"over50MsCpu"_s, slow}};
}

} // namespace console::benchmark
