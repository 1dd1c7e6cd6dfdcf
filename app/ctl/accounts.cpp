// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/accounts.h"

#include "app/ctl/errors.h"
#include "app/ctl/names.h"
#include "app/ctl/print.h"
#include "core/base/json.h"
#include "core/model/session.h"
#include "core/text/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QUrlQuery>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace ctl {

using namespace core;
using api::client::Session;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Ctl)
};

void refuse(const Error &error, Output output, const End &end)
{
    printError(error, output);
    end(exitCode(error));
}

/// When, to the minute; for programs there is `-o json`.
QString moment(const std::optional<Instant> &instant)
{
    return instant ? text::timeOfDay(*instant) : QString();
}

QStringList headsOfSessions()
{
    return {Words::tr("ID"),      Words::tr("Principal"), Words::tr("Address"),
            Words::tr("Program"), Words::tr("Since"),     Words::tr("Last used")};
}

QStringList rowOf(const model::SessionInfo &session)
{
    return {session.id.toString(), session.principal,     session.address,
            session.agent,         moment(session.since), moment(session.lastUsed)};
}

QStringList headsOfTokens()
{
    return {Words::tr("ID"),      Words::tr("Principal"), Words::tr("Label"),
            Words::tr("Created"), Words::tr("Expires"),   Words::tr("Last used")};
}

QStringList rowOf(const model::TokenInfo &token)
{
    return {token.id.toString(),   token.principal,       token.label,
            moment(token.created), moment(token.expires), moment(token.lastUsed)};
}

template <class T>
void list(Session &session, const QString &path, const QStringList &heads, Output output, const End &end)
{
    session.get(path, &session, [heads, output, end](const Result<QJsonObject> &answer) {
        if (!answer) {
            refuse(answer.error(), output, end);
            return;
        }
        const auto items = json::fromJson<std::vector<T>>(answer->value(u"items"_s));
        if (!items) {
            refuse(items.error(), output, end);
            return;
        }
        std::vector<QStringList> rows;
        for (const T &item : *items)
            rows.push_back(rowOf(item));
        if (output == Output::Json)
            printJson(stdout, *answer);
        else
            print(stdout, table(heads, rows, output));
        end(done);
    });
}

/// `DELETE path/id` for each of the names: all are tried, the worst code is the program's.
void removeEach(Session &session, const QString &path, const Arguments &arguments, const End &end)
{
    const QStringList ids = arguments.words.mid(2);
    if (ids.isEmpty()) {
        const QJsonObject params{{u"command"_s, arguments.words.join(u' ')}};
        refuse(Error(errors::NameMissing, params), arguments.output, end);
        return;
    }
    struct Progress {
        qsizetype open = 0;
        int code = done;
    };
    const auto progress = std::make_shared<Progress>(Progress{.open = ids.size()});
    for (const QString &id : ids) {
        const QString one = path + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(id));
        session.send("DELETE", one, {}, &session,
                     [progress, output = arguments.output, end](const Result<QJsonObject> &answer) {
                         if (!answer) {
                             printError(answer.error(), output);
                             progress->code = std::max(progress->code, exitCode(answer.error()));
                         }
                         if (--progress->open == 0)
                             end(progress->code);
                     });
    }
}

Result<QJsonObject> tokenBody(const Arguments &arguments)
{
    QJsonObject body{{u"label"_s, arguments.parameters.value(u"label"_s)}};
    const QStringList privileges =
        arguments.parameters.value(u"privileges"_s).split(u',', Qt::SkipEmptyParts);
    body.insert(u"privileges"_s, QJsonArray::fromStringList(privileges));
    const QString expires = arguments.parameters.value(u"expires"_s);
    if (!expires.isEmpty()) {
        const QDateTime at = QDateTime::fromString(expires, Qt::ISODate);
        if (!at.isValid())
            return core::errors::invalidArgument(u"--expires"_s,
                                                 u"2027-12-31 or 2027-12-31T12:00:00Z expected"_s);
        body.insert(u"expires"_s, at.toUTC().toString(Qt::ISODateWithMs));
    }
    return body;
}

/// The token is shown this once, alone on its line.
void createToken(Session &session, const Arguments &arguments, const End &end)
{
    const auto body = tokenBody(arguments);
    if (!body) {
        refuse(body.error(), arguments.output, end);
        return;
    }
    session.send("POST", u"/tokens"_s, *body, &session,
                 [output = arguments.output, end](const Result<QJsonObject> &answer) {
                     if (!answer) {
                         refuse(answer.error(), output, end);
                         return;
                     }
                     if (output == Output::Json)
                         printJson(stdout, *answer);
                     else
                         print(stdout, answer->value(u"token"_s).toString());
                     end(done);
                 });
}

