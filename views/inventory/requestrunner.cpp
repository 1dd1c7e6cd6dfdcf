// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inventory/requestrunner.h"

#include "core/text/text.h"
#include "views/inventory/resultdialog.h"
#include "views/inventory/undolog.h"
#include "views/widgets/errorcard.h"

#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using core::Result;
using core::api::client::Session;
using core::model::Task;
using core::operations::OperationRequest;

struct RequestRunner::Run {
    std::vector<RequestOutcome> outcomes;
    size_t pending = 0;
};

RequestRunner::RequestRunner(Send send, Follow follow, QObject *parent)
    : QObject(parent),
      m_send(std::move(send)),
      m_follow(std::move(follow))
{}

RequestRunner::~RequestRunner() = default;

void RequestRunner::run(std::vector<RequestOutcome> requests)
{
    const auto run = std::make_shared<Run>();
    for (size_t i = 0; i < requests.size(); ++i) {
        if (requests[i].leftOut)
            continue;
        ++run->pending;
        m_waiting.push_back({run, i});
    }
    run->outcomes = std::move(requests);
    sendNext();
}

void RequestRunner::sendNext()
{
    while (m_unanswered < limit && !m_waiting.empty()) {
        const Waiting next = m_waiting.front();
        m_waiting.pop_front();
        ++m_unanswered;
        m_send(next.run->outcomes[next.item].request, [this, next](const Result<Task> &answer) {
            --m_unanswered;
            answered(next.run, next.item, answer);
            sendNext();
        });
    }
}

void RequestRunner::answered(const std::shared_ptr<Run> &run, size_t item, const Result<Task> &answer)
{
    if (!answer || isFinished(answer->state)) {
        settle(run, item, answer);
        return;
    }
    m_follow(answer->id, [this, run, item](const Result<Task> &ended) { settle(run, item, ended); });
}

void RequestRunner::settle(const std::shared_ptr<Run> &run, size_t item, const Result<Task> &ended)
{
    run->outcomes[item].error = ended ? ended->error : std::optional(ended.error());
    if (--run->pending == 0)
        Q_EMIT finished(run->outcomes);
}

namespace {

/// Another one shows these: the question for the key or secret is asked, and who cancels knows.
bool isShownElsewhere(const core::Error &error)
{
    return error.code.startsWith("trust."_L1) || error.code == "credentials.needed"_L1
        || error.is(core::errors::Cancelled);
}

std::optional<UndoLog::Step> undoOf(const OperationRequest &request, const core::model::Inventory &inventory)
{
    const auto inverse = inverseOf(request, inventory);
    if (!inverse)
        return {};
    const auto target = core::operations::findOperation(request.operation)->target(request.parameters);
    return UndoLog::Step{
        .inverse = *inverse, .operation = request.operation, .name = inventory.nameOf(target)};
}

void show(RequestRunner *runner, QWidget *window, const std::vector<RequestOutcome> &outcomes)
{
    const bool allDone =
        std::ranges::none_of(outcomes, [](const RequestOutcome &each) { return each.error.has_value(); });
    if (allDone)
        return;
    if (outcomes.size() == 1 && isShownElsewhere(*outcomes.front().error))
        return;
    if (outcomes.size() == 1) {
        const RequestOutcome &only = outcomes.front();
        const QString label = core::text::operationLabel(only.request.operation);
        ErrorCard::show(window,
                        only.name.isEmpty() ? label : ResultDialog::tr("%1 – %2").arg(label, only.name),
                        *only.error);
        return;
    }
    auto *dialog = new ResultDialog(outcomes, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &ResultDialog::retryRequested, runner, &RequestRunner::run);
    dialog->open();
}

} // namespace

RequestRunner *makeRunner(Session &session, QWidget *window)
{
    auto *life = new QObject; // the session drops the answers when it is gone
    auto send = [&session, life, window](const OperationRequest &request, RequestRunner::Answered answered) {
        const auto undo = undoOf(request, session.inventory()); // now: later it is not as it was
        session.start(request, life, [window, undo, answered](const Result<Task> &answer) {
            if (UndoLog *log = UndoLog::of(window); log != nullptr && answer && undo)
                log->expect(answer->id, *undo);
            answered(answer);
        });
    };
    auto follow = [&session, life](core::TaskId task, RequestRunner::Answered answered) {
        session.follow(task, life, std::move(answered));
    };
    auto *runner = new RequestRunner(std::move(send), std::move(follow), window);
    life->setParent(runner);
    QObject::connect(
        runner, &RequestRunner::finished, window,
        [runner, window](const std::vector<RequestOutcome> &outcomes) { show(runner, window, outcomes); });
    return runner;
}

std::vector<RequestOutcome> prepare(const std::vector<OperationRequest> &requests,
                                    const core::model::Inventory &inventory)
{
    std::vector<RequestOutcome> outcomes;
    for (const OperationRequest &request : requests) {
        const auto *operation = core::operations::findOperation(request.operation);
        const auto target =
            operation != nullptr ? operation->target(request.parameters) : core::model::ObjectRef();
        outcomes.push_back({.request = request, .target = target, .name = inventory.nameOf(target)});
    }
    return outcomes;
}

} // namespace views
