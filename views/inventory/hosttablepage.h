// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/inventory/objecttablepage.h"

namespace views {

/// The hosts that belong to the shown object.
class HostTablePage : public ObjectTablePage
{
    Q_OBJECT

public:
    HostTablePage(core::api::client::Session &session, QWidget *parent)
        : ObjectTablePage(core::model::Kind::Host, session, parent)
    {}

    [[nodiscard]] QString title() const override { return tr("Hosts"); }
};

} // namespace views
