// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/tree.h"
#include "core/text/text.h"
#include "views/inventory/objectlabel.h"
#include "views/inventory/tablecolumns.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using core::model::Load;
using core::model::Object;
using core::model::Vm;
namespace text = core::text;

namespace {

using Source = const TableSource &;

QString hostName(const Object &object, Source source)
{
    return source.inventory.nameOf(as<Vm>(object).host);
}

QString clusterName(const Object &object, Source source)
{
    return source.inventory.nameOf(clusterOf(as<Vm>(object).host, source.inventory));
}

QString folderName(const Object &object, Source source)
{
    const auto &folder = as<Vm>(object).folder;
    return folder ? source.inventory.nameOf(*folder) : QString();
}

QString datastoreNames(const Object &object, Source source)
{
    QStringList names;
    for (const core::model::VmDisk &disk : as<Vm>(object).disks) {
        const QString name = source.inventory.nameOf(disk.datastore);
        if (!name.isEmpty() && !names.contains(name))
            names += name;
    }
    return names.join(u", "_s);
}

QString networkNames(const Object &object, Source source)
{
    QStringList names;
    for (const core::model::VmNic &nic : as<Vm>(object).nics) {
        const QString name = source.inventory.nameOf(nic.network);
        if (!name.isEmpty() && !names.contains(name))
            names += name;
    }
    return names.join(u", "_s);
}

QString addresses(const Object &object, Source)
{
    return as<Vm>(object).addresses.empty()
        ? QString()
        : QStringList(as<Vm>(object).addresses.begin(), as<Vm>(object).addresses.end()).join(u", "_s);
}

QString cpuUsage(const Object &object, Source source)
{
    const Load *load = loadOf(object, source);
    return load != nullptr && load->cpuUsageRatio ? text::percent(*load->cpuUsageRatio) : QString();
}

QString memoryUsed(const Object &object, Source source)
{
    const Load *load = loadOf(object, source);
    return load != nullptr && load->memoryUsed ? text::bytes(*load->memoryUsed) : QString();
}

QString uptime(const Object &object, Source source)
{
    const Load *load = loadOf(object, source);
    return load != nullptr && load->uptimeSeconds ? text::duration(std::chrono::seconds(*load->uptimeSeconds))
                                                  : QString();
}

/// Sorts as it reads.
template <auto Text>
SortValue asText(const Object &object, Source source)
{
    return byText(Text(object, source));
}

TableColumn column(QLatin1StringView id, QString (*title)(), QString (*cell)(const Object &, Source),
                   SortValue (*value)(const Object &, Source), bool shown)
{
    return {.id = id, .title = title, .text = cell, .value = value, .shown = shown};
}

std::vector<TableColumn> placeColumns()
{
    return {
        column(
            "host"_L1, [] { return TableText::tr("Host"); }, hostName, asText<hostName>, true),
        column(
            "cluster"_L1, [] { return TableText::tr("Cluster"); }, clusterName, asText<clusterName>, false),
        column(
            "folder"_L1, [] { return TableText::tr("Folder"); }, folderName, asText<folderName>, false),
        column(
            "datastore"_L1, [] { return TableText::tr("Datastore"); }, datastoreNames, asText<datastoreNames>,
            false),
        column(
            "network"_L1, [] { return TableText::tr("Network"); }, networkNames, asText<networkNames>, false),
    };
}

std::vector<TableColumn> loadColumns()
{
    return {
        {.id = "cpu-usage"_L1,
         .title = [] { return TableText::tr("CPU Usage"); },
         .text = cpuUsage,
         .value =
             [](const Object &object, Source source) {
                 const Load *load = loadOf(object, source);
                 return byNumber(load != nullptr ? load->cpuUsageRatio.value_or(unknownNumber)
                                                 : unknownNumber);
             },
         .number = true,
         .load = true,
         .shown = true},
        {.id = "memory-used"_L1,
         .title = [] { return TableText::tr("Memory Used"); },
         .text = memoryUsed,
         .value =
             [](const Object &object, Source source) {
                 const Load *load = loadOf(object, source);
                 return byNumber(load != nullptr && load->memoryUsed
                                     ? static_cast<double>(load->memoryUsed->count())
                                     : unknownNumber);
             },
         .number = true,
         .load = true,
         .shown = true},
        {.id = "uptime"_L1,
         .title = [] { return TableText::tr("Uptime"); },
         .text = uptime,
         .value =
             [](const Object &object, Source source) {
                 const Load *load = loadOf(object, source);
                 return byNumber(load != nullptr && load->uptimeSeconds
                                     ? static_cast<double>(*load->uptimeSeconds)
                                     : unknownNumber);
             },
         .number = true,
         .load = true,
         .shown = true},
    };
}

std::vector<TableColumn> configurationColumns()
{
    return {
        {.id = "memory"_L1,
         .title = [] { return TableText::tr("Memory Size"); },
         .text = [](const Object &object, Source) { return text::bytes(as<Vm>(object).memory); },
         .value = [](const Object &object,
                     Source) { return byNumber(static_cast<double>(as<Vm>(object).memory.count())); },
         .number = true,
         .shown = true},
        {.id = "cpus"_L1,
         .title = [] { return TableText::tr("vCPUs"); },
         .text = [](const Object &object, Source) { return QLocale().toString(as<Vm>(object).cpuCount); },
         .value = [](const Object &object, Source) { return byNumber(as<Vm>(object).cpuCount); },
         .number = true},
        column(
            "guest-os"_L1, [] { return TableText::tr("Guest OS"); },
            [](const Object &object, Source) { return as<Vm>(object).guestOs; },
            [](const Object &object, Source) { return byText(as<Vm>(object).guestOs); }, true),
        column(
            "addresses"_L1, [] { return TableText::tr("IP Addresses"); }, addresses, asText<addresses>, true),
        column(
            "agent"_L1, [] { return TableText::tr("Guest Agent"); },
            [](const Object &object, Source) { return text::state(as<Vm>(object).agent); },
            [](const Object &object, Source) { return byNumber(static_cast<int>(as<Vm>(object).agent)); },
            false),
        column(
            "notes"_L1, [] { return TableText::tr("Notes"); },
            [](const Object &object, Source) { return as<Vm>(object).notes.simplified(); },
            [](const Object &object, Source) { return byText(as<Vm>(object).notes); }, false),
    };
}

} // namespace

std::vector<TableColumn> vmColumns()
{
    std::vector<TableColumn> all{
        column(
            "name"_L1, [] { return TableText::tr("Name"); },
            [](const Object &object, Source) { return as<Vm>(object).name; },
            [](const Object &object, Source) { return byText(as<Vm>(object).name); }, true),
        column(
            "state"_L1, [] { return TableText::tr("State"); },
            [](const Object &object, Source) { return ObjectLabel::state(object); },
            [](const Object &object, Source) { // as the enum lists them: the same order in every language
                return byNumber((as<Vm>(object).stale ? 100 : 0) + static_cast<int>(as<Vm>(object).state));
            },
            true),
    };
    std::vector<TableColumn> places = placeColumns();
    all.push_back(places.front());
    std::ranges::copy(loadColumns(), std::back_inserter(all));
    std::ranges::copy(configurationColumns(), std::back_inserter(all));
    all.insert(all.end(), places.begin() + 1, places.end());
    return all;
}

} // namespace views
