// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inventory/tablecontent.h"

#include "core/base/overloaded.h"
#include "core/model/search.h"
#include "core/model/tree.h"

#include <algorithm>

namespace views {

using namespace core::model;

namespace {

bool hasAncestor(const ObjectRef &start, const ObjectRef &wanted, TreeView view, const Inventory &inventory)
{
    ObjectRef at = start;
    for (int depth = 0; depth < 64; ++depth) { // bad data may hold a loop of parents
        if (at == wanted)
            return true;
        const auto object = inventory.find(at);
        const auto parent = object ? parentIn(view, *object, inventory) : std::nullopt;
        if (!parent)
            return false;
        at = *parent;
    }
    return false;
}

bool isUnderHost(const std::vector<core::HostId> &hosts, const ObjectRef &host)
{
    return std::ranges::any_of(hosts, [&](core::HostId each) { return ObjectRef(each) == host; });
}

bool hostInScope(const Host &host, const ObjectRef &scope, const Inventory &inventory)
{
    if (scope.isRoot())
        return true;
    if (const Datastore *datastore = inventory.find(scope.as<core::DatastoreId>()))
        return isUnderHost(datastore->hosts, host.id);
    if (const Network *network = inventory.find(scope.as<core::NetworkId>()))
        return isUnderHost(network->hosts, host.id);
    return hasAncestor(host.id, scope, TreeView::HostsAndClusters, inventory);
}

/// A datastore or network: of a host that sees it, of a cluster with such a host, else by its place in its own view.
template <class T>
bool resourceInScope(const T &resource, const ObjectRef &scope, TreeView view, const Inventory &inventory)
{
    if (scope.kind == Kind::Host)
        return isUnderHost(resource.hosts, scope);
    if (scope.kind == Kind::Cluster) {
        return std::ranges::any_of(resource.hosts, [&](core::HostId host) {
            return hasAncestor(host, scope, TreeView::HostsAndClusters, inventory);
        });
    }
    return hasAncestor(resource.id, scope, view, inventory);
}

template <class T>
void collect(const TableSpec &spec, const TableSource &source, TableContent &content)
{
    const auto &table = source.inventory.all<T>();
    content.inScope.reserve(table.size());
    for (const auto &object : table) {
        const Object any(object);
        if (!isInScope(spec, any, source.inventory))
            continue;
        content.inScope.insert(object->id.uuid());
        if (spec.query.matches(any, source.inventory))
            content.rows.push_back(rowOf(spec, any, source));
    }
}

using Counts = QHash<ObjectRef, TableCounts>;

void countVm(Counts &counts, const ObjectRef &under, const Vm &vm)
{
    TableCounts &sum = counts[under];
    sum.vms += vm.isTemplate ? 0 : 1;
    sum.vmsRunning += vm.state == PowerState::Running && !vm.stale ? 1 : 0;
}

Counts countOfHosts(const Inventory &inventory)
{
    Counts counts;
    for (const auto &vm : inventory.all<Vm>())
        countVm(counts, vm->host, *vm);
    return counts;
}

Counts countOfDatacenters(const Inventory &inventory)
{
    Counts counts;
    for (const auto &cluster : inventory.all<Cluster>())
        ++counts[datacenterOf(cluster->id, inventory)].clusters;
    for (const auto &host : inventory.all<Host>())
        ++counts[datacenterOf(host->id, inventory)].hosts;
    for (const auto &vm : inventory.all<Vm>())
        countVm(counts, datacenterOf(vm->id, inventory), *vm);
    return counts;
}

} // namespace

bool RowOrder::operator()(const TableRow &a, const TableRow &b) const
{
    if (a.number != b.number)
        return (a.number < b.number) != m_descending;
    if (const int order = a.text.compare(b.text); order != 0)
        return (order < 0) != m_descending;
    if (const int order = a.name.compare(b.name); order != 0)
        return order < 0;
    return a.id < b.id;
}

bool isInScope(const TableSpec &spec, const Object &object, const Inventory &inventory)
{
    return std::visit(
        core::Overloaded{
            [&](const std::shared_ptr<const Vm> &vm) { return isUnder(*vm, spec.scope, inventory); },
            [&](const std::shared_ptr<const Host> &host) {
                return hostInScope(*host, spec.scope, inventory);
            },
            [&](const std::shared_ptr<const Datastore> &datastore) {
                return resourceInScope(*datastore, spec.scope, TreeView::Datastores, inventory);
            },
            [&](const std::shared_ptr<const Network> &network) {
                return resourceInScope(*network, spec.scope, TreeView::Networks, inventory);
            },
            [&](const std::shared_ptr<const Datacenter> &datacenter) {
                return spec.scope.isRoot()
                    || hasAncestor(datacenter->id, spec.scope, TreeView::HostsAndClusters, inventory);
            },
            [](const auto &) { return false; },
        },
        object);
}

TableRow rowOf(const TableSpec &spec, const Object &object, const TableSource &source)
{
    TableRow row{
        .id = refOf(object).id, .number = 0, .text = {}, .name = core::model::naturalKey(nameOf(object))};
    if (!spec.sortColumn)
        return row;
    const SortValue value = spec.sortColumn->value(object, source);
    row.number = value.number;
    row.text = core::model::naturalKey(value.text);
    return row;
}

TableContent contentOf(const TableSpec &spec, TableSource source)
{
    TableContent content;
    if (spec.kind == Kind::Host)
        content.counts = source.counts = countOfHosts(source.inventory);
    else if (spec.kind == Kind::Datacenter)
        content.counts = source.counts = countOfDatacenters(source.inventory);
    switch (spec.kind) {
    case Kind::Vm: collect<Vm>(spec, source, content); break;
    case Kind::Host: collect<Host>(spec, source, content); break;
    case Kind::Datastore: collect<Datastore>(spec, source, content); break;
    case Kind::Network: collect<Network>(spec, source, content); break;
    case Kind::Datacenter: collect<Datacenter>(spec, source, content); break;
    case Kind::Root:
    case Kind::Folder:
    case Kind::Cluster:
    case Kind::Pool:
    case Kind::User:
    case Kind::Group:
    case Kind::Role:
    case Kind::Permission:
    case Kind::AlarmDefinition: break;
    }
    std::ranges::sort(content.rows, RowOrder(spec.order));
    content.byId.reserve(static_cast<qsizetype>(content.rows.size()));
    for (const TableRow &row : content.rows)
        content.byId.insert(row.id, row);
    return content;
}

} // namespace views
