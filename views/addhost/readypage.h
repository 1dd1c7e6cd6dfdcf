// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/addhost/wizardpage.h"

class QLabel;
class QTreeWidget;

namespace views {

class CommandPanel;

/// All that was chosen, and the commands that do the same.
class AddHostReadyPage : public AddHostPage
{
    Q_OBJECT

public:
    AddHostReadyPage(AddHostPlan &plan, QWidget *parent);
    void retranslate() override;
    void initializePage() override { retranslate(); }

private:
    QTreeWidget *m_hosts;
    QLabel *m_place;
    CommandPanel *m_command;
};

} // namespace views
