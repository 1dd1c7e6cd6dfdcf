// SPDX-License-Identifier: GPL-3.0-or-later
// The common CPU level of a cluster: which there are, who keeps it from one, and who may join.
#include "core/migration/evc.h"
#include "core/migration/cpu.h"
#include "tests/core/migration/migrationworld.h"

#include <QJsonArray>
#include <QTest>

using namespace core;
using namespace core::migration;
using namespace Qt::StringLiterals;

namespace {

QStringList names(const std::vector<LevelChoice> &choices)
{
    QStringList all;
    for (const LevelChoice &choice : choices)
        all += choice.level.name + (choice.findings.empty() ? QString() : u" -"_s);
    return all;
}

void makeOlder(model::Host &host)
{
    host.hardware->cpu = {
        .vendor = u"Intel"_s, .model = u"Penryn"_s, .usableModels = {u"qemu64"_s, u"Penryn"_s}};
}

} // namespace

class EvcTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLevelIsAKnownModelAndAddsToTheOneBefore()
    {
        for (const EvcLevel &level : evcLevels()) {
            QVERIFY2(isKnownModel(level.name), qPrintable(level.name));
            QCOMPARE(vendorOfModel(level.name), level.vendor);
        }
        QVERIFY(featuresOfLevel(u"Westmere").contains(featuresOfLevel(u"Nehalem")));
        QVERIFY(featuresOfLevel(u"nonsense").isEmpty());
    }

    void levelsThatNoHostHasAreNotOffered()
    {
        MigrationWorld world;
        QCOMPARE(names(levelChoices(world.cluster.id, world.inventory())),
                 (QStringList{u"Penryn -"_s, u"Nehalem -"_s, u"Westmere"_s})); // db01 runs with Westmere
        QCOMPARE(bestLevel(world.cluster.id, world.inventory()), u"Westmere"_s);
    }

    void theOldestHostDecides()
    {
        MigrationWorld world;
        makeOlder(world.to);
        world.vm.state = model::PowerState::Off;
        QCOMPARE(bestLevel(world.cluster.id, world.inventory()), u"Penryn"_s);
        const auto findings = checkLevel(world.cluster.id, u"Nehalem"_s, world.inventory());
        QCOMPARE(MigrationWorld::said(findings), QStringList{u"error evc.host-lacks-level"_s});
        const QJsonObject params = findings.front().problem.params;
        QCOMPARE(params.value(u"host"_s).toString(), u"h2"_s);
        QCOMPARE(params.value(u"features"_s).toArray(), (QJsonArray{u"popcnt"_s, u"sse4.2"_s}));
    }

    void aRunningVmThatUsesMoreKeepsTheLevelUp()
    {
        MigrationWorld world;
        const auto findings = checkLevel(world.cluster.id, u"Penryn"_s, world.inventory());
        QCOMPARE(MigrationWorld::said(findings), QStringList{u"error evc.vm-exceeds-level"_s});
        QCOMPARE(findings.front().problem.params.value(u"vm"_s).toString(), u"db01"_s);
        world.vm.state = model::PowerState::Off;
        QVERIFY(checkLevel(world.cluster.id, u"Penryn"_s, world.inventory()).empty());
    }

    void aVmWithItsHostsOwnCpuMustBeOff()
    {
        MigrationWorld world;
        world.vm.hardware->cpu = {.mode = model::CpuMode::HostPassthrough};
        QCOMPARE(MigrationWorld::said(checkLevel(world.cluster.id, u"Westmere"_s, world.inventory())),
                 QStringList{u"error evc.vm-cpu-of-host"_s});
    }

    void theLevelMayAlwaysBeRaisedAndTurnedOff()
    {
        MigrationWorld world;
        world.cluster.evcLevel = u"Penryn"_s;
        world.vm.hardware->cpu.model = u"Penryn"_s;
        QVERIFY(checkLevel(world.cluster.id, u"Westmere"_s, world.inventory()).empty());
        QVERIFY(checkLevel(world.cluster.id, QString(), world.inventory()).empty());
    }

    void vendorsDoNotMix()
    {
        MigrationWorld world;
        world.to.hardware->cpu.vendor = u"AMD"_s;
        const auto findings = checkLevel(world.cluster.id, u"Westmere"_s, world.inventory());
        QCOMPARE(MigrationWorld::said(findings), QStringList{u"error evc.mixed-vendors"_s});
        QCOMPARE(findings.front().problem.params.value(u"vendors"_s).toArray(),
                 (QJsonArray{u"AMD"_s, u"Intel"_s}));
        QVERIFY(bestLevel(world.cluster.id, world.inventory()).isEmpty());
    }

    void hostsThatEmulateMayHaveAnyVendor()
    {
        MigrationWorld world;
        for (model::Host *host : {&world.from, &world.to}) {
            host->hypervisorType = model::HypervisorType::Emulation;
            host->hardware->cpu.vendor = u"AMD"_s;
        }
        QVERIFY(checkLevel(world.cluster.id, u"Westmere"_s, world.inventory()).empty());
    }

    void aHostJoinsOnlyWithTheLevel()
    {
        MigrationWorld world;
        model::Host late = world.makeHost(u"h3"_s);
        makeOlder(late);
        QVERIFY(checkJoin(late, world.cluster.id, world.inventory()).empty()); // EVC is off
        world.cluster.evcLevel = u"Westmere"_s;
        QCOMPARE(MigrationWorld::said(checkJoin(late, world.cluster.id, world.inventory())),
                 QStringList{u"error evc.host-lacks-level"_s});
        QVERIFY(checkJoin(world.makeHost(u"h4"_s), world.cluster.id, world.inventory()).empty());
        late.hardware->cpu = {.vendor = u"AMD"_s, .model = u"EPYC"_s, .usableModels = {u"EPYC"_s}};
        QCOMPARE(checkJoin(late, world.cluster.id, world.inventory()).size(), size_t(2));
    }

    void aHostOfWhichNothingIsKnownDoesNotJoin()
    {
        MigrationWorld world;
        world.cluster.evcLevel = u"Westmere"_s;
        model::Host late = world.makeHost(u"h3"_s);
        late.hardware.reset();
        QCOMPARE(MigrationWorld::said(checkJoin(late, world.cluster.id, world.inventory())),
                 QStringList{u"error evc.host-not-known"_s});
    }

    void anUnknownLevelIsRefused()
    {
        const MigrationWorld world;
        QCOMPARE(MigrationWorld::said(checkLevel(world.cluster.id, u"Pentium-MMX"_s, world.inventory())),
                 QStringList{u"error evc.level-unknown"_s});
    }
};

QTEST_GUILESS_MAIN(EvcTest)
#include "evctest.moc"
