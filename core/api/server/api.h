// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/server/accountroutes.h"
#include "core/api/server/changes.h"
#include "core/api/server/cursors.h"
#include "core/api/server/databaseroutes.h"
#include "core/api/server/drsroutes.h"
#include "core/api/server/feedhub.h"
#include "core/api/server/gate.h"
#include "core/api/server/httpserver.h"
#include "core/api/server/screens.h"
#include "core/api/server/witness.h"
#include "core/orchestrator/core.h"

#include <array>
#include <atomic>

namespace core::api::server {

/// /api/v1 over a core: who may come in, which route is which question, and the answers as JSON.
class Api : public Handler
{
public:
    struct Settings {
        bool loopbackOnly = true; ///< refuse a Host header that is not a loopback name: DNS rebinding
        Gate::Limits limits;
        identity::AuditLog *audit = nullptr; ///< outlives this; null: nothing is recorded
        QString backups = {}; ///< directory of copies of the database; empty: none are made
    };

    Api(orchestrator::Core &core, FeedHub &feed, identity::Accounts &accounts, Settings settings);

    void handle(const Request &request, std::function<void(Response)> answer) override;
    std::optional<Response> openFeed(const Request &request,
                                     const std::function<std::shared_ptr<FeedSink>()> &accept) override;
    void openSocket(const Request &request, std::function<void(Result<StreamFd>)> answer) override;
    [[nodiscard]] bool isFeed(const QString &path) const override;

    /// Somebody signed out, or was: his tickets and screens end.
    void sessionEnded(SessionId session) { m_screens.close(session); }

    /// When the last request came.
    [[nodiscard]] Monotonic lastRequest() const { return m_lastRequest; }

private:
    using Answer = std::function<void(Response)>;
    using VisitorPtr = std::shared_ptr<Visitor>;

    /// Why the request is turned away before it is known whose it is; nothing: it is not.
    [[nodiscard]] std::optional<Response> turnedAway(const Request &request) const;
    /// Who asks, or the answer for somebody who is not signed in or asks too often.
    [[nodiscard]] VisitorPtr admit(const Request &request, std::optional<Response> &refusal);
    [[nodiscard]] bool answerStranger(const Request &request, const QString &path, const Answer &answer);
    void answerVisitor(const Request &request, const QString &path, const VisitorPtr &visitor,
                       const Answer &answer);
    void answerOther(const Request &request, const QString &path, const VisitorPtr &visitor,
                     const Answer &answer);
    [[nodiscard]] bool nameObject(operations::OperationRequest &operation, Visitor &visitor) const;
    [[nodiscard]] bool answerQuery(const Request &request, const QString &path, const VisitorPtr &visitor,
                                   const Answer &answer);
    [[nodiscard]] bool answerFixed(const Request &request, const QString &path, const VisitorPtr &visitor,
                                   const Answer &answer);
    [[nodiscard]] bool answerList(const Request &request, const QString &path, const VisitorPtr &visitor,
                                  const Answer &answer) const;
    void answerObjects(const Request &request, model::Kind kind, const VisitorPtr &visitor,
                       const Answer &answer) const;
    [[nodiscard]] Response tasksFor(const QUrlQuery &query, const QByteArray &list, Visitor &visitor) const;
    [[nodiscard]] Response answerObject(const Request &request, const model::ObjectRef &ref,
                                        Visitor &visitor) const;
    void answerInventory(Visitor &visitor, const Answer &answer);
    Task<> answerPerformance(Request request, VisitorPtr visitor, Answer answer);
    [[nodiscard]] Response notifications(Visitor &visitor) const;
    void answerMetrics(Visitor &visitor, const Answer &answer);
    Task<> answerEvents(Request request, VisitorPtr visitor, Answer answer);
    Task<> answerOperation(Request request, operations::OperationRequest operation, VisitorPtr visitor,
                           Answer answer);
    /// Why the operation is not begun: it is not permitted, of another state of the object, not possible.
    [[nodiscard]] std::optional<Error> objection(const Request &request,
                                                 const operations::OperationRequest &operation,
                                                 const Visitor &visitor) const;
    void answerCheck(const operations::OperationRequest &operation, const Visitor &visitor,
                     const Answer &answer) const;
    void answerConsole(VmId vm, Visitor &visitor, const Answer &answer);
    void answerTask(const Request &request, const QString &id, Visitor &visitor, const Answer &answer);
    Task<> connectScreen(Screens::Ticket ticket, std::function<void(Result<StreamFd>)> answer);

    /// Answers by their status. Counted on whatever thread gives the answer.
    using Counts = std::array<std::atomic<qint64>, 600>;

    orchestrator::Core &m_core;
    FeedHub &m_feed;
    identity::Accounts &m_accounts;
    Witness m_witness;
    AccountRoutes m_accountRoutes;
    DatabaseRoutes m_databaseRoutes;
    DrsRoutes m_drsRoutes;
    Settings m_settings;
    Gate m_gate;
    Cursors m_cursors;
    Changes m_changes;
    Screens m_screens;
    std::shared_ptr<Counts> m_counts = std::make_shared<Counts>();
    Monotonic m_lastRequest{};
    Scope m_scope;
};

} // namespace core::api::server
