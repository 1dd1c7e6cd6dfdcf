// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/systemclock.h"

#include <QTimer>

#include <map>

namespace core {

namespace {

struct Due {
    Monotonic time;
    quint64 order;

    friend auto operator<=>(const Due &, const Due &) = default;
};

Monotonic monotonicNow()
{
    return std::chrono::time_point_cast<Duration>(std::chrono::steady_clock::now());
}

/// Never too early: the present millisecond has begun already. What is to happen at once waits for none.
Monotonic dueAfter(Duration delay)
{
    if (delay <= Duration::zero())
        return monotonicNow();
    return std::chrono::ceil<Duration>(std::chrono::steady_clock::now()) + delay;
}

} // namespace

struct SystemClock::Queue : std::enable_shared_from_this<Queue> {
    std::map<Due, std::function<void()>> timers;
    quint64 set = 0;
    QTimer *loopTimer = new QTimer;
    std::optional<Monotonic> armedFor; ///< absent: the loop's timer is not set

    Queue()
    {
        loopTimer->setSingleShot(true);
        loopTimer->setTimerType(Qt::PreciseTimer);
        QObject::connect(loopTimer, &QTimer::timeout, loopTimer, [this] { run(); });
    }
    Queue(const Queue &) = delete;
    Queue &operator=(const Queue &) = delete;
    ~Queue()
    {
        loopTimer->disconnect();
        loopTimer->stop();
        loopTimer->deleteLater(); // we may be inside its timeout
    }

    void arm()
    {
        if (timers.empty() || (armedFor && *armedFor <= timers.begin()->first.time))
            return;
        armedFor = timers.begin()->first.time;
        loopTimer->start(std::max(*armedFor - monotonicNow(), Duration::zero()));
    }

    /// Those that are due now. What they set themselves waits for the loop's next turn, so that sockets have theirs.
    void run()
    {
        const auto keep = shared_from_this(); // the clock may end in what a timer does
        armedFor.reset();
        const Due last{monotonicNow(), set};
        while (!timers.empty() && timers.begin()->first.time <= last.time) {
            const auto due = timers.begin();
            if (due->first.order >= last.order)
                break;
            const auto timer = timers.extract(due);
            arm(); // first: what the timer does may run a loop of its own
            timer.mapped()();
        }
        arm();
    }
};

class SystemClock::QueuedTimer : public Clock::Timer
{
public:
    QueuedTimer(std::weak_ptr<Queue> queue, Due due) : m_queue(std::move(queue)), m_due(due) {}
    QueuedTimer(const QueuedTimer &) = delete;
    QueuedTimer &operator=(const QueuedTimer &) = delete;
    ~QueuedTimer() override
    {
        if (const auto queue = m_queue.lock())
            const auto gone = queue->timers.extract(m_due); // the loop's timer may wake once for nothing
    }

private:
    std::weak_ptr<Queue> m_queue;
    Due m_due;
};

SystemClock::SystemClock() : m_queue(std::make_shared<Queue>()) {}

SystemClock::~SystemClock()
{
    const auto dropped = std::exchange(m_queue->timers, {}); // what they hold may be timers
}

Instant SystemClock::now() const
{
    return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
}

Monotonic SystemClock::monotonic() const
{
    return monotonicNow();
}

std::unique_ptr<Clock::Timer> SystemClock::after(Duration delay, std::function<void()> then)
{
    const Due due{dueAfter(delay), m_queue->set++};
    m_queue->timers.emplace(due, std::move(then));
    m_queue->arm();
    return std::make_unique<QueuedTimer>(m_queue, due);
}

} // namespace core
