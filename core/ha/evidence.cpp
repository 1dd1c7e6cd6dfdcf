// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ha/evidence.h"

namespace core::ha {

Verdict verdictOf(const Evidence &evidence)
{
    if (evidence.isHeard)
        return evidence.hasSession ? Verdict::Live : Verdict::PathBroken;
    if (evidence.hasSession)
        return Verdict::LinkBroken;
    if (evidence.answersPing)
        return Verdict::AgentDown;
    switch (evidence.store) {
    case StoreSight::Fresh:
        if (evidence.isPowerOff)
            return Verdict::Contradiction;
        return evidence.saysIsolated ? Verdict::Isolated : Verdict::Partitioned;
    case StoreSight::Looking: return Verdict::Undecided;
    case StoreSight::Stale:
    case StoreSight::Unreadable: return Verdict::Dead;
    }
    return Verdict::Undecided;
}

} // namespace core::ha
