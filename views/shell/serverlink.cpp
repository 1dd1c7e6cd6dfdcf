// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/serverlink.h"

#include "core/api/client/caller.h"
#include "core/api/client/errors.h"
#include "core/api/client/trust.h"
#include "views/shell/keyring.h"

#include <QEventLoopLocker>
#include <QSettings>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace views {

using core::Error;
using core::Result;
using core::api::client::Caller;
using core::api::client::Endpoint;

namespace {

QString settingOf(const QUrl &server)
{
    const QByteArray name = server.authority().toUtf8().toPercentEncoding();
    return u"servers/%1/fingerprint"_s.arg(QString::fromLatin1(name));
}

/// Ends the server's session after its window is gone.
void signOut(const Endpoint &endpoint)
{
    auto *caller = new Caller(endpoint);
    auto locker = std::make_shared<QEventLoopLocker>(); // the program ends when it is done
    const auto leave = [caller, locker] { caller->deleteLater(); };
    QTimer::singleShot(3s, caller, leave);
    caller->request("DELETE", u"/sessions/current"_s, {}, [leave](const Result<QByteArray> &) { leave(); });
}

} // namespace

QString rememberedFingerprint(const QUrl &server)
{
    return QSettings().value(settingOf(server)).toString();
}

void forgetFingerprint(const QUrl &server)
{
    QSettings().remove(settingOf(server));
}

ServerLink::ServerLink(core::api::client::Session &session, const Connection &connection, QObject *parent)
    : QObject(parent),
      m_session(session),
      m_url(connection.target),
      m_user(connection.user)
{
    m_session.setEndpoint({.url = m_url, .trust = {.fingerprint = rememberedFingerprint(m_url)}});
    m_retry.setSingleShot(true);
    m_retry.setInterval(5s);
    connect(&m_retry, &QTimer::timeout, this, [this] { attempt(m_user, m_password, m_isToBeKept); });
    connect(&m_session, &core::api::client::Session::stopped, this, &ServerLink::refused);
}

ServerLink::~ServerLink()
{
    leave();
}

void ServerLink::leave()
{
    m_session.disconnect(this); // its end is no question any more
    m_retry.stop();
    if (!std::exchange(m_hasLeft, true) && !m_session.endpoint().token.isEmpty())
        signOut(m_session.endpoint());
}

void ServerLink::open()
{
    if (m_user.isEmpty()) {
        Q_EMIT passwordNeeded(std::nullopt);
        return;
    }
    keyring::read(keyringKey(m_user), this, [this](const std::optional<QString> &password) {
        if (password)
            attempt(m_user, *password, false);
        else
            Q_EMIT passwordNeeded(m_why);
    });
}

void ServerLink::signIn(const QString &user, const QString &password, bool isToBeKept)
{
    attempt(user, password, isToBeKept);
}

void ServerLink::attempt(const QString &user, const QString &password, bool isToBeKept)
{
    m_retry.stop();
    m_user = user;
    m_password = password;
    m_isToBeKept = isToBeKept;
    m_session.signIn(user, password, this, [this](const Result<void> &result) {
        if (!result) {
            refused(result.error());
            return;
        }
        if (m_isToBeKept)
            keyring::write(keyringKey(m_user), m_password, this, [](bool) {}); // without one we ask again
        m_password.clear();
        m_why.reset();
        Q_EMIT signedIn();
        if (!std::exchange(m_isSignedIn, true))
            m_session.start();
    });
}

/// Of signing in, or of the session that was.
void ServerLink::refused(const Error &error)
{
    m_why = error;
    if (core::api::client::isDistrust(error)) {
        Q_EMIT certificateSeen(error);
        return;
    }
    if (core::api::client::isSignedOut(error) && m_isSignedIn) {
        open(); // the keyring may know
    } else if (error.code.startsWith(u"identity."_s)) {
        m_password.clear();
        if (error.code == u"identity.bad-credentials")
            keyring::remove(keyringKey(m_user)); // it may be what was refused
        Q_EMIT passwordNeeded(error);
    } else {
        m_retry.start();
        Q_EMIT failed(error);
    }
}

void ServerLink::trust(const QString &fingerprint)
{
    QSettings().setValue(settingOf(m_url), fingerprint);
    Endpoint endpoint = m_session.endpoint();
    endpoint.trust.fingerprint = fingerprint;
    m_session.setEndpoint(std::move(endpoint));
    if (!m_password.isEmpty())
        attempt(m_user, m_password, m_isToBeKept);
    else
        open();
}

void ServerLink::giveUp()
{
    m_password.clear();
    m_retry.stop();
    Q_EMIT failed(m_why.value_or(Error(core::errors::Cancelled)));
}

QString ServerLink::keyringKey(const QString &user) const
{
    return user + u'@' + m_url.authority();
}

} // namespace views
