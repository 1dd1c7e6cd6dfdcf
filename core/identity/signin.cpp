// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/accounts.h"
#include "core/identity/errors.h"
#include "core/identity/secret.h"

#include <QScopeGuard>

#include <algorithm>

/// Accounts: how somebody gets in, and who he is from then on.
namespace core::identity {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostAtOnce = 32; ///< sign-ins that are under way: each waits for its turn at the hashing
constexpr qsizetype longestName = 256;
constexpr qsizetype longestAgent = 256;
const QString local = u"local"_s;

/// Whose failures count together, however he spells himself.
QString lockoutKey(const QString &domain, const QString &name, const QString &address)
{
    return domain.toLower() + u'\\' + name.toLower() + u' ' + networkOf(address);
}

Error lockedFor(Duration time)
{
    const qint64 seconds = std::chrono::ceil<std::chrono::seconds>(time).count();
    return Error(errors::Locked, QJsonObject{{u"seconds"_s, seconds}});
}

} // namespace

struct Accounts::Name {
    QString domain;
    QString name;
};

Accounts::Name Accounts::parse(const QString &user) const
{
    const QString text = user.left(longestName + 1).normalized(QString::NormalizationForm_C);
    const QString common = m_settings.defaultDomain.isEmpty() ? local : m_settings.defaultDomain;
    if (text.size() > longestName)
        return {common, QString()}; // nobody's
    if (text.contains(u'\\'))
        return {text.section(u'\\', 0, 0), text.section(u'\\', 1)};
    const QString domain = text.section(u'@', -1);
    const bool isDomain = domain.compare(local, Qt::CaseInsensitive) == 0 || directoryOf(domain) != nullptr;
    if (text.contains(u'@') && isDomain)
        return {domain, text.section(u'@', 0, -2)};
    return {common, text};
}

Task<SignedIn> Accounts::signIn(Credentials credentials)
{
    if (m_signingIn >= mostAtOnce)
        co_return Error(core::errors::Busy, u"too many sign in at this moment"_s);
    const Name who = parse(credentials.user);
    const QString key = lockoutKey(who.domain, who.name, credentials.address);
    if (const auto locked = m_lockout.attempt(key))
        co_return lockedFor(*locked);
    ++m_signingIn;
    const auto done = qScopeGuard([this] { --m_signingIn; });

    const QString address = credentials.address;
    const QString agent = credentials.agent.left(longestAgent);
    Directory *directory = directoryOf(who.domain);
    // Also a domain that nobody knows costs a hash.
    auto owner = directory != nullptr ? authenticateElsewhere(directory, who.name, credentials.password)
                                      : authenticateLocally(who.domain, who.name, credentials.password);
    const auto found = co_await owner;
    if (!found && !found.error().is(errors::BadCredentials))
        m_lockout.takeBack(key);
    if (!found)
        co_return found.error();
    m_lockout.forgive(key);
    const QByteArray token = newSecret();
    const SessionInfo session = m_sessions.open(*found, address, agent, digestOf(token));
    co_return SignedIn{.token = token, .session = session};
}

Task<Owner> Accounts::authenticateLocally(QString domain, QString name, QString password)
{
    const bool isLocal = domain.compare(local, Qt::CaseInsensitive) == 0;
    const auto user = isLocal ? localUser(name) : std::nullopt;
    const bool mayEnter = user && !user->disabled;
    const QByteArray hash = mayEnter ? m_hashes.value(user->id) : QByteArray();
    const auto match = co_await m_passwords.match(password, hash);
    if (!match)
        co_return match.error();
    // Meanwhile he may have been disabled or deleted, or have got another password.
    const model::Inventory inventory = m_inventory();
    const model::User *now = user ? inventory.find(user->id) : nullptr;
    if (!match->right || now == nullptr || now->disabled || m_hashes.value(now->id) != hash)
        co_return Error(errors::BadCredentials);
    if (match->outdated)
        m_scope.spawn(rehash(now->id, hash, password));
    co_return Owner{.principal = principalOf(*now), .user = now->id};
}

Task<Owner> Accounts::authenticateElsewhere(Directory *directory, QString name, QString password)
{
    if (name.isEmpty() || password.isEmpty()) // which LDAP would take for an anonymous bind
        co_return Error(errors::BadCredentials);
    const auto user = co_await directory->authenticate(name, password);
    if (!user)
        co_return user.error();
    access::Identity identity = identityFrom(directory->domain(), *user);
    Owner owner{.principal = identity.principal};
    m_known.insert(owner.principal, std::move(identity));
    co_return owner;
}

/// The same password at today's cost.
Task<> Accounts::rehash(UserId user, QByteArray before, QString password)
{
    const auto hash = co_await m_passwords.hash(std::move(password));
    if (!hash)
        co_return hash.error();
    if (m_hashes.value(user) != before)
        co_return {}; // changed or forgotten meanwhile
    m_hashes.insert(user, *hash);
    const auto saved = co_await m_store.saveSecret(u"password/"_s + user.toString(), *hash);
    co_return saved;
}

std::optional<model::User> Accounts::localUser(const QString &name) const
{
    const model::Inventory inventory = m_inventory();
    const auto &users = inventory.all<model::User>();
    const auto found = std::ranges::find_if(users, [&name](const auto &user) { return user->name == name; });
    return found == users.end() ? std::nullopt : std::optional(**found);
}

std::optional<access::Identity> Accounts::identityOf(const Owner &owner) const
{
    if (owner.user.isNull())
        return m_known.value(owner.principal, access::Identity{.principal = owner.principal});
    const model::Inventory inventory = m_inventory();
    const model::User *user = inventory.find(owner.user);
    if (user == nullptr || user->disabled)
        return std::nullopt;
    return access::identityOf(*user, inventory);
}

} // namespace core::identity
