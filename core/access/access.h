// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"

/// May this user do that, and why: pure functions of the permissions in the inventory, with vSphere's rules
/// (docs.vmware.com, vSphere Security, "Hierarchical Inheritance of Permissions"):
///  - on one object a permission of the user himself beats those of his groups; those of several groups add up;
///  - a permission on an object beats all that would come from above, whoever of the user's principals it names;
///  - a VM hangs in two trees, its folder's and its host's or pool's: what comes down either way adds up;
///  - a permission that is not propagated is for its object alone.
namespace core::access {

using model::Inventory;
using model::ObjectRef;
using model::Privilege;
using model::PrivilegeSet;

/// Who asks, as permissions name him.
struct Identity {
    QString principal; ///< `local\ann`
    std::vector<QString> groups; ///< that he belongs to, nested ones included
    std::optional<PrivilegeSet> limit; ///< of an API token: never more than these
    friend bool operator==(const Identity &, const Identity &) = default;
};

/// The identity of a local user with his groups, without a limit.
[[nodiscard]] Identity identityOf(const model::User &user, const Inventory &inventory);

/// A permission that decided.
struct Ground {
    PermissionId permission;
    ObjectRef object; ///< where it is defined
    QString principal;
    bool isGroup = false;
    RoleId role;

    static constexpr auto fields =
        FieldList{field("permission", &Ground::permission), field("object", &Ground::object),
                  field("principal", &Ground::principal), field("group", &Ground::isGroup),
                  field("role", &Ground::role)};
    friend bool operator==(const Ground &, const Ground &) = default;
};

/// What somebody may on an object, and by which rules; no ground: nobody ever gave him anything here.
struct Effective {
    PrivilegeSet privileges;
    std::vector<Ground> grounds;
};
[[nodiscard]] Effective effective(const Identity &who, const ObjectRef &object, const Inventory &inventory);

/// The same answers, quicker, for many objects of one inventory: remembers what it found.
class Reach
{
public:
    Reach(Identity who, Inventory inventory);

    [[nodiscard]] const Identity &who() const { return m_who; }
    [[nodiscard]] bool permits(Privilege privilege, const ObjectRef &object)
    {
        return privileges(object).has(privilege);
    }
    [[nodiscard]] bool sees(const ObjectRef &object) { return permits(Privilege::SystemView, object); }
    [[nodiscard]] const PrivilegeSet &privileges(const ObjectRef &object);
    /// The same everywhere: his only permission is a propagated one at the root, as an administrator's.
    [[nodiscard]] const std::optional<PrivilegeSet> &uniform() const { return m_uniform; }

private:
    Identity m_who;
    Inventory m_inventory;
    std::optional<PrivilegeSet> m_uniform;
    QHash<ObjectRef, PrivilegeSet> m_known;
};

/// The program's own roles: Administrator (everything), Read-only, No access and the usual ones for machines.
[[nodiscard]] const std::vector<model::Role> &builtInRoles();
[[nodiscard]] RoleId administratorRole();
[[nodiscard]] RoleId noAccessRole();
[[nodiscard]] RoleId readOnlyRole();
[[nodiscard]] PrivilegeSet privilegesOf(const model::Role &role);

/// Is there still a local user, not disabled, who is Administrator of the whole inventory?
[[nodiscard]] bool hasAdministrator(const Inventory &inventory);

} // namespace core::access
