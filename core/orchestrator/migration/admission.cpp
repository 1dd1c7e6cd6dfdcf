// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/migration/admission.h"

#include <QHash>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace core::orchestrator {

namespace {

constexpr auto aStepUpEvery = 2min; ///< of waiting

/// Lower comes first.
qint64 rank(const MigrationClaim &claim, Monotonic now)
{
    return static_cast<qint64>(claim.priority) - (now - claim.since) / aStepUpEvery;
}

/// One that only changes its datastore is on one host.
std::vector<HostId> hostsOf(const MigrationClaim &claim)
{
    if (claim.from == claim.to)
        return {claim.from};
    return {claim.from, claim.to};
}

struct Use {
    QHash<HostId, int> hosts;
    QHash<HostId, int> networks;
    QHash<DatastoreId, int> datastores;

    void add(const MigrationClaim &claim)
    {
        for (const HostId host : hostsOf(claim)) {
            hosts[host] += claim.cost.host;
            networks[host] += claim.cost.network;
        }
        for (const DatastoreId datastore : claim.datastores)
            datastores[datastore] += claim.cost.datastore;
    }
    [[nodiscard]] bool leavesRoomFor(const MigrationClaim &claim, const MigrationLimits &limits) const
    {
        const auto fits = [](int used, int more, int limit) { return more == 0 || used + more <= limit; };
        const bool onHosts = std::ranges::all_of(hostsOf(claim), [&](HostId host) {
            return fits(hosts.value(host), claim.cost.host, limits.host)
                && fits(networks.value(host), claim.cost.network, limits.network);
        });
        return onHosts && std::ranges::all_of(claim.datastores, [&](DatastoreId datastore) {
                   return fits(datastores.value(datastore), claim.cost.datastore, limits.datastore);
               });
    }
};

} // namespace

std::vector<VmId> admissible(std::vector<MigrationClaim> waiting, std::vector<MigrationClaim> running,
                             const MigrationLimits &limits, Monotonic now)
{
    std::ranges::stable_sort(
        waiting, {}, [&](const MigrationClaim &claim) { return std::pair(rank(claim, now), claim.since); });
    Use use;
    for (const MigrationClaim &claim : running)
        use.add(claim);
    std::vector<VmId> admitted;
    QHash<HostId, bool> awaited; ///< by one that must wait
    for (const MigrationClaim &claim : waiting) {
        const bool mayPass = !awaited.contains(claim.from) && !awaited.contains(claim.to);
        if (mayPass && use.leavesRoomFor(claim, limits)) {
            use.add(claim);
            admitted.push_back(claim.vm);
        } else {
            awaited.insert(claim.from, true);
            awaited.insert(claim.to, true);
        }
    }
    return admitted;
}

} // namespace core::orchestrator
