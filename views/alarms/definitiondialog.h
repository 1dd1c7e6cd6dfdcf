// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"
#include "views/alarms/definitiondraft.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTabWidget;

namespace views {

class ActionsPage;
class CommandPanel;
class ReportingPage;
class TriggersPage;

/// A new alarm definition, or one that is changed: General, Triggers, Reporting, Actions. While it is filled in, the
/// catalogue's rule and the user's rights say what is in the way.
class DefinitionDialog : public QDialog
{
    Q_OBJECT

public:
    /// A new one on this object.
    DefinitionDialog(core::api::client::Session &session, const core::model::ObjectRef &object,
                     QWidget *parent);
    DefinitionDialog(core::api::client::Session &session, const core::model::AlarmDefinition &definition,
                     QWidget *parent);

    [[nodiscard]] core::operations::OperationRequest request() const { return m_draft.request(); }

protected:
    void changeEvent(QEvent *event) override;

private:
    DefinitionDialog(core::api::client::Session &session, DefinitionDraft draft, QWidget *parent);
    QWidget *buildGeneral();
    void readGeneral();
    /// What the rule of the core would refuse with the names of parameters, in the words of this dialog.
    [[nodiscard]] QString mistake() const;
    void check();
    void retranslate();

    core::api::client::Session &m_session;
    DefinitionDraft m_draft;
    QTabWidget *m_tabs = nullptr;
    QLineEdit *m_name = nullptr;
    QComboBox *m_kind = nullptr;
    QCheckBox *m_enabled = nullptr;
    QLabel *m_place = nullptr;
    QLabel *m_nameTitle = nullptr;
    QLabel *m_kindTitle = nullptr;
    QLabel *m_placeTitle = nullptr;
    TriggersPage *m_triggers = nullptr;
    ReportingPage *m_reporting = nullptr;
    ActionsPage *m_actions = nullptr; ///< null: the core cannot be told of any
    QLabel *m_reason = nullptr;
    CommandPanel *m_command = nullptr;
    QPushButton *m_ok = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace views
