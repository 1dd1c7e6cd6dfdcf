// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace core::lab {

/// Root labs: the calling process moves into `/vigie-<tag>/<host>` of every cgroup hierarchy, which becomes the root it sees, so that
/// guests of the same name on two hosts do not share a group. Needs a mount namespace of its own.
[[nodiscard]] Result<void> enterOwnCgroups(const QString &tag, const QString &host);

/// Removes the lab's groups; its processes must be gone. What is not there is removed.
[[nodiscard]] Result<void> removeCgroups(const QString &tag);

} // namespace core::lab
