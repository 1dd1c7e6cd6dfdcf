// SPDX-License-Identifier: GPL-3.0-or-later
// How a live migration ends: both hosts are looked at until it is clear what is where. The way there is in live.cpp.
#include "core/async/deadline.h"
#include "core/orchestrator/errors.h"
#include "core/orchestrator/migration/live.h"

#include <QLoggingCategory>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core::orchestrator {

namespace {

Q_LOGGING_CATEGORY(lcLiveEnd, "vigie.migration")

using model::StepState;

constexpr auto lookEvery = 300ms;
constexpr auto askLimit = 5s;
constexpr auto concludeLimit = 3min; ///< libvirt itself gives a lost host up within half a minute
constexpr int surely = 3; ///< sightings in a row, where one may have fallen between two moments

/// Certain at once: nothing that passes looks so.
bool isPlain(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Moved:
    case Verdict::Stayed:
    case Verdict::Ended: return true;
    case Verdict::UnderWay:
    case Verdict::MovedSourceSilent:
    case Verdict::MovedSourceDefined:
    case Verdict::FrozenAtDestination:
    case Verdict::FrozenAtSource:
    case Verdict::EndedAtDestination:
    case Verdict::Gone:
    case Verdict::Twice:
    case Verdict::Unclear: return false;
    }
    Q_UNREACHABLE();
}

bool isOpen(Verdict verdict)
{
    return verdict == Verdict::UnderWay || verdict == Verdict::Unclear;
}

} // namespace

Task<> LiveMigration::conclude()
{
    const bool wasPaused = m_vm.state == model::PowerState::Paused;
    Monotonic giveUp = m_context.clock().monotonic() + concludeLimit;
    Verdict verdict = Verdict::Unclear;
    int times = 0;
    for (;;) {
        const auto source = co_await look(m_from, true);
        const auto destination = co_await look(m_to, false);
        const Verdict now = judge(*source, *destination, wasPaused);
        times = now == verdict ? times + 1 : 1;
        verdict = now;
        const bool isLate = m_context.clock().monotonic() >= giveUp;
        if (!isOpen(verdict) && (isPlain(verdict) || times >= surely)
            && (verdict != Verdict::MovedSourceSilent || isLate))
            break;
        if (isLate)
            co_return failure(errors::OutcomeUnknown,
                              QJsonObject{{u"host"_s, source->answers ? m_toName : m_fromName}});
        showMoments();
        if (verdict == Verdict::UnderWay) { // only its call is lost
            m_isCarriedOn = true;
            m_context.cancellable(!m_follower.isFrozen());
            co_await follow();
            m_context.cancellable(false);
            giveUp = m_context.clock().monotonic() + concludeLimit;
            continue;
        }
        co_await m_follower.news(lookEvery);
    }
    qCInfo(lcLiveEnd) << "ended"
                      << "vm" << m_vm.id.toString() << "verdict" << static_cast<int>(verdict);
    if (verdict == Verdict::FrozenAtSource || verdict == Verdict::FrozenAtDestination) {
        const HostId host = verdict == Verdict::FrozenAtSource ? m_from : m_to;
        if (const auto resumed = co_await letGoOn(host); !resumed)
            co_return resumed.error();
    }
    if (auto why = whyNotThere(verdict)) {
        const bool stayed =
            verdict == Verdict::Stayed || verdict == Verdict::FrozenAtSource || verdict == Verdict::Ended;
        if (!stayed || !movesFiles())
            co_return *std::move(why);
        co_return co_await takenBack(*std::move(why));
    }
    if (const auto finished = co_await finish(); !finished || !movesFiles())
        co_return finished;
    co_return co_await deleteSources();
}

/// Absent: it is at the destination, and the rest can be done.
std::optional<Error> LiveMigration::whyNotThere(Verdict verdict) const
{
    switch (verdict) {
    case Verdict::Moved:
    case Verdict::FrozenAtDestination: return std::nullopt;
    case Verdict::MovedSourceSilent: return failure(errors::SourceSilent);
    case Verdict::MovedSourceDefined: return failure(errors::SourceNotCleaned);
    case Verdict::Stayed:
    case Verdict::FrozenAtSource: return whyStayed();
    case Verdict::Ended: return failure(errors::VmEnded, QJsonObject{{u"host"_s, m_fromName}});
    case Verdict::EndedAtDestination: return failure(errors::VmEnded, QJsonObject{{u"host"_s, m_toName}});
    case Verdict::Gone: return failure(errors::VmGone);
    case Verdict::Twice: return failure(errors::RunsTwice);
    case Verdict::UnderWay:
    case Verdict::Unclear: return failure(errors::OutcomeUnknown, QJsonObject{{u"host"_s, m_fromName}});
    }
    Q_UNREACHABLE();
}

Error LiveMigration::whyStayed() const
{
    if (m_figures.notConverging) {
        const auto bytes = [](const std::optional<Bytes> &value) { return value.value_or(Bytes()).count(); };
        return failure(errors::NotConverging,
                       QJsonObject{{u"passes"_s, m_figures.pass},
                                   {u"dirtiedBytes"_s, bytes(m_figures.dirtiedPerSecond)},
                                   {u"copiedBytes"_s, bytes(m_figures.copiedPerSecond)},
                                   {u"remainingBytes"_s, bytes(m_figures.memoryRemaining)}});
    }
    if (m_isStalled)
        return failure(errors::Stalled,
                       QJsonObject{{u"network"_s, m_steps[at(Copied)].parameters.value(u"network"_s)},
                                   {u"seconds"_s, static_cast<qint64>(stallLimit.count() / 1000)}});
    if (m_abortSent)
        return Error(core::errors::Cancelled);
    const auto &call = m_follower.end();
    if (!call || *call)
        return failure(errors::MigrationFailed, {}, u"the migration ended unseen"_s);
    const Error &why = call->error();
    if (why.is(core::errors::
                   Unreachable)) { // the source answers by now, or nobody could say that it stayed there
        const bool sourceWasLost = !m_context.hypervisorOn(m_from);
        return failure(errors::HostLost, QJsonObject{{u"host"_s, sourceWasLost ? m_fromName : m_toName}},
                       why.detail);
    }
    return failure(errors::MigrationFailed, {}, why.detail);
}

/// Only one host has it, and nobody else will let it go on.
Task<> LiveMigration::letGoOn(HostId host)
{
    const auto connection = m_context.hypervisorOn(host);
    if (!connection)
        co_return connection.error();
    co_return co_await withDeadline((*connection)->resume(m_vm.id), &m_context.clock(), askLimit);
}

Task<> LiveMigration::finish()
{
    if (movesFiles())
        end(Disks, StepState::Done);
    for (const Step step : {Copied, Frozen, Resumed})
        end(step, StepState::Done);
    begin(Cleaned);
    if (const auto destination = m_context.hypervisorOn(m_to)) {
        const auto figures =
            co_await withDeadline((*destination)->arrival(m_vm.id), &m_context.clock(), askLimit);
        if (figures) { // a host that forgot them leaves the interruption unknown
            m_figures.downtime = figures->downtime;
            m_context.migration(m_figures);
            end(Resumed, StepState::Done,
                QJsonObject{{u"downtimeMs"_s, static_cast<qint64>(figures->downtime.count())}});
        }
    }
    if (const auto arrived = co_await arrive(); !arrived)
        co_return arrived.error();
    end(Cleaned, StepState::Done);
    co_return {};
}

} // namespace core::orchestrator
