// SPDX-License-Identifier: GPL-3.0-or-later
// API tokens: what they may, how long, and that nothing but their digest is kept.
#include "tests/core/identity/accountsfixture.h"

#include <QTest>

using namespace core;
using namespace core::identity;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::model::Privilege;
using tests::waitFor;

class TokensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_company = std::make_unique<tests::Company>();
        m_signedIn = m_company->in(u"ann"_s);
    }
    void cleanup() { m_company.reset(); }

    void aTokenActsForItsUserWhateverTheAgent();
    void aTokenOfSomePrivilegesIsLimitedToThem();
    void onlyASessionMakesTokens();
    void anExpiredTokenIsWorthNothing();
    void aRevokedTokenIsWorthNothingAlsoAfterARestart();
    void aTokenThatCannotBeRevokedIsStillGood();
    void tokensOutliveARestartAndAreKeptAsDigestsOnly();
    void theLastUseIsKeptToTheHour();
    void aTokenFollowsItsUser();
    void badRequestsAreRefused_data();
    void badRequestsAreRefused();
    void aUserHasAtMostAHundred();

private:
    Result<NewToken> create(const TokenRequest &request)
    {
        return waitFor(m_company->accounts->createToken(*m_company->callerOf(m_signedIn.token), request));
    }
    [[nodiscard]] Result<Caller> callerOf(const QByteArray &token) const
    {
        return m_company->accounts->callerOf(token, u"cron"_s);
    }

    std::unique_ptr<tests::Company> m_company;
    SignedIn m_signedIn;
};

void TokensTest::aTokenActsForItsUserWhateverTheAgent()
{
    const auto token = create({.label = u"backup"_s});
    QVERIFY(token);
    const auto caller = callerOf(token->token);
    QVERIFY(caller);
    QCOMPARE(caller->identity.principal, u"local\\ann"_s);
    QCOMPARE(caller->identity.groups, std::vector{u"local\\ops"_s});
    QVERIFY(!caller->identity.limit);
    QCOMPARE(caller->token, token->info.id);
    QVERIFY(caller->session.isNull());
}

void TokensTest::aTokenOfSomePrivilegesIsLimitedToThem()
{
    const auto token = create(
        {.label = u"power"_s,
         .privileges = {Privilege::VmInteractPowerOn, Privilege::SystemView, Privilege::VmInteractPowerOn}});
    QVERIFY(token);
    QCOMPARE(token->info.privileges, (std::vector{Privilege::SystemView, Privilege::VmInteractPowerOn}));
    const auto limit = callerOf(token->token)->identity.limit;
    QVERIFY(limit);
    QCOMPARE(*limit, (model::PrivilegeSet{Privilege::SystemView, Privilege::VmInteractPowerOn}));
}

void TokensTest::onlyASessionMakesTokens()
{
    const auto token = create({.label = u"narrow"_s, .privileges = {Privilege::SystemView}});
    const TokenRequest wide{.label = u"wide"_s};
    const auto byToken = waitFor(m_company->accounts->createToken(*callerOf(token->token), wide));
    QVERIFY(byToken.error().is(identity::errors::SessionNeeded));
    const auto ended = m_company->callerOf(m_signedIn.token);
    m_company->accounts->signOut(m_signedIn.token);
    QVERIFY(
        waitFor(m_company->accounts->createToken(*ended, wide)).error().is(identity::errors::SessionNeeded));
}

void TokensTest::anExpiredTokenIsWorthNothing()
{
    const auto token = create({.label = u"a day"_s, .expires = m_company->clock.now() + 24h});
    m_company->clock.advance(24h - 1ms);
    QVERIFY(callerOf(token->token));
    m_company->clock.advance(1ms);
    QVERIFY(callerOf(token->token).error().is(identity::errors::NotSignedIn));
}

