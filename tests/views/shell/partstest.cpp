// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/support/world.h"
#include "views/addhost/hosturi.h"
#include "views/inventory/beneath.h"
#include "views/shell/connection.h"
#include "views/shell/navigationhistory.h"
#include "views/shell/searchresults.h"

#include <QElapsedTimer>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace core::model;
using views::Connection;
using views::HostUri;
using views::Place;
using views::SavedConnections;

class PartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aUriIsItsFields_data();
    void aUriIsItsFields();
    void aUriWithMoreInItIsLeftAlone_data();
    void aUriWithMoreInItIsLeftAlone();
    void connectionsAreRememberedLastUsedFirst();
    void goingSomewhereNewForgetsWhatWasAhead();
    void whatIsBeneathIsFoundInEveryView();
    void theNameItselfComesBeforeWhatContainsIt();
    void aSearchTellsHowManyMoreThereAre();

private:
    QTemporaryDir m_config;
};

void PartsTest::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_config.path());
    QCoreApplication::setOrganizationName(u"Vigie"_s);
    QCoreApplication::setApplicationName(u"vigie"_s);
}

void PartsTest::aUriIsItsFields_data()
{
    using enum HostUri::Transport;
    QTest::addColumn<HostUri>("fields");
    QTest::addColumn<QString>("text");
    QTest::newRow("local") << HostUri{} << u"qemu:///system"_s;
    QTest::newRow("socket") << HostUri{.transport = Local, .socket = u"/run/h1/sock"_s}
                            << u"qemu+unix:///system?socket=/run/h1/sock"_s;
    QTest::newRow("ssh") << HostUri{.transport = Ssh, .user = u"root"_s, .host = u"h1"_s, .port = 2222}
                         << u"qemu+ssh://root@h1:2222/system"_s;
    QTest::newRow("ssh, own name") << HostUri{.transport = Ssh, .host = u"h1"_s} << u"qemu+ssh://h1/system"_s;
    QTest::newRow("ipv6") << HostUri{.transport = Tls, .host = u"2001:db8::7"_s}
                          << u"qemu+tls://[2001:db8::7]/system"_s;
    QTest::newRow("test") << HostUri{.transport = Test} << u"test:///default"_s;
}

void PartsTest::aUriIsItsFields()
{
    QFETCH(const HostUri, fields);
    QFETCH(const QString, text);
    QCOMPARE(views::toString(fields), text);
    QVERIFY(views::hostUriFrom(text) == fields);
}

void PartsTest::aUriWithMoreInItIsLeftAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("option") << u"qemu+ssh://root@h1/system?keyfile=/root/key"_s;
    QTest::newRow("session") << u"qemu:///session"_s;
    QTest::newRow("another hypervisor") << u"xen+ssh://root@h1/system"_s;
    QTest::newRow("nothing") << QString();
    QTest::newRow("nonsense") << u"::::"_s;
}

void PartsTest::aUriWithMoreInItIsLeftAlone()
{
    QFETCH(const QString, text);
    QVERIFY(!views::hostUriFrom(text));
}

void PartsTest::connectionsAreRememberedLastUsedFirst()
{
    using enum Connection::Kind;
    SavedConnections::remember({.kind = SingleHost, .target = u"qemu+ssh://h1/system"_s, .name = u"First"_s});
    QTest::qWait(2); // the order is that of the clock
    SavedConnections::remember({.kind = Embedded, .target = u"/srv/core"_s});
    QTest::qWait(2);
    SavedConnections::remember({.kind = SingleHost, .target = u"qemu+ssh://h1/system"_s});
    const auto all = SavedConnections::all();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0].label(), u"First"_s); // an unnamed use keeps the name
    QCOMPARE(all[1].target, u"/srv/core"_s);
    SavedConnections::forget(all[0]);
    QCOMPARE(SavedConnections::all().size(), 1);
}

void PartsTest::goingSomewhereNewForgetsWhatWasAhead()
{
    const auto place = [] { return Place{.object = core::VmId::random()}; };
    const Place a = place();
    const Place b = place();
    const Place c = place();
    views::NavigationHistory history;
    QVERIFY(history.visit(a));
    QVERIFY(!history.visit(a)); // we are there
    QVERIFY(history.visit(b));
    QVERIFY(!history.canGoForward());
    QCOMPARE(history.back(), a);
    QVERIFY(!history.canGoBack());
    QVERIFY(history.canGoForward());
    history.visit(c);
    QVERIFY(!history.canGoForward());
    QCOMPARE(history.back(), a);
}

void PartsTest::whatIsBeneathIsFoundInEveryView()
{
    tests::FakeCore fake;
    const tests::World world = tests::fill(fake);
    for (const ObjectRef &top :
         {ObjectRef(), ObjectRef(world.datacenter), ObjectRef(world.cluster), ObjectRef(world.h1),
          ObjectRef(world.web), ObjectRef(world.store), ObjectRef(world.network)})
        QVERIFY(views::isBeneath(world.web, top, fake.inventory));
    for (const ObjectRef &other : {ObjectRef(world.h2), ObjectRef(world.db)})
        QVERIFY(!views::isBeneath(world.web, other, fake.inventory));
    QVERIFY(!views::isBeneath(world.datacenter, world.h1, fake.inventory));
}

void PartsTest::theNameItselfComesBeforeWhatContainsIt()
{
    tests::FakeCore fake;
    const tests::World world = tests::fill(fake);
    auto copy = tests::makeVm(core::VmId::random(), u"old-web"_s, world.h2, PowerState::Off);
    fake.inventory.put(copy);
    copy.id = core::VmId::random();
    copy.name = u"web2"_s;
    fake.inventory.put(copy);
    const auto answer = views::search(Query::parse(u"WEB"_s), fake.inventory, 10);
    QCOMPARE(answer.total, 3);
    QCOMPARE(nameOf(answer.best[0].object), u"web"_s);
    QCOMPARE(nameOf(answer.best[1].object), u"web2"_s);
    QCOMPARE(answer.best[0].path, u"Paris / Prod / h1"_s);
}

void PartsTest::aSearchTellsHowManyMoreThereAre()
{
    tests::FakeCore fake;
    const tests::World world = tests::fill(fake);
    for (int i = 0; i < 40'000; ++i)
        fake.inventory.put(
            tests::makeVm(core::VmId::random(), u"machine%1"_s.arg(i), world.h1, PowerState::Off));
    QElapsedTimer timer;
    timer.start();
    auto answer = views::search(Query::parse(u"machine"_s), fake.inventory, 50);
    qInfo() << "40,000 objects searched in ms" << timer.elapsed();
    QCOMPARE(answer.total, 40'000);
    QCOMPARE(answer.best.size(), size_t(50));
    views::SearchResultsModel model;
    model.setAnswer(std::move(answer));
    QCOMPARE(model.rowCount(), 51);
    QVERIFY(!model.refAt(model.index(50)));
    QVERIFY(!model.flags(model.index(50)).testFlag(Qt::ItemIsSelectable));
}

QTEST_MAIN(PartsTest)
#include "partstest.moc"
