// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/inventory/objecttree.h"

#include <QAbstractItemModel>
#include <QSet>
#include <QTimer>

namespace views {

/// One of the four views as a tree: one top row, the core itself, and the objects beneath it. Holds an inventory of
/// its own and follows it object by object, in slices of a few milliseconds, at most each 50 ms; the first filling is
/// made on another thread. Rows are inserted, removed, moved and changed, never reset. GUI thread only.
class InventoryModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    explicit InventoryModel(core::model::TreeView view, QObject *parent = nullptr);

    [[nodiscard]] core::model::TreeView view() const { return m_view; }
    /// Everything may be different: compared by id.
    void setInventory(const core::model::Inventory &inventory);
    void applyChanges(const std::vector<core::model::Change> &changes);
    /// What the top row is called.
    void setRootName(const QString &name);
    /// The words changed: all labels are asked for again.
    void retranslate();

    [[nodiscard]] const core::model::Inventory &inventory() const { return m_inventory; }
    /// The root for an invalid index.
    [[nodiscard]] core::model::ObjectRef refAt(const QModelIndex &index) const;
    /// Invalid when the view does not show the object (yet).
    [[nodiscard]] QModelIndex indexOf(const core::model::ObjectRef &ref) const;
    /// Nothing is waiting to be shown.
    [[nodiscard]] bool isSettled() const { return !m_building && m_dirty.empty(); }
    [[nodiscard]] size_t size() const { return m_tree.size(); }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override { return Qt::MoveAction; }
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }

Q_SIGNALS:
    /// Rows are about to come, go or move, as they follow the inventory: remember where the view stands…
    void aboutToRearrange();
    /// …and go back there.
    void rearranged();
    /// All that was known when it was last told is now shown.
    void settled();

private:
    void install(ObjectTree built);
    void touch(const core::model::ObjectRef &ref);
    void touchDependents(bool vms);
    void work();
    void workOff();
    void sync(const core::model::ObjectRef &ref, int depth);
    void insert(const core::model::ObjectRef &ref, const QString &name, TreeNode *parent);
    void place(TreeNode *node, const QString &name, TreeNode *parent);
    void remove(TreeNode *node);
    [[nodiscard]] QModelIndex indexOf(const TreeNode *node) const;
    [[nodiscard]] QVariant rootData(int role) const;

    core::model::TreeView m_view;
    core::model::Inventory m_inventory;
    ObjectTree m_tree;
    QString m_rootName;
    std::vector<core::model::ObjectRef>
        m_dirty; ///< to be compared with the inventory; worked off from the end
    QSet<core::model::ObjectRef> m_queued;
    QTimer m_timer;
    int m_generation = 0; ///< of setInventory: an older building or comparison is thrown away
    bool m_building = false;
};

/// The objects of a drag that this model began; empty for any other.
[[nodiscard]] std::vector<core::model::ObjectRef> draggedObjects(const QMimeData *data);

} // namespace views
