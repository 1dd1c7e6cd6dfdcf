// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/lane.h"
#include "core/drs/loop.h"
#include "core/drs/picture.h"
#include "core/orchestrator/drs/dumps.h"
#include "core/orchestrator/drs/execution.h"
#include "core/orchestrator/drs/history.h"
#include "core/orchestrator/eventlog.h"
#include "core/orchestrator/performanceboard.h"

#include <map>
#include <set>

namespace core::orchestrator {

/// Looks after the clusters whose DRS is on: each minute it asks what should be, and does or recommends it. Also
/// answers what a host's maintenance or a VM's start would need. One thread; plans of large clusters are made on another.
class DrsBoard
{
public:
    struct Surroundings {
        Clock &clock;
        LiveInventory &inventory;
        TaskBoard &tasks;
        PerformanceBoard &performance;
        EventLog &events;
        persistence::Store &store;
    };
    struct Settings {
        Duration interval{60'000};
        QString dumps; ///< directory; empty: nothing is written down
        drs::LoopSettings loop;
    };
    DrsBoard(Surroundings around, Settings settings);
    DrsBoard(const DrsBoard &) = delete;
    DrsBoard &operator=(const DrsBoard &) = delete;

    /// Begins, with what an earlier life of the core has kept.
    void start();

    /// Looks at once, without waiting for anything. What is done by itself is done when it ends; the rest is in the report.
    [[nodiscard]] Task<> run(ClusterId cluster, QString actor)
    {
        return run(this, cluster, std::move(actor));
    }
    /// Carries out those recommendations of the last report, and what they wait for; no keys: all of them.
    [[nodiscard]] Task<> apply(ClusterId cluster, std::vector<QString> keys, QString actor,
                               std::function<void(double)> progress)
    {
        return apply(this, cluster, std::move(keys), std::move(actor), std::move(progress));
    }

    [[nodiscard]] model::DrsReport report(ClusterId cluster) const;
    [[nodiscard]] std::vector<model::DrsHistoryEntry> history(ClusterId cluster) const
    {
        return m_history.of(cluster);
    }
    /// What would be recommended now at another threshold (absent: the cluster's own). Nothing is kept of it.
    [[nodiscard]] Task<model::DrsReport> preview(ClusterId cluster, std::optional<int> threshold)
    {
        return preview(this, cluster, threshold);
    }
    /// What speaks against that move: a code of core/drs; empty: nothing.
    [[nodiscard]] QString whyNot(VmId vm, HostId host);

    /// Where the VMs of the host would go, and which could not: all of them, whoever moves them.
    [[nodiscard]] model::DrsReport evacuation(HostId host);
    /// Hosts for a VM that is to start, best first; the codes of those that cannot take it.
    struct Place {
        HostId host;
        QString obstacle; ///< empty: none
    };
    [[nodiscard]] std::vector<Place> placesFor(VmId vm);
    /// The best host, and the migrations that make room there first; null: none.
    struct Placement {
        HostId host;
        std::vector<model::DrsRecommendation> before;
    };
    [[nodiscard]] Placement placementOf(VmId vm);

    /// Carries out any recommendations of a cluster; their ends are in its history, and what failed is not tried for a
    /// while.
    [[nodiscard]] Task<> carryOut(ClusterId cluster, DrsExecution::Order order, std::function<bool()> stop,
                                  std::function<void(double)> progress)
    {
        return carryOut(this, cluster, std::move(order), std::move(stop), std::move(progress));
    }

    void setNotEnforced(std::function<std::vector<HostId>(ClusterId)> notEnforced)
    {
        m_notEnforced = std::move(notEnforced);
    }

private:
    struct Care {
        std::shared_ptr<drs::Loop> loop;
        model::DrsReport report;
        bool isLooking = false;
        bool isMoving = false;
        bool wasBraked = false;
        std::optional<Monotonic> lastLook;
        std::optional<Monotonic> asked; ///< when a report was last made on request: it stays a while
    };
    struct Question {
        ClusterId cluster;
        model::Inventory inventory;
        drs::Surroundings around;
        std::vector<std::pair<VmId, HostId>> excluded;
        std::shared_ptr<drs::Loop> loop; ///< null: the demands as they were read
        double seconds = 0;
        bool isAtOnce = false;
        std::optional<int> threshold;
    };
    struct Answer {
        drs::Picture picture;
        drs::Decision decision;
        model::DrsReport report;
    };

    static Answer answer(Question question);
    static Task<Answer> ask(DrsBoard *self, Question question);
    static Task<> run(DrsBoard *self, ClusterId cluster, QString actor);
    static Task<> look(DrsBoard *self, ClusterId cluster, bool isAtOnce, QString actor);
    static Task<> apply(DrsBoard *self, ClusterId cluster, std::vector<QString> keys, QString actor,
                        std::function<void(double)> progress);
    static Task<model::DrsReport> preview(DrsBoard *self, ClusterId cluster, std::optional<int> threshold);
    static Task<> carryOut(DrsBoard *self, ClusterId cluster, DrsExecution::Order order,
                           std::function<bool()> stop, std::function<void(double)> progress);
    static Task<> actAlone(DrsBoard *self, ClusterId cluster, QString actor);
    void tick();
    void take(ClusterId cluster, Answer answer, bool isAtOnce);
    void noteMove(const model::Change &change, const std::optional<model::Object> &before);
    [[nodiscard]] Question question(ClusterId cluster, const std::vector<VmId> &also = {});
    [[nodiscard]] drs::Picture picture(ClusterId cluster, const model::Inventory &inventory,
                                       const std::vector<VmId> &also);
    [[nodiscard]] std::vector<model::DrsRecommendation>
    stillStanding(std::vector<model::DrsRecommendation> recommendations) const;

    Surroundings m_around;
    Settings m_settings;
    DrsHistory m_history;
    DrsDumps m_dumps;
    std::map<ClusterId, Care> m_cares;
    QHash<VmId, Monotonic> m_moved;
    std::vector<std::tuple<VmId, HostId, Monotonic>> m_failed; ///< not tried again until then
    std::function<std::vector<HostId>(ClusterId)> m_notEnforced;
    std::unique_ptr<Clock::Timer> m_timer;
    std::unique_ptr<Lane> m_lane; ///< of plans that take long
    Scope m_scope;
};

} // namespace core::orchestrator
