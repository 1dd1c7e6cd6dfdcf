// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/page.h"

class QLabel;

namespace views {

class AlarmList;

/// The alarms that are triggered on the object and all beneath it; a word where there is none.
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

    AlarmList *m_alarms;
    QLabel *m_count;
};

} // namespace views
