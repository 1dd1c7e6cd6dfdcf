// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/names.h"
#include "core/simulation/random.h"
#include "core/simulation/world.h"

namespace core::simulation {

struct ChangeRate {
    double ratioPerMinute = 0.001; ///< of the VMs
    double perSecond = 0; ///< beside those
};

/// Life in the world: powers VMs on and off, moves them between the hosts of a cluster and renames those that
/// are off, as if others administered it. As many VMs stay running as there were. Begins when made, ends when
/// destroyed; world and clock must outlive it.
class Changes
{
public:
    Changes(World *world, Clock *clock, ChangeRate rate = {});

    /// Changes made so far.
    [[nodiscard]] qint64 count() const { return m_count; }

private:
    void schedule();
    void catchUp();
    bool changeOne();
    bool power();
    bool move();
    bool rename();
    [[nodiscard]] std::optional<quint32> anyVm(const std::function<bool(const VmRecord &)> &wanted);

    World *m_world;
    Clock *m_clock;
    double m_perSecond;
    Monotonic m_begun;
    qint64 m_count = 0;
    qint64 m_tried = 0;
    bool m_startNext = false;
    Random m_random;
    Numbering m_numbering;
    std::unique_ptr<Clock::Timer> m_timer;
};

} // namespace core::simulation
