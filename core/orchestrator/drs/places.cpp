// SPDX-License-Identifier: GPL-3.0-or-later
// What a host's maintenance and a VM's start need to know.
#include "core/drs/files.h"
#include "core/drs/place.h"
#include "core/model/tree.h"
#include "core/orchestrator/drs/board.h"
#include "core/orchestrator/drs/measures.h"

#include <algorithm>

namespace core::orchestrator {

namespace {

/// 10 MHz that one CPU of the cluster's hosts has, in the middle.
drs::Amount cpuOfOne(const drs::Instance &instance)
{
    drs::Amount sum = 0;
    drs::Amount count = 0;
    for (const drs::Host &host : instance.hosts) {
        sum += host.cores > 0 ? host.cpu : 0;
        count += host.cores;
    }
    return count > 0 ? sum / count : 0;
}

/// What must be done is done by the figures there are, however old.
void takeAsTheyAre(drs::Instance &instance)
{
    for (drs::Host &host : instance.hosts)
        host.statsAge = 0;
}

} // namespace

drs::Picture DrsBoard::picture(ClusterId cluster, const model::Inventory &inventory,
                               const std::vector<VmId> &also)
{
    Question asked = question(cluster, also);
    Compatibility compatibility(cluster, inventory);
    for (const auto &[vm, host] : asked.excluded)
        compatibility.exclude(vm, host);
    asked.around.compatible = [&](const model::Vm &vm) { return compatibility.of(vm); };
    return pictureOf(cluster, inventory, asked.around);
}

QString DrsBoard::whyNot(VmId vm, HostId host)
{
    const model::Inventory &inventory = m_around.inventory.now();
    const model::Vm *known = inventory.find(vm);
    const ClusterId cluster = known == nullptr ? ClusterId() : clusterOf(known->host, inventory);
    const drs::Picture found = picture(cluster, inventory, {vm});
    const int machine = found.indexOf(vm);
    const int to = found.indexOf(host);
    if (machine < 0 || to < 0)
        return drs::wireName(drs::Obstacle::HostUnavailable);
    const drs::Obstacle obstacle = drs::whyNot(found.instance, machine, to);
    return obstacle == drs::Obstacle::None ? QString() : drs::wireName(obstacle);
}

/// All of them must go, whatever their cluster's DRS is set to do by itself.
model::DrsReport DrsBoard::evacuation(HostId host)
{
    model::Inventory inventory = m_around.inventory.now();
    const model::Host *known = inventory.find(host);
    const ClusterId cluster = known == nullptr ? ClusterId() : clusterOf(host, inventory);
    if (cluster.isNull())
        return {};
    model::Host leaving = *known;
    leaving.maintenance = model::Maintenance::Entering;
    inventory.put(std::move(leaving));
    drs::Picture found = picture(cluster, inventory, {});
    takeAsTheyAre(found.instance);
    found.instance.config.threshold = 1;
    const model::Cluster &owner = *inventory.find(cluster);
    if (!owner.drsEnabled) {
        for (drs::Machine &machine : found.instance.machines)
            machine.automation = drs::Automation::Full;
    }
    model::DrsReport report = reportOf(plan(found.instance, {}), found, inventory);
    std::erase_if(report.recommendations, [&](const model::DrsRecommendation &each) {
        return std::ranges::none_of(each.moves,
                                    [&](const model::DrsMove &move) { return move.from == host; });
    });
    std::erase_if(report.faults, [&](const model::DrsFault &fault) {
        const model::Vm *vm = fault.object ? inventory.find(fault.object->as<VmId>()) : nullptr;
        return vm == nullptr || !(vm->host == host);
    });
    return report;
}

std::vector<DrsBoard::Place> DrsBoard::placesFor(VmId vm)
{
    const model::Inventory &inventory = m_around.inventory.now();
    const model::Vm *known = inventory.find(vm);
    const ClusterId cluster = known == nullptr ? ClusterId() : clusterOf(known->host, inventory);
    drs::Picture found = picture(cluster, inventory, {vm});
    takeAsTheyAre(found.instance);
    const int machine = found.indexOf(vm);
    std::vector<Place> places;
    if (machine < 0)
        return places;
    for (const drs::Candidate &each : drs::candidates(found.instance, machine, cpuOfOne(found.instance)))
        places.push_back(
            {.host = found.hosts[drs::at(each.host)],
             .obstacle = each.obstacle == drs::Obstacle::None ? QString() : drs::wireName(each.obstacle)});
    return places;
}

DrsBoard::Placement DrsBoard::placementOf(VmId vm)
{
    const model::Inventory &inventory = m_around.inventory.now();
    const model::Vm *known = inventory.find(vm);
    const ClusterId cluster = known == nullptr ? ClusterId() : clusterOf(known->host, inventory);
    drs::Picture found = picture(cluster, inventory, {vm});
    takeAsTheyAre(found.instance);
    const int machine = found.indexOf(vm);
    if (machine < 0)
        return {};
    drs::Plan plan = drs::place(found.instance, {machine}, cpuOfOne(found.instance));
    Placement placement;
    for (const drs::Move &move : plan.moves) {
        if (move.machine == machine)
            placement.host = found.hosts[drs::at(move.to)];
    }
    std::erase_if(plan.moves, [&](const drs::Move &move) { return move.machine == machine; });
    if (!placement.host.isNull())
        placement.before = reportOf(plan, found, inventory).recommendations;
    return placement;
}

} // namespace core::orchestrator
