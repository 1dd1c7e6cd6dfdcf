// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/activities.h"

#include "app/ctl/errors.h"
#include "app/ctl/names.h"
#include "app/ctl/print.h"
#include "core/api/schema/taskquery.h"
#include "core/base/json.h"
#include "core/model/search.h"
#include "core/text/eventsearch.h"
#include "core/text/language.h"
#include "core/text/text.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ctl {

using namespace core;
using api::client::Session;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Ctl)
};

/// One line, for people and for programs.
struct Entry {
    QStringList row;
    QJsonObject json;
};

void printEntries(const QStringList &heads, const std::vector<Entry> &entries, const Arguments &arguments,
                  const QString &filter)
{
    const QString wanted = model::folded(filter);
    std::vector<QStringList> rows;
    QJsonArray items;
    for (const Entry &entry : entries) {
        if (!model::folded(entry.row.join(u'\n')).contains(wanted))
            continue;
        rows.push_back(entry.row);
        items.append(entry.json);
    }
    if (arguments.output == Output::Json)
        printJson(stdout, {{u"items"_s, items}});
    else
        print(stdout, table(heads, rows, arguments.output));
}

using Wanted = std::optional<model::ObjectRef>;

/// As the wire has it: its reader says what is wrong.
Result<api::schema::TaskQuery> taskQueryOf(const Arguments &arguments, const model::Inventory &inventory)
{
    QUrlQuery query;
    for (auto it = arguments.narrowing.begin(); it != arguments.narrowing.end(); ++it) {
        const QString name = it.key() == u"initiated-by" ? u"user"_s : it.key();
        for (QString value : it.value()) {
            if (name == u"object") {
                const auto ref = findObject(value, std::nullopt, inventory);
                if (!ref)
                    return ref.error();
                value = toString(*ref);
            }
            query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
        }
    }
    return api::schema::readTaskQuery(query);
}

/// How many lines at most; none: all.
Result<std::optional<size_t>> limitOf(const Arguments &arguments)
{
    const QStringList said = arguments.narrowing.value(u"limit"_s);
    if (said.isEmpty())
        return std::optional<size_t>();
    bool isNumber = false;
    const uint limit = said.last().toUInt(&isNumber);
    if (!isNumber || limit == 0)
        return Error(errors::ValueNotNumber,
                     QJsonObject{{u"option"_s, u"--limit"_s}, {u"value"_s, said.last()}});
    return std::optional<size_t>(limit);
}

struct WantedTasks {
    Wanted object; ///< itself
    api::schema::TaskQuery query;
    std::optional<size_t> limit;
};

Result<WantedTasks> wantedTasks(const Wanted &object, const Arguments &arguments,
                                const model::Inventory &inventory)
{
    const auto query = taskQueryOf(arguments, inventory);
    if (!query)
        return query.error();
    const auto limit = limitOf(arguments);
    if (!limit)
        return limit.error();
    return WantedTasks{.object = object, .query = *query, .limit = *limit};
}

void printTasks(const Session &session, const WantedTasks &wanted, const Arguments &arguments)
{
    std::vector<Entry> entries;
    for (const model::Task &task : session.tasks()) {
        if (wanted.limit && entries.size() >= *wanted.limit)
            break;
        if ((wanted.object && task.target != *wanted.object)
            || !api::schema::matches(wanted.query, task, session.inventory()))
            continue;
        entries.push_back({{text::operationLabel(task.operation), task.targetName, text::state(task.state),
                            task.error ? text::sentence(*task.error) : text::phase(task.phase),
                            task.initiatedBy, text::timeOfDay(task.requested), task.id.toString()},
                           json::toObject(task)});
    }
    printEntries({Words::tr("Task"), Words::tr("Target"), Words::tr("State"), Words::tr("Details"),
                  Words::tr("Initiated by"), Words::tr("Requested"), Words::tr("Id")},
                 entries, arguments, arguments.filter);
}

