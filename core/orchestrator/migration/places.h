// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/wakeup.h"
#include "core/orchestrator/migration/admission.h"

#include <vector>

namespace core::orchestrator {

class MigrationPlace;

/// Who migrates and who waits for it. One thread.
class MigrationPlaces
{
public:
    MigrationPlaces() = default;
    MigrationPlaces(const MigrationPlaces &) = delete;
    MigrationPlaces &operator=(const MigrationPlaces &) = delete;

    void setLimits(const MigrationLimits &limits) { m_limits = limits; }

private:
    friend class MigrationPlace;
    void admit(Monotonic now);

    MigrationLimits m_limits;
    std::vector<MigrationPlace *> m_places; ///< in the order of their coming
};

/// One migration's place: wanted from the beginning, had when admitted, given back when destroyed. Both of its hosts are
/// reserved at once, so two that cross each other never wait for one another.
class MigrationPlace
{
public:
    /// `isUnderWay`: it has begun already, in an earlier life of the core: it has its place whatever the limits.
    MigrationPlace(MigrationPlaces &places, Clock &clock, MigrationClaim claim, bool isUnderWay);
    MigrationPlace(const MigrationPlace &) = delete;
    MigrationPlace &operator=(const MigrationPlace &) = delete;
    ~MigrationPlace();

    [[nodiscard]] bool isAdmitted() const { return m_isAdmitted; }
    /// Ends when it has been admitted, or after `limit`.
    [[nodiscard]] Task<> admission(Duration limit) { return m_wakeup.wait(limit); }

private:
    friend class MigrationPlaces;
    MigrationPlaces &m_places;
    Clock &m_clock;
    MigrationClaim m_claim;
    bool m_isAdmitted;
    Wakeup m_wakeup;
};

} // namespace core::orchestrator
