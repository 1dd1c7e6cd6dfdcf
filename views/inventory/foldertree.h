// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/operation.h"

#include <QSet>
#include <QTimer>
#include <QTreeView>

namespace views {

class InventoryModel;

/// Which branches a tree shows open, where that differs from the usual: datacenters and clusters open, the rest not.
struct Branches {
    QSet<core::model::ObjectRef> opened;
    QSet<core::model::ObjectRef> closed;
};

/// The tree of one view. VMs are dragged into folders, or onto hosts to be migrated; where the core would refuse that, the cursor says no and the
/// status bar why.
class FolderTree : public QTreeView
{
    Q_OBJECT

public:
    FolderTree(InventoryModel *model, QWidget *parent);

    [[nodiscard]] InventoryModel *inventoryModel() const { return m_model; }
    [[nodiscard]] std::vector<core::model::ObjectRef> selectedObjects() const;
    /// Selects it, opens the way to it and brings it into sight. False when this view does not show it.
    bool selectObject(const core::model::ObjectRef &ref);
    /// To be shown so when they appear; before the model is filled.
    void setBranches(Branches branches) { m_branches = std::move(branches); }
    [[nodiscard]] Branches branches() const;

    /// The requests that a drop of these objects here would make, or why it may not.
    [[nodiscard]] static core::Result<std::vector<core::operations::OperationRequest>>
    moves(const std::vector<core::model::ObjectRef> &objects, const core::model::ObjectRef &onto,
          const core::model::Inventory &inventory);

    /// The VMs that a drop of these objects on the host would offer to migrate, or why none of the first of them may.
    [[nodiscard]] static core::Result<std::vector<core::VmId>>
    migrants(const std::vector<core::model::ObjectRef> &objects, core::HostId onto,
             const core::model::Inventory &inventory);

Q_SIGNALS:
    /// Dropped on a host.
    void migrationRequested(const std::vector<core::VmId> &vms, core::HostId to);
    void moveRequested(const std::vector<core::operations::OperationRequest> &requests);
    /// The selection is another one, or it is the one that counts again: the tree has the focus.
    void selectionMoved();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void openNew(const QModelIndex &parent, int first, int last);
    [[nodiscard]] bool isOpenAtFirst(const core::model::ObjectRef &ref) const;
    void collect(const QModelIndex &parent, Branches &branches) const;
    void say(const QString &statusTip);
    [[nodiscard]] std::optional<core::Error> refusal(const std::vector<core::model::ObjectRef> &objects,
                                                     const QModelIndex &over) const;
    void fitWidth();
    void rememberPlace();
    void returnToPlace();

    /// A row that is to be seen, and beneath what.
    struct Anchor {
        QPersistentModelIndex row;
        QPersistentModelIndex parent;
    };

    InventoryModel *m_model;
    Branches m_branches; ///< of the last run
    std::vector<Anchor> m_anchors; ///< the uppermost rows, while rows move
    std::vector<core::model::ObjectRef> m_dragged; ///< read once, not for each place it passes
    QPersistentModelIndex m_over; ///< the last place dragged over…
    bool m_allowed = false; ///< …and the answer for it
    QTimer m_fit; ///< what is in sight may be another width
};

} // namespace views
