// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/orchestrator/adoption.h"
#include "core/orchestrator/liveinventory.h"

#include <deque>
#include <functional>

namespace core::orchestrator {

/// VMs that their host no longer has. Each was deleted, or has moved and its new host will tell: so it is removed
/// some moments later, unless another host turns out to have it; and where it belonged is kept for some minutes.
class Departures
{
public:
    /// Reads the VM at that host, which has told of it before.
    using LookAt = std::function<void(HostId, VmId)>;
    /// Is some host being asked about the VM just now?
    using IsLookedAt = std::function<bool(VmId)>;

    /// `homes`: where VMs belong that the inventory does not have. Both outlive this.
    Departures(Clock &clock, LiveInventory &inventory, HomeFolders &homes);

    void setLookAt(LookAt lookAt) { m_lookAt = std::move(lookAt); }
    void setIsLookedAt(IsLookedAt isLookedAt) { m_isLookedAt = std::move(isLookedAt); }

    /// The host tells of a VM that another one owns.
    void copySeen(HostId host, VmId vm) { m_copies.insert(vm, host); }
    /// The host, its owner, no longer has the VM.
    void left(HostId host, VmId vm);

private:
    struct Departure {
        HostId host;
        VmId vm;
        Monotonic due;
    };

    void judge();
    void judgeLater();
    [[nodiscard]] bool mayTurnUp(const Departure &departure) const;
    void remove(const model::Vm &vm);
    void forgetOldHomes();

    Clock &m_clock;
    LiveInventory &m_inventory;
    HomeFolders &m_homes;
    LookAt m_lookAt;
    IsLookedAt m_isLookedAt;
    QHash<VmId, HostId> m_copies; ///< VMs that a second host has told of, and which
    std::deque<Departure> m_departures; ///< in the order of their dues
    std::deque<std::pair<Monotonic, VmId>> m_homesKept; ///< until when; in that order
    std::unique_ptr<Clock::Timer> m_timer;
};

} // namespace core::orchestrator
