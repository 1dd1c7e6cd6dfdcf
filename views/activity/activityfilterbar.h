// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"
#include "views/activity/activityfilter.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace views {

/// What of the tasks or of the events is shown: kind, severity or state, user, time; events by text too.
class ActivityFilterBar : public QWidget
{
    Q_OBJECT

public:
    enum class Subject { Tasks, Events };

    ActivityFilterBar(Subject subject, core::api::client::Session &session, QWidget *parent);

    [[nodiscard]] ActivityFilter filter() const;
    void clear();

Q_SIGNALS:
    /// Not at each letter, but when somebody has stopped typing.
    void changed();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void later();
    void fillUsers();
    void retranslate();

    Subject m_subject;
    core::api::client::Session &m_session;
    QLabel *m_kindTitle;
    QComboBox *m_kind;
    QLabel *m_gradeTitle;
    QComboBox *m_grade; ///< severity or state
    QLabel *m_userTitle;
    QComboBox *m_user;
    TimeRangeBox *m_time;
    QLineEdit *m_text;
    QPushButton *m_clear;
    QTimer m_pause;
    ActivityFilter m_told;
};

} // namespace views
