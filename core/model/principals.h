// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/privilege.h"
#include "core/model/ref.h"

/// Who may do what, as plain values: objects of the inventory like hosts and machines, so that they have changes,
/// events, tasks and rows in a table as those do. Passwords and tokens are not here (core/identity).
namespace core::model {

/// A user whom this core knows by itself. Signs in as `name`, appears in permissions as `local\name`; users of a
/// directory (LDAP) are not objects: they appear by name, as `domain\name`.
struct User {
    UserId id;
    QString name;
    QString fullName;
    QString email;
    bool disabled = false;

    static constexpr Kind kind = Kind::User;
    static constexpr auto fields =
        FieldList{field("id", &User::id), field("name", &User::name), field("fullName", &User::fullName),
                  field("email", &User::email), field("disabled", &User::disabled)};
    friend bool operator==(const User &, const User &) = default;
};

/// Local users under one name, `local\name` in permissions.
struct Group {
    GroupId id;
    QString name;
    QString notes;
    std::vector<UserId> members;

    static constexpr Kind kind = Kind::Group;
    static constexpr auto fields =
        FieldList{field("id", &Group::id), field("name", &Group::name), field("notes", &Group::notes),
                  field("members", &Group::members)};
    friend bool operator==(const Group &, const Group &) = default;
};

/// Privileges under one name. The built-in ones are the program's: the same ids everywhere, never changed.
struct Role {
    RoleId id;
    QString name;
    bool builtIn = false;
    std::vector<Privilege> privileges; ///< in the order of the enum, each once

    static constexpr Kind kind = Kind::Role;
    static constexpr auto fields =
        FieldList{field("id", &Role::id), field("name", &Role::name), field("builtIn", &Role::builtIn),
                  field("privileges", &Role::privileges)};
    friend bool operator==(const Role &, const Role &) = default;
};

/// A principal has a role on an object and, propagated, on all beneath it. One for each principal and object.
struct Permission {
    PermissionId id;
    ObjectRef object;
    QString principal; ///< `local\ann`, `corp\operators`
    bool isGroup = false;
    RoleId role;
    bool propagate = true;

    static constexpr Kind kind = Kind::Permission;
    static constexpr auto fields = FieldList{field("id", &Permission::id),
                                             field("object", &Permission::object),
                                             field("principal", &Permission::principal),
                                             field("group", &Permission::isGroup),
                                             field("role", &Permission::role),
                                             field("propagate", &Permission::propagate)};
    friend bool operator==(const Permission &, const Permission &) = default;
};

inline constexpr QLatin1StringView localDomain{"local\\"};

[[nodiscard]] inline QString principalOf(const User &user)
{
    return localDomain + user.name;
}
[[nodiscard]] inline QString principalOf(const Group &group)
{
    return localDomain + group.name;
}

} // namespace core::model
