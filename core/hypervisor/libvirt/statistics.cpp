// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/statistics.h"

#include "core/hypervisor/libvirt/guestreading.h"
#include "core/hypervisor/libvirt/localprocesses.h"

#include <algorithm>
#include <map>

namespace core::hypervisor::libvirt {

namespace {

void readHostCpu(virConnectPtr connection, model::HostSample &host)
{
    int count = 0;
    if (virNodeGetCPUStats(connection, VIR_NODE_CPU_STATS_ALL_CPUS, nullptr, &count, 0) < 0 || count <= 0)
        return;
    std::vector<virNodeCPUStats> stats(static_cast<size_t>(count));
    if (virNodeGetCPUStats(connection, VIR_NODE_CPU_STATS_ALL_CPUS, stats.data(), &count, 0) < 0)
        return;
    std::map<QByteArray, qint64> named;
    for (const virNodeCPUStats &each : stats)
        named[QByteArray(each.field)] = static_cast<qint64>(each.value);
    const qint64 busy = named[VIR_NODE_CPU_STATS_KERNEL] + named[VIR_NODE_CPU_STATS_USER];
    const qint64 idle = named[VIR_NODE_CPU_STATS_IDLE] + named[VIR_NODE_CPU_STATS_IOWAIT];
    host.cpuBusy = Nanoseconds(busy);
    host.cpuTotal = Nanoseconds(busy + idle);
}

void readHostMemory(virConnectPtr connection, model::HostSample &host)
{
    int count = 0;
    if (virNodeGetMemoryStats(connection, VIR_NODE_MEMORY_STATS_ALL_CELLS, nullptr, &count, 0) < 0
        || count <= 0)
        return;
    std::vector<virNodeMemoryStats> stats(static_cast<size_t>(count));
    if (virNodeGetMemoryStats(connection, VIR_NODE_MEMORY_STATS_ALL_CELLS, stats.data(), &count, 0) < 0)
        return;
    std::map<QByteArray, qint64> named;
    for (const virNodeMemoryStats &each : stats)
        named[QByteArray(each.field)] = static_cast<qint64>(each.value);
    const qint64 total = named[VIR_NODE_MEMORY_STATS_TOTAL];
    if (total == 0)
        return;
    host.memoryTotal = fromKiB(total);
    host.memoryUsed = fromKiB(total - named[VIR_NODE_MEMORY_STATS_FREE] - named[VIR_NODE_MEMORY_STATS_BUFFERS]
                              - named[VIR_NODE_MEMORY_STATS_CACHED]);
}

/// A lab host is a part of a machine: its own share of time passes whether it is used or not, and what it uses is
/// what its guests use.
void takeFromGuests(const Capacity &capacity, const GuestCounters::Totals &guests, model::HostSample &host)
{
    const auto passed =
        std::chrono::duration_cast<Nanoseconds>(std::chrono::steady_clock::now().time_since_epoch());
    host.cpuTotal = passed * capacity.logicalCpus;
    host.cpuBusy = guests.cpu;
    host.memoryTotal = capacity.memory;
    host.memoryUsed = guests.memoryResident;
}

void addUptimes(Link &link, const std::vector<StartTimes::Seen> &seen, model::Sample &sample)
{
    const auto dating = [&link](const std::vector<VmId> &vms) {
        return link.onThisMachine ? processStarts(vms) : QHash<VmId, Instant>();
    };
    link.starts.add(seen, sample.time, dating);
    for (model::VmSample &vm : sample.vms) {
        if (const auto started = link.starts.of(vm.vm))
            vm.uptime = std::max(Duration::zero(), sample.time - *started);
    }
    if (link.capacity)
        sample.host.uptime = processUptime(link.capacity->bootFile);
    else if (link.onThisMachine)
        sample.host.uptime = machineUptime();
}

} // namespace

Result<model::Sample> readSample(Link &link)
{
    auto reading = readGuests(link);
    if (!reading)
        return reading.error();
    model::Sample sample{.vms = std::move(reading->vms)};
    const GuestCounters::Totals &guests = link.guests.add(sample.vms);
    sample.host.diskRead = guests.diskRead;
    sample.host.diskWritten = guests.diskWritten;
    sample.host.networkReceived = guests.networkReceived;
    sample.host.networkSent = guests.networkSent;
    if (link.capacity) {
        takeFromGuests(*link.capacity, guests, sample.host);
    } else {
        readHostCpu(link.statistics->get(), sample.host);
        readHostMemory(link.statistics->get(), sample.host);
    }
    sample.time = std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
    addUptimes(link, reading->seen, sample);
    return sample;
}

} // namespace core::hypervisor::libvirt
