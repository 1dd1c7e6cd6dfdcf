// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/statistics.h"

#include "core/hypervisor/libvirt/ids.h"
#include "core/hypervisor/libvirt/libvirterror.h"
#include "core/hypervisor/libvirt/localprocesses.h"

#include <algorithm>
#include <map>

namespace core::hypervisor::libvirt {

namespace {

constexpr unsigned groups = VIR_DOMAIN_STATS_STATE | VIR_DOMAIN_STATS_CPU_TOTAL | VIR_DOMAIN_STATS_BALLOON
    | VIR_DOMAIN_STATS_VCPU | VIR_DOMAIN_STATS_INTERFACE | VIR_DOMAIN_STATS_BLOCK;
// NOWAIT: without it one incoming migration holds up the answer for half a minute.
constexpr unsigned flags =
    VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE | VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT;

constexpr qint64 mostDevices = 10'000; // the count is the daemon's word; our patience is not

std::optional<Nanoseconds> asTime(std::optional<qint64> value)
{
    return value ? std::optional(Nanoseconds(*value)) : std::nullopt;
}

std::optional<Bytes> asBytes(std::optional<qint64> value)
{
    return value ? std::optional(Bytes(*value)) : std::nullopt;
}

std::optional<Bytes> asKiB(std::optional<qint64> value)
{
    return value ? std::optional(fromKiB(*value)) : std::nullopt;
}

/// The sum of `<group>.<n>.<name>` over all n; absent when no device says it.
std::optional<qint64> sum(const TypedValues &values, const QByteArray &group, const QByteArray &name,
                          const QByteArray &count = "count")
{
    std::optional<qint64> total;
    const qint64 devices = std::min(values.integer(group + '.' + count).value_or(0), mostDevices);
    for (qint64 i = 0; i < devices; ++i) {
        if (const auto value = values.integer(group + '.' + QByteArray::number(i) + '.' + name))
            total = total.value_or(0) + *value;
    }
    return total;
}

std::optional<qint64> plus(std::optional<qint64> a, std::optional<qint64> b)
{
    return a || b ? std::optional(a.value_or(0) + b.value_or(0)) : std::nullopt;
}

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

/// It may have come from another host in any other state, and begun long before.
bool bootedHere(const TypedValues &values)
{
    const auto reason = values.integer("state.reason");
    return values.integer("state.state") == VIR_DOMAIN_RUNNING
        && (reason == VIR_DOMAIN_RUNNING_BOOTED || reason == VIR_DOMAIN_RUNNING_RESTORED
            || reason == VIR_DOMAIN_RUNNING_FROM_SNAPSHOT);
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

model::VmSample toSample(VmId vm, const TypedValues &values)
{
    model::VmSample sample{.vm = vm};
    sample.cpus = static_cast<int>(values.integer("vcpu.current").value_or(0));
    sample.cpuTime = asTime(values.integer("cpu.time"));
    sample.readyTime = asTime(sum(values, "vcpu", "delay", "maximum"));
    sample.memoryResident = asKiB(values.integer("balloon.rss"));
    sample.memoryAvailable = asKiB(values.integer("balloon.available"));
    sample.memoryUsable = asKiB(values.integer("balloon.usable"));
    sample.balloonCurrent = asKiB(values.integer("balloon.current"));
    sample.balloonMaximum = asKiB(values.integer("balloon.maximum"));
    sample.diskRead = asBytes(sum(values, "block", "rd.bytes"));
    sample.diskWritten = asBytes(sum(values, "block", "wr.bytes"));
    sample.diskRequests = plus(sum(values, "block", "rd.reqs"), sum(values, "block", "wr.reqs"));
    sample.diskTime = asTime(plus(sum(values, "block", "rd.times"), sum(values, "block", "wr.times")));
    sample.networkReceived = asBytes(sum(values, "net", "rx.bytes"));
    sample.networkSent = asBytes(sum(values, "net", "tx.bytes"));
    return sample;
}

Result<model::Sample> readSample(Link &link)
{
    const virConnectPtr connection = link.statistics->get();
    virDomainStatsRecordPtr *records = nullptr;
    const int count = virConnectGetAllDomainStats(connection, groups, &records, flags);
    if (count < 0)
        return lastError(link.where);
    model::Sample sample;
    std::vector<StartTimes::Seen> seen;
    for (int i = 0; i < count; ++i) {
        const TypedValues values(records[i]->params, records[i]->nparams);
        const VmId vm = idOf(records[i]->dom);
        sample.vms.push_back(toSample(vm, values));
        seen.push_back({.vm = vm,
                        .run = static_cast<int>(virDomainGetID(records[i]->dom)),
                        .booted = bootedHere(values)});
    }
    virDomainStatsRecordListFree(records);

    const GuestCounters::Totals &guests = link.guests.add(sample.vms);
    sample.host.diskRead = guests.diskRead;
    sample.host.diskWritten = guests.diskWritten;
    sample.host.networkReceived = guests.networkReceived;
    sample.host.networkSent = guests.networkSent;
    if (link.capacity) {
        takeFromGuests(*link.capacity, guests, sample.host);
    } else {
        readHostCpu(connection, sample.host);
        readHostMemory(connection, sample.host);
    }
    sample.time = std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
    addUptimes(link, seen, sample);
    return sample;
}

} // namespace core::hypervisor::libvirt
