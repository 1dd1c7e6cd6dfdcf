// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/server/answers.h"

#include "core/access/errors.h"
#include "core/api/schema/routes.h"
#include "core/identity/errors.h"
#include "core/model/tree.h"
#include "core/persistence/errors.h"
#include "core/text/eventsearch.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace core::api::server {

namespace {

/// What the store cannot know: how the codes read.
std::vector<persistence::SoughtWord> wordsOf(const QString &text, const QString &language)
{
    std::vector<persistence::SoughtWord> words;
    for (const text::EventWord &each : text::eventWords(text, language))
        words.push_back({.text = each.word,
                         .codes = each.codes,
                         .codeOfParameters = text::codeThatNamesOperations(),
                         .parameters = each.operations});
    return words;
}

QString parameterType(operations::ParameterType type)
{
    switch (type) {
    case operations::ParameterType::Text: return u"text"_s;
    case operations::ParameterType::Flag: return u"flag"_s;
    case operations::ParameterType::Number: return u"number"_s;
    case operations::ParameterType::Object: return u"object"_s;
    case operations::ParameterType::Structure: return u"structure"_s;
    }
    Q_UNREACHABLE();
}

int statusOf(const Error &error)
{
    struct Row {
        const ErrorCode &code;
        int status;
    };
    namespace database = persistence::errors;
    static const std::array rows{Row{database::KeyReused, 422},
                                 Row{database::Failing, 503},
                                 Row{database::Unreachable, 503},
                                 Row{database::Locked, 503},
                                 Row{database::Full, 507},
                                 Row{database::Failed, 500},
                                 Row{identity::errors::BadCredentials, 401},
                                 Row{identity::errors::NotSignedIn, 401},
                                 Row{identity::errors::Locked, 429},
                                 Row{identity::errors::WeakPassword, 400},
                                 Row{identity::errors::SessionNeeded, 403},
                                 Row{identity::errors::DirectoryUnreachable, 502},
                                 Row{identity::errors::DirectoryRefused, 502},
                                 Row{identity::errors::AuditFull, 507},
                                 Row{identity::errors::AuditFailed, 503}};
    for (const Row &row : rows) {
        if (error.is(row.code))
            return row.status;
    }
    return schema::httpStatus(error);
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

Response problem(const Error &error)
{
    const int status = statusOf(error);
    Response response = problem(error, status);
    if (status == 401)
        response.headers.emplace_back("WWW-Authenticate", "Bearer");
    if (status == 429)
        response.headers.emplace_back("Retry-After",
                                      QByteArray::number(error.params.value(u"seconds"_s).toInteger(60)));
    return response;
}

Response notFound(const QString &what)
{
    return problem(Error(errors::NotFound, QJsonObject{{u"what"_s, what}}));
}

Response lacking(model::Privilege privilege, const QString &name)
{
    QJsonObject params{{u"privilege"_s, QString::fromLatin1(wireName(privilege))}};
    if (!name.isEmpty())
        params.insert(u"name"_s, name);
    return problem(Error(access::errors::NoPrivilege, params));
}

Result<persistence::EventFilter> eventFilterOf(const QUrlQuery &query, const model::Inventory &inventory)
{
    const auto wanted = schema::readEventQuery(query);
    if (!wanted)
        return wanted.error();
    persistence::EventFilter filter{.before = wanted->before,
                                    .limit = wanted->limit,
                                    .since = wanted->since,
                                    .until = wanted->until,
                                    .codes = wanted->codes,
                                    .severities = wanted->severities,
                                    .actor = wanted->actor,
                                    .words = wordsOf(wanted->text, wanted->language)};
    if (!wanted->object || wanted->object->isRoot())
        return filter;
    filter.objects.push_back(*wanted->object);
    if (wanted->object->kind == model::Kind::Vm)
        return filter;
    for (const HostId host : hostsUnder(*wanted->object, inventory))
        filter.objects.emplace_back(host);
    for (const VmId vm : vmsUnder(*wanted->object, inventory))
        filter.objects.emplace_back(vm);
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
