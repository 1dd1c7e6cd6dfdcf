// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/systemclock.h"

#include <QTimer>

namespace core {

namespace {

class QtTimer : public Clock::Timer
{
public:
    QtTimer(Duration delay, std::function<void()> then) : m_timer(new QTimer)
    {
        m_timer->setSingleShot(true);
        m_timer->setTimerType(Qt::PreciseTimer);
        QObject::connect(m_timer, &QTimer::timeout, m_timer, std::move(then));
        m_timer->start(delay);
    }
    QtTimer(const QtTimer &) = delete;
    QtTimer &operator=(const QtTimer &) = delete;
    ~QtTimer() override
    {
        m_timer->stop();
        m_timer->deleteLater(); // we may be inside its timeout
    }

private:
    QTimer *m_timer;
};

} // namespace

Instant SystemClock::now() const
{
    return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
}

Monotonic SystemClock::monotonic() const
{
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now());
}

std::unique_ptr<Clock::Timer> SystemClock::after(Duration delay, std::function<void()> then)
{
    return std::make_unique<QtTimer>(delay, std::move(then));
}

} // namespace core