void printEffective(const Session &session, const QJsonObject &answer, Output output)
{
    if (output == Output::Json) {
        printJson(stdout, answer);
        return;
    }
    const model::Inventory &inventory = session.inventory();
    QStringList grounds;
    for (const QJsonValue &each : answer.value(u"grounds"_s).toArray()) {
        const auto object = model::refFromString(each[u"object"].toString());
        const QString role = inventory.nameOf(RoleId::fromString(each[u"role"].toString()));
        grounds += each[u"principal"].toString() + u'@'
            + (object ? pathOf(*object, inventory) : each[u"object"].toString()) + u": "_s
            + (role.isEmpty() ? each[u"role"].toString() : role);
    }
    QStringList privileges;
    for (const QJsonValue &each : answer.value(u"privileges"_s).toArray())
        privileges += each.toString();
    const std::vector<QStringList> rows{{Words::tr("Principal"), answer.value(u"principal"_s).toString()},
                                        {Words::tr("Decided by"), grounds.join(u", "_s)},
                                        {Words::tr("Privileges"), privileges.join(u", "_s)}};
    print(stdout, table({Words::tr("Property"), Words::tr("Value")}, rows, output));
}

/// `ann` is `local\ann`, whom this core knows; those of a directory are named with it.
QString principalFrom(const QString &user)
{
    return user.isEmpty() || user.contains(u'\\') ? user : u"local\\"_s + user;
}

void effective(Session &session, const Arguments &arguments, const End &end)
{
    model::ObjectRef object;
    const QString named = arguments.parameters.value(u"object"_s);
    if (!named.isEmpty()) {
        const auto found = findObject(named, std::nullopt, session.inventory());
        if (!found) {
            refuse(found.error(), arguments.output, end);
            return;
        }
        object = *found;
    }
    QUrlQuery query;
    query.addQueryItem(u"principal"_s, principalFrom(arguments.parameters.value(u"user"_s)));
    query.addQueryItem(u"object"_s, toString(object));
    session.get(u"/effective-permissions?"_s + query.toString(QUrl::FullyEncoded), &session,
                [&session, output = arguments.output, end](const Result<QJsonObject> &answer) {
                    if (!answer) {
                        refuse(answer.error(), output, end);
                        return;
                    }
                    printEffective(session, *answer, output);
                    end(done);
                });
}

/// How people are called when an alarm goes off.
void showNotifications(Session &session, const Arguments &arguments, const End &end)
{
    session.get(
        u"/notifications"_s, &session, [output = arguments.output, end](const Result<QJsonObject> &answer) {
            if (!answer) {
                refuse(answer.error(), output, end);
                return;
            }
            std::vector<QStringList> rows;
            for (auto each = answer->constBegin(); each != answer->constEnd(); ++each) {
                const QVariant value = each->toVariant();
                rows.push_back(
                    {each.key(), each->isArray() ? value.toStringList().join(u", "_s) : value.toString()});
            }
            if (output == Output::Json)
                printJson(stdout, *answer);
            else
                print(stdout, table({Words::tr("Property"), Words::tr("Value")}, rows, output));
            end(done);
        });
}

} // namespace

bool runAccounts(Session &session, const Arguments &arguments, const End &end)
{
    const QString command = arguments.words.mid(0, 2).join(u' ');
    if (command == u"session list")
        list<model::SessionInfo>(session, u"/sessions"_s, headsOfSessions(), arguments.output, end);
    else if (command == u"session end")
        removeEach(session, u"/sessions"_s, arguments, end);
    else if (command == u"task cancel")
        removeEach(session, u"/tasks"_s, arguments, end);
    else if (command == u"token list")
        list<model::TokenInfo>(session, u"/tokens"_s, headsOfTokens(), arguments.output, end);
    else if (command == u"token create")
        createToken(session, arguments, end);
    else if (command == u"token revoke")
        removeEach(session, u"/tokens"_s, arguments, end);
    else if (command == u"notification show")
        showNotifications(session, arguments, end);
    else if (command == u"access effective")
        effective(session, arguments, end);
    else
        return false;
    return true;
}

} // namespace ctl
