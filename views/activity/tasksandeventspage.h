// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/activity/activityfilter.h"
#include "views/models/eventlistmodel.h"
#include "views/widgets/page.h"

#include <QTimer>

class QLabel;
class QPushButton;
class QTabBar;
class QStackedLayout;

namespace views {

class ActivityFilterBar;
class FilteredList;
class TaskList;

/// What was done to the object and all beneath it, and what happened there: older events page by page, new ones as
/// they come. Both can be narrowed down; of the events the core does it, so that also old ones are found.
class TasksAndEventsPage : public Page
{
    Q_OBJECT

public:
    TasksAndEventsPage(core::api::client::Session &session, QWidget *parent);

    [[nodiscard]] QString title() const override;
    void setObject(const core::model::ObjectRef &object) override;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildTasks();
    void buildEvents();
    void startOver();
    void fetchOlder();
    void showDetails(const core::model::Event &event);
    void showMenu(const core::model::Event &event, const QPoint &global);
    [[nodiscard]] core::api::client::EventQuery query() const;
    void retranslate();
    void take(const core::model::Event &event);
    void fetch(std::optional<qint64> before);
    void fetched(const std::vector<core::model::Event> &events, bool older);
    void failed(const core::Error &error);
    void sayNote();
    void exportCurrent();

    core::model::ObjectRef m_object;
    ActivityFilter m_filter; ///< of the events
    int m_generation = 0; ///< of object and filter: an answer for older ones is dropped
    bool m_stale = true; ///< fetch when shown
    bool m_all = false; ///< there are no older ones
    std::optional<core::Error> m_problem; ///< why older ones did not come
    EventListModel m_model;
    std::vector<core::model::Event> m_fresh; ///< not yet in the model
    QTimer m_coalesce;
    QTabBar *m_switch;
    QPushButton *m_export;
    QStackedLayout *m_stack;
    TaskList *m_tasks;
    ActivityFilterBar *m_taskFilter;
    ActivityFilterBar *m_eventFilter;
    FilteredList *m_events;
    QPushButton *m_older;
    QLabel *m_note;
};

} // namespace views
