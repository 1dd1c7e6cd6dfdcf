// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace views {

class CommandPanel;

/// Fills a combo box with the users and groups that the core knows; one of a directory can be typed.
void fillPrincipals(QComboBox &box, const core::model::Inventory &inventory);

/// Gives somebody a role on an object. While it is filled in, the catalogue's rule and the user's own rights say
/// what is in the way.
class PermissionDialog : public QDialog
{
    Q_OBJECT

public:
    PermissionDialog(core::api::client::Session &session, core::model::ObjectRef object, QWidget *parent);

    [[nodiscard]] core::operations::OperationRequest request() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void fillRoles();
    void principalChanged();
    void check();
    void retranslate();

    core::api::client::Session &m_session;
    core::model::ObjectRef m_object;
    QComboBox *m_principal = nullptr;
    QCheckBox *m_group = nullptr; ///< what was typed is a group's name; known ones tick it by themselves
    QComboBox *m_role = nullptr;
    QCheckBox *m_propagate = nullptr;
    QLabel *m_principalTitle = nullptr;
    QLabel *m_roleTitle = nullptr;
    QLabel *m_reason = nullptr;
    CommandPanel *m_command = nullptr;
    QPushButton *m_ok = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace views
