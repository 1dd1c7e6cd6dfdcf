// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace views {

/// Asks who the user is to a management server. Says why it asks again, where it does. The password is given on and
/// not kept here.
class SignInDialog : public QDialog
{
    Q_OBJECT

public:
    SignInDialog(QString server, const QString &user, std::optional<core::Error> why, QWidget *parent);

    [[nodiscard]] QString user() const;
    [[nodiscard]] QString password() const;
    /// Keep it in the user's keyring.
    [[nodiscard]] bool isToBeKept() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void build(const QString &user);
    void validate();
    void retranslate();

    QString m_server;
    std::optional<core::Error> m_why;
    QLabel *m_sentence = nullptr;
    QLabel *m_reason = nullptr;
    QLabel *m_userTitle = nullptr;
    QLineEdit *m_user = nullptr;
    QLabel *m_passwordTitle = nullptr;
    QLineEdit *m_password = nullptr;
    QCheckBox *m_keep = nullptr;
    QPushButton *m_accept = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace views
