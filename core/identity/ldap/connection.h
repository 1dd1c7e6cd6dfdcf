// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/ldap/cord.h"
#include "core/identity/ldap/ldapdirectory.h"

#include <memory>

struct ldap; // libldap's LDAP
struct ldap_conncb;

namespace core::identity::ldap {

/// One object of the directory, of the attributes that were asked for.
struct Entry {
    QByteArray dn;
    QString name; ///< first value of the first attribute
    QString second; ///< of the second
    QByteArray accountControl; ///< Active Directory's flags of an account
};

/// A connection to an LDAP server. Blocks; used on one thread.
class Connection
{
public:
    /// Encrypted, and to the server that its certificate says; `identity.directory-unreachable` else.
    /// `cord` outlives it.
    [[nodiscard]] static Result<Connection> open(std::shared_ptr<const Settings> settings, Cord *cord);

    /// `identity.bad-credentials` when the server says so. An empty password is never sent: LDAP takes it for nobody.
    Result<void> bind(const QByteArray &dn, const QString &password);
    /// The first `limit`; an absent base is `identity.directory-refused`.
    Result<std::vector<Entry>> search(const QString &base, const QByteArray &filter, const QString &attribute,
                                      const QString &second, int limit);

private:
    struct Unbind {
        void operator()(::ldap *handle) const;
    };
    struct Delete {
        void operator()(::ldap_conncb *callbacks) const;
    };
    Connection(std::shared_ptr<const Settings> settings, Cord *cord);
    Result<void> configure();
    [[nodiscard]] Error failure(int code) const;

    std::shared_ptr<const Settings> m_settings;
    std::unique_ptr<::ldap_conncb, Delete> m_callbacks; ///< libldap keeps its address
    std::unique_ptr<::ldap, Unbind> m_handle;
};

} // namespace core::identity::ldap
