// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/activity.h"
#include "core/operations/operation.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace views {

class CommandPanel;

/// Says that one takes care of alarms, with a word for the others.
class AcknowledgeDialog : public QDialog
{
    Q_OBJECT

public:
    AcknowledgeDialog(std::vector<core::model::Alarm> alarms, core::model::Inventory inventory,
                      QWidget *parent);

    [[nodiscard]] std::vector<core::operations::OperationRequest> requests() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void check();
    void retranslate();

    std::vector<core::model::Alarm> m_alarms;
    core::model::Inventory m_inventory;
    QLabel *m_what;
    QLabel *m_commentTitle;
    QPlainTextEdit *m_comment;
    QLabel *m_reason;
    CommandPanel *m_command;
    QPushButton *m_ok = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace views
