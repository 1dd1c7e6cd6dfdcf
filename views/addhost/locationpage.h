// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/addhost/wizardpage.h"

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace views {

/// Where in the inventory the hosts come to stand: the datacenters, host folders and clusters as a tree.
class LocationPage : public AddHostPage
{
    Q_OBJECT

public:
    LocationPage(AddHostPlan &plan, QWidget *parent);
    void retranslate() override;
    void initializePage() override;
    [[nodiscard]] bool isComplete() const override;

private:
    void fill();
    void addBeneath(const core::model::ObjectRef &parent, QTreeWidgetItem *item);
    void choose();
    [[nodiscard]] QString problem() const;

    QTreeWidget *m_tree;
    QLabel *m_problem;
};

} // namespace views
