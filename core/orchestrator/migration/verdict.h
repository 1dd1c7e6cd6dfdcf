// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/objects.h"

#include <optional>

/// How a live migration has ended, judged from what both hosts show. Pure: also for one whose call was lost, with the
/// core that made it or with the connection that carried it.
namespace core::orchestrator {

/// The VM as one of the two hosts shows it.
struct Sighting {
    bool answers = false; ///< false: the host could not be asked, and nothing below means anything
    std::optional<model::PowerState> state; ///< absent: the host does not have the VM
    bool isLeaving = false; ///< a migration away from this host is under way
};

enum class Verdict {
    UnderWay,
    Moved, ///< at work on the destination, the source is rid of it
    MovedSourceSilent, ///< at work on the destination; the source, which must have stopped it, does not answer
    MovedSourceDefined, ///< at work on the destination, a definition of it is left on the source
    FrozenAtDestination, ///< only the destination has it, and has not let it go on
    Stayed, ///< at work on the source, as before
    FrozenAtSource, ///< only the source has it, and has not let it go on
    Ended, ///< it was powered off, or crashed, on the source
    EndedAtDestination, ///< it arrived, and was powered off or crashed there
    Gone, ///< neither host has it
    Twice, ///< both say that it is at work there: what must never be
    Unclear, ///< what shows passes, or who knows does not answer: look again
};

/// `wasPaused`: before the migration, so being at work looks like being frozen.
[[nodiscard]] Verdict judge(const Sighting &source, const Sighting &destination, bool wasPaused);

} // namespace core::orchestrator
