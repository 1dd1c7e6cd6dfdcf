// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ha/placement.h"

#include <algorithm>
#include <array>
#include <limits>

namespace core::ha {

using namespace std::chrono_literals;

namespace {

constexpr int mostStarting = 32; // of one host at once

bool contains(const auto &list, auto value)
{
    return std::ranges::find(list, value) != list.end();
}

} // namespace

Board::Board(const Cluster &cluster, std::vector<Room> rooms)
    : m_cluster(cluster),
      m_rooms(std::move(rooms)),
      m_where(cluster.vms.size(), noHost),
      m_whereToo(cluster.vms.size(), noHost),
      m_expected(cluster.vms.size())
{}

void Board::put(VmRef vm, HostRef host)
{
    const Vm &config = m_cluster.vms[at(vm)];
    m_rooms[at(host)].cpu -= config.cpu;
    m_rooms[at(host)].memory -= config.memory;
    m_where[at(vm)] = host;
}

void Board::putToo(VmRef vm, HostRef host)
{
    const HostRef first = where(vm);
    put(vm, host);
    m_whereToo[at(vm)] = host;
    m_where[at(vm)] = first;
}

bool Board::fitsTogether(VmRef vm, const Rule &rule, HostRef host) const
{
    std::int64_t cpu = 0;
    std::int64_t memory = 0;
    for (const VmRef each : rule.vms) {
        if (each != vm && (where(each) != noHost || !m_expected[at(each)]))
            continue;
        cpu += m_cluster.vms[at(each)].cpu;
        memory += m_cluster.vms[at(each)].memory;
    }
    return cpu <= room(host).cpu && memory <= room(host).memory;
}

Waiting Board::ruleObstacle(VmRef vm, HostRef host) const
{
    for (const std::uint16_t index : m_cluster.rulesOf[at(vm)]) {
        const Rule &rule = m_cluster.rules[index];
        if (!isStrict(rule, m_cluster.policy))
            continue;
        switch (rule.type) {
        case RuleType::Apart:
            for (const VmRef other : rule.vms) {
                if (other != vm && mayBeOn(other, host))
                    return Waiting::Rule;
            }
            break;
        case RuleType::Together:
            for (const VmRef other : rule.vms) {
                if (other != vm && where(other) != noHost && where(other) != host)
                    return Waiting::Rule;
            }
            if (!fitsTogether(vm, rule, host))
                return Waiting::Memory;
            break;
        case RuleType::MustRunOn:
            if (!contains(rule.hosts, host))
                return Waiting::Rule;
            break;
        case RuleType::MustNotRunOn:
            if (contains(rule.hosts, host))
                return Waiting::Rule;
            break;
        case RuleType::ShouldRunOn:
        case RuleType::ShouldNotRunOn: break;
        }
    }
    return Waiting::Nothing;
}

int Board::wishes(VmRef vm, HostRef host) const
{
    int unmet = 0;
    for (const std::uint16_t index : m_cluster.rulesOf[at(vm)]) {
        const Rule &rule = m_cluster.rules[index];
        switch (rule.type) {
        case RuleType::Apart:
            for (const VmRef other : rule.vms)
                unmet += other != vm && where(other) == host ? 1 : 0;
            break;
        case RuleType::Together:
            for (const VmRef other : rule.vms)
                unmet += other != vm && where(other) != noHost && where(other) != host ? 1 : 0;
            break;
        case RuleType::ShouldRunOn: unmet += contains(rule.hosts, host) ? 0 : 1; break;
        case RuleType::ShouldNotRunOn: unmet += contains(rule.hosts, host) ? 1 : 0; break;
        case RuleType::MustRunOn:
        case RuleType::MustNotRunOn: break;
        }
    }
    return unmet;
}

Waiting Board::obstacle(VmRef vm, HostRef host) const
{
    const Vm &config = m_cluster.vms[at(vm)];
    const Room &here = room(host);
    if (!here.takes || here.starting >= mostStarting)
        return Waiting::Host;
    if ((here.stores & bit(config.store)) == 0)
        return Waiting::Storage;
    if (!m_cluster.rulesOf[at(vm)].empty()) {
        if (const Waiting rule = ruleObstacle(vm, host); rule != Waiting::Nothing)
            return rule;
    }
    if (here.memory < config.memory)
        return Waiting::Memory;
    return here.cpu < config.cpu ? Waiting::Cpu : Waiting::Nothing;
}

Board::Choice Board::choose(VmRef vm, HostRef avoided, HostRef excluded) const
{
    // What is named when there is none: the obstacle that is nearest to being no obstacle.
    constexpr std::array nearness{Waiting::Host, Waiting::Storage, Waiting::Cpu, Waiting::Memory,
                                  Waiting::Rule};
    const auto rank = [&](Waiting waiting) {
        return std::ranges::find(nearness, waiting) - nearness.begin();
    };
    Choice best{.waiting = Waiting::Host};
    auto bestScore = std::pair{std::numeric_limits<int>::max(), std::numeric_limits<double>::lowest()};
    for (std::size_t index = 0; index < m_rooms.size(); ++index) {
        const HostRef host = hostRef(index);
        if (host == excluded)
            continue;
        const Waiting obstacle_ = obstacle(vm, host);
        if (obstacle_ != Waiting::Nothing) {
            if (best.host == noHost && rank(obstacle_) > rank(best.waiting))
                best.waiting = obstacle_;
            continue;
        }
        const Host &config = m_cluster.hosts[index];
        const double left =
            std::min(static_cast<double>(room(host).memory) / static_cast<double>(config.memory),
                     static_cast<double>(room(host).cpu) / static_cast<double>(config.cpu));
        const auto score = std::pair{wishes(vm, host) + (host == avoided ? 1000 : 0), left};
        if (best.host == noHost || score.first < bestScore.first
            || (score.first == bestScore.first && score.second > bestScore.second)) {
            best = {host, Waiting::Nothing};
            bestScore = score;
        }
    }
    return best;
}

std::vector<VmRef> startOrder(const Cluster &cluster, std::vector<VmRef> vms)
{
    std::ranges::stable_sort(vms, {}, [&](VmRef vm) { return std::pair{cluster.vms[at(vm)].priority, vm}; });
    return vms;
}

Duration backoff(int attempts)
{
    // Counted from the first start: 0, 30 s, 2, 6, 14, 30 minutes, then each half hour.
    constexpr std::array<Duration, 6> pauses{0s, 30s, 90s, 240s, 480s, 960s};
    if (attempts <= 0)
        return 0s;
    return static_cast<std::size_t>(attempts) < pauses.size() ? pauses[static_cast<std::size_t>(attempts)]
                                                              : 30min;
}

std::vector<Shortage> shortages(const Cluster &cluster, const std::vector<HostRef> &where)
{
    std::vector<Shortage> result;
    for (std::size_t index = 0; index < cluster.hosts.size(); ++index) {
        const HostRef lost = hostRef(index);
        std::vector<Room> rooms;
        for (std::size_t host = 0; host < cluster.hosts.size(); ++host) {
            const Host &config = cluster.hosts[host];
            rooms.push_back({.takes = host != index && !config.isInMaintenance,
                             .stores = config.stores,
                             .cpu = config.cpu,
                             .memory = config.memory});
        }
        Board board(cluster, std::move(rooms));
        std::vector<VmRef> homeless;
        for (std::size_t vm = 0; vm < where.size(); ++vm) {
            const VmRef ref = vmRef(vm);
            if (where[vm] == lost && cluster.vms[vm].priority != Priority::Disabled)
                homeless.push_back(ref);
            else if (where[vm] != noHost && where[vm] != lost)
                board.put(ref, where[vm]);
        }
        Shortage shortage{.lost = lost, .vms = {}};
        for (const VmRef vm : homeless)
            board.expect(vm);
        for (const VmRef vm : startOrder(cluster, std::move(homeless))) {
            const Board::Choice choice = board.choose(vm);
            if (choice.host == noHost)
                shortage.vms.push_back(vm);
            else
                board.put(vm, choice.host);
        }
        if (!shortage.vms.empty())
            result.push_back(std::move(shortage));
    }
    return result;
}

} // namespace core::ha
