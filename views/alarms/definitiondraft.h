// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"
#include "core/operations/operation.h"

namespace views {

/// What the definition dialog has been told so far. A value: the parameters of the catalogue's operation, so that what
/// a newer core can be told more is offered by itself.
struct DefinitionDraft {
    QJsonObject values; ///< as of alarm-definition.create
    std::optional<core::model::AlarmDefinition> before; ///< absent: it is a new one

    /// A new one on an object, about VMs that are off the track.
    [[nodiscard]] static DefinitionDraft on(const core::model::ObjectRef &object, core::model::Kind kind);
    [[nodiscard]] static DefinitionDraft of(const core::model::AlarmDefinition &definition);

    /// Can the operation be told this? What it cannot is grey or not there.
    [[nodiscard]] bool takes(QStringView parameter) const;
    /// Creates it, or changes what is different.
    [[nodiscard]] core::operations::OperationRequest request() const;

    [[nodiscard]] core::model::ObjectRef object() const; ///< where it is defined
    [[nodiscard]] core::model::Kind kind() const; ///< of what it watches
    [[nodiscard]] core::model::AlarmTrigger trigger() const;
    [[nodiscard]] std::optional<core::model::AlarmMeasure> measure() const;
    /// Null takes the parameter away.
    void set(const QString &parameter, const QJsonValue &value);
};

/// The kinds that an alarm defined on this object can be about: its own and what lies beneath it.
[[nodiscard]] std::vector<core::model::Kind> kindsUnder(core::model::Kind kind);
/// Has a definition of that kind a place on the page of such an object?
[[nodiscard]] bool concernsKind(core::model::Kind appliesTo, core::model::Kind object);

} // namespace views
