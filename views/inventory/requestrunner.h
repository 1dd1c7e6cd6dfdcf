// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"

#include <QObject>

#include <deque>
#include <functional>

class QWidget;

namespace views {

/// One request of a run, and what became of it.
struct RequestOutcome {
    core::operations::OperationRequest request;
    core::model::ObjectRef target;
    QString name; ///< of the target, as it was when asked
    std::optional<core::Error> error; ///< refused, or its task failed; absent: it was done
    bool leftOut = false; ///< it is not asked for at all, as `error` says; only listed with the others
};

/// Sends several requests, at most `limit` unanswered at once; one that is refused does not stop the others. A run
/// ends when the task of each has ended. GUI thread only.
class RequestRunner : public QObject
{
    Q_OBJECT

public:
    using Answered = std::function<void(const core::Result<core::model::Task> &)>;
    /// Asks for an operation; answered with its task once it is accepted.
    using Send = std::function<void(const core::operations::OperationRequest &, Answered)>;
    /// Answered with the task as it ended, also when it had ended before the question.
    using Follow = std::function<void(core::TaskId, Answered)>;

    static constexpr int limit = 8;

    RequestRunner(Send send, Follow follow, QObject *parent = nullptr);
    ~RequestRunner() override;

    void run(std::vector<RequestOutcome> requests);
    [[nodiscard]] int unanswered() const { return m_unanswered; }

Q_SIGNALS:
    /// In the order in which they were given.
    void finished(const std::vector<views::RequestOutcome> &outcomes);

private:
    struct Run;
    void sendNext();
    void answered(const std::shared_ptr<Run> &run, size_t item,
                  const core::Result<core::model::Task> &answer);
    void settle(const std::shared_ptr<Run> &run, size_t item, const core::Result<core::model::Task> &ended);

    struct Waiting {
        std::shared_ptr<Run> run;
        size_t item;
    };
    Send m_send;
    Follow m_follow;
    std::deque<Waiting> m_waiting;
    int m_unanswered = 0;
};

/// A runner for a session that shows what failed: one refused request as an error card, several as a list with
/// Retry. `window` is the dialogs' parent and owns the runner.
[[nodiscard]] RequestRunner *makeRunner(core::api::client::Session &session, QWidget *window);
/// The requests with their targets and names, as the runner wants them.
[[nodiscard]] std::vector<RequestOutcome>
prepare(const std::vector<core::operations::OperationRequest> &requests,
        const core::model::Inventory &inventory);

} // namespace views
