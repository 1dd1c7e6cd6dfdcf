// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/compatibility.h"

#include "core/migration/checks.h"

using namespace Qt::StringLiterals;

namespace core::migration {

namespace {

bool isActive(model::PowerState state)
{
    return state == model::PowerState::Running || state == model::PowerState::Paused;
}

model::Finding notFound(const model::ObjectRef &what)
{
    return {.problem = Error(core::errors::NotFound, QJsonObject{{u"what"_s, toString(what)}}),
            .object = what};
}

void runAll(Case &subject)
{
    checkState(subject);
    if (subject.changesHost) {
        checkDestination(subject);
        checkCpu(subject);
        checkMemory(subject);
        checkDevices(subject);
        checkFirmware(subject);
        checkMedia(subject);
        checkNetworks(subject);
    }
    checkDisks(subject);
    checkSpace(subject);
}

} // namespace

Population::Population(const model::Inventory &inventory)
{
    for (const auto &vm : inventory.all<model::Vm>())
        m_vms[vm->host].push_back(vm.get());
}

Population::Population(const model::Inventory &inventory, HostId host)
{
    auto &there = m_vms[host];
    for (const auto &vm : inventory.all<model::Vm>()) {
        if (vm->host == host)
            there.push_back(vm.get());
    }
}

const std::vector<const model::Vm *> &Population::of(HostId host) const
{
    static const std::vector<const model::Vm *> none;
    const auto it = m_vms.constFind(host);
    return it == m_vms.constEnd() ? none : *it;
}

Bytes Population::memoryInUse(HostId host) const
{
    Bytes sum;
    for (const model::Vm *vm : of(host)) {
        if (isActive(vm->state))
            sum += vm->memory;
    }
    return sum;
}

DatastoreId Case::targetOf(const model::VmDisk &disk) const
{
    for (const model::DiskPlacement &placement : request.disks) {
        if (placement.disk == disk.target)
            return placement.datastore;
    }
    const bool isMoved = request.datastore && disk.device == u"disk";
    return isMoved ? *request.datastore : DatastoreId();
}

std::vector<model::Finding> check(const model::MigrationRequest &request, const model::Inventory &inventory)
{
    return check(request, inventory, Population(inventory, request.host.value_or(HostId())));
}

std::vector<model::Finding> check(const model::MigrationRequest &request, const model::Inventory &inventory,
                                  const Population &population)
{
    const model::Vm *vm = inventory.find(request.vm);
    if (vm == nullptr)
        return {notFound(request.vm)};
    const model::Host *source = inventory.find(vm->host);
    if (source == nullptr)
        return {notFound(vm->host)};
    const model::Host *destination = request.host ? inventory.find(*request.host) : source;
    if (destination == nullptr)
        return {notFound(*request.host)};
    Case subject{.request = request,
                 .inventory = inventory,
                 .population = population,
                 .vm = *vm,
                 .source = *source,
                 .destination = *destination,
                 .changesHost = destination != source,
                 .live = isActive(vm->state)};
    runAll(subject);
    std::ranges::stable_partition(subject.findings, [](const model::Finding &finding) {
        return finding.severity == model::FindingSeverity::Error;
    });
    return std::move(subject.findings);
}

} // namespace core::migration
