// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace views {

/// What somebody may on an object, and the permissions that decided: as the core itself judges.
class EffectiveDialog : public QDialog
{
    Q_OBJECT

public:
    EffectiveDialog(core::api::client::Session &session, core::model::ObjectRef object, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void ask();
    void show(const core::Result<QJsonObject> &answer);
    void sayAnswer();
    void retranslate();

    core::api::client::Session &m_session;
    core::model::ObjectRef m_object;
    std::optional<core::Result<QJsonObject>> m_answer;
    int m_asked = 0; ///< an answer to an older question is dropped
    QComboBox *m_principal = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_grounds = nullptr;
    QTreeWidget *m_privileges = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace views
