// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/serverlink.h"
#include "core/api/client/errors.h"
#include "tests/views/support/fakesession.h"
#include "views/shell/serverprompts.h"

#include <QAbstractButton>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Error;
using core::api::client::Session;
using views::Connection;
using views::ServerLink;
using views::ServerPrompts;

namespace {

const auto address = u"https://vigie.example.org:8443"_s;

QJsonObject seen(const QString &fingerprint, const QString &known = {})
{
    return {{u"where"_s, u"vigie.example.org:8443"_s}, {u"fingerprint"_s, fingerprint}, {u"known"_s, known}};
}

/// A window on a server that is played.
struct Opened {
    Session session{core::api::client::Endpoint{}};
    tests::FakeCore &core = tests::coreOf(session);
    QMainWindow window;
    ServerLink link{session, {.kind = Connection::Kind::Server, .target = address}};
    ServerPrompts prompts{link, window};

    [[nodiscard]] QDialog *dialog(const QString &name) const { return window.findChild<QDialog *>(name); }
    template <class T>
    [[nodiscard]] T *in(const QString &dialogName, const QString &name) const
    {
        QDialog *found = dialog(dialogName);
        return found == nullptr ? nullptr : found->findChild<T *>(name);
    }
    void answerSignIn(const QString &user, const QString &password) const
    {
        in<QLineEdit>(u"signInDialog"_s, u"signInUser"_s)->setText(user);
        in<QLineEdit>(u"signInDialog"_s, u"signInPassword"_s)->setText(password);
        in<QAbstractButton>(u"signInDialog"_s, u"signInAccept"_s)->click();
    }
};

} // namespace

/// Signing in to a management server from a window.
class ServerLinkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    }
    void init() { QSettings().clear(); }

    void whoIsUnknownIsAskedAndThenTheSessionBegins()
    {
        Opened opened;
        opened.link.open();
        QTRY_VERIFY(opened.dialog(u"signInDialog"_s) != nullptr);
        QVERIFY(!opened.in<QAbstractButton>(u"signInDialog"_s, u"signInAccept"_s)->isEnabled());
        opened.answerSignIn(u"ann"_s, u"secret"_s);
        QTRY_COMPARE(opened.core.starts, 1);
        QCOMPARE(opened.core.signIns, (std::vector<std::pair<QString, QString>>{{u"ann"_s, u"secret"_s}}));
    }

    void theFirstCertificateIsShownAndRemembered()
    {
        Opened opened;
        opened.core.signIn = Error(core::api::client::errors::CertificateUnknown, seen(u"AA:BB"_s));
        opened.link.signIn(u"ann"_s, u"secret"_s, false);
        QTRY_VERIFY(opened.dialog(u"trustDialog"_s) != nullptr);
        QCOMPARE(opened.core.starts, 0);
        opened.core.signIn = core::Result<void>();
        opened.in<QAbstractButton>(u"trustDialog"_s, u"trustAccept"_s)->click();
        QTRY_COMPARE(opened.core.starts, 1);
        QCOMPARE(opened.core.endpoint.trust.fingerprint, u"AA:BB"_s);
        QCOMPARE(opened.core.signIns.size(), size_t(2));
        QCOMPARE(views::rememberedFingerprint(QUrl(address)), u"AA:BB"_s);
        const Opened next;
        QCOMPARE(next.core.endpoint.trust.fingerprint, u"AA:BB"_s);
    }

    void aChangedCertificateCannotBeAccepted()
    {
        Opened opened;
        opened.core.signIn =
            Error(core::api::client::errors::CertificateChanged, seen(u"CC:DD"_s, u"AA:BB"_s));
        opened.link.signIn(u"ann"_s, u"secret"_s, false);
        QTRY_VERIFY(opened.dialog(u"trustDialog"_s) != nullptr);
        QVERIFY(!opened.in<QAbstractButton>(u"trustDialog"_s, u"trustAccept"_s)->isVisible());
        QStringList shown;
        for (const QLabel *label : opened.dialog(u"trustDialog"_s)->findChildren<QLabel *>())
            shown += label->text();
        QVERIFY(shown.contains(u"CC:DD"_s));
        QVERIFY(shown.contains(u"AA:BB"_s));
        opened.in<QAbstractButton>(u"trustDialog"_s, u"trustCancel"_s)->click();
        QVERIFY(views::rememberedFingerprint(QUrl(address)).isEmpty());
        QCOMPARE(opened.core.starts, 0);
    }

    void wrongCredentialsAreAskedForAgainWithTheReason()
    {
        Opened opened;
        opened.core.signIn = Error(core::ErrorCode{"identity.bad-credentials"_L1});
        opened.link.signIn(u"ann"_s, u"wrong"_s, false);
        QTRY_VERIFY(opened.dialog(u"signInDialog"_s) != nullptr);
        QVERIFY(!opened.in<QLabel>(u"signInDialog"_s, u"signInReason"_s)->text().isEmpty());
        QCOMPARE(opened.in<QLineEdit>(u"signInDialog"_s, u"signInUser"_s)->text(), u"ann"_s);
    }

    void whoCancelsCanSignInLater()
    {
        Opened opened;
        opened.window.show();
        opened.link.open();
        QTRY_VERIFY(opened.dialog(u"signInDialog"_s) != nullptr);
        opened.in<QAbstractButton>(u"signInDialog"_s, u"signInCancel"_s)->click();
        auto *again = opened.window.findChild<QAbstractButton *>(u"signInAgain"_s);
        QVERIFY(again->isVisible());
        QTRY_VERIFY(opened.dialog(u"signInDialog"_s) == nullptr);
        again->click();
        QTRY_VERIFY(opened.dialog(u"signInDialog"_s) != nullptr);
    }

    void aSessionThatEndedIsSignedInToAgain()
    {
        Opened opened;
        opened.link.signIn(u"ann"_s, u"secret"_s, false);
        QTRY_COMPARE(opened.core.starts, 1);
        Q_EMIT opened.session.stopped(Error(core::ErrorCode{"identity.not-signed-in"_L1}));
        QTRY_VERIFY_WITH_TIMEOUT(opened.dialog(u"signInDialog"_s) != nullptr,
                                 30'000); // a keyring is asked first
        opened.answerSignIn(u"ann"_s, u"secret"_s);
        QTRY_COMPARE(opened.core.signIns.size(), size_t(2));
        QCOMPARE(opened.core.starts, 1); // the same session goes on
    }

private:
    QTemporaryDir m_settings;
};

QTEST_MAIN(ServerLinkTest)
#include "serverlinktest.moc"
