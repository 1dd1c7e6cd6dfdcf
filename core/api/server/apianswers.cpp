// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/schema/errors.h"
#include "core/api/schema/etag.h"
#include "core/api/schema/routes.h"
#include "core/api/schema/taskquery.h"
#include "core/api/server/answers.h"
#include "core/api/server/api.h"
#include "core/api/server/metrics.h"
#include "core/api/server/pages.h"
#include "core/api/server/performance.h"
#include "core/model/tree.h"
#include "core/operations/permit.h"

#include <QThreadPool>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core::api::server {

namespace {

/// Whose list of what: a cursor of it is good for nobody and nothing else.
QByteArray listName(const QString &path, const Visitor &visitor)
{
    return path.toUtf8() + '\n' + visitor.identity().principal.toUtf8();
}

/// Only if the object is as the caller knows it; with a star, however it is.
bool isConditional(const Request &request)
{
    return (request.method == "PATCH" || request.method == "DELETE") && request.ifMatch.trimmed() != "*";
}

} // namespace

/// GET /{kind}s, /{kind}s/{id}, /tasks, /alarms.
bool Api::answerList(const Request &request, const QString &path, const VisitorPtr &visitor,
                     const Answer &answer) const
{
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    if (parts.isEmpty() || parts.size() > 2)
        return false;
    const QByteArray list = listName(path, *visitor);
    if (path == u"/tasks") {
        answer(tasksFor(request.query, list, *visitor));
        return true;
    }
    if (path == u"/alarms") {
        const auto seen = [&](const model::Alarm &alarm) { return visitor->sees(alarm.object); };
        answer(pageOf(Visitor::only(m_core.alarms().triggered(), seen), request.query, list, u"-since"_s,
                      m_cursors));
        return true;
    }
    const auto kind = schema::kindOfCollection(parts.front());
    if (!kind)
        return false;
    if (parts.size() == 1)
        answerObjects(request, *kind, visitor, answer);
    else
        answer(answerObject(request, {*kind, QUuid::fromString(parts.at(1))}, *visitor));
    return true;
}

/// What they are narrowed to is part of which list it is: a cursor of another narrowing is refused. Of an
/// object that he may not see nothing that lies beneath it is told.
Response Api::tasksFor(const QUrlQuery &query, const QByteArray &list, Visitor &visitor) const
{
    const auto wanted = schema::readTaskQuery(query);
    if (!wanted)
        return problem(wanted.error(), 400);
    QUrlQuery page = query;
    for (const QString &name : schema::taskQueryParameters())
        page.removeAllQueryItems(name);
    const model::Inventory &inventory = visitor.inventory();
    const bool isHidden = wanted->object && !visitor.sees(*wanted->object);
    const auto isWanted = [&](const model::Task &task) {
        return (!isHidden || task.target == *wanted->object) && schema::matches(*wanted, task, inventory)
            && visitor.sees(task);
    };
    return pageOf(Visitor::only(m_core.tasks().recent(), isWanted), page,
                  list + '\n' + schema::write(*wanted).toString(QUrl::FullyEncoded).toUtf8(), u"-requested"_s,
                  m_cursors);
}

/// Looked through on another thread: with ten thousand machines it takes longer than the loop may be held.
void Api::answerObjects(const Request &request, model::Kind kind, const VisitorPtr &visitor,
                        const Answer &answer) const
{
    const QString name = schema::collection(kind);
    const bool isNamed = kind != model::Kind::Permission;
    const auto page = readPage(request.query, listName(name, *visitor), membersOf(kind, true),
                               membersOf(kind, false), true, isNamed ? u"name"_s : u"id"_s, m_cursors);
    if (!page) {
        answer(problem(page.error(), 400));
        return;
    }
    QThreadPool::globalInstance()->start([kind, visitor, answer, page = *page, cursors = m_cursors] {
        std::vector<model::Object> found;
        std::vector<Row> rows;
        const model::Inventory &inventory = visitor->inventory();
        inventory.forEach([&](const model::Object &object) {
            const model::ObjectRef ref = refOf(object);
            if (ref.kind != kind || !visitor->sees(ref) || !page.query.filter.matches(object, inventory))
                return;
            rows.push_back({sortKey(memberOf(object, page.query.sort)), ref.id.toString(QUuid::WithoutBraces),
                            found.size()});
            found.push_back(object);
        });
        answer(pageOf(std::move(rows), page, cursors, [&](size_t index) { return toJson(found.at(index)); }));
    });
}

