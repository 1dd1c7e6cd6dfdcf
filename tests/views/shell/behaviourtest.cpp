// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/client/errors.h"
#include "core/operations/vm/move.h"
#include "core/operations/vm/rename.h"
#include "core/text/language.h"
#include "core/text/text.h"
#include "tests/views/support/opened.h"
#include "views/access/administrationpage.h"
#include "views/inventory/inventorytree.h"
#include "views/inventory/objectactions.h"
#include "views/inventory/undolog.h"
#include "views/shell/navigationbar.h"

#include <QAccessible>
#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace core::model;
using core::api::client::Link;
using tests::Opened;
using views::MainWindow;

/// What the window does beyond showing: what it remembers, explains and takes back.
class BehaviourTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aGreyedShortcutSaysWhy();
    void nothingIsAskedOfACoreThatIsLost();
    void openBranchesViewAndSelectionComeBack();
    void whatIsGoneSinceLeavesTheRootSelected();
    void anObjectOpensInAWindowOfItsOwn();
    void onlyOneWindowOfACoreAsks();
    void aScreenReaderSelectsInTheTree();
    void renamingAndMovingHaveAnInverse();
    void aRenameIsOfferedToBeTakenBack();
    void whatFailedIsNotOffered();
    void anObjectShowsItsOwnAlarms();
    void theAlarmsComeToTheFrontAtTheFirstClick();
    void theAdministrationIsAPlaceToGoBackFrom();
    void whatTheLastAttemptMetIsSaid();

private:
    QTemporaryDir m_config;
};

namespace {

QTreeView *treeOf(MainWindow &window, int view = 0)
{
    return window.findChild<QTreeView *>(u"inventoryTree%1"_s.arg(view));
}

/// The row of that name beneath `parent`, at any depth.
QModelIndex rowNamed(const QAbstractItemModel &model, const QString &name, const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (index.data().toString() == name)
            return index;
        if (const QModelIndex found = rowNamed(model, name, index); found.isValid())
            return found;
    }
    return {};
}

Task taskOf(const core::api::client::Session &session, const core::operations::OperationRequest &request,
            const ObjectRef &target)
{
    return {.id = core::TaskId::random(),
            .operation = request.operation,
            .target = target,
            .state = TaskState::Running,
            .initiatedBy = session.user(),
            .parameters = request.parameters};
}

/// Renames the idle machine as the user does: by the form.
Task renameIdle(Opened &opened)
{
    opened.window.actions().trigger(u"vm.rename"_s, {opened.world.idle});
    auto *form = opened.window.findChild<QDialog *>(u"operationForm"_s);
    form->findChild<QLineEdit *>(u"form_name"_s)->setText(u"other"_s);
    form->findChild<QPushButton *>(u"formOk"_s)->click();
    QCoreApplication::processEvents(); // the answer: the task is at work
    auto renamed = *opened.core.inventory.find(opened.world.idle);
    renamed.name = u"other"_s;
    opened.core.inventory.put(renamed);
    return opened.core.answered.back();
}

} // namespace

void BehaviourTest::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_config.path());
    QCoreApplication::setOrganizationName(u"Vigie"_s);
    QCoreApplication::setApplicationName(u"vigie"_s);
    QVERIFY(core::text::setLanguage(u"en"));
}

void BehaviourTest::init()
{
    QSettings().clear();
}

void BehaviourTest::aGreyedShortcutSaysWhy()
{
    Opened opened;
    opened.select(opened.world.web); // runs: it cannot be powered on
    QTest::keyClick(treeOf(opened.window), Qt::Key_B, Qt::ControlModifier);
    const QString why = opened.window.actions().action(u"vm.power-on"_s)->toolTip();
    QVERIFY(!why.isEmpty());
    QCOMPARE(opened.window.statusBar()->currentMessage(), why);
    QVERIFY(opened.core.started.empty());
}

