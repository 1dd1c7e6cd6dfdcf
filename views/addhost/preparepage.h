// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/addhost/wizardpage.h"

class QLabel;
class QListWidget;
class QPushButton;
class QTreeWidget;

namespace views {

/// What the hosts that were added still lack, each with its remedy; and certificates for migrations between them.
class PreparePage : public AddHostPage
{
    Q_OBJECT

public:
    PreparePage(AddHostPlan &plan, QWidget *parent);
    void retranslate() override;
    void initializePage() override;

private:
    struct Row {
        core::HostId host;
        core::TaskId task; ///< the last one; null: none yet
        bool running = false;
        std::optional<core::Error> error; ///< why it could not be looked at, or prepared
        std::vector<core::model::Finding> findings;
        bool checked = false;
    };
    void run(size_t at, const QString &operation);
    void ended(size_t at, const QString &operation, const core::Result<core::model::Task> &task);
    void showRows();
    void showFindings();
    [[nodiscard]] QString stateText(const Row &row) const;
    [[nodiscard]] std::optional<size_t> selected() const;
    /// Empty: nothing.
    [[nodiscard]] QString obstacle(const QString &operation) const;

    std::vector<Row> m_rows;
    QTreeWidget *m_hosts;
    QLabel *m_findingsTitle;
    QListWidget *m_findings;
    QPushButton *m_check;
    QPushButton *m_prepare;
};

} // namespace views