Response Api::answerObject(const Request &request, const model::ObjectRef &ref, Visitor &visitor) const
{
    const auto object = visitor.inventory().find(ref);
    if (!object || !visitor.sees(ref))
        return notFound(ref.id.toString(QUuid::WithoutBraces));
    const QByteArray etag = schema::etagOf(*object);
    const bool isKnown = !request.ifNoneMatch.isEmpty() && schema::containsEtag(request.ifNoneMatch, etag);
    Response response = isKnown ? Response{.status = 304} : json(toJson(*object));
    response.headers.emplace_back("ETag", etag);
    return response;
}

/// As the feeds see it; written on another thread.
void Api::answerMetrics(Visitor &visitor, const Answer &answer)
{
    Figures figures{.version = u"" VIGIE_VERSION ""_s,
                    .inventory = visitor.visibleInventory(),
                    .loads = m_core.performance().loads(),
                    .tasks = m_core.tasks().recent(),
                    .alarms = m_core.alarms().triggered(),
                    .feedListeners = m_feed.listeners()};
    std::erase_if(figures.loads, [&](const model::Load &load) { return !visitor.mayRead(load.object); });
    std::erase_if(figures.tasks, [&](const model::Task &task) { return !visitor.sees(task); });
    std::erase_if(figures.alarms, [&](const model::Alarm &alarm) { return !visitor.sees(alarm.object); });
    const Instant since = m_core.clock().now() - 1min;
    for (const model::Load &load : figures.loads)
        std::ranges::move(
            m_core.performance().query(load.object,
                                       {model::Counter::DiskRead, model::Counter::DiskWrite,
                                        model::Counter::NetworkReceived, model::Counter::NetworkSent},
                                       20s, since),
            std::back_inserter(figures.rates));
    for (size_t status = 0; status < m_counts->size(); ++status) {
        if (const qint64 count = m_counts->at(status).load(); count > 0)
            figures.answers.insert(static_cast<int>(status), count);
    }
    QThreadPool::globalInstance()->start([figures = std::move(figures), answer] {
        answer(
            Response{.contentType = "text/plain; version=0.0.4; charset=utf-8", .body = exposition(figures)});
    });
}

/// Serialised on another thread: a large inventory takes longer than the loop may be held.
void Api::answerInventory(Visitor &visitor, const Answer &answer)
{
    schema::Snapshot snapshot{.revision = m_feed.revision(),
                              .user = visitor.identity().principal,
                              .inventory = visitor.visibleInventory(),
                              .tasks = m_core.tasks().recent(),
                              .alarms = m_core.alarms().triggered(),
                              .loads = m_core.performance().loads()};
    if (!visitor.seesEverything()) {
        std::erase_if(snapshot.tasks, [&](const model::Task &task) { return !visitor.sees(task); });
        std::erase_if(snapshot.alarms,
                      [&](const model::Alarm &alarm) { return !visitor.sees(alarm.object); });
        std::erase_if(snapshot.loads, [&](const model::Load &load) { return !visitor.mayRead(load.object); });
    }
    QThreadPool::globalInstance()->start(
        [snapshot, answer] { answer(Response{.body = schema::write(snapshot)}); });
}

Task<> Api::answerPerformance(Request request, VisitorPtr visitor, Answer answer)
{
    auto query = schema::readPerformanceQuery(request.query);
    if (!query) {
        answer(problem(query.error(), 400));
        co_return {};
    }
    std::erase_if(query->objects, [&](const model::ObjectRef &object) {
        return !visitor->mayRead(object); // as if it were not there
    });
    const auto found = co_await performanceFor(&m_core, *std::move(query));
    if (!found) {
        answer(problem(found.error()));
        co_return {};
    }
    QJsonArray all;
    for (const model::Series &series : *found)
        all.append(schema::write(series));
    answer(json({{u"series"_s, all}}));
    co_return {};
}

Task<> Api::answerEvents(Request request, VisitorPtr visitor, Answer answer)
{
    const auto filter = eventFilterOf(request.query, m_core.inventory().now());
    if (!filter) {
        answer(problem(filter.error(), 400));
        co_return {};
    }
    const auto events = co_await m_core.store().events(*filter);
    if (!events)
        answer(problem(events.error()));
    else
        answer(json({{u"items"_s, json::toJson(Visitor::only(*events, [&](const model::Event &event) {
                          return visitor->mayRead(event.object);
                      }))}}));
    co_return {};
}

Response Api::notifications(Visitor &visitor) const
{
    if (!visitor.may(model::Privilege::GlobalSettings))
        return lacking(model::Privilege::GlobalSettings, {});
    model::NotificationSettings settings = m_core.notifications().settings();
    settings.scripts = m_core.actions().scripts();
    return json(json::toObject(settings));
}

