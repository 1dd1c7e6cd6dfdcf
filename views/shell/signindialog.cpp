// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/signindialog.h"

#include "core/text/text.h"

#include <QCheckBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace views {

SignInDialog::SignInDialog(QString server, const QString &user, std::optional<core::Error> why,
                           QWidget *parent)
    : QDialog(parent),
      m_server(std::move(server)),
      m_why(std::move(why))
{
    setObjectName(u"signInDialog"_s);
    build(user);
    retranslate();
    validate();
    (user.isEmpty() ? m_user : m_password)->setFocus();
}

void SignInDialog::build(const QString &user)
{
    m_sentence = new QLabel(this);
    m_reason = new QLabel(this);
    m_reason->setObjectName(u"signInReason"_s);
    m_reason->setVisible(m_why.has_value());
    for (QLabel *label : {m_sentence, m_reason}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_sentence->setMinimumWidth(fontMetrics().averageCharWidth() * 50);
    m_userTitle = new QLabel(this);
    m_user = new QLineEdit(user, this);
    m_user->setObjectName(u"signInUser"_s);
    m_userTitle->setBuddy(m_user);
    m_passwordTitle = new QLabel(this);
    m_password = new QLineEdit(this);
    m_password->setObjectName(u"signInPassword"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_passwordTitle->setBuddy(m_password);
    m_keep = new QCheckBox(this);
    m_keep->setObjectName(u"signInKeep"_s);
    m_accept = new QPushButton(this);
    m_accept->setObjectName(u"signInAccept"_s);
    m_accept->setDefault(true);
    m_cancel = new QPushButton(this);
    m_cancel->setObjectName(u"signInCancel"_s);
    m_cancel->setAutoDefault(false);
    for (QLineEdit *field : {m_user, m_password})
        connect(field, &QLineEdit::textChanged, this, &SignInDialog::validate);
    connect(m_accept, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *form = new QFormLayout;
    form->addRow(m_userTitle, m_user);
    form->addRow(m_passwordTitle, m_password);
    form->addRow(nullptr, m_keep);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_accept);
    buttons->addWidget(m_cancel);
    auto *all = new QVBoxLayout(this);
    all->addWidget(m_sentence);
    all->addWidget(m_reason);
    all->addLayout(form);
    all->addLayout(buttons);
}

QString SignInDialog::user() const
{
    return m_user->text().trimmed();
}

QString SignInDialog::password() const
{
    return m_password->text();
}

bool SignInDialog::isToBeKept() const
{
    return m_keep->isChecked();
}

void SignInDialog::validate()
{
    m_accept->setEnabled(!user().isEmpty() && !password().isEmpty());
}

void SignInDialog::retranslate()
{
    setWindowTitle(tr("Sign In"));
    m_sentence->setText(tr("Sign in to the management server %1.").arg(m_server));
    m_reason->setText(m_why ? core::text::sentence(*m_why) : QString());
    m_userTitle->setText(tr("&User:"));
    m_user->setAccessibleName(tr("User"));
    m_passwordTitle->setText(tr("&Password:"));
    m_password->setAccessibleName(tr("Password"));
    m_keep->setText(tr("&Keep the password in the keyring"));
    m_keep->setAccessibleName(tr("Keep the password in the keyring"));
    m_accept->setText(tr("&Sign In"));
    m_accept->setAccessibleName(tr("Sign in"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel"));
}

void SignInDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace views
