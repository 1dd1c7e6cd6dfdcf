// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/cluster/totals.h"

#include "core/model/tree.h"

namespace views {

namespace {

void addHost(Totals &totals, const core::model::Host &host, const std::optional<core::model::Load> &load)
{
    ++totals.hosts;
    if (host.state != core::model::HostState::Connected)
        return;
    ++totals.hostsConnected;
    if (!load || !load->memoryUsed || !load->cpuUsageRatio)
        return;
    ++totals.measured;
    totals.cpuCapacity += host.cpuCapacity();
    totals.cpuUsed += load->cpuUsage.value_or(core::MegaHertz(
        static_cast<qint64>(static_cast<double>(host.cpuCapacity().count()) * *load->cpuUsageRatio)));
    totals.memory += host.memory;
    totals.memoryUsed += *load->memoryUsed;
}

void addUseOfVm(Totals &totals, const std::optional<core::model::Load> &load)
{
    if (!load || !load->memoryUsed)
        return;
    ++totals.measured;
    totals.cpuUsed += load->cpuUsage.value_or(core::MegaHertz());
    totals.memoryUsed += *load->memoryUsed;
}

} // namespace

Totals totalsOf(const core::model::ObjectRef &object, const core::model::Inventory &inventory,
                const LoadOf &load)
{
    Totals totals;
    const auto *folder = inventory.find(object.as<core::FolderId>());
    const bool ofVms = object.kind == core::model::Kind::Pool
        || (folder != nullptr && folder->contents == core::model::FolderKind::Vm);
    if (!ofVms) {
        for (const core::HostId id : core::model::hostsUnder(object, inventory)) {
            if (const auto *host = inventory.find(id))
                addHost(totals, *host, load(id));
        }
    }
    for (const core::VmId id : core::model::vmsUnder(object, inventory)) {
        const auto *vm = inventory.find(id);
        if (vm == nullptr)
            continue;
        if (vm->isTemplate) {
            ++totals.templates;
            continue;
        }
        ++totals.vms;
        if (vm->state != core::model::PowerState::Running || vm->stale)
            continue;
        ++totals.vmsRunning;
        if (ofVms)
            addUseOfVm(totals, load(id));
    }
    return totals;
}

} // namespace views
