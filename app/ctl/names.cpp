// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/names.h"

#include "app/ctl/errors.h"
#include "core/model/tree.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ctl {

using namespace core;
using model::ObjectRef;

namespace {

model::TreeView homeOf(const model::Object &object)
{
    switch (refOf(object).kind) {
    case model::Kind::Vm: return model::TreeView::VmsAndTemplates;
    case model::Kind::Datastore: return model::TreeView::Datastores;
    case model::Kind::Network: return model::TreeView::Networks;
    case model::Kind::Folder:
        switch (std::get<std::shared_ptr<const model::Folder>>(object)->contents) {
        case model::FolderKind::Host: return model::TreeView::HostsAndClusters;
        case model::FolderKind::Vm: return model::TreeView::VmsAndTemplates;
        case model::FolderKind::Datastore: return model::TreeView::Datastores;
        case model::FolderKind::Network: return model::TreeView::Networks;
        }
        Q_UNREACHABLE();
    case model::Kind::Root:
    case model::Kind::Datacenter:
    case model::Kind::Cluster:
    case model::Kind::Host:
    case model::Kind::Pool:
    case model::Kind::User:
    case model::Kind::Group:
    case model::Kind::Role:
    case model::Kind::Permission:
    case model::Kind::AlarmDefinition: return model::TreeView::HostsAndClusters;
    }
    Q_UNREACHABLE();
}

constexpr int deepest = 64;

QString withoutLocal(const QString &principal)
{
    constexpr QLatin1StringView local("local\\");
    return principal.startsWith(local) ? principal.mid(local.size()) : principal;
}

/// What else than its path or id an object is called.
QStringList namesOf(const model::Object &object, const model::Inventory &inventory)
{
    if (const auto *user = std::get_if<std::shared_ptr<const model::User>>(&object))
        return {(*user)->name, principalOf(**user)};
    if (const auto *group = std::get_if<std::shared_ptr<const model::Group>>(&object))
        return {(*group)->name, principalOf(**group)};
    const auto *permission = std::get_if<std::shared_ptr<const model::Permission>>(&object);
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

} // namespace

QString pathOf(const ObjectRef &ref, const model::Inventory &inventory)
{
    QString path;
    ObjectRef at = ref;
    const auto start = inventory.find(ref);
    if (!start)
        return u"/"_s;
    if (ref.kind == model::Kind::Permission)
        return namesOf(*start, inventory).front();
    const model::TreeView view = homeOf(*start);
    for (int depth = 0; depth < deepest && !at.isRoot(); ++depth) {
        const auto object = inventory.find(at);
        if (!object)
            break;
        path.prepend(u'/' + nameOf(*object));
        at = parentIn(view, *object, inventory).value_or(ObjectRef());
    }
    return path;
}

Result<ObjectRef> findObject(const QString &text, std::optional<model::Kind> kind,
                             const model::Inventory &inventory)
{
    if (text == u"/" && !kind)
        return ObjectRef();
    if (const auto ref = model::refFromString(text); ref && inventory.contains(*ref))
        return *ref;
    const QUuid id = QUuid::fromString(text);
    std::vector<ObjectRef> found;
    QStringList paths;
    inventory.forEach([&](const model::Object &object) {
        const ObjectRef ref = refOf(object);
        if (kind && ref.kind != *kind)
            return;
        const bool isIt = text.startsWith(u'/')
            ? pathOf(ref, inventory) == text
            : namesOf(object, inventory).contains(text) || (!id.isNull() && ref.id == id);
        if (!isIt)
            return;
        found.push_back(ref);
        paths += pathOf(ref, inventory);
    });
    if (found.empty())
        return Error(core::errors::NotFound, QJsonObject{{u"what"_s, text}});
    if (found.size() > 1) {
        paths.sort();
        return Error(errors::NameAmbiguous,
                     QJsonObject{{u"name"_s, text}, {u"candidates"_s, QJsonArray::fromStringList(paths)}});
    }
    return found.front();
}

} // namespace ctl
