// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/objects.h"

namespace core::simulation {

/// What no simulated host knows about itself: the tree above and beside it. A core imports it at its start as
/// it would read its database. Parents come before their children.
struct Topology {
    struct Placement {
        VmId vm;
        std::optional<FolderId> folder;
        std::optional<PoolId> pool;
    };
    struct DatastorePlacement {
        DatastoreId datastore;
        DatacenterId datacenter;
    };

    std::vector<model::Datacenter> datacenters;
    std::vector<model::Folder> folders;
    std::vector<model::Cluster> clusters;
    std::vector<model::Pool> pools;
    std::vector<model::Host> hosts; ///< with all facts, parent and `uri` simulated:///NAME; not yet connected
    std::vector<Placement> vms; ///< one per VM
    std::vector<DatastorePlacement> datastores;
};

} // namespace core::simulation
