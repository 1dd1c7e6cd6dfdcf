// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/migration/destinations.h"

#include "core/model/search.h"
#include "core/model/tree.h"

#include <algorithm>

namespace views {

namespace {

using core::model::MigrationCandidate;

void add(Destination &destination, core::VmId vm, const MigrationCandidate &candidate)
{
    for (const core::model::Finding &finding : candidate.findings)
        destination.findings.push_back({vm, finding});
    if (!candidate.isPossible())
        return;
    if (destination.possible.empty())
        destination.reasons = candidate.reasons;
    destination.possible.push_back(vm);
    destination.score += candidate.score;
}

bool isBetter(const Destination &a, const Destination &b)
{
    if (a.possible.size() != b.possible.size())
        return a.possible.size() > b.possible.size();
    if (a.score != b.score)
        return a.score > b.score;
    return core::model::naturalKey(a.name) < core::model::naturalKey(b.name);
}

} // namespace

std::vector<Destination> destinationsFor(const MigrationDraft &draft, const core::model::Inventory &inventory,
                                         const Loads &loads)
{
    QHash<core::HostId, Destination> byHost;
    // Its disks come along: to what room the host has. The next page asks for another place.
    QHash<core::HostId, core::DatastoreId> stores;
    const auto withDisks = [&](core::model::MigrationRequest &request) {
        auto store = stores.constFind(*request.host);
        if (store == stores.constEnd())
            store = stores.insert(*request.host, roomiestOf(*request.host, inventory));
        request.datastore = store->isNull() ? std::nullopt : std::optional(*store);
    };
    std::function<void(core::model::MigrationRequest &)> complete;
    if (draft.movesDisks())
        complete = withDisks;
    for (const core::VmId vm : draft.vms) {
        core::model::MigrationRequest request{.vm = vm, .priority = draft.priority};
        for (const MigrationCandidate &candidate :
             core::migration::candidates(request, inventory, loads, complete)) {
            Destination &destination = byHost[candidate.host];
            destination.host = candidate.host;
            add(destination, vm, candidate);
        }
    }
    std::vector<Destination> all;
    for (Destination &destination : byHost) {
        destination.name = inventory.nameOf(destination.host);
        const core::ClusterId cluster = clusterOf(destination.host, inventory);
        destination.cluster = cluster.isNull() ? QString() : inventory.nameOf(cluster);
        if (!destination.possible.empty())
            destination.score /= static_cast<double>(destination.possible.size());
        all.push_back(std::move(destination));
    }
    std::ranges::sort(all, isBetter);
    return all;
}

} // namespace views
