// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coordination/etcd/keys.h"
#include "core/ha/records.h"

/// The values of the keys, as JSON: a person can read them with etcdctl, and a later version can add to them.
namespace core::coordination {

[[nodiscard]] QByteArray writeOwner(const ha::Owner &owner, const Names &names);
/// What cannot be read is a record of nobody that nobody starts: phase Stopped.
[[nodiscard]] ha::Owner readOwner(const QByteArray &json, const Names &names, ha::Revision revision);
[[nodiscard]] QByteArray writeFence(const ha::Fence &fence);
[[nodiscard]] ha::Fence readFence(const QByteArray &json);

} // namespace core::coordination
