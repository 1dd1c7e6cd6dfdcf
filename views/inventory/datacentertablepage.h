// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/inventory/objecttablepage.h"

namespace views {

/// The datacenters that belong to the shown object.
class DatacenterTablePage : public ObjectTablePage
{
    Q_OBJECT

public:
    DatacenterTablePage(core::api::client::Session &session, QWidget *parent)
        : ObjectTablePage(core::model::Kind::Datacenter, session, parent)
    {}

    [[nodiscard]] QString title() const override { return tr("Datacenters"); }
};

} // namespace views