void BehaviourTest::nothingIsAskedOfACoreThatIsLost()
{
    Opened opened;
    opened.select(opened.world.web);
    QAction *powerOff = opened.window.actions().action(u"vm.power-off"_s);
    QVERIFY(powerOff->isEnabled());
    opened.core.link = Link::Lost;
    opened.core.lastHeard = std::chrono::time_point_cast<core::Duration>(std::chrono::system_clock::now())
        - std::chrono::seconds(12);
    Q_EMIT opened.session.linkChanged();
    QVERIFY(!powerOff->isEnabled());
    QVERIFY(powerOff->toolTip().contains(u"connection to the core is lost"_s));
    QVERIFY(opened.window.findChild<QLabel *>(u"headerState"_s)->text().contains(u"12 s"_s));
    opened.core.link = Link::Online;
    Q_EMIT opened.session.linkChanged();
    QVERIFY(powerOff->isEnabled());
}

void BehaviourTest::openBranchesViewAndSelectionComeBack()
{
    tests::World world;
    {
        Opened opened;
        world = opened.world;
        opened.select(world.h1);
        QTreeView *tree = treeOf(opened.window);
        tree->setExpanded(rowNamed(*tree->model(), u"h2"_s), true);
        opened.window.close();
    }
    core::api::client::Session session{core::api::client::Endpoint{}};
    tests::FakeCore &fake = tests::coreOf(session);
    MainWindow window(session, views::Connection{.target = u"/srv/core"_s, .name = u"Test"_s});
    window.show();
    fake.inventory.put(Datacenter{.id = world.datacenter, .name = u"Paris"_s});
    fake.inventory.put(Cluster{.id = world.cluster, .name = u"Prod"_s, .parent = world.datacenter});
    fake.inventory.put(tests::makeHost(world.h1, u"h1"_s, world.cluster));
    fake.inventory.put(tests::makeHost(world.h2, u"h2"_s, world.cluster));
    fake.inventory.put(tests::makeVm(world.db, u"db"_s, world.h1, PowerState::Running));
    fake.inventory.put(tests::makeVm(world.idle, u"idle"_s, world.h2, PowerState::Off));
    Q_EMIT session.inventoryReset();
    QTRY_VERIFY(window.tabs().object() == ObjectRef(world.h1));
    const QTreeView *tree = treeOf(window);
    QVERIFY(tree->isExpanded(rowNamed(*tree->model(), u"h2"_s)));
    QVERIFY(!tree->isExpanded(rowNamed(*tree->model(), u"h1"_s)));
}

void BehaviourTest::whatIsGoneSinceLeavesTheRootSelected()
{
    {
        Opened opened;
        opened.select(opened.world.idle);
        opened.window.close();
    }
    Opened again; // another world: no object of the first
    QTRY_VERIFY(treeOf(again.window)->selectionModel()->hasSelection());
    QVERIFY(again.window.tabs().object().isRoot());
}

void BehaviourTest::anObjectOpensInAWindowOfItsOwn()
{
    Opened opened;
    opened.select(opened.world.h1);
    QSignalSpy wanted(&opened.window, &MainWindow::windowRequested);
    const auto actions = opened.window.QWidget::actions();
    const auto open = std::ranges::find(actions, u"action_newWindow"_s, &QObject::objectName);
    QVERIFY(open != actions.end());
    (*open)->trigger();
    QCOMPARE(wanted.size(), 1);
    QVERIFY(wanted[0][0].value<ObjectRef>() == ObjectRef(opened.world.h1));
    MainWindow another(opened.session, views::Connection{.target = u"/srv/core"_s, .name = u"Test"_s});
    another.showObject(opened.world.h1); // before its tree is filled
    QTRY_VERIFY(another.tabs().object() == ObjectRef(opened.world.h1));
}

