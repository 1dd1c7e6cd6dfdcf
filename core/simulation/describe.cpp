// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/describe.h"

#include "core/simulation/catalog.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::simulation {

namespace {

constexpr qint64 gib = qint64(1) << 30;

/// The catalogue's words live as long as the program: no copy.
QString wordsOf(const char16_t *words)
{
    return QString::fromRawData(reinterpret_cast<const QChar *>(words), QStringView(words).size());
}

QString macOf(quint32 number)
{
    return QString::asprintf("52:54:00:%02x:%02x:%02x", (number >> 16U) & 255U, (number >> 8U) & 255U,
                             number & 255U);
}

QString addressOf(quint32 number)
{
    return QString::asprintf("10.%u.%u.%u", 16 + number / 62'500, number / 250 % 250, 2 + number % 250);
}

bool runsWindows(const VmRecord &vm)
{
    return QStringView(guestSystems()[vm.system]).startsWith(u"Windows");
}

/// Nine guests in ten carry the agent.
bool hasAgent(const VmRecord &vm)
{
    return vm.seed % 10 != 0;
}

} // namespace

model::Host describeHost(const State &state, const HostRecord &host)
{
    const Hardware &hardware = hardwareTable()[host.hardware];
    return {.id = host.id,
            .name = host.name,
            .parent = host.cluster ? model::ObjectRef(state.clusters[*host.cluster].object.id) : host.parent,
            .uri = u"simulated:///"_s + host.name,
            .hypervisorType = model::HypervisorType::Simulated,
            .hypervisor = u"Simulated"_s,
            .vendor = u"Vigie"_s,
            .model = u"Simulated host %1 × %2"_s.arg(hardware.sockets).arg(hardware.coresPerSocket),
            .cpuModel = wordsOf(hardware.cpuModel),
            .sockets = hardware.sockets,
            .coresPerSocket = hardware.coresPerSocket,
            .threadsPerCore = hardware.threadsPerCore,
            .logicalCpus = hardware.logicalCpus(),
            .cpuMhz = MegaHertz(hardware.mhz),
            .memory = Bytes(hardware.memoryGib * gib)};
}

model::Vm describeVm(const State &state, const VmRecord &vm)
{
    const DatastoreRecord &datastore = state.datastores[vm.datastore];
    model::Vm value{.id = vm.id,
                    .name = vm.name,
                    .isTemplate = vm.isTemplate,
                    .state = vm.state,
                    .cpuCount = vm.cpus,
                    .memory = Bytes(qint64(vm.memoryMib) << 20U),
                    .guestOs = wordsOf(guestSystems()[vm.system]),
                    .notes = wordsOf(notes()[vm.note]),
                    .architecture = u"x86_64"_s,
                    .machine = u"pc-q35-7.2"_s,
                    .uefi = runsWindows(vm),
                    .autostart = vm.autostart};
    if (hasAgent(vm))
        value.agent = isBusy(vm.state) ? model::AgentState::Connected : model::AgentState::NotConnected;
    if (value.agent == model::AgentState::Connected)
        value.addresses.push_back(addressOf(vm.number));
    value.disks.push_back({.target = u"vda"_s,
                           .source = datastore.path + u'/' + vm.directory + u"/disk.qcow2"_s,
                           .format = u"qcow2"_s,
                           .capacity = Bytes(vm.diskGib * gib)});
    value.nics.push_back(
        {.mac = macOf(vm.number), .source = state.networks[vm.network].name, .model = u"virtio"_s});
    return value;
}

model::Datastore describeDatastore(const DatastoreRecord &datastore, HostId host)
{
    const auto size = [](quint64 count) { return Bytes(static_cast<qint64>(count) * gib); };
    return {.id = datastore.id,
            .name = datastore.name,
            .type = datastore.type,
            .path = datastore.path,
            .capacity = size(datastore.capacityGib),
            .free = size(datastore.capacityGib - datastore.usedGib),
            .hosts = {host}};
}

std::vector<model::Network> describeNetworks(const State &state, const HostRecord &host)
{
    std::vector<model::Network> networks;
    for (const quint32 number : host.networks) {
        const NetworkRecord &network = state.networks[number];
        networks.push_back(
            {.name = network.name, .type = u"bridge"_s, .bridge = network.bridge, .hosts = {host.id}});
    }
    return networks;
}

void addTo(HostTotals &totals, const model::VmSample &used)
{
    totals.cpu += used.cpuTime.value_or(model::Nanoseconds::zero());
    totals.diskRead += used.diskRead.value_or(Bytes());
    totals.diskWritten += used.diskWritten.value_or(Bytes());
    totals.networkReceived += used.networkReceived.value_or(Bytes());
    totals.networkSent += used.networkSent.value_or(Bytes());
}

model::Sample sampleHost(const State &state, const HostRecord &host, Instant now)
{
    const Hardware &hardware = hardwareTable()[host.hardware];
    const Bytes memory = Bytes(hardware.memoryGib * gib);
    const model::Nanoseconds up = now - host.booted;
    model::Sample sample{.time = now};
    HostTotals totals = host.departed;
    Bytes resident;
    for (const quint32 number : host.vms) {
        const VmRecord &vm = state.vms[number];
        if (!isActive(vm.state))
            continue;
        auto counters =
            countersOf(vm.seed, vm.cpus, Bytes(qint64(vm.memoryMib) << 20U), effortOf(vm, now), now);
        counters.vm = vm.id;
        counters.uptime = now - vm.started; // it runs on when it moves
        addTo(totals, counters);
        resident += *counters.memoryResident;
        sample.vms.push_back(counters);
    }
    // The host's own system: one hundredth of its CPUs, 2 GiB and one hundredth of its memory.
    const model::Nanoseconds own = up * hardware.logicalCpus() / 100;
    sample.host = {.uptime = now - host.booted,
                   .cpuBusy = std::min(totals.cpu + own, up * hardware.logicalCpus()),
                   .cpuTotal = up * hardware.logicalCpus(),
                   .memoryTotal = memory,
                   .memoryUsed = std::min(resident + Bytes(2 * gib) + memory / 100, memory),
                   .diskRead = totals.diskRead,
                   .diskWritten = totals.diskWritten,
                   .networkReceived = totals.networkReceived,
                   .networkSent = totals.networkSent};
    return sample;
}

Topology describeTopology(const State &state)
{
    Topology topology;
    for (const DatacenterRecord &datacenter : state.datacenters)
        topology.datacenters.push_back(datacenter.object);
    for (const ClusterRecord &cluster : state.clusters)
        topology.clusters.push_back(cluster.object);
    topology.folders = state.folders;
    topology.pools = state.pools;
    for (const HostRecord &host : state.hosts)
        topology.hosts.push_back(describeHost(state, host));
    for (const VmRecord &vm : state.vms)
        topology.vms.push_back({.vm = vm.id, .folder = vm.folder, .pool = vm.pool});
    for (const DatastoreRecord &datastore : state.datastores)
        topology.datastores.push_back({datastore.id, state.datacenters[datastore.datacenter].object.id});
    return topology;
}

} // namespace core::simulation
