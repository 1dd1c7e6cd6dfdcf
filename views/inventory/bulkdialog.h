// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/inventory/verbs.h"
#include "views/widgets/applicability.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace views {

class CommandPanel;

/// Before something is done to several objects, or something that hurts: what it applies to, by name, and for each
/// of the others why not. Where it hurts the default button is Cancel.
class BulkDialog : public QDialog
{
    Q_OBJECT

public:
    /// `verb`: one of verbs().
    BulkDialog(const Verb &verb, std::vector<Candidate> all, const core::model::Inventory &inventory,
               QWidget *parent);

    [[nodiscard]] const std::vector<Candidate> &all() const { return m_all; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void showCommand(const core::model::Inventory &inventory);
    void retranslate();
    void fill(QTreeWidgetItem *group, bool fitting);
    [[nodiscard]] QString warning() const;
    [[nodiscard]] QString wordToType() const;

    const Verb &m_verb;
    std::vector<Candidate> m_all;
    int m_fitting = 0;
    QLabel *m_heading = nullptr;
    QLabel *m_warning = nullptr;
    QLabel *m_typeIt = nullptr;
    QLineEdit *m_typed = nullptr; ///< what is gone for ever is named first; null: it is not for ever
    QTreeWidget *m_list = nullptr;
    CommandPanel *m_command = nullptr;
    QPushButton *m_go = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace views
