// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/changes.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core::simulation {

namespace {

bool isMovable(const State &state, const VmRecord &vm)
{
    const auto &cluster = state.hosts[vm.host].cluster;
    if (!cluster || vm.isTemplate || !isBusy(vm.state))
        return false;
    const ClusterRecord &record = state.clusters[*cluster];
    return record.hosts.size() > 1 && std::ranges::find(record.shared, vm.datastore) != record.shared.end();
}

/// "web-paie-07" → "web-paie"
QString baseOf(const QString &name)
{
    const qsizetype dash = name.lastIndexOf(u'-');
    return dash > 0 ? name.left(dash) : name;
}

} // namespace

Changes::Changes(World *world, Clock *clock, ChangeRate rate)
    : m_world(world),
      m_clock(clock),
      m_perSecond(rate.perSecond + rate.ratioPerMinute * world->spec().vms / 60.0),
      m_begun(clock->monotonic()),
      m_random(scatter(world->spec().seed ^ 0xc4a9e5U))
{
    schedule();
}

void Changes::schedule()
{
    if (m_perSecond <= 0 || m_world->spec().vms == 0)
        return;
    const Duration period(static_cast<qint64>(std::clamp(1000.0 / m_perSecond, 50.0, 60'000.0)));
    m_timer = m_clock->after(period, [this] { catchUp(); });
}

/// As many as the rate demands since the beginning: a late timer loses none.
void Changes::catchUp()
{
    const auto elapsed = std::chrono::duration<double>(m_clock->monotonic() - m_begun);
    const auto due = static_cast<qint64>(std::floor(elapsed.count() * m_perSecond));
    for (; m_tried < due; ++m_tried) {
        if (changeOne())
            ++m_count;
    }
    schedule();
}

bool Changes::changeOne()
{
    const double dice = m_random.ratio();
    if (dice < 0.3 && move())
        return true;
    if (dice < 0.4 && rename())
        return true;
    return power();
}

/// Starts and stops in turn, so that as many VMs stay running as there were.
bool Changes::power()
{
    m_startNext = !m_startNext;
    const auto fits = [start = m_startNext](const VmRecord &vm) {
        return !vm.isTemplate && isActive(vm.state) != start;
    };
    auto number = anyVm(fits);
    if (!number)
        number = anyVm([](const VmRecord &vm) { return !vm.isTemplate; });
    if (!number)
        return false;
    const VmRecord &vm = m_world->state().vms[*number];
    const PowerAction action = isActive(vm.state) ? PowerAction::Off : PowerAction::On;
    return m_world->setPower(m_world->ownerOf(vm.id), vm.id, action).has_value();
}

bool Changes::move()
{
    const State &state = m_world->state();
    const auto number = anyVm([&state](const VmRecord &vm) { return isMovable(state, vm); });
    if (!number)
        return false;
    const VmRecord &vm = state.vms[*number];
    const auto &hosts = state.clusters[*state.hosts[vm.host].cluster].hosts;
    const auto emptier = [&state](quint32 a, quint32 b) {
        return state.hosts[a].vms.size() < state.hosts[b].vms.size();
    };
    const quint32 target = std::min(m_random.pick(hosts), m_random.pick(hosts), emptier);
    return m_world->move(vm.id, state.hosts[target].id).has_value();
}

bool Changes::rename()
{
    const auto number = anyVm([](const VmRecord &vm) { return !isActive(vm.state) && !vm.isTemplate; });
    if (!number)
        return false;
    const VmRecord &vm = m_world->state().vms[*number];
    const QString name = m_numbering.next(baseOf(vm.name), m_world->state().vmNames);
    return m_world->rename(m_world->ownerOf(vm.id), vm.id, name).has_value();
}

/// One of the VMs that are wanted, if they are not too rare to be found by chance.
std::optional<quint32> Changes::anyVm(const std::function<bool(const VmRecord &)> &wanted)
{
    constexpr int tries = 64;
    const auto &vms = m_world->state().vms;
    for (int i = 0; i < tries; ++i) {
        const size_t number = m_random.below(vms.size());
        if (wanted(vms[number]))
            return static_cast<quint32>(number);
    }
    return std::nullopt;
}

} // namespace core::simulation
