// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/drs/plan.h"

/// Where machines that are about to start should run. Pure.
namespace core::drs {

/// A host for one machine.
struct Candidate {
    int host = -1;
    Obstacle obstacle = Obstacle::None; ///< why not there
    double score = 0; ///< of the cluster with the machine there
};
/// All hosts: those that can take it first, the best of them at the front. The machine counts nowhere meanwhile; one
/// without a demand is taken to want a quarter of its CPUs, `cpuOfOne` each.
[[nodiscard]] std::vector<Candidate> candidates(Instance instance, int machine, Amount cpuOfOne);

/// Where all of them can start, with the moves that come before: those to their places come from their present hosts,
/// whether they change or not. Faults name those that find no place.
[[nodiscard]] Plan place(Instance instance, const std::vector<int> &machines, Amount cpuOfOne);

} // namespace core::drs
