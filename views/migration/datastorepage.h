// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/migration/wizardpage.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QTreeWidget;

namespace views {

class CompatibilityPanel;

/// Where the disks go: all to one datastore, or each to one of its own, and in which format. What speaks against it the
/// core says, as on the page of hosts.
class DatastorePage : public MigrationPage
{
    Q_OBJECT

public:
    DatastorePage(MigrationPlan &plan, QWidget *parent);
    void retranslate() override;
    void initializePage() override;
    [[nodiscard]] bool isComplete() const override;

private:
    void fillStores();
    void fillDisks();
    void showMode();
    void choicesChanged();
    void ask();
    void take(core::VmId vm, const core::Result<core::operations::Availability> &answer);
    void showFindings();
    [[nodiscard]] std::vector<std::shared_ptr<const core::model::Datastore>> stores() const;
    [[nodiscard]] QComboBox *formatBox(const QString &chosen);
    [[nodiscard]] size_t movableDisks() const;

    QTreeWidget *m_stores = nullptr;
    QLabel *m_formatTitle = nullptr;
    QComboBox *m_format = nullptr;
    QCheckBox *m_each = nullptr;
    QTreeWidget *m_disks = nullptr;
    CompatibilityPanel *m_panel = nullptr;
    int m_asks = 0; ///< an older question's answers are dropped
    bool m_isChosen = false; ///< where at least one of them goes
    size_t m_awaited = 0; ///< answers that have not come
    std::vector<VmFinding> m_found;
    std::vector<core::VmId> m_possible;
};

} // namespace views
