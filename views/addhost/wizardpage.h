// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"
#include "views/addhost/hostwishes.h"

#include <QWizardPage>

namespace views {

/// What the pages of the Add Host wizard share: where they read and write. The wizard owns it.
struct AddHostPlan {
    core::api::client::Session &session;
    std::vector<HostWish> hosts;
    core::model::ObjectRef parent;
};

/// A page that can be said anew in another language without losing what was entered.
class AddHostPage : public QWizardPage
{
    Q_OBJECT

public:
    AddHostPage(AddHostPlan &plan, QWidget *parent) : QWizardPage(parent), m_plan(plan) {}
    virtual void retranslate() = 0;

protected:
    AddHostPlan &m_plan;
};

} // namespace views
