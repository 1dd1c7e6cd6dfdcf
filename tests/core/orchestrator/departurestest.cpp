// SPDX-License-Identifier: GPL-3.0-or-later
// Virtual machines that their host no longer has: when they are removed, and what is kept of them.
#include "core/orchestrator/departures.h"
#include "core/simulation/simulatedclock.h"

#include <QTest>

using namespace core;
using namespace core::orchestrator;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Bench {
    simulation::SimulatedClock clock;
    LiveInventory inventory;
    HomeFolders homes;
    Departures departures{clock, inventory, homes};
    HostId left = addHost(model::HostState::Connected);
    HostId right = addHost(model::HostState::Connected);
    bool isLookedAt = false;
    std::vector<std::pair<HostId, VmId>> lookedAt;

    Bench()
    {
        departures.setIsLookedAt([this](VmId) { return isLookedAt; });
        departures.setLookAt([this](HostId host, VmId vm) { lookedAt.emplace_back(host, vm); });
    }

    HostId addHost(model::HostState state)
    {
        const model::Host host{.id = HostId::random(), .name = u"host"_s, .state = state};
        inventory.put(host);
        return host.id;
    }
    VmId addVm()
    {
        const model::Vm vm{.id = VmId::random(), .name = u"web"_s, .host = left};
        inventory.put(vm);
        return vm.id;
    }
    [[nodiscard]] bool has(VmId vm) const { return inventory.now().find(vm) != nullptr; }
    void setState(HostId id, model::HostState state)
    {
        model::Host host = *inventory.now().find(id);
        host.state = state;
        inventory.put(host);
    }
};

} // namespace

class DeparturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatLeavesIsStaleThenRemoved()
    {
        Bench bench;
        const VmId vm = bench.addVm();
        bench.departures.left(bench.left, vm);
        QVERIFY(bench.inventory.now().find(vm)->stale);
        bench.clock.advance(1s);
        QVERIFY(!bench.has(vm));
    }

    void eachHasATimeOfItsOwn()
    {
        Bench bench;
        const VmId first = bench.addVm();
        const VmId second = bench.addVm();
        bench.departures.left(bench.left, first);
        bench.clock.advance(480ms);
        bench.departures.left(bench.left, second);
        bench.clock.advance(30ms);
        QVERIFY(!bench.has(first));
        QVERIFY(bench.has(second));
        bench.clock.advance(500ms);
        QVERIFY(!bench.has(second));
    }

    void nothingIsRemovedWhileAnotherHostIsBeingConnectedTo()
    {
        Bench bench;
        const VmId vm = bench.addVm();
        bench.setState(bench.right, model::HostState::Connecting);
        bench.departures.left(bench.left, vm);
        bench.clock.advance(20s);
        QVERIFY(bench.has(vm));
        bench.setState(bench.right, model::HostState::Connected);
        bench.clock.advance(1s);
        QVERIFY(!bench.has(vm));
    }

    void nothingIsRemovedWhileAHostIsBeingAsked()
    {
        Bench bench;
        const VmId vm = bench.addVm();
        bench.isLookedAt = true;
        bench.departures.left(bench.left, vm);
        bench.clock.advance(5s);
        QVERIFY(bench.has(vm));
        bench.isLookedAt = false;
        bench.clock.advance(1s);
        QVERIFY(!bench.has(vm));
    }

    void aHostThatHasToldOfACopyIsAsked()
    {
        Bench bench;
        const VmId vm = bench.addVm();
        bench.departures.copySeen(bench.right, vm);
        bench.departures.left(bench.left, vm);
        QCOMPARE(bench.lookedAt.size(), 1U);
        QCOMPARE(bench.lookedAt.front().first, bench.right);
    }

    void whatTurnsUpElsewhereStays()
    {
        Bench bench;
        const VmId vm = bench.addVm();
        bench.departures.left(bench.left, vm);
        model::Vm moved = *bench.inventory.now().find(vm);
        moved.host = bench.right;
        bench.inventory.put(moved);
        bench.clock.advance(5s);
        QVERIFY(bench.has(vm));
        QVERIFY(!bench.homes.contains(vm));
    }

    void whereItBelongedIsKeptForSomeMinutes()
    {
        Bench bench;
        const VmId vm = bench.addVm();
        model::Vm placed = *bench.inventory.now().find(vm);
        placed.folder = FolderId::random();
        placed.isTemplate = true;
        bench.inventory.put(placed);
        bench.departures.left(bench.left, vm);
        bench.clock.advance(5min);
        QCOMPARE(bench.homes.value(vm).folder, placed.folder);
        QVERIFY(bench.homes.value(vm).isTemplate);
        bench.clock.advance(10min);
        bench.departures.left(bench.left, bench.addVm());
        bench.clock.advance(1s);
        QVERIFY(!bench.homes.contains(vm));
    }
};

QTEST_GUILESS_MAIN(DeparturesTest)
#include "departurestest.moc"
