// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inventory/tablemodel.h"
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
using views::ObjectTableModel;

namespace {

void settle(const ObjectTableModel &model)
{
    QTRY_VERIFY_WITH_TIMEOUT(model.isSettled(), 10'000);
}

int columnOf(const ObjectTableModel &model, QLatin1StringView id)
{
    const auto it = std::ranges::find(model.columns(), id, &views::TableColumn::id);
    return static_cast<int>(it - model.columns().begin());
}

QSet<QUuid> shown(const ObjectTableModel &model)
{
    QSet<QUuid> ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids.insert(model.refAt(row).id);
    return ids;
}

/// Object by object, without any of the model's shortcuts.
QSet<QUuid> expected(const ObjectRef &scope, const QString &filter, const Inventory &inventory)
{
    const Query query = Query::parse(filter);
    QSet<QUuid> ids;
    for (const core::VmId vm : vmsUnder(scope, inventory)) {
        if (query.matches(*inventory.find(ObjectRef(vm)), inventory))
            ids.insert(vm.uuid());
    }
    return ids;
}

} // namespace

class TableModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filterShowsWhatTheQueryFinds();
    void sortsNumbersAsNumbersAndNamesNaturally();
    void selectionSurvivesFilterSortAndChanges();
    void loadsOfVisibleRowsAloneAreShown();
    void aHostsTableCountsItsVms();
    void datastoresAndNetworksBelongToTheirHosts();
    void randomChangesEndWhereAFreshTableWould_data();
    void randomChangesEndWhereAFreshTableWould();
};

void TableModelTest::filterShowsWhatTheQueryFinds()
{
    const SampleInventory sample(20, 500);
    ObjectTableModel model(Kind::Vm);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setInventory(sample.inventory, {});
    for (const ObjectRef &scope : {ObjectRef(), ObjectRef(sample.clusters[1]), ObjectRef(sample.folders[2]),
                                   ObjectRef(sample.hosts[3]), ObjectRef(sample.datastores[0])}) {
        model.setScope(scope);
        for (const QString &filter : {u""_s, u"web"_s, u"state:running"_s, u"host:h1 -db"_s, u"equipe"_s,
                                      u"os:debian 1"_s, u"folder:\"team 3\""_s, u"nothing at all"_s, u""_s}) {
            model.setFilter(filter);
            settle(model);
            QCOMPARE(shown(model), expected(scope, filter, sample.inventory));
            QCOMPARE(model.total(), static_cast<int>(vmsUnder(scope, sample.inventory).size()));
        }
    }
}

void TableModelTest::sortsNumbersAsNumbersAndNamesNaturally()
{
    const SampleInventory sample(10, 300);
    ObjectTableModel model(Kind::Vm);
    model.setInventory(sample.inventory, {});
    const int memory = columnOf(model, "memory"_L1);
    model.sort(memory, Qt::DescendingOrder);
    settle(model);
    for (int row = 1; row < model.rowCount(); ++row) {
        const Vm *above = sample.inventory.find(model.refAt(row - 1).as<core::VmId>());
        const Vm *here = sample.inventory.find(model.refAt(row).as<core::VmId>());
        QVERIFY(above->memory >= here->memory);
        if (above->memory == here->memory) // equal ones stay in the order of their names
            QVERIFY(core::model::naturalKey(above->name) <= core::model::naturalKey(here->name));
    }
    model.sort(0, Qt::AscendingOrder);
    settle(model);
    for (int row = 1; row < model.rowCount(); ++row) {
        QVERIFY(core::model::naturalKey(model.index(row - 1, 0).data().toString())
                <= core::model::naturalKey(model.index(row, 0).data().toString()));
    }
}

void TableModelTest::selectionSurvivesFilterSortAndChanges()
{
    SampleInventory sample(10, 400);
    ObjectTableModel model(Kind::Vm);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setInventory(sample.inventory, {});
    settle(model);
    QItemSelectionModel selection(&model);
    const core::VmId chosen = sample.vms[123];
    const QModelIndex index = model.index(model.rowOf(chosen), 0);
    selection.select(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);

    const QString name = sample.inventory.find(chosen)->name;
    for (const QString &filter : {name.left(2), name, u"ip:10.0."_s, u""_s}) {
        model.setFilter(filter);
        settle(model);
        QCOMPARE(selection.selectedRows().size(), 1);
        QVERIFY(model.refAt(selection.selectedRows().front().row()) == ObjectRef(chosen));
    }
    for (int column = 0; column < model.columnCount(); ++column) {
        model.sort(column, column % 2 == 0 ? Qt::DescendingOrder : Qt::AscendingOrder);
        settle(model);
        QVERIFY(model.refAt(selection.selectedRows().front().row()) == ObjectRef(chosen));
    }
    model.applyChanges(
        {sample.edit<Vm>(chosen, [](Vm &vm) { vm.name = u"0"_s; }), sample.remove(sample.vms[124])});
    settle(model);
    QVERIFY(model.refAt(selection.selectedRows().front().row()) == ObjectRef(chosen));
    model.applyChanges({sample.remove(chosen)});
    settle(model);
    QVERIFY(selection.selectedRows().isEmpty());
    QCOMPARE(resets.count(), 0);
}

