// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/notification.h"
#include "core/operations/notificationrules.h"

namespace core::operations {

/// Changes how the core calls people outside; what is left out stays.
struct SetNotification {
    static constexpr OperationInfo info{"notification.set", Privilege::GlobalSettings};
    model::AlarmChannel channel =
        model::AlarmChannel::Email; ///< of e-mail all but the key, of the webhooks the key
    std::optional<QString> server; ///< host of the mail server; empty: no e-mail is sent
    std::optional<int> port; ///< 0: the usual one
    std::optional<model::SmtpSecurity> security;
    std::optional<QString> user; ///< empty: signs in as nobody, and the password is forgotten
    std::optional<Secret> password;
    std::optional<QString> sender;
    std::optional<QString> language; ///< of the messages: en, fr
    std::optional<Secret> key; ///< with which requests to webhooks are signed
    static constexpr auto fields =
        FieldList{field("channel", &SetNotification::channel), field("server", &SetNotification::server),
                  field("port", &SetNotification::port),       field("security", &SetNotification::security),
                  field("user", &SetNotification::user),       field("password", &SetNotification::password),
                  field("sender", &SetNotification::sender),   field("language", &SetNotification::language),
                  field("key", &SetNotification::key)};
};

/// What it would make of the settings, without the secrets. Another server is not given the password of the one before.
[[nodiscard]] inline model::NotificationSettings changed(const SetNotification &operation,
                                                         model::NotificationSettings settings)
{
    const bool isSameServer = !operation.server || *operation.server == settings.host;
    settings.host = operation.server.value_or(settings.host);
    settings.port = operation.port.value_or(settings.port);
    settings.security = operation.security.value_or(settings.security);
    settings.user = operation.user.value_or(settings.user);
    settings.sender = operation.sender.value_or(settings.sender);
    settings.language = operation.language.value_or(settings.language);
    settings.hasPassword =
        ((settings.hasPassword && isSameServer) || operation.password) && !settings.user.isEmpty();
    settings.hasWebhookSecret = settings.hasWebhookSecret || operation.key;
    return settings;
}

[[nodiscard]] Availability availability(const SetNotification &operation, const model::Inventory &inventory);

} // namespace core::operations
