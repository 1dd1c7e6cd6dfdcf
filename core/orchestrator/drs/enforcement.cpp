// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/drs/enforcement.h"

#include "core/async/deadline.h"
#include "core/model/tree.h"

#include <QLoggingCategory>
#include <QSet>

#include <algorithm>
#include <chrono>
#include <cmath>

using namespace std::chrono_literals;

namespace core::orchestrator {

namespace {

Q_LOGGING_CATEGORY(lcPools, "vigie.pools")

constexpr Duration tickEvery = 1min;
constexpr Duration askedAgainAfter = 10min; ///< a host that could not
constexpr Duration tellLimit = 10s;
constexpr double newsShare = 0.05; ///< smaller changes are not worth a call
constexpr double mostWeight = 10'000;

using hypervisor::CpuScheduling;

bool isScheduled(const model::Vm &vm)
{
    return vm.state == model::PowerState::Running;
}

/// Where nobody has asked for anything, hosts do as they always do.
bool asksForAnything(const model::ObjectRef &root, const model::Inventory &inventory)
{
    const auto isHere = [&](const model::ObjectRef &ref) {
        return resources::rootOf(ref, inventory) == root;
    };
    return std::ranges::any_of(inventory.all<model::Pool>(),
                               [&](const auto &pool) { return isHere(pool->id); })
        || std::ranges::any_of(inventory.all<model::Vm>(),
                               [&](const auto &vm) { return vm->resources && isHere(vm->id); });
}

/// All who run want all they could have: then the weights say how far they get.
std::vector<double> worstCase(const resources::PoolTree &tree)
{
    resources::PoolTree full = tree;
    for (resources::Member &member : full.members)
        member.demand = member.size;
    return entitlements(full);
}

} // namespace

PoolEnforcement::PoolEnforcement(Clock &clock, LiveInventory &inventory)
    : m_clock(clock),
      m_inventory(inventory),
      m_scope([](const Error &error) { qCInfo(lcPools) << error.code << error.detail; })
{
    m_inventory.observe([this](const model::Change &change, const std::optional<model::Object> &before) {
        const bool isVm = change.ref.kind == model::Kind::Vm && change.object && before;
        if (!isVm && change.ref.kind != model::Kind::Pool)
            return;
        if (isVm) {
            const auto &was = *std::get<std::shared_ptr<const model::Vm>>(*before);
            const auto &is = *std::get<std::shared_ptr<const model::Vm>>(*change.object);
            if (isScheduled(was) != isScheduled(is) || !(was.host == is.host))
                m_told.remove(is.id); // a process of its own begins, and knows nothing
            else if (was.resources == is.resources && was.pool == is.pool)
                return;
        }
        if (m_timer) // soon, and once for many changes
            m_timer = m_clock.after(2s, [this] { tick(); });
    });
}

void PoolEnforcement::start()
{
    m_timer = m_clock.after(tickEvery, [this] { tick(); });
}

void PoolEnforcement::tick()
{
    m_timer = m_clock.after(tickEvery, [this] { tick(); });
    const model::Inventory &inventory = m_inventory.now();
    QSet<model::ObjectRef> roots;
    for (const auto &vm : inventory.all<model::Vm>()) {
        if (isScheduled(*vm) && (vm->resources || vm->pool || m_told.contains(vm->id)))
            roots.insert(resources::rootOf(vm->id, inventory));
    }
    for (const model::ObjectRef &root : std::as_const(roots)) {
        if (!root.isRoot())
            divide(root);
    }
}

/// Weights are relative to the VM of the host that is entitled to most.
void PoolEnforcement::divide(const model::ObjectRef &root)
{
    const model::Inventory &inventory = m_inventory.now();
    const auto pools = resources::poolsOf(root, inventory);
    const bool asks = asksForAnything(root, inventory);
    const auto entitled = worstCase(pools.cpu);
    QHash<HostId, double> most;
    for (size_t i = 0; i < pools.vms.size(); ++i) {
        double &high = most[inventory.find(pools.vms[i])->host];
        high = std::max(high, entitled[i]);
    }
    for (size_t i = 0; i < pools.vms.size(); ++i) {
        const model::Vm &vm = *inventory.find(pools.vms[i]);
        const model::Host &host = *inventory.find(vm.host);
        const double high = most.value(vm.host);
        CpuScheduling scheduling;
        if (asks && high > 0)
            scheduling.weight =
                static_cast<int>(std::clamp(std::round(mostWeight * entitled[i] / high), 2.0, mostWeight));
        const auto limit = vm.resources ? vm.resources->cpu.limit : std::nullopt;
        if (limit && host.cpuMhz.count() > 0)
            scheduling.mostCpus = *limit / host.cpuMhz;
        if (isScheduled(vm) && host.state == model::HostState::Connected
            && isNews(vm.id, host.id, scheduling))
            m_scope.spawn(tell(this, vm.id, host.id, scheduling));
    }
}

bool PoolEnforcement::isNews(VmId vm, HostId host, const CpuScheduling &scheduling) const
{
    if (const auto unable = m_unable.constFind(host);
        unable != m_unable.constEnd() && *unable > m_clock.monotonic())
        return false;
    const auto told = m_told.constFind(vm);
    if (told == m_told.constEnd())
        return scheduling != CpuScheduling();
    const double change = std::abs(scheduling.weight - told->scheduling.weight);
    return !(told->host == host) || scheduling.mostCpus != told->scheduling.mostCpus
        || change > newsShare * told->scheduling.weight;
}

Task<> PoolEnforcement::tell(PoolEnforcement *self, VmId vm, HostId host, CpuScheduling scheduling)
{
    const auto connection = self->m_hypervisorOf ? self->m_hypervisorOf(host) : nullptr;
    if (!connection)
        co_return {};
    const auto told =
        co_await withDeadline(connection->setCpuScheduling(vm, scheduling), &self->m_clock, tellLimit);
    if (told)
        self->m_told.insert(vm, {host, scheduling});
    else if (told.error().is(core::errors::Unsupported))
        self->m_unable.insert(host, self->m_clock.monotonic() + askedAgainAfter);
    if (told)
        self->m_unable.remove(host);
    if (!told && !told.error().is(core::errors::Unsupported))
        co_return told.error();
    co_return {};
}

std::vector<HostId> PoolEnforcement::withoutControl(ClusterId cluster) const
{
    std::vector<HostId> hosts = hostsUnder(cluster, m_inventory.now());
    std::erase_if(hosts, [this](HostId host) { return !m_unable.contains(host); });
    return hosts;
}

} // namespace core::orchestrator
