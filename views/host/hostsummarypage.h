// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/summarypage.h"

class QGroupBox;
class QLabel;

namespace views {

class FactBox;
class MemoryBar;
class UsageBar;

/// Summary of a host: the machine, its hypervisor and what kind that is, CPU and memory in use, commands.
class HostSummaryPage : public SummaryPage
{
    Q_OBJECT

public:
    HostSummaryPage(core::api::client::Session &session, QWidget *parent = nullptr);

    /// One line that explains a kind of hypervisor to somebody who learns.
    [[nodiscard]] static QString explanation(core::model::HypervisorType type);

protected:
    void refresh() override;
    void retranslate() override;

private:
    void showGeneral(const core::model::Host &host);
    void showHypervisor(const core::model::Host &host);
    void showResources(const core::model::Host &host);

    FactBox *m_general;
    FactBox *m_hypervisor;
    QGroupBox *m_resources;
    UsageBar *m_cpu;
    UsageBar *m_memory;
    MemoryBar *m_segments;
    QLabel *m_legend;
};

} // namespace views
