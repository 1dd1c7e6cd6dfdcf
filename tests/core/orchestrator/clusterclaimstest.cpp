// SPDX-License-Identifier: GPL-3.0-or-later
// Two cores that meet the same hosts: one rules, the other says so, until somebody takes over.
#include "core/orchestrator/clusterclaims.h"
#include "tests/core/orchestrator/corebench.h"

#include <QJsonDocument>

using namespace core;
using namespace tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::orchestrator::ClusterClaim;
using core::orchestrator::rulingClaim;

namespace {

/// A core over the bench's hosts, with a database of its own.
struct Ruler {
    Bench *bench;
    MemoryStore store;
    std::unique_ptr<Core> core;
    QString name;
    bool callsItOtherwise = false; ///< its cluster has another id: made by hand from the same hosts
    ClusterId cluster;

    Ruler(Bench *of, QString called, bool otherwise = false)
        : bench(of),
          name(std::move(called)),
          callsItOtherwise(otherwise)
    {
        begin();
    }

    void begin()
    {
        core = std::make_unique<Core>(bench->clock, bench->detour, store,
                                      Core::Settings{.user = u"local\\ann"_s, .name = name});
        InitialInventory initial;
        const auto topology = bench->world.topology();
        for (const auto &each : topology.datacenters)
            initial.objects.emplace_back(std::make_shared<const model::Datacenter>(each));
        for (model::Cluster each : topology.clusters) {
            if (callsItOtherwise)
                each.id = ClusterId(QUuid::createUuidV5(each.id.uuid(), name));
            each.drsEnabled = true;
            cluster = each.id;
            initial.objects.emplace_back(std::make_shared<const model::Cluster>(each));
        }
        for (model::Host each : topology.hosts) {
            each.parent = cluster;
            initial.hosts.push_back({.host = each});
        }
        QVERIFY(waitFor(bench->clock, core->start(initial)));
    }

    [[nodiscard]] QString managedBy() const { return core->inventory().now().find(cluster)->managedBy; }
    [[nodiscard]] bool wasTold(const QString &code) const
    {
        return std::ranges::any_of(store.log, [&](const model::Event &event) { return event.code == code; });
    }
    Result<model::Task> takeOver()
    {
        Submission submission{{u"cluster.take-over"_s, {{u"cluster"_s, cluster.toString()}}},
                              {.principal = u"local\\ann"_s},
                              {}};
        auto task = waitFor(bench->clock, core->tasks().submit(std::move(submission)));
        bench->clock.advance(5s);
        if (!task)
            return task;
        return *core->tasks().find(task->id);
    }
};

} // namespace

class ClusterClaimsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoTookItLastRules()
    {
        const ClusterClaim early{.core = u"b"_s, .taken = Instant(1h)};
        const ClusterClaim late{.core = u"a"_s, .taken = Instant(2h)};
        const ClusterClaim same{.core = u"c"_s, .taken = Instant(2h)};
        QCOMPARE(rulingClaim({}), nullptr);
        QCOMPARE(rulingClaim({early, late})->core, u"a"_s);
        QCOMPARE(rulingClaim({same, late, early})->core, u"c"_s); // whatever their order
        QCOMPARE(rulingClaim({late, early, same})->core, u"c"_s);
    }

    void theFirstRulesAndTheOtherSaysSo_data()
    {
        QTest::addColumn<bool>("otherwise");
        QTest::newRow("the same cluster") << false;
        QTest::newRow("a cluster of the same hosts") << true;
    }
    void theFirstRulesAndTheOtherSaysSo()
    {
        QFETCH(const bool, otherwise);
        Bench bench;
        Ruler first(&bench, u"paris"_s);
        bench.clock.advance(1min);
        QCOMPARE(first.managedBy(), QString());
        Ruler second(&bench, u"lyon"_s, otherwise);
        bench.clock.advance(1min);
        QCOMPARE(second.managedBy(), u"paris"_s);
        QCOMPARE(first.managedBy(), QString());
        QVERIFY(second.wasTold(u"cluster.claim-lost"_s));
        QVERIFY(!first.wasTold(u"cluster.claim-lost"_s));
    }

    void takingOverIsAnOperationAndTheOtherGivesWay()
    {
        Bench bench;
        Ruler first(&bench, u"paris"_s);
        bench.clock.advance(1min);
        Ruler second(&bench, u"lyon"_s);
        bench.clock.advance(1min);
        const auto needless = first.takeOver();
        QVERIFY(!needless && needless.error().is(operations::errors::RuledHere));
        const auto taken = second.takeOver();
        QVERIFY(taken);
        QVERIFY2(taken->state == model::TaskState::Succeeded,
                 taken->error ? qPrintable(taken->error->code) : "");
        QCOMPARE(second.managedBy(), QString());
        bench.clock.advance(1min);
        QCOMPARE(first.managedBy(), u"lyon"_s);
        QCOMPARE(second.managedBy(), QString());
    }

    void twoThatBeginAtTheSameTimeAgree()
    {
        Bench bench;
        Ruler first(&bench, u"paris"_s);
        Ruler second(&bench, u"lyon"_s, true);
        bench.clock.advance(2min);
        QCOMPARE(first.managedBy().isEmpty(), !second.managedBy().isEmpty());
    }

    void aRestartedCoreStillRules()
    {
        Bench bench;
        Ruler first(&bench, u"paris"_s);
        bench.clock.advance(1min);
        Ruler second(&bench, u"lyon"_s);
        bench.clock.advance(1min);
        QVERIFY(waitFor(bench.clock, first.core->flush()));
        first.begin();
        bench.clock.advance(1min);
        QCOMPARE(first.managedBy(), QString());
        QCOMPARE(second.managedBy(), u"paris"_s);
    }

    void aDatastoreThatCannotBeReachedChangesNothing()
    {
        Bench bench;
        Ruler first(&bench, u"paris"_s);
        bench.clock.advance(1min);
        Ruler second(&bench, u"lyon"_s);
        bench.clock.advance(1min);
        bench.connector.setFaults([](HostId, const char *verb, VmId) {
            const bool isFile = qstrcmp(verb, "list") == 0 || qstrcmp(verb, "read") == 0;
            return isFile ? hypervisor::SimulatedFault(Error(errors::Unreachable))
                          : hypervisor::SimulatedFault();
        });
        bench.clock.advance(5min);
        QCOMPARE(second.managedBy(), u"paris"_s);
        QCOMPARE(first.managedBy(), QString());
        const auto taken = second.takeOver();
        QVERIFY(taken && taken->state == model::TaskState::Failed);
        QCOMPARE(second.managedBy(), u"paris"_s);
    }

    void aClusterWithoutControllersIsNotClaimed()
    {
        Bench bench;
        Ruler first(&bench, u"paris"_s);
        model::Cluster quiet = *first.core->inventory().now().find(first.cluster);
        quiet.drsEnabled = quiet.haEnabled = false;
        first.core->inventory().put(quiet);
        bench.clock.advance(1min);
        Ruler second(&bench, u"lyon"_s);
        bench.clock.advance(1min);
        QCOMPARE(second.managedBy(), QString());
    }
};

QTEST_GUILESS_MAIN(ClusterClaimsTest)
#include "clusterclaimstest.moc"
