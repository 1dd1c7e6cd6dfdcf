// SPDX-License-Identifier: GPL-3.0-or-later
// Who gets in, for how long, and what is said to those who do not.
#include "tests/core/identity/accountsfixture.h"

#include <QTest>

using namespace core;
using namespace core::identity;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::waitFor;

class AccountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_company = std::make_unique<tests::Company>(); }
    void cleanup() { m_company.reset(); }

    void everySpellingOfALocalUserIsTheSameUser_data();
    void everySpellingOfALocalUserIsTheSameUser();
    void whoeverMayNotEnterHearsTheSame_data();
    void whoeverMayNotEnterHearsTheSame();
    void accentsMayBeComposedEitherWay();
    void fiveFailuresLockTheNameAtThatAddressAlone();
    void aLockSaysNothingOfWhetherTheNameExists();
    void theRightPasswordClearsTheFailures();
    void aHundredAtTheSameMomentAreNotAHundredGuesses();
    void aTokenIsGoodForItsAgentAlone();
    void nobodyIsSignedInByAnEmptyOrInventedToken();
    void anUnusedSessionEnds();
    void aUsedSessionEndsToo();
    void endedSessionsAreHeardOfThoughNobodyAsks();
    void afterSigningOutTheTokenIsWorthNothing();
    void aTerminatedSessionIsGone();
    void aNewPasswordEndsTheSessionsOfTheOld();
    void aDisabledOrDeletedUserIsNobody();
    void aNewUserOfTheSameNameIsSomebodyElse();
    void whoeverIsForgottenLeavesNothing();
    void passwordsOutliveARestart();
    void aFullDatabaseKeepsTheOldPassword();
    void aHashOfAnotherCostIsReplacedAtTheNextSignIn();
    void weakPasswordsAreRefused_data();
    void weakPasswordsAreRefused();
    void theEmbeddedCoresTokenIsItsUsers();

private:
    std::unique_ptr<tests::Company> m_company;
};

void AccountsTest::everySpellingOfALocalUserIsTheSameUser_data()
{
    QTest::addColumn<QString>("user");
    for (const char *user : {"ann", "local\\ann", "LOCAL\\ann", "ann@local"})
        QTest::newRow(user) << QString::fromLatin1(user);
}

void AccountsTest::everySpellingOfALocalUserIsTheSameUser()
{
    QFETCH(QString, user);
    const auto signedIn = m_company->signIn(user);
    QVERIFY(signedIn);
    QCOMPARE(signedIn->token.size(), 64); // 256 bits in hexadecimal
    QCOMPARE(signedIn->session.principal, u"local\\ann"_s);
    const auto caller = m_company->callerOf(signedIn->token);
    QVERIFY(caller);
    QCOMPARE(caller->identity.principal, u"local\\ann"_s);
    QCOMPARE(caller->identity.groups, std::vector{u"local\\ops"_s});
    QVERIFY(!caller->identity.limit);
    QCOMPARE(caller->session, signedIn->session.id);
}

void AccountsTest::whoeverMayNotEnterHearsTheSame_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    const QString right = tests::Company::annsPassword();
    QTest::newRow("wrong password") << u"ann"_s << u"wrong horse"_s;
    QTest::newRow("empty password") << u"ann"_s << QString();
    QTest::newRow("other case") << u"ann"_s << right.toUpper();
    QTest::newRow("a megabyte") << u"ann"_s << QString(1 << 20, u'x');
    QTest::newRow("password with a zero") << u"ann"_s << right + QChar(u'\0');
    QTest::newRow("unknown user") << u"eve"_s << right;
    QTest::newRow("disabled user") << u"bob"_s << right;
    QTest::newRow("no user") << QString() << right;
    QTest::newRow("unknown domain") << u"corp\\ann"_s << right;
    QTest::newRow("homoglyph") << u"\u0430nn"_s << right; // a Cyrillic a
    QTest::newRow("fullwidth") << u"\uff41nn"_s << right;
    QTest::newRow("LDAP injection") << u"*)(uid=*))(|(uid=*"_s << right;
    QTest::newRow("endless name") << QString(1 << 20, u'a') << right;
    QTest::newRow("blank at the end") << u"ann "_s << right;
}

