// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/schema/taskquery.h"

#include "core/base/json.h"
#include "core/model/tree.h"
#include "core/operations/operation.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::api::schema {

namespace {

constexpr qsizetype longestUser = 200;
constexpr int deepestTree = 100;

/// Of a parameter that may come once.
Result<QString> onlyValue(const QUrlQuery &query, const QString &key)
{
    const QStringList values = query.allQueryItemValues(key, QUrl::FullyDecoded);
    if (values.size() > 1)
        return errors::invalidArgument(key, u"given twice"_s);
    if (values.size() == 1 && values.front().isEmpty())
        return errors::invalidArgument(key, u"a value is missing"_s);
    return values.value(0);
}

Result<std::optional<Instant>> onlyInstant(const QUrlQuery &query, const QString &key)
{
    const auto text = onlyValue(query, key);
    if (!text)
        return text.error();
    if (text->isEmpty())
        return std::optional<Instant>();
    const auto instant = fromRfc3339(*text);
    if (!instant)
        return errors::invalidArgument(key, u"an RFC 3339 instant expected"_s);
    return std::optional(*instant);
}

std::optional<Error> readTaskLists(const QUrlQuery &query, TaskQuery &result)
{
    for (const QString &text : query.allQueryItemValues(u"state"_s, QUrl::FullyDecoded)) {
        const auto state = json::fromJson<model::TaskState>(QJsonValue(text));
        if (!state)
            return errors::invalidArgument(u"state"_s, state.error().params.value(u"reason"_s).toString());
        result.states.push_back(*state);
    }
    for (const QString &name : query.allQueryItemValues(u"operation"_s, QUrl::FullyDecoded)) {
        if (operations::findOperation(name) == nullptr)
            return errors::invalidArgument(u"operation"_s, u"no such operation: "_s + name.left(longestUser));
        result.operations.push_back(name);
    }
    return std::nullopt;
}

std::optional<Error> readTaskTimes(const QUrlQuery &query, TaskQuery &result)
{
    auto since = onlyInstant(query, u"since"_s);
    if (!since)
        return since.error();
    auto until = onlyInstant(query, u"until"_s);
    if (!until)
        return until.error();
    result.since = *since;
    result.until = *until;
    return std::nullopt;
}

/// Is it the object, or does it lie beneath it?
bool isAtOrBeneath(model::ObjectRef ref, const model::ObjectRef &object, const model::Inventory &inventory)
{
    if (object.isRoot() || ref == object)
        return true;
    if (object.kind == model::Kind::Vm)
        return false;
    if (ref.kind == model::Kind::Vm) {
        const model::Vm *vm = inventory.find(VmId(ref.id));
        return vm != nullptr && isUnder(*vm, object, inventory);
    }
    // Bounded: folders that a damaged inventory has in a circle have no top.
    for (int steps = 0; steps < deepestTree; ++steps) {
        const auto found = inventory.find(ref);
        if (!found)
            return false;
        ref = locationOf(*found);
        if (ref == object)
            return true;
        if (ref.isRoot())
            return false;
    }
    return false;
}

template <class T>
bool isAmong(const std::vector<T> &wanted, const T &value)
{
    return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

} // namespace

QStringList taskQueryParameters()
{
    return {u"object"_s, u"state"_s, u"operation"_s, u"user"_s, u"since"_s, u"until"_s};
}

QUrlQuery write(const TaskQuery &query)
{
    QUrlQuery parameters;
    if (query.object)
        parameters.addQueryItem(u"object"_s, toString(*query.object));
    for (const model::TaskState state : query.states)
        parameters.addQueryItem(u"state"_s, QString::fromLatin1(wireName(state)));
    for (const QString &operation : query.operations)
        parameters.addQueryItem(u"operation"_s, operation);
    if (!query.user.isEmpty())
        parameters.addQueryItem(u"user"_s, QString::fromLatin1(QUrl::toPercentEncoding(query.user)));
    if (query.since)
        parameters.addQueryItem(u"since"_s, toRfc3339(*query.since));
    if (query.until)
        parameters.addQueryItem(u"until"_s, toRfc3339(*query.until));
    return parameters;
}

Result<TaskQuery> readTaskQuery(const QUrlQuery &query)
{
    TaskQuery result;
    const auto object = onlyValue(query, u"object"_s);
    if (!object)
        return object.error();
    if (!object->isEmpty()) {
        const auto ref = model::refFromString(*object);
        if (!ref)
            return errors::invalidArgument(u"object"_s, u"kind/uuid expected"_s);
        result.object = *ref;
    }
    const auto user = onlyValue(query, u"user"_s);
    if (!user)
        return user.error();
    if (user->size() > longestUser)
        return errors::invalidArgument(u"user"_s, u"at most %1 characters expected"_s.arg(longestUser));
    result.user = *user;
    if (auto wrong = readTaskLists(query, result))
        return *std::move(wrong);
    if (auto wrong = readTaskTimes(query, result))
        return *std::move(wrong);
    return result;
}

bool matches(const TaskQuery &query, const model::Task &task, const model::Inventory &inventory)
{
    return isAmong(query.states, task.state) && isAmong(query.operations, task.operation)
        && (query.user.isEmpty() || task.initiatedBy == query.user)
        && (!query.since || task.requested >= *query.since) && (!query.until || task.requested < *query.until)
        && (!query.object || isAtOrBeneath(task.target, *query.object, inventory));
}

} // namespace core::api::schema
