// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/accounts.h"
#include "core/identity/errors.h"
#include "core/identity/secret.h"

#include <QJsonDocument>

#include <algorithm>

/// Accounts: the tokens of programs.
namespace core::identity {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostTokens = 100; ///< of one user
constexpr qsizetype longestLabel = 80;
constexpr Duration useIsNoted = std::chrono::hours(1); ///< at most so often: each note is a write

QString secretName(TokenId id)
{
    return u"token/"_s + id.toString();
}

Result<void> check(const TokenRequest &request, Instant now)
{
    const bool isPrintable = std::ranges::all_of(request.label, [](QChar each) { return each.isPrint(); });
    if (request.label.trimmed().isEmpty() || request.label.size() > longestLabel || !isPrintable)
        return core::errors::invalidArgument(u"label"_s, u"1 to 80 printable characters expected"_s);
    if (request.expires && *request.expires <= now)
        return core::errors::invalidArgument(u"expires"_s, u"a moment in the future expected"_s);
    return {};
}

/// In the order of the enum, each once.
std::vector<model::Privilege> inOrder(const std::vector<model::Privilege> &privileges)
{
    model::PrivilegeSet set;
    for (const model::Privilege each : privileges)
        set.add(each);
    return set.list();
}

} // namespace

Task<NewToken> Accounts::createToken(Caller caller, TokenRequest request)
{
    const Session *session = m_sessions.find(caller.session);
    if (session == nullptr)
        co_return Error(errors::SessionNeeded);
    const auto good = check(request, m_clock.now());
    if (!good)
        co_return good.error();
    const Owner owner = session->owner;
    const auto all = m_tokens.list();
    if (std::ranges::count(all, owner, &TokenRecord::owner) >= mostTokens)
        co_return Error(errors::TooManyTokens, QJsonObject{{u"limit"_s, mostTokens}});

    const QByteArray secret = newSecret();
    TokenRecord record{.user = owner.user, .digest = QString::fromLatin1(digestOf(secret).toHex())};
    record.info = {.id = TokenId::random(),
                   .principal = owner.principal,
                   .label = request.label,
                   .created = m_clock.now(),
                   .expires = request.expires,
                   .privileges = inOrder(request.privileges)};
    const auto kept = co_await keepToken(record);
    if (!kept)
        co_return kept.error();
    NewToken made{.token = secret, .info = record.info};
    m_tokens.put(std::move(record));
    co_return made;
}

std::vector<TokenInfo> Accounts::tokens(const QString &principal) const
{
    std::vector<TokenInfo> infos;
    for (const TokenRecord &each : m_tokens.list()) {
        const TokenInfo info = infoOf(each);
        if (principal.isEmpty() || info.principal == principal)
            infos.push_back(info);
    }
    return infos;
}

std::optional<TokenInfo> Accounts::token(TokenId id) const
{
    const TokenRecord *record = m_tokens.find(id);
    return record == nullptr ? std::nullopt : std::optional(infoOf(*record));
}

/// Under the name that its user has now.
TokenInfo Accounts::infoOf(const TokenRecord &record) const
{
    TokenInfo info = record.info;
    const model::Inventory inventory = m_inventory();
    if (const model::User *user = inventory.find(record.user))
        info.principal = principalOf(*user);
    return info;
}

Task<> Accounts::revokeToken(TokenId id)
{
    const TokenRecord *found = m_tokens.find(id);
    if (found == nullptr)
        co_return Error(core::errors::NotFound, QJsonObject{{u"what"_s, id.toString()}});
    TokenRecord record = *found;
    m_tokens.remove(id); // first: a note of its use that came later would bring it back
    const auto removed = co_await m_store.saveSecret(secretName(id), QByteArray());
    if (!removed)
        m_tokens.put(std::move(record));
    co_return removed;
}

void Accounts::noteUse(TokenId id)
{
    const TokenRecord *record = m_tokens.find(id);
    const Instant now = m_clock.now();
    if (record == nullptr || (record->info.lastUsed && now - *record->info.lastUsed < useIsNoted))
        return;
    m_tokens.setUsed(id, now);
    m_scope.spawn(keepToken(*record));
}

Task<> Accounts::keepToken(TokenRecord record)
{
    const QByteArray text = QJsonDocument(json::toObject(record)).toJson(QJsonDocument::Compact);
    const auto saved = co_await m_store.saveSecret(secretName(record.info.id), text);
    co_return saved;
}

} // namespace core::identity
