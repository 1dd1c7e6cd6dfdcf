// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"
#include "core/model/tree.h"

#include <QWidget>

#include <array>
#include <memory>

class QButtonGroup;
class QSettings;
class QStackedWidget;
class QToolButton;

namespace views {

class FolderTree;
class RequestRunner;
struct Branches;

/// The inventory as trees: the four views over the same objects, each with its own open branches, selection and
/// scroll position. VMs are moved by drag into folders and onto hosts. GUI thread only; the session must outlive it.
class InventoryTree : public QWidget
{
    Q_OBJECT

public:
    InventoryTree(core::api::client::Session &session, QWidget *parent);
    ~InventoryTree() override;

    [[nodiscard]] core::model::TreeView view() const { return m_view; }
    /// Changes the view; what is selected stays so, if the view shows it.
    void setView(core::model::TreeView view);
    /// What the top row, the core itself, is called.
    void setRootName(const QString &name);

    /// View, open branches and selection as they were when saved. Before the session has an inventory; what is gone
    /// since is passed over, and where nothing is left to select, the root is.
    void restore(const QSettings &settings, const QString &group);
    void save(QSettings &settings, const QString &group) const;

    /// Selects it once the view shows it, which may be a moment later. An object of another view changes to that.
    void selectObject(const core::model::ObjectRef &ref);
    /// In no particular order; the first is the current one. Empty: nothing is selected.
    [[nodiscard]] std::vector<core::model::ObjectRef> selectedObjects() const;
    [[nodiscard]] core::model::ObjectRef currentObject() const;

Q_SIGNALS:
    /// The current object is another one.
    void objectSelected(const core::model::ObjectRef &object);
    void selectionChanged();
    /// VMs were dropped on a host.
    void migrationRequested(const std::vector<core::VmId> &vms, core::HostId to);
    void viewChanged(core::model::TreeView view);
    void contextMenuRequested(const QPoint &global);
    /// Double click or Enter on an object without children.
    void objectActivated(const core::model::ObjectRef &object);

protected:
    void changeEvent(QEvent *event) override;

private:
    FolderTree *treeOf(core::model::TreeView view);
    [[nodiscard]] FolderTree *tree() const;
    /// Where the view shows the object; absent: nowhere.
    [[nodiscard]] std::optional<core::model::ObjectRef> parentOf(const core::model::ObjectRef &ref) const;
    void tell();
    void selectWaiting();
    void selectFirst();
    void retranslate();

    core::api::client::Session &m_session;
    core::model::TreeView m_view = core::model::TreeView::HostsAndClusters;
    QButtonGroup *m_buttons = nullptr;
    QStackedWidget *m_stack = nullptr;
    RequestRunner *m_runner = nullptr;
    std::array<FolderTree *, 4> m_trees{}; ///< made when first shown
    std::array<std::unique_ptr<Branches>, 4> m_branches; ///< of the last run
    QString m_rootName;
    std::optional<core::model::ObjectRef> m_waiting; ///< to be selected when it appears
    std::optional<core::model::ObjectRef> m_first; ///< to be selected when the inventory is there, once
    core::model::ObjectRef m_told; ///< last objectSelected
    bool m_toldAny = false;
};

} // namespace views
