// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inventory/objectactions.h"
#include "core/text/text.h"
#include "tests/views/inventory/sampleinventory.h"
#include "tests/views/support/fakesession.h"
#include "views/inventory/actionstates.h"
#include "views/inventory/bulkdialog.h"
#include "views/inventory/foldertree.h"
#include "views/inventory/inventorymodel.h"
#include "views/inventory/inventorytree.h"
#include "views/inventory/operationform.h"
#include "views/inventory/requestrunner.h"
#include "views/inventory/resultdialog.h"
#include "views/inventory/verbs.h"
#include "views/inventory/vmtablepage.h"
#include "views/widgets/errorcard.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QTreeWidget>

#include <algorithm>

using namespace core::model;
using namespace Qt::StringLiterals;
using core::api::client::Session;
using core::operations::OperationRequest;
using tests::SampleInventory;
using views::ObjectActions;

namespace {

/// Nine VMs: four run, five are off; one host does not answer.
struct Nine {
    SampleInventory sample{2, 9};
    std::vector<ObjectRef> refs;

    Nine()
    {
        for (size_t i = 0; i < 9; ++i) {
            sample.edit<Vm>(sample.vms[i], [&](Vm &vm) {
                vm.host = sample.hosts[0];
                vm.isTemplate = false;
                vm.state = i < 4 ? PowerState::Running : PowerState::Off;
            });
            refs.emplace_back(sample.vms[i]);
        }
    }
};

QAction *actionIn(const QMenu &menu, const QString &name)
{
    for (QAction *action : menu.actions()) {
        if (action->objectName() == name)
            return action;
        if (action->menu() != nullptr) {
            if (QAction *inner = actionIn(*action->menu(), name))
                return inner;
        }
    }
    return nullptr;
}

} // namespace

class ObjectActionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyOperationOfTheCatalogueHasAVerb();
    void greyedActionsSayWhy();
    void aMixedSelectionCountsWhatFits();
    void differentKindsShareOnlyTheirCommonVerbs();
    void powerOnAFolderIsForTheVmsWithin();
    void aNewFolderHoldsWhatItsPlaceHolds();
    void bulkPowerOffAsksAndSendsOnlyWhatFits();
    void renameIsCheckedWhileTyping();
    void theRunnerKeepsEightUnansweredAndTellsWhatFailed();
    void aSingleFailureIsShownWhenItsTaskFails();
    void aTaskThatEndedBeforeItsAnswerIsReadSettlesTheRun();
    void retrySendsTheFailedOnesOnly();
    void dropsAreAllowedWhereTheCoreWouldAllowThem();
    void theTreeKeepsTheObjectWhenTheViewChanges();
    void theTableActsOnItsSelection();

private:
    QTemporaryDir m_settings;
};

void ObjectActionsTest::initTestCase()
{
    QVERIFY(m_settings.isValid());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
}

void ObjectActionsTest::everyOperationOfTheCatalogueHasAVerb()
{
    for (const auto &operation : core::operations::catalogue())
        QVERIFY2(views::findVerb(operation.name) != nullptr, qPrintable(operation.name));
    const auto &all = views::verbs();
    QCOMPARE(all.front().key, u"vm.power-on"_s);
    QCOMPARE(all.back().group, views::MenuGroup::Administration);
}

void ObjectActionsTest::greyedActionsSayWhy()
{
    Nine nine;
    Session session({});
    tests::coreOf(session).inventory = nine.sample.inventory;
    QWidget window;
    ObjectActions actions(session, &window);
    actions.setSelection({nine.refs[0]});
    QMenu menu;
    actions.fill(&menu);
    QVERIFY(menu.toolTipsVisible());
    QAction *on = actionIn(menu, u"action_vm.power-on"_s);
    QVERIFY(on != nullptr && !on->isEnabled());
    const auto *operation = core::operations::findOperation(u"vm.power-on");
    const auto why = operation->availability({{u"vm"_s, nine.refs[0].id.toString(QUuid::WithoutBraces)}},
                                             nine.sample.inventory);
    QCOMPARE(on->toolTip(), core::text::sentence(why.why()));
    QCOMPARE(on->statusTip(), on->toolTip());
    QVERIFY(actionIn(menu, u"action_vm.power-off"_s)->isEnabled());

    const Change lost = nine.sample.edit<Host>(nine.sample.hosts[0],
                                               [](Host &host) { host.state = HostState::NotResponding; });
    tests::coreOf(session).inventory = nine.sample.inventory;
    Q_EMIT session.inventoryChanged({lost});
    QTRY_VERIFY(!actions.action(u"vm.power-off"_s)->isEnabled());
    QVERIFY(actions.action(u"vm.power-off"_s)->toolTip().contains(u"h0"_s));
}

