// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/serverprompts.h"

#include "core/api/client/errors.h"
#include "views/shell/serverlink.h"
#include "views/shell/signindialog.h"
#include "views/shell/trustdialog.h"

#include <QEvent>
#include <QMainWindow>
#include <QStatusBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace views {

ServerPrompts::ServerPrompts(ServerLink &link, QMainWindow &window)
    : m_link(link),
      m_window(window),
      m_again(new QToolButton(&window))
{
    m_again->setObjectName(u"signInAgain"_s);
    m_again->setFocusPolicy(Qt::TabFocus);
    m_again->hide();
    window.statusBar()->addPermanentWidget(m_again);
    m_again->hide(); // adding shows it
    window.installEventFilter(this);
    connect(m_again, &QToolButton::clicked, this, [this] {
        m_again->hide();
        m_link.open();
    });
    connect(&link, &ServerLink::passwordNeeded, this, &ServerPrompts::askPassword);
    connect(&link, &ServerLink::certificateSeen, this, &ServerPrompts::showCertificate);
    connect(&link, &ServerLink::signedIn, m_again, &QWidget::hide);
    retranslate();
}

ServerPrompts::~ServerPrompts()
{
    delete m_open.data(); // its answers come here
}

void ServerPrompts::askPassword(const std::optional<core::Error> &why)
{
    if (m_open)
        return;
    auto *dialog = new SignInDialog(m_link.server(), m_link.user(), why, &m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_open = nullptr; // the answer may bring the next question
        m_link.signIn(dialog->user(), dialog->password(), dialog->isToBeKept());
    });
    show(dialog);
}

void ServerPrompts::showCertificate(const core::Error &error)
{
    if (m_open)
        return;
    const bool changed = error.is(core::api::client::errors::CertificateChanged);
    const HostKey key{.host = error.params[u"where"].toString(),
                      .algorithm = u"x509"_s,
                      .fingerprint = error.params[u"fingerprint"].toString(),
                      .known = error.params[u"known"].toString(),
                      .isServer = true};
    auto *dialog =
        new TrustDialog(changed ? TrustDialog::Kind::Changed : TrustDialog::Kind::FirstSeen, key, &m_window);
    connect(dialog, &QDialog::accepted, this, [this, fingerprint = key.fingerprint] {
        m_open = nullptr;
        m_link.trust(fingerprint);
    });
    show(dialog);
}

void ServerPrompts::show(QDialog *dialog)
{
    m_open = dialog;
    m_again->hide();
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::rejected, this, &ServerPrompts::cancel);
    dialog->open();
}

void ServerPrompts::cancel()
{
    m_open = nullptr;
    m_link.giveUp();
    m_again->show();
}

void ServerPrompts::retranslate()
{
    m_again->setText(tr("Sign In…"));
    m_again->setAccessibleName(tr("Sign in"));
}

bool ServerPrompts::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return QObject::eventFilter(watched, event);
}

} // namespace views
