// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inventory/foldertree.h"
#include "tests/views/inventory/sampleinventory.h"
#include "views/inventory/inventorymodel.h"

#include <QScrollBar>
#include <QTest>

using namespace core::model;
using namespace Qt::StringLiterals;
using tests::SampleInventory;

/// A tree of hosts and clusters, the first five hosts open, scrolled to its middle.
struct Scrolled {
    SampleInventory sample{40, 400};
    views::InventoryModel *model = new views::InventoryModel(TreeView::HostsAndClusters);
    views::FolderTree tree{model, nullptr};

    Scrolled()
    {
        tree.resize(300, 400);
        tree.show();
        model->setInventory(sample.inventory);
        settle();
        for (size_t host = 0; host < 5; ++host)
            tree.expand(model->indexOf(sample.hosts[host]));
        if (!QTest::qWaitForWindowExposed(&tree))
            qFatal("the tree is not shown");
        tree.verticalScrollBar()->setValue(tree.verticalScrollBar()->maximum() / 2);
    }
    void settle() const { QTRY_VERIFY(model->isSettled() && model->size() > 400); }
    void apply(const std::vector<Change> &changes)
    {
        model->applyChanges(changes);
        QTRY_VERIFY(model->isSettled());
    }
    [[nodiscard]] ObjectRef rowAt(int line) const
    {
        const QModelIndex top = tree.indexAt(QPoint(0, 0));
        return model->refAt(tree.indexAt(QPoint(0, line * tree.visualRect(top).height())));
    }
    /// The VMs beneath a host.
    [[nodiscard]] std::vector<core::VmId> vmsOf(core::HostId host) const
    {
        std::vector<core::VmId> vms;
        for (const core::VmId vm : sample.vms) {
            if (const Vm *known = sample.inventory.find(vm); known != nullptr && known->host == host)
                vms.push_back(vm);
        }
        return vms;
    }
};

class FolderTreeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSeenStaysWhenRowsComeAndGoAboveIt();
    void whatIsSeenStaysWhenTheUppermostRowGoes();
    void atTheTopTheTreeShowsItsTop();
};

void FolderTreeTest::whatIsSeenStaysWhenRowsComeAndGoAboveIt()
{
    Scrolled shown;
    const ObjectRef top = shown.rowAt(0);
    const auto gone = shown.vmsOf(shown.sample.hosts[0]);
    QVERIFY(gone.size() > 3);
    shown.apply({shown.sample.remove(gone[0]), shown.sample.remove(gone[1]), shown.sample.remove(gone[2])});
    QCOMPARE(toString(shown.rowAt(0)), toString(top));
    std::vector<Change> moves;
    for (const core::VmId vm : shown.vmsOf(shown.sample.hosts[20]))
        moves.push_back(shown.sample.edit<Vm>(vm, [&](Vm &v) { v.host = shown.sample.hosts[1]; }));
    QVERIFY(!moves.empty());
    shown.apply(moves);
    QCOMPARE(toString(shown.rowAt(0)), toString(top));
}

void FolderTreeTest::whatIsSeenStaysWhenTheUppermostRowGoes()
{
    Scrolled shown;
    const QModelIndex top = shown.model->indexOf(shown.vmsOf(shown.sample.hosts[0]).front());
    shown.tree.scrollTo(top, QAbstractItemView::PositionAtTop);
    const ObjectRef goes = shown.rowAt(0);
    const ObjectRef stays = shown.rowAt(1);
    QCOMPARE(goes.kind, Kind::Vm);
    const auto vm = goes.as<core::VmId>();
    shown.apply({shown.sample.edit<Vm>(vm, [&](Vm &v) { v.host = shown.sample.hosts[30]; })});
    QCOMPARE(toString(shown.rowAt(1)), toString(stays));
}

void FolderTreeTest::atTheTopTheTreeShowsItsTop()
{
    Scrolled shown;
    shown.tree.verticalScrollBar()->setValue(0);
    const auto vms = shown.vmsOf(shown.sample.hosts[0]);
    shown.apply({shown.sample.remove(vms[0]), shown.sample.remove(vms[1])});
    QCOMPARE(shown.tree.verticalScrollBar()->value(), 0);
}

QTEST_MAIN(FolderTreeTest)

#include "foldertreetest.moc"