void ObjectActionsTest::aMixedSelectionCountsWhatFits()
{
    Nine nine;
    Session session({});
    tests::coreOf(session).inventory = nine.sample.inventory;
    QWidget window;
    ObjectActions actions(session, &window);
    actions.setSelection(nine.refs);
    QVERIFY(actions.action(u"vm.power-on"_s)->text().contains(u"5"_s));
    QVERIFY(actions.action(u"vm.power-on"_s)->text().contains(u"9"_s));
    QVERIFY(actions.action(u"vm.shut-down"_s)->text().contains(u"4"_s));
    QVERIFY(!actions.action(u"vm.rename"_s)->isVisible()); // a name is for one
    QVERIFY(actions.action(u"vm.move"_s)->isEnabled());
}

void ObjectActionsTest::differentKindsShareOnlyTheirCommonVerbs()
{
    Nine nine;
    const auto states = views::actionStates({nine.refs[0], ObjectRef(nine.sample.hosts[0])},
                                            TreeView::HostsAndClusters, nine.sample.inventory);
    QVERIFY(states.empty());
    QVERIFY(views::actionStates({}, TreeView::HostsAndClusters, nine.sample.inventory).empty());
}

void ObjectActionsTest::powerOnAFolderIsForTheVmsWithin()
{
    Nine nine;
    for (size_t i = 0; i < 9; ++i)
        nine.sample.edit<Vm>(nine.sample.vms[i], [&](Vm &vm) { vm.folder = nine.sample.folders[0]; });
    const auto states =
        views::actionStates({nine.sample.folders[0]}, TreeView::VmsAndTemplates, nine.sample.inventory);
    QCOMPARE(states.at(u"vm.power-on"_s).total, 9);
    QCOMPARE(states.at(u"vm.power-on"_s).fitting, 5);
    QVERIFY(states.contains(u"folder.create"_s));
    QVERIFY(!states.contains(u"vm.move"_s));

    Session session({});
    tests::coreOf(session).inventory = nine.sample.inventory;
    QWidget window;
    ObjectActions actions(session, &window);
    actions.setSelection({nine.sample.folders[0]});
    QMenu menu; // opened at once, before anybody looked into the folder
    actions.fill(&menu);
    QVERIFY(actionIn(menu, u"action_folder.create"_s) != nullptr);
    QVERIFY(actionIn(menu, u"action_folder.rename"_s) != nullptr);
    QVERIFY(actionIn(menu, u"action_vm.power-on"_s) != nullptr);
    QTRY_VERIFY(actions.action(u"vm.power-on"_s)->text().contains(u"5"_s));
}

void ObjectActionsTest::aNewFolderHoldsWhatItsPlaceHolds()
{
    const Nine nine;
    const auto *create = core::operations::findOperation(u"folder.create");
    const auto contents = [&](const ObjectRef &parent, TreeView view) {
        return views::parametersFor(*create, parent, view, nine.sample.inventory)
            .value(u"contents"_s)
            .toString();
    };
    QCOMPARE(contents(nine.sample.folders[0], TreeView::HostsAndClusters), u"vm"_s);
    QCOMPARE(contents(nine.sample.datacenter, TreeView::HostsAndClusters), u"host"_s);
    QCOMPARE(contents(nine.sample.datacenter, TreeView::Networks), u"network"_s);
}

void ObjectActionsTest::bulkPowerOffAsksAndSendsOnlyWhatFits()
{
    Nine nine;
    Session session({});
    tests::coreOf(session).inventory = nine.sample.inventory;
    QWidget window;
    ObjectActions actions(session, &window);
    actions.trigger(u"vm.power-off"_s, nine.refs);
    auto *dialog = window.findChild<views::BulkDialog *>();
    QVERIFY(dialog != nullptr);
    QVERIFY(dialog->findChild<QPushButton *>(u"bulkCancel"_s)->isDefault());
    auto *list = dialog->findChild<QTreeWidget *>(u"bulkList"_s);
    QCOMPARE(list->topLevelItem(0)->childCount(), 4);
    QCOMPARE(list->topLevelItem(1)->childCount(), 5);
    QVERIFY(!list->topLevelItem(1)->child(0)->text(1).isEmpty()); // the reason
    QVERIFY(tests::coreOf(session).started.empty());
    dialog->findChild<QPushButton *>(u"bulkGo"_s)->click();
    const auto &started = tests::coreOf(session).started;
    QCOMPARE(started.size(), 4U);
    QVERIFY(std::ranges::all_of(
        started, [](const OperationRequest &each) { return each.operation == u"vm.power-off"; }));
    QCoreApplication::processEvents(); // the answers: four tasks
    for (Task task : tests::coreOf(session).answered) {
        task.state = TaskState::Succeeded;
        Q_EMIT session.taskChanged(task);
    }
    auto *results = window.findChild<views::ResultDialog *>();
    QVERIFY(results != nullptr); // also who was left out is told of
    QCOMPARE(results->findChild<QTreeWidget *>(u"resultList"_s)->topLevelItemCount(), 9);
    QVERIFY(results->findChild<QPushButton *>(u"retryFailed"_s)->isHidden());
}

