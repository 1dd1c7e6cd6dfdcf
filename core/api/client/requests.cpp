// SPDX-License-Identifier: GPL-3.0-or-later
// What a session asks the core, each question answered once.
#include "core/api/client/caller.h"
#include "core/api/client/session.h"
#include "core/api/schema/etag.h"
#include "core/api/schema/messages.h"
#include "core/api/schema/routes.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace core::api::client {

void Session::start(const operations::OperationRequest &request, QObject *context, Answer<model::Task> answer)
{
    const schema::OperationCall call = schema::callOf(request);
    const operations::Operation *operation = operations::findOperation(request.operation);
    const auto object = inventory().find(operation->target(request.parameters));
    // What the user has before him is what he means to change.
    const QByteArray ifMatch = object && call.method != "POST" ? schema::etagOf(*object) : QByteArray();
    caller().ask<model::Task>(
        call.method, call.path, call.body, context, std::move(answer),
        [](const QJsonObject &json) { return json::fromJson<model::Task>(json); }, ifMatch);
}

void Session::check(const operations::OperationRequest &request, QObject *context,
                    Answer<operations::Availability> answer)
{
    const schema::OperationCall call = schema::callOf(request);
    caller().ask<operations::Availability>(call.method, call.path + u"?dryRun=true"_s, call.body, context,
                                           std::move(answer), schema::readVerdict);
}

void Session::cancel(TaskId task, QObject *context, Answer<void> answer)
{
    caller().ask<void>("DELETE", u"/tasks/"_s + task.toString(), {}, context, std::move(answer),
                       [](const QJsonObject &) { return Result<void>(); });
}

void Session::performance(const PerformanceQuery &query, QObject *context,
                          Answer<std::vector<model::Series>> answer)
{
    caller().ask<std::vector<model::Series>>(
        "GET", u"/performance?"_s + write(query).toString(QUrl::FullyEncoded), {}, context, std::move(answer),
        [](const QJsonObject &json) -> Result<std::vector<model::Series>> {
            std::vector<model::Series> all;
            for (const QJsonValue &each : json.value(u"series"_s).toArray()) {
                auto series = schema::readSeries(each.toObject());
                if (!series)
                    return series.error();
                all.push_back(*std::move(series));
            }
            return all;
        });
}

void Session::events(const EventQuery &query, QObject *context, Answer<std::vector<model::Event>> answer)
{
    caller().ask<std::vector<model::Event>>("GET", u"/events?"_s + write(query).toString(QUrl::FullyEncoded),
                                            {}, context, std::move(answer), [](const QJsonObject &json) {
                                                return json::fromJson<std::vector<model::Event>>(
                                                    json.value(u"items"_s));
                                            });
}

void Session::openScreen(VmId vm, QObject *context, Answer<QUrl> answer)
{
    QUrl base = caller().endpoint().url;
    base.setScheme(base.scheme() == u"https" ? u"wss"_s : u"ws"_s);
    caller().ask<QUrl>("POST", u"/vms/"_s + vm.toString() + u"/console"_s, {}, context, std::move(answer),
                       [base](const QJsonObject &json) -> Result<QUrl> {
                           return base.resolved(QUrl(json.value(u"path"_s).toString()));
                       });
}

void Session::get(const QString &path, QObject *context, Answer<QJsonObject> answer)
{
    send("GET", path, {}, context, std::move(answer));
}

void Session::send(const QByteArray &method, const QString &path, const QJsonObject &body, QObject *context,
                   Answer<QJsonObject> answer)
{
    caller().ask<QJsonObject>(method, path, body, context, std::move(answer),
                              [](const QJsonObject &json) -> Result<QJsonObject> { return json; });
}

} // namespace core::api::client
