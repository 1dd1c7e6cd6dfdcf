// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/alarmboard.h"

#include "core/operations/alarmrules.h"
#include "core/orchestrator/alarmsaying.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::orchestrator {

namespace {

using model::Alarm;
using model::AlarmDefinition;
using model::AlarmMeasure;
using model::AlarmTrigger;
using model::ObjectRef;
using model::Severity;

AlarmId alarmId(AlarmDefinitionId definition, const ObjectRef &object)
{
    return AlarmId(QUuid::createUuidV5(definition.uuid(), toString(object)));
}

Error notTriggered(AlarmId id)
{
    return Error(errors::NotFound, QJsonObject{{u"what"_s, id.toString()}});
}

} // namespace

AlarmBoard::AlarmBoard(Clock &clock, LiveInventory &inventory) : m_clock(clock), m_inventory(inventory)
{
    inventory.observe([this](const model::Change &change, const auto &) { changed(change); });
    m_calendarTimer = m_clock.after(calendarLookedAtEvery, [this] { judgeByCalendar(); });
}

void AlarmBoard::restore(std::vector<Alarm> alarms)
{
    for (Alarm &alarm : alarms)
        m_restored[alarm.object].push_back(std::move(alarm));
}

void AlarmBoard::adopt(const ObjectRef &ref)
{
    for (Alarm &alarm : m_restored.take(ref)) {
        Entry &entry = m_entries[ref][alarm.definition];
        entry.standing.level = alarm.severity;
        entry.alarm = std::move(alarm);
        m_dirty = true;
    }
}

void AlarmBoard::forgetOrphans()
{
    const auto isOrphan = [this](const Alarm &alarm) {
        const bool is = m_inventory.now().find(alarm.definition) == nullptr;
        if (is)
            m_keep(alarm.id, std::nullopt);
        return is;
    };
    for (std::vector<Alarm> &alarms : m_restored)
        std::erase_if(alarms, isOrphan);
    for (Entries &entries : m_entries)
        entries.removeIf([&](Entries::iterator each) { return each->alarm && isOrphan(*each->alarm); });
    m_dirty = true;
    publish();
}

std::vector<Alarm> AlarmBoard::triggered() const
{
    std::vector<Alarm> all = m_own;
    for (const Entries &entries : m_entries) {
        for (const Entry &entry : entries) {
            if (entry.alarm)
                all.push_back(*entry.alarm);
        }
    }
    std::ranges::sort(all, [](const Alarm &a, const Alarm &b) {
        return a.since != b.since ? a.since > b.since : a.id.uuid() < b.id.uuid();
    });
    return all;
}

Alarm *AlarmBoard::findTriggered(AlarmId id)
{
    for (Entries &entries : m_entries) {
        for (Entry &entry : entries) {
            if (entry.alarm && entry.alarm->id == id)
                return &*entry.alarm;
        }
    }
    return nullptr;
}

const Alarm *AlarmBoard::find(AlarmId id) const
{
    const auto own = std::ranges::find(m_own, id, &Alarm::id);
    return own != m_own.end() ? &*own
                              : const_cast<AlarmBoard *>(this)->findTriggered(id); // NOLINT: it only looks
}

void AlarmBoard::take(const std::vector<model::Load> &loads)
{
    for (const model::Load &load : loads) {
        m_loads.insert(load.object, load);
        if (const auto object = m_inventory.now().find(load.object))
            judge(load.object, *object);
    }
    publish();
}

void AlarmBoard::happened(const model::Event &event)
{
    for (const auto &definition : m_inventory.now().all<AlarmDefinition>()) {
        if (definition->trigger != AlarmTrigger::Event || definition->code != event.code
            || !performance::isInForce(*definition, event.object, m_inventory.now()))
            continue;
        Entry &entry = m_entries[event.object][definition->id];
        if (entry.alarm)
            continue; // it says since when
        entry.standing.level = definition->severity;
        begin(entry, *definition, event.object, event.objectName, {{u"event"_s, event.code}});
    }
    publish();
}

