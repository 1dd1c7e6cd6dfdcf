// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/tree.h"
#include "core/text/text.h"
#include "views/inventory/objectlabel.h"
#include "views/inventory/tablecolumns.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using core::model::Datastore;
using core::model::Host;
using core::model::Kind;
using core::model::Load;
using core::model::Network;
using core::model::Object;
namespace text = core::text;

namespace {

using Source = const TableSource &;
using Title = QString (*)();
using Cell = QString (*)(const Object &, Source);
using Value = SortValue (*)(const Object &, Source);

template <Cell Text>
TableColumn words(QLatin1StringView id, Title title, bool shown)
{
    return {.id = id,
            .title = title,
            .text = Text,
            .value = [](const Object &object, Source source) { return byText(Text(object, source)); },
            .shown = shown};
}

TableColumn amount(QLatin1StringView id, Title title, Cell cell, Value value, bool shown, bool load = false)
{
    return {
        .id = id, .title = title, .text = cell, .value = value, .number = true, .load = load, .shown = shown};
}

QString name(const Object &object, Source)
{
    return nameOf(object);
}

QString state(const Object &object, Source)
{
    return ObjectLabel::state(object);
}

QString hostCluster(const Object &object, Source source)
{
    return source.inventory.nameOf(clusterOf(as<Host>(object).id, source.inventory));
}

QString hostHypervisor(const Object &object, Source)
{
    return as<Host>(object).hypervisor;
}

QString hostModel(const Object &object, Source)
{
    return TableText::tr("%1 %2").arg(as<Host>(object).vendor, as<Host>(object).model).trimmed();
}

QString hostUri(const Object &object, Source)
{
    return as<Host>(object).uri;
}

QString hostLibvirt(const Object &object, Source)
{
    return as<Host>(object).libvirtVersion;
}

double memoryRatio(const Object &object, Source source)
{
    const Load *load = loadOf(object, source);
    const core::Bytes memory = as<Host>(object).memory;
    return load != nullptr && load->memoryUsed && memory.count() > 0 ? *load->memoryUsed / memory
                                                                     : unknownNumber;
}

double cpuRatio(const Object &object, Source source)
{
    const Load *load = loadOf(object, source);
    return load != nullptr ? load->cpuUsageRatio.value_or(unknownNumber) : unknownNumber;
}

double uptimeOf(const Object &object, Source source)
{
    const Load *load = loadOf(object, source);
    return load != nullptr && load->uptimeSeconds ? static_cast<double>(*load->uptimeSeconds) : unknownNumber;
}

int vmCount(const Object &object, Source source)
{
    return source.counts.value(refOf(object)).vms;
}

template <int TableCounts::*Member>
TableColumn count(QLatin1StringView id, Title title)
{
    return amount(
        id, title,
        [](const Object &object, Source source) {
            return QLocale().toString(source.counts.value(refOf(object)).*Member);
        },
        [](const Object &object, Source source) {
            return byNumber(source.counts.value(refOf(object)).*Member);
        },
        true);
}

QString percentOrNothing(double ratio)
{
    return ratio < 0 ? QString() : text::percent(ratio);
}

double usedRatio(const Datastore &datastore)
{
    return datastore.capacity.count() > 0 ? (datastore.capacity - datastore.free) / datastore.capacity
                                          : unknownNumber;
}

QString datastoreType(const Object &object, Source)
{
    return as<Datastore>(object).type;
}

QString datastorePath(const Object &object, Source)
{
    return as<Datastore>(object).path;
}

QString networkType(const Object &object, Source)
{
    return as<Network>(object).type;
}

QString networkBridge(const Object &object, Source)
{
    return as<Network>(object).bridge;
}

template <class T>
TableColumn hostsOf(QLatin1StringView id)
{
    return amount(
        id, [] { return TableText::tr("Hosts"); },
        [](const Object &object, Source) {
            return QLocale().toString(static_cast<qlonglong>(as<T>(object).hosts.size()));
        },
        [](const Object &object, Source) {
            return byNumber(static_cast<double>(as<T>(object).hosts.size()));
        },
        true);
}

std::vector<TableColumn> hostLoadColumns()
{
    return {
        amount(
            "cpu-usage"_L1, [] { return TableText::tr("CPU Usage"); },
            [](const Object &object, Source source) { return percentOrNothing(cpuRatio(object, source)); },
            [](const Object &object, Source source) { return byNumber(cpuRatio(object, source)); }, true,
            true),
        amount(
            "memory-usage"_L1, [] { return TableText::tr("Memory Usage"); },
            [](const Object &object, Source source) { return percentOrNothing(memoryRatio(object, source)); },
            [](const Object &object, Source source) { return byNumber(memoryRatio(object, source)); }, true,
            true),
        amount(
            "uptime"_L1, [] { return TableText::tr("Uptime"); },
            [](const Object &object, Source source) {
                const double seconds = uptimeOf(object, source);
                return seconds < 0 ? QString()
                                   : text::duration(std::chrono::seconds(static_cast<qint64>(seconds)));
            },
            [](const Object &object, Source source) { return byNumber(uptimeOf(object, source)); }, true,
            true),
    };
}

} // namespace

