// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/summarypage.h"

class QGroupBox;

namespace views {

class FactBox;
class NotesBox;
class UsageBar;

/// Summary of a VM or template: what it is and where, what it uses, its disks and adapters, commands, notes.
class VmSummaryPage : public SummaryPage
{
    Q_OBJECT

public:
    VmSummaryPage(core::api::client::Session &session, QWidget *parent = nullptr);

protected:
    void refresh() override;
    void retranslate() override;
    [[nodiscard]] bool concerns(const std::vector<core::model::Change> &changes) const override;

private:
    void showGeneral(const core::model::Vm &vm);
    void showResources(const core::model::Vm &vm);
    void showDevices(const core::model::Vm &vm);
    void showPriorities(const core::model::Vm &vm);

    FactBox *m_general;
    QGroupBox *m_resources;
    UsageBar *m_cpu;
    UsageBar *m_memory;
    FactBox *m_disks;
    FactBox *m_adapters;
    FactBox *m_priorities;
    NotesBox *m_notes;
};

} // namespace views
