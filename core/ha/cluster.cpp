// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ha/cluster.h"

#include <algorithm>
#include <bit>

namespace core::ha {

using namespace std::chrono_literals;

Timings timingsOf(Profile profile)
{
    Timings timings;
    switch (profile) {
    case Profile::Fast: break;
    case Profile::Standard:
        timings.verdictAfter = 15s;
        timings.allPathsDown = 140s;
        break;
    case Profile::Tolerant:
        timings.suspectAfter = 10s;
        timings.verdictAfter = 30s;
        timings.storeStale = 12s;
        timings.lease = 10s;
        timings.stepDown = 6s;
        timings.petting = 20s;
        timings.watchdog = 30s;
        timings.margin = 10s;
        timings.allPathsDown = 320s;
        timings.isolationAfter = 25s;
        break;
    }
    return timings;
}

void complete(Cluster &cluster)
{
    constexpr int most = 2;
    std::vector<int> seenBy(cluster.stores.size());
    for (const Host &host : cluster.hosts) {
        for (std::size_t store = 0; store < seenBy.size(); ++store)
            seenBy[store] += (host.stores >> store) & 1U ? 1 : 0;
    }
    std::vector<std::size_t> order(seenBy.size());
    for (std::size_t store = 0; store < order.size(); ++store)
        order[store] = store;
    std::ranges::stable_sort(order, std::greater(), [&](std::size_t store) { return seenBy[store]; });
    cluster.heartbeatStores.clear();
    for (const Host &host : cluster.hosts) {
        StoreMask chosen = 0;
        for (const std::size_t store : order) {
            if ((host.stores >> store) & 1U && std::popcount(chosen) < most)
                chosen |= StoreMask(1) << store;
        }
        cluster.heartbeatStores.push_back(chosen);
    }
    cluster.rulesOf.assign(cluster.vms.size(), {});
    for (std::size_t rule = 0; rule < cluster.rules.size(); ++rule) {
        for (const VmRef vm : cluster.rules[rule].vms)
            cluster.rulesOf[at(vm)].push_back(static_cast<std::uint16_t>(rule));
    }
}

bool isStrict(const Rule &rule, const Policy &policy)
{
    switch (rule.type) {
    case RuleType::Together: return rule.strength == Strength::Must;
    case RuleType::Apart: return rule.strength == Strength::Must && policy.antiAffinity == Strength::Must;
    case RuleType::MustRunOn:
    case RuleType::MustNotRunOn: return true;
    case RuleType::ShouldRunOn:
    case RuleType::ShouldNotRunOn: return false;
    }
    return false;
}

} // namespace core::ha