void AccountsTest::whoeverMayNotEnterHearsTheSame()
{
    QFETCH(QString, user);
    QFETCH(QString, password);
    const auto refused = m_company->signIn(user, password);
    QVERIFY(!refused);
    QCOMPARE(refused.error(), Error(identity::errors::BadCredentials));
    QVERIFY(m_company->accounts->sessions().empty());
}

void AccountsTest::accentsMayBeComposedEitherWay()
{
    m_company->set(m_company->ann, u"caf\u00e9 noisette"_s);
    QVERIFY(m_company->signIn(u"ann"_s, u"cafe\u0301 noisette"_s));
}

void AccountsTest::fiveFailuresLockTheNameAtThatAddressAlone()
{
    for (int i = 0; i < 5; ++i)
        QVERIFY(m_company->signIn(u"ann"_s, u"guess"_s).error().is(identity::errors::BadCredentials));
    const auto locked = m_company->signIn(u"local\\ANN"_s);
    QVERIFY(locked.error().is(identity::errors::Locked));
    QCOMPARE(locked.error().params.value(u"seconds").toInt(), 180);
    QVERIFY(m_company->signIn(u"ann"_s, tests::Company::annsPassword(), u"192.0.2.8"_s));
    m_company->clock.advance(3min);
    QVERIFY(m_company->signIn(u"ann"_s));
}

void AccountsTest::aLockSaysNothingOfWhetherTheNameExists()
{
    for (int i = 0; i < 5; ++i)
        QVERIFY(!m_company->signIn(u"nobody"_s));
    QVERIFY(m_company->signIn(u"nobody"_s).error().is(identity::errors::Locked));
}

void AccountsTest::theRightPasswordClearsTheFailures()
{
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 4; ++i)
            QVERIFY(!m_company->signIn(u"ann"_s, u"guess"_s));
        QVERIFY(m_company->signIn(u"ann"_s));
    }
}

void AccountsTest::aHundredAtTheSameMomentAreNotAHundredGuesses()
{
    int wrong = 0;
    int locked = 0;
    Scope scope([&](const Error &error) {
        wrong += error.is(identity::errors::BadCredentials) ? 1 : 0;
        locked += error.is(identity::errors::Locked) ? 1 : 0;
    });
    const auto guess = [](Accounts *accounts) -> Task<> {
        const Credentials credentials{.user = u"ann"_s, .password = u"guess"_s};
        const auto done = co_await accounts->signIn(credentials);
        if (!done)
            co_return done.error();
        co_return {};
    };
    for (int i = 0; i < 100; ++i)
        scope.spawn(guess(m_company->accounts.get()));
    QTRY_COMPARE(wrong + locked, 100);
    QCOMPARE(wrong, 5);
}

void AccountsTest::aTokenIsGoodForItsAgentAlone()
{
    const auto signedIn = m_company->in(u"ann"_s);
    QVERIFY(
        m_company->accounts->callerOf(signedIn.token, u"curl/8"_s).error().is(identity::errors::NotSignedIn));
    QVERIFY(m_company->callerOf(signedIn.token));
}

void AccountsTest::nobodyIsSignedInByAnEmptyOrInventedToken()
{
    const auto signedIn = m_company->in(u"ann"_s);
    const std::vector<QByteArray> invented{QByteArray(),
                                           "0",
                                           QByteArray(1 << 20, '0'),
                                           signedIn.token.toUpper() + '0',
                                           signedIn.token.chopped(1),
                                           signedIn.session.id.toString().toLatin1()};
    for (const QByteArray &token : invented)
        QVERIFY(m_company->callerOf(token).error().is(identity::errors::NotSignedIn));
}

