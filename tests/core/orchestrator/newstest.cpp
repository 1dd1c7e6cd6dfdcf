// SPDX-License-Identifier: GPL-3.0-or-later
// What a change of the inventory means to a reader of events, and which conditions of an object call for somebody.
#include "core/orchestrator/news.h"

#include <QTest>

using namespace core;
using namespace core::orchestrator;
using namespace Qt::StringLiterals;
using model::HostState;
using model::PowerState;

namespace {

template <class T>
model::Object object(T value)
{
    return std::make_shared<const T>(std::move(value));
}

struct World {
    model::Inventory inventory;
    model::Host host{.id = HostId::random(), .name = u"h1"_s, .state = HostState::Connected};
    model::Vm vm{.id = VmId::random(), .name = u"web"_s, .host = host.id, .state = PowerState::Running};

    World() { inventory.put(host); }

    template <class T>
    [[nodiscard]] QStringList codes(const std::optional<T> &before, const std::optional<T> &after) const
    {
        const model::ObjectRef ref(before ? before->id : after->id);
        const auto was = before ? std::optional(object(*before)) : std::nullopt;
        const auto is = after ? std::optional(object(*after)) : std::nullopt;
        QStringList codes;
        for (const News &news : newsOf({ref, is}, was, inventory))
            codes += news.code;
        return codes;
    }
    [[nodiscard]] QStringList turned(PowerState before, PowerState after) const
    {
        model::Vm was = vm;
        model::Vm is = vm;
        was.state = before;
        is.state = after;
        return codes<model::Vm>(was, is);
    }
};

} // namespace

class NewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachStateOfAVmHasItsNews()
    {
        const World world;
        QCOMPARE(world.turned(PowerState::Off, PowerState::Running), QStringList{u"vm.powered-on"_s});
        QCOMPARE(world.turned(PowerState::Paused, PowerState::Running), QStringList{u"vm.resumed"_s});
        QCOMPARE(world.turned(PowerState::Running, PowerState::Off), QStringList{u"vm.powered-off"_s});
        QCOMPARE(world.turned(PowerState::Running, PowerState::Crashed), QStringList{u"vm.crashed"_s});
        QVERIFY(world.turned(PowerState::Running, PowerState::Unknown).isEmpty());
    }

    void stalenessIsNoNews()
    {
        const World world;
        model::Vm stale = world.vm;
        stale.stale = true;
        QVERIFY(world.codes<model::Vm>(world.vm, stale).isEmpty());
    }

    void whatAHostTellsOnConnectingWasThereBefore()
    {
        World world;
        QCOMPARE(world.codes<model::Vm>(std::nullopt, world.vm), QStringList{u"vm.created"_s});
        world.host.state = HostState::Connecting;
        world.inventory.put(world.host);
        QVERIFY(world.codes<model::Vm>(std::nullopt, world.vm).isEmpty());
    }

    void hostsAreAddedAndRemovedOthersCreatedAndDeleted()
    {
        const World world;
        const model::Cluster cluster{.id = ClusterId::random(), .name = u"c"_s};
        QCOMPARE(world.codes<model::Host>(std::nullopt, world.host), QStringList{u"host.added"_s});
        QCOMPARE(world.codes<model::Host>(world.host, std::nullopt), QStringList{u"host.removed"_s});
        QCOMPARE(world.codes<model::Cluster>(std::nullopt, cluster), QStringList{u"cluster.created"_s});
        QCOMPARE(world.codes<model::Cluster>(cluster, std::nullopt), QStringList{u"cluster.deleted"_s});
    }
};

QTEST_GUILESS_MAIN(NewsTest)
#include "newstest.moc"
