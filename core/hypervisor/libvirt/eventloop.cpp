// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/eventloop.h"

#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

#include <QLoggingCategory>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <map>
#include <mutex>
#include <optional>
#include <poll.h>
#include <sys/eventfd.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace core::hypervisor::libvirt {

namespace {

Q_LOGGING_CATEGORY(lcEventLoop, "vigie.hypervisor.libvirt")

using Steady = std::chrono::steady_clock;

/// What libvirt wants called, and whom to tell when it is not wanted any more.
template <class Callback>
struct Watched {
    Callback callback = nullptr;
    void *opaque = nullptr;
    virFreeCallback free = nullptr;
    bool removed = false; ///< freed by the loop, never from inside libvirt's own call
};
struct Handle : Watched<virEventHandleCallback> {
    int fd = -1;
    int events = 0;
};
struct Timeout : Watched<virEventTimeoutCallback> {
    int intervalMs = -1; ///< -1: off
    Steady::time_point due;
};

int toPoll(int events)
{
    return ((events & VIR_EVENT_HANDLE_READABLE) ? POLLIN : 0)
        | ((events & VIR_EVENT_HANDLE_WRITABLE) ? POLLOUT : 0);
}

int fromPoll(int events)
{
    return ((events & POLLIN) ? VIR_EVENT_HANDLE_READABLE : 0)
        | ((events & POLLOUT) ? VIR_EVENT_HANDLE_WRITABLE : 0)
        | ((events & (POLLERR | POLLNVAL)) ? VIR_EVENT_HANDLE_ERROR : 0)
        | ((events & POLLHUP) ? VIR_EVENT_HANDLE_HANGUP : 0);
}

/// poll() over what libvirt registers, from any thread, and is called back for, on one.
class EventLoop
{
public:
    int addHandle(int fd, int events, virEventHandleCallback callback, void *opaque, virFreeCallback free)
    {
        const std::lock_guard guard(m_mutex);
        m_handles[++m_lastId] = Handle{{callback, opaque, free}, fd, events};
        wake();
        return m_lastId;
    }
    void updateHandle(int id, int events)
    {
        const std::lock_guard guard(m_mutex);
        if (const auto found = m_handles.find(id); found != m_handles.end())
            found->second.events = events;
        wake();
    }
    int addTimeout(int intervalMs, virEventTimeoutCallback callback, void *opaque, virFreeCallback free)
    {
        const std::lock_guard guard(m_mutex);
        m_timeouts[++m_lastId] = Timeout{{callback, opaque, free}, intervalMs, dueIn(intervalMs)};
        wake();
        return m_lastId;
    }
    void updateTimeout(int id, int intervalMs)
    {
        const std::lock_guard guard(m_mutex);
        if (const auto found = m_timeouts.find(id); found != m_timeouts.end()) {
            found->second.intervalMs = intervalMs;
            found->second.due = dueIn(intervalMs);
        }
        wake();
    }
    int removeHandle(int id) { return remove(m_handles, id); }
    int removeTimeout(int id) { return remove(m_timeouts, id); }

    [[noreturn]] void run()
    {
        for (;;) {
            auto [ids, polled] = waiting();
            ::poll(polled.data(), polled.size(), patienceMs());
            if (polled.back().revents != 0)
                drain();
            for (size_t i = 0; i < ids.size(); ++i) {
                if (polled[i].revents != 0)
                    callHandle(ids[i], polled[i].fd, fromPoll(polled[i].revents));
            }
            callTimeouts();
            freeRemoved(m_handles);
            freeRemoved(m_timeouts);
        }
    }

private:
    static Steady::time_point dueIn(int intervalMs)
    {
        return Steady::now() + std::chrono::milliseconds(std::max(intervalMs, 0));
    }

    void wake() const
    {
        const uint64_t one = 1;
        if (::write(m_wake, &one, sizeof(one)) < 0)
            qCWarning(lcEventLoop) << "cannot wake the event loop";
    }
    void drain() const
    {
        uint64_t count = 0;
        if (::read(m_wake, &count, sizeof(count)) < 0)
            qCWarning(lcEventLoop) << "cannot read the event loop's bell";
    }

