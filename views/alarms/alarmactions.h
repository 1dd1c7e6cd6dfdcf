// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"

#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace views {

class RequestRunner;

/// What can be done with alarms and their definitions: asks for what is still needed, sends it, shows what was refused.
/// For menus and buttons: what is in the way, in a sentence. The session and the window must outlive it.
class AlarmActions : public QObject
{
    Q_OBJECT

public:
    AlarmActions(core::api::client::Session &session, QWidget *window);

    /// What is in the way; empty: nothing.
    [[nodiscard]] QString obstacleToAcknowledge(const std::vector<core::model::Alarm> &alarms) const;
    [[nodiscard]] QString obstacleToReset(const std::vector<core::model::Alarm> &alarms) const;
    [[nodiscard]] QString obstacleToDefine(const core::model::ObjectRef &object) const;
    /// `operation`: alarm-definition.set or .delete.
    [[nodiscard]] QString obstacleTo(const QString &operation,
                                     const std::vector<core::AlarmDefinitionId> &definitions) const;

    void acknowledge(const std::vector<core::model::Alarm> &alarms);
    void reset(const std::vector<core::model::Alarm> &alarms);
    void define(const core::model::ObjectRef &object);
    void edit(core::AlarmDefinitionId definition);
    void setEnabled(const std::vector<core::AlarmDefinitionId> &definitions, bool enabled);
    void remove(const std::vector<core::AlarmDefinitionId> &definitions);

    /// Acknowledge and Reset for these alarms.
    void fill(QMenu *menu, const std::vector<core::model::Alarm> &alarms);
    /// The submenu Alarm of objects' context menus: a new definition, and what is triggered on them.
    void addSubmenu(QMenu *menu, const std::vector<core::model::ObjectRef> &objects);

private:
    [[nodiscard]] QString lacking(core::model::Privilege privilege,
                                  const core::model::ObjectRef &object) const;
    void run(std::vector<core::operations::OperationRequest> requests);
    static void explain(QAction *action, const QString &obstacle);

    core::api::client::Session &m_session;
    QWidget *m_window;
    RequestRunner *m_runner;
};

} // namespace views