void AccountsTest::anUnusedSessionEnds()
{
    const auto signedIn = m_company->in(u"ann"_s);
    m_company->clock.advance(29min);
    QVERIFY(m_company->callerOf(signedIn.token)); // a use: thirty minutes more
    m_company->clock.advance(29min);
    QVERIFY(m_company->accounts->isAlive(signedIn.session.id)); // is none
    QCOMPARE(m_company->accounts->sessions().front().lastUsed, signedIn.session.since + 29min);
    m_company->clock.advance(1min);
    QVERIFY(!m_company->accounts->isAlive(signedIn.session.id));
    QVERIFY(!m_company->callerOf(signedIn.token));
}

void AccountsTest::aUsedSessionEndsToo()
{
    const auto signedIn = m_company->in(u"ann"_s);
    for (int quarters = 0; quarters < 47; ++quarters) {
        m_company->clock.advance(15min);
        QVERIFY(m_company->callerOf(signedIn.token));
    }
    m_company->clock.advance(15min);
    QVERIFY(!m_company->callerOf(signedIn.token)); // twelve hours
}

void AccountsTest::endedSessionsAreHeardOfThoughNobodyAsks()
{
    std::vector<SessionId> ended;
    m_company->accounts->setSessionEnded([&](SessionId session) { ended.push_back(session); });
    const auto signedIn = m_company->in(u"ann"_s);
    m_company->clock.advance(32min);
    QCOMPARE(ended, std::vector{signedIn.session.id});
    QCOMPARE(m_company->clock.pending(), 0U); // and nothing is left that ticks
}

void AccountsTest::afterSigningOutTheTokenIsWorthNothing()
{
    const auto first = m_company->in(u"ann"_s);
    const auto second = m_company->in(u"ann"_s);
    QVERIFY(first.token != second.token);
    m_company->accounts->signOut(first.token);
    QVERIFY(!m_company->callerOf(first.token));
    QVERIFY(m_company->callerOf(second.token));
}

void AccountsTest::aTerminatedSessionIsGone()
{
    const auto signedIn = m_company->in(u"ann"_s);
    QVERIFY(m_company->accounts->terminate(signedIn.session.id));
    QVERIFY(!m_company->callerOf(signedIn.token));
    QVERIFY(m_company->accounts->terminate(signedIn.session.id).error().is(core::errors::NotFound));
}

void AccountsTest::aNewPasswordEndsTheSessionsOfTheOld()
{
    const auto signedIn = m_company->in(u"ann"_s);
    m_company->set(m_company->ann, u"battery staple"_s);
    QVERIFY(!m_company->callerOf(signedIn.token));
    QVERIFY(!m_company->signIn(u"ann"_s));
    QVERIFY(m_company->signIn(u"ann"_s, u"battery staple"_s));
}

void AccountsTest::aDisabledOrDeletedUserIsNobody()
{
    const auto signedIn = m_company->in(u"ann"_s);
    model::User disabled = m_company->ann;
    disabled.disabled = true;
    m_company->inventory.put(disabled);
    QVERIFY(!m_company->callerOf(signedIn.token));
    m_company->inventory.put(m_company->ann);
    QVERIFY(m_company->callerOf(signedIn.token));
    m_company->inventory.remove(m_company->ann.id);
    QVERIFY(!m_company->callerOf(signedIn.token));
    QVERIFY(!m_company->signIn(u"ann"_s));
}

void AccountsTest::aNewUserOfTheSameNameIsSomebodyElse()
{
    const auto signedIn = m_company->in(u"ann"_s);
    m_company->inventory.remove(m_company->ann.id);
    m_company->inventory.put(model::User{.id = UserId::random(), .name = u"ann"_s});
    QVERIFY(!m_company->callerOf(signedIn.token));
    QVERIFY(!m_company->signIn(u"ann"_s));
}

