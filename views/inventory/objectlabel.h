// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"

#include <QCoreApplication>

namespace views {

/// What an object is called on the screen, in the user's language.
class ObjectLabel
{
    Q_DECLARE_TR_FUNCTIONS(ObjectLabel)

public:
    /// "h2 (not responding)": the name, and what is wrong as text.
    [[nodiscard]] static QString name(const core::model::Object &object);
    /// "web-1, powered on": for screen readers, which cannot see the icon.
    [[nodiscard]] static QString spoken(const core::model::Object &object);
    /// "powered on", "not responding"; empty for kinds without a state.
    [[nodiscard]] static QString state(const core::model::Object &object);
    /// Name, state and how old it is.
    [[nodiscard]] static QString toolTip(const core::model::Object &object,
                                         const core::model::Inventory &inventory);

private:
    static QString vmToolTip(const core::model::Vm &vm, const core::model::Inventory &inventory);
    static QString hostToolTip(const core::model::Host &host);
};

} // namespace views