void TokensTest::aRevokedTokenIsWorthNothingAlsoAfterARestart()
{
    const auto token = create({.label = u"backup"_s});
    QVERIFY(waitFor(m_company->accounts->revokeToken(token->info.id)));
    QVERIFY(!callerOf(token->token));
    QVERIFY(waitFor(m_company->accounts->revokeToken(token->info.id)).error().is(core::errors::NotFound));
    m_company->start();
    QVERIFY(!callerOf(token->token));
}

void TokensTest::aTokenThatCannotBeRevokedIsStillGood()
{
    const auto token = create({.label = u"backup"_s});
    m_company->store.full = true;
    QVERIFY(waitFor(m_company->accounts->revokeToken(token->info.id)).error().is(persistence::errors::Full));
    QVERIFY(callerOf(token->token));
    QVERIFY(create({.label = u"other"_s}).error().is(persistence::errors::Full));
    QCOMPARE(m_company->accounts->tokens(QString()).size(), 1U);
}

void TokensTest::tokensOutliveARestartAndAreKeptAsDigestsOnly()
{
    const auto token = create({.label = u"backup"_s, .privileges = {Privilege::SystemView}});
    const auto kept = waitFor(m_company->store.secrets(u"token/"_s));
    QCOMPARE(kept->size(), 1);
    QVERIFY(!kept->begin()->contains(token->token));
    m_company->start();
    QVERIFY(callerOf(token->token));
    QCOMPARE(m_company->accounts->token(token->info.id)->label, u"backup"_s);
    QCOMPARE(callerOf(token->token)->identity.limit, model::PrivilegeSet{Privilege::SystemView});
}

void TokensTest::theLastUseIsKeptToTheHour()
{
    const auto token = create({.label = u"backup"_s});
    const auto lastUsed = [&] { return m_company->accounts->token(token->info.id)->lastUsed; };
    QVERIFY(!lastUsed());
    const Instant first = m_company->clock.now();
    QVERIFY(callerOf(token->token));
    m_company->clock.advance(59min);
    QVERIFY(callerOf(token->token));
    QCOMPARE(*lastUsed(), first);
    m_company->clock.advance(1min);
    QVERIFY(callerOf(token->token));
    QCOMPARE(*lastUsed(), first + 1h);
    m_company->start();
    QCOMPARE(*lastUsed(), first + 1h);
}

void TokensTest::aTokenFollowsItsUser()
{
    const auto token = create({.label = u"backup"_s});
    model::User renamed = m_company->ann;
    renamed.name = u"anna"_s;
    m_company->inventory.put(renamed);
    QCOMPARE(callerOf(token->token)->identity.principal, u"local\\anna"_s);
    QCOMPARE(m_company->accounts->tokens(u"local\\anna"_s).size(), 1U);
    QVERIFY(m_company->accounts->tokens(u"local\\ann"_s).empty());
    renamed.disabled = true;
    m_company->inventory.put(renamed);
    QVERIFY(!callerOf(token->token));
}

void TokensTest::badRequestsAreRefused_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<int>("expiresInSeconds");
    QTest::newRow("no label") << QString() << 60;
    QTest::newRow("blank label") << u"  "_s << 60;
    QTest::newRow("long label") << QString(81, u'x') << 60;
    QTest::newRow("line break") << u"a\nb"_s << 60;
    QTest::newRow("expired") << u"backup"_s << 0;
}

void TokensTest::badRequestsAreRefused()
{
    QFETCH(QString, label);
    QFETCH(int, expiresInSeconds);
    const Instant expires = m_company->clock.now() + std::chrono::seconds(expiresInSeconds);
    QVERIFY(create({.label = label, .expires = expires}).error().is(core::errors::InvalidArgument));
    QVERIFY(m_company->accounts->tokens(QString()).empty());
}

void TokensTest::aUserHasAtMostAHundred()
{
    for (int i = 0; i < 100; ++i)
        QVERIFY(create({.label = QString::number(i)}));
    const auto refused = create({.label = u"one more"_s});
    QVERIFY(refused.error().is(identity::errors::TooManyTokens));
    QCOMPARE(refused.error().params.value(u"limit").toInt(), 100);
}

QTEST_GUILESS_MAIN(TokensTest)
#include "tokenstest.moc"
