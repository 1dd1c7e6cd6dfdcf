// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"

#include <QWidget>

class QPushButton;

namespace views {

class FactBox;
class NoticeBar;
class RequestRunner;

/// How the core calls people outside when an alarm goes off: its mail server, the key of its webhooks, its scripts. The
/// core does not tell by itself: asked when shown, and after a change made here.
class NotificationsPage : public QWidget
{
    Q_OBJECT

public:
    NotificationsPage(core::api::client::Session &session, QWidget *parent);

    /// Does this core call anybody?
    [[nodiscard]] static bool isOffered();
    void refresh();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QPushButton *addButton(const QString &name);
    void take(const core::Result<QJsonObject> &answer);
    void edit(const core::operations::Operation &operation, const QJsonObject &parameters);
    [[nodiscard]] QJsonObject mailNow() const;
    void showSettings();
    void showButtons();
    void retranslate();

    core::api::client::Session &m_session;
    core::operations::Operation m_mail; ///< notification.set as far as it is about mail…
    core::operations::Operation m_webhooks; ///< …and about webhooks
    RequestRunner *m_runner;
    QJsonObject m_settings;
    std::optional<core::Error> m_error;
    NoticeBar *m_notice;
    FactBox *m_mailFacts;
    FactBox *m_otherFacts;
    QPushButton *m_editMail;
    QPushButton *m_editKey;
    QPushButton *m_test;
};

} // namespace views
