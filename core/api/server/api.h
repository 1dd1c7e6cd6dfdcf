// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/server/accountroutes.h"
#include "core/api/server/feedhub.h"
#include "core/api/server/httpserver.h"
#include "core/orchestrator/core.h"

namespace core::api::server {

/// /api/v1 over a core: who may come in, which route is which question, and the answers as JSON.
class Api : public Handler
{
public:
    struct Settings {
        bool loopbackOnly = true; ///< refuse a Host header that is not a loopback name: DNS rebinding
    };

    Api(orchestrator::Core &core, FeedHub &feed, identity::Accounts &accounts, Settings settings);

    void handle(const Request &request, std::function<void(Response)> answer) override;
    std::optional<Response> openFeed(const Request &request,
                                     const std::function<std::shared_ptr<FeedSink>()> &accept) override;
    void openSocket(const Request &request, std::function<void(Result<StreamFd>)> answer) override;
    [[nodiscard]] bool isFeed(const QString &path) const override;

    /// When the last request came.
    [[nodiscard]] Monotonic lastRequest() const { return m_lastRequest; }

private:
    using Answer = std::function<void(Response)>;
    using VisitorPtr = std::shared_ptr<Visitor>;

    /// Why the request is turned away before it is known whose it is; nothing: it is not.
    [[nodiscard]] std::optional<Response> turnedAway(const Request &request) const;
    /// Who asks, or the answer for somebody who is not signed in.
    [[nodiscard]] Result<VisitorPtr> admit(const Request &request);
    [[nodiscard]] bool answerStranger(const Request &request, const QString &path, const Answer &answer);
    void answerVisitor(const Request &request, const QString &path, const VisitorPtr &visitor,
                       const Answer &answer);
    void answerOther(const Request &request, const QString &path, const VisitorPtr &visitor,
                     const Answer &answer);
    [[nodiscard]] bool answerQuery(const Request &request, const QString &path, const VisitorPtr &visitor,
                                   const Answer &answer);
    [[nodiscard]] bool answerList(const QString &path, Visitor &visitor, const Answer &answer) const;
    void answerInventory(Visitor &visitor, const Answer &answer);
    Task<> answerPerformance(Request request, VisitorPtr visitor, Answer answer);
    Task<> answerEvents(Request request, VisitorPtr visitor, Answer answer);
    Task<> answerOperation(Request request, operations::OperationRequest operation, VisitorPtr visitor,
                           Answer answer);
    void answerCheck(const operations::OperationRequest &operation, const Visitor &visitor,
                     const Answer &answer) const;
    void answerConsole(VmId vm, Visitor &visitor, const Answer &answer);
    void answerTask(const Request &request, const QString &id, Visitor &visitor, const Answer &answer);
    Task<> connectScreen(VmId vm, std::function<void(Result<StreamFd>)> answer);
    void dropOldTickets();

    struct Ticket {
        VmId vm;
        Monotonic until;
    };

    orchestrator::Core &m_core;
    FeedHub &m_feed;
    identity::Accounts &m_accounts;
    AccountRoutes m_accountRoutes;
    Settings m_settings;
    Monotonic m_lastRequest{};
    QHash<QString, Ticket> m_tickets;
    Scope m_scope;
};

} // namespace core::api::server
