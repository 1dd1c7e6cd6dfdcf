// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/random.h"
#include "core/simulation/world.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::simulation {

Result<void> World::create(HostId host, const NewVm &vm)
{
    const HostRecord &on = record(host);
    if (m_state.vmById.contains(vm.id) || m_state.vmNames.contains(vm.name))
        return Error(errors::Conflict, u"there is a VM %1"_s.arg(vm.name));
    const auto datastore = datastoreOf(m_state, on, vm.disk);
    if (!datastore)
        return Error(errors::NotFound, QJsonObject{{u"what"_s, vm.disk}});
    const auto network = std::ranges::find_if(
        on.networks, [&](quint32 each) { return m_state.networks[each].name == vm.network; });
    const auto number = static_cast<quint32>(m_state.vms.size());
    VmRecord made{.id = vm.id,
                  .name = vm.name,
                  .directory = directoryOf(m_state, *datastore, vm.disk),
                  .seed = scatter(qHash(vm.id)),
                  .host = m_state.hostById.value(host),
                  .datastore = *datastore,
                  .number = number,
                  .network = network == on.networks.end() ? on.networks.front() : *network,
                  .cpus = static_cast<quint16>(vm.cpus),
                  .memoryMib = static_cast<quint32>(vm.memory.count() >> 20),
                  .diskGib = static_cast<quint32>(vm.diskCapacity.count() >> 30)};
    m_state.hosts[made.host].vms.push_back(number);
    m_state.vmById.insert(vm.id, number);
    m_state.vmNames.insert(vm.name);
    m_state.vms.push_back(std::move(made));
    tell(m_state.vms.back().host, {.vm = vm.id});
    return {};
}

/// The last record takes its place: numbers of VMs are kept by their host and by vmById alone.
Result<void> World::forget(HostId host, VmId vm)
{
    const auto number = find(host, vm);
    if (!number)
        return number.error();
    if (isActive(m_state.vms[*number].state))
        return Error(errors::Conflict, u"%1 is not off"_s.arg(m_state.vms[*number].name));
    const quint32 hostNumber = m_state.vms[*number].host;
    std::erase(m_state.hosts[hostNumber].vms, *number);
    m_state.vmById.remove(vm);
    m_state.vmNames.remove(m_state.vms[*number].name);
    const auto last = static_cast<quint32>(m_state.vms.size() - 1);
    if (*number != last) {
        m_state.vms[*number] = std::move(m_state.vms[last]);
        const VmRecord &moved = m_state.vms[*number];
        m_state.vmById[moved.id] = *number;
        std::ranges::replace(m_state.hosts[moved.host].vms, last, *number);
    }
    m_state.vms.pop_back();
    tell(hostNumber, {.vm = vm, .gone = true});
    return {};
}

Result<void> World::configure(HostId host, VmId vm, std::optional<int> cpus, std::optional<Bytes> memory)
{
    const auto number = find(host, vm);
    if (!number)
        return number.error();
    VmRecord &record = m_state.vms[*number];
    if (isActive(record.state))
        return Error(errors::Conflict, u"%1 is not off"_s.arg(record.name));
    if (cpus)
        record.cpus = static_cast<quint16>(*cpus);
    if (memory)
        record.memoryMib = static_cast<quint32>(memory->count() >> 20);
    tell(record.host, {.vm = vm});
    return {};
}

} // namespace core::simulation
