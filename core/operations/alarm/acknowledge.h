// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/alarmrules.h"

namespace core::operations {

/// Says that somebody takes care of a triggered alarm.
struct AcknowledgeAlarm {
    static constexpr OperationInfo info{"alarm.acknowledge", Privilege::AlarmAcknowledge};
    AlarmId alarm;
    std::optional<QString> comment;
    std::optional<model::ObjectRef> object; ///< of the alarm; the server puts it in
    static constexpr auto fields =
        FieldList{field("alarm", &AcknowledgeAlarm::alarm), field("comment", &AcknowledgeAlarm::comment),
                  field("object", &AcknowledgeAlarm::object)};

    [[nodiscard]] model::ObjectRef target() const { return object.value_or(model::ObjectRef()); }
};

[[nodiscard]] Availability availability(const AcknowledgeAlarm &operation, const model::Inventory &inventory);

} // namespace core::operations
