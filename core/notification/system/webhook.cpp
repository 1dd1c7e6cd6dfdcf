// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notification/system/webhook.h"

#include <QJsonDocument>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace core::notification::system {

namespace {

QJsonObject toJson(const Notice &notice, const QString &sentence)
{
    const model::Alarm &alarm = notice.alarm;
    QJsonObject made{{u"id"_s, alarm.id.toString()},
                     {u"name"_s, notice.name},
                     {u"transition"_s, QLatin1StringView(wireName(notice.transition))},
                     {u"severity"_s, QLatin1StringView(wireName(alarm.severity))},
                     {u"code"_s, alarm.code},
                     {u"object"_s, toString(alarm.object)},
                     {u"objectName"_s, alarm.objectName},
                     {u"parameters"_s, alarm.parameters},
                     {u"message"_s, sentence},
                     {u"since"_s, toRfc3339(alarm.since)},
                     {u"time"_s, toRfc3339(notice.time)},
                     {u"repetition"_s, notice.repetition},
                     {u"test"_s, notice.isTest}};
    if (!alarm.definition.isNull())
        made.insert(u"definition"_s, alarm.definition.toString());
    return made;
}

} // namespace

QByteArray toPayload(const std::vector<Notice> &notices, const std::vector<QString> &sentences,
                     const QString &server, const QString &id, Instant sent)
{
    QJsonArray alarms;
    for (size_t i = 0; i < notices.size(); ++i)
        alarms.append(toJson(notices[i], i < sentences.size() ? sentences[i] : QString()));
    const QJsonObject payload{{u"version"_s, 1},
                              {u"id"_s, id},
                              {u"server"_s, server},
                              {u"sent"_s, toRfc3339(sent)},
                              {u"alarms"_s, alarms}};
    return QJsonDocument(payload).toJson(QJsonDocument::Compact);
}

QByteArray signatureOf(const QByteArray &body, const QByteArray &key)
{
    return "sha256=" + QMessageAuthenticationCode::hash(body, key, QCryptographicHash::Sha256).toHex();
}

} // namespace core::notification::system
