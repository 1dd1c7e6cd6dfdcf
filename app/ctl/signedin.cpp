// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/signedin.h"

#include "app/ctl/errors.h"
#include "app/ctl/print.h"
#include "app/ctl/secrets.h"
#include "core/api/client/trust.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QSslCertificate>
#include <QTimer>

#include <array>
#include <chrono>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ctl {

using namespace core;
using api::client::Endpoint;
using api::client::Session;
using api::client::Trust;

namespace {

constexpr auto connectLimit = 35s;
constexpr auto signOutLimit = 5s; ///< the session ends by itself, too
constexpr int interrupted = 130; ///< as a shell says of a program that Ctrl+C ended

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Ctl)
};

std::array<int, 2> interruptPipe{-1, -1}; // NOLINT: a signal handler can reach nothing else

void onInterrupt(int)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(interruptPipe[1], &byte, 1);
}

Result<Trust> trustOf(const Place &place)
{
    Trust trust;
    if (!place.fingerprint.isEmpty()) {
        trust.fingerprint = api::client::fingerprintFrom(place.fingerprint);
        if (trust.fingerprint.isEmpty())
            return core::errors::invalidArgument(u"--fingerprint"_s,
                                                 u"a SHA-256 in hexadecimal expected (64 digits)"_s);
    }
    if (!place.authorities.isEmpty()) {
        const auto file = readFile(place.authorities);
        if (!file)
            return file.error();
        if (QSslCertificate::fromData(*file, QSsl::Pem).isEmpty())
            return core::errors::invalidArgument(u"--ca"_s, u"there is no certificate in the file (PEM)"_s);
        trust.authorities = *file;
    }
    return trust;
}

/// Empty where a token says who we are.
Result<QString> passwordOf(const Place &place)
{
    if (!place.tokenFile.isEmpty())
        return QString();
    if (!place.passwordFile.isEmpty() && !place.user.isEmpty())
        return readSecret(place.passwordFile);
    if (!place.user.isEmpty()) {
        const auto typed = askSecret(Words::tr("Password of %1 at %2:").arg(place.user, place.server) + u' ');
        if (typed)
            return *typed;
    }
    return Error(errors::CredentialsMissing, QJsonObject{{u"server"_s, place.server}});
}

class SignedIn : public QObject
{
    Q_OBJECT

public:
    using Command = std::function<void(Session &, const End &)>;

    SignedIn(const Endpoint &endpoint, QString user, QString password, Output output, Command command)
        : m_user(std::move(user)),
          m_password(std::move(password)),
          m_output(output),
          m_command(std::move(command)),
          m_session(endpoint)
    {
        connect(&m_session, &Session::inventoryReset, this, &SignedIn::begin);
        connect(&m_session, &Session::linkChanged, this, &SignedIn::look);
        connect(&m_session, &Session::stopped, this, &SignedIn::signInAgain);
        QTimer::singleShot(connectLimit, this, [this] {
            if (!m_begun)
                refuse(
                    Error(core::errors::Timeout, QJsonObject{{u"seconds"_s, qint64(connectLimit.count())}}));
        });
        listenForInterrupts();
    }

    void open()
    {
        if (m_password.isEmpty())
            m_session.start();
        else
            signIn();
    }

private:
    void signIn()
    {
        m_session.signIn(m_user, m_password, this, [this](const Result<void> &result) {
            if (!result) {
                refuse(result.error());
            } else if (!std::exchange(m_isSignedIn, true)) {
                m_session.start();
            }
        });
    }

    /// The server ended our session, or it was started anew.
    void signInAgain(const Error &why)
    {
        if (m_isSignedIn && why.code.startsWith(u"identity."))
            signIn();
        else
            refuse(why);
    }

    void begin()
    {
        if (std::exchange(m_begun, true))
            return;
        m_command(m_session, [this](int code) { end(code); });
    }

    /// Before there is anything to show nothing is tried twice.
    void look()
    {
        if (const auto why = m_session.linkError(); why && !m_begun)
            refuse(*why);
    }

    void refuse(const Error &error)
    {
        m_begun = true;
        if (std::exchange(m_isRefused, true))
            return;
        printError(error, m_output);
        const int code = exitCode(error);
        end(code == failed ? notConnected : code);
    }

    void end(int code)
    {
        if (std::exchange(m_isEnding, true))
            return;
        const auto leave = [code] { QCoreApplication::exit(code); };
        if (!m_isSignedIn || m_isRefused) {
            QMetaObject::invokeMethod(qApp, leave, Qt::QueuedConnection);
            return;
        }
        QTimer::singleShot(signOutLimit, this, leave);
        m_session.signOut(this, [leave](const Result<void> &) { leave(); }); // it ends by itself, too
    }

    void listenForInterrupts()
    {
        if (::pipe2(interruptPipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
            return; // then Ctrl+C ends us as it ends any program
        auto *notifier = new QSocketNotifier(interruptPipe[0], QSocketNotifier::Read, this);
        connect(notifier, &QSocketNotifier::activated, this, [this] { end(interrupted); });
        struct sigaction action = {};
        action.sa_handler = onInterrupt;
        action.sa_flags = SA_RESETHAND; // the second time it ends us at once
        ::sigaction(SIGINT, &action, nullptr);
        ::sigaction(SIGTERM, &action, nullptr);
    }

    QString m_user;
    QString m_password; ///< empty: a token says who we are
    Output m_output;
    Command m_command;
    bool m_begun = false;
    bool m_isSignedIn = false;
    bool m_isRefused = false;
    bool m_isEnding = false;
    Session m_session;
};

} // namespace

Result<Endpoint> endpointOf(const Place &place)
{
    const QUrl url(place.server, QUrl::StrictMode);
    if (url.scheme() != u"https" || url.host().isEmpty())
        return core::errors::invalidArgument(u"--server"_s, u"https://HOST:PORT expected"_s);
    auto trust = trustOf(place);
    if (!trust)
        return trust.error();
    Endpoint endpoint{.url = url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveUserInfo),
                      .trust = *std::move(trust)};
    if (!place.tokenFile.isEmpty()) {
        const auto token = readSecret(place.tokenFile);
        if (!token)
            return token.error();
        endpoint.token = token->trimmed();
    }
    return endpoint;
}

int runSignedIn(const Place &place, Output output, const std::function<void(Session &, const End &)> &command)
{
    const auto endpoint = endpointOf(place);
    const auto password = endpoint ? passwordOf(place) : Result<QString>(endpoint.error());
    if (!password) {
        printError(password.error(), output);
        return exitCode(password.error());
    }
    SignedIn session(*endpoint, place.user, *password, output, command);
    session.open();
    return QCoreApplication::exec();
}

} // namespace ctl

#include "signedin.moc"
