// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/notificationrules.h"

#include "core/operations/notification/set.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace core::operations {

namespace {

constexpr qsizetype longestSecret = 1000;

Availability badValue(const QString &what, const QString &why)
{
    return core::errors::invalidArgument(what, why);
}

/// A name, an IPv4 address, or an IPv6 address without brackets: nothing that could become a path or an option.
bool isServerName(const QString &text)
{
    static const QRegularExpression name(u"^[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?\\z"_s);
    static const QRegularExpression address(u"^[0-9A-Fa-f:.]{2,45}\\z"_s);
    return name.match(text).hasMatch() || (text.contains(u':') && address.match(text).hasMatch());
}

bool isPlain(const QString &text)
{
    return std::ranges::all_of(text, [](QChar each) { return each.isPrint(); });
}

bool isSoundSecret(const std::optional<Secret> &secret)
{
    return !secret
        || (!secret->text.isEmpty() && secret->text.size() <= longestSecret && isPlain(secret->text));
}

} // namespace

Availability isSound(const model::NotificationSettings &settings)
{
    constexpr int highestPort = 65535;
    if (!settings.host.isEmpty() && !isServerName(settings.host))
        return badValue(u"server"_s, u"the name or address of a mail server expected"_s);
    if (settings.port < 0 || settings.port > highestPort)
        return badValue(u"port"_s, u"1 to 65535 expected"_s);
    if (settings.user.size() > longestSecret || !isPlain(settings.user))
        return badValue(u"user"_s, u"at most 1000 printable characters expected"_s);
    if (!settings.user.isEmpty() && settings.security == model::SmtpSecurity::None)
        return badValue(u"security"_s, u"a password goes only through TLS: starttls or tls expected"_s);
    if (!settings.sender.isEmpty() && !isMailAddress(settings.sender))
        return badValue(u"sender"_s, u"an address such as vigie@example.org expected"_s);
    if (!settings.host.isEmpty() && settings.sender.isEmpty())
        return badValue(u"sender"_s, u"the address that the messages come from expected"_s);
    if (settings.language != u"en" && settings.language != u"fr")
        return badValue(u"language"_s, u"en or fr expected"_s);
    return {};
}

/// What can be said without the settings as they are; the rest when they are changed.
Availability availability(const SetNotification &operation, const model::Inventory &)
{
    const bool namesMail = operation.server || operation.port || operation.security || operation.user
        || operation.password || operation.sender || operation.language;
    if (operation.channel != model::AlarmChannel::Email && namesMail)
        return badValue(u"channel"_s, u"email expected for the mail server and the language"_s);
    if (operation.channel != model::AlarmChannel::Webhook && operation.key)
        return badValue(u"channel"_s, u"webhook expected for the key"_s);
    if (!isSoundSecret(operation.password))
        return badValue(u"password"_s, u"1 to 1000 printable characters expected"_s);
    if (!isSoundSecret(operation.key))
        return badValue(u"key"_s, u"1 to 1000 printable characters expected"_s);
    model::NotificationSettings alone;
    alone.sender = operation.server && !operation.server->isEmpty() && !operation.sender
        ? u"not-said@example.org"_s
        : QString();
    return isSound(changed(operation, alone));
}

} // namespace core::operations
