// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/inventory/objecttablepage.h"

namespace views {

/// The datastores that belong to the shown object.
class DatastoreTablePage : public ObjectTablePage
{
    Q_OBJECT

public:
    DatastoreTablePage(core::api::client::Session &session, QWidget *parent)
        : ObjectTablePage(core::model::Kind::Datastore, session, parent)
    {}

    [[nodiscard]] QString title() const override { return tr("Datastores"); }
};

} // namespace views
