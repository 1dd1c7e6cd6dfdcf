// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/taskboard.h"

#include "core/operations/permit.h"
#include "core/persistence/errors.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcTasks, "vigie.tasks")

namespace core::orchestrator {

namespace {

constexpr size_t tasksKept = persistence::endedTasksLoaded;

QByteArray hashOf(const operations::OperationRequest &request)
{
    const operations::Operation *operation = operations::findOperation(request.operation);
    const QJsonObject parameters =
        operation == nullptr ? request.parameters : withoutSecrets(*operation, request.parameters);
    return QCryptographicHash::hash(request.operation.toUtf8() + '\0'
                                        + QJsonDocument(parameters).toJson(QJsonDocument::Compact),
                                    QCryptographicHash::Sha256);
}

/// The task that an idempotency key has made, for whoever sends the same request again.
Result<model::Task> sameRequest(const persistence::KnownRequest &known, const QByteArray &hash)
{
    if (known.hash == hash)
        return known.task;
    return Error(persistence::errors::KeyReused);
}

std::optional<Error> missingParameter(const operations::Operation &operation, const QJsonObject &parameters)
{
    for (const operations::Parameter &parameter : operation.parameters) {
        const QJsonValue value = parameters.value(parameter.name);
        if (parameter.required && (value.isUndefined() || value.toString(u"-"_s).isEmpty()))
            return errors::invalidArgument(parameter.name, u"missing"_s);
    }
    return std::nullopt;
}

std::optional<Error> unknownParameter(const operations::Operation &operation, const QJsonObject &parameters)
{
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        if (std::ranges::find(operation.parameters, it.key(), &operations::Parameter::name)
            == operation.parameters.end())
            return errors::invalidArgument(it.key(), u"no such parameter"_s);
    }
    return std::nullopt;
}

} // namespace

TaskBoard::TaskBoard(Clock &clock, persistence::Store &store, Journal &journal, LiveInventory &inventory,
                     Perform perform)
    : m_clock(clock),
      m_store(store),
      m_journal(journal),
      m_inventory(inventory),
      m_perform(std::move(perform)),
      m_scope([](const Error &error) { qCWarning(lcTasks) << "task not kept" << error.code << error.detail; })
{}

std::vector<model::Task> TaskBoard::adopt(std::vector<model::Task> tasks)
{
    std::vector<model::Task> interrupted;
    std::ranges::reverse(tasks); // newest first, as stored
    for (model::Task &task : tasks) {
        const bool isCarriedOn = task.state == model::TaskState::Running && !task.steps.empty()
            && operations::findOperation(task.operation) != nullptr;
        if (isCarriedOn) {
            m_queues[task.target].push_front(task.id);
            m_order.push_back(task.id);
            m_entries.insert(task.id,
                             Entry{.task = task,
                                   .request = {task.operation, task.parameters},
                                   .earlierSteps = task.steps});
            continue;
        }
        if (!isFinished(task.state)) {
            task.state = model::TaskState::Failed;
            task.error = Error(operations::errors::Interrupted);
            task.completed = m_clock.now();
            task.cancellable = false;
            interrupted.push_back(task);
            m_journal.add(task);
        }
        m_order.push_back(task.id);
        m_entries.insert(task.id, Entry{.task = task});
    }
    return interrupted;
}

void TaskBoard::carryOn()
{
    std::vector<TaskId> all;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (!entry.earlierSteps.empty())
            all.push_back(entry.task.id);
    }
    for (const TaskId id : all)
        m_scope.spawn(run(id));
}

std::vector<model::TaskStep> TaskBoard::earlierSteps(TaskId id) const
{
    const auto it = m_entries.constFind(id);
    return it == m_entries.constEnd() ? std::vector<model::TaskStep>() : it->earlierSteps;
}

operations::Availability TaskBoard::check(const operations::OperationRequest &request,
                                          const access::Identity &who) const
{
    access::Reach reach(who, m_inventory.now());
    if (const auto permitted = operations::permitted(request, reach, m_inventory.now()); !permitted)
        return permitted;
    return isPossible(request);
}

