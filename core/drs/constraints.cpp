// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drs/constraints.h"

#include <algorithm>
#include <numeric>

namespace core::drs {

namespace {

bool isSoft(RuleType type)
{
    return type == RuleType::ShouldRunOn || type == RuleType::ShouldNotRunOn;
}

bool isAboutHosts(RuleType type)
{
    return type != RuleType::Together && type != RuleType::Apart;
}

} // namespace

Constraints::Constraints(const Instance &instance)
    : m_hosts(instance.hosts.size()),
      m_leader(instance.machines.size()),
      m_apart(instance.machines.size())
{
    std::iota(m_leader.begin(), m_leader.end(), 0);
    std::vector<int> order; // of two that contradict each other the older one rules
    for (int i = 0; i < static_cast<int>(instance.rules.size()); ++i) {
        if (instance.rules[at(i)].enabled)
            order.push_back(i);
    }
    std::ranges::stable_sort(order, {}, [&](int rule) { return instance.rules[at(rule)].created; });
    joinTogether(instance, order);
    readApart(instance, order);
    readMasks(instance, order);
}

int Constraints::groupOf(int machine) const
{
    while (m_leader[at(machine)] != machine)
        machine = m_leader[at(machine)];
    return machine;
}

/// Joins the machines of each rule unless an older rule keeps two of the joined groups apart.
void Constraints::joinTogether(const Instance &instance, const std::vector<int> &order)
{
    std::vector<std::pair<int, int>> parted; // (machine, rule) of the apart rules met so far
    for (const int index : order) {
        const Rule &rule = instance.rules[at(index)];
        if (rule.type == RuleType::Apart) {
            for (const int machine : rule.machines)
                parted.emplace_back(index, machine);
        }
        if (rule.type != RuleType::Together || rule.machines.size() < 2)
            continue;
        const std::vector<int> before = m_leader;
        for (const int machine : rule.machines) {
            const int one = groupOf(rule.machines.front());
            const int other = groupOf(machine);
            m_leader[at(std::max(one, other))] = std::min(one, other);
        }
        std::map<std::pair<int, int>, int> met;
        const bool contradicts = std::ranges::any_of(parted, [&](const auto &each) {
            return met[{each.first, groupOf(each.second)}]++ > 0;
        });
        if (contradicts) {
            m_leader = before;
            m_conflicts.push_back({.obstacle = Obstacle::RuleConflict, .rule = index});
        }
    }
    std::map<int, std::vector<int>> groups;
    for (int machine = 0; machine < static_cast<int>(m_leader.size()); ++machine) {
        groups[groupOf(machine)].push_back(machine);
    }
    for (auto &[leader, machines] : groups) {
        if (machines.size() > 1)
            m_together.push_back(std::move(machines));
    }
}

void Constraints::readApart(const Instance &instance, const std::vector<int> &order)
{
    const auto takingPart = static_cast<std::size_t>(std::ranges::count_if(instance.hosts, &Host::takesPart));
    for (const int index : order) {
        const Rule &rule = instance.rules[at(index)];
        if (rule.type != RuleType::Apart || rule.machines.size() < 2)
            continue;
        std::map<int, int> met;
        if (std::ranges::any_of(rule.machines, [&](int machine) { return met[groupOf(machine)]++ > 0; })) {
            m_conflicts.push_back(
                {.obstacle = Obstacle::RuleConflict, .rule = index}); // an older one joins them
            continue;
        }
        if (rule.machines.size() > takingPart)
            m_conflicts.push_back({.obstacle = Obstacle::GroupTooLarge, .rule = index});
        for (const int machine : rule.machines)
            m_apart[at(machine)].push_back(static_cast<int>(m_apartGroups.size()));
        m_apartGroups.push_back(rule.machines);
    }
}

/// Narrows the masks of the rule's machines. False, and nothing changed, when one would be left without a host.
bool Constraints::narrow(const Rule &rule, std::vector<Mask> &masks) const
{
    const bool only = rule.type == RuleType::MustRunOn || rule.type == RuleType::ShouldRunOn;
    Mask wanted(m_hosts, !only);
    for (const int host : rule.hosts)
        wanted[at(host)] = only;
    std::vector<std::pair<int, Mask>> narrowed;
    for (const int machine : rule.machines) {
        Mask mask = masks[at(machine)].empty() ? Mask(m_hosts, true) : masks[at(machine)];
        bool any = false;
        for (std::size_t host = 0; host < m_hosts; ++host) {
            mask[host] = mask[host] && wanted[host];
            any = any || mask[host];
        }
        if (!any)
            return false;
        narrowed.emplace_back(machine, std::move(mask));
    }
    for (auto &[machine, mask] : narrowed)
        masks[at(machine)] = std::move(mask);
    return true;
}

void Constraints::readMasks(const Instance &instance, const std::vector<int> &order)
{
    std::vector<Mask> hard(instance.machines.size());
    std::vector<Mask> soft(instance.machines.size());
    for (std::size_t machine = 0; machine < hard.size(); ++machine) {
        if (instance.machines[machine].compatible.empty())
            continue;
        hard[machine].assign(m_hosts, false);
        for (const int host : instance.machines[machine].compatible)
            hard[machine][at(host)] = true;
    }
    for (const int index : order) {
        const Rule &rule = instance.rules[at(index)];
        if (!isAboutHosts(rule.type))
            continue;
        if (!narrow(rule, isSoft(rule.type) ? soft : hard))
            m_conflicts.push_back({.obstacle = Obstacle::RuleConflict, .rule = index});
    }
    const auto index = [this](const Mask &mask) { return mask.empty() ? -1 : indexOf(mask); };
    for (std::size_t machine = 0; machine < hard.size(); ++machine) {
        m_hard.push_back(index(hard[machine]));
        m_soft.push_back(index(soft[machine]));
    }
}

int Constraints::indexOf(const Mask &mask)
{
    const auto [known, isNew] = m_known.try_emplace(mask, static_cast<int>(m_masks.size()));
    if (isNew)
        m_masks.push_back(mask);
    return known->second;
}

int Constraints::intersection(int first, int second)
{
    if (first < 0 || second < 0)
        return std::max(first, second);
    Mask both = m_masks[at(first)];
    for (std::size_t host = 0; host < m_hosts; ++host)
        both[host] = both[host] && m_masks[at(second)][host];
    return indexOf(both);
}

} // namespace core::drs
