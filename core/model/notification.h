// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarmdefinition.h"

/// How the core calls people outside: once for the whole server.
namespace core::model {

enum class SmtpSecurity {
    StartTls, ///< begins in the clear and must become TLS before anything is said
    Tls, ///< from the first byte on
    None ///< in the clear: only without a user
};
constexpr auto wireNames(SmtpSecurity)
{
    return std::array{WireName{SmtpSecurity::StartTls, "starttls"}, WireName{SmtpSecurity::Tls, "tls"},
                      WireName{SmtpSecurity::None, "none"}};
}

/// Port that is meant where none is said.
[[nodiscard]] constexpr int usualPort(SmtpSecurity security)
{
    switch (security) {
    case SmtpSecurity::StartTls: return 587;
    case SmtpSecurity::Tls: return 465;
    case SmtpSecurity::None: return 25;
    }
    return 0;
}

/// Without the secrets, which no client ever reads.
struct NotificationSettings {
    QString host; ///< of the mail server; empty: no e-mail is sent
    int port = 0; ///< 0: the usual one
    SmtpSecurity security = SmtpSecurity::StartTls;
    QString user; ///< empty: signs in as nobody
    bool hasPassword = false;
    QString sender; ///< address
    QString language = QStringLiteral("en"); ///< of the messages: en, fr
    bool hasWebhookSecret = false; ///< requests are signed with it
    std::vector<QString> scripts; ///< that there are to choose from, by name

    static constexpr auto fields =
        FieldList{field("host", &NotificationSettings::host),
                  field("port", &NotificationSettings::port),
                  field("security", &NotificationSettings::security),
                  field("user", &NotificationSettings::user),
                  field("hasPassword", &NotificationSettings::hasPassword),
                  field("sender", &NotificationSettings::sender),
                  field("language", &NotificationSettings::language),
                  field("hasWebhookSecret", &NotificationSettings::hasWebhookSecret),
                  field("scripts", &NotificationSettings::scripts)};
    friend bool operator==(const NotificationSettings &, const NotificationSettings &) = default;
};

} // namespace core::model
