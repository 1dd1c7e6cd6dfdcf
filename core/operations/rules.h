// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/operation.h"

#include <initializer_list>

/// Rules that several operations share.
namespace core::operations {

/// The VM exists, is no template, its host answers, and it is in one of the states.
[[nodiscard]] Availability vmIsIn(std::initializer_list<model::PowerState> states, VmId vm,
                                  const model::Inventory &inventory);
/// The host answers.
[[nodiscard]] Availability hostAnswers(HostId host, const model::Inventory &inventory);
/// The object is there; an absent one is `base.not-found`.
[[nodiscard]] Availability exists(const model::ObjectRef &ref, const model::Inventory &inventory);

/// 1–80 characters, NFC, printable without `/`, no spaces at the ends, not `.` or `..`, at most 200 bytes.
[[nodiscard]] bool isValidName(const QString &name);
/// The name is valid and no sibling (same parent, same kind) but `self` has it.
[[nodiscard]] Availability nameIsFree(const QString &name, const model::ObjectRef &parent, model::Kind kind,
                                      const std::optional<model::ObjectRef> &self,
                                      const model::Inventory &inventory);
/// `operation.single-host` in a core that was started to know one host: it stands at the root, outside of every
/// datacenter, where no other core puts one.
[[nodiscard]] Availability knowsManyHosts(const model::Inventory &inventory);
/// No object has this one as its parent.
[[nodiscard]] Availability isEmpty(const model::ObjectRef &ref, const model::Inventory &inventory);

} // namespace core::operations