void BehaviourTest::onlyOneWindowOfACoreAsks()
{
    Opened opened;
    opened.window.setAsking(false);
    Task task = taskOf(opened.session, {u"host.add"_s, {}}, ObjectRef());
    task.state = TaskState::Failed;
    task.error = core::Error();
    task.error->code = u"trust.unknown"_s;
    Q_EMIT opened.session.taskChanged(task);
    QVERIFY(opened.window.findChild<QDialog *>(u"trustDialog"_s) == nullptr);
    opened.window.setAsking(true);
    Q_EMIT opened.session.taskChanged(task);
    QVERIFY(opened.window.findChild<QDialog *>(u"trustDialog"_s) != nullptr);
}

void BehaviourTest::aScreenReaderSelectsInTheTree()
{
    Opened opened;
    QTreeView *tree = treeOf(opened.window);
    QTRY_VERIFY(rowNamed(*tree->model(), u"h2"_s).isValid());
    QTRY_VERIFY(tree->selectionModel()->hasSelection());
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(tree);
    QAccessibleInterface *cell = nullptr;
    for (int i = 0; i < spoken->childCount() && cell == nullptr; ++i) {
        if (spoken->child(i)->text(QAccessible::Name).startsWith(u"h2"_s))
            cell = spoken->child(i);
    }
    QVERIFY(cell != nullptr);
    cell->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QVERIFY(opened.window.tabs().object() == ObjectRef(opened.world.h2));
}

void BehaviourTest::renamingAndMovingHaveAnInverse()
{
    Opened opened;
    const auto &inventory = opened.core.inventory;
    const core::operations::RenameVm rename{.vm = opened.world.idle, .name = u"other"_s};
    const auto back = views::inverseOf(core::operations::request(rename), inventory);
    QVERIFY(back.has_value());
    QCOMPARE(back->operation, u"vm.rename"_s);
    QCOMPARE(back->parameters.value(u"name"_s).toString(), u"idle"_s);
    const core::operations::MoveVm move{.vm = opened.world.idle, .folder = core::FolderId::random()};
    const auto home = views::inverseOf(core::operations::request(move), inventory);
    QVERIFY(home.has_value());
    QVERIFY(!home->parameters.contains(u"folder"_s)); // it was directly under the datacenter
    const core::operations::OperationRequest powerOff{u"vm.power-off"_s, back->parameters};
    QVERIFY(!views::inverseOf(powerOff, inventory));
}

void BehaviourTest::aRenameIsOfferedToBeTakenBack()
{
    Opened opened;
    Task task = renameIdle(opened);
    auto *bar = opened.window.findChild<QWidget *>(u"undoBar"_s);
    QVERIFY(!bar->isVisible());
    task.state = TaskState::Succeeded;
    Q_EMIT opened.session.taskChanged(task);
    QVERIFY(bar->isVisible());
    bar->findChild<QPushButton *>(u"undoButton"_s)->click();
    QVERIFY(!bar->isVisible());
    QCOMPARE(opened.core.started.size(), size_t(2));
    QCOMPARE(opened.core.started[1].operation, u"vm.rename"_s);
    QCOMPARE(opened.core.started[1].parameters.value(u"name"_s).toString(), u"idle"_s);
}

void BehaviourTest::whatFailedIsNotOffered()
{
    Opened opened;
    Task task = renameIdle(opened);
    task.state = TaskState::Failed;
    task.error = core::Error(core::errors::Timeout);
    Q_EMIT opened.session.taskChanged(task);
    QVERIFY(!opened.window.undoLog().last());
    const core::operations::RenameVm rename{.vm = opened.world.idle, .name = u"third"_s};
    Task foreign = taskOf(opened.session, core::operations::request(rename), opened.world.idle);
    Q_EMIT opened.session.taskChanged(foreign); // of another program of this user
    foreign.state = TaskState::Succeeded;
    Q_EMIT opened.session.taskChanged(foreign);
    QVERIFY(!opened.window.undoLog().last());
}

