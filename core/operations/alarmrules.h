// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

/// Rules that the operations on alarms and their definitions share.
namespace core::operations {

namespace errors {

/// The program's own definitions can be changed and switched off, not deleted.
inline constexpr ErrorCode AlarmBuiltIn{"operation.alarm-built-in"_L1, "name"_L1};
/// Only what an event has triggered is ended by hand; the others end when their cause does.
inline constexpr ErrorCode AlarmEndsItself{"operation.alarm-ends-itself"_L1, "name"_L1};

inline constexpr std::array alarms{AlarmBuiltIn, AlarmEndsItself};

} // namespace errors

/// Its parts belong together: a condition that its kind can be in, a measure that is taken of its kind and bounds in
/// order, the code of an event. Its name is free, its object there. `base.invalid-argument` says what is wrong.
[[nodiscard]] Availability isSound(const model::AlarmDefinition &definition,
                                   const model::Inventory &inventory);

/// The target is one of its channel: an address, an https URL without a user, the plain name of a file.
/// `base.invalid-argument` says what is wrong.
[[nodiscard]] Availability isSound(const model::AlarmAction &action);
/// One address such as ops@example.org, and nothing that could become another header of a message.
[[nodiscard]] bool isMailAddress(const QString &text);

} // namespace core::operations
