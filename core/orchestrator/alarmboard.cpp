// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/alarmboard.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace core::orchestrator {

namespace {

using model::Alarm;
using model::Severity;

// vCenter's defaults for datastore usage on disk.
constexpr double datastoreWarning = 0.75;
constexpr double datastoreAlert = 0.85;

AlarmId alarmId(const model::ObjectRef &object, const QString &code)
{
    return AlarmId(QUuid::createUuidV5(object.id, code));
}

Alarm alarm(const model::ObjectRef &object, const QString &name, const QString &code, Severity severity,
            const QJsonObject &parameters = {})
{
    return Alarm{.id = alarmId(object, code),
                 .code = code,
                 .severity = severity,
                 .object = object,
                 .objectName = name,
                 .parameters = parameters};
}

void judge(std::vector<Alarm> &alarms, const model::Host &host)
{
    if (host.state == model::HostState::NotResponding)
        alarms.push_back(alarm(host.id, host.name, u"host.not-responding"_s, Severity::Alert));
}

void judge(std::vector<Alarm> &alarms, const model::Vm &vm)
{
    if (vm.state == model::PowerState::Crashed)
        alarms.push_back(alarm(vm.id, vm.name, u"vm.crashed"_s, Severity::Alert));
}

void judge(std::vector<Alarm> &alarms, const model::Datastore &datastore)
{
    if (datastore.capacity.count() <= 0)
        return;
    const double usage = (datastore.capacity - datastore.free) / datastore.capacity;
    if (usage < datastoreWarning)
        return;
    // In whole percent: an alarm that changes with each byte would be news all day.
    const double shown = std::floor(usage * 100) / 100;
    alarms.push_back(alarm(datastore.id, datastore.name, u"datastore.usage"_s,
                           usage < datastoreAlert ? Severity::Warning : Severity::Alert,
                           QJsonObject{{u"usageRatio"_s, shown}}));
}

} // namespace

std::vector<Alarm> alarmsOf(const model::Object &object)
{
    std::vector<Alarm> alarms;
    std::visit(
        [&](const auto &value) {
            if constexpr (requires { judge(alarms, *value); })
                judge(alarms, *value);
        },
        object);
    return alarms;
}

AlarmBoard::AlarmBoard(Clock &clock, LiveInventory &inventory) : m_clock(clock)
{
    inventory.observe([this](const model::Change &change, const auto &) { changed(change); });
}

std::vector<Alarm> AlarmBoard::triggered() const
{
    std::vector<Alarm> all = m_own;
    for (const auto &alarms : m_alarms)
        all.insert(all.end(), alarms.begin(), alarms.end());
    std::ranges::sort(all, std::ranges::greater{}, &Alarm::since);
    return all;
}

void AlarmBoard::setOwn(std::vector<Alarm> alarms)
{
    m_own = std::move(alarms);
    if (m_listener)
        m_listener(triggered());
}

void AlarmBoard::changed(const model::Change &change)
{
    std::vector<Alarm> alarms = change.object ? alarmsOf(*change.object) : std::vector<Alarm>();
    const auto known = m_alarms.constFind(change.ref);
    const std::vector<Alarm> before = known == m_alarms.constEnd() ? std::vector<Alarm>() : *known;
    for (Alarm &alarm : alarms) {
        const auto was = std::ranges::find(before, alarm.id, &Alarm::id);
        alarm.since = was == before.end() ? m_clock.now() : was->since;
    }
    if (alarms == before)
        return;
    if (alarms.empty())
        m_alarms.remove(change.ref);
    else
        m_alarms.insert(change.ref, std::move(alarms));
    if (m_listener)
        m_listener(triggered());
}

} // namespace core::orchestrator
