// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"

namespace ctl {

/// `get tasks|events|alarms`: with a name those of one object (and, of events, of all beneath it), with --filter those
/// that show the text anywhere; tasks also by --object (and all beneath it), --state, --operation, --initiated-by,
/// --since, --until and --limit. False: the word is none of these.
[[nodiscard]] bool runGetActivities(core::api::client::Session &session, const Arguments &arguments,
                                    const End &end);

} // namespace ctl
