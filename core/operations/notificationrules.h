// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/notification.h"
#include "core/operations/alarmrules.h"

/// Rules of the settings by which the core calls people outside.
namespace core::operations {

/// The parts belong together: a name or address of the mail server, a port, an address of the sender; a password goes
/// only through TLS. `base.invalid-argument` says what is wrong.
[[nodiscard]] Availability isSound(const model::NotificationSettings &settings);

} // namespace core::operations
