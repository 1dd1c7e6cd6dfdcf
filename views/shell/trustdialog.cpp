// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/trustdialog.h"

#include "views/delegates/objecticons.h"
#include "views/widgets/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace views {

namespace {

/// For a POSIX shell.
QString quoted(QString word)
{
    return u"'%1'"_s.arg(word.replace(u'\'', u"'\\''"_s));
}

} // namespace

TrustDialog::TrustDialog(Kind kind, HostKey key, QWidget *parent)
    : QDialog(parent),
      m_kind(kind),
      m_key(std::move(key))
{
    setObjectName(u"trustDialog"_s);
    build();
    retranslate();
}

QLabel *TrustDialog::addRow(QFormLayout *form, const QString &value, QLabel *&title)
{
    title = new QLabel(this);
    auto *label = new QLabel(value, this);
    label->setTextFormat(Qt::PlainText); // what a foreign host says
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setWordWrap(true);
    title->setBuddy(label);
    form->addRow(title, label);
    return label;
}

/// How the old key is forgotten: on the core's machine, by who may; never by a click here.
void TrustDialog::addCommand(QVBoxLayout *column)
{
    m_commandTitle = new QLabel(this);
    m_commandTitle->setWordWrap(true);
    m_command = new QLineEdit(u"ssh-keygen -f %1 -R %2"_s.arg(quoted(m_key.file), quoted(m_key.entry)), this);
    m_command->setObjectName(u"trustForgetCommand"_s);
    m_command->setReadOnly(true);
    m_command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_command->setCursorPosition(0);
    m_commandTitle->setBuddy(m_command);
    m_copy = new QPushButton(this);
    m_copy->setObjectName(u"trustCopyCommand"_s);
    m_copy->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_command->text()); });
    auto *row = new QHBoxLayout;
    row->addWidget(m_command, 1);
    row->addWidget(m_copy);
    column->addWidget(m_commandTitle);
    column->addLayout(row);
}

void TrustDialog::build()
{
    const bool changed = m_kind == Kind::Changed;
    auto *picture = new QLabel(this);
    const int size = fontMetrics().height() * 2;
    picture->setPixmap(icon(changed ? u"alert"_s : u"info"_s).pixmap(QSize(size, size), devicePixelRatioF()));
    m_warning = new QLabel(this);
    m_warning->setObjectName(u"trustWarning"_s);
    m_warning->setTextFormat(Qt::PlainText);
    m_warning->setWordWrap(true);
    m_warning->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    QFont bold = m_warning->font();
    bold.setBold(true);
    m_warning->setFont(bold);
    if (changed) {
        QPalette red = palette();
        red.setColor(QPalette::WindowText, theme::color(theme::Role::Alert));
        m_warning->setPalette(red);
    }
    auto *top = new QHBoxLayout;
    top->addWidget(picture);
    top->addWidget(m_warning, 1);

    auto *form = new QFormLayout;
    addRow(form, m_key.host, m_hostTitle);
    addRow(form, m_key.algorithm, m_algorithmTitle);
    const QFont fixed =
        QFontDatabase::systemFont(QFontDatabase::FixedFont); // made to be compared sign by sign
    addRow(form, m_key.fingerprint, m_fingerprintTitle)->setFont(fixed);
    m_known = addRow(form, m_key.known, m_knownTitle);
    if (changed)
        m_known->setFont(fixed);
    m_advice = new QLabel(this);
    m_advice->setWordWrap(true);

    m_accept = new QPushButton(this);
    m_accept->setObjectName(u"trustAccept"_s);
    m_accept->setAutoDefault(false);
    m_accept->setVisible(!changed);
    m_cancel = new QPushButton(this);
    m_cancel->setObjectName(u"trustCancel"_s);
    m_cancel->setDefault(true);
    connect(m_accept, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_accept);
    buttons->addWidget(m_cancel);
    auto *all = new QVBoxLayout(this);
    all->addLayout(top);
    all->addLayout(form);
    all->addWidget(m_advice);
    if (changed && !m_key.file.isEmpty() && !m_key.entry.isEmpty())
        addCommand(all);
    all->addLayout(buttons);
}

void TrustDialog::sayServer()
{
    const bool changed = m_kind == Kind::Changed;
    setWindowTitle(changed ? tr("The Server's Certificate Has Changed") : tr("Unknown Server"));
    m_warning->setText(changed
                           ? tr("The certificate of %1 is not the one that is remembered. The connection "
                                "was refused.")
                                 .arg(m_key.host)
                           : tr("The identity of %1 could not be verified: nobody you trust vouches for its "
                                "certificate.")
                                 .arg(m_key.host));
    m_hostTitle->setText(tr("Server:"));
    m_advice->setText(changed
                          ? tr("Somebody may be posing as this server, or it was installed anew. Ask its "
                               "administrator. Only when the new certificate is confirmed, remove the saved "
                               "connection and connect again.")
                          : tr("Compare the fingerprint with the one that the server's administrator gives "
                               "you; vigied prints it when it starts. If you accept, it is remembered, and "
                               "another certificate is refused from then on."));
    m_accept->setText(tr("&Trust This Server"));
    m_accept->setAccessibleName(tr("Trust this server"));
}

void TrustDialog::sayHost()
{
    const bool changed = m_kind == Kind::Changed;
    setWindowTitle(changed ? tr("The Host's Key Has Changed") : tr("Unknown Host"));
    m_warning->setText(
        changed
            ? tr("The key of %1 is not the one that is remembered. The connection was refused.")
                  .arg(m_key.host)
            : tr("The identity of %1 could not be verified: its key was never seen before.").arg(m_key.host));
    m_hostTitle->setText(tr("Host:"));
    m_advice->setText(changed ? tr("Somebody may be posing as this host, or it was installed anew. Ask its "
                                   "administrator. Only when the "
                                   "new key is confirmed, have the old one forgotten and connect again.")
                              : tr("Compare the fingerprint with the one that the host's administrator gives "
                                   "you. If you accept, it is "
                                   "remembered, and a host with another key is refused from then on."));
    m_accept->setText(tr("&Trust This Host"));
    m_accept->setAccessibleName(tr("Trust this host"));
}

void TrustDialog::retranslate()
{
    const bool changed = m_kind == Kind::Changed;
    if (m_key.isServer)
        sayServer();
    else
        sayHost();
    m_algorithmTitle->setText(tr("Algorithm:"));
    m_fingerprintTitle->setText(tr("SHA-256 fingerprint:"));
    m_knownTitle->setText(changed ? tr("Remembered fingerprint:") : tr("First seen:"));
    if (!changed)
        m_known->setText(tr("now, for the first time"));
    if (m_command != nullptr) {
        m_commandTitle->setText(tr("This command, on the machine of the core, forgets the old key:"));
        m_command->setAccessibleName(tr("Command that forgets the old key"));
        m_copy->setText(tr("&Copy"));
        m_copy->setAccessibleName(tr("Copy the command"));
    }
    m_cancel->setText(changed ? tr("Close") : tr("Cancel"));
    m_cancel->setAccessibleName(m_cancel->text());
}

void TrustDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace views
