// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/secretdialog.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace views {

SecretDialog::SecretDialog(QString host, QString prompt, QWidget *parent)
    : QDialog(parent),
      m_host(std::move(host)),
      m_prompt(std::move(prompt)),
      m_sentence(new QLabel(this)),
      m_question(new QLabel(this)),
      m_secret(new QLineEdit(this)),
      m_accept(new QPushButton(this)),
      m_cancel(new QPushButton(this))
{
    setObjectName(u"secretDialog"_s);
    for (QLabel *label : {m_sentence, m_question}) {
        label->setTextFormat(Qt::PlainText); // the question is the host's
        label->setWordWrap(true);
    }
    m_sentence->setMinimumWidth(fontMetrics().averageCharWidth() * 50);
    m_secret->setObjectName(u"secret"_s);
    m_secret->setEchoMode(QLineEdit::Password);
    m_question->setBuddy(m_secret);
    m_accept->setObjectName(u"secretAccept"_s);
    m_accept->setDefault(true);
    m_accept->setEnabled(false);
    m_cancel->setObjectName(u"secretCancel"_s);
    connect(m_secret, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_accept->setEnabled(!text.isEmpty()); });
    connect(m_accept, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_accept);
    buttons->addWidget(m_cancel);
    auto *all = new QVBoxLayout(this);
    all->addWidget(m_sentence);
    all->addWidget(m_question);
    all->addWidget(m_secret);
    all->addLayout(buttons);
    m_secret->setFocus();
    retranslate();
}

QString SecretDialog::secret() const
{
    return m_secret->text();
}

void SecretDialog::retranslate()
{
    setWindowTitle(tr("Sign In to the Host"));
    m_sentence->setText(tr("%1 asks for a password or passphrase.").arg(m_host));
    m_question->setText(m_prompt.isEmpty() ? tr("Password or passphrase:") : m_prompt);
    m_secret->setAccessibleName(tr("Password or passphrase"));
    m_accept->setText(tr("&Sign In"));
    m_accept->setAccessibleName(tr("Sign in"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel"));
}

void SecretDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace views
