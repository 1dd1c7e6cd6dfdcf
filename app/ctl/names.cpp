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

} // namespace

QString pathOf(const ObjectRef &ref, const model::Inventory &inventory)
{
    QString path;
    ObjectRef at = ref;
    const auto start = inventory.find(ref);
    if (!start)
        return u"/"_s;
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
    if (const auto ref = model::refFromString(text); ref && inventory.contains(*ref))
        return *ref;
    const QUuid id = QUuid::fromString(text);
    std::vector<ObjectRef> found;
    QStringList paths;
    inventory.forEach([&](const model::Object &object) {
        const ObjectRef ref = refOf(object);
        if (kind && ref.kind != *kind)
            return;
        const bool isIt = text.startsWith(u'/') ? pathOf(ref, inventory) == text
                                                : nameOf(object) == text || (!id.isNull() && ref.id == id);
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