void TableModelTest::loadsOfVisibleRowsAloneAreShown()
{
    const SampleInventory sample(1, 100);
    ObjectTableModel model(Kind::Vm);
    model.setInventory(sample.inventory, {});
    settle(model);
    model.setVisibleRows(10, 19);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    std::vector<Load> loads;
    for (const core::VmId vm : sample.vms)
        loads.push_back({.object = vm, .cpuUsageRatio = 0.25});
    model.applyLoads(loads);
    QVERIFY(changed.wait());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 10);
    QCOMPARE(changed[0][1].toModelIndex().row(), 19);
    QVERIFY(!model.index(50, columnOf(model, "cpu-usage"_L1)).data().toString().isEmpty());
}

void TableModelTest::aHostsTableCountsItsVms()
{
    SampleInventory sample(3, 30);
    ObjectTableModel model(Kind::Host);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setInventory(sample.inventory, {});
    settle(model);
    const int column = columnOf(model, "vms"_L1);
    const auto sum = [&] {
        int all = 0;
        for (int row = 0; row < model.rowCount(); ++row)
            all += model.index(row, column).data().toString().toInt();
        return all;
    };
    const auto counted = [&] {
        return static_cast<int>(std::ranges::count_if(sample.inventory.all<Vm>(),
                                                      [](const auto &vm) { return !vm->isTemplate; }));
    };
    QCOMPARE(sum(), counted());
    for (size_t i = 0; i < 10; ++i)
        model.applyChanges({sample.remove(sample.vms[i])});
    QTRY_COMPARE(sum(), counted());
}

void TableModelTest::datastoresAndNetworksBelongToTheirHosts()
{
    SampleInventory sample(20, 0);
    sample.edit<Datastore>(sample.datastores[0], [&](Datastore &d) {
        d.hosts = {sample.hosts[0], sample.hosts[1]};
    });
    sample.edit<Network>(sample.networks[1], [&](Network &n) { n.hosts = {sample.hosts[12]}; });
    ObjectTableModel datastores(Kind::Datastore);
    datastores.setInventory(sample.inventory, {});
    ObjectTableModel networks(Kind::Network);
    networks.setInventory(sample.inventory, {});
    const auto counts = [&](const ObjectRef &scope) {
        datastores.setScope(scope);
        networks.setScope(scope);
        settle(datastores);
        settle(networks);
        return std::pair(datastores.rowCount(), networks.rowCount());
    };
    QCOMPARE(counts(sample.hosts[0]), std::pair(1, 0));
    QCOMPARE(counts(sample.hosts[12]), std::pair(0, 1));
    QCOMPARE(counts(sample.clusters[0]), std::pair(1, 0));
    QCOMPARE(counts(sample.datacenter), std::pair(2, 2));
    QCOMPARE(counts(ObjectRef()), std::pair(2, 2));
}

void TableModelTest::randomChangesEndWhereAFreshTableWould_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TableModelTest::randomChangesEndWhereAFreshTableWould()
{
    QFETCH(const quint32, seed);
    SampleInventory sample(20, 300, seed);
    const QStringList filters{u""_s, u"web"_s, u"state:running"_s, u"cluster:\"cluster 1\""_s,
                              u"1 -state:off"_s};
    ObjectTableModel model(Kind::Vm);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setInventory(sample.inventory, {});
    ObjectRef scope;
    QString filter;
    for (int step = 0; step < 200; ++step) {
        const auto vm = sample.vms[sample.below(sample.vms.size())];
        std::vector<Change> changes;
        switch (sample.below(10)) {
        case 0: changes.push_back(sample.added(sample.addVm(2000 + step))); break;
        case 1: changes.push_back(sample.remove(vm)); break;
        case 2:
            filter = filters[static_cast<qsizetype>(sample.below(5))];
            model.setFilter(filter);
            break;
        case 3:
            model.sort(static_cast<int>(sample.below(model.columns().size())),
                       Qt::SortOrder(sample.below(2)));
            break;
        case 4:
            scope = sample.below(2) == 0 ? ObjectRef(sample.datacenter)
                                         : ObjectRef(sample.clusters[sample.below(2)]);
            model.setScope(scope);
            break;
        case 5:
            changes.push_back(sample.edit<Host>(sample.hosts[sample.below(20)], [&](Host &host) {
                host.parent = sample.clusters[sample.below(2)];
            }));
            break;
        default:
            if (sample.inventory.find(vm)) {
                changes.push_back(sample.edit<Vm>(vm, [&](Vm &v) {
                    v.name = u"vm %1"_s.arg(sample.below(500));
                    v.host = sample.hosts[sample.below(20)];
                    v.state = PowerState(sample.below(6));
                }));
            }
        }
        model.applyChanges(changes);
        if (step % 10 == 0)
            QTest::qWait(static_cast<int>(sample.below(120)));
    }
    QTRY_COMPARE_WITH_TIMEOUT(shown(model), expected(scope, filter, sample.inventory), 10'000);
    settle(model);
    QCOMPARE(model.total(), static_cast<int>(vmsUnder(scope, sample.inventory).size()));
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(model.rowOf(model.refAt(row)), row);
}

QTEST_MAIN(TableModelTest)
#include "tablemodeltest.moc"
