// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/alarmlistmodel.h"
#include "views/models/eventlistmodel.h"
#include "views/models/tasklistmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace core::model;
using core::Instant;
using core::TaskId;

namespace {

Task task(int number, TaskState state = TaskState::Running)
{
    return Task{.id = TaskId(QUuid(static_cast<uint>(number), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)),
                .operation = u"vm.power-on"_s,
                .targetName = u"web%1"_s.arg(number),
                .state = state};
}

Event happened(qint64 id)
{
    return Event{.id = id, .code = u"vm.powered-on"_s, .objectName = u"web"_s};
}

std::vector<qint64> idsOf(const views::EventListModel &model)
{
    std::vector<qint64> ids;
    for (const Event &each : model.rows())
        ids.push_back(each.id);
    return ids;
}

} // namespace

class ListModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewTaskIsOneInsertionAndNothingElse();
    void aSelectedTaskStaysSelectedThroughAnyChange();
    void progressIsToldOfTheChangedRowOnly();
    void aRunningTaskWithoutAKnownProgressHasNoPercentage();
    void olderAndNewerEventsFallIntoPlace();
    void eventsOfALongDayDoNotFillTheMemory();
    void theWorstAlarmComesFirst();
};

void ListModelsTest::aNewTaskIsOneInsertionAndNothingElse()
{
    views::TaskListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows({task(2), task(1)});
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setRows({task(3), task(2), task(1)});
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(model.row(0).targetName, u"web3"_s);
}

void ListModelsTest::aSelectedTaskStaysSelectedThroughAnyChange()
{
    views::TaskListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows({task(0)});
    const QPersistentModelIndex selected(model.index(0, 0));
    QRandomGenerator random(7); // the same each time
    for (int round = 0; round < 200; ++round) {
        std::vector<Task> next{task(0)};
        for (int number = 1; number < 30; ++number) {
            if (random.bounded(2) == 0)
                next.push_back(
                    task(number, random.bounded(2) == 0 ? TaskState::Running : TaskState::Succeeded));
        }
        std::shuffle(next.begin(), next.end(), random);
        model.setRows(next);
        QVERIFY(selected.isValid());
        QCOMPARE(model.row(selected.row()).id, task(0).id);
        QVERIFY(model.rows() == next);
    }
}

void ListModelsTest::progressIsToldOfTheChangedRowOnly()
{
    views::TaskListModel model;
    model.setRows({task(3), task(2), task(1)});
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    Task further = task(2);
    further.progressRatio = 0.5;
    model.setRows({task(3), further, task(1)});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 1);
    QCOMPARE(model.index(1, views::TaskListModel::Status).data(views::ProgressRole).toDouble(), 0.5);
}

void ListModelsTest::aRunningTaskWithoutAKnownProgressHasNoPercentage()
{
    views::TaskListModel model;
    model.setRows({task(1)});
    const QModelIndex status = model.index(0, views::TaskListModel::Status);
    QVERIFY(status.data(views::ProgressRole).toDouble() < 0);
    QVERIFY(!status.data().toString().contains(u'%'));
}

void ListModelsTest::olderAndNewerEventsFallIntoPlace()
{
    views::EventListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add({happened(5), happened(6)});
    model.add({happened(2), happened(3), happened(5)}); // a page that overlaps
    model.add({happened(9)});
    QCOMPARE(idsOf(model), (std::vector<qint64>{9, 6, 5, 3, 2}));
}

void ListModelsTest::eventsOfALongDayDoNotFillTheMemory()
{
    views::EventListModel model;
    std::vector<Event> many;
    for (qint64 id = 1; id <= qint64(views::EventListModel::capacity); ++id)
        many.push_back(happened(id));
    model.add(many);
    model.add({happened(100'000)});
    QCOMPARE(size_t(model.rowCount()), views::EventListModel::capacity);
    QCOMPARE(model.row(0).id, 100'000);
}

void ListModelsTest::theWorstAlarmComesFirst()
{
    views::AlarmListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto alarm = [](Severity severity, qint64 since, const QString &name) {
        return Alarm{.id = core::AlarmId::random(),
                     .severity = severity,
                     .objectName = name,
                     .since = Instant(core::Duration(since))};
    };
    const Alarm old = alarm(Severity::Alert, 10, u"old"_s);
    const Alarm warning = alarm(Severity::Warning, 30, u"warning"_s);
    const Alarm fresh = alarm(Severity::Alert, 20, u"fresh"_s);
    model.setAlarms({old, warning, fresh});
    QCOMPARE(model.row(0).objectName, u"fresh"_s);
    QCOMPARE(model.row(1).objectName, u"old"_s);
    QCOMPARE(model.row(2).objectName, u"warning"_s);
    model.setAlarms({warning});
    QCOMPARE(model.rowCount(), 1);
}

QTEST_MAIN(ListModelsTest)
#include "listmodelstest.moc"
