// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task.h"

#include <vector>

namespace core::identity {

/// A user as a directory knows him. Names are the directory's own spelling, without its domain.
struct DirectoryUser {
    QString name;
    QString fullName;
    std::vector<QString> groups; ///< nested ones included

    friend bool operator==(const DirectoryUser &, const DirectoryUser &) = default;
};

/// The port to users who are kept elsewhere (LDAP). Called and answered on the core's thread; waits on its own.
class Directory
{
public:
    virtual ~Directory() = default;

    /// The `corp` of `corp\ann`: no backslash, not `local`.
    [[nodiscard]] virtual QString domain() const = 0;
    /// `identity.bad-credentials`, `identity.directory-unreachable`, `identity.directory-refused`.
    virtual Task<DirectoryUser> authenticate(QString name, QString password) = 0;
    /// The same without a password, for what happens between two sign-ins. `base.not-found`: he is gone or disabled;
    /// `base.unsupported`: this directory tells nobody but the user himself.
    virtual Task<DirectoryUser> find(QString name) = 0;
};

} // namespace core::identity
