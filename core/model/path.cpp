// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/path.h"

#include "core/model/tree.h"

using namespace Qt::StringLiterals;

namespace core::model {

namespace {

TreeView homeOf(const Object &object)
{
    switch (refOf(object).kind) {
    case Kind::Vm: return TreeView::VmsAndTemplates;
    case Kind::Datastore: return TreeView::Datastores;
    case Kind::Network: return TreeView::Networks;
    case Kind::Folder:
        switch (std::get<std::shared_ptr<const Folder>>(object)->contents) {
        case FolderKind::Host: return TreeView::HostsAndClusters;
        case FolderKind::Vm: return TreeView::VmsAndTemplates;
        case FolderKind::Datastore: return TreeView::Datastores;
        case FolderKind::Network: return TreeView::Networks;
        }
        Q_UNREACHABLE();
    case Kind::Root:
    case Kind::Datacenter:
    case Kind::Cluster:
    case Kind::Host:
    case Kind::Pool:
    case Kind::User:
    case Kind::Group:
    case Kind::Role:
    case Kind::Permission:
    case Kind::AlarmDefinition: return TreeView::HostsAndClusters;
    }
    Q_UNREACHABLE();
}

QString withoutLocal(const QString &principal)
{
    constexpr QLatin1StringView local("local\\");
    return principal.startsWith(local) ? principal.mid(local.size()) : principal;
}

} // namespace

QStringList namesOf(const Object &object, const Inventory &inventory)
{
    if (const auto *user = std::get_if<std::shared_ptr<const User>>(&object))
        return {(*user)->name, principalOf(**user)};
    if (const auto *group = std::get_if<std::shared_ptr<const Group>>(&object))
        return {(*group)->name, principalOf(**group)};
    const auto *permission = std::get_if<std::shared_ptr<const Permission>>(&object);
    if (permission == nullptr)
        return {nameOf(object)};
    QStringList names;
    for (const QString &who : {(*permission)->principal, withoutLocal((*permission)->principal)}) {
        for (const QString &where :
             {pathOf((*permission)->object, inventory), inventory.nameOf((*permission)->object)})
            names += who + u'@' + where;
    }
    return names;
}

QString pathOf(const ObjectRef &ref, const Inventory &inventory)
{
    QString path;
    ObjectRef at = ref;
    const auto start = inventory.find(ref);
    if (!start)
        return u"/"_s;
    if (ref.kind == Kind::Permission)
        return namesOf(*start, inventory).front();
    const TreeView view = homeOf(*start);
    for (int depth = 0; depth < deepestTree && !at.isRoot(); ++depth) {
        const auto object = inventory.find(at);
        if (!object)
            break;
        path.prepend(u'/' + nameOf(*object));
        at = parentIn(view, *object, inventory).value_or(ObjectRef());
    }
    return path;
}

QString callOf(const ObjectRef &ref, const Inventory &inventory)
{
    const auto object = inventory.find(ref);
    if (!object)
        return ref.isRoot() ? u"/"_s : ref.id.toString(QUuid::WithoutBraces);
    const QString name = namesOf(*object, inventory).front();
    const QString path = pathOf(ref, inventory);
    bool nameIsOne = !name.startsWith(u'/');
    bool pathIsOne = true;
    inventory.forEach([&](const Object &each) {
        const ObjectRef other = refOf(each);
        if (other == ref || other.kind != ref.kind)
            return;
        const bool same = isInfrastructure(ref.kind) ? core::model::nameOf(each) == name
                                                     : namesOf(each, inventory).contains(name);
        if (!same)
            return;
        nameIsOne = false;
        pathIsOne = pathIsOne && pathOf(other, inventory) != path;
    });
    if (nameIsOne)
        return name;
    return pathIsOne ? path : ref.id.toString(QUuid::WithoutBraces);
}

} // namespace core::model