void AccountsTest::whoeverIsForgottenLeavesNothing()
{
    const auto signedIn = m_company->in(u"ann"_s);
    const auto caller = m_company->callerOf(signedIn.token);
    QVERIFY(waitFor(m_company->accounts->createToken(*caller, TokenRequest{.label = u"backup"_s})));
    QVERIFY(waitFor(m_company->accounts->forget(m_company->ann.id)));
    QVERIFY(!m_company->accounts->hasPassword(m_company->ann.id));
    QVERIFY(m_company->accounts->sessions().empty());
    QVERIFY(m_company->accounts->tokens(QString()).empty());
    const auto left = waitFor(m_company->store.secrets(QString()));
    QCOMPARE(left->keys(), QStringList{u"password/"_s + m_company->bob.id.toString()});
}

void AccountsTest::passwordsOutliveARestart()
{
    const auto signedIn = m_company->in(u"ann"_s);
    m_company->start();
    QVERIFY(m_company->accounts->hasPassword(m_company->ann.id));
    QVERIFY(m_company->signIn(u"ann"_s));
    QVERIFY(!m_company->callerOf(signedIn.token)); // sessions do not
    const auto kept = waitFor(m_company->store.secrets(u"password/"_s));
    for (const QByteArray &hash : *kept)
        QVERIFY(hash.startsWith("$argon2id$"));
}

void AccountsTest::aFullDatabaseKeepsTheOldPassword()
{
    m_company->store.full = true;
    const auto refused = waitFor(m_company->accounts->setPassword(m_company->ann, u"battery staple"_s));
    QVERIFY(refused.error().is(persistence::errors::Full));
    QVERIFY(!m_company->signIn(u"ann"_s, u"battery staple"_s));
    QVERIFY(m_company->signIn(u"ann"_s));
}

void AccountsTest::aHashOfAnotherCostIsReplacedAtTheNextSignIn()
{
    const QString name = u"password/"_s + m_company->ann.id.toString();
    const QByteArray before = waitFor(m_company->store.secrets(name))->value(name);
    m_company->start({.passes = 2, .memoryBytes = 128 * 1024});
    QVERIFY(m_company->signIn(u"ann"_s));
    QTRY_VERIFY(waitFor(m_company->store.secrets(name))->value(name).contains("m=128,t=2"));
    QVERIFY(before.contains("m=64,t=1"));
    QVERIFY(m_company->signIn(u"ann"_s));
}

void AccountsTest::weakPasswordsAreRefused_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("reason");
    QTest::newRow("empty") << QString() << u"too-short"_s;
    QTest::newRow("seven") << u"1234567"_s << u"too-short"_s;
    QTest::newRow("four beyond the first plane") << u"😀😀😀😀"_s << u"too-short"_s;
    QTest::newRow("1,025 bytes") << QString(1025, u'x') << u"too-long"_s;
    QTest::newRow("1,026 bytes of é") << QString(513, u'é') << u"too-long"_s;
    QTest::newRow("his name") << u"Christine"_s << u"user-name"_s;
    QTest::newRow("eight") << u"12345678"_s << QString();
    QTest::newRow("1,024 bytes") << QString(1024, u'x') << QString();
}

void AccountsTest::weakPasswordsAreRefused()
{
    QFETCH(QString, password);
    QFETCH(QString, reason);
    const model::User user{.id = UserId::random(), .name = u"christine"_s};
    const auto set = waitFor(m_company->accounts->setPassword(user, password));
    QCOMPARE(set.has_value(), reason.isEmpty());
    QCOMPARE(m_company->accounts->hasPassword(user.id), reason.isEmpty());
    if (!set) {
        QVERIFY(set.error().is(identity::errors::WeakPassword));
        QCOMPARE(set.error().params.value(u"reason").toString(), reason);
    }
}

void AccountsTest::theEmbeddedCoresTokenIsItsUsers()
{
    m_company->accounts->setFixedToken("the core's own", u"local\\unix"_s);
    const auto caller = m_company->accounts->callerOf("the core's own", u"anything"_s);
    QVERIFY(caller);
    QCOMPARE(caller->identity, access::Identity{.principal = u"local\\unix"_s});
    QVERIFY(caller->session.isNull());
    QVERIFY(!m_company->callerOf("the core's"));
}

QTEST_GUILESS_MAIN(AccountsTest)
#include "accountstest.moc"
