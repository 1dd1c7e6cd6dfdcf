// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/ha/explorer.h"

#include <algorithm>
#include <cstring>

namespace core::simulation {

using namespace std::chrono_literals;

namespace {

/// Without one machine; nothing: something else needs it.
std::optional<Scenario> withoutVm(const Scenario &scenario, std::size_t gone)
{
    if (scenario.initialVms <= 1 || scenario.initialVms != scenario.vms.size())
        return std::nullopt;
    Scenario less = scenario;
    const ha::VmRef ref = ha::vmRef(gone);
    std::erase_if(less.timeline, [&](const Step &step) { return step.vm == ref; });
    for (ha::Rule &rule : less.cluster.rules)
        std::erase(rule.vms, ref);
    std::erase_if(less.cluster.rules, [](const ha::Rule &rule) { return rule.vms.empty(); });
    const auto shift = [&](ha::VmRef &each) {
        if (each > ref)
            each = ha::vmRef(ha::at(each) - 1);
    };
    less.cluster.vms.erase(less.cluster.vms.begin() + static_cast<std::ptrdiff_t>(gone));
    less.vms.erase(less.vms.begin() + static_cast<std::ptrdiff_t>(gone));
    for (ha::Vm &vm : less.cluster.vms) {
        std::erase(vm.dependsOn, ref);
        std::ranges::for_each(vm.dependsOn, shift);
    }
    for (ha::Rule &rule : less.cluster.rules)
        std::ranges::for_each(rule.vms, shift);
    for (Step &step : less.timeline) {
        if (step.vm != ha::noVm)
            shift(step.vm);
    }
    --less.initialVms;
    ha::complete(less.cluster);
    return less;
}

class Shrinker
{
public:
    Shrinker(Scenario scenario, quint64 seed)
        : m_best(std::move(scenario)),
          m_seed(seed),
          m_invariant(firstViolation(m_best, seed).invariant)
    {}

    Scenario shrink()
    {
        if (!m_invariant)
            return m_best;
        for (bool isSmaller = true; isSmaller;) {
            isSmaller = dropSteps() || dropVms() || dropRules();
        }
        m_best.until = std::min(m_best.until, firstViolation(m_best, m_seed).at + 5s);
        m_best.name = std::string("shrunk: ") + m_invariant;
        return m_best;
    }

private:
    bool keep(Scenario less)
    {
        const char *found = firstViolation(less, m_seed).invariant;
        if (!found || std::strcmp(found, m_invariant) != 0)
            return false;
        m_best = std::move(less);
        return true;
    }

    bool dropSteps()
    {
        bool isSmaller = false;
        for (std::size_t index = m_best.timeline.size(); index-- > 0;) {
            Scenario less = m_best;
            less.timeline.erase(less.timeline.begin() + static_cast<std::ptrdiff_t>(index));
            isSmaller = keep(std::move(less)) || isSmaller;
        }
        return isSmaller;
    }

    bool dropVms()
    {
        bool isSmaller = false;
        for (std::size_t index = m_best.vms.size(); index-- > 0;) {
            if (auto less = withoutVm(m_best, index))
                isSmaller = keep(std::move(*less)) || isSmaller;
        }
        return isSmaller;
    }

    bool dropRules()
    {
        bool isSmaller = false;
        for (std::size_t index = m_best.cluster.rules.size(); index-- > 0;) {
            Scenario less = m_best;
            less.cluster.rules.erase(less.cluster.rules.begin() + static_cast<std::ptrdiff_t>(index));
            ha::complete(less.cluster);
            isSmaller = keep(std::move(less)) || isSmaller;
        }
        return isSmaller;
    }

    Scenario m_best;
    quint64 m_seed;
    const char *m_invariant;
};

} // namespace

Scenario shrunk(Scenario scenario, quint64 seed)
{
    return Shrinker(std::move(scenario), seed).shrink();
}

} // namespace core::simulation
