// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace views {

/// Asks for a password or a key's passphrase. It is given on and not kept here.
class SecretDialog : public QDialog
{
    Q_OBJECT

public:
    /// `prompt`: the asker's own question, "root@h1's password:".
    SecretDialog(QString host, QString prompt, QWidget *parent);

    [[nodiscard]] QString secret() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QString m_host;
    QString m_prompt;
    QLabel *m_sentence;
    QLabel *m_question;
    QLineEdit *m_secret;
    QPushButton *m_accept;
    QPushButton *m_cancel;
};

} // namespace views
