// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/state.h"
#include "core/simulation/topology.h"

/// The world's records as the values that a hypervisor tells.
namespace core::simulation {

/// `parent`, `uri` and `state` are set too: topology() wants them, a Hypervisor's caller ignores them.
[[nodiscard]] model::Host describeHost(const State &state, const HostRecord &host);
[[nodiscard]] model::Vm describeVm(const State &state, const VmRecord &vm);
/// As this host sees it.
[[nodiscard]] model::Datastore describeDatastore(const DatastoreRecord &datastore, HostId host);
[[nodiscard]] std::vector<model::Network> describeNetworks(const State &state, const HostRecord &host);
/// Counters of the host and of its running and paused VMs.
[[nodiscard]] model::Sample sampleHost(const State &state, const HostRecord &host, Instant now);
[[nodiscard]] Topology describeTopology(const State &state);

/// Adds what a process has used to the totals of its host.
void addTo(HostTotals &totals, const model::VmSample &used);

} // namespace core::simulation
