// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/async/scope.h"
#include "core/hypervisor/hostfiles.h"
#include "core/orchestrator/liveinventory.h"

#include <functional>

namespace core::orchestrator {

/// A core's claim to rule a cluster: `.vigie/cluster-<id>.json` on a datastore that its hosts share.
struct ClusterClaim {
    QString core; ///< id
    QString name; ///< of the core, for people
    Instant taken; ///< since when it rules
    Instant renewed;
    std::vector<HostId> hosts; ///< of the cluster: another core may call it by another id

    static constexpr auto fields =
        FieldList{field("core", &ClusterClaim::core), field("name", &ClusterClaim::name),
                  field("taken", &ClusterClaim::taken), field("renewed", &ClusterClaim::renewed),
                  field("hosts", &ClusterClaim::hosts)};
    friend bool operator==(const ClusterClaim &, const ClusterClaim &) = default;
};

/// Who rules, of claims to the same hosts: whoever took it last. Null: nobody. Pure: every core that reads the same
/// claims comes to the same answer.
[[nodiscard]] const ClusterClaim *rulingClaim(const std::vector<ClusterClaim> &claims);

/// Sees to it that one core rules a cluster. Clusters with HA or DRS whose hosts share a datastore are claimed, every 20
/// seconds; where another core rules, model::Cluster::managedBy names it, and the controllers keep still. A datastore
/// that cannot be reached changes nothing. One thread.
class ClusterClaims
{
public:
    static constexpr Duration interval = std::chrono::seconds(20);

    struct Surroundings {
        Clock &clock;
        LiveInventory &inventory;
        QString core; ///< our id
        QString name; ///< as others shall call us
        /// Null: the host cannot be asked now.
        std::function<std::shared_ptr<hypervisor::HostFiles>(HostId)> files;
        /// `cluster.claimed`, `cluster.claim-lost`.
        std::function<void(const QString &code, const model::Cluster &cluster, const QString &by)> tell;
    };

    explicit ClusterClaims(Surroundings around);

    void start();
    /// Ours from now on; `base.unreachable` when no datastore can be.
    [[nodiscard]] Task<> takeOver(ClusterId cluster) { return takeOver(this, cluster); }

private:
    /// Where the claims to a cluster lie, and who can be asked for them.
    struct Place {
        std::shared_ptr<hypervisor::HostFiles> files;
        QString directory;
        std::vector<HostId> hosts; ///< of the cluster
    };
    struct Claims {
        std::vector<ClusterClaim> all;
        bool hasOurs = false; ///< under our name of the cluster
    };

    [[nodiscard]] std::optional<Place> placeOf(ClusterId cluster) const;
    static Task<> renewAll(ClusterClaims *self);
    static Task<> renew(ClusterClaims *self, ClusterId cluster);
    static Task<> takeOver(ClusterClaims *self, ClusterId cluster);
    static Task<Claims> read(ClusterClaims *self, ClusterId cluster, Place place);
    static Task<> write(ClusterClaims *self, ClusterId cluster, Place place, Instant taken, bool isNew);
    [[nodiscard]] static QString pathOf(ClusterId cluster, const Place &place);
    void settle(ClusterId cluster, const QString &managedBy);

    Surroundings m_around;
    std::unique_ptr<Clock::Timer> m_timer;
    Scope m_scope;
};

} // namespace core::orchestrator
