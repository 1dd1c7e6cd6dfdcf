// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/drs/measures.h"

#include "core/migration/compatibility.h"
#include "core/migration/errors.h"
#include "core/model/tree.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

using namespace std::chrono_literals;

namespace core::orchestrator {

namespace {

constexpr Duration interval = 20s;
constexpr Duration window = 1min; // of which a demand is the average
constexpr Duration oldest = 10min; // older readings are as good as none
constexpr double readyPeriod = 20'000; // ms that CpuReadyMs is of

struct Mean {
    double sum = 0;
    int count = 0;
    int age = 0; ///< s, of the newest
};

/// Of the newest readings of a counter; none when there are none.
std::optional<Mean> meanOf(const model::Series &series, Instant now)
{
    Mean mean;
    for (size_t i = series.values.size(); i-- > 0;) {
        const float value = series.values[i];
        if (std::isnan(value))
            continue;
        const Instant time = series.start + series.interval * static_cast<int>(i);
        const auto age = static_cast<int>((now - time) / 1s);
        if (mean.count == 0)
            mean.age = std::max(0, age);
        else if (age - mean.age > window / 1s)
            break;
        mean.sum += static_cast<double>(value);
        ++mean.count;
    }
    if (mean.count == 0)
        return std::nullopt;
    return mean;
}

std::optional<Mean> read(PerformanceBoard &performance, const model::ObjectRef &object,
                         model::Counter counter, Instant now)
{
    for (const model::Series &series : performance.query(object, {counter}, interval, now - oldest)) {
        if (const auto mean = meanOf(series, now))
            return mean;
    }
    return std::nullopt;
}

drs::VmMeasure measureOf(const model::Vm &vm, const model::Host &host, PerformanceBoard &performance,
                         Instant now)
{
    drs::VmMeasure measure;
    const auto usage = read(performance, vm.id, model::Counter::CpuUsageMhz, now);
    if (usage) {
        // One that waits for a CPU would use it.
        const auto ready = read(performance, vm.id, model::Counter::CpuReadyMs, now);
        const double waited = ready ? ready->sum / ready->count / readyPeriod : 0;
        measure.cpuMhz = usage->sum / usage->count + waited * static_cast<double>(host.cpuMhz.count());
        measure.ageSeconds = usage->age;
    }
    if (const auto active = read(performance, vm.id, model::Counter::MemoryUsed, now))
        measure.activeMemory = std::min(vm.memory, Bytes(std::llround(active->sum / active->count)));
    return measure;
}

/// What is not a matter of what VM and host are.
bool passes(const model::Finding &finding)
{
    static constexpr std::array passing{
        migration::errors::NothingToDo,     migration::errors::HostNotReady,
        migration::errors::SourceNotReady,  migration::errors::StateUnknown,
        migration::errors::MemoryTooSmall,  migration::errors::MemoryOvercommitted,
        migration::errors::ScreenPortTaken, migration::errors::Suspended};
    return finding.severity == model::FindingSeverity::Warning
        || std::ranges::any_of(passing, [&](const ErrorCode &code) { return finding.problem.is(code); });
}

/// VMs of which this is the same are alike.
QByteArray kindOf(const model::Vm &vm)
{
    model::Vm kind = vm;
    kind.id = VmId();
    kind.name.clear();
    kind.notes.clear();
    kind.addresses.clear();
    kind.pool.reset();
    kind.folder.reset();
    kind.resources.reset();
    for (model::VmDisk &disk : kind.disks) {
        if (!disk.datastore.isNull())
            disk.source.clear();
        disk.capacity = Bytes();
    }
    for (model::VmNic &nic : kind.nics)
        nic.mac.clear();
    return QJsonDocument(json::toObject(kind)).toJson(QJsonDocument::Compact);
}

} // namespace

drs::Surroundings measuresOf(ClusterId cluster, const model::Inventory &inventory,
                             PerformanceBoard &performance, Instant now)
{
    drs::Surroundings around;
    for (const HostId id : hostsUnder(cluster, inventory)) {
        const auto usage = read(performance, id, model::Counter::CpuUsageRatio, now);
        around.hostAgeSeconds.insert(id, usage ? usage->age : static_cast<int>(oldest / 1s));
    }
    for (const auto &vm : inventory.all<model::Vm>()) {
        const model::Host *host = inventory.find(vm->host);
        const bool isMeant = host != nullptr && around.hostAgeSeconds.contains(host->id) && !vm->isTemplate
            && (vm->state == model::PowerState::Running || vm->state == model::PowerState::Paused);
        if (isMeant)
            around.measures.insert(vm->id, measureOf(*vm, *host, performance, now));
    }
    return around;
}

Compatibility::Compatibility(ClusterId cluster, const model::Inventory &inventory)
    : m_inventory(inventory),
      m_hosts(hostsUnder(cluster, inventory))
{}

std::vector<HostId> Compatibility::judged(const model::Vm &vm) const
{
    const migration::Population population(m_inventory);
    std::vector<HostId> able;
    for (const HostId host : m_hosts) {
        const model::MigrationRequest request{.vm = vm.id, .host = host};
        if (host == vm.host || std::ranges::all_of(check(request, m_inventory, population), passes))
            able.push_back(host);
    }
    return able;
}

std::vector<HostId> Compatibility::of(const model::Vm &vm)
{
    const QByteArray kind = kindOf(vm);
    auto known = m_known.constFind(kind);
    if (known == m_known.constEnd())
        known = m_known.insert(kind, judged(vm));
    std::vector<HostId> able = *known;
    std::erase_if(able, [&](HostId host) {
        return std::ranges::find(m_excluded, std::pair(vm.id, host)) != m_excluded.end();
    });
    return able;
}

} // namespace core::orchestrator
