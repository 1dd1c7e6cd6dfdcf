// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/server/answers.h"

#include "core/api/schema/routes.h"
#include "core/model/tree.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace core::api::server {

namespace {

constexpr qsizetype mostObjects = 200;

QString parameterType(operations::ParameterType type)
{
    switch (type) {
    case operations::ParameterType::Text: return u"text"_s;
    case operations::ParameterType::Flag: return u"flag"_s;
    case operations::ParameterType::Number: return u"number"_s;
    case operations::ParameterType::Object: return u"object"_s;
    }
    Q_UNREACHABLE();
}

QString value(const QUrlQuery &query, const QString &key)
{
    return query.queryItemValue(key, QUrl::FullyDecoded);
}

} // namespace

Response json(const QJsonObject &object)
{
    return {.body = QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

Response problem(const Error &error, int status)
{
    return {.status = status,
            .contentType = "application/problem+json",
            .body = QJsonDocument(schema::problem(error, status)).toJson(QJsonDocument::Compact)};
}

Result<PerformanceRequest> performanceQueryOf(const QUrlQuery &query)
{
    PerformanceRequest request;
    for (const QString &text : query.allQueryItemValues(u"object"_s, QUrl::FullyDecoded)) {
        const auto ref = model::refFromString(text);
        if (!ref)
            return errors::invalidArgument(u"object"_s, u"kind/uuid expected"_s);
        request.objects.push_back(*ref);
    }
    if (request.objects.empty() || request.objects.size() > mostObjects)
        return errors::invalidArgument(u"object"_s, u"1 to %1 objects expected"_s.arg(mostObjects));
    for (const QString &text : query.allQueryItemValues(u"counter"_s, QUrl::FullyDecoded)) {
        const auto counter = json::fromJson<model::Counter>(QJsonValue(text));
        if (!counter)
            return errors::invalidArgument(u"counter"_s,
                                           counter.error().params.value(u"reason"_s).toString());
        request.counters.push_back(*counter);
    }
    if (const QString text = value(query, u"intervalMs"_s); !text.isEmpty())
        request.interval = Duration(text.toLongLong());
    if (request.interval != Duration(20'000) && request.interval != Duration(5'000))
        return errors::invalidArgument(u"intervalMs"_s, u"5000 or 20000 expected"_s);
    if (const QString text = value(query, u"since"_s); !text.isEmpty()) {
        request.since = fromRfc3339(text);
        if (!request.since)
            return errors::invalidArgument(u"since"_s, u"an RFC 3339 instant expected"_s);
    }
    return request;
}

Result<persistence::EventFilter> eventFilterOf(const QUrlQuery &query, const model::Inventory &inventory)
{
    persistence::EventFilter filter;
    if (const QString text = value(query, u"object"_s); !text.isEmpty()) {
        const auto ref = model::refFromString(text);
        if (!ref)
            return errors::invalidArgument(u"object"_s, u"kind/uuid expected"_s);
        if (!ref->isRoot()) {
            filter.objects.push_back(*ref);
            if (ref->kind != model::Kind::Vm) {
                for (const HostId host : hostsUnder(*ref, inventory))
                    filter.objects.emplace_back(host);
                for (const VmId vm : vmsUnder(*ref, inventory))
                    filter.objects.emplace_back(vm);
            }
        }
    }
    bool number = true;
    if (const QString text = value(query, u"before"_s); !text.isEmpty())
        filter.before = text.toLongLong(&number);
    if (const QString text = value(query, u"limit"_s); number && !text.isEmpty())
        filter.limit = text.toInt(&number);
    if (!number || filter.limit < 1 || filter.limit > 1000)
        return errors::invalidArgument(u"before, limit"_s, u"whole numbers, limit 1 to 1000 expected"_s);
    return filter;
}

QJsonArray catalogueJson()
{
    QJsonArray all;
    for (const operations::Operation &operation : operations::catalogue()) {
        QJsonArray parameters;
        for (const operations::Parameter &parameter : operation.parameters) {
            QJsonObject object{{u"name"_s, parameter.name},
                               {u"type"_s, parameterType(parameter.type)},
                               {u"required"_s, parameter.required}};
            if (parameter.kind)
                object.insert(u"kind"_s, QString::fromLatin1(wireName(*parameter.kind)));
            parameters.append(object);
        }
        all.append(QJsonObject{{u"name"_s, operation.name},
                               {u"privilege"_s, QString::fromLatin1(wireName(operation.privilege))},
                               {u"route"_s, schema::routeOf(operation)},
                               {u"parameters"_s, parameters}});
    }
    return all;
}

} // namespace core::api::server
