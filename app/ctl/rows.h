// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"

namespace ctl {

/// The columns in which objects of a kind are listed, in the user's language…
[[nodiscard]] QStringList headsOf(core::model::Kind kind);
/// …and what stands there for one of them.
[[nodiscard]] QStringList rowOf(const core::model::Object &object, const core::api::client::Session &session);

} // namespace ctl
