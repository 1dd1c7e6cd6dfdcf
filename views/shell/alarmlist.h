// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"
#include "views/models/alarmlistmodel.h"

#include <QWidget>

namespace views {

class FilteredList;

/// The alarms that are triggered now, the worst first: all, or those of one object and all beneath it.
class AlarmList : public QWidget
{
    Q_OBJECT

public:
    /// `name`: of the table, in the settings too.
    AlarmList(core::api::client::Session &session, const QString &name, QWidget *parent);

    /// The root: all.
    void setScope(const core::model::ObjectRef &object);
    [[nodiscard]] FilteredList &list() { return *m_list; }

    [[nodiscard]] int count() const { return m_model.rowCount(); }

Q_SIGNALS:
    void objectActivated(const core::model::ObjectRef &object);
    void countChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refresh();
    void showMenu(const core::model::Alarm &alarm, const QPoint &global);

    core::api::client::Session &m_session;
    core::model::ObjectRef m_scope;
    AlarmListModel m_model;
    FilteredList *m_list;
};

} // namespace views
