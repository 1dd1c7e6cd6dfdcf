// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coordination/names.h"
#include "core/ha/records.h"

#include <QByteArray>

#include <optional>

/// What a host leaves on a datastore: `ha-heartbeat/1`, a JSON of one line, so that half of one is none.
namespace core::coordination {

[[nodiscard]] QByteArray writeHeartbeat(const ha::StoreHeartbeat &heartbeat, const Names &names);
/// Nothing: no whole heartbeat of this format, or one that speaks of machines in a way that is not known. It counts as
/// one that could not be read.
[[nodiscard]] std::optional<ha::StoreHeartbeat> readHeartbeat(const QByteArray &text, const Names &names);

} // namespace core::coordination
