// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/guestreading.h"

#include "core/hypervisor/libvirt/handles.h"
#include "core/hypervisor/libvirt/ids.h"
#include "core/hypervisor/libvirt/libvirterror.h"
#include "core/hypervisor/libvirt/link.h"

#include <QLoggingCategory>

#include <algorithm>
#include <future>
#include <thread>

using namespace std::chrono_literals;

namespace core::hypervisor::libvirt {

namespace {

Q_LOGGING_CATEGORY(lcReading, "vigie.hypervisor.libvirt")

constexpr auto patience = 2500ms; ///< with a reading, before the next is tried

/// These, libvirt answers by itself.
constexpr unsigned ownGroups = VIR_DOMAIN_STATS_STATE | VIR_DOMAIN_STATS_INTERFACE;
/// For these it asks the VM's process, since 9.0 for the CPU's too.
constexpr unsigned allGroups = ownGroups | VIR_DOMAIN_STATS_CPU_TOTAL | VIR_DOMAIN_STATS_BALLOON
    | VIR_DOMAIN_STATS_VCPU | VIR_DOMAIN_STATS_BLOCK;
/// NOWAIT: a VM that is busy (a migration, a question that hangs) is passed over.
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

/// It may have come from another host in any other state, and begun long before.
bool bootedHere(const TypedValues &values)
{
    const auto reason = values.integer("state.reason");
    return values.integer("state.state") == VIR_DOMAIN_RUNNING
        && (reason == VIR_DOMAIN_RUNNING_BOOTED || reason == VIR_DOMAIN_RUNNING_RESTORED
            || reason == VIR_DOMAIN_RUNNING_FROM_SNAPSHOT);
}

/// True when a size is another one than was known.
bool rememberDisks(StorageMemory &storage, const TypedValues &values)
{
    bool isNews = false;
    const qint64 disks = std::min(values.integer("block.count").value_or(0), mostDevices);
    for (qint64 i = 0; i < disks; ++i) {
        const QByteArray prefix = "block." + QByteArray::number(i);
        const auto capacity = values.integer(prefix + ".capacity");
        if (const QString path = values.text(prefix + ".path"); capacity && !path.isEmpty())
            isNews = storage.rememberDisk(path, *capacity) || isNews;
    }
    return isNews;
}

Result<GuestReading> readGroups(Link &link, unsigned groups)
{
    virDomainStatsRecordPtr *records = nullptr;
    const int count = virConnectGetAllDomainStats(link.statistics->get(), groups, &records, flags);
    if (count < 0)
        return lastError(link.where);
    GuestReading reading;
    for (int i = 0; i < count; ++i) {
        const TypedValues values(records[i]->params, records[i]->nparams);
        const VmId vm = idOf(records[i]->dom);
        reading.vms.push_back(toSample(vm, values));
        reading.seen.push_back({.vm = vm,
                                .run = static_cast<int>(virDomainGetID(records[i]->dom)),
                                .booted = bootedHere(values)});
        if (rememberDisks(link.storage, values))
            link.mailbox->post(VmChanged{vm});
    }
    virDomainStatsRecordListFree(records);
    return reading;
}

/// Without a word from any VM's process: libvirt reads the time that it has used from the host.
Result<GuestReading> readWithoutMonitors(Link &link)
{
    auto reading = readGroups(link, ownGroups);
    if (!reading)
        return reading;
    for (model::VmSample &vm : reading->vms) {
        const DomainPtr domain(virDomainLookupByUUID(link.statistics->get(), rawUuid(vm.vm).data()));
        virDomainInfo info{};
        if (!domain || virDomainGetInfo(domain.get(), &info) < 0)
            continue; // ended meanwhile
        vm.cpus = info.nrVirtCpu;
        vm.cpuTime = Nanoseconds(info.cpuTime);
        vm.balloonCurrent = fromKiB(static_cast<qint64>(info.memory));
        vm.balloonMaximum = fromKiB(static_cast<qint64>(info.maxMem));
    }
    return reading;
}

using Answer = std::shared_future<Result<GuestReading>>;

/// The thread owns all that it uses, for it may outlive everybody else.
Answer beginReading(const std::shared_ptr<Link> &link)
{
    auto promise = std::make_shared<std::promise<Result<GuestReading>>>();
    Answer answer = promise->get_future().share();
    ++link->monitorReaders;
    auto read = [link, promise = std::move(promise)] {
        auto reading = readGroups(*link, allGroups);
        --link->monitorReaders;
        promise->set_value(std::move(reading));
    };
    std::thread(std::move(read)).detach();
    return answer;
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

Result<GuestReading> readGuests(Link &link)
{
    while (link.monitorReaders < mostMonitorReaders) {
        const Answer answer = beginReading(link.shared_from_this());
        if (answer.wait_for(patience) == std::future_status::ready)
            return answer.get();
        qCInfo(lcReading) << "a VM does not answer libvirt"
                          << "host" << link.where << "readings that wait" << link.monitorReaders;
    }
    return readWithoutMonitors(link);
}

} // namespace core::hypervisor::libvirt