operations::Availability TaskBoard::isPossible(const operations::OperationRequest &request) const
{
    const operations::Operation *operation = operations::findOperation(request.operation);
    if (operation == nullptr)
        return Error(errors::NotFound, QJsonObject{{u"what"_s, request.operation}});
    if (auto wrong = unknownParameter(*operation, request.parameters))
        return *std::move(wrong);
    if (auto wrong = missingParameter(*operation, request.parameters))
        return *std::move(wrong);
    return operation->availability(request.parameters, m_inventory.now());
}

Task<model::Task> TaskBoard::submit(Submission submission)
{
    const persistence::RequestKey key{.key = submission.idempotencyKey,
                                      .user = submission.who.principal,
                                      .hash = hashOf(submission.request)};
    if (!key.key.isEmpty()) {
        auto known = co_await m_store.taskOf(key.user, key.key, m_clock.now());
        if (!known)
            co_return known.error();
        if (*known) {
            if (const model::Task *current = find((*known)->task.id))
                (*known)->task = *current;
            co_return sameRequest(**known, key.hash);
        }
    }
    const auto available =
        submission.isOwn ? isPossible(submission.request) : check(submission.request, submission.who);
    if (!available)
        co_return available.why();
    const operations::Operation *operation = operations::findOperation(submission.request.operation);
    const model::ObjectRef target = operation->target(submission.request.parameters);
    const model::Task task{.id = TaskId::random(),
                           .operation = operation->name,
                           .target = target,
                           .targetName = m_inventory.now().nameOf(target),
                           .cancellable = true,
                           .initiatedBy = submission.who.principal,
                           .requested = m_clock.now(),
                           .parameters = withoutSecrets(*operation, submission.request.parameters)};
    if (const auto kept = co_await m_journal.accept(task, key); !kept) {
        // The same key came twice at the same moment, or the disk is full: what cannot be kept is not accepted.
        const auto other = co_await m_store.taskOf(key.user, key.key, m_clock.now());
        if (!key.key.isEmpty() && other && *other)
            co_return sameRequest(**other, key.hash);
        co_return kept.error();
    }
    m_order.push_back(task.id);
    m_entries.insert(task.id, Entry{.task = task, .request = submission.request});
    forgetOld();
    tell(task);
    std::deque<TaskId> &queue = m_queues[target];
    queue.push_back(task.id);
    if (queue.size() == 1 || target.kind != model::Kind::Vm)
        m_scope.spawn(run(task.id));
    const Entry *current = entry(task.id);
    co_return current == nullptr ? task : current->task;
}

Task<> TaskBoard::run(TaskId id)
{
    Entry *started = entry(id);
    started->task.state = model::TaskState::Running;
    if (!started->task.started)
        started->task.started = m_clock.now();
    started->task.cancellable = false;
    tell(started->task);
    // Time may have passed in the queue: is it still right? What has begun already is looked at by whoever carries it on.
    const auto available =
        started->earlierSteps.empty() ? isPossible(started->request) : operations::Availability();
    operations::OperationRequest request = std::exchange(started->request, {});
    Result<void> result;
    if (available)
        result = co_await m_perform(std::move(request), id);
    else
        result = available.why();
    // Kept before it is told: who has heard of the end must find it again after a crash.
    model::Task task = ended(entry(id)->task, result);
    m_journal.add(task);
    const auto kept = co_await m_journal.flush();
    const model::ObjectRef target = task.target;
    finish(*entry(id), std::move(task));
    startNext(target);
    co_return kept;
}

model::Task TaskBoard::ended(model::Task task, const Result<void> &result) const
{
    task.completed = m_clock.now();
    task.cancellable = false;
    task.phase.clear();
    if (result) {
        task.state = model::TaskState::Succeeded;
        task.progressRatio = 1;
    } else {
        task.state =
            result.error().is(errors::Cancelled) ? model::TaskState::Cancelled : model::TaskState::Failed;
        task.error = result.error();
    }
    return task;
}

void TaskBoard::finish(Entry &entry, model::Task task)
{
    entry.task = std::move(task);
    auto &queue = m_queues[entry.task.target];
    tell(entry.task);
    std::erase(queue, entry.task.id);
}

