// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/errors.h"
#include "core/operations/rules.h"

/// Rules that the operations on users, groups, roles and permissions share.
namespace core::operations {

/// No other user or group has the name: both are `local\name` in permissions.
[[nodiscard]] Availability principalIsFree(const QString &name, const std::optional<model::ObjectRef> &self,
                                           const model::Inventory &inventory);
[[nodiscard]] Availability roleNameIsFree(const QString &name, RoleId self,
                                          const model::Inventory &inventory);
/// The inventory as it would be still has an administrator, or has none now either.
[[nodiscard]] Availability keepsAdministrator(const model::Inventory &now, const model::Inventory &then);

/// Nobody gives what he lacks: everything in the role, on the object.
[[nodiscard]] Requirements toGive(RoleId role, const model::ObjectRef &object,
                                  const model::Inventory &inventory);
/// …and everything that the principal has: who sets his password, or makes somebody a member, gives all that away.
[[nodiscard]] Requirements toActAs(const QString &principal, const model::Inventory &inventory);
/// The user himself with all his groups.
[[nodiscard]] Requirements toActAs(UserId user, const model::Inventory &inventory);

/// Without the object and, of a user, group or object, without the permissions that name it.
[[nodiscard]] model::Inventory without(const model::ObjectRef &ref, model::Inventory inventory);
/// The permissions of a principal.
[[nodiscard]] std::vector<PermissionId> permissionsOf(const QString &principal,
                                                      const model::Inventory &inventory);

} // namespace core::operations
