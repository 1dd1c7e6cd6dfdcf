// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/arguments.h"
#include "app/ctl/command.h"

namespace ctl {

/// Joins or starts the core, waits for its inventory (and, where the place is a single host, until that host has
/// answered), then calls `command` once and runs the event loop until it ends the program. Blocks.
/// @return the exit code; 3 when there is no core to talk to, or the single host cannot be reached
[[nodiscard]] int runConnected(const Place &place, Output output,
                               const std::function<void(core::api::client::Session &, const End &)> &command);

} // namespace ctl
