// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/model/activity.h"
#include "core/orchestrator/liveinventory.h"
#include "core/performance/alarms.h"

#include <functional>

namespace core::orchestrator {

/// The alarms triggered now. The definitions of the inventory are judged with each change of an object, each reading of
/// its load, each event and, where a state must last, by the clock. One thread.
class AlarmBoard
{
public:
    using Listener = std::function<void(const std::vector<model::Alarm> &)>;
    /// What became of an alarm: `alarm.triggered`, `alarm.ended`, `alarm.acknowledged`.
    using Tell = std::function<void(const QString &code, const model::Alarm &alarm, const Cause &cause)>;
    /// What is to be done about it. An absent transition: somebody takes care of it.
    using Act = std::function<void(const model::Alarm &alarm,
                                   const std::optional<model::AlarmTransition> &transition)>;
    /// Keeps an alarm over a restart; absent: it has ended.
    using Keep = std::function<void(AlarmId id, const std::optional<model::Alarm> &alarm)>;
    /// The newest value of a measure that is no part of the load; absent: not known.
    using Measure = std::function<std::optional<double>(const model::ObjectRef &, model::AlarmMeasure)>;

    AlarmBoard(Clock &clock, LiveInventory &inventory);

    void setListener(Listener listener) { m_listener = std::move(listener); }
    void setTell(Tell tell) { m_tell = std::move(tell); }
    void setAct(Act act) { m_act = std::move(act); }
    void setKeep(Keep keep) { m_keep = std::move(keep); }
    void setMeasure(Measure measure) { m_measure = std::move(measure); }

    /// What an earlier life of the core kept: it stands, once its object is there, until it is known to have ended.
    /// Before anything is judged; forgetOrphans() once the definitions are known.
    void restore(std::vector<model::Alarm> alarms);
    void forgetOrphans();

    /// Newest first.
    [[nodiscard]] std::vector<model::Alarm> triggered() const;
    /// Null: no such alarm is triggered.
    [[nodiscard]] const model::Alarm *find(AlarmId id) const;
    /// One of the core itself, which is no object of the inventory; absent: it has ended. Nothing is said where its
    /// definition is switched off.
    void setOwn(const QString &code, const std::optional<model::Alarm> &alarm);

    void take(const std::vector<model::Load> &loads);
    void happened(const model::Event &event);

    /// `base.not-found` when it is not triggered (any more), or not at this object.
    [[nodiscard]] Result<void> acknowledge(AlarmId id, const model::ObjectRef &object, const QString &comment,
                                           const Cause &cause);
    /// …and `operation.alarm-ends-itself` for what no event has triggered.
    [[nodiscard]] Result<void> reset(AlarmId id, const model::ObjectRef &object, const Cause &cause);

private:
    static constexpr Duration calendarLookedAtEvery = std::chrono::minutes(10);

    struct Entry {
        performance::AlarmStanding standing;
        std::optional<model::Alarm> alarm; ///< when triggered
    };
    using Entries = QHash<AlarmDefinitionId, Entry>;

    void changed(const model::Change &change);
    void adopt(const model::ObjectRef &ref);
    void definitionChanged(AlarmDefinitionId id);
    void forget(const model::ObjectRef &ref);
    void judge(const model::ObjectRef &ref, const model::Object &object);
    void judge(const model::AlarmDefinition &definition, const model::ObjectRef &ref,
               const model::Object &object);
    [[nodiscard]] std::optional<double> valueOf(const model::AlarmDefinition &definition,
                                                const model::ObjectRef &ref,
                                                const model::Object &object) const;
    void put(const model::AlarmDefinition &definition, const model::ObjectRef &ref,
             const model::Object &object, const performance::AlarmStanding &standing,
             const std::optional<double> &value);
    void refresh(model::Alarm &alarm, const model::AlarmDefinition &definition, const QString &name,
                 const std::optional<double> &value);
    void begin(Entry &entry, const model::AlarmDefinition &definition, const model::ObjectRef &ref,
               const QString &name, QJsonObject parameters);
    void end(Entry &entry, const Cause &cause);
    void wakeAt(const std::optional<Monotonic> &due);
    void judgeWaiting();
    void judgeByCalendar();
    void judgeAll(const model::AlarmDefinition &definition);
    [[nodiscard]] model::Alarm *findTriggered(AlarmId id);
    void publish();

    Clock &m_clock;
    LiveInventory &m_inventory;
    Listener m_listener;
    Tell m_tell = [](const QString &, const model::Alarm &, const Cause &) {};
    Act m_act = [](const model::Alarm &, const std::optional<model::AlarmTransition> &) {};
    Keep m_keep = [](AlarmId, const std::optional<model::Alarm> &) {};
    Measure m_measure;
    QHash<model::ObjectRef, Entries> m_entries; ///< only of what is not simply well
    QHash<model::ObjectRef, std::vector<model::Alarm>> m_restored; ///< their objects are not there yet
    QHash<model::ObjectRef, model::Load> m_loads;
    std::vector<model::Alarm> m_own;
    bool m_dirty = false; ///< the listener is to be told
    std::optional<Monotonic> m_due;
    std::unique_ptr<Clock::Timer> m_timer;
    std::unique_ptr<Clock::Timer> m_calendarTimer;
};

} // namespace core::orchestrator
