// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"

namespace ctl {

/// Where the management server of `place` is and by what its certificate is judged, with the token of a token file.
[[nodiscard]] core::Result<core::api::client::Endpoint> endpointOf(const Place &place);

/// Signs in to the management server of `place`, runs `command` once its inventory is there, signs out when the command
/// ends the program; returns the exit code.
[[nodiscard]] int runSignedIn(const Place &place, Output output,
                              const std::function<void(core::api::client::Session &, const End &)> &command);

} // namespace ctl
