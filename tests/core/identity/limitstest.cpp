// SPDX-License-Identifier: GPL-3.0-or-later
// How often somebody may try, and that who tries endlessly costs no endless memory.
#include "core/identity/lockout.h"
#include "core/identity/ratelimit.h"
#include "core/simulation/simulatedclock.h"

#include <QTest>

using namespace core;
using namespace core::identity;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class LimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failuresFarApartDoNotLock();
    void aLockLastsFromTheLastFailureAndIsNotExtendedByTrying();
    void anAttemptWithoutAnAnswerIsTakenBack();
    void theQuietestNameIsForgottenFirst();
    void aNetworkIsWhatOneMachineHas_data();
    void aNetworkIsWhatOneMachineHas();
    void aBurstIsAllowedThenTheRate();
    void refusedRequestsTakeNothing();
    void whatIsGivenBackDoesNotCount();
    void keysDoNotDisturbEachOther();
    void keysBeyondTheMostShareOne();
    void whoIsQuietIsForgotten();
};

void LimitsTest::failuresFarApartDoNotLock()
{
    simulation::SimulatedClock clock;
    Lockout lockout(clock, {});
    for (int i = 0; i < 50; ++i) {
        QVERIFY(!lockout.attempt(u"ann"_s));
        clock.advance(45s); // four in three minutes
    }
}

void LimitsTest::aLockLastsFromTheLastFailureAndIsNotExtendedByTrying()
{
    simulation::SimulatedClock clock;
    Lockout lockout(clock, {});
    for (int i = 0; i < 5; ++i) {
        QVERIFY(!lockout.attempt(u"ann"_s));
        clock.advance(10s);
    }
    for (int i = 0; i < 17; ++i) {
        QCOMPARE(lockout.attempt(u"ann"_s), std::optional<Duration>(170s - i * 10s));
        clock.advance(10s);
    }
    QVERIFY(!lockout.attempt(u"ann"_s));
}

void LimitsTest::anAttemptWithoutAnAnswerIsTakenBack()
{
    simulation::SimulatedClock clock;
    Lockout lockout(clock, {});
    for (int i = 0; i < 20; ++i) {
        QVERIFY(!lockout.attempt(u"ann"_s));
        lockout.takeBack(u"ann"_s);
    }
    lockout.takeBack(u"nobody"_s);
    for (int i = 0; i < 5; ++i)
        QVERIFY(!lockout.attempt(u"ann"_s));
    QVERIFY(lockout.attempt(u"ann"_s));
}

void LimitsTest::theQuietestNameIsForgottenFirst()
{
    simulation::SimulatedClock clock;
    Lockout lockout(clock, {.failures = 1, .locked = 1h, .keys = 2});
    for (const auto &name : {u"first"_s, u"second"_s, u"third"_s}) {
        QVERIFY(!lockout.attempt(name));
        clock.advance(1s);
    }
    QVERIFY(lockout.attempt(u"second"_s));
    QVERIFY(lockout.attempt(u"third"_s));
    QVERIFY(!lockout.attempt(u"first"_s));
}

void LimitsTest::aNetworkIsWhatOneMachineHas_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("network");
    QTest::newRow("IPv4") << u"192.0.2.7"_s << u"192.0.2.7"_s;
    QTest::newRow("mapped") << u"::ffff:192.0.2.7"_s << u"192.0.2.7"_s;
    QTest::newRow("IPv6") << u"2001:db8:1:2:3:4:5:6"_s << u"2001:db8:1:2::/64"_s;
    QTest::newRow("IPv6 of another spelling") << u"2001:0DB8:1:2::99"_s << u"2001:db8:1:2::/64"_s;
    QTest::newRow("zone") << u"fe80::1%eth0"_s << u"fe80::/64"_s;
    QTest::newRow("loopback") << u"::1"_s << u"::/64"_s;
    QTest::newRow("no address") << u"local socket"_s << u"local socket"_s;
    QTest::newRow("empty") << QString() << QString();
}

void LimitsTest::aNetworkIsWhatOneMachineHas()
{
    QFETCH(QString, address);
    QTEST(networkOf(address), "network");
}

void LimitsTest::aBurstIsAllowedThenTheRate()
{
    simulation::SimulatedClock clock;
    RateLimit limit(clock, signInRate);
    for (int i = 0; i < 5; ++i)
        QVERIFY(!limit.take(u"192.0.2.7"_s));
    QCOMPARE(limit.take(u"192.0.2.7"_s), std::optional<Duration>(12s));
    int allowed = 0;
    for (int seconds = 0; seconds < 600; ++seconds) {
        clock.advance(1s);
        allowed += limit.take(u"192.0.2.7"_s) ? 0 : 1;
    }
    QVERIFY2(allowed >= 49 && allowed <= 50, qPrintable(QString::number(allowed))); // five a minute
}

void LimitsTest::refusedRequestsTakeNothing()
{
    simulation::SimulatedClock clock;
    RateLimit limit(clock, {.perSecond = 1, .burst = 1});
    QVERIFY(!limit.take(u"a"_s));
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(limit.take(u"a"_s), std::optional<Duration>(1s));
    clock.advance(1s);
    QVERIFY(!limit.take(u"a"_s));
}

void LimitsTest::whatIsGivenBackDoesNotCount()
{
    simulation::SimulatedClock clock;
    RateLimit limit(clock, {.perSecond = 1, .burst = 2});
    for (int i = 0; i < 50; ++i) {
        QVERIFY(!limit.take(u"a"_s));
        limit.giveBack(u"a"_s);
    }
    limit.giveBack(u"a"_s); // never more than there were
    QVERIFY(!limit.take(u"a"_s) && !limit.take(u"a"_s));
    QVERIFY(limit.take(u"a"_s).has_value());
    limit.giveBack(u"nobody"_s);
    QCOMPARE(limit.keys(), 1);
}

void LimitsTest::keysDoNotDisturbEachOther()
{
    simulation::SimulatedClock clock;
    RateLimit limit(clock, {.perSecond = 1, .burst = 1});
    QVERIFY(!limit.take(u"a"_s));
    QVERIFY(!limit.take(u"b"_s));
    QVERIFY(limit.take(u"a"_s));
}

void LimitsTest::keysBeyondTheMostShareOne()
{
    simulation::SimulatedClock clock;
    RateLimit limit(clock, {.perSecond = 1, .burst = 2}, 100);
    int allowed = 0;
    for (int i = 0; i < 10'000; ++i)
        allowed += limit.take(QString::number(i)) ? 0 : 1;
    QCOMPARE(allowed, 102);
    QVERIFY(limit.keys() <= 101);
    QVERIFY(!limit.take(u"0"_s)); // who was there before keeps his own
}

void LimitsTest::whoIsQuietIsForgotten()
{
    simulation::SimulatedClock clock;
    RateLimit limit(clock, {.perSecond = 1, .burst = 2}, 100);
    for (int i = 0; i < 100; ++i)
        QVERIFY(!limit.take(QString::number(i)));
    clock.advance(10s);
    QVERIFY(!limit.take(u"new"_s));
    QCOMPARE(limit.keys(), 1);
}

QTEST_GUILESS_MAIN(LimitsTest)
#include "limitstest.moc"
