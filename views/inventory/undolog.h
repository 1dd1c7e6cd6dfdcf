// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"

#include <QObject>

class QWidget;

namespace views {

class RequestRunner;

/// The request that takes another one back, seen while the inventory is still as it was before. Absent: there is none
/// so simple. Renaming and moving have one.
[[nodiscard]] std::optional<core::operations::OperationRequest>
inverseOf(const core::operations::OperationRequest &request, const core::model::Inventory &inventory);

/// Remembers the last thing done in this window that can be taken back, and takes it back: by the catalogue, as a task
/// like any other. GUI thread only; the session must outlive it.
class UndoLog : public QObject
{
    Q_OBJECT

public:
    struct Step {
        core::operations::OperationRequest inverse;
        QString operation; ///< what was done: "vm.rename"
        QString name; ///< of the object, as it was before
    };

    /// `window`: the parent of the dialog that says what went wrong.
    UndoLog(core::api::client::Session &session, QWidget *window);

    /// The log of the window that this widget is in; null in a window without.
    [[nodiscard]] static UndoLog *of(const QWidget *widget);

    /// The task was asked for; when it has succeeded, this would take it back.
    void expect(core::TaskId task, Step step);

    [[nodiscard]] const std::optional<Step> &last() const { return m_last; }
    /// Why the last step cannot be taken back now; absent: it can, or there is none.
    [[nodiscard]] std::optional<core::Error> obstacle() const;
    void undo();

Q_SIGNALS:
    /// last() is another step, or none.
    void changed();

private:
    core::api::client::Session &m_session;
    RequestRunner *m_runner;
    std::optional<Step> m_last;
};

} // namespace views
