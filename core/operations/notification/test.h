// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/notificationrules.h"

namespace core::operations {

/// Tells somebody of an alarm that there is not, now and once, so that it is known whether he would hear of one.
struct TestNotification {
    static constexpr OperationInfo info{"notification.test", Privilege::GlobalSettings};
    model::AlarmChannel channel = model::AlarmChannel::Email;
    QString target; ///< as of model::AlarmAction
    static constexpr auto fields =
        FieldList{field("channel", &TestNotification::channel), field("target", &TestNotification::target)};
};

[[nodiscard]] inline Availability availability(const TestNotification &operation, const model::Inventory &)
{
    if (operation.target.isEmpty())
        return {}; // asked by a menu, before there is a form
    return isSound(model::AlarmAction{.channel = operation.channel, .target = operation.target});
}

} // namespace core::operations
