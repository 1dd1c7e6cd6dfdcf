// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/starttimes.h"

namespace core::hypervisor::libvirt {

void StartTimes::add(const std::vector<Seen> &reading, Instant now, const Dating &dating)
{
    const auto isNew = [this](const Seen &seen) {
        const auto known = m_known.constFind(seen.vm);
        return known == m_known.constEnd() || known->run != seen.run;
    };
    std::vector<VmId> undated;
    for (const Seen &seen : reading) {
        if (isNew(seen))
            undated.push_back(seen.vm);
    }
    const Dated dated = undated.empty() ? Dated() : dating(undated);
    QHash<VmId, Known> next;
    for (const Seen &seen : reading) {
        Known known{.run = seen.run, .started = of(seen.vm)};
        if (isNew(seen)) {
            const auto found = dated.constFind(seen.vm);
            const bool sawItOff = m_hasReading && seen.booted;
            known.started = found != dated.constEnd() ? std::optional(*found)
                : sawItOff                            ? std::optional(now)
                                                      : std::nullopt;
        }
        next.insert(seen.vm, known);
    }
    m_known = std::move(next);
    m_hasReading = true;
}

std::optional<Instant> StartTimes::of(VmId vm) const
{
    const auto known = m_known.constFind(vm);
    return known == m_known.constEnd() ? std::nullopt : known->started;
}

} // namespace core::hypervisor::libvirt
