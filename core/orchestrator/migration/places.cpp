// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/migration/places.h"

#include <algorithm>

namespace core::orchestrator {

void MigrationPlaces::admit(Monotonic now)
{
    std::vector<MigrationClaim> waiting;
    std::vector<MigrationClaim> running;
    for (const MigrationPlace *place : m_places)
        (place->m_isAdmitted ? running : waiting).push_back(place->m_claim);
    const auto admitted = admissible(std::move(waiting), std::move(running), m_limits, now);
    for (MigrationPlace *place : m_places) {
        if (place->m_isAdmitted || std::ranges::find(admitted, place->m_claim.vm) == admitted.end())
            continue;
        place->m_isAdmitted = true;
        place->m_wakeup.wake();
    }
}

MigrationPlace::MigrationPlace(MigrationPlaces &places, Clock &clock, MigrationClaim claim, bool isUnderWay)
    : m_places(places),
      m_clock(clock),
      m_claim(std::move(claim)),
      m_isAdmitted(isUnderWay),
      m_wakeup(clock)
{
    m_claim.since = clock.monotonic();
    m_places.m_places.push_back(this);
    m_places.admit(clock.monotonic());
}

MigrationPlace::~MigrationPlace()
{
    std::erase(m_places.m_places, this);
    m_places.admit(m_clock.monotonic());
}

} // namespace core::orchestrator
