// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/server/httpserver.h"
#include "core/api/server/visitor.h"
#include "core/async/scope.h"

namespace core::api::server {

/// The routes about who is signed in: /sessions, /tokens, /effective-permissions. Users, groups, roles and permissions
/// are objects like the others and have the others' routes.
class AccountRoutes
{
public:
    using Answer = std::function<void(Response)>;
    using VisitorPtr = std::shared_ptr<Visitor>;

    explicit AccountRoutes(identity::Accounts &accounts);

    /// `GET`, `POST`, `DELETE`; empty: none of these routes.
    [[nodiscard]] static QByteArrayList methodsOf(const QStringList &path);
    /// POST /sessions: the one thing that a stranger may ask.
    void signIn(const Request &request, const Answer &answer);
    /// The path is one of those with methodsOf(), the method among them.
    void handle(const Request &request, const QStringList &path, const VisitorPtr &visitor,
                const Answer &answer);

private:
    static Task<> answerSignIn(identity::Accounts *accounts, identity::Credentials credentials,
                               Answer answer);
    void sessions(const Request &request, const QStringList &path, Visitor &visitor, const Answer &answer);
    void tokens(const Request &request, const QStringList &path, const VisitorPtr &visitor,
                const Answer &answer);
    static Task<> answerNewToken(identity::Accounts *accounts, identity::Caller caller,
                                 identity::TokenRequest wanted, Answer answer);
    static Task<> answerRevoked(identity::Accounts *accounts, TokenId token, Answer answer);
    void effective(const Request &request, Visitor &visitor, const Answer &answer) const;

    identity::Accounts &m_accounts;
    Scope m_scope;
};

} // namespace core::api::server
