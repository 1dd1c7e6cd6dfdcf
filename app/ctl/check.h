// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"

namespace ctl {

/// `--check`: asks the core whether each could be done, and prints why not. With `-o json` the findings go to standard
/// output, `{"operation":…,"target":…,"name":…,"available":…,"why":{"code":…,"message":…,"details":…}}`, and
/// `findings`, each with its severity, where there are several reasons or warnings; several as items. The exit code is that of the worst error; done when all could be.
void runCheck(core::api::client::Session &session,
              const std::vector<core::operations::OperationRequest> &requests, const Arguments &arguments,
              const End &end);

} // namespace ctl
