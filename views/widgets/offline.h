// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"

namespace views {

/// Why nothing can be asked of the core at this moment, as a sentence; empty while it can be.
[[nodiscard]] QString offlineReason(const core::api::client::Session &session);

} // namespace views
