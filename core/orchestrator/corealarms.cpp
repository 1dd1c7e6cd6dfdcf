// SPDX-License-Identifier: GPL-3.0-or-later
// What a core has to do with alarms: its own, and who is told of any.
#include "core/model/alarmconditions.h"
#include "core/orchestrator/core.h"

#include <algorithm>
#include <chrono>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core::orchestrator {

namespace {

constexpr Duration certificateLookedAtEvery = 1h;

/// The same after a restart.
AlarmId ownAlarmId(const QString &code)
{
    return AlarmId(QUuid::createUuidV5(QUuid(), code));
}

} // namespace

void Core::joinAlarms()
{
    m_alarms.setListener([this](const std::vector<model::Alarm> &alarms) {
        if (m_listener != nullptr)
            m_listener->alarmsChanged(alarms);
    });
    m_alarms.setAct(
        [this](const model::Alarm &alarm, const std::optional<model::AlarmTransition> &transition) {
            if (transition)
                m_actions.happened(alarm, *transition);
            else
                m_actions.acknowledged(alarm.id);
        });
    m_alarms.setKeep(
        [this](AlarmId id, const std::optional<model::Alarm> &alarm) { m_alarmKeeper.keep(id, alarm); });
    m_alarms.setTell([this](const QString &code, const model::Alarm &alarm, const Cause &cause) {
        QJsonObject parameters{{u"alarm"_s, alarm.parameters.value(u"alarm"_s)}};
        if (!alarm.comment.isEmpty())
            parameters.insert(u"comment"_s, alarm.comment);
        const bool isNews = code == u"alarm.triggered";
        m_events.raise(code, isNews ? alarm.severity : model::Severity::Info, alarm.object, alarm.objectName,
                       parameters, cause);
    });
    m_alarms.setMeasure([this](const model::ObjectRef &object, model::AlarmMeasure measure) {
        return newest(object, measure);
    });
}

AlarmActions::Surroundings Core::surroundingsOfActions()
{
    return {.clock = m_clock,
            .notifier = m_settings.notifier,
            .access = [this] { return m_notifications.access(); },
            .findAlarm = [this](AlarmId id) { return m_alarms.find(id); },
            .findDefinition = [this](AlarmDefinitionId id) { return m_inventory.now().find(id); },
            .tell =
                [this](const QString &code, const QJsonObject &parameters) {
                    m_events.raise(code, model::Severity::Warning, {}, {}, parameters);
                }};
}

void Core::setCertificateExpiry(Instant expires)
{
    m_certificateExpires = expires;
    watchCertificate();
}

void Core::watchCertificate()
{
    const auto code = u"core.certificate-expiring"_s;
    const bool isSoon = *m_certificateExpires - m_clock.now() < model::certificateNotice;
    const model::Alarm *known = m_alarms.find(ownAlarmId(code));
    if (isSoon && known == nullptr)
        m_alarms.setOwn(code, model::Alarm{.id = ownAlarmId(code), .code = code, .since = m_clock.now()});
    else if (!isSoon && known != nullptr)
        m_alarms.setOwn(code, std::nullopt);
    m_certificateTimer = m_clock.after(certificateLookedAtEvery, [this] { watchCertificate(); });
}

/// The sum of its counters, as they were last read.
std::optional<double> Core::newest(const model::ObjectRef &object, model::AlarmMeasure measure)
{
    constexpr Duration interval = 20s;
    std::optional<double> sum;
    for (const model::Series &series : m_performance.query(object, performance::countersOf(measure), interval,
                                                           m_clock.now() - 2 * interval)) {
        const auto last = std::find_if(series.values.rbegin(), series.values.rend(),
                                       [](float value) { return !std::isnan(value); });
        if (last != series.values.rend())
            sum = sum.value_or(0) + static_cast<double>(*last);
    }
    return sum;
}

/// Told to whoever listens at once; kept when it can be.
void Core::databaseFailing(const std::optional<Journal::Failure> &failure)
{
    const auto code = u"core.database-failing"_s;
    std::optional<model::Alarm> alarm;
    if (failure)
        alarm = model::Alarm{.id = ownAlarmId(code),
                             .code = code,
                             .severity = model::Severity::Alert,
                             .since = failure->since};
    m_alarms.setOwn(code, alarm);
    m_events.raise(failure ? u"core.database-failing"_s : u"core.database-writable"_s,
                   failure ? model::Severity::Alert : model::Severity::Info, {}, {});
}

} // namespace core::orchestrator
