// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inventory/inventorymodel.h"
#include "core/model/search.h"
#include "tests/views/inventory/sampleinventory.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace core::model;
using namespace Qt::StringLiterals;
using tests::SampleInventory;
using views::InventoryModel;

namespace {

constexpr std::array allViews{TreeView::HostsAndClusters, TreeView::VmsAndTemplates, TreeView::Datastores,
                              TreeView::Networks};

void settle(const InventoryModel &model)
{
    QTRY_VERIFY_WITH_TIMEOUT(model.isSettled(), 10'000);
}

/// Every object is where the model of the core says, in order, and there is nothing else.
void verifyAgainst(const InventoryModel &model, const Inventory &inventory)
{
    size_t shown = 1; // the root
    inventory.forEach([&](const Object &object) {
        const auto parent = parentIn(model.view(), object, inventory);
        const QModelIndex index = model.indexOf(refOf(object));
        QCOMPARE(index.isValid(), parent.has_value());
        if (!parent)
            return;
        ++shown;
        QCOMPARE(toString(model.refAt(index.parent())), toString(*parent));
        if (index.row() > 0) {
            const auto above = inventory.find(model.refAt(index.siblingAtRow(index.row() - 1)));
            QVERIFY(above);
            if (refOf(*above).kind == refOf(object).kind)
                QVERIFY(core::model::naturalKey(nameOf(*above)) <= core::model::naturalKey(nameOf(object)));
        }
    });
    QCOMPARE(model.size(), shown);
}

} // namespace

class InventoryModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void naturalOrderPutsTwoBeforeTen();
    void everyViewShowsWhatBelongsThere();
    void changesKeepSelectionAndPersistentIndexes();
    void aRenamedVmMovesToItsPlace();
    void vmsOfARemovedFolderGoUp();
    void parentsMayComeAfterTheirChildren();
    void aLoopOfParentsEndsAtTheRoot();
    void aSecondSnapshotIsAppliedAsADifference();
    void randomChangesEndWhereAFreshModelWould_data();
    void randomChangesEndWhereAFreshModelWould();
};

void InventoryModelTest::naturalOrderPutsTwoBeforeTen()
{
    QStringList names{u"web-10"_s, u"Web-2"_s,   u"web-1"_s, u"été"_s,
                      u"ETA"_s,    u"web-02b"_s, u"web"_s,   u"9"_s};
    std::ranges::sort(names, {}, core::model::naturalKey);
    QCOMPARE(names,
             QStringList(
                 {u"9"_s, u"ETA"_s, u"été"_s, u"web"_s, u"web-1"_s, u"Web-2"_s, u"web-02b"_s, u"web-10"_s}));
}

void InventoryModelTest::everyViewShowsWhatBelongsThere()
{
    const SampleInventory sample(20, 300);
    for (const TreeView view : allViews) {
        InventoryModel model(view);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setInventory(sample.inventory);
        settle(model);
        verifyAgainst(model, sample.inventory);
    }
}

void InventoryModelTest::changesKeepSelectionAndPersistentIndexes()
{
    SampleInventory sample(10, 200);
    InventoryModel model(TreeView::VmsAndTemplates);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setInventory(sample.inventory);
    settle(model);
    QItemSelectionModel selection(&model);
    const core::VmId chosen = sample.vms[42];
    const QPersistentModelIndex index = model.indexOf(chosen);
    selection.select(index, QItemSelectionModel::ClearAndSelect);

    model.applyChanges({sample.edit<Vm>(chosen, [](Vm &vm) { vm.name = u"aaa"_s; })});
    settle(model);
    model.applyChanges({sample.edit<Vm>(chosen, [&](Vm &vm) { vm.folder = sample.folders[1]; })});
    settle(model);
    model.applyChanges({sample.remove(sample.vms[41]), sample.remove(sample.vms[43])});
    settle(model);

    QVERIFY(index.isValid());
    QVERIFY(model.refAt(index) == ObjectRef(chosen));
    QVERIFY(model.refAt(index.parent()) == ObjectRef(sample.folders[1]));
    QCOMPARE(selection.selectedIndexes(), QModelIndexList{index});
    QCOMPARE(resets.count(), 0);
    verifyAgainst(model, sample.inventory);
}

void InventoryModelTest::aRenamedVmMovesToItsPlace()
{
    SampleInventory sample(1, 50);
    InventoryModel model(TreeView::HostsAndClusters);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setInventory(sample.inventory);
    settle(model);
    for (const QString &name : {u"aaa"_s, u"zzz"_s, u"mmm"_s, u"web-7"_s}) {
        model.applyChanges({sample.edit<Vm>(sample.vms[7], [&](Vm &vm) { vm.name = name; })});
        settle(model);
        verifyAgainst(model, sample.inventory);
    }
}

