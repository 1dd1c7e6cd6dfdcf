// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/process.h"

#include <atomic>

namespace core::lab {

/// What a datastore does with an access; a byte in a file that the lab's commands write and the servers map.
enum class StorageState : unsigned char { Present = 0, Hanging = 1, Failing = 2 };

/// Serves a FUSE connection that is mounted already, from the directory behind it, until the connection ends.
/// Threads are begun here. @param root the directory, opened before something was mounted over it
[[nodiscard]] int servePassthrough(const Fd &connection, const Fd &root,
                                   const std::atomic<StorageState> &state);

} // namespace core::lab
