// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"
#include "core/model/tree.h"

#include <QHash>
#include <QObject>
#include <QPointer>

class QAction;
class QMenu;
class QWidget;

namespace views {

/// What can be done with the selected objects: the catalogue as actions, in the console's order, greyed with the
/// reason as tooltip; asks for what an operation still needs (a name, a confirmation), sends it, and shows what
/// was refused. One for a window.
class ObjectActions : public QObject
{
    Q_OBJECT

public:
    ObjectActions(core::api::client::Session &session, QWidget *window);

    void setSelection(std::vector<core::model::ObjectRef> selection);
    [[nodiscard]] const std::vector<core::model::ObjectRef> &selection() const;
    /// The view in front: a new folder under a datacenter is to hold what that shows. VMs until told otherwise.
    void setView(core::model::TreeView view);

    /// The context menu of the selection; also the Inventory menu of the menu bar.
    void fill(QMenu *menu);
    /// Lives as long as this; enabled, tooltip and text follow the selection. Null for an unknown operation.
    [[nodiscard]] QAction *action(const QString &operation);
    /// As if chosen from the menu, on these objects.
    void trigger(const QString &operation, const std::vector<core::model::ObjectRef> &objects);
    /// Opens the Migrate wizard; `to`: where they were dropped.
    void migrate(const std::vector<core::VmId> &vms, core::HostId to);

Q_SIGNALS:
    /// By setSelection: the tree's, or that of a table which has the focus.
    void selectionChanged();
    /// The menu of these objects is being filled: the place for submenus of other rooms.
    void filling(QMenu *menu, const std::vector<core::model::ObjectRef> &objects);
    /// "Open Console" and "Open in New Window" are the window's business.
    void consoleRequested(const core::model::ObjectRef &vm);
    void windowRequested(const core::model::ObjectRef &object);
    /// Hosts are to be added there: a wizard of the window's.
    void addHostRequested(const core::model::ObjectRef &parent);
    /// The shortcut of a greyed action was pressed: why it is grey.
    void refused(const QString &reason);

private:
    class Private;
    std::shared_ptr<Private> d;
};

} // namespace views