const Load *loadOf(const Object &object, const TableSource &source)
{
    const auto it = source.loads.constFind(refOf(object));
    return it == source.loads.constEnd() ? nullptr : &*it;
}

std::vector<TableColumn> hostColumns()
{
    std::vector<TableColumn> all{words<name>(
                                     "name"_L1, [] { return TableText::tr("Name"); }, true),
                                 words<state>(
                                     "state"_L1, [] { return TableText::tr("State"); }, true),
                                 words<hostCluster>(
                                     "cluster"_L1, [] { return TableText::tr("Cluster"); }, true)};
    std::ranges::copy(hostLoadColumns(), std::back_inserter(all));
    const std::vector<TableColumn> rest{
        amount(
            "memory"_L1, [] { return TableText::tr("Memory Size"); },
            [](const Object &object, Source) { return text::bytes(as<Host>(object).memory); },
            [](const Object &object, Source) {
                return byNumber(static_cast<double>(as<Host>(object).memory.count()));
            },
            true),
        amount(
            "cpus"_L1, [] { return TableText::tr("Logical CPUs"); },
            [](const Object &object, Source) { return QLocale().toString(as<Host>(object).logicalCpus); },
            [](const Object &object, Source) { return byNumber(as<Host>(object).logicalCpus); }, false),
        amount(
            "vms"_L1, [] { return TableText::tr("Virtual Machines"); },
            [](const Object &object, Source source) { return QLocale().toString(vmCount(object, source)); },
            [](const Object &object, Source source) { return byNumber(vmCount(object, source)); }, true),
        words<hostHypervisor>(
            "hypervisor"_L1, [] { return TableText::tr("Hypervisor"); }, true),
        words<hostModel>(
            "model"_L1, [] { return TableText::tr("Model"); }, false),
        words<hostLibvirt>(
            "libvirt"_L1, [] { return TableText::tr("libvirt Version"); }, false),
        words<hostUri>(
            "uri"_L1, [] { return TableText::tr("Address (URI)"); }, false)};
    all.insert(all.end(), rest.begin(), rest.end());
    return all;
}

std::vector<TableColumn> datastoreColumns()
{
    return {
        words<name>(
            "name"_L1, [] { return TableText::tr("Name"); }, true),
        words<state>(
            "state"_L1, [] { return TableText::tr("State"); }, true),
        words<datastoreType>(
            "type"_L1, [] { return TableText::tr("Type"); }, true),
        amount(
            "capacity"_L1, [] { return TableText::tr("Capacity"); },
            [](const Object &object, Source) { return text::bytes(as<Datastore>(object).capacity); },
            [](const Object &object, Source) {
                return byNumber(static_cast<double>(as<Datastore>(object).capacity.count()));
            },
            true),
        amount(
            "free"_L1, [] { return TableText::tr("Free Space"); },
            [](const Object &object, Source) { return text::bytes(as<Datastore>(object).free); },
            [](const Object &object, Source) {
                return byNumber(static_cast<double>(as<Datastore>(object).free.count()));
            },
            true),
        amount(
            "used"_L1, [] { return TableText::tr("Used"); },
            [](const Object &object, Source) { return percentOrNothing(usedRatio(as<Datastore>(object))); },
            [](const Object &object, Source) { return byNumber(usedRatio(as<Datastore>(object))); }, true),
        hostsOf<Datastore>("hosts"_L1),
        words<datastorePath>(
            "path"_L1, [] { return TableText::tr("Path"); }, true),
    };
}

std::vector<TableColumn> networkColumns()
{
    return {
        words<name>(
            "name"_L1, [] { return TableText::tr("Name"); }, true),
        words<state>(
            "state"_L1, [] { return TableText::tr("State"); }, true),
        words<networkType>(
            "type"_L1, [] { return TableText::tr("Type"); }, true),
        words<networkBridge>(
            "bridge"_L1, [] { return TableText::tr("Bridge"); }, true),
        hostsOf<Network>("hosts"_L1),
    };
}

std::vector<TableColumn> datacenterColumns()
{
    return {
        words<name>(
            "name"_L1, [] { return TableText::tr("Name"); }, true),
        count<&TableCounts::clusters>("clusters"_L1, [] { return TableText::tr("Clusters"); }),
        count<&TableCounts::hosts>("hosts"_L1, [] { return TableText::tr("Hosts"); }),
        count<&TableCounts::vms>("vms"_L1, [] { return TableText::tr("Virtual Machines"); }),
        count<&TableCounts::vmsRunning>("running"_L1, [] { return TableText::tr("Powered On"); }),
    };
}

std::vector<TableColumn> columnsOf(Kind kind)
{
    switch (kind) {
    case Kind::Vm: return vmColumns();
    case Kind::Host: return hostColumns();
    case Kind::Datastore: return datastoreColumns();
    case Kind::Network: return networkColumns();
    case Kind::Datacenter: return datacenterColumns();
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
    return {};
}

} // namespace views
