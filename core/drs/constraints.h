// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/drs/plan.h"

#include <map>

namespace core::drs {

/// Where machines may be, prepared once for many questions: compatibility and rules as masks over hosts, groups to be
/// kept together or apart. Rules that contradict an older one are left out and named.
class Constraints
{
public:
    explicit Constraints(const Instance &instance);

    /// Index of a mask, -1: every host.
    [[nodiscard]] int hardMask(int machine) const { return m_hard[static_cast<std::size_t>(machine)]; }
    [[nodiscard]] int softMask(int machine) const { return m_soft[static_cast<std::size_t>(machine)]; }
    [[nodiscard]] bool allows(int mask, int host) const
    {
        return mask < 0 || m_masks[static_cast<std::size_t>(mask)][static_cast<std::size_t>(host)];
    }
    /// The mask of hosts that both allow.
    [[nodiscard]] int intersection(int first, int second);

    /// Groups of two or more machines that belong on one host; no machine is in two.
    [[nodiscard]] const std::vector<std::vector<int>> &together() const { return m_together; }
    /// For each machine the groups of which no two may meet on a host.
    [[nodiscard]] const std::vector<int> &apart(int machine) const
    {
        return m_apart[static_cast<std::size_t>(machine)];
    }
    [[nodiscard]] const std::vector<std::vector<int>> &apartGroups() const { return m_apartGroups; }
    /// The rules left out.
    [[nodiscard]] const std::vector<Fault> &conflicts() const { return m_conflicts; }

private:
    using Mask = std::vector<bool>;

    void joinTogether(const Instance &instance, const std::vector<int> &order);
    void readApart(const Instance &instance, const std::vector<int> &order);
    void readMasks(const Instance &instance, const std::vector<int> &order);
    bool narrow(const Rule &rule, std::vector<Mask> &masks) const;
    int indexOf(const Mask &mask);
    [[nodiscard]] int groupOf(int machine) const;

    std::size_t m_hosts = 0;
    std::vector<Mask> m_masks;
    std::map<Mask, int> m_known;
    std::vector<int> m_hard;
    std::vector<int> m_soft;
    std::vector<int> m_leader; ///< union-find over the machines kept together
    std::vector<std::vector<int>> m_together;
    std::vector<std::vector<int>> m_apart;
    std::vector<std::vector<int>> m_apartGroups;
    std::vector<Fault> m_conflicts;
};

} // namespace core::drs
