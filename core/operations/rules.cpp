// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/rules.h"

#include "core/model/tree.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace core::operations {

using model::Inventory;
using model::ObjectRef;

namespace {

/// Is the test true of an object of that kind? Looks no further than the first: menus ask for each of their entries.
template <class Test>
bool anyOf(model::Kind kind, const Inventory &inventory, const Test &test)
{
    const auto in = [&](const auto &table) { return std::ranges::any_of(table, test); };
    switch (kind) {
    case model::Kind::Datacenter: return in(inventory.all<model::Datacenter>());
    case model::Kind::Folder: return in(inventory.all<model::Folder>());
    case model::Kind::Cluster: return in(inventory.all<model::Cluster>());
    case model::Kind::Host: return in(inventory.all<model::Host>());
    case model::Kind::Pool: return in(inventory.all<model::Pool>());
    case model::Kind::Vm: return in(inventory.all<model::Vm>());
    case model::Kind::Datastore: return in(inventory.all<model::Datastore>());
    case model::Kind::Network: return in(inventory.all<model::Network>());
    case model::Kind::Root:
    case model::Kind::User:
    case model::Kind::Group:
    case model::Kind::Role:
    case model::Kind::Permission:
    case model::Kind::AlarmDefinition: return false; // not of the trees
    }
    Q_UNREACHABLE();
}

} // namespace

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
    const bool inDatacenter = kind == model::Kind::Vm; // where the names of VMs are unique
    const DatacenterId datacenter = inDatacenter ? datacenterOf(parent, inventory) : DatacenterId();
    const bool taken = anyOf(kind, inventory, [&](const auto &object) {
        if (object->name != name || self == ObjectRef(object->id))
            return false;
        return inDatacenter ? datacenterOf(object->id, inventory) == datacenter
                            : locationOf(object) == parent;
    });
    if (taken)
        return Error(errors::NameTaken, QJsonObject{{u"name"_s, name}});
    return {};
}

Availability knowsManyHosts(const Inventory &inventory)
{
    const bool single = std::ranges::any_of(inventory.all<model::Host>(),
                                            [](const auto &host) { return host->parent.isRoot(); });
    if (single)
        return Error(errors::SingleHost);
    return {};
}

Availability isEmpty(const ObjectRef &ref, const Inventory &inventory)
{
    using enum model::Kind;
    const auto hangsHere = [&](const auto &object) { return locationOf(object) == ref; };
    const FolderId folder = ref.as<FolderId>();
    const bool holdsVms = !folder.isNull() || ref.kind == Pool || ref.kind == Host;
    const auto vmHangsHere = [&](const auto &vm) {
        return folder.isNull() ? locationOf(vm) == ref : vm->folder == folder;
    };
    const bool empty =
        std::ranges::none_of(std::array{Datacenter, Folder, Cluster, Host, Pool, Datastore, Network},
                             [&](model::Kind kind) { return anyOf(kind, inventory, hangsHere); })
        && !(holdsVms && std::ranges::any_of(inventory.all<model::Vm>(), vmHangsHere));
    if (!empty)
        return Error(errors::NotEmpty, QJsonObject{{u"name"_s, inventory.nameOf(ref)}});
    return {};
}

} // namespace core::operations
