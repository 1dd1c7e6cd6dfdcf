// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"
#include "views/models/alarmlistmodel.h"

#include <QWidget>

class QCheckBox;
class QPushButton;

namespace views {

class AlarmActions;
class FilteredList;

/// The alarms that are triggered now, the worst first: all, or those of one object and all beneath it; to be
/// acknowledged and reset.
class AlarmList : public QWidget
{
    Q_OBJECT

public:
    /// `name`: of the table, in the settings too.
    AlarmList(core::api::client::Session &session, AlarmActions &actions, const QString &name,
              QWidget *parent);

    /// The root: all.
    void setScope(const core::model::ObjectRef &object);
    [[nodiscard]] FilteredList &list() { return *m_list; }

    /// Also those that are acknowledged and not shown.
    [[nodiscard]] int count() const { return m_count; }
    /// Nobody takes care of these yet.
    [[nodiscard]] int waiting() const { return m_waiting; }

Q_SIGNALS:
    void objectActivated(const core::model::ObjectRef &object);
    void countChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refresh();
    void showButtons();
    void showMenu(const core::model::Alarm &alarm, const QPoint &global);
    [[nodiscard]] std::vector<core::model::Alarm> selected() const;

    core::api::client::Session &m_session;
    AlarmActions &m_actions;
    core::model::ObjectRef m_scope;
    AlarmListModel m_model;
    FilteredList *m_list;
    QCheckBox *m_unacknowledged;
    QPushButton *m_acknowledge;
    QPushButton *m_reset;
    int m_count = 0;
    int m_waiting = 0;
};

} // namespace views
