// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"
#include "views/migration/destinations.h"

#include <QWizardPage>

namespace views {

/// What the pages of the Migrate wizard share: where they read and write. The wizard owns it.
struct MigrationPlan {
    core::api::client::Session &session;
    MigrationDraft draft;
    std::optional<Destination> chosen; ///< the host of the draft, with what was found
    /// Those that can go to the chosen datastores; absent: not looked at, or no disks move.
    std::optional<std::vector<core::VmId>> storable;

    /// The VMs that can go where the draft says.
    [[nodiscard]] std::vector<core::VmId> possible() const
    {
        if (draft.movesDisks())
            return storable.value_or(std::vector<core::VmId>());
        return chosen ? chosen->possible : std::vector<core::VmId>();
    }
};

/// A page that can be said anew in another language without losing what was entered.
class MigrationPage : public QWizardPage
{
    Q_OBJECT

public:
    MigrationPage(MigrationPlan &plan, QWidget *parent) : QWizardPage(parent), m_plan(plan) {}
    virtual void retranslate() = 0;

protected:
    MigrationPlan &m_plan;
};

} // namespace views
