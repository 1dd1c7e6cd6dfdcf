// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/alarmkeeper.h"

#include <QJsonDocument>
#include <QLoggingCategory>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(lcAlarms, "vigie.alarms")

namespace core::orchestrator {

namespace {

constexpr Duration firstRetry = 1s;
constexpr Duration lastRetry = 60s;
const QString prefix = u"alarm/"_s; // NOLINT(cert-err58-cpp)

} // namespace

AlarmKeeper::AlarmKeeper(Clock &clock, persistence::Store &store)
    : m_clock(clock),
      m_store(store),
      m_backoff(firstRetry, lastRetry),
      m_scope([](const Error &error) { qCWarning(lcAlarms) << error.code << error.detail; })
{}

Task<std::vector<model::Alarm>> AlarmKeeper::load()
{
    return load(this);
}

/// One that cannot be read is of a newer program, or broken: the others need not suffer.
Task<std::vector<model::Alarm>> AlarmKeeper::load(AlarmKeeper *self)
{
    const auto kept = co_await self->m_store.secrets(prefix);
    if (!kept)
        co_return kept.error();
    std::vector<model::Alarm> alarms;
    for (auto each = kept->cbegin(); each != kept->cend(); ++each) {
        auto alarm = json::fromJson<model::Alarm>(QJsonDocument::fromJson(each.value()).object());
        if (alarm)
            alarms.push_back(*std::move(alarm));
        else
            qCWarning(lcAlarms) << "not read" << each.key() << alarm.error().code;
    }
    co_return alarms;
}

void AlarmKeeper::keep(AlarmId id, const std::optional<model::Alarm> &alarm)
{
    m_pending.insert(
        id, alarm ? QJsonDocument(json::toObject(*alarm)).toJson(QJsonDocument::Compact) : QByteArray());
    if (!m_timer)
        m_timer = m_clock.after(Duration::zero(), [this] { m_scope.spawn(write(this)); });
}

/// The store does what it is asked in order, so two may write at once and the newer value comes last.
Task<> AlarmKeeper::write(AlarmKeeper *self)
{
    self->m_timer.reset();
    while (!self->m_pending.isEmpty()) {
        const AlarmId id = self->m_pending.cbegin().key();
        const QByteArray value = self->m_pending.take(id);
        auto saved = co_await self->m_store.saveSecret(prefix + id.toString(), value);
        if (saved) {
            self->m_backoff.reset();
            continue;
        }
        if (!self->m_pending.contains(id)) // else what came meanwhile is newer
            self->m_pending.insert(id, value);
        self->m_timer =
            self->m_clock.after(self->m_backoff.next(), [self] { self->m_scope.spawn(write(self)); });
        co_return saved;
    }
    co_return {};
}

Task<> AlarmKeeper::flush(AlarmKeeper *self)
{
    const auto written = co_await write(self);
    if (!written)
        co_return written;
    persistence::Batch nothing;
    co_return co_await self->m_store.write(std::move(nothing)); // after what another has begun to write
}

} // namespace core::orchestrator