void ObjectActionsTest::renameIsCheckedWhileTyping()
{
    Nine nine;
    Session session({});
    tests::coreOf(session).inventory = nine.sample.inventory;
    QWidget window;
    ObjectActions actions(session, &window);
    actions.trigger(u"vm.rename"_s, {nine.refs[5]});
    auto *form = window.findChild<views::OperationForm *>();
    QVERIFY(form != nullptr);
    auto *name = form->findChild<QLineEdit *>(u"form_name"_s);
    auto *ok = form->findChild<QPushButton *>(u"formOk"_s);
    QCOMPARE(name->text(), nine.sample.inventory.find(nine.sample.vms[5])->name);
    name->setText(nine.sample.inventory.find(nine.sample.vms[0])->name);
    QVERIFY(!ok->isEnabled());
    name->setText(u"a/b"_s);
    QVERIFY(!ok->isEnabled());
    name->clear();
    QVERIFY(!ok->isEnabled());
    name->setText(u"fresh name"_s);
    QVERIFY(ok->isEnabled());
    ok->click();
    QCOMPARE(tests::coreOf(session).started.back().parameters.value(u"name"_s).toString(), u"fresh name"_s);
}

void ObjectActionsTest::theRunnerKeepsEightUnansweredAndTellsWhatFailed()
{
    std::vector<views::RequestRunner::Answered> open;
    std::vector<views::RequestRunner::Answered> followed;
    views::RequestRunner runner(
        [&](const OperationRequest &, auto answered) { open.push_back(std::move(answered)); },
        [&](core::TaskId, auto ended) { followed.push_back(std::move(ended)); });
    std::vector<views::RequestOutcome> finished;
    connect(&runner, &views::RequestRunner::finished, this,
            [&](const auto &outcomes) { finished = outcomes; });
    runner.run(std::vector<views::RequestOutcome>(20));
    QCOMPARE(open.size(), 8U);
    std::vector<Task> tasks;
    for (size_t i = 0; i < 20; ++i) {
        QVERIFY(open.size() > i);
        if (i == 3) {
            open[i](core::Error(core::errors::Denied));
            continue;
        }
        tasks.push_back({.id = core::TaskId::random(), .state = TaskState::Running});
        open[i](tasks.back());
        QVERIFY(runner.unanswered() <= views::RequestRunner::limit);
    }
    QVERIFY(finished.empty());
    for (size_t i = 0; i < tasks.size(); ++i) {
        tasks[i].state = i == 0 ? TaskState::Failed : TaskState::Succeeded;
        if (i == 0)
            tasks[i].error = core::Error(core::errors::Timeout);
        followed[i](tasks[i]);
    }
    QCOMPARE(finished.size(), 20U);
    QVERIFY(finished[3].error->is(core::errors::Denied));
    QVERIFY(finished[0].error->is(core::errors::Timeout));
    QCOMPARE(std::ranges::count_if(finished, [](const auto &each) { return each.error.has_value(); }), 2);
}

void ObjectActionsTest::aSingleFailureIsShownWhenItsTaskFails()
{
    Session session({});
    QWidget window;
    views::RequestRunner *runner = views::makeRunner(session, &window);
    const auto fail = [&](const core::Error &error) {
        QSignalSpy finished(runner, &views::RequestRunner::finished);
        std::vector<views::RequestOutcome> one(1);
        one[0].request.operation = u"host.add"_s;
        runner->run(std::move(one));
        QCoreApplication::processEvents();
        QCOMPARE(finished.size(), 0); // accepted, and at work
        Task task = tests::coreOf(session).answered.back();
        task.state = TaskState::Failed;
        task.error = error;
        Q_EMIT session.taskChanged(task);
        QCOMPARE(finished.size(), 1);
    };
    fail(core::Error(core::errors::Timeout));
    QVERIFY(window.findChild<views::ErrorCard *>() != nullptr);
    delete window.findChild<views::ErrorCard *>();
    core::Error question;
    question.code = u"trust.unknown"_s;
    fail(question);
    QVERIFY(window.findChild<views::ErrorCard *>() == nullptr); // it is asked, not shown
}

