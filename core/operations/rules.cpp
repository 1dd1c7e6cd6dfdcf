// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/rules.h"

#include "core/model/tree.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::operations {

using model::Inventory;
using model::ObjectRef;

Availability exists(const ObjectRef &ref, const Inventory &inventory)
{
    if (inventory.contains(ref))
        return {};
    return Error(core::errors::NotFound, QJsonObject{{u"what"_s, toString(ref)}});
}

Availability hostAnswers(HostId id, const Inventory &inventory)
{
    const model::Host *host = inventory.find(id);
    if (host == nullptr)
        return exists(id, inventory);
    const QJsonObject params{{u"host"_s, host->name}};
    switch (host->state) {
    case model::HostState::Connected: return {};
    case model::HostState::Connecting: return Error(errors::HostConnecting, params);
    case model::HostState::NotResponding: return Error(errors::HostNotResponding, params);
    case model::HostState::Disconnected: return Error(errors::HostDisconnected, params);
    }
    Q_UNREACHABLE();
}

Availability vmIsIn(std::initializer_list<model::PowerState> states, VmId id, const Inventory &inventory)
{
    const model::Vm *vm = inventory.find(id);
    if (vm == nullptr)
        return exists(id, inventory);
    if (vm->isTemplate)
        return Error(errors::IsTemplate, QJsonObject{{u"name"_s, vm->name}});
    if (const Availability answers = hostAnswers(vm->host, inventory); !answers)
        return answers;
    if (std::ranges::find(states, vm->state) == states.end()) {
        return Error(
            errors::WrongState,
            QJsonObject{{u"name"_s, vm->name}, {u"state"_s, QString::fromLatin1(wireName(vm->state))}});
    }
    return {};
}

bool isValidName(const QString &name)
{
    if (name.isEmpty() || name.size() > 80 || name.toUtf8().size() > 200 || name != name.trimmed())
        return false;
    if (name == u"." || name == u".." || name != name.normalized(QString::NormalizationForm_C))
        return false;
    return std::ranges::all_of(name, [](QChar c) { return c.isPrint() || c.isSurrogate(); })
        && !name.contains(u'/');
}

Availability nameIsFree(const QString &name, const ObjectRef &parent, model::Kind kind,
                        const std::optional<ObjectRef> &self, const Inventory &inventory)
{
    if (!isValidName(name))
        return Error(errors::NameInvalid, QJsonObject{{u"name"_s, name}});
    bool taken = false;
    inventory.forEach([&](const model::Object &object) {
        const ObjectRef ref = refOf(object);
        if (taken || ref.kind != kind || ref == self || model::nameOf(object) != name)
            return;
        if (kind == model::Kind::Vm) { // unique in a datacenter
            taken = datacenterOf(ref, inventory) == datacenterOf(parent, inventory);
            return;
        }
        for (const auto view : {model::TreeView::HostsAndClusters, model::TreeView::VmsAndTemplates,
                                model::TreeView::Datastores, model::TreeView::Networks})
            taken = taken || parentIn(view, object, inventory) == parent;
    });
    if (taken)
        return Error(errors::NameTaken, QJsonObject{{u"name"_s, name}});
    return {};
}

Availability isEmpty(const ObjectRef &ref, const Inventory &inventory)
{
    bool empty = true;
    inventory.forEach([&](const model::Object &object) {
        for (const auto view : {model::TreeView::HostsAndClusters, model::TreeView::VmsAndTemplates,
                                model::TreeView::Datastores, model::TreeView::Networks})
            empty = empty && parentIn(view, object, inventory) != ref;
    });
    if (!empty)
        return Error(errors::NotEmpty, QJsonObject{{u"name"_s, inventory.nameOf(ref)}});
    return {};
}

} // namespace core::operations
