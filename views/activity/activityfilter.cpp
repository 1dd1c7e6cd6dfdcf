// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/activity/activityfilter.h"

#include "core/operations/operation.h"
#include "core/text/activity.h"
#include "core/text/eventsearch.h"
#include "core/text/language.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using core::api::schema::EventQuery;
using core::model::Event;
using core::model::Severity;
using core::model::Task;

namespace {

bool isOfKind(const QString &code, const QString &kind)
{
    return kind.isEmpty() || code.startsWith(QString(kind + u'.'));
}

bool isWithin(const TimeStretch &time, core::Instant when)
{
    return (!time.since || when >= *time.since) && (!time.until || when < *time.until);
}

QStringList kindsOf(QStringList codes)
{
    for (QString &each : codes)
        each = each.section(u'.', 0, 0);
    codes.removeDuplicates();
    return codes;
}

} // namespace

EventQuery queryFor(const ActivityFilter &filter)
{
    EventQuery query{.object = {},
                     .before = {},
                     .since = filter.time.since,
                     .until = filter.time.until,
                     .codes = {},
                     .severities = {},
                     .actor = filter.user,
                     .text = filter.text,
                     .language = core::text::language()};
    if (!filter.kind.isEmpty()) {
        for (const QString &code : core::text::eventCodes()) {
            if (isOfKind(code, filter.kind))
                query.codes.push_back(code);
        }
    }
    if (filter.atLeast) {
        for (const Severity each : {Severity::Info, Severity::Warning, Severity::Alert}) {
            if (each >= *filter.atLeast)
                query.severities.push_back(each);
        }
    }
    return query;
}

bool matches(const ActivityFilter &filter, const Event &event)
{
    const auto words = core::text::eventWords(filter.text, core::text::language());
    return core::text::holdsWords(event, words) && isOfKind(event.code, filter.kind)
        && isWithin(filter.time, event.time) && (filter.user.isEmpty() || event.actor == filter.user)
        && (!filter.atLeast || event.severity >= *filter.atLeast);
}

bool matches(const ActivityFilter &filter, const Task &task)
{
    return isOfKind(task.operation, filter.kind) && isWithin(filter.time, task.requested)
        && (filter.user.isEmpty() || task.initiatedBy == filter.user)
        && (!filter.state || task.state == *filter.state);
}

QStringList eventKinds()
{
    return kindsOf(core::text::eventCodes());
}

QStringList operationKinds()
{
    QStringList names;
    for (const auto &each : core::operations::catalogue())
        names += each.name;
    return kindsOf(names);
}

} // namespace views
