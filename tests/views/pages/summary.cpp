// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/support/world.h"
#include "views/cluster/containersummarypage.h"
#include "views/host/hostsummarypage.h"
#include "views/vm/vmsummarypage.h"
#include "views/widgets/commandbox.h"
#include "views/widgets/factbox.h"
#include "views/widgets/linkbutton.h"
#include "views/widgets/memorybar.h"
#include "views/widgets/noticebar.h"
#include "views/widgets/usagebar.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace core::literals;
using namespace std::chrono_literals;
using core::api::client::Session;
using core::model::ObjectRef;
using tests::coreOf;

class TestSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void memoryIsDividedIntoVmsSystemAndFree();
    void memoryIsNotGuessedWithoutAMeasure();
    void unmeasuredVmsAreSaidToBeInTheSystemsPart();
    void sumOfVmsAboveTheHostsFigureLeavesNoNegativePart();
    void narrowSegmentsBecomeOne();
    void arrowKeysWalkTheMemoryBarAndEnterGoesToTheVm();
    void hostPageNamesTheHypervisorsType();
    void silentHostCountsItsAgeUp();
    void vmPageShowsDisksAdaptersAndLinks();
    void commandsAreGreyedWithTheReason();
    void hostileNamesStayText();
    void staleVmIsNotShownAsOff();
    void datastorePageShowsItsSpaceAndHosts();
    void clusterAddsUpItsHosts();
    void unchangedFactsKeepTheirWidgets();
    void refreshWithFortyThousandVmsStaysShort();
};

namespace {

QString valueOf(const QWidget &page, const QString &key)
{
    const auto *label = page.findChild<QLabel *>(u"value."_s + key);
    const auto *link = page.findChild<views::LinkButton *>(u"link."_s + key);
    return label != nullptr ? label->text() : link != nullptr ? link->text() : QString();
}

} // namespace

void TestSummary::memoryIsDividedIntoVmsSystemAndFree()
{
    Session session({});
    const auto world = tests::fill(coreOf(session));
    const auto load = [&](const ObjectRef &ref) { return session.load(ref); };
    const auto segments =
        views::memorySegments(*session.inventory().find(world.h1), session.inventory(), load);
    using Kind = views::MemorySegment::Kind;
    QCOMPARE(segments.size(), 4U);
    QVERIFY(segments[0]
            == (views::MemorySegment{.kind = Kind::Vm, .vm = world.web, .name = u"web"_s, .size = 1_GiB}));
    QVERIFY(segments[1]
            == (views::MemorySegment{.kind = Kind::Vm, .vm = world.db, .name = u"db"_s, .size = 512_MiB}));
    QVERIFY(segments[2]
            == (views::MemorySegment{.kind = Kind::System, .size = 3_GiB - 1536_MiB, .count = 0}));
    QVERIFY(segments[3] == (views::MemorySegment{.kind = Kind::Free, .size = 5_GiB}));
}

void TestSummary::memoryIsNotGuessedWithoutAMeasure()
{
    Session session({});
    const auto world = tests::fill(coreOf(session));
    coreOf(session).loads.remove(world.h1);
    const auto load = [&](const ObjectRef &ref) { return session.load(ref); };
    QVERIFY(views::memorySegments(*session.inventory().find(world.h1), session.inventory(), load).empty());
}

void TestSummary::unmeasuredVmsAreSaidToBeInTheSystemsPart()
{
    Session session({});
    const auto world = tests::fill(coreOf(session));
    coreOf(session).loads.remove(world.db);
    const auto load = [&](const ObjectRef &ref) { return session.load(ref); };
    const auto segments =
        views::memorySegments(*session.inventory().find(world.h1), session.inventory(), load);
    QCOMPARE(segments[1].kind, views::MemorySegment::Kind::System);
    QCOMPARE(segments[1].count, 1);
    QVERIFY(views::describe(segments[1]).contains(u"not measured"));
}

