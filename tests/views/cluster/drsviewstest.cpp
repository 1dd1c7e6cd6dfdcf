// SPDX-License-Identifier: GPL-3.0-or-later
// What the console shows of pools, DRS and maintenance, against a fake core.
#include "core/text/language.h"
#include "tests/views/support/world.h"
#include "views/cluster/allocationpage.h"
#include "views/cluster/drspage.h"
#include "views/drs/drssettingsdialog.h"
#include "views/drs/maintenancedialog.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QTreeView>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace core::model;
using core::api::client::Session;

namespace {

constexpr qint64 GiB = qint64(1) << 30;

struct Filled {
    Session session{core::api::client::Endpoint()};
    tests::FakeCore &core = tests::coreOf(session);
    tests::World world = tests::fill(core);

    core::PoolId pool(const QString &name, qint64 reservation)
    {
        Pool made{.id = core::PoolId::random(), .name = name, .parent = world.cluster};
        made.memory.reservation = core::Bytes(reservation);
        made.cpu.level = SharesLevel::High;
        core.inventory.put(made);
        return made.id;
    }
    void switchOn()
    {
        Cluster cluster = *core.inventory.find(world.cluster);
        cluster.drsEnabled = true;
        cluster.drs = {.automation = DrsAutomation::Manual, .threshold = 4};
        cluster.drsRules = {
            {.name = u"apart"_s, .type = DrsRuleType::KeepApart, .vms = {world.web, world.db}}};
        core.inventory.put(cluster);
    }
    [[nodiscard]] DrsReport report() const
    {
        DrsReport report{.state = DrsState::Imbalanced,
                         .time = core::Instant(core::Duration(1'700'000'000'000)),
                         .score = 0.4,
                         .target = 0.1,
                         .scoreAfter = 0.05};
        report.hosts = {{.host = world.h1, .cpuRatio = 0.9, .cpuAfterRatio = 0.5}, {.host = world.h2}};
        for (const auto &[key, vm] : {std::pair(u"a"_s, world.web), std::pair(u"b"_s, world.db)})
            report.recommendations.push_back({.key = key,
                                              .priority = 2,
                                              .reason = u"fairnessCpuAvg"_s,
                                              .moves = {{.vm = vm,
                                                         .vmName = u"vm-"_s + key,
                                                         .from = world.h1,
                                                         .fromName = u"h1"_s,
                                                         .to = world.h2,
                                                         .toName = u"h2"_s}},
                                              .scoreBefore = 0.4,
                                              .scoreAfter = 0.2,
                                              .automatic = false});
        report.faults = {{.code = u"dirty-rate"_s, .object = ObjectRef(world.db), .objectName = u"db"_s}};
        return report;
    }
    void answerReports()
    {
        core.get = [this](const QString &path) -> core::Result<QJsonObject> {
            if (path.startsWith(u"/effective-permissions"_s)) // not known: then everything may be asked
                return core::Error(core::errors::NotFound);
            if (path.endsWith(u"drs-history"))
                return QJsonObject{{u"items"_s, QJsonArray()}};
            return core::json::toObject(report());
        };
    }
};

} // namespace

class DrsViewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(core::text::setLanguage(u"en")); }

    void recommendationsAreTickedAndApplied()
    {
        Filled filled;
        filled.switchOn();
        filled.answerReports();
        views::DrsPage page(filled.session, nullptr);
        page.resize(900, 600);
        page.setObject(filled.world.cluster);
        page.show();
        auto *table = page.findChild<QTreeView *>(u"drsRecommendationsTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        const auto *apply = page.findChild<QPushButton *>(u"drsApply"_s);
        QTRY_VERIFY2(apply->isEnabled(), qPrintable(apply->toolTip()));
        QVERIFY(page.findChild<QLabel *>(u"drsStatus"_s)->text().contains(u"0.400"_s));
        table->model()->setData(table->model()->index(0, 0), Qt::Unchecked, Qt::CheckStateRole);
        QTRY_VERIFY(apply->text().contains(u"1"_s));
        QTest::mouseClick(page.findChild<QPushButton *>(u"drsApply"_s), Qt::LeftButton);
        QTRY_COMPARE(filled.core.started.size(), 1U);
        QCOMPARE(filled.core.started.front().operation, u"cluster.drs-apply"_s);
        QCOMPARE(filled.core.started.front().parameters.value(u"recommendations"_s).toArray().size(), 1);
        QVERIFY(core::text::setLanguage(u"fr"));
        QTRY_VERIFY(apply->text().contains(u"Appliquer"_s));
        QVERIFY(apply->text().contains(u"1"_s)); // the tick is where it was
    }

    void withoutDrsThePageSaysSoAndWhatIsGreyWhy()
    {
        Filled filled;
        filled.answerReports();
        views::DrsPage page(filled.session, nullptr);
        page.setObject(filled.world.cluster);
        page.show();
        const auto *run = page.findChild<QPushButton *>(u"drsRun"_s);
        QTRY_VERIFY(!run->isEnabled());
        QVERIFY(!run->toolTip().isEmpty());
        QVERIFY(page.findChild<QLabel *>(u"drsStatus"_s)->text().contains(u"off"_s));
    }

    void aRuleIsSwitchedOffByItsTick()
    {
        Filled filled;
        filled.switchOn();
        views::DrsPage page(filled.session, nullptr);
        page.setObject(filled.world.cluster);
        auto *rules = page.findChild<QTreeWidget *>(u"drsRulesTable"_s);
        QCOMPARE(rules->topLevelItemCount(), 1);
        rules->topLevelItem(0)->setCheckState(0, Qt::Unchecked);
        QTRY_COMPARE(filled.core.started.size(), 1U);
        QCOMPARE(filled.core.started.front().parameters.value(u"enabled"_s), QJsonValue(false));
        QCOMPARE(filled.core.started.front().parameters.value(u"rule"_s).toString(), u"apart"_s);
    }

    void theGridSaysWhatEachGetsInTheWorstCase()
    {
        Filled filled;
        const core::PoolId pool = filled.pool(u"Prod"_s, 2 * GiB);
        Vm web = *filled.core.inventory.find(filled.world.web);
        web.pool = pool;
        filled.core.inventory.put(web);
        const auto rows =
            views::allocationRows(filled.world.cluster, views::Resource::Memory, filled.core.inventory);
        QVERIFY(rows.size() >= 3);
        QCOMPARE(rows.front().name, u"Prod"_s);
        QCOMPARE(rows.front().reservation, 2 * GiB);
        QVERIFY(rows.front().worstCase && *rows.front().worstCase <= GiB); // its only machine has 1 GiB
        double sum = 0;
        for (const views::AllocationRow &row : rows)
            sum += row.sharesRatio;
        QVERIFY(std::abs(sum - 1) < 1e-9);
        const auto totals =
            views::allocationTotals(filled.world.cluster, views::Resource::Memory, filled.core.inventory);
        QCOMPARE(totals.capacity, 16 * GiB);
        QCOMPARE(totals.reserved, 2 * GiB);
    }

    void aCellIsEditedAndTheWishIsTold()
    {
        Filled filled;
        filled.pool(u"Prod"_s, 2 * GiB);
        views::AllocationModel model;
        const QAbstractItemModelTester tester(&model);
        model.setResource(views::Resource::Memory);
        model.setRows(
            views::allocationRows(filled.world.cluster, views::Resource::Memory, filled.core.inventory));
        QSignalSpy wishes(&model, &views::AllocationModel::wished);
        QVERIFY(model.setData(model.index(0, views::AllocationModel::Reservation), u"512"_s, Qt::EditRole));
        QCOMPARE(wishes.takeFirst().at(2).toJsonValue().toInteger(), GiB / 2);
        QVERIFY(model.setData(model.index(0, views::AllocationModel::Limit), QString(), Qt::EditRole));
        QCOMPARE(wishes.takeFirst().at(2).toJsonValue().toInteger(), -1);
        QVERIFY(model.setData(model.index(0, views::AllocationModel::Level),
                              static_cast<int>(SharesLevel::Low), Qt::EditRole));
        QCOMPARE(wishes.takeFirst().at(2).toJsonValue().toString(), u"low"_s);
        QVERIFY(!model.setData(model.index(0, views::AllocationModel::Reservation), u"much"_s, Qt::EditRole));
        QVERIFY(wishes.isEmpty());
    }

    void theSettingsAreThoseOfTheCluster()
    {
        Filled filled;
        filled.switchOn();
        views::DrsSettingsDialog dialog(filled.session, filled.world.cluster, nullptr);
        QCOMPARE(dialog.findChild<QSlider *>(u"drsThreshold"_s)->value(), 4);
        dialog.findChild<QSlider *>(u"drsThreshold"_s)->setValue(1);
        const QJsonObject wanted = dialog.requests().front().parameters;
        QCOMPARE(wanted.value(u"threshold"_s).toInt(), 1);
        QCOMPARE(wanted.value(u"automation"_s).toString(), u"manual"_s);
        QCOMPARE(wanted.value(u"enabled"_s), QJsonValue(true));
    }

    void maintenanceShowsWhereEachGoesAndWhoBlocks()
    {
        Filled filled;
        filled.answerReports();
        views::MaintenanceDialog dialog(filled.session, filled.world.h1, nullptr);
        auto *moves = dialog.findChild<QTreeWidget *>(u"maintenanceMoves"_s);
        QTRY_COMPARE(moves->topLevelItemCount(), 3);
        QCOMPARE(moves->topLevelItem(0)->text(0), u"db"_s); // what is in the way comes first
        QVERIFY(dialog.findChild<QLabel *>(u"maintenanceVerdict"_s)->text().contains(u"cannot leave"_s));
        QCOMPARE(dialog.requests().front().parameters.value(u"evacuation"_s).toString(), u"always"_s);
        dialog.findChild<QCheckBox *>(u"maintenanceEvacuate"_s)->setChecked(false);
        QCOMPARE(dialog.requests().front().parameters.value(u"evacuation"_s).toString(), u"never"_s);
    }
};

QTEST_MAIN(DrsViewsTest)
#include "drsviewstest.moc"
