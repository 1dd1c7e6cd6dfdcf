// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/server/accountroutes.h"

#include "core/api/server/answers.h"
#include "core/api/server/body.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcAccounts, "vigie.accounts")

namespace core::api::server {

namespace {

using model::Privilege;

Response nothing()
{
    return {.status = 204};
}

struct SignInBody {
    QString user;
    QString password;
    static constexpr auto fields =
        std::tuple{field("user", &SignInBody::user), field("password", &SignInBody::password)};
};

struct TokenBody {
    QString label;
    std::optional<Instant> expires;
    std::vector<Privilege> privileges;
    static constexpr auto fields =
        std::tuple{field("label", &TokenBody::label), field("expires", &TokenBody::expires),
                   field("privileges", &TokenBody::privileges)};
};

template <class T>
Result<T> bodyAs(const Request &request)
{
    const auto body = readBody(request.body);
    if (!body)
        return body.error();
    return json::fromJson<T>(*body);
}

/// `local\ann` whose groups are known, or the name of somebody of a directory with the groups that permissions name.
access::Identity identityNamed(const QString &principal, const model::Inventory &inventory)
{
    for (const auto &user : inventory.all<model::User>()) {
        if (principalOf(*user) == principal)
            return access::identityOf(*user, inventory);
    }
    return {.principal = principal};
}

} // namespace

AccountRoutes::AccountRoutes(identity::Accounts &accounts)
    : m_accounts(accounts),
      m_scope([](const Error &error) { qCWarning(lcAccounts) << error.code << error.detail; })
{}

QByteArrayList AccountRoutes::methodsOf(const QStringList &path)
{
    if (path == QStringList{u"sessions"_s} || path == QStringList{u"tokens"_s})
        return {"GET", "POST"};
    if (path == QStringList{u"sessions"_s, u"current"_s})
        return {"GET", "DELETE"};
    if (path.size() == 2 && (path.front() == u"sessions" || path.front() == u"tokens"))
        return {"DELETE"};
    if (path == QStringList{u"effective-permissions"_s})
        return {"GET"};
    return {};
}

void AccountRoutes::signIn(const Request &request, const Answer &answer)
{
    const auto body = bodyAs<SignInBody>(request);
    if (!body) {
        answer(problem(body.error(), 400));
        return;
    }
    identity::Credentials credentials{.user = body->user,
                                      .password = body->password,
                                      .address = request.address,
                                      .agent = QString::fromUtf8(request.agent)};
    m_scope.spawn(answerSignIn(&m_accounts, std::move(credentials), answer));
}

Task<> AccountRoutes::answerSignIn(identity::Accounts *accounts, identity::Credentials credentials,
                                   Answer answer)
{
    const auto signedIn = co_await accounts->signIn(std::move(credentials));
    if (!signedIn) {
        answer(problem(signedIn.error()));
        co_return {};
    }
    Response response = json({{u"token"_s, QString::fromLatin1(signedIn->token)},
                              {u"session"_s, json::toObject(signedIn->session)}});
    response.status = 201;
    response.headers.emplace_back("Location", "/api/v1/sessions/current");
    answer(response);
    co_return {};
}

void AccountRoutes::handle(const Request &request, const QStringList &path, const VisitorPtr &visitor,
                           const Answer &answer)
{
    if (path.front() == u"sessions")
        sessions(request, path, *visitor, answer);
    else if (path.front() == u"tokens")
        tokens(request, path, visitor, answer);
    else
        effective(request, *visitor, answer);
}

void AccountRoutes::sessions(const Request &request, const QStringList &path, Visitor &visitor,
                             const Answer &answer)
{
    const SessionId own = visitor.caller().session;
    const bool all = visitor.may(Privilege::TerminateSession);
    const auto isHis = [&](const model::SessionInfo &each) {
        return all || each.principal == visitor.identity().principal;
    };
    if (path.size() == 1) {
        answer(json({{u"items"_s, json::toJson(Visitor::only(m_accounts.sessions(), isHis))}}));
        return;
    }
    const bool current = path.at(1) == u"current";
    if (current && request.method == "GET") {
        QJsonObject who{{u"principal"_s, visitor.identity().principal},
                        {u"groups"_s, json::toJson(visitor.identity().groups)}};
        if (!own.isNull())
            who.insert(u"id"_s, own.toString());
        answer(json(who));
        return;
    }
    const SessionId wanted = current ? own : SessionId::fromString(path.at(1));
    const auto sessions = Visitor::only(m_accounts.sessions(), isHis);
    const bool known = std::ranges::any_of(sessions, [&](const auto &each) { return each.id == wanted; });
    if (!known)
        answer(notFound(path.at(1)));
    else if (const auto ended = m_accounts.terminate(wanted); !ended)
        answer(problem(ended.error()));
    else
        answer(nothing());
}

void AccountRoutes::tokens(const Request &request, const QStringList &path, const VisitorPtr &visitor,
                           const Answer &answer)
{
    const QString principal = visitor->identity().principal;
    if (path.size() == 2) {
        const auto token = m_accounts.token(TokenId::fromString(path.at(1)));
        if (!token || (token->principal != principal && !visitor->may(Privilege::ModifyUsers)))
            answer(notFound(path.at(1)));
        else
            m_scope.spawn(answerRevoked(&m_accounts, token->id, answer));
        return;
    }
    if (request.method == "GET") {
        const bool all = visitor->may(Privilege::ModifyUsers);
        answer(json({{u"items"_s, json::toJson(m_accounts.tokens(all ? QString() : principal))}}));
        return;
    }
    const auto body = bodyAs<TokenBody>(request);
    if (!body) {
        answer(problem(body.error(), 400));
        return;
    }
    identity::TokenRequest wanted{
        .label = body->label, .expires = body->expires, .privileges = body->privileges};
    m_scope.spawn(answerNewToken(&m_accounts, visitor->caller(), std::move(wanted), answer));
}

Task<> AccountRoutes::answerNewToken(identity::Accounts *accounts, identity::Caller caller,
                                     identity::TokenRequest wanted, Answer answer)
{
    const auto made = co_await accounts->createToken(std::move(caller), std::move(wanted));
    if (!made) {
        answer(problem(made.error()));
        co_return {};
    }
    QJsonObject shown = json::toObject(made->info);
    shown.insert(u"token"_s, QString::fromLatin1(made->token));
    Response response = json(shown);
    response.status = 201;
    answer(response);
    co_return {};
}

Task<> AccountRoutes::answerRevoked(identity::Accounts *accounts, TokenId token, Answer answer)
{
    const auto revoked = co_await accounts->revokeToken(token);
    answer(revoked ? nothing() : problem(revoked.error()));
    co_return {};
}

/// `principal=local\ann&object=vm/…`: what he may there, and by which permissions. Without a principal: oneself.
void AccountRoutes::effective(const Request &request, Visitor &visitor, const Answer &answer) const
{
    const QString principal = request.query.queryItemValue(u"principal"_s, QUrl::FullyDecoded);
    const QString object = request.query.queryItemValue(u"object"_s, QUrl::FullyDecoded);
    const auto ref =
        object.isEmpty() ? Result<model::ObjectRef>(model::ObjectRef()) : model::refFromString(object);
    if (!ref) {
        answer(problem(errors::invalidArgument(u"object"_s, u"kind/uuid expected"_s), 400));
        return;
    }
    const bool own = principal.isEmpty() || principal == visitor.identity().principal;
    if (!ref->isRoot() && (!visitor.inventory().contains(*ref) || !visitor.sees(*ref))) {
        answer(notFound(toString(*ref)));
        return;
    }
    if (!own && !visitor.may(Privilege::ModifyPermissions, *ref)) {
        answer(lacking(Privilege::ModifyPermissions, visitor.inventory().nameOf(*ref)));
        return;
    }
    const access::Identity who = own ? visitor.identity() : identityNamed(principal, visitor.inventory());
    const access::Effective found = access::effective(who, *ref, visitor.inventory());
    answer(json({{u"principal"_s, who.principal},
                 {u"object"_s, toString(*ref)},
                 {u"privileges"_s, json::toJson(found.privileges.list())},
                 {u"grounds"_s, json::toJson(found.grounds)}}));
}

} // namespace core::api::server
