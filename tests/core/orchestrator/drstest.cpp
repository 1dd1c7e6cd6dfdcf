// SPDX-License-Identifier: GPL-3.0-or-later
// DRS and maintenance on simulated hosts in virtual time: what is recommended, what is done, and what is remembered.
#include "core/model/tree.h"
#include "core/operations/errors.h"
#include "tests/core/orchestrator/corebench.h"

using namespace core;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::PowerState;
using model::TaskState;
using tests::Bench;

namespace {

struct Cluster : Bench {
    ClusterId cluster = clusterOf(host, now());

    Result<model::Task> set(const QJsonObject &more)
    {
        QJsonObject parameters = more;
        parameters.insert(u"cluster"_s, cluster.toString());
        const auto asked = ask(u"cluster.set-drs"_s, parameters);
        clock.advance(1s);
        return asked;
    }
    const model::Task &task(const Result<model::Task> &asked) const { return *core->tasks().find(asked->id); }

    /// Everything that runs is brought to one host, as far as it can go.
    void crowd()
    {
        std::vector<VmId> vms;
        for (const auto &vm : now().all<model::Vm>()) {
            if (vm->host == other && vm->state == PowerState::Running)
                vms.push_back(vm->id);
        }
        for (const VmId vm : vms)
            (void)ask(u"vm.migrate"_s, QJsonObject{{u"vm"_s, vm.toString()}, {u"host"_s, host.toString()}});
        clock.advance(20min);
    }
    [[nodiscard]] int runningOn(HostId where) const
    {
        return static_cast<int>(std::ranges::count_if(now().all<model::Vm>(), [&](const auto &vm) {
            return vm->host == where && vm->state == PowerState::Running;
        }));
    }
    Result<model::Task> look()
    {
        auto asked = ask(u"cluster.drs-run"_s, QJsonObject{{u"cluster"_s, cluster.toString()}});
        clock.advance(1s);
        return asked;
    }
    [[nodiscard]] bool isOneCluster() const
    {
        return clusterOf(other, now()) == cluster && !cluster.isNull();
    }
    [[nodiscard]] int migrations() const
    {
        return static_cast<int>(std::ranges::count_if(
            core->tasks().recent(), [](const model::Task &each) { return each.operation == u"vm.migrate"; }));
    }
};

} // namespace

class DrsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aManualClusterOnlyRecommendsAndAppliesWhatIsAsked()
    {
        Cluster bench;
        QVERIFY(bench.isOneCluster());
        bench.crowd();
        QVERIFY(bench.set({{u"enabled"_s, true}, {u"automation"_s, u"manual"_s}, {u"threshold"_s, 5}}));
        bench.clock.advance(10min); // no look at last hour's moves
        bench.clock.advance(1h);
        const int before = bench.migrations();
        QVERIFY(bench.look());
        const auto report = bench.core->drs().report(bench.cluster);
        QVERIFY(!report.recommendations.empty());
        QVERIFY(report.scoreAfter < report.score);
        QCOMPARE(bench.migrations(), before);
        const auto &first = report.recommendations.front();
        QVERIFY(!first.automatic && first.priority >= 2 && !first.reason.isEmpty());
        const auto applied = bench.ask(u"cluster.drs-apply"_s,
                                       QJsonObject{{u"cluster"_s, bench.cluster.toString()},
                                                   {u"recommendations"_s, QJsonArray{first.key}}});
        QVERIFY(applied);
        bench.clock.advance(5min);
        QCOMPARE(bench.task(applied).state, TaskState::Succeeded);
        QCOMPARE(bench.migrations(), before + static_cast<int>(first.moves.size()));
        QCOMPARE(bench.now().find(first.moves.front().vm)->host, first.moves.front().to);
        const auto history = bench.core->drs().history(bench.cluster);
        QCOMPARE(history.size(), first.moves.size());
        QCOMPARE(history.front().actor, u"local\\ann"_s);
        QVERIFY(!history.front().error);
        const auto again = bench.ask(u"cluster.drs-apply"_s,
                                     QJsonObject{{u"cluster"_s, bench.cluster.toString()},
                                                 {u"recommendations"_s, QJsonArray{first.key}}});
        bench.clock.advance(1s);
        QVERIFY(bench.task(again).error->is(operations::errors::RecommendationGone));
    }

    void anAutomatedClusterMovesByItselfAndRemembers()
    {
        Cluster bench;
        bench.crowd();
        const int crowded = bench.runningOn(bench.host);
        bench.clock.advance(1h);
        QVERIFY(bench.set({{u"enabled"_s, true}, {u"automation"_s, u"full"_s}, {u"threshold"_s, 5}}));
        const auto asked = bench.look();
        QVERIFY(asked);
        bench.clock.advance(10min);
        QCOMPARE(bench.task(asked).state, TaskState::Succeeded);
        QVERIFY(bench.runningOn(bench.host) < crowded);
        const auto history = bench.core->drs().history(bench.cluster);
        QVERIFY(!history.empty());
        QVERIFY(tests::waitFor(bench.clock, bench.core->flush()));
        bench.core.reset();
        bench.begin();
        QCOMPARE(bench.core->drs().history(bench.cluster).size(), history.size());
    }

    void switchedOffItSaysNothing()
    {
        Cluster bench;
        QCOMPARE(bench.core->drs().report(bench.cluster).state, model::DrsState::Off);
        const auto asked = bench.look();
        QVERIFY(!asked && asked.error().is(operations::errors::DrsOff));
    }

    void maintenanceEmptiesTheHostAndNothingComesBack()
    {
        Cluster bench;
        const int running = bench.runningOn(bench.host);
        QVERIFY(running > 0);
        const auto preview = bench.core->drs().evacuation(bench.host);
        const auto asked =
            bench.ask(u"host.enter-maintenance"_s, QJsonObject{{u"host"_s, bench.host.toString()}});
        QVERIFY(asked);
        bench.clock.advance(1s);
        QCOMPARE(bench.now().find(bench.host)->maintenance, model::Maintenance::Entering);
        bench.clock.advance(20min);
        int movable = 0;
        for (const auto &each : preview.recommendations)
            movable += static_cast<int>(each.moves.size());
        QCOMPARE(bench.runningOn(bench.host), running - movable);
        if (bench.runningOn(bench.host) > 0) { // what cannot go holds it up, and is named before
            QVERIFY(!preview.faults.empty());
            QCOMPARE(bench.now().find(bench.host)->maintenance, model::Maintenance::Entering);
            QVERIFY(bench.core->tasks().cancel(asked->id));
            bench.clock.advance(5s);
            QCOMPARE(bench.task(asked).state, TaskState::Cancelled);
            QCOMPARE(bench.now().find(bench.host)->maintenance, model::Maintenance::None);
            return;
        }
        QCOMPARE(bench.task(asked).state, TaskState::Succeeded);
        QCOMPARE(bench.now().find(bench.host)->maintenance, model::Maintenance::In);
        QVERIFY(bench.wasTold(u"host.entering-maintenance"_s));
        QVERIFY(bench.wasTold(u"host.in-maintenance"_s));
        QVERIFY(bench.ask(u"host.exit-maintenance"_s, QJsonObject{{u"host"_s, bench.host.toString()}}));
        bench.clock.advance(1s);
        QCOMPARE(bench.now().find(bench.host)->maintenance, model::Maintenance::None);
    }

    void enteringIsLeftWhenTheTaskIsCancelled()
    {
        Cluster bench;
        const auto asked =
            bench.ask(u"host.enter-maintenance"_s,
                      QJsonObject{{u"host"_s, bench.host.toString()}, {u"evacuation"_s, u"never"_s}});
        bench.clock.advance(1min);
        QCOMPARE(bench.task(asked).state, TaskState::Running);
        QCOMPARE(bench.now().find(bench.host)->maintenance, model::Maintenance::Entering);
        QVERIFY(bench.core->tasks().cancel(asked->id));
        bench.clock.advance(5s);
        QCOMPARE(bench.task(asked).state, TaskState::Cancelled);
        QCOMPARE(bench.now().find(bench.host)->maintenance, model::Maintenance::None);
    }

    void emptyingGoesOnAfterTheCoreWasKilled()
    {
        Cluster bench;
        const auto asked =
            bench.ask(u"host.enter-maintenance"_s, QJsonObject{{u"host"_s, bench.host.toString()}});
        bench.clock.advance(2s);
        bench.core.reset();
        bench.begin();
        bench.clock.advance(1min);
        QCOMPARE(bench.now().find(bench.host)->maintenance, model::Maintenance::Entering);
        QVERIFY(!isFinished(bench.core->tasks().find(asked->id)->state)
                || bench.core->tasks().find(asked->id)->state == TaskState::Succeeded);
    }

    void aVmStartsWhereItsClusterThinksBest()
    {
        Cluster bench;
        QVERIFY(bench.set({{u"enabled"_s, true}, {u"automation"_s, u"partial"_s}}));
        const VmId vm = bench.vmIn(PowerState::Off);
        QVERIFY(!vm.isNull());
        const auto placement = bench.core->drs().placementOf(vm);
        QVERIFY(!bench.core->drs().placesFor(vm).empty());
        const auto asked = bench.ask(u"vm.power-on"_s, vm);
        QVERIFY(asked);
        bench.clock.advance(2min);
        QVERIFY2(bench.task(asked).state == TaskState::Succeeded,
                 bench.task(asked).error ? qPrintable(bench.task(asked).error->code) : "");
        QCOMPARE(bench.now().find(vm)->state, PowerState::Running);
        if (!placement.host.isNull())
            QCOMPARE(bench.now().find(vm)->host, placement.host);
    }

    void poolsAreMadeFilledAndDissolved()
    {
        Cluster bench;
        const auto made = bench.ask(u"pool.create"_s,
                                    QJsonObject{{u"parent"_s, toString(model::ObjectRef(bench.cluster))},
                                                {u"name"_s, u"Tests"_s},
                                                {u"cpuShares"_s, u"high"_s}});
        QVERIFY(made);
        bench.clock.advance(1s);
        PoolId pool;
        for (const auto &each : bench.now().all<model::Pool>())
            pool = each->name == u"Tests" ? each->id : pool;
        QVERIFY(!pool.isNull());
        const VmId vm = bench.vmIn(PowerState::Running);
        QVERIFY(bench.ask(u"vm.move-to-pool"_s,
                          QJsonObject{{u"vm"_s, vm.toString()}, {u"pool"_s, pool.toString()}}));
        bench.clock.advance(1s);
        QCOMPARE(bench.now().find(vm)->pool, pool);
        bench.clock.advance(1min); // its host tells of it again, and knows of no pool
        QCOMPARE(bench.now().find(vm)->pool, pool);
        QVERIFY(bench.ask(u"pool.delete"_s, QJsonObject{{u"pool"_s, pool.toString()}}));
        bench.clock.advance(1s);
        QVERIFY(!bench.now().find(vm)->pool);
        QVERIFY(bench.now().find(pool) == nullptr);
    }
};

QTEST_GUILESS_MAIN(DrsTest)
#include "drstest.moc"
