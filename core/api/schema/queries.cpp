// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/schema/queries.h"

#include "core/base/json.h"

using namespace Qt::StringLiterals;

namespace core::api::schema {

namespace {

constexpr qsizetype mostObjects = 200;
constexpr int mostEvents = 1000;

QString valueOf(const QUrlQuery &query, const QString &key)
{
    return query.queryItemValue(key, QUrl::FullyDecoded);
}

Result<model::ObjectRef> readObject(const QString &text)
{
    const auto ref = model::refFromString(text);
    if (!ref)
        return errors::invalidArgument(u"object"_s, u"kind/uuid expected"_s);
    return *ref;
}

std::optional<Error> readObjects(const QUrlQuery &query, std::vector<model::ObjectRef> &objects)
{
    for (const QString &text : query.allQueryItemValues(u"object"_s, QUrl::FullyDecoded)) {
        const auto ref = readObject(text);
        if (!ref)
            return ref.error();
        objects.push_back(*ref);
    }
    if (objects.empty() || objects.size() > mostObjects)
        return errors::invalidArgument(u"object"_s, u"1 to %1 objects expected"_s.arg(mostObjects));
    return std::nullopt;
}

std::optional<Error> readCounters(const QUrlQuery &query, std::vector<model::Counter> &counters)
{
    for (const QString &text : query.allQueryItemValues(u"counter"_s, QUrl::FullyDecoded)) {
        const auto counter = json::fromJson<model::Counter>(QJsonValue(text));
        if (!counter)
            return errors::invalidArgument(u"counter"_s,
                                           counter.error().params.value(u"reason"_s).toString());
        counters.push_back(*counter);
    }
    return std::nullopt;
}

} // namespace

QUrlQuery write(const PerformanceQuery &query)
{
    QUrlQuery parameters;
    for (const model::ObjectRef &object : query.objects)
        parameters.addQueryItem(u"object"_s, toString(object));
    for (const model::Counter counter : query.counters)
        parameters.addQueryItem(u"counter"_s, QString::fromLatin1(wireName(counter)));
    parameters.addQueryItem(u"intervalMs"_s, QString::number(query.interval.count()));
    if (query.since)
        parameters.addQueryItem(u"since"_s, toRfc3339(*query.since));
    return parameters;
}

Result<PerformanceQuery> readPerformanceQuery(const QUrlQuery &query)
{
    PerformanceQuery result;
    if (auto wrong = readObjects(query, result.objects))
        return *std::move(wrong);
    if (auto wrong = readCounters(query, result.counters))
        return *std::move(wrong);
    if (const QString text = valueOf(query, u"intervalMs"_s); !text.isEmpty())
        result.interval = Duration(text.toLongLong());
    if (result.interval != Duration(20'000) && result.interval != Duration(5'000))
        return errors::invalidArgument(u"intervalMs"_s, u"5000 or 20000 expected"_s);
    if (const QString text = valueOf(query, u"since"_s); !text.isEmpty()) {
        result.since = fromRfc3339(text);
        if (!result.since)
            return errors::invalidArgument(u"since"_s, u"an RFC 3339 instant expected"_s);
    }
    return result;
}

QUrlQuery write(const EventQuery &query)
{
    QUrlQuery parameters;
    if (query.object)
        parameters.addQueryItem(u"object"_s, toString(*query.object));
    if (query.before)
        parameters.addQueryItem(u"before"_s, QString::number(*query.before));
    parameters.addQueryItem(u"limit"_s, QString::number(query.limit));
    return parameters;
}

Result<EventQuery> readEventQuery(const QUrlQuery &query)
{
    EventQuery result;
    if (const QString text = valueOf(query, u"object"_s); !text.isEmpty()) {
        const auto ref = readObject(text);
        if (!ref)
            return ref.error();
        result.object = *ref;
    }
    bool number = true;
    if (const QString text = valueOf(query, u"before"_s); !text.isEmpty())
        result.before = text.toLongLong(&number);
    if (const QString text = valueOf(query, u"limit"_s); number && !text.isEmpty())
        result.limit = text.toInt(&number);
    if (!number || result.limit < 1 || result.limit > mostEvents)
        return errors::invalidArgument(u"before, limit"_s, u"whole numbers, limit 1 to 1000 expected"_s);
    return result;
}

} // namespace core::api::schema