void BehaviourTest::anObjectShowsItsOwnAlarms()
{
    Opened opened;
    opened.core.alarms = {
        {.id = core::AlarmId::random(), .code = u"host.not-responding"_s, .object = opened.world.h2}};
    Q_EMIT opened.session.alarmsChanged();
    opened.select(opened.world.h1);
    opened.window.tabs().showPage(u"alarms"_s);
    const auto rows = [&] {
        return opened.window.findChild<QTreeView *>(u"objectAlarmsTable"_s)->model()->rowCount();
    };
    QCOMPARE(rows(), 0);
    opened.select(opened.world.h2);
    QCOMPARE(rows(), 1);
    opened.select(opened.world.cluster);
    opened.window.tabs().showPage(u"alarms"_s);
    QCOMPARE(rows(), 1);
}

void BehaviourTest::theAlarmsComeToTheFrontAtTheFirstClick()
{
    Opened opened;
    auto *alarms = opened.window.findChild<QWidget *>(u"alarms"_s);
    auto *button = opened.window.findChild<QAbstractButton *>(u"alarmsDockButton"_s);
    const auto isSeen = [alarms] { return !alarms->visibleRegion().isEmpty(); };
    QTRY_VERIFY(!isSeen()); // behind the tasks
    QVERIFY(!button->isChecked());
    button->click();
    QTRY_VERIFY(isSeen());
    QTRY_VERIFY(button->isChecked());
    QTRY_VERIFY(!opened.window.findChild<QAbstractButton *>(u"recentTasksDockButton"_s)->isChecked());
    button->click();
    QTRY_VERIFY(!isSeen());
    QVERIFY(!button->isChecked());
}

void BehaviourTest::theAdministrationIsAPlaceToGoBackFrom()
{
    Opened opened;
    opened.select(opened.world.web);
    opened.window.findChild<QAction *>(u"administration-roles"_s)->trigger();
    const auto *page = opened.window.findChild<views::AdministrationPage *>();
    QVERIFY(page->isVisible());
    QCOMPARE(page->currentIndex(), 1);
    const auto *path = opened.window.findChild<QLabel *>(u"pathAdministrationTab"_s);
    QVERIFY(path->isVisible());
    const QString roles = path->text();
    QTest::keyClick(page->findChild<QTabBar *>(u"administrationTabs"_s), Qt::Key_Right);
    QCOMPARE(page->currentIndex(), 2);
    QVERIFY(path->text() != roles);
    opened.window.navigation().back()->trigger(); // each tab is a step
    QCOMPARE(page->currentIndex(), 1);
    QCOMPARE(path->text(), roles);
    opened.window.navigation().back()->trigger();
    QVERIFY(!path->isVisible());
    QVERIFY(!page->isVisible());
    QVERIFY(opened.window.tabs().object() == ObjectRef(opened.world.web));
    opened.window.navigation().forward()->trigger();
    QVERIFY(page->isVisible());
    opened.window.goHome();
    opened.window.findChild<QAbstractButton *>(u"home-sessions"_s)->click();
    QCOMPARE(page->currentIndex(), 3);
    opened.window.showObject(opened.world.db);
    QTRY_VERIFY(!page->isVisible());
}

void BehaviourTest::whatTheLastAttemptMetIsSaid()
{
    Opened opened;
    opened.core.link = core::api::client::Link::Lost;
    opened.core.linkError = core::Error(core::ErrorCode{"identity.not-signed-in"_L1});
    Q_EMIT opened.session.linkChanged();
    const auto *banner = opened.window.findChild<QLabel *>(u"bannerSentence"_s);
    QVERIFY(banner->text().startsWith(core::text::sentence(*opened.core.linkError)));
    const core::Error changed(core::api::client::errors::CertificateChanged,
                              QJsonObject{{u"where"_s, u"vigie.example.org"_s}});
    opened.window.tellFailed(changed);
    QVERIFY(banner->text().startsWith(core::text::sentence(changed)));
}

QTEST_MAIN(BehaviourTest)
#include "behaviourtest.moc"