void Api::answerCheck(const operations::OperationRequest &operation, const Visitor &visitor,
                      const Answer &answer) const
{
    answer(json(schema::write(m_core.tasks().check(operation, visitor.identity()))));
}

std::optional<Error> Api::objection(const Request &request, const operations::OperationRequest &operation,
                                    const Visitor &visitor) const
{
    const model::Inventory inventory = m_core.inventory().now();
    access::Reach reach(visitor.identity(), inventory);
    if (const auto permitted = operations::permitted(operation, reach, inventory); !permitted)
        return permitted.why();
    const operations::Operation *known = operations::findOperation(operation.operation);
    const bool changes = request.method == "PATCH" || request.method == "DELETE";
    if (const auto object = inventory.find(known->target(operation.parameters)); object && changes) {
        if (request.ifMatch.isEmpty())
            return Error(refusals::ConditionNeeded);
        const bool isTooLate = isConditional(request) && m_changes.isUnderway(refOf(*object));
        if (isTooLate || !schema::containsEtag(request.ifMatch, schema::etagOf(*object)))
            return Error(refusals::Changed, QJsonObject{{u"name"_s, nameOf(*object)}});
    }
    if (const auto possible = m_core.tasks().check(operation, visitor.identity()); !possible)
        return possible.why();
    return std::nullopt;
}

/// What is asked for is in the audit log before it begins.
Task<> Api::answerOperation(Request request, operations::OperationRequest operation, VisitorPtr visitor,
                            Answer answer)
{
    const QString key = QString::fromUtf8(request.idempotencyKey);
    bool isRepeated =
        false; // a client that did not hear the answer asks again, and the object has changed by then
    if (!key.isEmpty()) {
        const auto known =
            co_await m_core.store().taskOf(visitor->identity().principal, key, m_core.clock().now());
        isRepeated = known && known->has_value();
    }
    const auto refusal = isRepeated ? std::nullopt : objection(request, operation, *visitor);
    const operations::Operation *named = operations::findOperation(operation.operation);
    const model::ObjectRef target = named->target(operation.parameters);
    const bool isClaimed = !isRepeated && !refusal && isConditional(request);
    if (isClaimed)
        m_changes.begin(target);
    model::AuditRecord record{.who = visitor->identity().principal,
                              .from = request.address,
                              .what = operation.operation,
                              .object = toString(target),
                              .result = refusal ? refusal->code : u"accepted"_s,
                              .correlation = key};
    const auto told = co_await m_witness.tell(record);
    if (refusal || !told) {
        if (isClaimed)
            m_changes.cameToNothing(target);
        answer(problem(refusal ? *refusal : told.error()));
        co_return {};
    }
    orchestrator::Submission submission{
        .request = std::move(operation), .who = visitor->identity(), .idempotencyKey = key};
    const auto task = co_await m_core.tasks().submit(std::move(submission));
    if (isClaimed && task)
        m_changes.became(target, task->id);
    if (!task) {
        if (isClaimed)
            m_changes.cameToNothing(target);
        record.result = task.error().code;
        const auto corrected = co_await m_witness.tell(record);
        answer(problem(corrected ? task.error() : corrected.error()));
        co_return {};
    }
    Response response = json(json::toObject(*task));
    response.status = 202;
    response.headers.emplace_back("Location",
                                  QByteArray(schema::apiRoot) + "/tasks/" + task->id.toString().toUtf8());
    answer(response);
    co_return {};
}

void Api::answerTask(const Request &request, const QString &id, Visitor &visitor, const Answer &answer)
{
    const TaskId task = TaskId::fromString(id);
    const model::Task *found = m_core.tasks().find(task);
    if (found == nullptr || !visitor.sees(*found)) {
        answer(notFound(id));
    } else if (request.method == "GET") {
        answer(json(json::toObject(*found)));
    } else if (found->initiatedBy != visitor.identity().principal
               && !visitor.may(model::Privilege::CancelTask, found->target)) {
        answer(lacking(model::Privilege::CancelTask, found->targetName));
    } else {
        const auto cancelled = m_core.tasks().cancel(task);
        answer(cancelled ? Response{.status = 202, .body = "{}"} : problem(cancelled.error(), 409));
    }
}

void Api::answerConsole(VmId vm, Visitor &visitor, const Answer &answer)
{
    const model::Vm *known = visitor.inventory().find(vm);
    if (known == nullptr || !visitor.sees(vm)) {
        answer(notFound(vm.toString()));
        return;
    }
    if (!visitor.may(model::Privilege::VmInteractConsole, vm)) {
        answer(lacking(model::Privilege::VmInteractConsole, known->name));
        return;
    }
    answer(m_screens.issue(vm, visitor.caller().session));
}

} // namespace core::api::server
