// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"
#include "views/activity/activityfilter.h"
#include "views/models/tasklistmodel.h"

#include <QTimer>
#include <QWidget>

class QMenu;

namespace views {

class FilteredList;
class RequestRunner;

/// The tasks of the core, or of an object and all beneath it: newest first, progress, details, cancel, once more.
class TaskList : public QWidget
{
    Q_OBJECT

public:
    /// `name`: of the objects and settings. `scope`: absent: all tasks.
    TaskList(core::api::client::Session &session, const QString &name, QWidget *parent);

    /// Only the tasks on this object and what lies beneath it.
    void setScope(const core::model::ObjectRef &object);
    /// And only those.
    void setFilter(const ActivityFilter &filter);
    [[nodiscard]] FilteredList &list() const { return *m_list; }
    /// Asks for a file, CSV as it stands there or JSON as the core has them.
    void exportTasks(const QString &suggestedName);

Q_SIGNALS:
    void objectActivated(const core::model::ObjectRef &object);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void retranslate();
    void refresh();
    void showDetails(const core::model::Task &task);
    void showMenu(const core::model::Task &task, const QPoint &global);
    void addCancel(QMenu *menu);
    void addRetry(QMenu *menu);
    void writeJson(const QString &path);
    void cancel(const core::model::Task &task);

    core::api::client::Session &m_session;
    std::optional<core::model::ObjectRef> m_scope;
    ActivityFilter m_filter;
    TaskListModel m_model;
    FilteredList *m_list;
    RequestRunner *m_runner;
    QTimer m_coalesce;
};

} // namespace views
