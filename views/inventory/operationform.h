// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/inventory/formeditors.h"
#include "views/widgets/applicability.h"

#include <QDialog>

#include <functional>

class QFormLayout;
class QLabel;
class QPushButton;

namespace views {

class CommandPanel;

/// Asks for what an operation still needs, one editor for each parameter by its type, so that a new operation has a
/// form by itself. While the user types, the operation's own rule says whether it could be done: the reason is shown
/// beneath and OK is grey.
class OperationForm : public QDialog
{
    Q_OBJECT

public:
    using InventorySource =
        std::function<core::model::Inventory()>; ///< what is known now, asked at each check

    OperationForm(const core::operations::Operation &operation, std::vector<Candidate> targets,
                  InventorySource inventory, QWidget *parent);

    /// One for each target that it can be done to as the form stands.
    [[nodiscard]] std::vector<core::operations::OperationRequest> requests() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void addEditor(const core::operations::Parameter &parameter, QFormLayout *form);
    FormEditor makeChooser(const FormField &field);
    /// What the object has now, where the operation changes it; else what was answered before.
    [[nodiscard]] QJsonValue initialOf(const core::operations::Parameter &parameter) const;
    [[nodiscard]] bool couldBe(const core::operations::Parameter &parameter,
                               const core::model::ObjectRef &object,
                               const core::model::Inventory &inventory) const;
    [[nodiscard]] QJsonObject entered(const Candidate &target) const;
    /// What is wrong with a text whatever the inventory; empty: nothing, or nothing is entered.
    [[nodiscard]] QString mistake() const;
    /// What helps to fill in the form while nothing is wrong.
    [[nodiscard]] QString hint() const;
    void check();
    void retranslate();

    const core::operations::Operation &m_operation;
    std::vector<Candidate> m_targets;
    InventorySource m_inventory;
    std::vector<FormEditor> m_editors;
    QLabel *m_intro = nullptr;
    QLabel *m_reason = nullptr;
    CommandPanel *m_command = nullptr;
    QPushButton *m_ok = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace views
