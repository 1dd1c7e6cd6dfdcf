// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/administration.h"

#include "core/access/access.h"

using namespace Qt::StringLiterals;

namespace core::orchestrator {

namespace {

const QUuid ownerSpace = QUuid::fromString(u"2a9a2c55-2f0c-4c25-9e0a-0b1c6b1d4a70");

template <class T>
void addWhereOther(const T &wanted, const model::Inventory &inventory, std::vector<model::Object> &objects)
{
    const T *known = inventory.find(wanted.id);
    if (known == nullptr || !(*known == wanted))
        objects.emplace_back(std::make_shared<const T>(wanted));
}

/// Of the user and the permission that a core makes for its owner: the same at each start.
UserId ownerId(const QString &principal)
{
    return UserId(QUuid::createUuidV5(ownerSpace, principal));
}

} // namespace

std::vector<model::Object> basicAdministration(const QString &owner, const model::Inventory &inventory)
{
    std::vector<model::Object> objects;
    for (const model::Role &role : access::builtInRoles())
        addWhereOther(role, inventory, objects);
    if (owner.isEmpty())
        return objects;
    const model::User user{.id = ownerId(owner), .name = owner.mid(model::localDomain.size())};
    if (inventory.find(user.id) == nullptr)
        addWhereOther(user, inventory, objects);
    addWhereOther(model::Permission{.id = PermissionId(user.id.uuid()),
                                    .principal = owner,
                                    .role = access::administratorRole()},
                  inventory, objects);
    return objects;
}

} // namespace core::orchestrator