Result<void> AlarmBoard::acknowledge(AlarmId id, const ObjectRef &object, const QString &comment,
                                     const Cause &cause)
{
    Alarm *alarm = findTriggered(id);
    if (alarm == nullptr || alarm->object != object)
        return notTriggered(id);
    alarm->acknowledged = m_clock.now();
    alarm->acknowledgedBy = cause.actor;
    alarm->comment = comment;
    m_dirty = true;
    m_keep(id, *alarm);
    m_tell(u"alarm.acknowledged"_s, *alarm, cause);
    m_act(*alarm, std::nullopt);
    publish();
    return {};
}

Result<void> AlarmBoard::reset(AlarmId id, const ObjectRef &object, const Cause &cause)
{
    const Alarm *alarm = findTriggered(id);
    if (alarm == nullptr || alarm->object != object)
        return notTriggered(id);
    const AlarmDefinition *definition = m_inventory.now().find(alarm->definition);
    if (definition != nullptr && definition->trigger != AlarmTrigger::Event)
        return Error(operations::errors::AlarmEndsItself, QJsonObject{{u"name"_s, definition->name}});
    const AlarmDefinitionId key = alarm->definition;
    Entries &entries = m_entries[object];
    end(entries[key], cause);
    entries.remove(key);
    publish();
    return {};
}

void AlarmBoard::changed(const model::Change &change)
{
    if (change.ref.kind == model::Kind::AlarmDefinition) {
        definitionChanged(change.ref.as<AlarmDefinitionId>());
    } else if (!change.object) {
        forget(change.ref);
    } else {
        adopt(change.ref);
        judge(change.ref, *change.object);
    }
    publish();
}

/// Changed, made or deleted: all its objects are judged anew.
void AlarmBoard::definitionChanged(AlarmDefinitionId id)
{
    const AlarmDefinition *definition = m_inventory.now().find(id);
    for (Entries &entries : m_entries) {
        const auto entry = entries.find(id);
        if (entry == entries.end())
            continue;
        if (definition == nullptr || !definition->enabled
            || (definition->trigger != AlarmTrigger::Event && entry->alarm
                && entry->alarm->code != codeOf(*definition))) {
            end(*entry, {});
            entries.erase(entry);
        }
    }
    if (definition == nullptr || definition->trigger == AlarmTrigger::Event)
        return;
    judgeAll(AlarmDefinition(*definition));
}

void AlarmBoard::judgeAll(const AlarmDefinition &definition)
{
    m_inventory.now().forEach([&](const model::Object &object) {
        if (const ObjectRef ref = refOf(object); ref.kind == definition.appliesTo)
            judge(definition, ref, object);
    });
}

void AlarmBoard::forget(const ObjectRef &ref)
{
    m_loads.remove(ref);
    m_restored.remove(ref);
    Entries entries = m_entries.take(ref);
    for (Entry &entry : entries)
        end(entry, {});
}

void AlarmBoard::judge(const ObjectRef &ref, const model::Object &object)
{
    for (const auto &definition : m_inventory.now().all<AlarmDefinition>()) {
        if (definition->appliesTo == ref.kind && definition->trigger != AlarmTrigger::Event)
            judge(*definition, ref, object);
    }
}

void AlarmBoard::judge(const AlarmDefinition &definition, const ObjectRef &ref, const model::Object &object)
{
    performance::AlarmStanding before;
    if (const auto entries = m_entries.constFind(ref); entries != m_entries.constEnd())
        before = entries->value(definition.id).standing;
    if (!performance::isInForce(definition, ref, m_inventory.now())) {
        if (before != performance::AlarmStanding())
            put(definition, ref, object, {}, {});
        return;
    }
    const auto value = valueOf(definition, ref, object);
    const auto now = performance::beyond(definition, object, value, before.level, m_clock.now());
    put(definition, ref, object, performance::step(definition, now, before, m_clock.monotonic()), value);
}

std::optional<double> AlarmBoard::valueOf(const AlarmDefinition &definition, const ObjectRef &ref,
                                          const model::Object &object) const
{
    if (!definition.measure)
        return std::nullopt;
    if (!performance::countersOf(*definition.measure).empty())
        return m_measure ? m_measure(ref, *definition.measure) : std::nullopt;
    const auto load = m_loads.constFind(ref);
    return performance::measured(*definition.measure, object,
                                 load == m_loads.constEnd() ? std::nullopt : std::optional(*load),
                                 m_clock.now());
}

