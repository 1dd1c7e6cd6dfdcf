// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/support/world.h"
#include "views/widgets/architectureview.h"
#include "views/widgets/commandbox.h"
#include "views/widgets/gettingstartedpage.h"
#include "views/widgets/linkbutton.h"

#include <QLabel>
#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using core::api::client::Session;
using core::model::Kind;
using core::model::ObjectRef;
using tests::coreOf;
using Part = views::ArchitectureView::Part;

class TestGettingStarted : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindIsExplained();
    void rootShowsTheDrawingAndItsPartsLeadToLiveObjects();
    void arrowKeysWalkThroughTheDrawing();
    void vmLeadsToItsHost();
    void anEmptyCoreOffersItsFirstHost();
    void languageChangeKeepsTheHeadings();
};

namespace {

QAbstractButton *part(const QWidget &page, Part which)
{
    return page.findChild<QAbstractButton *>(u"part%1"_s.arg(static_cast<int>(which)));
}

} // namespace

void TestGettingStarted::everyKindIsExplained()
{
    QSet<QString> texts;
    size_t kinds = 0;
    for (const auto &each : wireNames(Kind{})) {
        if (each.value > Kind::Network)
            continue; // users and what they may do have no page
        ++kinds;
        texts.insert(views::GettingStartedPage::whatItIs(each.value));
        texts.insert(views::GettingStartedPage::howItFits(each.value));
    }
    QCOMPARE(static_cast<size_t>(texts.size()), 2 * kinds);
    QVERIFY(!texts.contains(QString()));
}

void TestGettingStarted::rootShowsTheDrawingAndItsPartsLeadToLiveObjects()
{
    Session session({});
    const auto world = tests::fill(coreOf(session));
    views::GettingStartedPage page(session);
    page.setObject(ObjectRef());
    page.show();
    QVERIFY(page.findChild<views::ArchitectureView *>()->isVisible());
    auto *host = part(page, Part::Host);
    QVERIFY(host != nullptr);
    QVERIFY(host->accessibleName().contains(u"h1"));
    QSignalSpy activated(&page, &views::Page::objectActivated);
    host->setFocus();
    QTest::keyClick(host, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QVERIFY(activated[0][0].value<ObjectRef>() == ObjectRef(world.h1));
    part(page, Part::Database)->click(); // explains only
    QCOMPARE(activated.size(), 1);
    page.setObject(world.h1);
    QVERIFY(!page.findChild<views::ArchitectureView *>()->isVisible());
}

void TestGettingStarted::arrowKeysWalkThroughTheDrawing()
{
    Session session({});
    static_cast<void>(tests::fill(coreOf(session)));
    views::GettingStartedPage page(session);
    page.setObject(ObjectRef());
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    part(page, Part::Client)->setFocus();
    QTest::keyClick(part(page, Part::Client), Qt::Key_Right);
    QCOMPARE(QApplication::focusWidget(), part(page, Part::Core));
    QCOMPARE(page.findChild<QLabel *>(u"explanation"_s)->text(),
             part(page, Part::Core)->accessibleDescription());
}

void TestGettingStarted::vmLeadsToItsHost()
{
    Session session({});
    const auto world = tests::fill(coreOf(session));
    views::GettingStartedPage page(session);
    page.setObject(world.web);
    page.show();
    QSignalSpy activated(&page, &views::Page::objectActivated);
    page.findChild<views::LinkButton *>(u"parent"_s)->click();
    QVERIFY(activated[0][0].value<ObjectRef>() == ObjectRef(world.h1));
    QSignalSpy requested(&page, &views::Page::operationRequested);
    page.findChild<views::LinkButton *>(u"command.vm.shut-down"_s)->click();
    QCOMPARE(requested.size(), 1);
}

void TestGettingStarted::anEmptyCoreOffersItsFirstHost()
{
    Session session({});
    const auto datacenter = core::DatacenterId::random();
    coreOf(session).inventory.put(core::model::Datacenter{.id = datacenter, .name = u"Paris"_s});
    views::GettingStartedPage page(session);
    page.setObject(ObjectRef());
    page.show();
    auto *step = page.findChild<views::LinkButton *>(u"firstStep"_s);
    QVERIFY(step->isVisible());
    QSignalSpy requested(&page, &views::Page::operationRequested);
    step->click();
    QCOMPARE(requested[0][0].toString(), u"host.add"_s);
    QVERIFY(requested[0][1].value<std::vector<ObjectRef>>() == std::vector<ObjectRef>{datacenter});
    static_cast<void>(tests::fill(coreOf(session))); // now there are hosts
    page.setObject(ObjectRef());
    QVERIFY(!step->isVisible());
}

void TestGettingStarted::languageChangeKeepsTheHeadings()
{
    Session session({});
    static_cast<void>(tests::fill(coreOf(session)));
    views::GettingStartedPage page(session);
    page.setObject(ObjectRef());
    page.show();
    const QString tasks = page.findChild<views::CommandBox *>()->title();
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&page, &change);
    QCOMPARE(page.findChild<views::CommandBox *>()->title(), tasks);
    QVERIFY(!part(page, Part::Host)->text().isEmpty());
}

QTEST_MAIN(TestGettingStarted)
#include "gettingstarted.moc"
