// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"

namespace ctl {

/// `cluster drs-recommendations|drs-faults|drs-history|drs-status NAME`, `host evacuation NAME`, `vm placement NAME`,
/// `vm why-not NAME --host HOST`. False: the command is none of them.
[[nodiscard]] bool runCluster(core::api::client::Session &session, const Arguments &arguments,
                              const End &end);

} // namespace ctl
