// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/drs.h"
#include "core/orchestrator/liveinventory.h"
#include "core/orchestrator/taskboard.h"

namespace core::orchestrator {

/// Carries out recommendations, each migration as a task of its own: side by side as far as hosts allow, and only where
/// the destination still has room. Lives as long as run() is awaited.
class DrsExecution
{
public:
    struct Order {
        std::vector<model::DrsRecommendation> recommendations; ///< in an order in which they can be done
        QString actor; ///< who wants it; empty: the cluster by itself
        int mostPerHost = 2; ///< migrations at once from or to one
    };
    struct Surroundings {
        Clock &clock;
        LiveInventory &inventory;
        TaskBoard &tasks;
        /// Hears of each end; `entry.error` says why it did not move.
        std::function<void(const model::DrsHistoryEntry &entry)> onEnd;
    };
    DrsExecution(Surroundings around, Order order);

    /// Ends when all have ended. What has not begun when `stop` says so is left.
    [[nodiscard]] Task<> run(std::function<bool()> stop) { return run(this, std::move(stop)); }
    /// Of all moves, those that are over: 0–1.
    [[nodiscard]] double progress() const;
    [[nodiscard]] int failed() const;
    /// The first reason why one failed.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

private:
    enum class State { Waiting, Running, Done, Failed };
    struct Step {
        model::DrsMove move;
        QString key; ///< of its recommendation
        int priority = 3;
        QString reason;
        std::vector<size_t> after; ///< that must be done before
        State state = State::Waiting;
        TaskId task;
    };

    static Task<> run(DrsExecution *self, std::function<bool()> stop);
    static Task<> begin(DrsExecution *self, size_t step);
    void look();
    void end(Step &step, std::optional<Error> error);
    [[nodiscard]] bool isBusy(HostId host) const;
    [[nodiscard]] bool hasRoom(const Step &step) const;
    [[nodiscard]] bool breaksRule(const Step &step) const;
    [[nodiscard]] bool isReady(const Step &step) const;
    [[nodiscard]] std::optional<size_t> next() const;
    void giveUpOne();
    [[nodiscard]] bool any(State state) const;

    Surroundings m_around;
    Order m_order;
    std::vector<Step> m_steps;
    std::optional<Error> m_problem;
};

} // namespace core::orchestrator
