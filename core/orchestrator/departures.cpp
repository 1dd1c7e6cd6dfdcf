// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/departures.h"

#include "core/model/tree.h"

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace core::orchestrator {

namespace {
constexpr auto patience = 500ms; ///< a migrated VM leaves one host a moment before the other tells of it
constexpr auto homeKept = 10min;
} // namespace

Departures::Departures(Clock &clock, LiveInventory &inventory, HomeFolders &homes)
    : m_clock(clock),
      m_inventory(inventory),
      m_homes(homes)
{}

void Departures::left(HostId host, VmId vm)
{
    if (const auto copy = m_copies.constFind(vm); copy != m_copies.constEnd() && !(*copy == host)) {
        m_lookAt(*copy, vm);
        m_copies.erase(copy);
    }
    if (const model::Vm *known = m_inventory.now().find(vm); known != nullptr && !known->stale) {
        model::Vm lost = *known;
        lost.stale = true; // whoever has it now may own it
        lost.lastSeen = m_clock.now();
        m_inventory.put(std::move(lost));
    }
    m_departures.push_back({.host = host, .vm = vm, .due = m_clock.monotonic() + patience});
    judgeLater();
}

void Departures::judgeLater()
{
    if (m_timer || m_departures.empty())
        return;
    const Duration wait = std::max(Duration::zero(), m_departures.front().due - m_clock.monotonic());
    m_timer = m_clock.after(wait, [this] { judge(); });
}

void Departures::judge()
{
    m_timer.reset();
    forgetOldHomes();
    const Monotonic now = m_clock.monotonic();
    while (!m_departures.empty() && m_departures.front().due <= now) {
        Departure departure = m_departures.front();
        m_departures.pop_front();
        const model::Vm *known = m_inventory.now().find(departure.vm);
        if (known == nullptr || !(known->host == departure.host) || !known->stale)
            continue; // it turned up, here or elsewhere
        if (mayTurnUp(departure)) {
            departure.due = now + patience;
            m_departures.push_back(departure);
        } else {
            remove(*known);
        }
    }
    judgeLater();
}

/// A host that is only being connected to may have it: over ssh that takes seconds.
bool Departures::mayTurnUp(const Departure &departure) const
{
    if (m_isLookedAt(departure.vm))
        return true;
    const model::Inventory &inventory = m_inventory.now();
    const DatacenterId datacenter = datacenterOf(departure.host, inventory);
    return std::ranges::any_of(inventory.all<model::Host>(), [&](const auto &host) {
        return host->state == model::HostState::Connecting && !(host->id == departure.host)
            && datacenterOf(host->id, inventory) == datacenter;
    });
}

void Departures::remove(const model::Vm &vm)
{
    const VmId id = vm.id;
    m_homes.insert(id,
                   {.folder = vm.folder,
                    .pool = vm.pool,
                    .isTemplate = vm.isTemplate,
                    .resources = vm.resources,
                    .drsAutomation = vm.drsAutomation});
    m_homesKept.emplace_back(m_clock.monotonic() + homeKept, id);
    m_inventory.remove(id);
}

void Departures::forgetOldHomes()
{
    while (!m_homesKept.empty() && m_homesKept.front().first <= m_clock.monotonic()) {
        m_homes.remove(m_homesKept.front().second);
        m_homesKept.pop_front();
    }
}

} // namespace core::orchestrator
