// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/alarmactions.h"

#include "core/async/deadline.h"
#include "core/notification/errors.h"

#include <QLoggingCategory>

#include <algorithm>
#include <array>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(lcActions, "vigie.alarms.actions")

namespace core::orchestrator {

namespace {

using model::AlarmAction;
using model::AlarmChannel;
using model::AlarmTransition;
using notification::Delivery;
using notification::Notice;

constexpr Duration deliveryLimit = 90s; ///< the port promises a minute
constexpr std::array<Duration, AlarmActions::attempts - 1> pauses{10s, 60s, 300s};

/// How many notices one delivery takes, and how long after it the next may follow.
struct Pace {
    size_t together = 1;
    Duration pause{0};
};

Pace paceOf(AlarmChannel channel)
{
    switch (channel) {
    case AlarmChannel::Email: return {.together = 100, .pause = 30s};
    case AlarmChannel::Webhook: return {.together = 100, .pause = 1s};
    case AlarmChannel::Script: return {.together = 1, .pause = 1s};
    }
    Q_UNREACHABLE();
}

bool wants(const AlarmAction &action, AlarmTransition transition)
{
    return action.on.empty() || std::ranges::find(action.on, transition) != action.on.end();
}

} // namespace

AlarmActions::AlarmActions(Surroundings around)
    : m_around(std::move(around)),
      m_scope([](const Error &error) { qCWarning(lcActions) << error.code << error.detail; })
{}

std::vector<QString> AlarmActions::scripts() const
{
    return m_around.notifier == nullptr ? std::vector<QString>() : m_around.notifier->scripts();
}

void AlarmActions::happened(const model::Alarm &alarm, AlarmTransition transition)
{
    m_repeating.remove(alarm.id);
    const model::AlarmDefinition *definition = m_around.findDefinition(alarm.definition);
    if (definition == nullptr || !definition->enabled)
        return;
    enqueue(
        *definition,
        {.alarm = alarm, .name = definition->name, .transition = transition, .time = m_around.clock.now()});
    if (transition == AlarmTransition::Alert)
        repeatLater(alarm, *definition, 1);
}

void AlarmActions::resume(const model::Alarm &alarm)
{
    const model::AlarmDefinition *definition = m_around.findDefinition(alarm.definition);
    if (definition != nullptr && alarm.severity == model::Severity::Alert && !alarm.acknowledged)
        repeatLater(alarm, *definition, 1);
}

void AlarmActions::enqueue(const model::AlarmDefinition &definition, const Notice &notice)
{
    if (m_around.notifier == nullptr)
        return;
    for (const AlarmAction &action : definition.actions) {
        if (!wants(action, notice.transition))
            continue;
        const Key key(action.channel, action.target);
        const auto [outlet, isNew] = m_outlets.try_emplace(key, Outlet{.action = action});
        if (outlet->second.waiting.size() >= mostWaiting)
            ++outlet->second.dropped;
        else
            outlet->second.waiting.push_back(notice);
        if (isNew)
            m_scope.spawn(drain(this, key));
    }
}

/// Until nothing waits any more. News that come meanwhile go together with the next.
Task<> AlarmActions::drain(AlarmActions *self, Key key)
{
    const Pace pace = paceOf(key.first);
    for (;;) {
        Outlet &outlet = self->m_outlets.at(key); // it stays where it is: we alone remove it
        if (outlet.waiting.empty())
            break;
        const auto end = outlet.waiting.begin()
            + static_cast<std::ptrdiff_t>(std::min(pace.together, outlet.waiting.size()));
        Delivery delivery{.action = outlet.action, .notices = {outlet.waiting.begin(), end}};
        outlet.waiting.erase(outlet.waiting.begin(), end);
        co_await deliver(self, std::move(delivery));
        if (outlet.dropped > 0)
            self->tell(u"notification.dropped"_s, outlet.action, std::exchange(outlet.dropped, 0),
                       std::nullopt);
        co_await sleepFor(&self->m_around.clock, pace.pause);
    }
    self->m_outlets.erase(key);
    co_return {};
}

/// Several times, where that may help. Ends in any case.
Task<> AlarmActions::deliver(AlarmActions *self, Delivery delivery)
{
    const AlarmAction action = delivery.action;
    const int count = static_cast<int>(delivery.notices.size());
    for (int attempt = 0;; ++attempt) {
        const auto done = co_await tryOut(self, delivery);
        if (done)
            co_return {};
        const bool isLast = attempt + 1 == attempts || !notification::errors::mayPass(done.error());
        if (isLast)
            self->tell(u"notification.failed"_s, action, count, done.error());
        else if (attempt == 0)
            self->tell(u"notification.delayed"_s, action, count, done.error());
        if (isLast)
            co_return {};
        co_await sleepFor(&self->m_around.clock, pauses.at(static_cast<size_t>(attempt)));
    }
}

Task<> AlarmActions::tryOut(AlarmActions *self, Delivery delivery)
{
    auto call = self->m_around.notifier->deliver(std::move(delivery), self->m_around.access());
    co_return co_await withDeadline(std::move(call), &self->m_around.clock, deliveryLimit);
}

Task<> AlarmActions::tryOut(AlarmAction action)
{
    const Instant now = m_around.clock.now();
    const model::Alarm alarm{.id = AlarmId::random(),
                             .code = u"alarm.test"_s,
                             .severity = model::Severity::Alert,
                             .objectName = u"Vigie"_s,
                             .since = now};
    Delivery delivery{.action = std::move(action),
                      .notices = {{.alarm = alarm, .name = u"Test"_s, .time = now, .isTest = true}}};
    return tryOut(this, std::move(delivery));
}

void AlarmActions::tell(const QString &code, const AlarmAction &action, int count,
                        const std::optional<Error> &why) const
{
    QJsonObject parameters{{u"channel"_s, QLatin1StringView(wireName(action.channel))},
                           {u"target"_s, action.target},
                           {u"count"_s, count}};
    if (why) {
        parameters.insert(u"code"_s, why->code);
        parameters.insert(u"detail"_s, why->detail.left(500));
    }
    m_around.tell(code, parameters);
}

void AlarmActions::repeatLater(const model::Alarm &alarm, const model::AlarmDefinition &definition, int told)
{
    if (definition.repeat <= Duration::zero() || !definition.enabled)
        return;
    m_repeating.insert(alarm.id, {.due = m_around.clock.monotonic() + definition.repeat, .told = told});
    wake();
}

void AlarmActions::wake()
{
    const auto first = std::ranges::min_element(m_repeating, {}, &Repeating::due);
    if (first == m_repeating.end()) {
        m_timer.reset();
        return;
    }
    const Duration left = std::max(Duration::zero(), first->due - m_around.clock.monotonic());
    m_timer = m_around.clock.after(left, [this] { repeatDue(); });
}

/// What has ended or was acknowledged is no longer among them; a definition may have changed.
void AlarmActions::repeatDue()
{
    const Monotonic now = m_around.clock.monotonic();
    for (auto each = m_repeating.begin(); each != m_repeating.end();) {
        if (each->due > now) {
            ++each;
            continue;
        }
        const model::Alarm *alarm = m_around.findAlarm(each.key());
        const auto *definition = alarm == nullptr ? nullptr : m_around.findDefinition(alarm->definition);
        const bool goesOn =
            definition != nullptr && definition->enabled && definition->repeat > Duration::zero();
        if (!goesOn) {
            each = m_repeating.erase(each);
            continue;
        }
        enqueue(*definition,
                {.alarm = *alarm,
                 .name = definition->name,
                 .time = m_around.clock.now(),
                 .repetition = each->told});
        ++each->told;
        each->due = now + definition->repeat;
        ++each;
    }
    wake();
}

} // namespace core::orchestrator
