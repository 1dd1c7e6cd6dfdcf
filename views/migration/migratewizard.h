// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/migration/wizardpage.h"

#include <QWizard>

namespace views {

/// Moves VMs to another host, their disks to another datastore, or both: what moves, where to with what speaks against it,
/// priority, and all of it once more before it starts. Asks; sending is the caller's, when it is accepted. The session must
/// outlive it.
class MigrateWizard : public QWizard
{
    Q_OBJECT

public:
    /// `to`: the host that they were dropped on; null: to be chosen.
    MigrateWizard(core::api::client::Session &session, std::vector<core::VmId> vms, core::HostId to,
                  QWidget *parent);

    /// One for each VM that can go.
    [[nodiscard]] std::vector<core::operations::OperationRequest> requests() const;

    [[nodiscard]] int nextId() const override; ///< without the pages of what does not move

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    MigrationPlan m_plan;
};

} // namespace views
