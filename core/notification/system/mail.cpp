// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notification/system/mail.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::notification::system {

namespace {

constexpr qsizetype wordBytes = 45; ///< what an encoded word of 75 characters holds
constexpr qsizetype lineCharacters = 76;

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Encoded words (RFC 2047), none of which cuts a character in two.
QByteArray encodedHeader(const QString &text)
{
    QString line = text.simplified();
    if (std::ranges::all_of(line, [](QChar each) { return each.unicode() >= 0x20 && each.unicode() < 0x7F; })
        && line.size() < lineCharacters - 10 && !line.contains(u"=?"))
        return line.toLatin1();
    const QByteArray bytes = line.toUtf8();
    QByteArray encoded;
    for (qsizetype at = 0; at < bytes.size();) {
        qsizetype end = std::min(at + wordBytes, bytes.size());
        while (end < bytes.size() && end > at + 1 && isContinuation(bytes.at(end)))
            --end;
        if (!encoded.isEmpty())
            encoded += "\r\n ";
        encoded += "=?UTF-8?B?" + bytes.mid(at, end - at).toBase64() + "?=";
        at = end;
    }
    return encoded;
}

QByteArray encodedBody(const QString &text)
{
    QString lines = text;
    lines.replace(u"\n"_s, u"\r\n"_s);
    const QByteArray encoded = lines.toUtf8().toBase64();
    QByteArray body;
    for (qsizetype at = 0; at < encoded.size(); at += lineCharacters)
        body += encoded.mid(at, lineCharacters) + "\r\n";
    return body;
}

} // namespace

QByteArray toMessage(const Mail &mail)
{
    const QDateTime date = QDateTime::fromMSecsSinceEpoch(mail.date.time_since_epoch().count(), Qt::UTC);
    return "Date: " + date.toString(Qt::RFC2822Date).toLatin1() + "\r\nFrom: " + mail.from.toLatin1()
        + "\r\nTo: " + mail.to.toLatin1() + "\r\nSubject: " + encodedHeader(mail.subject)
        + "\r\nMessage-ID: <" + mail.id.toLatin1() + '@' + mail.from.section(u'@', 1).toLatin1()
        + ">\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; "
          "charset=utf-8"
          "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + encodedBody(mail.text);
}

QByteArray smtpUrl(const model::NotificationSettings &settings)
{
    const QString host = settings.host.contains(u':') ? u'[' + settings.host + u']' : settings.host;
    const int port = settings.port == 0 ? usualPort(settings.security) : settings.port;
    const bool isTls = settings.security == model::SmtpSecurity::Tls;
    return u"%1://%2:%3"_s.arg(isTls ? u"smtps"_s : u"smtp"_s, host).arg(port).toLatin1();
}

} // namespace core::notification::system
