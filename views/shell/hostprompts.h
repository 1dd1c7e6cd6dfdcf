// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"

#include <QObject>
#include <QSet>

#include <deque>

class QWidget;

namespace views {

/// Connecting to a host may need an answer that only the user has: is this its key? what is the password? The core
/// cannot ask; its task fails with the question. This asks, and repeats the operation with the answer. One question
/// at a time; Cancel leaves no trace. A changed key is only shown: it cannot be accepted.
class HostPrompts : public QObject
{
    Q_OBJECT

public:
    HostPrompts(core::api::client::Session &session, QWidget *window);

    /// Also for what nobody in this window asked for: the one host of a single-host core, when it starts.
    void setAskForAll(bool all);
    /// Of several windows on one core only one asks by itself. What was asked for with ask() is asked in any.
    void setAsking(bool asking);
    /// For a host whose `problem` is such a question.
    void ask(const core::model::ObjectRef &host);

    [[nodiscard]] static bool isQuestion(const core::Error &error);

private:
    struct Question {
        core::Error error;
        core::operations::OperationRequest repeat;
        QString asked; ///< the operation and its target, for an error card
    };

    void look(const core::model::Task &task);
    void lookAtAll();
    void enqueue(Question question);
    void next();
    void showTrust(const Question &question);
    void showSecret(const Question &question);
    void answer(Question question, const QString &field, const QString &value);

    core::api::client::Session &m_session;
    QWidget *m_window;
    std::deque<Question> m_waiting;
    QSet<core::TaskId> m_seen;
    QHash<core::model::ObjectRef, core::Error> m_asked; ///< the host's last problem that was asked about
    bool m_askForAll = false;
    bool m_asking = true;
    bool m_open = false;
};

} // namespace views
