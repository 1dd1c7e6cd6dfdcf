// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/alarmrules.h"

namespace core::operations {

/// Ends an alarm that an event has triggered.
struct ResetAlarm {
    static constexpr OperationInfo info{"alarm.reset", Privilege::AlarmAcknowledge};
    AlarmId alarm;
    std::optional<model::ObjectRef> object; ///< of the alarm; the server puts it in
    static constexpr auto fields =
        FieldList{field("alarm", &ResetAlarm::alarm), field("object", &ResetAlarm::object)};

    [[nodiscard]] model::ObjectRef target() const { return object.value_or(model::ObjectRef()); }
};

[[nodiscard]] Availability availability(const ResetAlarm &operation, const model::Inventory &inventory);

} // namespace core::operations
