// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"
#include "views/models/tasklistmodel.h"

#include <QTimer>
#include <QWidget>

class QMenu;

namespace views {

class FilteredList;

/// The tasks of the core, or of an object and all beneath it: newest first, progress, cancel, why one failed.
class TaskList : public QWidget
{
    Q_OBJECT

public:
    /// `name`: of the objects and settings. `scope`: absent: all tasks.
    TaskList(core::api::client::Session &session, const QString &name, QWidget *parent);

    /// Only the tasks on this object and what lies beneath it.
    void setScope(const core::model::ObjectRef &object);
    [[nodiscard]] FilteredList &list() const { return *m_list; }

Q_SIGNALS:
    void objectActivated(const core::model::ObjectRef &object);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void retranslate();
    void refresh();
    void activate(const core::model::Task &task);
    void showDetails(const core::model::Task &task);
    void showMenu(const core::model::Task &task, const QPoint &global);
    void addCancel(QMenu *menu);
    void cancel(const core::model::Task &task);

    core::api::client::Session &m_session;
    std::optional<core::model::ObjectRef> m_scope;
    TaskListModel m_model;
    FilteredList *m_list;
    QTimer m_coalesce;
};

} // namespace views