    template <class Map>
    int remove(Map &map, int id)
    {
        const std::lock_guard guard(m_mutex);
        const auto found = map.find(id);
        if (found == map.end() || found->second.removed)
            return -1;
        found->second.removed = true;
        wake();
        return 0;
    }

    struct Waiting {
        std::vector<int> ids;
        std::vector<pollfd> polled; ///< of the ids; last the bell
    };
    Waiting waiting()
    {
        const std::lock_guard guard(m_mutex);
        Waiting all;
        for (const auto &[id, handle] : m_handles) {
            if (handle.removed || handle.events == 0)
                continue;
            all.ids.push_back(id);
            all.polled.push_back(
                {.fd = handle.fd, .events = static_cast<short>(toPoll(handle.events)), .revents = 0});
        }
        all.polled.push_back({.fd = m_wake, .events = POLLIN, .revents = 0});
        return all;
    }

    int patienceMs()
    {
        const std::lock_guard guard(m_mutex);
        std::optional<Steady::time_point> next;
        for (const auto &[id, timeout] : m_timeouts) {
            if (!timeout.removed && timeout.intervalMs >= 0)
                next = std::min(next.value_or(timeout.due), timeout.due);
        }
        if (!next)
            return -1;
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(*next - Steady::now()).count();
        return static_cast<int>(std::clamp<qint64>(left, 0, 60'000));
    }

    void callHandle(int id, int fd, int events)
    {
        std::unique_lock lock(m_mutex);
        const auto found = m_handles.find(id);
        if (found == m_handles.end() || found->second.removed)
            return; // a callback before it took it away
        const Handle handle = found->second;
        lock.unlock();
        handle.callback(id, fd, events, handle.opaque);
    }

    void callTimeouts()
    {
        std::unique_lock lock(m_mutex);
        std::vector<int> ids;
        for (const auto &[id, timeout] : m_timeouts) {
            if (timeout.intervalMs >= 0 && timeout.due <= Steady::now())
                ids.push_back(id);
        }
        for (const int id : ids) {
            Timeout &timeout = m_timeouts.at(id); // only this thread erases
            if (timeout.removed || timeout.intervalMs < 0)
                continue;
            timeout.due = dueIn(timeout.intervalMs);
            const Timeout called = timeout;
            lock.unlock();
            called.callback(id, called.opaque);
            lock.lock();
        }
    }

    template <class Map>
    void freeRemoved(Map &map)
    {
        std::unique_lock lock(m_mutex);
        std::vector<typename Map::mapped_type> removed;
        std::erase_if(map, [&removed](const auto &each) {
            if (each.second.removed)
                removed.push_back(each.second);
            return each.second.removed;
        });
        lock.unlock();
        for (const auto &each : removed) {
            if (each.free)
                each.free(each.opaque);
        }
    }

    std::mutex m_mutex;
    std::map<int, Handle> m_handles;
    std::map<int, Timeout> m_timeouts;
    int m_lastId = 0;
    int m_wake = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
};

/// Never destroyed: its thread outlives main().
EventLoop &loop()
{
    static auto *const theLoop = new EventLoop;
    return *theLoop;
}

/// Without this libvirt prints every error on stderr; ours travel as values.
void silence(void * /*data*/, virErrorPtr /*error*/) {}

bool start()
{
    std::signal(SIGPIPE, SIG_IGN);
    virEventRegisterImpl(
        [](int fd, int events, virEventHandleCallback callback, void *opaque, virFreeCallback free) {
            return loop().addHandle(fd, events, callback, opaque, free);
        },
        [](int id, int events) { loop().updateHandle(id, events); },
        [](int id) { return loop().removeHandle(id); },
        [](int interval, virEventTimeoutCallback callback, void *opaque, virFreeCallback free) {
            return loop().addTimeout(interval, callback, opaque, free);
        },
        [](int id, int interval) { loop().updateTimeout(id, interval); },
        [](int id) { return loop().removeTimeout(id); });
    if (virInitialize() < 0) {
        qCCritical(lcEventLoop) << "libvirt does not start";
        return false;
    }
    virSetErrorFunc(nullptr, silence);
    std::thread([] { loop().run(); }).detach();
    return true;
}

} // namespace

void ensureEventLoop()
{
    static const bool running = start();
    Q_UNUSED(running)
}

} // namespace core::hypervisor::libvirt
