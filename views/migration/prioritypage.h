// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/migration/wizardpage.h"

class QLabel;
class QRadioButton;

namespace views {

/// Which migrations come first when not all can run at once.
class PriorityPage : public MigrationPage
{
    Q_OBJECT

public:
    PriorityPage(MigrationPlan &plan, QWidget *parent);
    void retranslate() override;

private:
    QRadioButton *m_high = nullptr;
    QRadioButton *m_normal = nullptr;
    QRadioButton *m_low = nullptr;
};

} // namespace views