void TaskBoard::startNext(const model::ObjectRef &target)
{
    const auto queue = m_queues.find(target);
    if (queue == m_queues.end())
        return;
    if (queue->empty())
        m_queues.erase(queue);
    else if (target.kind == model::Kind::Vm)
        m_scope.spawn(run(queue->front()));
}

Result<void> TaskBoard::cancel(TaskId id)
{
    Entry *found = entry(id);
    if (found == nullptr)
        return Error(errors::NotFound, QJsonObject{{u"what"_s, id.toString()}});
    if (!found->task.cancellable)
        return Error(errors::Unsupported);
    if (found->task.state == model::TaskState::Running) {
        found->cancelRequested = true;
        return {};
    }
    finish(*found, ended(found->task, Error(errors::Cancelled)));
    m_journal.add(found->task);
    return {};
}

const model::Task *TaskBoard::find(TaskId id) const
{
    const auto it = m_entries.constFind(id);
    return it == m_entries.constEnd() ? nullptr : &it->task;
}

TaskBoard::Entry *TaskBoard::entry(TaskId id)
{
    const auto it = m_entries.find(id);
    return it == m_entries.end() ? nullptr : &*it;
}

std::vector<model::Task> TaskBoard::recent() const
{
    std::vector<model::Task> tasks;
    for (auto id = m_order.rbegin(); id != m_order.rend(); ++id)
        tasks.push_back(m_entries.constFind(*id)->task);
    return tasks;
}

bool TaskBoard::anyRunning() const
{
    return !m_queues.isEmpty();
}

Cause TaskBoard::causeFor(const model::ObjectRef &object) const
{
    const auto queue = m_queues.constFind(object);
    if (queue == m_queues.constEnd() || queue->empty())
        return {};
    const model::Task &task = m_entries.constFind(queue->front())->task;
    return {task.initiatedBy, task.id};
}

void TaskBoard::setPhase(TaskId id, const QString &phase)
{
    Entry *found = entry(id);
    if (found == nullptr || found->task.phase == phase)
        return;
    found->task.phase = phase;
    tell(found->task);
}

void TaskBoard::setProgress(TaskId id, double ratio)
{
    Entry *found = entry(id);
    if (found == nullptr || ratio <= found->task.progressRatio.value_or(0))
        return;
    found->task.progressRatio = std::min(ratio, 0.99); // 1 is said by the end alone
    tell(found->task);
}

void TaskBoard::setCancellable(TaskId id, bool cancellable)
{
    Entry *found = entry(id);
    if (found == nullptr || found->task.cancellable == cancellable)
        return;
    found->task.cancellable = cancellable;
    tell(found->task);
}

bool TaskBoard::cancelRequested(TaskId id) const
{
    const auto it = m_entries.constFind(id);
    return it != m_entries.constEnd() && it->cancelRequested;
}

void TaskBoard::setSteps(TaskId id, std::vector<model::TaskStep> steps)
{
    Entry *found = entry(id);
    if (found == nullptr || found->task.steps == steps)
        return;
    found->task.steps = std::move(steps);
    tell(found->task);
}

void TaskBoard::setMigration(TaskId id, model::MigrationFigures figures)
{
    Entry *found = entry(id);
    if (found == nullptr || found->task.migration == figures)
        return;
    found->task.migration = std::move(figures);
    tell(found->task);
}

void TaskBoard::setFindings(TaskId id, std::vector<model::Finding> findings)
{
    if (Entry *found = entry(id)) {
        found->task.findings = std::move(findings);
        tell(found->task);
    }
}

Task<> TaskBoard::keep(TaskId id)
{
    if (const Entry *found = entry(id); found != nullptr)
        m_journal.add(found->task);
    return m_journal.flush();
}

void TaskBoard::tell(const model::Task &task)
{
    if (m_listener)
        m_listener(task);
}

void TaskBoard::forgetOld()
{
    while (m_order.size() > tasksKept && isFinished(m_entries.constFind(m_order.front())->task.state)) {
        m_entries.remove(m_order.front());
        m_order.pop_front();
    }
}

} // namespace core::orchestrator
