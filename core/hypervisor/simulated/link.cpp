// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/simulated/link.h"

#include "core/base/overloaded.h"

using namespace Qt::StringLiterals;

namespace core::hypervisor {

namespace {

/// Suspends for good: only abandoning the task ends it.
struct Forever {
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<>) const noexcept {}
    void await_resume() const noexcept {}
};

Error unreachable(const Link &link)
{
    return Error(core::errors::Unreachable, QJsonObject{{u"where"_s, link.name}});
}

void flush(Link &link)
{
    link.telling.reset();
    const auto events = std::exchange(link.events, {});
    for (const HostEvent &event : events) {
        if (const auto listener = link.listener) // a copy: who hears may stop listening
            listener(event);
    }
}

} // namespace

void announce(const std::shared_ptr<Link> &link, HostEvent event)
{
    if (!link->listener)
        return;
    link->events.push_back(std::move(event));
    if (link->telling)
        return;
    auto tell = [weak = std::weak_ptr(link)] {
        if (const auto alive = weak.lock())
            flush(*alive);
    };
    link->telling = link->clock->after(Duration::zero(), std::move(tell));
}

Task<> admit(std::shared_ptr<Link> link, const char *verb, VmId vm, Duration delay)
{
    const Forever forever;
    const SimulatedFault fault = *link->faults ? (*link->faults)(link->host, verb, vm) : SimulatedFault();
    if (std::holds_alternative<Hang>(fault))
        co_await forever;
    if (const auto *error = std::get_if<Error>(&fault))
        co_return *error;
    if (delay > Duration::zero() && !link->lost) {
        auto passed = sleepFor(link->clock, delay);
        const auto slept = co_await passed;
        if (!slept)
            co_return slept.error();
    }
    if (link->closed)
        co_await forever;
    co_return admitted(*link);
}

Result<void> admitted(const Link &link)
{
    if (link.lost)
        return unreachable(link);
    return {};
}

} // namespace core::hypervisor
