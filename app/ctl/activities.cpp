// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/activities.h"

#include "app/ctl/errors.h"
#include "app/ctl/names.h"
#include "app/ctl/print.h"
#include "core/base/json.h"
#include "core/model/search.h"
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

void printEntries(const QStringList &heads, const std::vector<Entry> &entries, const Arguments &arguments)
{
    const QString wanted = model::folded(arguments.filter);
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

void printTasks(const Session &session, const Wanted &object, const Arguments &arguments)
{
    std::vector<Entry> entries;
    for (const model::Task &task : session.tasks()) {
        if (object && task.target != *object)
            continue;
        entries.push_back({{text::operationLabel(task.operation), task.targetName, text::state(task.state),
                            task.error ? text::sentence(*task.error) : text::phase(task.phase),
                            task.initiatedBy, text::timeOfDay(task.requested), task.id.toString()},
                           json::toObject(task)});
    }
    printEntries({Words::tr("Task"), Words::tr("Target"), Words::tr("State"), Words::tr("Details"),
                  Words::tr("Initiated by"), Words::tr("Requested"), Words::tr("Id")},
                 entries, arguments);
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
                 entries, arguments);
}

void printEvents(const std::vector<model::Event> &events, const Arguments &arguments)
{
    std::vector<Entry> entries;
    for (const model::Event &event : events)
        entries.push_back({{text::timeOfDay(event.time), text::severity(event.severity), event.objectName,
                            text::event(event), event.actor},
                           json::toObject(event)});
    printEntries(
        {Words::tr("Time"), Words::tr("Severity"), Words::tr("Object"), Words::tr("Event"), Words::tr("By")},
        entries, arguments);
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
                             if (!object || event.object == *object)
                                 printEvents({event}, arguments);
                         });
    };
    session.events({.object = object}, &session, show);
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
    const bool isTasks = word.startsWith(u"task");
    const auto show = [&session, isTasks, wanted = *object, arguments] {
        (isTasks ? printTasks : printAlarms)(session, wanted, arguments);
    };
    show();
    if (!arguments.watch)
        end(done);
    else if (isTasks)
        QObject::connect(&session, &Session::taskChanged, &session, show);
    else
        QObject::connect(&session, &Session::alarmsChanged, &session, show);
    return true;
}

} // namespace ctl
