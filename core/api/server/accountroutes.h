// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/server/httpserver.h"
#include "core/api/server/visitor.h"
#include "core/api/server/witness.h"
#include "core/async/scope.h"

namespace core::api::server {

/// The routes about who is signed in: /sessions, /tokens, /effective-permissions, /audit. Users, groups, roles and permissions
/// are objects like the others and have the others' routes.
class AccountRoutes
{
public:
    using Answer = std::function<void(Response)>;
    using VisitorPtr = std::shared_ptr<Visitor>;

    AccountRoutes(identity::Accounts &accounts, Witness &witness);

    [[nodiscard]] static bool has(const QStringList &path);
    /// POST /sessions: the one thing that a stranger may ask.
    void signIn(const Request &request, const Answer &answer);
    /// The path is one of those that it has, the method one that belongs to it.
    void handle(const Request &request, const QStringList &path, const VisitorPtr &visitor,
                const Answer &answer);

private:
    static Task<> answerSignIn(AccountRoutes *self, identity::Credentials credentials, Answer answer);
    void sessions(const Request &request, const QStringList &path, Visitor &visitor, const Answer &answer);
    static Task<> answerEnded(AccountRoutes *self, SessionId session, model::AuditRecord record,
                              Answer answer);
    void tokens(const Request &request, const QStringList &path, const VisitorPtr &visitor,
                const Answer &answer);
    static Task<> answerNewToken(AccountRoutes *self, identity::Caller caller, identity::TokenRequest wanted,
                                 model::AuditRecord record, Answer answer);
    static Task<> answerRevoked(AccountRoutes *self, TokenId token, model::AuditRecord record, Answer answer);
    void audit(const Request &request, Visitor &visitor, const Answer &answer);
    static Task<> answerAudit(AccountRoutes *self, int lines, Answer answer);
    void effective(const Request &request, Visitor &visitor, const Answer &answer) const;

    identity::Accounts &m_accounts;
    Witness &m_witness;
    Scope m_scope;
};

} // namespace core::api::server
