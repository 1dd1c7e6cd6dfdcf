// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/operation.h"

#include <functional>

class QLabel;
class QWidget;

namespace views {

/// One field of a form: the widget for a parameter of an operation, by its type.
struct FormEditor {
    core::operations::Parameter parameter;
    QWidget *widget = nullptr; ///< the row's
    QWidget *field = nullptr; ///< what is typed into or chosen from; `widget` or within it
    QLabel *label = nullptr;
    std::function<QJsonValue()> value; ///< undefined: nothing was entered
    std::function<QString()>
        problem; ///< wrong whatever the inventory, as a sentence; absent or empty: nothing
    std::function<void()> retranslate; ///< its own words, beside name and hint; may be absent
};

/// What a form knows about a field before anybody has typed.
struct FormField {
    core::operations::Parameter parameter;
    QJsonValue initial = QJsonValue::Undefined;
    bool clears = false; ///< an emptied text is a wish: the value goes away
    std::function<void()> changed;
    QWidget *parent = nullptr;
};

/// An object that may be chosen.
struct FormObject {
    core::model::ObjectRef ref;
    QString name;
};

[[nodiscard]] FormEditor makeEditor(const FormField &field);
/// For ParameterType::Object, one or a list.
[[nodiscard]] FormEditor makeObjectEditor(const FormField &field, const std::vector<FormObject> &objects);

} // namespace views
