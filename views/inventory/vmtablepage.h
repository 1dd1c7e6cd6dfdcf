// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/inventory/objecttablepage.h"

namespace views {

/// The virtual machines that belong to the shown object.
class VmTablePage : public ObjectTablePage
{
    Q_OBJECT

public:
    VmTablePage(core::api::client::Session &session, QWidget *parent)
        : ObjectTablePage(core::model::Kind::Vm, session, parent)
    {}

    [[nodiscard]] QString title() const override { return tr("Virtual Machines"); }
};

} // namespace views
