// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/accounts.h"

#include "core/identity/errors.h"
#include "core/identity/secret.h"

#include <QJsonDocument>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace core::identity {

namespace {

Q_LOGGING_CATEGORY(lcIdentity, "vigie.identity")

const QString passwords = u"password/"_s; ///< of the secrets' names in the store; the rest is an id
const QString tokenNames = u"token/"_s;
constexpr qsizetype longestBearer = 256;

QString passwordName(UserId user)
{
    return passwords + user.toString();
}

model::PrivilegeSet limitOf(const TokenInfo &token)
{
    model::PrivilegeSet limit;
    for (const model::Privilege each : token.privileges)
        limit.add(each);
    return limit;
}

Error notSignedIn()
{
    return Error(errors::NotSignedIn);
}

} // namespace

Accounts::Accounts(Clock &clock, persistence::Store &store, Settings settings)
    : m_clock(clock),
      m_store(store),
      m_settings(std::move(settings)),
      m_inventory([] { return model::Inventory(); }),
      m_sessions(clock, {.idle = m_settings.idle, .absolute = m_settings.absolute}),
      m_lockout(clock, m_settings.lockout),
      m_passwords(m_settings.hashCost),
      m_scope([](const Error &error) { qCWarning(lcIdentity) << error.code << error.detail; })
{}

Accounts::~Accounts() = default;

void Accounts::setInventory(std::function<model::Inventory()> inventory)
{
    m_inventory = std::move(inventory);
}

void Accounts::setSessionEnded(std::function<void(SessionId)> ended)
{
    m_sessions.setEnded(std::move(ended));
}

Task<> Accounts::load()
{
    const auto hashes = co_await m_store.secrets(passwords);
    if (!hashes)
        co_return hashes.error();
    for (auto each = hashes->cbegin(); each != hashes->cend(); ++each)
        m_hashes.insert(UserId::fromString(each.key().mid(passwords.size())), each.value());
    const auto tokens = co_await m_store.secrets(tokenNames);
    if (!tokens)
        co_return tokens.error();
    for (auto each = tokens->cbegin(); each != tokens->cend(); ++each) {
        auto record = json::fromJson<TokenRecord>(QJsonDocument::fromJson(each.value()).object());
        if (record)
            m_tokens.put(*std::move(record));
        else
            qCWarning(lcIdentity) << "an unreadable token is of no use:" << each.key()
                                  << record.error().detail;
    }
    if (!m_directories.empty())
        m_scope.spawn(refreshDirectories());
    co_return {};
}

Result<Caller> Accounts::callerOf(const QByteArray &bearer, const QString &agent)
{
    if (bearer.isEmpty() || bearer.size() > longestBearer)
        return notSignedIn();
    const QByteArray digest = digestOf(bearer);
    if (digest == m_fixedDigest)
        return Caller{.identity = m_fixedIdentity};
    if (const Session *session = m_sessions.use(digest, agent)) {
        auto identity = identityOf(session->owner);
        if (!identity)
            return notSignedIn();
        return Caller{.identity = *std::move(identity), .session = session->info.id};
    }
    const TokenRecord *record = m_tokens.findByDigest(digest);
    if (record == nullptr || (record->info.expires && *record->info.expires <= m_clock.now()))
        return notSignedIn();
    auto identity = identityOf(record->owner());
    if (!identity)
        return notSignedIn();
    if (!record->info.privileges.empty())
        identity->limit = limitOf(record->info);
    Caller caller{.identity = *std::move(identity), .token = record->info.id};
    noteUse(record->info.id);
    return caller;
}

void Accounts::setFixedToken(const QByteArray &token, QString principal)
{
    m_fixedDigest = digestOf(token);
    m_fixedIdentity = {.principal = std::move(principal)};
}

std::vector<SessionInfo> Accounts::sessions()
{
    return m_sessions.list();
}

bool Accounts::isAlive(SessionId session)
{
    return m_sessions.find(session) != nullptr;
}

Result<void> Accounts::terminate(SessionId session)
{
    if (!m_sessions.end(session))
        return Error(core::errors::NotFound, QJsonObject{{u"what"_s, session.toString()}});
    return {};
}

void Accounts::signOut(const QByteArray &bearer)
{
    m_sessions.end(digestOf(bearer));
}

void Accounts::endSessionsOf(const QString &principal)
{
    m_sessions.endWhere([&principal](const Owner &owner) { return owner.principal == principal; });
}

Task<> Accounts::setPassword(model::User user, QString password)
{
    const auto good = checkPassword(password, user.name);
    if (!good)
        co_return good.error();
    const auto hash = co_await m_passwords.hash(std::move(password));
    if (!hash)
        co_return hash.error();
    const auto saved = co_await m_store.saveSecret(passwordName(user.id), *hash);
    if (!saved)
        co_return saved.error();
    m_hashes.insert(user.id, *hash);
    m_sessions.endWhere([id = user.id](const Owner &owner) { return owner.user == id; });
    co_return {};
}

bool Accounts::hasPassword(UserId user) const
{
    return m_hashes.contains(user);
}

Task<> Accounts::forget(UserId user)
{
    m_hashes.remove(user);
    m_sessions.endWhere([user](const Owner &owner) { return owner.user == user; });
    for (const TokenRecord &each : m_tokens.list()) {
        if (each.user != user)
            continue;
        const auto revoked = co_await revokeToken(each.info.id);
        if (!revoked)
            co_return revoked.error();
    }
    const auto removed = co_await m_store.saveSecret(passwordName(user), QByteArray());
    co_return removed;
}

} // namespace core::identity
