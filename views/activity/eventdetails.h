// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace views {

class FactBox;

/// All that is known of an event: what happened to what, who did it or that nobody did, by which task, and the data.
class EventDetails : public QDialog
{
    Q_OBJECT

public:
    EventDetails(core::api::client::Session &session, core::model::Event event, QWidget *parent);

Q_SIGNALS:
    void objectActivated(const core::model::ObjectRef &object);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTask();
    void retranslate();
    [[nodiscard]] const core::model::Task *task() const;

    core::api::client::Session &m_session;
    core::model::Event m_event;
    QLabel *m_sentence;
    FactBox *m_facts;
    QPlainTextEdit *m_data;
    QPushButton *m_task;
    QPushButton *m_close = nullptr;
};

} // namespace views
