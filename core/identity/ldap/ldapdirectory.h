// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/async/lane.h"
#include "core/identity/directory.h"

namespace core::identity::ldap {

class Cord;

/// How a directory is reached, and where in it users and groups are. The defaults fit OpenLDAP; for Active Directory
/// `sAMAccountName` is the name.
struct Settings {
    QString domain; ///< the `corp` of `corp\ann`
    QString
        url; ///< `ldaps://…`, or `ldap://…` which then becomes encrypted by StartTLS before anything is said
    QString caFile; ///< PEM of whom to trust; empty: whom the machine trusts
    QString searchUser; ///< DN of an account that may look for users
    QString searchPassword;
    QString userBase; ///< `ou=people,dc=example,dc=org`
    QString nameAttribute = QStringLiteral("uid");
    QString fullNameAttribute = QStringLiteral("cn");
    QString groupBase; ///< empty: no groups
    QString groupNameAttribute = QStringLiteral("cn");
    QString memberAttribute = QStringLiteral("member"); ///< of a group: DNs of users and of groups
    Duration timeout = std::chrono::seconds(5); ///< for each step
    Duration deadline = std::chrono::seconds(20); ///< for all of them
};

/// Users of an LDAP server: never without TLS and a certificate that is trusted and of the server's name; referrals to
/// other servers are not followed. libldap blocks on threads of its own; a server that hangs holds up nobody else.
/// The program has to ignore SIGPIPE: libldap does not, on a connection that the server has closed.
class LdapDirectory : public Directory
{
public:
    /// `base.invalid-argument` for settings that cannot work: no domain, no such kind of URL, no base.
    [[nodiscard]] static Result<std::unique_ptr<LdapDirectory>> make(Clock &clock, Settings settings);

    [[nodiscard]] QString domain() const override { return m_settings->domain; }
    Task<DirectoryUser> authenticate(QString name, QString password) override;
    Task<DirectoryUser> find(QString name) override;

private:
    LdapDirectory(Clock &clock, Settings settings)
        : m_clock(clock),
          m_settings(std::make_shared<const Settings>(std::move(settings)))
    {}
    Task<DirectoryUser> askInTime(QString name, QString password, bool isSignIn);
    Task<DirectoryUser> ask(QString name, QString password, bool isSignIn, std::shared_ptr<Cord> cord);

    Clock &m_clock;
    std::shared_ptr<const Settings> m_settings;
    Lane m_lane{4, Lane::AtEnd::Leave};
};

} // namespace core::identity::ldap
