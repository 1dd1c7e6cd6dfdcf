// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"

namespace ctl {

/// Who is signed in, and what stands for whom: `session list`, `session end ID…`, `token list`,
/// `token create --label L [--expires T] [--privileges A,B]`, `token revoke ID…`,
/// `access effective [--user PRINCIPAL] [--object PATH]`. False: the words are none of these.
[[nodiscard]] bool runAccounts(core::api::client::Session &session, const Arguments &arguments,
                               const End &end);

} // namespace ctl
