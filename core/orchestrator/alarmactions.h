// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/async/scope.h"
#include "core/notification/notifier.h"

#include <QHash>

#include <deque>
#include <functional>
#include <map>

namespace core::orchestrator {

/// Has people told what becomes of alarms, as their definitions say: at once, in turn for each destination, again when
/// it fails, and never more than a destination can bear. What waits is lost with the core. One thread.
class AlarmActions
{
public:
    static constexpr int attempts = 4;
    static constexpr size_t mostWaiting = 500; ///< for one destination; what comes on top is only counted

    struct Surroundings {
        Clock &clock;
        notification::Notifier *notifier = nullptr; ///< null: nobody can be told
        std::function<notification::Access()> access;
        /// Null: no such alarm is triggered, there is no such definition.
        std::function<const model::Alarm *(AlarmId)> findAlarm;
        std::function<const model::AlarmDefinition *(AlarmDefinitionId)> findDefinition;
        /// `notification.delayed`, `notification.failed`, `notification.dropped`.
        std::function<void(const QString &code, const QJsonObject &parameters)> tell;
    };

    explicit AlarmActions(Surroundings around);

    /// It went off, is of another severity, or has ended.
    void happened(const model::Alarm &alarm, model::AlarmTransition transition);
    /// An earlier life of the core has told of it: only what is repeated is told again.
    void resume(const model::Alarm &alarm);
    /// Somebody takes care of it: nothing is repeated any more.
    void acknowledged(AlarmId alarm) { m_repeating.remove(alarm); }
    /// Tells somebody now and once; whatever waits for him goes on waiting.
    [[nodiscard]] Task<> tryOut(model::AlarmAction action);

    [[nodiscard]] std::vector<QString> scripts() const;

private:
    /// All that goes one way: at most one delivery at a time.
    struct Outlet {
        model::AlarmAction action;
        std::deque<notification::Notice> waiting;
        int dropped = 0;
    };
    struct Repeating {
        Monotonic due;
        int told = 1;
    };
    using Key = std::pair<model::AlarmChannel, QString>;

    void enqueue(const model::AlarmDefinition &definition, const notification::Notice &notice);
    static Task<> drain(AlarmActions *self, Key key);
    static Task<> deliver(AlarmActions *self, notification::Delivery delivery);
    static Task<> tryOut(AlarmActions *self, notification::Delivery delivery);
    void tell(const QString &code, const model::AlarmAction &action, int count,
              const std::optional<Error> &why) const;
    void repeatLater(const model::Alarm &alarm, const model::AlarmDefinition &definition, int told);
    void wake();
    void repeatDue();

    Surroundings m_around;
    std::map<Key, Outlet> m_outlets;
    QHash<AlarmId, Repeating> m_repeating;
    std::unique_ptr<Clock::Timer> m_timer;
    Scope m_scope;
};

} // namespace core::orchestrator