void TestSummary::sumOfVmsAboveTheHostsFigureLeavesNoNegativePart()
{
    Session session({});
    const auto world = tests::fill(coreOf(session));
    tests::setLoad(coreOf(session), world.h1, 0.2, 1_GiB);
    const auto load = [&](const ObjectRef &ref) { return session.load(ref); };
    core::Bytes sum;
    for (const auto &segment :
         views::memorySegments(*session.inventory().find(world.h1), session.inventory(), load)) {
        QVERIFY(segment.size.count() > 0);
        sum += segment.size;
    }
    QCOMPARE(sum, 8_GiB);
}

void TestSummary::narrowSegmentsBecomeOne()
{
    std::vector<views::MemorySegment> segments;
    for (int i = 0; i < 500; ++i)
        segments.push_back({.kind = views::MemorySegment::Kind::Vm,
                            .vm = core::VmId::random(),
                            .size = core::Bytes(i == 0 ? 500 : 1)});
    const auto merged = views::mergedToFit(segments, 400, 6);
    QCOMPARE(merged.size(), 2U);
    QCOMPARE(merged[1].kind, views::MemorySegment::Kind::SmallerVms);
    QCOMPARE(merged[1].count, 499);
    QCOMPARE(merged[1].size, core::Bytes(499));
}

void TestSummary::arrowKeysWalkTheMemoryBarAndEnterGoesToTheVm()
{
    const core::VmId a = core::VmId::random();
    const core::VmId b = core::VmId::random();
    views::MemoryBar bar;
    bar.resize(400, 40);
    bar.setSegments({{.kind = views::MemorySegment::Kind::Vm, .vm = a, .name = u"a"_s, .size = 1_GiB},
                     {.kind = views::MemorySegment::Kind::Vm, .vm = b, .name = u"b"_s, .size = 1_GiB},
                     {.kind = views::MemorySegment::Kind::Free, .size = 2_GiB}});
    bar.show();
    QVERIFY(QTest::qWaitForWindowActive(&bar));
    auto *first = bar.findChild<QAbstractButton *>(u"segment."_s + toString(ObjectRef(a)));
    auto *second = bar.findChild<QAbstractButton *>(u"segment."_s + toString(ObjectRef(b)));
    QVERIFY(first != nullptr && second != nullptr);
    QVERIFY(first->accessibleName().contains(u"a"));
    QVERIFY(std::abs(first->width() - second->width()) <= 1); // in proportion, but for rounding
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Right);
    QCOMPARE(QApplication::focusWidget(), second);
    QSignalSpy activated(&bar, &views::MemoryBar::vmActivated);
    QTest::keyClick(second, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QVERIFY(activated[0][0].value<ObjectRef>() == ObjectRef(b));
    // The next figures must not take the keyboard's place away.
    bar.setSegments({{.kind = views::MemorySegment::Kind::Vm, .vm = b, .name = u"b"_s, .size = 2_GiB},
                     {.kind = views::MemorySegment::Kind::Free, .size = 2_GiB}});
    QCOMPARE(QApplication::focusWidget()->objectName(), u"segment."_s + toString(ObjectRef(b)));
}

void TestSummary::hostPageNamesTheHypervisorsType()
{
    Session session({});
    const auto world = tests::fill(coreOf(session));
    views::HostSummaryPage page(session);
    page.setObject(world.h1);
    page.show();
    QCOMPARE(valueOf(page, u"version"_s), u"QEMU 7.2.0"_s);
    QVERIFY(!valueOf(page, u"type"_s).isEmpty());
    QCOMPARE(valueOf(page, u"explanation"_s),
             views::HostSummaryPage::explanation(core::model::HypervisorType::Emulation));
    QVERIFY(valueOf(page, u"vms"_s).contains(u"2"));
    QVERIFY(!page.findChild<views::NoticeBar *>()->isVisible());
}