void printAlarms(const Session &session, const Wanted &object, const Arguments &arguments)
{
    std::vector<Entry> entries;
    for (const model::Alarm &alarm : session.alarms()) {
        if (object && alarm.object != *object)
            continue;
        entries.push_back({{text::severity(alarm.severity), alarm.objectName, text::alarm(alarm),
                            text::timeOfDay(alarm.since)},
                           json::toObject(alarm)});
    }
    printEntries({Words::tr("Severity"), Words::tr("Object"), Words::tr("Alarm"), Words::tr("Since")},
                 entries, arguments, arguments.filter);
}

/// That are filtered already.
void printEvents(const std::vector<model::Event> &events, const Arguments &arguments)
{
    std::vector<Entry> entries;
    for (const model::Event &event : events)
        entries.push_back({{text::timeOfDay(event.time), text::severity(event.severity), event.objectName,
                            text::event(event), event.actor},
                           json::toObject(event)});
    printEntries(
        {Words::tr("Time"), Words::tr("Severity"), Words::tr("Object"), Words::tr("Event"), Words::tr("By")},
        entries, arguments, {});
}

void getEvents(Session &session, const Wanted &object, const Arguments &arguments, const End &end)
{
    const auto show = [&session, object, arguments, end](const Result<std::vector<model::Event>> &events) {
        if (!events) {
            printError(events.error(), arguments.output);
            end(exitCode(events.error()));
            return;
        }
        printEvents(*events, arguments);
        if (!arguments.watch) {
            end(done);
            return;
        }
        QObject::connect(&session, &Session::eventRaised, &session,
                         [object, arguments](const model::Event &event) {
                             const auto words = text::eventWords(arguments.filter, text::language());
                             if ((!object || event.object == *object) && text::holdsWords(event, words))
                                 printEvents({event}, arguments);
                         });
    };
    // The core looks through all that it has kept, not only through the last ones.
    session.events({.object = object, .text = arguments.filter, .language = text::language()}, &session,
                   show);
}

Result<Wanted> objectOf(const QStringList &names, const model::Inventory &inventory)
{
    if (names.isEmpty())
        return Wanted();
    if (names.size() > 1)
        return Error(errors::NameSurplus, QJsonObject{{u"name"_s, names.at(1)}});
    const auto ref = findObject(names.front(), std::nullopt, inventory);
    if (!ref)
        return ref.error();
    return Wanted(*ref);
}

void getTasks(Session &session, const Wanted &object, const Arguments &arguments, const End &end)
{
    const auto wanted = wantedTasks(object, arguments, session.inventory());
    if (!wanted) {
        printError(wanted.error(), arguments.output);
        end(exitCode(wanted.error()));
        return;
    }
    const auto show = [&session, wanted = *wanted, arguments] { printTasks(session, wanted, arguments); };
    show();
    if (arguments.watch)
        QObject::connect(&session, &Session::taskChanged, &session, show);
    else
        end(done);
}

} // namespace

bool runGetActivities(Session &session, const Arguments &arguments, const End &end)
{
    const QString word = arguments.words.value(1);
    const QStringList known{u"tasks"_s, u"task"_s, u"alarms"_s, u"alarm"_s, u"events"_s, u"event"_s};
    if (!known.contains(word))
        return false;
    const auto object = objectOf(arguments.words.mid(2), session.inventory());
    if (!object) {
        printError(object.error(), arguments.output);
        end(exitCode(object.error()));
        return true;
    }
    if (word.startsWith(u"event")) {
        getEvents(session, *object, arguments, end);
        return true;
    }
    if (word.startsWith(u"task")) {
        getTasks(session, *object, arguments, end);
        return true;
    }
    const auto show = [&session, wanted = *object, arguments] { printAlarms(session, wanted, arguments); };
    show();
    if (arguments.watch)
        QObject::connect(&session, &Session::alarmsChanged, &session, show);
    else
        end(done);
    return true;
}

} // namespace ctl