void InventoryModelTest::vmsOfARemovedFolderGoUp()
{
    SampleInventory sample(2, 100);
    InventoryModel model(TreeView::VmsAndTemplates);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setInventory(sample.inventory);
    settle(model);
    model.applyChanges({sample.remove(sample.folders[0])});
    settle(model);
    verifyAgainst(model, sample.inventory);
    QCOMPARE(model.size(), 102U);
}

void InventoryModelTest::parentsMayComeAfterTheirChildren()
{
    const SampleInventory sample(20, 100);
    for (const TreeView view : allViews) {
        InventoryModel model(view);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        std::vector<Change> changes;
        sample.inventory.forEach([&](const Object &object) { changes.push_back({refOf(object), object}); });
        std::ranges::reverse(changes);
        for (const Change &change : changes) {
            model.applyChanges({change});
            if (sample.inventory.size() % 7 == 0)
                QTest::qWait(1);
        }
        settle(model);
        verifyAgainst(model, sample.inventory);
    }
}

void InventoryModelTest::aLoopOfParentsEndsAtTheRoot()
{
    SampleInventory sample(1, 0);
    const core::FolderId a = core::FolderId::random();
    const core::FolderId b = core::FolderId::random();
    sample.inventory.put(Folder{.id = a, .name = u"a"_s, .contents = FolderKind::Vm, .parent = b});
    sample.inventory.put(Folder{.id = b, .name = u"b"_s, .contents = FolderKind::Vm, .parent = a});
    InventoryModel model(TreeView::VmsAndTemplates);
    model.setInventory(sample.inventory);
    settle(model);
    QVERIFY(model.refAt(model.indexOf(ObjectRef(a)).parent()) == ObjectRef());
    QVERIFY(model.refAt(model.indexOf(ObjectRef(b)).parent()) == ObjectRef());
}

void InventoryModelTest::aSecondSnapshotIsAppliedAsADifference()
{
    SampleInventory sample(10, 300);
    InventoryModel model(TreeView::HostsAndClusters);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setInventory(sample.inventory);
    settle(model);
    const QPersistentModelIndex kept = model.indexOf(sample.hosts[3]);
    for (int i = 0; i < 100; ++i)
        sample.inventory.remove(sample.vms[static_cast<size_t>(i)]);
    for (int i = 300; i < 350; ++i)
        sample.addVm(i);
    model.setInventory(sample.inventory);
    QSignalSpy settled(&model, &InventoryModel::settled);
    QVERIFY(settled.wait());
    settle(model);
    QVERIFY(model.refAt(kept) == ObjectRef(sample.hosts[3]));
    verifyAgainst(model, sample.inventory);
}

void InventoryModelTest::randomChangesEndWhereAFreshModelWould_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void InventoryModelTest::randomChangesEndWhereAFreshModelWould()
{
    QFETCH(const quint32, seed);
    SampleInventory sample(20, 150, seed);
    std::vector<std::unique_ptr<InventoryModel>> models;
    std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
    for (const TreeView view : allViews) {
        models.push_back(std::make_unique<InventoryModel>(view));
        testers.push_back(std::make_unique<QAbstractItemModelTester>(
            models.back().get(), QAbstractItemModelTester::FailureReportingMode::QtTest));
        models.back()->setInventory(sample.inventory);
    }
    for (int step = 0; step < 150; ++step) {
        std::vector<Change> changes;
        const auto vm = sample.vms[sample.below(sample.vms.size())];
        const auto host = sample.hosts[sample.below(sample.hosts.size())];
        switch (sample.below(8)) {
        case 0: changes.push_back(sample.added(sample.addVm(1000 + step))); break;
        case 1: changes.push_back(sample.remove(vm)); break;
        case 2: changes.push_back(sample.remove(sample.folders[0])); break;
        case 3:
            if (sample.inventory.find(host))
                changes.push_back(
                    sample.edit<Host>(host, [&](Host &h) { h.parent = sample.clusters[sample.below(2)]; }));
            break;
        case 4:
            if (step % 5 == 0)
                changes.push_back(sample.remove(host));
            break;
        default:
            if (sample.inventory.find(vm)) {
                changes.push_back(sample.edit<Vm>(vm, [&](Vm &v) {
                    v.name = u"vm %1"_s.arg(sample.below(500));
                    v.host = sample.hosts[sample.below(sample.hosts.size())];
                    v.isTemplate = sample.below(9) == 0;
                }));
            }
        }
        for (const auto &model : models)
            model->applyChanges(changes);
        if (step % 20 == 0)
            QTest::qWait(1);
    }
    for (const auto &model : models) {
        settle(*model);
        verifyAgainst(*model, sample.inventory);
    }
}

QTEST_MAIN(InventoryModelTest)
#include "inventorymodeltest.moc"
