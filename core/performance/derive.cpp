// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/performance/derive.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace core::performance {

namespace {

using model::Counter;
using model::HostSample;
using model::Nanoseconds;
using model::VmSample;

constexpr double notKnown = std::numeric_limits<double>::quiet_NaN();
constexpr double readyPeriod = 20; // seconds

double number(qint64 value)
{
    return static_cast<double>(value);
}
double number(Bytes value)
{
    return static_cast<double>(value.count());
}
/// Seconds.
double number(Nanoseconds value)
{
    return std::chrono::duration<double>(value).count();
}

template <class T>
double difference(const std::optional<T> &before, const std::optional<T> &after)
{
    return before && after ? number(*after - *before) : notKnown;
}

/// What cannot be less than nothing, since the two were not read at the very same moment.
double surplus(const std::optional<Bytes> &whole, const std::optional<Bytes> &part)
{
    return whole && part ? std::max(0.0, number(*whole - *part)) : notKnown;
}

template <class S>
bool wentBack(const S &before, const S &after, auto... counters)
{
    const auto fell = [&](auto counter) {
        return before.*counter && after.*counter && *(after.*counter) < *(before.*counter);
    };
    return (fell(counters) || ...);
}

class Writer
{
public:
    explicit Writer(Measurement &measurement) : m_values(measurement.values)
    {
        m_values.fill(std::numeric_limits<float>::quiet_NaN());
    }
    void set(Counter counter, double value)
    {
        m_values[static_cast<size_t>(counter)] = static_cast<float>(value);
    }

private:
    Values &m_values;
};

void setLoad(Measurement &measurement, double ratio, double mhz, std::optional<Bytes> memory,
             std::optional<Duration> uptime)
{
    measurement.load = {.object = measurement.object, .memoryUsed = memory};
    if (!std::isnan(ratio))
        measurement.load.cpuUsageRatio = ratio;
    if (!std::isnan(mhz))
        measurement.load.cpuUsage = MegaHertz(std::llround(mhz));
    if (uptime)
        measurement.load.uptimeSeconds = std::chrono::floor<std::chrono::seconds>(*uptime).count();
}

/// Emulator and I/O threads count too, so a guest may use a little more than its CPUs.
double atMostOne(double ratio)
{
    return ratio > 1 ? 1 : ratio; // NaN stays
}

std::optional<Measurement> measureHost(const HostSample &before, const HostSample &after, double seconds,
                                       const model::Host &host)
{
    if (wentBack(before, after, &HostSample::cpuBusy, &HostSample::cpuTotal, &HostSample::diskRead,
                 &HostSample::diskWritten, &HostSample::networkReceived, &HostSample::networkSent))
        return std::nullopt;
    Measurement measurement{.object = host.id};
    Writer out(measurement);
    const double busy = difference(before.cpuBusy, after.cpuBusy);
    const double counted = difference(before.cpuTotal, after.cpuTotal);
    const double whole = counted > 0 ? counted : seconds * host.logicalCpus;
    const double ratio = whole > 0 ? atMostOne(busy / whole) : notKnown;
    const double mhz = ratio * static_cast<double>(host.cpuCapacity().count());
    out.set(Counter::CpuUsageRatio, ratio);
    out.set(Counter::CpuUsageMhz, mhz);
    out.set(Counter::MemoryUsed, after.memoryUsed ? number(*after.memoryUsed) : notKnown);
    out.set(Counter::DiskRead, difference(before.diskRead, after.diskRead) / seconds);
    out.set(Counter::DiskWrite, difference(before.diskWritten, after.diskWritten) / seconds);
    out.set(Counter::NetworkReceived, difference(before.networkReceived, after.networkReceived) / seconds);
    out.set(Counter::NetworkSent, difference(before.networkSent, after.networkSent) / seconds);
    setLoad(measurement, ratio, mhz, after.memoryUsed, after.uptime);
    return measurement;
}

double latencyMs(const VmSample &before, const VmSample &after)
{
    const double requests = difference(before.diskRequests, after.diskRequests);
    const double spent = difference(before.diskTime, after.diskTime);
    return requests > 0 ? spent * 1000 / requests : requests; // none made, none waited for; NaN stays
}

std::optional<Measurement> measureVm(const VmSample &before, const VmSample &after, double seconds,
                                     MegaHertz cpuMhz)
{
    if (wentBack(before, after, &VmSample::cpuTime, &VmSample::readyTime, &VmSample::diskRead,
                 &VmSample::diskWritten, &VmSample::diskRequests, &VmSample::diskTime,
                 &VmSample::networkReceived, &VmSample::networkSent))
        return std::nullopt;
    Measurement measurement{.object = after.vm};
    Writer out(measurement);
    const double cores = difference(before.cpuTime, after.cpuTime) / seconds;
    const double ratio = after.cpus > 0 ? atMostOne(cores / after.cpus) : notKnown;
    const double mhz = cores * static_cast<double>(cpuMhz.count());
    out.set(Counter::CpuUsageRatio, ratio);
    out.set(Counter::CpuUsageMhz, mhz);
    out.set(Counter::CpuReadyMs,
            difference(before.readyTime, after.readyTime) * 1000 / seconds * readyPeriod);
    out.set(Counter::MemoryUsed, after.memoryResident ? number(*after.memoryResident) : notKnown);
    out.set(Counter::MemoryActive, surplus(after.memoryAvailable, after.memoryUsable));
    out.set(Counter::MemoryBalloon, surplus(after.balloonMaximum, after.balloonCurrent));
    out.set(Counter::DiskRead, difference(before.diskRead, after.diskRead) / seconds);
    out.set(Counter::DiskWrite, difference(before.diskWritten, after.diskWritten) / seconds);
    out.set(Counter::DiskLatencyMs, latencyMs(before, after));
    out.set(Counter::NetworkReceived, difference(before.networkReceived, after.networkReceived) / seconds);
    out.set(Counter::NetworkSent, difference(before.networkSent, after.networkSent) / seconds);
    setLoad(measurement, ratio, mhz, after.memoryResident, after.uptime);
    return measurement;
}

} // namespace

std::vector<Measurement> derive(const model::Sample &previous, const model::Sample &current,
                                const model::Host &host)
{
    std::vector<Measurement> measurements;
    const double seconds = std::chrono::duration<double>(current.time - previous.time).count();
    if (seconds <= 0)
        return measurements;
    const auto keep = [&](std::optional<Measurement> measurement) {
        if (!measurement)
            return;
        measurement->from = previous.time;
        measurement->to = current.time;
        measurements.push_back(*measurement);
    };
    QHash<VmId, const VmSample *> before;
    before.reserve(static_cast<qsizetype>(previous.vms.size()));
    for (const VmSample &vm : previous.vms)
        before.insert(vm.vm, &vm);
    measurements.reserve(current.vms.size() + 1);
    keep(measureHost(previous.host, current.host, seconds, host));
    for (const VmSample &vm : current.vms) {
        if (const VmSample *earlier = before.value(vm.vm))
            keep(measureVm(*earlier, vm, seconds, host.cpuMhz));
    }
    return measurements;
}

} // namespace core::performance
