// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace views {

class CommandPanel;
class FactBox;

/// All that is known of a task: who asked for what and when, its steps, what it found, why it failed, the command that does the same.
/// Follows the task while it runs.
class TaskDetails : public QDialog
{
    Q_OBJECT

public:
    TaskDetails(core::api::client::Session &session, core::model::Task task, QWidget *parent);

Q_SIGNALS:
    void objectActivated(const core::model::ObjectRef &object);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTask();
    void showSteps();
    void showFindings();
    void retranslate();

    core::api::client::Session &m_session;
    core::model::Task m_task;
    FactBox *m_facts;
    QLabel *m_problem;
    QLabel *m_stepsTitle;
    QTreeWidget *m_steps;
    QLabel *m_findingsTitle;
    QListWidget *m_findings;
    QPlainTextEdit *m_detail; ///< the hypervisor's own words
    CommandPanel *m_command;
    QPushButton *m_close = nullptr;
};

/// Asked again just as it was; absent: it needs a secret, which nobody has kept, or it did not fail.
[[nodiscard]] std::optional<core::operations::OperationRequest> retryOf(const core::model::Task &task);

} // namespace views
