// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drs/loop.h"

#include "core/drs/board.h"

#include <algorithm>
#include <cmath>

namespace core::drs {

namespace {

constexpr double byChance = 3.5; // standard deviations
constexpr int readingsToBelieve = 5; // in a row beyond that: the machine does something else now
constexpr int readingsToKnow = 15; // how much a machine varies
constexpr double noiseSeconds = 900; // how long a machine's load typically stays high or low by chance
constexpr double peakFade = 3'600; // s

double weight(double seconds, double window)
{
    return 1 - std::exp(-seconds / window);
}

/// Of the hosts that take part: standard deviations of the CPU and of the memory load.
std::pair<double, double> deviations(const Instance &instance)
{
    Constraints constraints(instance);
    std::vector<int> homes;
    for (const Machine &machine : instance.machines)
        homes.push_back(machine.host);
    const Board board(instance, constraints, unitsOf(instance.machines.size(), {}), homes);
    return {board.cpuDeviation(), board.memoryDeviation()};
}

int hostsTakingPart(const Instance &instance)
{
    return static_cast<int>(std::ranges::count_if(instance.hosts, &Host::takesPart));
}

} // namespace

void Loop::follow(Track &track, double reading, double seconds) const
{
    ++track.readings;
    track.seconds += seconds;
    if (track.readings == 1) {
        track.fast = track.slow = track.peak = reading;
        return;
    }
    track.fast += (reading - track.fast) * weight(seconds, std::min(m_settings.fastSeconds, track.seconds));
    // At first the average of all there is.
    const double share = std::max(weight(seconds, m_settings.slowSeconds), 1.0 / track.readings);
    // A leap is no ordinary up and down: it must not make all that follows look like chance.
    const double usual = byChance * std::sqrt(track.variance);
    const double away = track.readings > readingsToKnow ? std::clamp(reading - track.slow, -usual, usual)
                                                        : reading - track.slow;
    track.variance += (away * away - track.variance) * share;
    track.slow += away * share;
    track.peak = std::max(track.fast, track.peak * (1 - weight(seconds, peakFade)));
    const bool isOff = std::abs(track.fast - track.slow) > byChance * std::sqrt(track.variance);
    track.off = isOff ? track.off + 1 : 0;
    if (track.off >= readingsToBelieve) {
        track.slow = track.fast;
        track.off = 0;
    }
}

void Loop::take(const Instance &now, double seconds)
{
    ++m_generation;
    for (const Machine &machine : now.machines) {
        const bool isRead = machine.hasDemand && now.hosts[at(machine.host)].takesPart();
        auto known = m_tracks.find(machine.id);
        if (known == m_tracks.end() && isRead)
            known = m_tracks.insert(machine.id, {});
        if (known == m_tracks.end())
            continue;
        known->generation = m_generation;
        if (isRead)
            follow(*known, static_cast<double>(machine.cpuDemand), seconds);
        else
            known->readings = 0; // what comes back is not believed at once
    }
    m_tracks.removeIf([this](auto it) { return it.value().generation != m_generation; });
    m_restSeconds = std::max(0.0, m_restSeconds - seconds);
}

void Loop::fill(Instance &instance, bool fast, int leastReadings) const
{
    for (Machine &machine : instance.machines) {
        const auto track = m_tracks.constFind(machine.id);
        if (track == m_tracks.constEnd() || track->readings == 0) {
            machine.hasDemand = false;
            machine.cpuDemand = track == m_tracks.constEnd() ? 0 : std::llround(track->peak);
            continue;
        }
        machine.hasDemand = track->readings >= leastReadings;
        machine.cpuDemand = std::llround(fast ? track->fast : track->slow);
    }
}

bool Loop::seesContention(const Instance &fast)
{
    std::vector<double> used(fast.hosts.size(), 0);
    for (const Machine &machine : fast.machines)
        used[at(machine.host)] += static_cast<double>(machine.cpuDemand);
    bool found = false;
    QHash<QString, int> contended;
    for (std::size_t i = 0; i < fast.hosts.size(); ++i) {
        const Host &host = fast.hosts[i];
        if (!host.takesPart() || used[i] <= static_cast<double>(host.cpu))
            continue;
        const int looks = m_contended.value(host.id) + 1;
        contended.insert(host.id, looks);
        found = found || looks >= m_settings.contentionLooks;
    }
    m_contended = std::move(contended);
    return found;
}

/// The deviation of the hosts' CPU load that the machines' ups and downs make by themselves.
double Loop::chanceOf(const Instance &slow) const
{
    const double share = noiseSeconds / (noiseSeconds + m_settings.slowSeconds);
    std::vector<double> variance(slow.hosts.size(), 0);
    for (const Machine &machine : slow.machines) {
        if (const auto track = m_tracks.constFind(machine.id); track != m_tracks.constEnd())
            variance[at(machine.host)] += track->variance * share;
    }
    double sum = 0;
    for (std::size_t i = 0; i < slow.hosts.size(); ++i) {
        const auto capacity = static_cast<double>(slow.hosts[i].cpu);
        sum += slow.hosts[i].takesPart() ? variance[i] / capacity / capacity : 0;
    }
    return std::sqrt(sum / std::max(1, hostsTakingPart(slow)));
}

bool Loop::seesImbalance(const Instance &slow)
{
    const auto [cpu, memory] = deviations(slow);
    const double chance = chanceOf(slow);
    const double real = std::sqrt(std::max(0.0, cpu * cpu - chance * chance)) + memory;
    const double target = targetOf(slow.config.threshold, hostsTakingPart(slow));
    const bool isOver = slow.config.threshold > 1 && real > target * m_settings.startFactor && real > 1e-3;
    m_imbalanced = isOver ? m_imbalanced + 1 : 0;
    return m_imbalanced >= m_settings.imbalanceLooks;
}

Decision Loop::look(Instance now, double seconds)
{
    take(now, seconds);
    Decision decision;
    Instance fast = now;
    fill(fast, true, m_settings.leastReadings);
    fill(now, false, m_settings.leastReadings);
    const auto known = std::ranges::count_if(now.machines, &Machine::hasDemand);
    decision.isCollecting = static_cast<size_t>(known) * 2 < now.machines.size();
    const bool isContended = seesContention(fast);
    const bool isImbalanced = seesImbalance(now);
    if (isContended && now.config.threshold > 1) {
        decision.trigger = Trigger::Contention;
        decision.options.reliefOnly = true;
        decision.instance = std::move(fast);
        return decision;
    }
    if (isImbalanced && m_restSeconds <= 0)
        decision.trigger = Trigger::Imbalance;
    decision.isWaiting = decision.trigger == Trigger::None && (m_imbalanced > 0 || !m_contended.isEmpty());
    decision.instance = std::move(now);
    return decision;
}

Decision Loop::lookAtOnce(Instance now, double seconds)
{
    take(now, seconds);
    fill(now, true, 1); // as it is just now: that is what was asked
    return {.trigger = Trigger::Request, .instance = std::move(now)};
}

} // namespace core::drs
