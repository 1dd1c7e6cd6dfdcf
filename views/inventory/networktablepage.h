// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/inventory/objecttablepage.h"

namespace views {

/// The networks that belong to the shown object.
class NetworkTablePage : public ObjectTablePage
{
    Q_OBJECT

public:
    NetworkTablePage(core::api::client::Session &session, QWidget *parent)
        : ObjectTablePage(core::model::Kind::Network, session, parent)
    {}

    [[nodiscard]] QString title() const override { return tr("Networks"); }
};

} // namespace views
