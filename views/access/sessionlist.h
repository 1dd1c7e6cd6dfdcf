// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace views {

class AccessList;

/// Who is signed in. The core does not tell by itself: asked when shown, and by Refresh.
class SessionList : public QWidget
{
    Q_OBJECT

public:
    SessionList(core::api::client::Session &session, QWidget *parent);

    void refresh();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void take(const core::Result<QJsonObject> &answer);
    void endSelected();
    void showButtons();
    void retranslate();

    core::api::client::Session &m_session;
    AccessList *m_list;
    QPushButton *m_refresh;
    QPushButton *m_end;
    QLabel *m_problem;
    std::optional<core::Error> m_error;
    bool m_empty = false; ///< by the last answer
};

} // namespace views