void TestSummary::silentHostCountsItsAgeUp()
{
    Session session({});
    auto &fake = coreOf(session);
    const auto world = tests::fill(fake);
    auto host = *fake.inventory.find(world.h1);
    host.state = core::model::HostState::NotResponding;
    host.lastSeen = std::chrono::time_point_cast<core::Duration>(std::chrono::system_clock::now()) - 12s;
    fake.inventory.put(host);
    views::HostSummaryPage page(session);
    page.setObject(world.h1);
    page.show();
    const auto *notice = page.findChild<views::NoticeBar *>();
    const QString before = notice->sentence();
    QVERIFY2(before.contains(u"h1") && before.contains(u"12"), qPrintable(before));
    QVERIFY(!page.findChild<views::MemoryBar *>()->isVisible()); // old figures are not shown as current
    QTRY_VERIFY_WITH_TIMEOUT(notice->sentence() != before, 3000);
}

void TestSummary::vmPageShowsDisksAdaptersAndLinks()
{
    Session session({});
    const auto world = tests::fill(coreOf(session));
    views::VmSummaryPage page(session);
    page.setObject(world.web);
    page.show();
    QVERIFY(valueOf(page, u"vda"_s).contains(u"ds1"));
    QVERIFY(valueOf(page, u"52:54:00:00:00:01"_s).contains(u"virtio"));
    QVERIFY(valueOf(page, u"addresses"_s).contains(u"2001:db8::7"));
    QVERIFY(!valueOf(page, u"uptime"_s).isEmpty());
    QSignalSpy activated(&page, &views::Page::objectActivated);
    auto *host = page.findChild<views::LinkButton *>(u"link.host"_s);
    QVERIFY(host != nullptr);
    host->setFocus();
    QTest::keyClick(host, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QVERIFY(activated[0][0].value<ObjectRef>() == ObjectRef(world.h1));
}

void TestSummary::commandsAreGreyedWithTheReason()
{
    Session session({});
    const auto world = tests::fill(coreOf(session));
    views::VmSummaryPage page(session);
    page.setObject(world.web);
    page.show();
    auto *on = page.findChild<views::LinkButton *>(u"command.vm.power-on"_s);
    auto *off = page.findChild<views::LinkButton *>(u"command.vm.power-off"_s);
    auto *rename = page.findChild<views::LinkButton *>(u"command.vm.rename"_s);
    QVERIFY(on != nullptr && off != nullptr && rename != nullptr);
    QVERIFY(!on->isEnabled());
    QVERIFY(!on->toolTip().isEmpty());
    QCOMPARE(on->accessibleDescription(), on->toolTip());
    QVERIFY(off->isEnabled());
    QSignalSpy requested(&page, &views::Page::operationRequested);
    off->click();
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested[0][0].toString(), u"vm.power-off"_s);
    page.setObject(world.idle);
    QVERIFY(on->isEnabled());
    QVERIFY2(rename->isEnabled(), qPrintable(rename->toolTip())); // the name is still to be asked for
}

void TestSummary::hostileNamesStayText()
{
    Session session({});
    auto &fake = coreOf(session);
    const auto world = tests::fill(fake);
    auto host = *fake.inventory.find(world.h1);
    host.name = u"<b>%1</b> & <img src='x'>"_s;
    fake.inventory.put(host);
    views::VmSummaryPage page(session);
    page.setObject(world.web);
    page.show();
    QCOMPARE(valueOf(page, u"host"_s), host.name);
    for (const auto *label : page.findChildren<QLabel *>())
        QVERIFY(label->textFormat() == Qt::PlainText || label->text().isEmpty());
}

void TestSummary::staleVmIsNotShownAsOff()
{
    Session session({});
    auto &fake = coreOf(session);
    const auto world = tests::fill(fake);
    auto vm = *fake.inventory.find(world.web);
    vm.stale = true;
    vm.lastSeen = std::chrono::time_point_cast<core::Duration>(std::chrono::system_clock::now()) - 60s;
    fake.inventory.put(vm);
    views::VmSummaryPage page(session);
    page.setObject(world.web);
    page.show();
    QVERIFY(valueOf(page, u"state"_s).contains(u"last seen"));
    QVERIFY(valueOf(page, u"uptime"_s).isEmpty());
}

