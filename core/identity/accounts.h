// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/access.h"
#include "core/async/clock.h"
#include "core/async/lane.h"
#include "core/async/scope.h"
#include "core/identity/directory.h"
#include "core/identity/lockout.h"
#include "core/identity/password.h"
#include "core/identity/sessions.h"
#include "core/identity/tokens.h"
#include "core/model/session.h"
#include "core/persistence/store.h"

namespace core::identity {

using model::SessionInfo;
using model::TokenInfo;

struct Settings {
    Duration idle = std::chrono::minutes(30); ///< a session unused for so long ends
    Duration absolute = std::chrono::hours(12); ///< and every session after this
    Lockout::Rule lockout; ///< for each name and address
    HashCost hashCost;
    QString defaultDomain; ///< of a name without one; empty: `local`
    Duration directoryAge = std::chrono::minutes(10); ///< how old the groups of a directory's user may become
};

/// What somebody shows to sign in.
struct Credentials {
    QString user; ///< `ann`, `local\ann`, `corp\ann`, `ann@corp`
    QString password;
    QString address; ///< of the peer, without its port
    QString agent; ///< his User-Agent; the session is good for no other
};

struct SignedIn {
    QByteArray token; ///< 256 random bits in hexadecimal; kept as SHA-256 only
    SessionInfo session;
};

/// Who stands behind a bearer token.
struct Caller {
    access::Identity identity;
    SessionId session; ///< null: an API token, or an embedded core's own
    TokenId token; ///< null: not an API token
};

struct TokenRequest {
    QString label; ///< 1–80 characters
    std::optional<Instant> expires; ///< in the future
    std::vector<model::Privilege> privileges; ///< empty: all that the user may
};

struct NewToken {
    QByteArray token; ///< shown once
    TokenInfo info;
};

/// As permissions name a directory's user and his groups.
[[nodiscard]] access::Identity identityFrom(const QString &domain, const DirectoryUser &user);

/// Who is there: passwords, sessions and tokens. Users and groups themselves are objects of the inventory; what they
/// may is core/access. On the core's thread; hashing has a lane of its own.
class Accounts
{
public:
    Accounts(Clock &clock, persistence::Store &store, Settings settings = {});
    Accounts(const Accounts &) = delete;
    Accounts &operator=(const Accounts &) = delete;
    ~Accounts();

    /// Where the users are, as they are now (a copy costs nothing). Before anything else.
    void setInventory(std::function<model::Inventory()> inventory);
    /// Before load(). `base.invalid-argument` for a domain that is taken or is `local`.
    Result<void> addDirectory(std::unique_ptr<Directory> directory);
    /// Hears of every session that ended, for whatever reason: its feeds and screens are to be closed.
    void setSessionEnded(std::function<void(SessionId)> ended);
    /// Reads hashes and tokens from the store. Nobody can sign in before.
    Task<> load();

    /// `identity.bad-credentials`; `identity.locked`; `base.busy`: too many are signing in at this moment;
    /// `identity.directory-…`. The time tells nothing about which users exist.
    Task<SignedIn> signIn(Credentials credentials);
    /// `identity.not-signed-in`. A session counts this as a use; `agent` must be the one it was opened with.
    Result<Caller> callerOf(const QByteArray &bearer, const QString &agent);
    /// The embedded core's own token, for the principal it names.
    void setFixedToken(const QByteArray &token, QString principal);

    [[nodiscard]] std::vector<SessionInfo> sessions();
    /// Does it still live? Is no use of it.
    [[nodiscard]] bool isAlive(SessionId session);
    /// `base.not-found`.
    Result<void> terminate(SessionId session);
    /// Nothing when the token is no session's.
    void signOut(const QByteArray &bearer);
    /// After a change of his password (setPassword does), role or name, and when he is disabled or deleted.
    void endSessionsOf(const QString &principal);

    /// Only a session makes tokens, its own user's: `identity.session-needed`. `identity.too-many-tokens`,
    /// `base.invalid-argument`, `persistence.…`.
    Task<NewToken> createToken(Caller caller, TokenRequest request);
    /// His; with an empty principal everybody's. Oldest first.
    [[nodiscard]] std::vector<TokenInfo> tokens(const QString &principal) const;
    [[nodiscard]] std::optional<TokenInfo> token(TokenId id) const;
    /// `base.not-found`, `persistence.…` (then it is still good).
    Task<> revokeToken(TokenId id);

    /// Ends the user's sessions. `identity.weak-password` (see checkPassword), `persistence.…`. The user need not be
    /// in the inventory yet.
    Task<> setPassword(model::User user, QString password);
    [[nodiscard]] bool hasPassword(UserId user) const;
    /// Of a user who is deleted: his password, tokens and sessions.
    Task<> forget(UserId user);

private:
    struct Name; // of somebody who wants in: domain and name

    [[nodiscard]] Name parse(const QString &user) const;
    Task<Owner> authenticateLocally(QString domain, QString name, QString password);
    Task<Owner> authenticateElsewhere(Directory *directory, QString name, QString password);
    Task<> rehash(UserId user, QByteArray before, QString password);
    [[nodiscard]] std::optional<model::User> localUser(const QString &name) const;
    [[nodiscard]] Directory *directoryOf(const QString &domain) const;
    [[nodiscard]] std::optional<access::Identity> identityOf(const Owner &owner) const;
    Task<> refreshDirectories();
    Task<> refresh(QString principal);
    [[nodiscard]] TokenInfo infoOf(const TokenRecord &record) const;
    void noteUse(TokenId id);
    Task<> keepToken(TokenRecord record);

    Clock &m_clock;
    persistence::Store &m_store;
    Settings m_settings;
    std::function<model::Inventory()> m_inventory;
    std::vector<std::unique_ptr<Directory>> m_directories;
    QHash<QString, std::optional<access::Identity>>
        m_known; ///< directories' users by principal; nullopt: gone
    QHash<UserId, QByteArray> m_hashes;
    Sessions m_sessions;
    Tokens m_tokens;
    Lockout m_lockout;
    QByteArray m_fixedDigest;
    access::Identity m_fixedIdentity;
    int m_signingIn = 0;
    Passwords m_passwords;
    Scope m_scope;
};

} // namespace core::identity
