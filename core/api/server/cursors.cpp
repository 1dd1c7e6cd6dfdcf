// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/server/cursors.h"

#include "core/identity/secret.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core::api::server {

namespace {

constexpr auto life = 10min;
constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

/// In a time that does not tell where they differ.
bool isSame(const QByteArray &a, const QByteArray &b)
{
    unsigned char difference = a.size() == b.size() ? 0 : 1;
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i)
        difference |= static_cast<unsigned char>(a.at(i) ^ b.at(i));
    return difference == 0;
}

} // namespace

Cursors::Cursors(Clock &clock) : m_clock(clock), m_key(identity::newSecret()) {}

QByteArray Cursors::signatureOf(const QByteArray &list, const QByteArray &payload) const
{
    return QMessageAuthenticationCode::hash(list + '\n' + payload, m_key, QCryptographicHash::Sha256)
        .toBase64(encoding);
}

QByteArray Cursors::write(const QByteArray &list, const Place &place) const
{
    QJsonObject json{{u"id"_s, place.id},
                     {u"text"_s, place.key.text},
                     {u"until"_s, qint64((m_clock.monotonic() + life).time_since_epoch().count())}};
    if (place.key.number)
        json.insert(u"number"_s, *place.key.number);
    const QByteArray payload = QJsonDocument(json).toJson(QJsonDocument::Compact).toBase64(encoding);
    return payload + '.' + signatureOf(list, payload);
}

Result<Cursors::Place> Cursors::read(const QByteArray &list, const QByteArray &cursor) const
{
    const qsizetype dot = cursor.indexOf('.');
    const QByteArray payload = cursor.left(dot);
    if (dot < 0 || !isSame(cursor.mid(dot + 1), signatureOf(list, payload)))
        return errors::invalidArgument(u"cursor"_s, u"not a cursor of this list"_s);
    const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromBase64(payload, encoding)).object();
    const qint64 until = json.value(u"until"_s).toInteger();
    if (until < m_clock.monotonic().time_since_epoch().count())
        return errors::invalidArgument(u"cursor"_s, u"too old: begin again"_s);
    Place place{.key = {.number = std::nullopt, .text = json.value(u"text"_s).toString()},
                .id = json.value(u"id"_s).toString()};
    if (const QJsonValue number = json.value(u"number"_s); number.isDouble())
        place.key.number = number.toDouble();
    return place;
}

} // namespace core::api::server