void TestSummary::datastorePageShowsItsSpaceAndHosts()
{
    Session session({});
    const auto world = tests::fill(coreOf(session));
    views::ContainerSummaryPage page(session);
    page.setObject(world.store);
    page.show();
    QCOMPARE(valueOf(page, world.h2.toString()), u"h2"_s);
    bool found = false;
    for (const auto *bar : page.findChildren<views::UsageBar *>())
        found |= bar->isVisible() && bar->ratio() && qFuzzyCompare(*bar->ratio(), 0.6);
    QVERIFY(found);
}

void TestSummary::clusterAddsUpItsHosts()
{
    Session session({});
    auto &fake = coreOf(session);
    const auto world = tests::fill(fake);
    const auto load = [&](const ObjectRef &ref) { return session.load(ref); };
    auto totals = views::totalsOf(world.cluster, session.inventory(), load);
    QCOMPARE(totals.hosts, 2);
    QCOMPARE(totals.vms, 3);
    QCOMPARE(totals.vmsRunning, 2);
    QCOMPARE(totals.memoryUsed, 4_GiB);
    QCOMPARE(totals.memory, 16_GiB);
    auto host = *fake.inventory.find(world.h2);
    host.state = core::model::HostState::NotResponding; // its old figures no longer count, on either side
    fake.inventory.put(host);
    totals = views::totalsOf(world.cluster, session.inventory(), load);
    QCOMPARE(totals.hostsConnected, 1);
    QCOMPARE(totals.memory, 8_GiB);
    QCOMPARE(totals.memoryUsed, 3_GiB);
}

void TestSummary::unchangedFactsKeepTheirWidgets()
{
    views::FactBox box;
    box.setFacts({{.key = u"a"_s, .label = u"A"_s, .value = u"1"_s},
                  {.key = u"b"_s, .label = u"B"_s, .value = u"2"_s}});
    auto *a = box.findChild<QLabel *>(u"value.a"_s);
    a->setSelection(0, 1);
    box.setFacts({{.key = u"a"_s, .label = u"A"_s, .value = u"1"_s},
                  {.key = u"c"_s, .label = u"C"_s, .value = u"3"_s}});
    QCOMPARE(box.findChild<QLabel *>(u"value.a"_s), a);
    QCOMPARE(a->selectedText(), u"1"_s);
    QVERIFY(box.findChild<QLabel *>(u"value.b"_s) == nullptr);
    QVERIFY(box.findChild<QLabel *>(u"value.c"_s) != nullptr);
}

void TestSummary::refreshWithFortyThousandVmsStaysShort()
{
    Session session({});
    auto &fake = coreOf(session);
    const auto world = tests::fill(fake);
    for (int i = 0; i < 40'000; ++i) {
        const auto id = core::VmId::random();
        fake.inventory.put(tests::makeVm(id, u"vm%1"_s.arg(i), i % 100 == 0 ? world.h1 : world.h2,
                                         core::model::PowerState::Running));
        tests::setLoad(fake, id, 0.1, 1_MiB);
    }
    views::HostSummaryPage host(session);
    views::ContainerSummaryPage root(session);
    host.resize(900, 600);
    root.resize(900, 600);
    host.show();
    root.show();
    QElapsedTimer clock;
    clock.start();
    host.setObject(world.h1);
    const qint64 forHost = clock.restart();
    root.setObject(ObjectRef());
    const qint64 forRoot = clock.restart();
    qInfo("refresh with 40,000 VMs: host %lld ms, root %lld ms", forHost, forRoot);
    QVERIFY(forHost < 500 && forRoot < 500); // the figure is in the log; the limit only catches a blunder
}

QTEST_MAIN(TestSummary)
#include "summary.moc"
