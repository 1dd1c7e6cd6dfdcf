// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/demand.h"

#include "core/simulation/random.h"

#include <cmath>
#include <numbers>

namespace core::simulation {

namespace {

struct Wave {
    double period; ///< seconds
    double amplitude;
};

// Amplitudes add up to less than 1: demand never falls to zero, so totals always rise.
constexpr std::array waves{Wave{24 * 3600.0, 0.40}, Wave{53 * 60.0, 0.20}, Wave{7 * 60.0, 0.18},
                           Wave{97.0, 0.15}};
constexpr double busiest = 1.93; // all waves at their crest together

constexpr double tau = 2 * std::numbers::pi;
constexpr double mebi = 1024.0 * 1024.0;

// Counted from a near date: a double keeps tens of nanoseconds over years.
double secondsOf(Instant time)
{
    constexpr Instant origin = Instant(std::chrono::sys_days(std::chrono::year(2026) / 1 / 1));
    return std::chrono::duration<double>(time - origin).count();
}

double phaseOf(quint64 seed, size_t curve, size_t wave)
{
    const double random = fraction(seed, curve * waves.size() + wave);
    if (wave != 0)
        return tau * random;
    // The day's crest lies at 14:00, two hours earlier or later; one VM in ten works at night.
    const bool atNight = fraction(seed, 1000) < 0.1;
    const double crest = (atNight ? 2.0 : 14.0) + 4 * (random - 0.5);
    return tau * (6.0 - crest) / 24.0;
}

double integral(quint64 seed, size_t curve, double seconds)
{
    double sum = seconds;
    for (size_t i = 0; i < waves.size(); ++i) {
        const double turns = tau / waves[i].period;
        sum -= waves[i].amplitude / turns * std::cos(turns * seconds + phaseOf(seed, curve, i));
    }
    return sum;
}

double level(quint64 seed, size_t curve, double seconds)
{
    double sum = 1;
    for (size_t i = 0; i < waves.size(); ++i)
        sum += waves[i].amplitude * std::sin(tau / waves[i].period * seconds + phaseOf(seed, curve, i));
    return sum / busiest;
}

/// Between low and high, most of them low: few VMs are busy.
double skewed(quint64 seed, quint64 which, double low, double high)
{
    return low * std::pow(high / low, std::pow(fraction(seed, which), 1.5));
}

Bytes bytes(double count)
{
    return Bytes(std::llround(count));
}

model::Nanoseconds nanoseconds(double seconds)
{
    return model::Nanoseconds(std::llround(seconds * 1e9));
}

} // namespace

Effort effortAt(quint64 seed, Instant time)
{
    Effort effort{};
    for (size_t curve = 0; curve < demandCount; ++curve)
        effort[curve] = integral(seed, curve, secondsOf(time));
    return effort;
}

Profile profileOf(quint64 seed, int cpus)
{
    const double read = skewed(seed, 101, 0.005 * mebi, 30 * mebi);
    const double written = skewed(seed, 102, 0.01 * mebi, 15 * mebi);
    const double received = skewed(seed, 103, 0.002 * mebi, 20 * mebi);
    return {.cpuCores = cpus * skewed(seed, 100, 0.05, 1 / busiest),
            .readyRatio = cpus * skewed(seed, 104, 0.0002, 0.03),
            .diskReadRate = read,
            .diskWriteRate = written,
            .requestRate = (read + written) / (24 * 1024),
            .requestTime = skewed(seed, 105, 0.0003, 0.012),
            .receiveRate = received,
            .sendRate = received * (0.3 + fraction(seed, 106))};
}

MemoryShares memoryAt(quint64 seed, Instant time)
{
    const double seconds = secondsOf(time);
    const double ballooned = fraction(seed, 107) < 0.1 ? 0.2 : 0.0;
    const double active = (0.1 + 0.5 * fraction(seed, 108)) * (0.4 + 0.6 * level(seed, 5, seconds));
    const double held = 0.35 + 0.6 * fraction(seed, 109);
    return {.resident = std::min(std::max(held, active), 1 - ballooned),
            .active = active,
            .ballooned = ballooned};
}

model::VmSample countersOf(quint64 seed, int cpus, Bytes memory, const Effort &effort, Instant time)
{
    const Profile mean = profileOf(seed, cpus);
    const MemoryShares shares = memoryAt(seed, time);
    const auto of = [&](Demand demand) { return effort[static_cast<size_t>(demand)]; };
    const auto ofMemory = [&](double share) { return bytes(static_cast<double>(memory.count()) * share); };
    model::VmSample sample;
    sample.cpus = cpus;
    sample.cpuTime = nanoseconds(mean.cpuCores * of(Demand::Cpu));
    sample.readyTime = nanoseconds(mean.readyRatio * of(Demand::Ready));
    sample.memoryResident = ofMemory(shares.resident);
    sample.memoryAvailable = ofMemory(1 - shares.ballooned);
    sample.memoryUsable = ofMemory(1 - shares.ballooned - shares.active);
    sample.balloonCurrent = ofMemory(1 - shares.ballooned);
    sample.balloonMaximum = memory;
    sample.diskRead = bytes(mean.diskReadRate * of(Demand::Disk));
    sample.diskWritten = bytes(mean.diskWriteRate * of(Demand::Disk));
    sample.diskRequests = std::llround(mean.requestRate * of(Demand::Disk));
    sample.diskTime = nanoseconds(mean.requestRate * mean.requestTime * of(Demand::DiskTime));
    sample.networkReceived = bytes(mean.receiveRate * of(Demand::Network));
    sample.networkSent = bytes(mean.sendRate * of(Demand::Network));
    return sample;
}

} // namespace core::simulation
