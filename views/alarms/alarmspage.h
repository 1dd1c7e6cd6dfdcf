// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/page.h"

class QLabel;
class QStackedLayout;
class QTabBar;

namespace views {

class AlarmActions;
class AlarmList;
class DefinitionList;

/// The alarms of an object and all beneath it: those that are triggered, and the definitions by which they are.
class AlarmsPage : public Page
{
    Q_OBJECT

public:
    AlarmsPage(core::api::client::Session &session, QWidget *parent);

    [[nodiscard]] QString title() const override;
    void setObject(const core::model::ObjectRef &object) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showCount();

    AlarmActions *m_actions;
    QTabBar *m_switch;
    QStackedLayout *m_stack;
    AlarmList *m_alarms;
    DefinitionList *m_definitions;
    QLabel *m_count;
};

} // namespace views
