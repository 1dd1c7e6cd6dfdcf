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
        FieldList{field("user", &SignInBody::user), field("password", &SignInBody::password)};
};

struct TokenBody {
    QString label;
    std::optional<Instant> expires;
    std::vector<Privilege> privileges;
    static constexpr auto fields =
        FieldList{field("label", &TokenBody::label), field("expires", &TokenBody::expires),
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

model::AuditRecord recordOf(const Request &request, const Visitor &visitor, const QString &what,
                            const QString &correlation)
{
    return {.who = visitor.identity().principal,
            .from = request.address,
            .what = what,
            .correlation = correlation};
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

AccountRoutes::AccountRoutes(identity::Accounts &accounts, Witness &witness)
    : m_accounts(accounts),
      m_witness(witness),
      m_scope([](const Error &error) { qCWarning(lcAccounts) << error.code << error.detail; })
{}

bool AccountRoutes::has(const QStringList &path)
{
    static const QStringList first{u"sessions"_s, u"tokens"_s, u"effective-permissions"_s, u"audit"_s};
    return !path.isEmpty() && first.contains(path.front());
}

void AccountRoutes::signIn(const Request &request, const Answer &answer)
{
    const auto body = bodyAs<SignInBody>(request);
    if (!body) {
        answer(problem(body.error(), 400));
        return;
    }
    if (body->user.isEmpty()) {
        answer(problem(errors::invalidArgument(u"user"_s, u"a name expected"_s), 400));
        return;
    }
    identity::Credentials credentials{.user = body->user,
                                      .password = body->password,
                                      .address = request.address,
                                      .agent = QString::fromUtf8(request.agent)};
    m_scope.spawn(answerSignIn(this, std::move(credentials), answer));
}

Task<> AccountRoutes::answerSignIn(AccountRoutes *self, identity::Credentials credentials, Answer answer)
{
    model::AuditRecord record{
        .who = credentials.user, .from = credentials.address, .what = u"session.create"_s};
    const auto signedIn = co_await self->m_accounts.signIn(std::move(credentials));
    record.result = signedIn ? u"succeeded"_s : signedIn.error().code;
    if (signedIn) {
        record.who = signedIn->session.principal;
        record.correlation = signedIn->session.id.toString();
    }
    const auto told = co_await self->m_witness.tell(std::move(record));
    if (signedIn && !told)
        std::ignore = self->m_accounts.terminate(signedIn->session.id);
    if (!signedIn || !told) {
        answer(problem(signedIn ? told.error() : signedIn.error()));
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
    else if (path.front() == u"audit")
        audit(request, *visitor, answer);
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
    else
        m_scope.spawn(answerEnded(
            this, wanted, recordOf(request, visitor, u"session.delete"_s, wanted.toString()), answer));
}

Task<> AccountRoutes::answerEnded(AccountRoutes *self, SessionId session, model::AuditRecord record,
                                  Answer answer)
{
    const auto ended = self->m_accounts.terminate(session);
    record.result = ended ? u"succeeded"_s : ended.error().code;
    const auto told = co_await self->m_witness.tell(std::move(record));
    answer(!ended ? problem(ended.error()) : told ? nothing() : problem(told.error()));
    co_return {};
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
            m_scope.spawn(answerRevoked(this, token->id,
                                        recordOf(request, *visitor, u"token.delete"_s, token->id.toString()),
                                        answer));
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
    m_scope.spawn(answerNewToken(this, visitor->caller(), std::move(wanted),
                                 recordOf(request, *visitor, u"token.create"_s, {}), answer));
}

Task<> AccountRoutes::answerNewToken(AccountRoutes *self, identity::Caller caller,
                                     identity::TokenRequest wanted, model::AuditRecord record, Answer answer)
{
    const auto made = co_await self->m_accounts.createToken(std::move(caller), std::move(wanted));
    record.result = made ? u"succeeded"_s : made.error().code;
    if (made)
        record.correlation = made->info.id.toString();
    const auto told = co_await self->m_witness.tell(std::move(record));
    if (made && !told)
        std::ignore = co_await self->m_accounts.revokeToken(made->info.id);
    if (!made || !told) {
        answer(problem(made ? told.error() : made.error()));
        co_return {};
    }
    QJsonObject shown = json::toObject(made->info);
    shown.insert(u"token"_s, QString::fromLatin1(made->token));
    Response response = json(shown);
    response.status = 201;
    answer(response);
    co_return {};
}

Task<> AccountRoutes::answerRevoked(AccountRoutes *self, TokenId token, model::AuditRecord record,
                                    Answer answer)
{
    const auto revoked = co_await self->m_accounts.revokeToken(token);
    record.result = revoked ? u"succeeded"_s : revoked.error().code;
    const auto told = co_await self->m_witness.tell(std::move(record));
    answer(!revoked ? problem(revoked.error()) : told ? nothing() : problem(told.error()));
    co_return {};
}

void AccountRoutes::audit(const Request &request, Visitor &visitor, const Answer &answer)
{
    constexpr int most = 1000;
    const QString text = request.query.queryItemValue(u"limit"_s);
    bool isNumber = true;
    const int lines = text.isEmpty() ? 100 : text.toInt(&isNumber);
    if (!visitor.may(Privilege::AuditRead))
        answer(lacking(Privilege::AuditRead, {}));
    else if (!isNumber || lines < 1 || lines > most)
        answer(
            problem(errors::invalidArgument(u"limit"_s, u"a whole number from 1 to 1000 expected"_s), 400));
    else
        m_scope.spawn(answerAudit(this, lines, answer));
}

Task<> AccountRoutes::answerAudit(AccountRoutes *self, int lines, Answer answer)
{
    const auto records = co_await self->m_witness.last(lines);
    answer(records ? json({{u"items"_s, json::toJson(*records)}}) : problem(records.error()));
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
