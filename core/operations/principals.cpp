// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/principals.h"

#include "core/operations/permission/create.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::operations {

using model::Inventory;
using model::ObjectRef;

namespace {

template <class T>
bool isTaken(const QString &name, const std::optional<ObjectRef> &self, const Inventory &inventory)
{
    return std::ranges::any_of(inventory.all<T>(), [&](const auto &each) {
        return each->name.compare(name, Qt::CaseInsensitive) == 0 && self != ObjectRef(each->id);
    });
}

Availability nameVerdict(const QString &name, bool taken)
{
    const QJsonObject params{{u"name"_s, name}};
    if (!isValidName(name) || name.contains(u'\\') || name.contains(u'@'))
        return Error(errors::NameInvalid, params);
    if (taken)
        return Error(errors::NameTaken, params);
    return {};
}

std::optional<QString> principalName(const ObjectRef &ref, const Inventory &inventory)
{
    if (const model::User *user = inventory.find(ref.as<UserId>()))
        return principalOf(*user);
    if (const model::Group *group = inventory.find(ref.as<GroupId>()))
        return principalOf(*group);
    return std::nullopt;
}

} // namespace

Availability principalIsFree(const QString &name, const std::optional<ObjectRef> &self,
                             const Inventory &inventory)
{
    return nameVerdict(
        name, isTaken<model::User>(name, self, inventory) || isTaken<model::Group>(name, self, inventory));
}

Availability roleNameIsFree(const QString &name, RoleId self, const Inventory &inventory)
{
    return nameVerdict(name, isTaken<model::Role>(name, ObjectRef(self), inventory));
}

Availability keepsAdministrator(const Inventory &now, const Inventory &then)
{
    if (access::hasAdministrator(now) && !access::hasAdministrator(then))
        return Error(access::errors::LastAdministrator);
    return {};
}

Requirements toGive(RoleId id, const ObjectRef &object, const Inventory &inventory)
{
    Requirements needed{{Privilege::ModifyPermissions, object}};
    if (const model::Role *role = inventory.find(id)) {
        for (const Privilege each : role->privileges)
            needed.push_back({each, object});
    }
    return needed;
}

Requirements toActAs(const QString &principal, const Inventory &inventory)
{
    Requirements needed{{Privilege::ModifyUsers, ObjectRef()}};
    for (const auto &permission : inventory.all<model::Permission>()) {
        if (permission->principal != principal)
            continue;
        if (const model::Role *role = inventory.find(permission->role)) {
            for (const Privilege each : role->privileges)
                needed.push_back({each, permission->object});
        }
    }
    return needed;
}

Requirements toActAs(UserId id, const Inventory &inventory)
{
    const model::User *user = inventory.find(id);
    if (user == nullptr)
        return {{Privilege::ModifyUsers, ObjectRef()}};
    const access::Identity who = access::identityOf(*user, inventory);
    Requirements needed = toActAs(who.principal, inventory);
    for (const QString &group : who.groups)
        std::ranges::copy(toActAs(group, inventory), std::back_inserter(needed));
    return needed;
}

std::vector<PermissionId> permissionsOf(const QString &principal, const Inventory &inventory)
{
    std::vector<PermissionId> permissions;
    for (const auto &permission : inventory.all<model::Permission>()) {
        if (permission->principal == principal)
            permissions.push_back(permission->id);
    }
    return permissions;
}

Inventory without(const ObjectRef &ref, Inventory inventory)
{
    if (const auto principal = principalName(ref, inventory)) {
        for (const PermissionId permission : permissionsOf(*principal, inventory))
            inventory.remove(permission);
    }
    inventory.remove(ref);
    return inventory;
}

/// A local principal must be known; those of a directory are not ours to judge.
Availability availability(const CreatePermission &operation, const Inventory &inventory)
{
    if (!operation.object.isRoot()) {
        if (const Availability there = exists(operation.object, inventory); !there)
            return there;
    }
    if (!model::isInfrastructure(operation.object.kind))
        return Error(errors::WrongPlace, QJsonObject{{u"name"_s, inventory.nameOf(operation.object)}});
    if (operation.principal.isEmpty() || operation.role.isNull()) // asked before they are known
        return {};
    if (const Availability there = exists(operation.role, inventory); !there)
        return there;
    const QJsonObject params{{u"name"_s, operation.principal}};
    const QString name = operation.principal.section(u'\\', 1);
    const bool isLocal = operation.principal.startsWith(model::localDomain);
    const bool known = operation.isGroup ? isTaken<model::Group>(name, std::nullopt, inventory)
                                         : isTaken<model::User>(name, std::nullopt, inventory);
    if (name.isEmpty() || (isLocal && !known))
        return Error(access::errors::UnknownPrincipal, params);
    for (const auto &permission : inventory.all<model::Permission>()) {
        if (permission->object == operation.object && permission->principal == operation.principal)
            return Error(access::errors::AlreadyGiven, params);
    }
    return {};
}

} // namespace core::operations
