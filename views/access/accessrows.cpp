// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/accessrows.h"

#include "core/access/access.h"
#include "core/model/search.h"
#include "core/model/tree.h"
#include "core/text/access.h"
#include "core/text/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using namespace core::model;

namespace {

QString keyOf(const ObjectRef &ref)
{
    return ref.id.toString(QUuid::WithoutBraces);
}

template <class T>
std::vector<std::shared_ptr<const T>> byName(const Inventory &inventory)
{
    std::vector<std::shared_ptr<const T>> all;
    for (const auto &each : inventory.all<T>())
        all.push_back(each);
    std::ranges::sort(all, {}, [](const auto &each) { return std::pair(naturalKey(each->name), each->id); });
    return all;
}

void addOnce(const ObjectRef &ref, std::vector<ObjectRef> &line)
{
    if (std::ranges::find(line, ref) == line.end())
        line.push_back(ref);
}

} // namespace

std::vector<ObjectRef> lineOf(const ObjectRef &object, const Inventory &inventory)
{
    std::vector<ObjectRef> line{object};
    for (size_t at = 0; at < line.size(); ++at) {
        const ObjectRef ref = line[at];
        const auto here = inventory.find(ref);
        if (!here || ref.isRoot())
            continue;
        if (ref.kind != Kind::Vm) {
            const ObjectRef parent = locationOf(*here);
            addOnce(inventory.contains(parent) ? parent : ObjectRef(), line);
            continue;
        }
        for (const TreeView view : {TreeView::VmsAndTemplates, TreeView::HostsAndClusters}) {
            if (const auto parent = parentIn(view, *here, inventory))
                addOnce(*parent, line);
        }
    }
    std::ranges::stable_partition(line, [](const ObjectRef &ref) { return !ref.isRoot(); });
    return line;
}

QString AccessRows::placeName(const ObjectRef &object, const Inventory &inventory)
{
    return object.isRoot() ? tr("the whole inventory") : inventory.nameOf(object);
}

QStringList AccessRows::titles(AccessKind kind)
{
    switch (kind) {
    case AccessKind::Users: return {tr("User"), tr("Full name"), tr("E-mail address"), tr("State")};
    case AccessKind::Groups: return {tr("Group"), tr("Members"), tr("Notes")};
    case AccessKind::Roles: return {tr("Role"), tr("Kind"), tr("Privileges"), tr("Given")};
    case AccessKind::Permissions:
        return {tr("User or group"), tr("Role"), tr("Defined in"), tr("Applies to")};
    case AccessKind::Sessions:
        return {tr("User"), tr("From"), tr("Program"), tr("Signed in"), tr("Last used")};
    }
    Q_UNREACHABLE();
}

std::vector<AccessRow> AccessRows::users(const Inventory &inventory)
{
    std::vector<AccessRow> rows;
    for (const auto &user : byName<User>(inventory))
        rows.push_back({keyOf(user->id),
                        user->id,
                        {user->name, user->fullName, user->email,
                         user->disabled ? tr("disabled", "user") : tr("may sign in")}});
    return rows;
}

std::vector<AccessRow> AccessRows::groups(const Inventory &inventory)
{
    std::vector<AccessRow> rows;
    for (const auto &group : byName<Group>(inventory)) {
        QStringList members;
        for (const core::UserId member : group->members)
            members += inventory.nameOf(member);
        members.sort(Qt::CaseInsensitive);
        rows.push_back({keyOf(group->id), group->id, {group->name, members.join(u", "_s), group->notes}});
    }
    return rows;
}

std::vector<AccessRow> AccessRows::roles(const Inventory &inventory)
{
    std::vector<AccessRow> rows;
    for (const auto &role : byName<Role>(inventory)) {
        const auto given = std::ranges::count_if(inventory.all<Permission>(), [&](const auto &permission) {
            return permission->role == role->id;
        });
        const int privileges = static_cast<int>(role->privileges.size());
        rows.push_back(
            {keyOf(role->id),
             role->id,
             {core::text::roleName(*role), role->builtIn ? tr("built-in", "role") : tr("own", "role"),
              tr("%n privilege(s)", nullptr, privileges),
              given == 0 ? tr("nowhere", "where a role is given")
                         : tr("in %n permission(s)", nullptr, static_cast<int>(given))}});
    }
    return rows;
}

std::vector<AccessRow> AccessRows::permissions(const ObjectRef &object, const Inventory &inventory)
{
    std::vector<AccessRow> rows;
    for (const ObjectRef &place : lineOf(object, inventory)) {
        std::vector<AccessRow> here;
        for (const auto &permission : inventory.all<Permission>()) {
            if (permission->object != place || (place != object && !permission->propagate))
                continue;
            const Role *role = inventory.find(permission->role);
            here.push_back(
                {keyOf(permission->id),
                 permission->id,
                 {permission->isGroup ? tr("%1 (group)").arg(permission->principal) : permission->principal,
                  role != nullptr ? core::text::roleName(*role) : QString(),
                  place == object ? tr("here") : tr("inherited from %1").arg(placeName(place, inventory)),
                  permission->propagate ? tr("the object and all beneath it") : tr("the object alone")}});
        }
        std::ranges::sort(here, {}, [](const AccessRow &row) { return std::pair(row.cells, row.key); });
        std::ranges::move(here, std::back_inserter(rows));
    }
    return rows;
}

std::vector<AccessRow> AccessRows::sessions(const std::vector<SessionInfo> &all)
{
    std::vector<AccessRow> rows;
    for (const SessionInfo &each : all)
        rows.push_back({each.id.toString(),
                        {},
                        {each.principal, each.address, each.agent, core::text::timeOfDay(each.since),
                         core::text::timeOfDay(each.lastUsed)}});
    return rows;
}

} // namespace views
