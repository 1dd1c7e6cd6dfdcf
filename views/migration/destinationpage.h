// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/migration/wizardpage.h"

class QTreeWidget;
class QTreeWidgetItem;

namespace views {

class CompatibilityPanel;

/// The hosts, best first, and beneath them what speaks against the one that is selected. Warnings do not hold anybody
/// up; a host that can take none of the VMs is grey.
class DestinationPage : public MigrationPage
{
    Q_OBJECT

public:
    DestinationPage(MigrationPlan &plan, QWidget *parent);
    void retranslate() override;
    void initializePage() override;
    [[nodiscard]] bool isComplete() const override;

private:
    void look();
    void fill();
    void choose();
    void suggestDatastore(core::HostId host);
    void ask();
    void take(core::VmId vm, const core::operations::Availability &verdict);
    void showFindings();
    [[nodiscard]] QString suitability(const Destination &destination) const;

    std::vector<Destination> m_destinations;
    int m_looks = 0; ///< an older look's result is dropped
    int m_asks = 0; ///< likewise of the core's answers
    bool m_looking = false;
    QTreeWidget *m_hosts = nullptr;
    CompatibilityPanel *m_panel = nullptr;
};

} // namespace views
