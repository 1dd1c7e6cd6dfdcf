// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/performance/chartchoice.h"

#include "core/model/tree.h"
#include "core/text/text.h"

#include <QSet>

#include <algorithm>

namespace views {

using core::model::Counter;
using core::model::Inventory;
using core::model::Kind;
using core::model::ObjectRef;

namespace {

std::vector<ObjectRef> byName(std::vector<ObjectRef> objects, const Inventory &inventory)
{
    std::ranges::sort(objects, [&](const ObjectRef &a, const ObjectRef &b) {
        const int order = QString::localeAwareCompare(inventory.nameOf(a), inventory.nameOf(b));
        return order != 0 ? order < 0 : a < b;
    });
    return objects;
}

std::vector<ObjectRef> hostsBeneath(const ObjectRef &selected, const Inventory &inventory)
{
    const auto hosts = core::model::hostsUnder(selected, inventory);
    return byName({hosts.begin(), hosts.end()}, inventory);
}

std::vector<ObjectRef> runningBeneath(const ObjectRef &selected, const Inventory &inventory)
{
    std::vector<ObjectRef> vms;
    for (const core::VmId id : core::model::vmsUnder(selected, inventory)) {
        const auto *vm = inventory.find(id);
        if (vm != nullptr && vm->state == core::model::PowerState::Running)
            vms.emplace_back(id);
    }
    return byName(std::move(vms), inventory);
}

bool isMeasuredKind(Kind kind)
{
    return kind == Kind::Host || kind == Kind::Vm;
}

} // namespace

bool isMeasured(Counter counter, Kind kind)
{
    using enum Counter;
    switch (counter) {
    case CpuUsageRatio:
    case CpuUsageMhz:
    case MemoryUsed:
    case DiskRead:
    case DiskWrite:
    case NetworkReceived:
    case NetworkSent: return isMeasuredKind(kind);
    case CpuReadyMs:
    case MemoryActive:
    case MemoryBalloon:
    case DiskLatencyMs: return kind == Kind::Vm;
    }
    Q_UNREACHABLE();
}

std::vector<Counter> countersOf(ChartTopic topic, Kind kind)
{
    using enum Counter;
    std::vector<Counter> counters;
    switch (topic) {
    case ChartTopic::Cpu: counters = {CpuUsageRatio, CpuReadyMs}; break;
    case ChartTopic::Memory: counters = {MemoryUsed, MemoryActive, MemoryBalloon}; break;
    case ChartTopic::Disk: counters = {DiskRead, DiskWrite, DiskLatencyMs}; break;
    case ChartTopic::Network: counters = {NetworkReceived, NetworkSent}; break;
    case ChartTopic::Custom: break;
    }
    std::erase_if(counters, [kind](Counter counter) { return !isMeasured(counter, kind); });
    if (topic == ChartTopic::Cpu && kind == Kind::Host)
        counters.push_back(CpuUsageMhz);
    return counters;
}

bool fits(Counter counter, const std::vector<Counter> &chosen)
{
    QSet<QString> units{core::text::counterUnit(counter)};
    for (const Counter each : chosen)
        units.insert(core::text::counterUnit(each));
    return units.size() <= unitsOfChart;
}

std::vector<ObjectRef> defaultObjects(const ObjectRef &selected, const Inventory &inventory)
{
    if (isMeasuredKind(selected.kind))
        return {selected};
    auto objects = hostsBeneath(selected, inventory);
    if (objects.empty())
        objects = runningBeneath(selected, inventory); // a pool, a VM folder
    constexpr size_t readable = 8;
    objects.resize(std::min(objects.size(), readable));
    return objects;
}

std::vector<ObjectRef> comparableObjects(const ObjectRef &selected, const Inventory &inventory)
{
    std::vector<ObjectRef> objects;
    if (selected.kind == Kind::Vm) {
        objects.push_back(selected);
        const auto *vm = inventory.find(selected.as<core::VmId>());
        if (vm != nullptr && inventory.find(vm->host) != nullptr) {
            objects.emplace_back(vm->host);
            for (const ObjectRef &each : runningBeneath(vm->host, inventory)) { // its neighbours
                if (each != selected)
                    objects.push_back(each);
            }
        }
        return objects;
    }
    if (selected.kind == Kind::Host)
        objects.push_back(selected);
    else
        objects = hostsBeneath(selected, inventory);
    if (selected.kind == Kind::Host || objects.empty())
        std::ranges::copy(runningBeneath(selected, inventory), std::back_inserter(objects));
    return objects;
}

std::vector<ChartKey> keysOf(const std::vector<ObjectRef> &objects, const std::vector<Counter> &counters)
{
    std::vector<ChartKey> keys;
    for (const ObjectRef &object : objects) {
        for (const Counter counter : counters) {
            if (isMeasured(counter, object.kind) && keys.size() < linesOfChart)
                keys.push_back({object, counter});
        }
    }
    return keys;
}

} // namespace views
