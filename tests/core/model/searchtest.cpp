// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/search.h"
#include "core/model/tree.h"

#include <QTest>

using namespace core;
using namespace core::model;
using namespace Qt::StringLiterals;

namespace {

struct World {
    Inventory inventory;
    DatacenterId datacenter = DatacenterId::random();
    ClusterId cluster = ClusterId::random();
    HostId host = HostId::random();
    VmId vm = VmId::random();

    World()
    {
        inventory.put(Datacenter{.id = datacenter, .name = u"Paris"_s});
        inventory.put(Cluster{.id = cluster, .name = u"Production"_s, .parent = datacenter});
        inventory.put(Host{.id = host, .name = u"h2"_s, .parent = cluster, .state = HostState::Connected});
        inventory.put(Vm{.id = vm,
                         .name = u"Web-Été-01"_s,
                         .host = host,
                         .state = PowerState::Running,
                         .notes = u"shop front"_s,
                         .addresses = {u"10.0.0.7"_s}});
    }

    [[nodiscard]] bool finds(const QString &text) const
    {
        return Query::parse(text).matches(*inventory.find(ObjectRef(vm)), inventory);
    }
};

} // namespace

class SearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void termsFindTheVm_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        QTest::newRow("nothing asked") << u""_s << true;
        QTest::newRow("part of the name") << u"eb-e"_s << true;
        QTest::newRow("case and accents") << u"WEB-ETE"_s << true;
        QTest::newRow("all words") << u"web shop"_s << true;
        QTest::newRow("one word wrong") << u"web mail"_s << false;
        QTest::newRow("state and host") << u"state:running host:h2 web"_s << true;
        QTest::newRow("state is whole") << u"state:run"_s << false;
        QTest::newRow("cluster") << u"cluster:prod"_s << true;
        QTest::newRow("datacenter") << u"datacenter:lyon"_s << false;
        QTest::newRow("address") << u"ip:10.0.0"_s << true;
        QTest::newRow("negated") << u"-state:off"_s << true;
        QTest::newRow("negated word") << u"-web"_s << false;
        QTest::newRow("begins with") << u"name:web*"_s << true;
        QTest::newRow("does not begin with") << u"name:ete*"_s << false;
        QTest::newRow("ends with") << u"name:*01"_s << true;
        QTest::newRow("quoted") << u"note:\"shop front\""_s << true;
        QTest::newRow("unknown field is a word") << u"colour:red"_s << false;
        QTest::newRow("a lone colon") << u":"_s << false;
        QTest::newRow("an open quote") << u"\"web"_s << true;
    }
    void termsFindTheVm()
    {
        QFETCH(QString, text);
        QFETCH(bool, found);
        QCOMPARE(World().finds(text), found);
    }

    void aVmHangsUnderItsHostAndUnderItsDatacenter()
    {
        const World world;
        const Object vm = *world.inventory.find(ObjectRef(world.vm));
        QVERIFY(parentIn(TreeView::HostsAndClusters, vm, world.inventory) == ObjectRef(world.host));
        QVERIFY(parentIn(TreeView::VmsAndTemplates, vm, world.inventory) == ObjectRef(world.datacenter));
        QVERIFY(!parentIn(TreeView::Networks, vm, world.inventory));
    }

    void aLoopOfParentsEnds()
    {
        Inventory inventory;
        const FolderId a = FolderId::random();
        const FolderId b = FolderId::random();
        inventory.put(Folder{.id = a, .name = u"a"_s, .parent = b});
        inventory.put(Folder{.id = b, .name = u"b"_s, .parent = a});
        QVERIFY(datacenterOf(a, inventory).isNull());
        QVERIFY(vmsUnder(a, inventory).empty());
    }

    void theDifferenceTurnsOneInventoryIntoAnother()
    {
        World before;
        World after;
        after.inventory.remove(ObjectRef(after.vm));
        Inventory turned = before.inventory;
        for (const Change &change : difference(before.inventory, after.inventory))
            turned.apply(change);
        QVERIFY(difference(turned, after.inventory).empty());
    }
};

QTEST_GUILESS_MAIN(SearchTest)
#include "searchtest.moc"