void AlarmBoard::put(const AlarmDefinition &definition, const ObjectRef &ref, const model::Object &object,
                     const performance::AlarmStanding &standing, const std::optional<double> &value)
{
    if (standing == performance::AlarmStanding()) {
        const auto entries = m_entries.find(ref);
        if (entries == m_entries.end() || !entries->contains(definition.id))
            return;
        end((*entries)[definition.id], {});
        entries->remove(definition.id);
        if (entries->isEmpty())
            m_entries.erase(entries);
        return;
    }
    Entry &entry = m_entries[ref][definition.id];
    const bool isSame = entry.alarm.has_value() == standing.level.has_value()
        && (!entry.alarm || entry.alarm->severity == *standing.level);
    entry.standing = standing;
    wakeAt(performance::dueAt(definition, standing));
    if (isSame) {
        if (entry.alarm)
            refresh(*entry.alarm, definition, nameOf(object), value);
    } else if (standing.level) {
        begin(entry, definition, ref, nameOf(object), parametersOf(definition, value));
    } else {
        end(entry, {});
    }
}

/// What is said of it; not of a load, which is another with each reading.
void AlarmBoard::refresh(Alarm &alarm, const AlarmDefinition &definition, const QString &name,
                         const std::optional<double> &value)
{
    QJsonObject parameters = alarm.parameters;
    if (definition.measure == AlarmMeasure::DatastoreUsageRatio && value)
        parameters = parametersOf(definition, value);
    parameters.insert(u"alarm"_s, definition.name);
    if (parameters == alarm.parameters && name == alarm.objectName)
        return;
    alarm.parameters = std::move(parameters);
    alarm.objectName = name;
    m_dirty = true;
}

/// It goes off, or is of another severity from now on: then whoever took care of it is asked again.
void AlarmBoard::begin(Entry &entry, const AlarmDefinition &definition, const ObjectRef &ref,
                       const QString &name, QJsonObject parameters)
{
    parameters.insert(u"alarm"_s, definition.name);
    const bool isWorse = !entry.alarm || entry.alarm->severity < *entry.standing.level;
    Alarm alarm{.id = alarmId(definition.id, ref),
                .definition = definition.id,
                .code = codeOf(definition),
                .severity = *entry.standing.level,
                .object = ref,
                .objectName = name,
                .parameters = std::move(parameters),
                .since = entry.alarm ? entry.alarm->since : m_clock.now()};
    if (!isWorse) {
        alarm.acknowledged = entry.alarm->acknowledged;
        alarm.acknowledgedBy = entry.alarm->acknowledgedBy;
        alarm.comment = entry.alarm->comment;
    }
    entry.alarm = std::move(alarm);
    m_dirty = true;
    m_keep(entry.alarm->id, *entry.alarm);
    m_tell(u"alarm.triggered"_s, *entry.alarm, {});
    m_act(*entry.alarm, transitionTo(entry.alarm->severity));
}

void AlarmBoard::end(Entry &entry, const Cause &cause)
{
    if (!entry.alarm)
        return;
    const Alarm ended = *std::exchange(entry.alarm, std::nullopt);
    m_dirty = true;
    m_keep(ended.id, std::nullopt);
    m_tell(u"alarm.ended"_s, ended, cause);
    m_act(ended, model::AlarmTransition::Ended);
}

void AlarmBoard::wakeAt(const std::optional<Monotonic> &due)
{
    if (!due || (m_due && *m_due <= *due))
        return;
    m_due = due;
    m_timer =
        m_clock.after(std::max(Duration::zero(), *due - m_clock.monotonic()), [this] { judgeWaiting(); });
}

/// By now a state may have lasted long enough.
void AlarmBoard::judgeWaiting()
{
    m_due.reset();
    std::vector<ObjectRef> waiting;
    for (auto entries = m_entries.cbegin(); entries != m_entries.cend(); ++entries)
        waiting.push_back(entries.key());
    for (const ObjectRef &ref : waiting) {
        if (const auto object = m_inventory.now().find(ref))
            judge(ref, *object);
    }
    publish();
}

void AlarmBoard::publish()
{
    if (std::exchange(m_dirty, false) && m_listener)
        m_listener(triggered());
}

} // namespace core::orchestrator
