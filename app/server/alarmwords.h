// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notification/system/systemnotifier.h"

namespace server {

/// What people read when an alarm is told to them, in "en" or "fr". Main thread: it sets the program's language, in
/// which nothing else is said.
[[nodiscard]] core::notification::system::Words alarmWords(const core::notification::Delivery &delivery,
                                                           const QString &language, const QString &server);

} // namespace server
