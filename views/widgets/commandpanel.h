// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/operation.h"

#include <QWidget>

class QPlainTextEdit;
class QToolButton;

namespace views {

/// The vigiectl command that does what a dialog is about to do, to be read, learnt and copied. In a dialog it is folded
/// until somebody wants it, and then in every dialog; in a wizard's last page it is always open.
class CommandPanel : public QWidget
{
    Q_OBJECT

public:
    enum class Fold { Foldable, Open };

    CommandPanel(Fold fold, QWidget *parent);

    /// Nothing to do yet: an empty list.
    void setRequests(std::vector<core::operations::OperationRequest> requests,
                     const core::model::Inventory &inventory);
    [[nodiscard]] QString command() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void fold(bool open);
    void write();
    void fit();
    void retranslate();

    QToolButton *m_title;
    QToolButton *m_copy;
    QPlainTextEdit *m_text;
    bool m_open = false;
    std::vector<core::operations::OperationRequest> m_requests;
    core::model::Inventory m_inventory;
};

} // namespace views
