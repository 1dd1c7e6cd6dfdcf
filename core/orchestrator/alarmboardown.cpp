// SPDX-License-Identifier: GPL-3.0-or-later
// Alarms of the core itself, and those that only the calendar brings about.
#include "core/orchestrator/alarmboard.h"
#include "core/orchestrator/alarmsaying.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::orchestrator {

using model::Alarm;
using model::AlarmDefinition;

namespace {

/// Of the core's own alarm of that code; null: nobody said anything about it.
const AlarmDefinition *definitionOfOwn(const QString &code, const model::Inventory &inventory)
{
    for (const auto &definition : inventory.all<AlarmDefinition>()) {
        if (definition->appliesTo == model::Kind::Root && definition->code == code)
            return definition.get();
    }
    return nullptr;
}

} // namespace

void AlarmBoard::setOwn(const QString &code, const std::optional<Alarm> &alarm)
{
    std::optional<Alarm> before;
    if (const auto known = std::ranges::find(m_own, code, &Alarm::code); known != m_own.end()) {
        before = *known;
        m_own.erase(known);
    }
    const AlarmDefinition *definition = definitionOfOwn(code, m_inventory.now());
    if (alarm && (definition == nullptr || definition->enabled)) {
        m_own.push_back(*alarm);
        if (definition != nullptr) {
            m_own.back().definition = definition->id;
            m_own.back().severity = definition->severity;
            m_own.back().parameters.insert(u"alarm"_s, definition->name);
        }
        if (!before)
            m_act(m_own.back(), transitionTo(m_own.back().severity));
    } else if (before) {
        m_act(*before, model::AlarmTransition::Ended);
    }
    m_dirty = true;
    publish();
}

/// What is a day older may be too old.
void AlarmBoard::judgeByCalendar()
{
    std::vector<AlarmDefinition> definitions;
    for (const auto &each : m_inventory.now().all<AlarmDefinition>()) {
        if (each->enabled && performance::dependsOnTime(*each))
            definitions.push_back(*each);
    }
    for (const AlarmDefinition &each : definitions)
        judgeAll(each);
    publish();
    m_calendarTimer = m_clock.after(calendarLookedAtEvery, [this] { judgeByCalendar(); });
}

} // namespace core::orchestrator
