// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/migration/verdict.h"

namespace core::orchestrator {

namespace {

enum class Shown { AtWork, Frozen, Off, Absent, Silent };

Shown shownBy(const Sighting &sighting, bool wasPaused)
{
    if (!sighting.answers)
        return Shown::Silent;
    if (!sighting.state)
        return Shown::Absent;
    switch (*sighting.state) {
    case model::PowerState::Running: return Shown::AtWork;
    case model::PowerState::Paused: return wasPaused ? Shown::AtWork : Shown::Frozen;
    case model::PowerState::Suspended:
    case model::PowerState::Off:
    case model::PowerState::Crashed: return Shown::Off;
    case model::PowerState::Unknown: return Shown::Silent;
    }
    Q_UNREACHABLE();
}

/// The source runs it. A destination that prepared for it gets rid of that by itself.
Verdict whileSourceWorks(Shown destination)
{
    return destination == Shown::AtWork ? Verdict::Twice : Verdict::Stayed;
}

Verdict whileSourceIsFrozen(Shown destination)
{
    switch (destination) {
    case Shown::Absent:
    case Shown::Off: return Verdict::FrozenAtSource;
    case Shown::AtWork: // the source is about to be told
    case Shown::Frozen:
    case Shown::Silent: return Verdict::Unclear;
    }
    Q_UNREACHABLE();
}

/// The source is rid of it: stopped, or without even a definition.
Verdict afterSource(Shown destination, bool isDefined)
{
    switch (destination) {
    case Shown::AtWork: return isDefined ? Verdict::MovedSourceDefined : Verdict::Moved;
    case Shown::Frozen: return isDefined ? Verdict::Unclear : Verdict::FrozenAtDestination;
    case Shown::Off: return isDefined ? Verdict::Ended : Verdict::EndedAtDestination;
    case Shown::Absent: return isDefined ? Verdict::Ended : Verdict::Gone;
    case Shown::Silent: return Verdict::Unclear;
    }
    Q_UNREACHABLE();
}

} // namespace

Verdict judge(const Sighting &source, const Sighting &destination, bool wasPaused)
{
    if (source.answers && source.isLeaving)
        return Verdict::UnderWay;
    const Shown there = shownBy(destination, wasPaused);
    switch (shownBy(source, wasPaused)) {
    case Shown::AtWork:
        return wasPaused && there == Shown::AtWork ? Verdict::Unclear : whileSourceWorks(there);
    case Shown::Frozen: return whileSourceIsFrozen(there);
    case Shown::Off: return afterSource(there, true);
    case Shown::Absent: return afterSource(there, false);
    case Shown::Silent:
        return there == Shown::AtWork && !wasPaused ? Verdict::MovedSourceSilent : Verdict::Unclear;
    }
    Q_UNREACHABLE();
}

} // namespace core::orchestrator
