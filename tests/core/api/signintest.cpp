// SPDX-License-Identifier: GPL-3.0-or-later
// A client and a server over TLS: which certificate it goes on with, who it is there, and what comes of its end.
#include "core/access/access.h"
#include "core/api/client/errors.h"
#include "core/api/client/session.h"
#include "core/api/client/trust.h"
#include "tests/core/api/serverfixture.h"

#include <QSignalSpy>
#include <QSslCertificate>
#include <QTest>

using namespace core;
using namespace apitest;
using namespace Qt::StringLiterals;
using api::client::Endpoint;
using api::client::Link;
using api::client::Session;
using api::client::Trust;
using api::server::Certificate;

namespace {

const auto password = u"correct horse"_s;

const Certificate &certificate()
{
    static const Certificate made = *api::server::selfSigned({u"localhost"_s});
    return made;
}

QString fingerprintOf(const Certificate &certificate)
{
    return *api::server::fingerprint(certificate.certificate);
}

/// A server over TLS with one user.
struct Office {
    Served served{{}, nullptr, QByteArray(64, 'a'), certificate()};
    model::User bob{.id = UserId::random(), .name = u"bob"_s};

    Office()
    {
        served.core->inventory().put(bob);
        served.core->inventory().put(model::Permission{
            .id = PermissionId::random(), .principal = principalOf(bob), .role = access::readOnlyRole()});
        if (!tests::waitFor(served.accounts.setPassword(bob, password)))
            qFatal("the password was not kept");
    }

    [[nodiscard]] Endpoint endpoint(Trust trust, const QString &host = u"localhost"_s) const
    {
        return {.url = QUrl(u"https://%1:%2"_s.arg(host).arg(served.port)), .trust = std::move(trust)};
    }
};

std::optional<Error> signIn(Session &session, const QString &user, const QString &with)
{
    std::optional<Result<void>> answer;
    session.signIn(user, with, &session, [&](const Result<void> &result) { answer = result; });
    if (!eventually([&] { return answer.has_value(); }))
        return Error(errors::Timeout);
    return *answer ? std::nullopt : std::optional(answer->error());
}

bool isOnline(const Session &session)
{
    return session.link() == Link::Online;
}

} // namespace

class SignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fingerprintsAreReadAsPeopleWriteThem()
    {
        const QString shown = fingerprintOf(certificate());
        QCOMPARE(api::client::fingerprintFrom(shown), shown);
        QCOMPARE(api::client::fingerprintFrom(QString(shown).remove(u':').toLower()), shown);
        QCOMPARE(api::client::fingerprintFrom(u" SHA256:"_s + shown), shown);
        QCOMPARE(api::client::fingerprintFrom(shown.chopped(1)), QString());
        QCOMPARE(api::client::fingerprintFrom(shown.chopped(1) + u'G'), QString());
        QCOMPARE(api::client::fingerprintFrom(QString()), QString());
        QCOMPARE(api::client::fingerprintOf(QSslCertificate(certificate().certificate)), shown);
    }

    void anUnknownCertificateIsShownAndNothingIsSent()
    {
        const Office office;
        Session session(office.endpoint({}));
        const auto refused = signIn(session, u"bob"_s, password);
        QVERIFY(refused && refused->is(api::client::errors::CertificateUnknown));
        QCOMPARE(refused->params[u"fingerprint"].toString(), fingerprintOf(certificate()));
        QCOMPARE(refused->params[u"where"].toString(), u"localhost:%1"_s.arg(office.served.port));
    }

    void thePinnedCertificateIsTrustedUnderAnyName()
    {
        const Office office;
        const Trust trust{.fingerprint = fingerprintOf(certificate())};
        Session session(office.endpoint(trust, u"127.0.0.1"_s));
        QVERIFY(!signIn(session, u"bob"_s, password));
        session.start();
        QVERIFY(eventually([&] { return isOnline(session); }));
        QCOMPARE(session.user(), u"local\\bob"_s);
        QCOMPARE(session.inventory().all<model::Vm>().size(), 20);
    }

    void anAuthorityIsTrustedForItsNamesOnly()
    {
        const Office office;
        const Trust trust{.authorities = certificate().certificate};
        Session named(office.endpoint(trust));
        QVERIFY(!signIn(named, u"bob"_s, password));
        Session other(office.endpoint(trust, u"127.0.0.1"_s)); // not in the certificate
        const auto refused = signIn(other, u"bob"_s, password);
        QVERIFY(refused && refused->is(api::client::errors::CertificateUnknown));
    }

    void aChangedCertificateStopsEverythingAndShowsBoth()
    {
        const Office office;
        const Certificate before = *api::server::selfSigned({u"localhost"_s});
        Endpoint endpoint = office.endpoint({.fingerprint = fingerprintOf(before)});
        endpoint.token = u"an API token"_s;
        Session session(endpoint);
        QSignalSpy stops(&session, &Session::stopped);
        session.start();
        QVERIFY(eventually([&] { return stops.count() > 0; }));
        const auto why = stops.front().front().value<Error>();
        QVERIFY(why.is(api::client::errors::CertificateChanged));
        QCOMPARE(why.params[u"known"].toString(), fingerprintOf(before));
        QCOMPARE(why.params[u"fingerprint"].toString(), fingerprintOf(certificate()));
        QVERIFY(!isOnline(session));
    }

    void aPinCountsMoreThanAnAuthority()
    {
        const Office office;
        const Certificate before = *api::server::selfSigned({u"localhost"_s});
        const Trust trust{.authorities = certificate().certificate, .fingerprint = fingerprintOf(before)};
        Session session(office.endpoint(trust));
        const auto refused = signIn(session, u"bob"_s, password);
        QVERIFY(refused && refused->is(api::client::errors::CertificateChanged));
    }

    void wrongCredentialsAreSaid()
    {
        const Office office;
        Session session(office.endpoint({.fingerprint = fingerprintOf(certificate())}));
        const auto refused = signIn(session, u"bob"_s, u"wrong"_s);
        QVERIFY(refused);
        QCOMPARE(refused->code, u"identity.bad-credentials"_s);
    }

    void aSessionThatEndedGoesOnWhenSignedInAgain()
    {
        Office office;
        Session session(office.endpoint({.fingerprint = fingerprintOf(certificate())}));
        QVERIFY(!signIn(session, u"bob"_s, password));
        session.start();
        QVERIFY(eventually([&] { return isOnline(session); }));
        QSignalSpy stops(&session, &Session::stopped);
        QSignalSpy resets(&session, &Session::inventoryReset);
        office.served.accounts.endSessionsOf(principalOf(office.bob));
        QVERIFY(eventually([&] { return stops.count() > 0; }));
        QCOMPARE(stops.front().front().value<Error>().code, u"identity.not-signed-in"_s);
        QCOMPARE(stops.count(), 1);
        QVERIFY(session.link() == Link::Lost);
        QCOMPARE(session.inventory().all<model::Vm>().size(), 20); // what was known is still shown

        model::Folder made{.id = FolderId::random(), .name = u"meanwhile"_s};
        made.parent = office.served.datacenter();
        office.served.core->inventory().put(made);
        QVERIFY(!signIn(session, u"bob"_s, password));
        QVERIFY(eventually([&] { return isOnline(session) && session.inventory().contains(made.id); }));
        QCOMPARE(resets.count(), 0);
    }

    void signedOutIsSignedOut()
    {
        Office office;
        Session session(office.endpoint({.fingerprint = fingerprintOf(certificate())}));
        QVERIFY(!signIn(session, u"bob"_s, password));
        session.start();
        QVERIFY(eventually([&] { return isOnline(session); }));
        QCOMPARE(office.served.accounts.sessions().size(), 1u);
        QSignalSpy stops(&session, &Session::stopped);
        bool answered = false;
        session.signOut(&session, [&](const Result<void> &result) { answered = result.has_value(); });
        QVERIFY(eventually([&] { return answered; }));
        QVERIFY(office.served.accounts.sessions().empty());
        QCOMPARE(stops.count(), 0);
    }
};

QTEST_GUILESS_MAIN(SignInTest)
#include "signintest.moc"
