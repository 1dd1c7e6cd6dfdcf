// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ha/agent.h"

#include <algorithm>

namespace core::ha {

using namespace std::chrono_literals;

namespace {

constexpr Duration resetWindow = 1h;

void resetOrGiveUp(const AgentContext &c, VmRef vm, Cause cause)
{
    LocalVm &local = c.local(vm);
    if (local.isGivenUp)
        return;
    if (c.now - local.failures[0] < resetWindow) {
        local.isGivenUp = true; // it is left as it is, for somebody to look at
        return c.tell({.kind = EventKind::VmAttention, .host = c.agent.self, .vm = vm, .cause = cause});
    }
    std::rotate(local.failures.begin(), local.failures.begin() + 1, local.failures.end());
    local.failures.back() = c.now;
    local.guestSilent = local.guestSilent == never ? never : c.now;
    local.appSilent = local.appSilent == never ? never : c.now;
    c.tell({.kind = EventKind::VmReset, .host = c.agent.self, .vm = vm, .cause = cause});
    c.actions.push_back(ResetVm{vm, cause});
}

} // namespace

void onGuestSeen(const AgentContext &c, const GuestSeen &news)
{
    LocalVm &local = c.local(news.vm);
    if (news.isGuestAlive && !local.isGuestReady) {
        local.isGuestReady = true;
        c.agent.isChanged = true;
    }
    const auto note = [&](Moment &since, bool isAlive) {
        since = isAlive ? never : since == never ? c.now : since;
    };
    note(local.guestSilent, news.isGuestAlive);
    note(local.appSilent, news.isApplicationAlive);
}

void tickGuests(const AgentContext &c)
{
    const Monitoring monitoring = c.cluster.policy.monitoring;
    if (monitoring == Monitoring::Off || !c.cluster.policy.isArmed)
        return;
    for (std::size_t index = 0; index < c.agent.vms.size(); ++index) {
        const LocalVm &local = c.agent.vms[index];
        const VmRef vm = vmRef(index);
        if (local.condition != Condition::Running || !local.isGuestReady || local.isMigrating)
            continue; // who never gave a sign of life is not missed
        const Duration patience = c.timings().guestSilence;
        if (local.guestSilent != never && c.now - local.guestSilent >= patience)
            resetOrGiveUp(c, vm, Cause::GuestHung);
        else if (monitoring == Monitoring::GuestAndApplication && local.appSilent != never
                 && c.now - local.appSilent >= patience)
            resetOrGiveUp(c, vm, Cause::ApplicationFailed);
    }
}

} // namespace core::ha
