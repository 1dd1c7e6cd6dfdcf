// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/access.h"

#include "core/model/tree.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::access {

namespace {

using model::Kind;
using model::Permission;
using PermissionPtr = std::shared_ptr<const Permission>;

bool concerns(const Permission &permission, const Identity &who)
{
    return permission.isGroup ? std::ranges::find(who.groups, permission.principal) != who.groups.end()
                              : permission.principal == who.principal;
}

/// The permissions of one identity by object.
QHash<ObjectRef, std::vector<PermissionPtr>> ruleTable(const Identity &who, const Inventory &inventory)
{
    QHash<ObjectRef, std::vector<PermissionPtr>> rules;
    for (const PermissionPtr &permission : inventory.all<Permission>()) {
        if (concerns(*permission, who))
            rules[permission->object].push_back(permission);
    }
    return rules;
}

/// Of one object's permissions those that count: the user's own, else his groups'.
std::vector<PermissionPtr> deciding(std::vector<PermissionPtr> here)
{
    const bool own = std::ranges::any_of(here, [](const PermissionPtr &each) { return !each->isGroup; });
    if (own)
        std::erase_if(here, [](const PermissionPtr &each) { return each->isGroup; });
    return here;
}

void add(const ObjectRef &ref, std::vector<ObjectRef> &parents)
{
    if (std::ranges::find(parents, ref) == parents.end())
        parents.push_back(ref);
}

std::vector<ObjectRef> parentsOf(const ObjectRef &ref, const Inventory &inventory)
{
    const auto object = inventory.find(ref);
    if (!object)
        return {};
    std::vector<ObjectRef> parents;
    if (ref.kind == Kind::Vm) {
        for (const auto view : {model::TreeView::VmsAndTemplates, model::TreeView::HostsAndClusters}) {
            if (const auto parent = parentIn(view, *object, inventory))
                add(*parent, parents);
        }
        return parents;
    }
    const ObjectRef parent = locationOf(*object);
    add(inventory.contains(parent) ? parent : ObjectRef(), parents);
    return parents;
}

class Walk
{
public:
    Walk(const Identity &who, const Inventory &inventory)
        : m_rules(ruleTable(who, inventory)),
          m_inventory(inventory)
    {}

    std::vector<PermissionPtr> rulesFor(const ObjectRef &object, bool inherited = false, int depth = 0) const
    {
        std::vector<PermissionPtr> here = m_rules.value(object);
        if (inherited)
            std::erase_if(here, [](const PermissionPtr &each) { return !each->propagate; });
        if (!here.empty() || object.isRoot() || depth > model::deepestTree)
            return deciding(std::move(here));
        std::vector<PermissionPtr> all;
        for (const ObjectRef &parent : parentsOf(object, m_inventory)) {
            for (PermissionPtr &rule : rulesFor(parent, true, depth + 1)) {
                if (std::ranges::find(all, rule) == all.end())
                    all.push_back(std::move(rule));
            }
        }
        return all;
    }

private:
    QHash<ObjectRef, std::vector<PermissionPtr>> m_rules;
    const Inventory &m_inventory;
};

PrivilegeSet granted(const std::vector<PermissionPtr> &rules, const Identity &who, const Inventory &inventory)
{
    PrivilegeSet set;
    for (const PermissionPtr &rule : rules) {
        if (const model::Role *role = inventory.find(rule->role))
            set |= privilegesOf(*role);
    }
    if (who.limit)
        set &= *who.limit;
    return set;
}

RoleId builtInId(const QString &name)
{
    static const QUuid space = QUuid::fromString(u"6f9d3b0e-58d0-4b7c-9a53-7c1e0f0b6a11");
    return RoleId(QUuid::createUuidV5(space, name));
}

model::Role builtIn(const QString &name, const PrivilegeSet &privileges)
{
    return {.id = builtInId(name), .name = name, .builtIn = true, .privileges = privileges.list()};
}

bool isEnabledUser(const QString &principal, const Inventory &inventory)
{
    return std::ranges::any_of(inventory.all<model::User>(), [&](const auto &user) {
        return !user->disabled && principalOf(*user) == principal;
    });
}

bool hasEnabledMember(const QString &principal, const Inventory &inventory)
{
    return std::ranges::any_of(inventory.all<model::Group>(), [&](const auto &group) {
        return principalOf(*group) == principal && std::ranges::any_of(group->members, [&](UserId member) {
                   const model::User *user = inventory.find(member);
                   return user != nullptr && !user->disabled;
               });
    });
}

} // namespace

