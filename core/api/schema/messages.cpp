// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/schema/messages.h"

#include "core/access/errors.h"
#include "core/api/schema/errors.h"
#include "core/base/overloaded.h"
#include "core/operations/errors.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace core::api::schema {

namespace {

template <class T>
void addAll(QJsonObject &to, const model::Inventory &inventory)
{
    QJsonArray array;
    for (const auto &object : inventory.all<T>())
        array.append(json::toObject(*object));
    to.insert(collection(T::kind), array);
}

template <class T>
std::optional<Error> readAll(const QJsonObject &from, model::Inventory &inventory)
{
    for (const QJsonValue &each : from.value(collection(T::kind)).toArray()) {
        auto object = json::fromJson<T>(each);
        if (!object)
            return object.error();
        inventory.put(*std::move(object));
    }
    return std::nullopt;
}

template <class... Ts>
std::optional<Error> readKinds(const QJsonObject &from, model::Inventory &inventory)
{
    std::optional<Error> wrong;
    ((wrong = wrong ? wrong : readAll<Ts>(from, inventory)), ...);
    return wrong;
}

QJsonObject parseObject(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject write(const model::Change &change)
{
    QJsonObject object{{u"ref"_s, toString(change.ref)}};
    if (change.object)
        object.insert(u"object"_s, toJson(*change.object));
    return object;
}

Result<model::Change> readChange(const QJsonValue &json)
{
    const auto ref = model::refFromString(json[u"ref"].toString());
    if (!ref)
        return ref.error();
    model::Change change{*ref, std::nullopt};
    if (const QJsonValue object = json[u"object"]; object.isObject()) {
        auto read = model::objectFromJson(ref->kind, object);
        if (!read)
            return read.error();
        change.object = *std::move(read);
    }
    return change;
}

Result<FeedMessage> readChanges(const QJsonObject &json)
{
    ChangesMessage message;
    for (const QJsonValue &each : json.value(u"changes"_s).toArray()) {
        auto change = readChange(each);
        if (!change)
            return change.error();
        message.changes.push_back(*std::move(change));
    }
    return FeedMessage(std::move(message));
}

template <class T, class Message>
Result<FeedMessage> readList(const QJsonObject &json, const QString &name, std::vector<T> Message::*member)
{
    auto list = json::fromJson<std::vector<T>>(json.value(name));
    if (!list)
        return list.error();
    Message message;
    message.*member = *std::move(list);
    return FeedMessage(std::move(message));
}

template <class T, class Message>
Result<FeedMessage> readOne(const QJsonObject &json, T Message::*member)
{
    auto value = json::fromJson<T>(json);
    if (!value)
        return value.error();
    Message message;
    message.*member = *std::move(value);
    return FeedMessage(std::move(message));
}

} // namespace

QString collection(model::Kind kind)
{
    return kind == model::Kind::Root ? QString() : QLatin1StringView(wireName(kind)) + u's';
}

std::optional<model::Kind> kindOfCollection(QStringView name)
{
    for (const auto &each : wireNames(model::Kind{})) {
        if (each.value != model::Kind::Root && collection(each.value) == name)
            return each.value;
    }
    return std::nullopt;
}

QString toString(const Revision &revision)
{
    return revision.epoch + u'.' + QString::number(revision.n);
}

std::optional<Revision> revisionFromString(const QString &text)
{
    const qsizetype dot = text.lastIndexOf(u'.');
    bool number = false;
    const qint64 n = text.mid(dot + 1).toLongLong(&number);
    if (dot <= 0 || !number || n < 0)
        return std::nullopt;
    return Revision{text.left(dot), n};
}

QByteArray write(const Snapshot &snapshot)
{
    QJsonObject object{{u"revision"_s, toString(snapshot.revision)},
                       {u"user"_s, snapshot.user},
                       {u"tasks"_s, json::toJson(snapshot.tasks)},
                       {u"alarms"_s, json::toJson(snapshot.alarms)},
                       {u"loads"_s, json::toJson(snapshot.loads)}};
    addAll<model::Datacenter>(object, snapshot.inventory);
    addAll<model::Folder>(object, snapshot.inventory);
    addAll<model::Cluster>(object, snapshot.inventory);
    addAll<model::Host>(object, snapshot.inventory);
    addAll<model::Pool>(object, snapshot.inventory);
    addAll<model::Vm>(object, snapshot.inventory);
    addAll<model::Datastore>(object, snapshot.inventory);
    addAll<model::Network>(object, snapshot.inventory);
    addAll<model::User>(object, snapshot.inventory);
    addAll<model::Group>(object, snapshot.inventory);
    addAll<model::Role>(object, snapshot.inventory);
    addAll<model::Permission>(object, snapshot.inventory);
    addAll<model::AlarmDefinition>(object, snapshot.inventory);
    return compact(object);
}

Result<Snapshot> readSnapshot(const QByteArray &text)
{
    const QJsonObject object = parseObject(text);
    const auto revision = revisionFromString(object.value(u"revision"_s).toString());
    if (!revision)
        return errors::invalidArgument(u"revision"_s, u"missing: not an inventory"_s);
    Snapshot snapshot{.revision = *revision, .user = object.value(u"user"_s).toString()};
    auto wrong =
        readKinds<model::Datacenter, model::Folder, model::Cluster, model::Host, model::Pool, model::Vm,
                  model::Datastore, model::Network, model::User, model::Group, model::Role, model::Permission,
                  model::AlarmDefinition>(object, snapshot.inventory);
    if (wrong)
        return *std::move(wrong);
    auto tasks = json::fromJson<std::vector<model::Task>>(object.value(u"tasks"_s));
    auto alarms = json::fromJson<std::vector<model::Alarm>>(object.value(u"alarms"_s));
    auto loads = json::fromJson<std::vector<model::Load>>(object.value(u"loads"_s));
    if (!tasks || !alarms || !loads)
        return errors::invalidArgument(u"tasks, alarms, loads"_s, u"lists expected"_s);
    snapshot.tasks = *std::move(tasks);
    snapshot.alarms = *std::move(alarms);
    snapshot.loads = *std::move(loads);
    return snapshot;
}

QByteArray feedEventName(const FeedMessage &message)
{
    return std::visit(Overloaded{
                          [](const ChangesMessage &) { return QByteArray("changes"); },
                          [](const LoadMessage &) { return QByteArray("load"); },
                          [](const TaskMessage &) { return QByteArray("task"); },
                          [](const EventMessage &) { return QByteArray("event"); },
                          [](const AlarmsMessage &) { return QByteArray("alarms"); },
                          [](const ResyncMessage &) { return QByteArray("resync"); },
                      },
                      message);
}

QByteArray feedData(const FeedMessage &message)
{
    return compact(std::visit(Overloaded{
                                  [](const ChangesMessage &m) {
                                      QJsonArray changes;
                                      for (const model::Change &change : m.changes)
                                          changes.append(write(change));
                                      return QJsonObject{{u"changes"_s, changes}};
                                  },
                                  [](const LoadMessage &m) {
                                      return QJsonObject{{u"loads"_s, json::toJson(m.loads)}};
                                  },
                                  [](const TaskMessage &m) { return json::toObject(m.task); },
                                  [](const EventMessage &m) { return json::toObject(m.event); },
                                  [](const AlarmsMessage &m) {
                                      return QJsonObject{{u"alarms"_s, json::toJson(m.alarms)}};
                                  },
                                  [](const ResyncMessage &) { return QJsonObject(); },
                              },
                              message));
}

Result<FeedMessage> readFeedMessage(const QByteArray &eventName, const QByteArray &data)
{
    const QJsonDocument document = QJsonDocument::fromJson(data);
    if (!document.isObject())
        return errors::invalidArgument(QString::fromUtf8(eventName), u"an object expected"_s);
    const QJsonObject object = document.object();
    if (eventName == "changes")
        return readChanges(object);
    if (eventName == "load")
        return readList(object, u"loads"_s, &LoadMessage::loads);
    if (eventName == "task")
        return readOne(object, &TaskMessage::task);
    if (eventName == "event")
        return readOne(object, &EventMessage::event);
    if (eventName == "alarms")
        return readList(object, u"alarms"_s, &AlarmsMessage::alarms);
    if (eventName == "resync")
        return FeedMessage(ResyncMessage{});
    return Error(errors::Unsupported, QString::fromUtf8(eventName));
}

QJsonObject write(const model::Series &series)
{
    QJsonArray values;
    for (const float value : series.values)
        values.append(std::isnan(value) ? QJsonValue(QJsonValue::Null)
                                        : QJsonValue(static_cast<double>(value)));
    return {{u"object"_s, toString(series.object)},
            {u"counter"_s, QString::fromLatin1(wireName(series.counter))},
            {u"start"_s, toRfc3339(series.start)},
            {u"intervalMs"_s, static_cast<qint64>(series.interval.count())},
            {u"values"_s, values}};
}

Result<model::Series> readSeries(const QJsonObject &object)
{
    const auto ref = model::refFromString(object.value(u"object"_s).toString());
    const auto counter = json::fromJson<model::Counter>(object.value(u"counter"_s));
    const auto start = fromRfc3339(object.value(u"start"_s).toString());
    const qint64 interval = object.value(u"intervalMs"_s).toInteger();
    if (!ref || !counter || !start || interval <= 0)
        return errors::invalidArgument(u"series"_s, u"object, counter, start and intervalMs expected"_s);
    model::Series series{
        .object = *ref, .counter = *counter, .start = *start, .interval = Duration(interval)};
    for (const QJsonValue &value : object.value(u"values"_s).toArray())
        series.values.push_back(static_cast<float>(value.toDouble(NAN)));
    return series;
}

QJsonObject write(const operations::Availability &available)
{
    QJsonObject verdict{{u"available"_s, bool(available)}};
    if (!available)
        verdict.insert(u"why"_s, json::errorToJson(available.why()));
    if (!available.findings().empty())
        verdict.insert(u"findings"_s, json::toJson(available.findings()));
    return verdict;
}

Result<operations::Availability> readVerdict(const QJsonObject &object)
{
    const QJsonValue available = object.value(u"available"_s);
    if (!available.isBool())
        return errors::invalidArgument(u"available"_s, u"true or false expected"_s);
    if (const QJsonValue listed = object.value(u"findings"_s); listed.isArray()) {
        auto findings = json::fromJson<std::vector<model::Finding>>(listed);
        if (!findings)
            return findings.error();
        operations::Availability verdict(*std::move(findings));
        if (bool(verdict) == available.toBool())
            return verdict;
    }
    if (available.toBool())
        return operations::Availability();
    return operations::Availability(json::errorFromJson(object.value(u"why"_s).toObject()));
}

QJsonObject problem(const Error &error, int status)
{
    QJsonObject object = json::errorToJson(error);
    object.insert(u"type"_s, u"about:blank"_s);
    object.insert(u"title"_s, error.code);
    object.insert(u"status"_s, status);
    return object;
}

Error errorOfProblem(const QByteArray &body, int status)
{
    const QJsonObject object = parseObject(body);
    if (object.value(u"code"_s).isString())
        return json::errorFromJson(object);
    return Error(errors::Internal, u"HTTP %1"_s.arg(status));
}

int httpStatus(const Error &error)
{
    struct Row {
        const ErrorCode &code;
        int status;
    };
    static const std::array rows{
        Row{errors::InvalidArgument, 400},  Row{operations::errors::NameInvalid, 400},
        Row{errors::Denied, 403},           Row{access::errors::NoPrivilege, 403},
        Row{errors::NotFound, 404},         Row{errors::Busy, 503},
        Row{errors::Timeout, 504},          Row{errors::Unreachable, 502},
        Row{errors::Unsupported, 501},      Row{errors::Internal, 500},
        Row{refusals::Changed, 412},        Row{refusals::ConditionNeeded, 428},
        Row{refusals::TooManyRequests, 429}};
    for (const Row &row : rows) {
        if (error.is(row.code))
            return row.status;
    }
    return 409; // everything else is a refusal for a reason: the state is not such that it can be done
}

} // namespace core::api::schema
