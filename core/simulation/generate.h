// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/state.h"

namespace core::simulation {

/// The world of this spec as it is at `now`. The same spec gives the same objects, names, ids and states;
/// `now` only fixes how long they have been running.
[[nodiscard]] State generate(const WorldSpec &spec, Instant now);

/// The steps of it. First the sites, clusters, hosts without hardware, datastores, networks, folders and
/// pools; then the VMs in them, and hardware and datastores large enough.
[[nodiscard]] State layOut(const WorldSpec &spec, Instant now);
void populate(State &state, Instant now);

} // namespace core::simulation