Identity identityOf(const model::User &user, const Inventory &inventory)
{
    Identity who{.principal = principalOf(user)};
    for (const auto &group : inventory.all<model::Group>()) {
        if (std::ranges::find(group->members, user.id) != group->members.end())
            who.groups.push_back(principalOf(*group));
    }
    std::ranges::sort(who.groups);
    return who;
}

Effective effective(const Identity &who, const ObjectRef &object, const Inventory &inventory)
{
    const auto rules = Walk(who, inventory).rulesFor(object);
    Effective answer{.privileges = granted(rules, who, inventory)};
    for (const PermissionPtr &rule : rules)
        answer.grounds.push_back({rule->id, rule->object, rule->principal, rule->isGroup, rule->role});
    return answer;
}

Reach::Reach(Identity who, Inventory inventory) : m_who(std::move(who)), m_inventory(std::move(inventory))
{
    const auto rules = ruleTable(m_who, m_inventory);
    if (rules.isEmpty()) {
        m_uniform.emplace();
        return;
    }
    if (rules.size() > 1 || !rules.contains(ObjectRef()))
        return;
    const auto deciders = deciding(rules.value(ObjectRef()));
    if (std::ranges::all_of(deciders, [](const PermissionPtr &rule) { return rule->propagate; }))
        m_uniform = granted(deciders, m_who, m_inventory);
}

const PrivilegeSet &Reach::privileges(const ObjectRef &object)
{
    if (m_uniform)
        return *m_uniform;
    const auto known = m_known.constFind(object);
    if (known != m_known.constEnd())
        return *known;
    return *m_known.insert(object, effective(m_who, object, m_inventory).privileges);
}

const std::vector<model::Role> &builtInRoles()
{
    using enum Privilege;
    static const PrivilegeSet reader{SystemView, SystemRead};
    static const PrivilegeSet vmUser{SystemView,         SystemRead,      VmInteractPowerOn,
                                     VmInteractPowerOff, VmInteractReset, VmInteractSuspend,
                                     VmInteractConsole,  CancelTask};
    static const PrivilegeSet vmPowerUser{
        SystemView,        SystemRead,        VmInteractPowerOn, VmInteractPowerOff, VmInteractReset,
        VmInteractSuspend, VmInteractConsole, VmInventoryMove,   VmConfigRename,     FolderCreate,
        FolderDelete,      FolderRename,      AlarmAcknowledge,  CancelTask};
    static const std::vector<model::Role> roles{builtIn(u"Administrator"_s, PrivilegeSet::all()),
                                                builtIn(u"Read-only"_s, reader), builtIn(u"No access"_s, {}),
                                                builtIn(u"Virtual machine user"_s, vmUser),
                                                builtIn(u"Virtual machine power user"_s, vmPowerUser)};
    return roles;
}

RoleId administratorRole()
{
    return builtInRoles().at(0).id;
}

RoleId readOnlyRole()
{
    return builtInRoles().at(1).id;
}

RoleId noAccessRole()
{
    return builtInRoles().at(2).id;
}

PrivilegeSet privilegesOf(const model::Role &role)
{
    PrivilegeSet set;
    for (const Privilege each : role.privileges)
        set.add(each);
    return set;
}

bool hasAdministrator(const Inventory &inventory)
{
    return std::ranges::any_of(inventory.all<Permission>(), [&](const PermissionPtr &permission) {
        if (permission->role != administratorRole() || !permission->object.isRoot() || !permission->propagate)
            return false;
        return permission->isGroup ? hasEnabledMember(permission->principal, inventory)
                                   : isEnabledUser(permission->principal, inventory);
    });
}

} // namespace core::access
