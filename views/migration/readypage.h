// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/migration/wizardpage.h"

class QFormLayout;
class QLabel;
class QLineEdit;

namespace views {

/// All that was chosen, and the command that does the same.
class ReadyPage : public MigrationPage
{
    Q_OBJECT

public:
    ReadyPage(MigrationPlan &plan, QWidget *parent);
    void retranslate() override;
    void initializePage() override { retranslate(); }

private:
    [[nodiscard]] QString kindText() const;
    [[nodiscard]] QString priorityText() const;
    [[nodiscard]] QString namesText() const;
    [[nodiscard]] QString storesText() const;
    void addRow(const QString &title, const QString &value);

    QFormLayout *m_rows = nullptr;
    QLabel *m_commandTitle = nullptr;
    QLineEdit *m_command = nullptr;
};

} // namespace views