void ObjectActionsTest::aTaskThatEndedBeforeItsAnswerIsReadSettlesTheRun()
{
    Session session({});
    QWidget window;
    views::RequestRunner *runner = views::makeRunner(session, &window);
    QSignalSpy finished(runner, &views::RequestRunner::finished);
    std::vector<views::RequestOutcome> one(1);
    one[0].request.operation = u"vm.power-on"_s;
    runner->run(std::move(one));
    Task task = tests::coreOf(session).answered.back(); // the answer lies in the event loop
    task.state = TaskState::Failed;
    task.error = core::Error(core::errors::Timeout);
    tests::coreOf(session).tasks.push_front(task);
    Q_EMIT session.taskChanged(task); // the feed was faster
    QCOMPARE(finished.size(), 0);
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(window.findChild<views::ErrorCard *>() != nullptr);
}

void ObjectActionsTest::retrySendsTheFailedOnesOnly()
{
    std::vector<views::RequestOutcome> outcomes(4);
    for (auto &each : outcomes)
        each.request.operation = u"vm.power-on"_s;
    outcomes[2].error = core::Error(core::errors::Busy);
    outcomes[3].error = core::Error(core::errors::Denied);
    outcomes[3].leftOut = true; // nobody asked for it
    views::ResultDialog dialog(outcomes, nullptr);
    std::vector<views::RequestOutcome> again;
    connect(&dialog, &views::ResultDialog::retryRequested, this, [&](const auto &failed) { again = failed; });
    dialog.findChild<QPushButton *>(u"retryFailed"_s)->click();
    QCOMPARE(again.size(), 1U);
    QVERIFY(!again.front().error);
}

void ObjectActionsTest::dropsAreAllowedWhereTheCoreWouldAllowThem()
{
    SampleInventory sample(2, 150);
    const std::vector<ObjectRef> dragged{sample.vms[0], sample.vms[1]};
    const auto into = views::FolderTree::moves(dragged, sample.folders[1], sample.inventory);
    QVERIFY(into);
    QCOMPARE(into->size(), 2U);
    QCOMPARE(into->front().operation, u"vm.move"_s);
    const auto out = views::FolderTree::moves(dragged, sample.datacenter, sample.inventory);
    QVERIFY(out);
    QVERIFY(!out->front().parameters.contains(u"folder"_s));
    QVERIFY(!views::FolderTree::moves(dragged, sample.hosts[0], sample.inventory));
    const core::DatacenterId other = core::DatacenterId::random();
    sample.inventory.put(Datacenter{.id = other, .name = u"Lyon"_s});
    const auto abroad = views::FolderTree::moves(dragged, other, sample.inventory);
    QVERIFY(!abroad && abroad.error().is(core::operations::errors::OtherDatacenter));
}

void ObjectActionsTest::theTreeKeepsTheObjectWhenTheViewChanges()
{
    SampleInventory sample(2, 150);
    sample.edit<Vm>(sample.vms[3], [](Vm &vm) { vm.isTemplate = false; });
    Session session({});
    tests::coreOf(session).inventory = sample.inventory;
    views::InventoryTree tree(session, nullptr);
    tree.show();
    QSignalSpy selected(&tree, &views::InventoryTree::objectSelected);
    tree.selectObject(sample.vms[3]);
    QTRY_COMPARE(tree.selectedObjects().size(), 1U);
    QVERIFY(tree.currentObject() == ObjectRef(sample.vms[3]));
    QCOMPARE(tree.view(), TreeView::HostsAndClusters);
    tree.setView(TreeView::VmsAndTemplates);
    QTRY_VERIFY(tree.currentObject() == ObjectRef(sample.vms[3]));
    tree.selectObject(sample.networks[0]);
    QTRY_VERIFY(tree.currentObject() == ObjectRef(sample.networks[0]));
    QCOMPARE(tree.view(), TreeView::Networks);
    QVERIFY(selected.count() >= 2);
}

void ObjectActionsTest::theTableActsOnItsSelection()
{
    Nine nine;
    Session session({});
    tests::coreOf(session).inventory = nine.sample.inventory;
    QWidget window;
    ObjectActions actions(session, &window);
    views::VmTablePage page(session, &window);
    page.setObject(nine.sample.datacenter);
    window.show();
    auto *table = page.findChild<QTreeView *>(u"vmTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 9);
    table->selectAll();
    QCOMPARE(actions.selection().size(), 9U);
    page.setFilter(u"state:running"_s);
    QTRY_COMPARE(table->model()->rowCount(), 4);
    QCOMPARE(actions.selection().size(), 4U);
    page.hide();
    QCOMPARE(actions.selection().size(), 1U);
    QVERIFY(actions.selection().front() == ObjectRef(nine.sample.datacenter));
}

QTEST_MAIN(ObjectActionsTest)
#include "objectactionstest.moc"
