// SPDX-License-Identifier: GPL-3.0-or-later
// What every database does alike: each test runs on SQLite and on PostgreSQL.
#include "core/persistence/errors.h"
#include "core/persistence/sql/maintenance.h"
#include "core/persistence/sql/sqlstore.h"
#include "tests/core/persistence/postgrescluster.h"
#include "tests/support/waitfor.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace core;
using namespace core::persistence;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using tests::waitFor;

namespace {

const Instant now{std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)};

model::Change added(const model::Vm &vm)
{
    return {vm.id, model::Object(std::make_shared<const model::Vm>(vm))};
}

model::Task taskAt(Instant requested, model::TaskState state)
{
    return {.id = TaskId::random(),
            .operation = u"vm.power-off"_s,
            .target = VmId::random(),
            .state = state,
            .initiatedBy = u"local\\ann"_s,
            .requested = requested};
}

std::vector<qint64> idsOf(const std::vector<model::Event> &events)
{
    std::vector<qint64> ids;
    for (const model::Event &event : events)
        ids.push_back(event.id);
    return ids;
}

using Ids = std::vector<qint64>;

} // namespace

class StoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_whyNoPostgres = m_cluster.start(); }

    static void initTestCase_data()
    {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgresql") << true;
    }

    void init()
    {
        QFETCH_GLOBAL(bool, postgres);
        if (postgres && !m_whyNoPostgres.isEmpty())
            QSKIP(qPrintable(m_whyNoPostgres));
        m_url = postgres ? m_cluster.newDatabase()
                         : u"sqlite:"_s + m_dir.filePath(QUuid::createUuid().toString(QUuid::WithoutBraces));
        QVERIFY(!m_url.isEmpty());
    }

    void objectsTasksAndEventsComeBack()
    {
        const model::Vm vm{.id = VmId::random(),
                           .name = u"web'; DROP TABLE object; --"_s,
                           .state = model::PowerState::Running};
        const model::Task task = taskAt(now, model::TaskState::Running);
        {
            const auto store = opened();
            QVERIFY(waitFor(
                store->write({.changes = {added(vm)},
                              .events = {model::Event{.id = 7, .code = u"vm.powered-off"_s, .object = vm.id}},
                              .tasks = {task}})));
        }
        const auto store = *persistence::open(m_url);
        const auto stored = waitFor(store->open());
        QVERIFY(stored);
        QCOMPARE(*stored->inventory.find(vm.id), vm);
        QCOMPARE(stored->tasks, std::vector{task});
        QCOMPARE(stored->lastEvent, 7);
        QCOMPARE(idsOf(*waitFor(store->events({.objects = {vm.id}}))), Ids{7});
    }

    void aRemovedObjectIsGone()
    {
        const model::Vm vm{.id = VmId::random(), .name = u"web"_s};
        {
            const auto store = opened();
            QVERIFY(waitFor(store->write({.changes = {added(vm)}})));
            QVERIFY(waitFor(store->write({.changes = {model::Change{vm.id, std::nullopt}}})));
        }
        QCOMPARE(waitFor((*persistence::open(m_url))->open())->inventory.size(), 0);
    }

    void allUnfinishedTasksComeBackAndTheNewestEndedOnes()
    {
        {
            const auto store = opened();
            Batch batch;
            for (int i = 0; i < 1000; ++i)
                batch.tasks.push_back(taskAt(now - i * 1s, model::TaskState::Queued));
            for (int i = 0; i < endedTasksLoaded + 50; ++i)
                batch.tasks.push_back(taskAt(now + i * 1s, model::TaskState::Succeeded));
            QVERIFY(waitFor(store->write(std::move(batch))));
        }
        const auto store = *persistence::open(m_url);
        const auto tasks = waitFor(store->open())->tasks;
        QCOMPARE(std::ranges::count(tasks, model::TaskState::Queued, &model::Task::state), 1000);
        QCOMPARE(std::ranges::count(tasks, model::TaskState::Succeeded, &model::Task::state),
                 endedTasksLoaded);
        QCOMPARE(tasks.front().requested, now + (endedTasksLoaded + 49) * 1s);
    }

    void aKeyBelongsToItsUserForADay()
    {
        const auto store = opened();
        const model::Task task = taskAt(now, model::TaskState::Queued);
        QVERIFY(waitFor(store->accept(task, {.key = u"k"_s, .user = u"ann"_s, .hash = "h\0h"})));
        const auto known = waitFor(store->taskOf(u"ann"_s, u"k"_s, now + 23h));
        QVERIFY(known && *known);
        QCOMPARE((*known)->task, task);
        QCOMPARE((*known)->hash, QByteArray("h\0h"));
        QVERIFY(!*waitFor(store->taskOf(u"eve"_s, u"k"_s, now)));
        QVERIFY(!*waitFor(store->taskOf(u"ann"_s, u"k"_s, now + 25h)));

        const model::Task second = taskAt(now + 1h, model::TaskState::Queued);
        const RequestKey again{.key = u"k"_s, .user = u"ann"_s, .hash = "2"};
        QVERIFY(waitFor(store->accept(second, again)).error().is(core::errors::Conflict));
        QVERIFY(waitFor(store->accept(second, {.key = u"k"_s, .user = u"eve"_s})));
        const model::Task nextDay = taskAt(now + 25h, model::TaskState::Queued);
        QVERIFY(waitFor(store->accept(nextDay, again)));
        QCOMPARE((*waitFor(store->taskOf(u"ann"_s, u"k"_s, now + 26h)))->task.id, nextDay.id);
    }

    void aTaskThatWasNeverAcceptedIsWithdrawn()
    {
        const model::Task task = taskAt(now, model::TaskState::Queued);
        {
            const auto store = opened();
            QVERIFY(waitFor(store->accept(task, {})));
            QVERIFY(waitFor(store->write({.withdrawn = {task.id}})));
        }
        QVERIFY(waitFor((*persistence::open(m_url))->open())->tasks.empty());
    }

    void whatIsWrittenTwiceIsThereOnce()
    {
        const auto store = opened();
        const Batch batch{.events = {model::Event{.id = 1, .time = now, .code = u"a.b"_s}}};
        QVERIFY(waitFor(store->write(batch)));
        QVERIFY(waitFor(store->write(batch)));
        QCOMPARE(idsOf(*waitFor(store->events({}))), Ids{1});
    }

    void eventsAreFoundByWhatTheyAreAbout()
    {
        const auto store = opened();
        const VmId vm = VmId::random();
        const HostId host = HostId::random();
        QVERIFY(waitFor(store->write({.events = {{.id = 1,
                                                  .time = now,
                                                  .code = u"vm.powered-on"_s,
                                                  .object = vm,
                                                  .objectName = u"Café"_s,
                                                  .actor = u"ann"_s},
                                                 {.id = 2,
                                                  .time = now + 1s,
                                                  .code = u"host.not-responding"_s,
                                                  .severity = model::Severity::Alert,
                                                  .object = host},
                                                 {.id = 3,
                                                  .time = now + 2s,
                                                  .code = u"vm.renamed"_s,
                                                  .severity = model::Severity::Warning,
                                                  .object = vm,
                                                  .parameters = {{u"before"_s, u"50%_off\\"_s}},
                                                  .actor = u"eve"_s},
                                                 {.id = 4,
                                                  .time = now + 3s,
                                                  .code = u"vm.powered-off"_s,
                                                  .object = vm,
                                                  .actor = u"ann"_s}}})));
        const auto found = [&](EventFilter filter) {
            return idsOf(*waitFor(store->events(std::move(filter))));
        };
        QCOMPARE(found({}), (Ids{4, 3, 2, 1}));
        QCOMPARE(found({.objects = {vm}}), (Ids{4, 3, 1}));
        QCOMPARE(
            found({.objects = {vm, host}, .severities = {model::Severity::Warning, model::Severity::Alert}}),
            (Ids{3, 2}));
        QCOMPARE(found({.codes = {u"vm.powered-on"_s, u"vm.powered-off"_s}}), (Ids{4, 1}));
        QCOMPARE(found({.actor = u"ann"_s}), (Ids{4, 1}));
        QCOMPARE(found({.since = now + 1s, .until = now + 3s}), (Ids{3, 2}));
        QCOMPARE(found({.words = {{.text = u"CAFÉ"_s}}}), Ids{1});
        QCOMPARE(found({.words = {{.text = u"50%_OFF\\"_s}}}), Ids{3});
        QCOMPARE(found({.words = {{.text = u"%"_s}}}), Ids{3});
        QCOMPARE(found({.words = {{.text = u"' OR 1=1--"_s}}}), Ids{});
        QCOMPARE(found({.words = {{.text = u"allum"_s, .codes = {u"vm.powered-on"_s}}}}), Ids{1});
        QCOMPARE(found({.words = {{.text = u"vm."_s}, {.text = u"eve"_s}}}), Ids{3}); // both
        QCOMPARE(found({.words = {{.text = u"Umbenennen"_s,
                                   .codeOfParameters = u"vm.renamed"_s,
                                   .parameters = {u"no"_s, u"50%_off"_s}}}}),
                 Ids{3});
        QCOMPARE(found({.words = {{.text = u"Umbenennen"_s,
                                   .codeOfParameters = u"vm.created"_s,
                                   .parameters = {u"50%_off"_s}}}}),
                 Ids{});
        QCOMPARE(found({.before = 4, .limit = 1, .words = {{.text = u"x"_s, .codes = {u"vm.powered-on"_s}}}}),
                 Ids{1}); // a page is full of what is wanted, not of what was looked at
        const Ids page = found({.limit = 2});
        QCOMPARE(page, (Ids{4, 3}));
        QCOMPARE(found({.before = page.back(), .limit = 2}), (Ids{2, 1}));
    }

    void whatIsOldGoesAndWhatHasNotEndedStays()
    {
        const auto store = opened();
        const model::Task old = taskAt(now - 40 * 24h, model::TaskState::Succeeded);
        const model::Task oldButQueued = taskAt(now - 40 * 24h, model::TaskState::Queued);
        const model::Task recent = taskAt(now - 24h, model::TaskState::Failed);
        Batch batch{.tasks = {old, oldButQueued, recent}};
        for (int i = 1; i <= 100; ++i)
            batch.events.push_back({.id = i, .time = now - (i <= 10 ? 31 * 24h : 1h), .code = u"a.b"_s});
        QVERIFY(waitFor(store->write(std::move(batch))));
        QVERIFY(waitFor(store->prune({.now = now})));
        QCOMPARE(waitFor(store->events({.limit = 1000}))->size(), 90U);
        QVERIFY(waitFor(store->prune({.now = now, .maximumEvents = 20})));
        QCOMPARE(waitFor(store->events({.limit = 1000}))->back().id, 81);
        const auto info = waitFor(store->info());
        QCOMPARE(info->tables.at(1).name, u"task"_s);
        QCOMPARE(info->tables.at(1).rows, 2);
        QVERIFY(waitFor(store->prune({.now = now, .maximumTasks = 0})));
        QCOMPARE(waitFor(store->info())->tables.at(1).rows, 2); // the newest, and the one that has not ended
    }

    void secretsComeBackByThePrefixOfTheirNames()
    {
        const QByteArray binary("\0\xff'--", 5);
        {
            const auto store = opened();
            QVERIFY(waitFor(store->saveSecret(u"password/ann"_s, "old")));
            QVERIFY(waitFor(store->saveSecret(u"password/ann"_s, binary)));
            QVERIFY(waitFor(store->saveSecret(u"password/eve"_s, "gone")));
            QVERIFY(waitFor(store->saveSecret(u"password/eve"_s, QByteArray())));
            QVERIFY(waitFor(store->saveSecret(u"token/1"_s, "t")));
        }
        const auto store = opened();
        const auto passwords = waitFor(store->secrets(u"password/"_s));
        QVERIFY(passwords);
        QCOMPARE(*passwords, (QHash<QString, QByteArray>{{u"password/ann"_s, binary}}));
        QCOMPARE(waitFor(store->secrets(QString()))->size(), 2);
    }

    void aSecondCoreIsRefused()
    {
        const auto store = opened();
        const auto second = *persistence::open(m_url);
        QVERIFY(waitFor(second->open()).error().is(persistence::errors::Locked));
        QVERIFY(waitFor(store->write({})));
    }

    void historyIsReadOnTheFinestLevelThatCoversTheTime()
    {
        const auto store = opened();
        const VmId vm = VmId::random();
        const VmId other = VmId::random();
        const auto row = [](VmId id, float value) {
            model::HistoryRow made{.object = id};
            made.values.fill(NAN);
            made.values[static_cast<size_t>(model::Counter::MemoryUsed)] = value;
            return made;
        };
        QVERIFY(waitFor(
            store->saveHistory({.start = now, .interval = 5min, .rows = {row(vm, 1), row(other, 9)}})));
        QVERIFY(waitFor(
            store->saveHistory({.start = now, .interval = 5min, .rows = {row(vm, 2), row(other, 9)}})));
        QVERIFY(waitFor(store->saveHistory({.start = now + 10min, .interval = 5min, .rows = {row(vm, 3)}})));
        QVERIFY(waitFor(store->saveHistory({.start = now, .interval = 30min, .rows = {row(vm, 4)}})));
        const auto fine =
            waitFor(store->history({.objects = {vm}, .from = now, .to = now + 15min, .now = now + 1h}));
        QCOMPARE(fine->size(), 1U);
        QCOMPARE(fine->front().counter, model::Counter::MemoryUsed);
        QCOMPARE(fine->front().interval, Duration(5min));
        QCOMPARE(fine->front().start, now);
        QCOMPARE(fine->front().values.size(), 3U);
        QCOMPARE(fine->front().values[0], 2.F);
        QVERIFY(std::isnan(fine->front().values[1]));
        QCOMPARE(fine->front().values[2], 3.F);
        const auto coarse =
            waitFor(store->history({.objects = {vm}, .from = now, .to = now + 1h, .now = now + 25h}));
        QCOMPARE(coarse->front().interval, Duration(30min));
        QCOMPARE(coarse->front().values[0], 4.F);
        const auto buckets = waitFor(store->historyBuckets(5min, now, now + 10min));
        QCOMPARE(buckets->size(), 1U);
        QCOMPARE(buckets->front().rows.size(), 2U);
        QVERIFY(waitFor(store->prune({.now = now + 25h})));
        QVERIFY(waitFor(store->historyBuckets(5min, now, now + 1h))->empty());
        QCOMPARE(waitFor(store->historyBuckets(30min, now, now + 1h))->size(), 1U);
    }

    void aCopyCanBePutInThePlaceOfWhatWasLost()
    {
        const model::Vm vm{.id = VmId::random(), .name = u"web"_s};
        const QString copy = m_dir.filePath(u"copy-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces));
        const auto location = *parseLocation(m_url);
        {
            const auto store = opened();
            QVERIFY(waitFor(store->write({.changes = {added(vm)}})));
            QVERIFY(!waitFor(store->info())->lastBackup);
            QVERIFY(waitFor(store->backup(copy, now)));
            QCOMPARE(waitFor(store->info())->lastBackup, now);
            QVERIFY(waitFor(store->write({.changes = {model::Change{vm.id, std::nullopt}}})));
            QVERIFY(restore(location, copy).error().is(persistence::errors::Locked));
        }
        QVERIFY(!restore(location, m_dir.filePath(u"no such file"_s)));
        QVERIFY(restore(location, copy));
        const auto stored = waitFor((*persistence::open(m_url))->open());
        QVERIFY(stored);
        QCOMPARE(stored->inventory.size(), 1);
    }

    void itSaysWhatItIs()
    {
        QFETCH_GLOBAL(bool, postgres);
        const auto info = waitFor(opened()->info());
        QVERIFY(info);
        QCOMPARE(info->engine, postgres ? DatabaseEngine::Postgresql : DatabaseEngine::Sqlite);
        QVERIFY(info->engineVersion.startsWith(postgres ? u"15."_s : u"3."_s));
        QVERIFY(info->size > Bytes(0));
        QCOMPARE(info->tables.size(), 5U);
    }

private:
    std::unique_ptr<Store> opened()
    {
        auto store = *persistence::open(m_url);
        const auto stored = waitFor(store->open());
        if (!stored)
            qFatal("%s %s", qPrintable(stored.error().code), qPrintable(stored.error().detail));
        return store;
    }

    QTemporaryDir m_dir;
    QString m_url;
    tests::PostgresCluster m_cluster;
    QString m_whyNoPostgres;
};

QTEST_GUILESS_MAIN(StoreTest)
#include "storetest.moc"
