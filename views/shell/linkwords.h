// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"
#include "views/widgets/theme.h"

namespace views {

/// How things stand with the core, in words.
struct LinkWords {
    QString status; ///< short, for the status bar
    QString banner; ///< a sentence over the pages; empty: nothing to say
    theme::Role role = theme::Role::Accent;
    bool closable = false;
};

/// `failure`: why no core could be joined or started; `restarted`: the core died and was started again.
[[nodiscard]] LinkWords linkWords(const core::api::client::Session &session,
                                  const std::optional<core::Error> &failure, bool restarted);

} // namespace views
