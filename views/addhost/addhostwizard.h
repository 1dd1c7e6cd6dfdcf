// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/addhost/wizardpage.h"

#include <QWizard>

namespace views {

/// Takes one host or a list of them into the inventory: connection, location, all of it once more, then what becomes of
/// each, and what it lacks. The session must outlive it.
class AddHostWizard : public QWizard
{
    Q_OBJECT

public:
    /// `parent`: where it was asked for; the root or another object: to be chosen.
    AddHostWizard(core::api::client::Session &session, const core::model::ObjectRef &place, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    AddHostPlan m_plan;
};

} // namespace views
