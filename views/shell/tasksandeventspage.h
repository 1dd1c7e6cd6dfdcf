// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/models/eventlistmodel.h"
#include "views/widgets/page.h"

#include <QTimer>

class QLabel;
class QPushButton;
class QTabBar;
class QStackedLayout;

namespace views {

class FilteredList;
class TaskList;

/// What was done to the object and all beneath it, and what happened there: older events page by page, new ones as
/// they come.
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
    void buildEvents();
    void retranslate();
    void take(const core::model::Event &event);
    void fetch(std::optional<qint64> before);
    void fetched(const std::vector<core::model::Event> &events, bool older);
    void failed(const core::Error &error);
    void sayNote();
    void exportCurrent();

    core::model::ObjectRef m_object;
    int m_generation = 0; ///< of the object: an answer for an older one is dropped
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
    FilteredList *m_events;
    QPushButton *m_older;
    QLabel *m_note;
};

} // namespace views
