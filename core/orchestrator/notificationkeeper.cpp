// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/notificationkeeper.h"

#include <QJsonDocument>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcNotification, "vigie.notification")

namespace core::orchestrator {

namespace {

const QString settingsName = u"notification/settings"_s; // NOLINT(cert-err58-cpp)
constexpr auto passwordPurpose = "notification.password";
constexpr auto keyPurpose = "notification.key";

} // namespace

QByteArray NotificationKeeper::unsealed(const QJsonObject &kept, const QString &member,
                                        const QByteArray &purpose) const
{
    const QByteArray sealed = QByteArray::fromBase64(kept.value(member).toString().toLatin1());
    if (sealed.isEmpty() || m_vault == nullptr)
        return {};
    const auto secret = m_vault->unseal(sealed, purpose);
    if (!secret)
        qCWarning(lcNotification) << "not opened" << member << secret.error().code;
    return secret ? *secret : QByteArray();
}

Task<> NotificationKeeper::load(NotificationKeeper *self)
{
    const auto kept = co_await self->m_store.secrets(settingsName);
    if (!kept)
        co_return kept.error();
    const QJsonObject json = QJsonDocument::fromJson(kept->value(settingsName)).object();
    auto settings = json::fromJson<model::NotificationSettings>(json.value(u"settings"_s).toObject());
    if (!settings)
        co_return {}; // of a newer program, or damaged: as if nobody had said anything
    notification::Access access{.settings = *std::move(settings)};
    access.password = QString::fromUtf8(self->unsealed(json, u"password"_s, passwordPurpose));
    access.key = self->unsealed(json, u"key"_s, keyPurpose);
    access.settings.hasPassword = !access.password.isEmpty();
    access.settings.hasWebhookSecret = !access.key.isEmpty();
    self->m_access = std::move(access);
    co_return {};
}

Task<> NotificationKeeper::change(NotificationKeeper *self, model::NotificationSettings settings,
                                  std::optional<QString> password, std::optional<QString> key)
{
    notification::Access access{.settings = std::move(settings)};
    if (access.settings.hasPassword)
        access.password = password.value_or(self->m_access.password);
    if (access.settings.hasWebhookSecret)
        access.key = key ? key->toUtf8() : self->m_access.key;
    if (self->m_vault == nullptr && (!access.password.isEmpty() || !access.key.isEmpty()))
        co_return Error(errors::Unsupported, u"this core has no key to seal secrets with"_s);
    access.settings.scripts.clear(); // they are what the directory has
    QJsonObject kept{{u"settings"_s, json::toObject(access.settings)}};
    const auto seal = [&](const QString &member, const QByteArray &secret, const QByteArray &purpose) {
        if (!secret.isEmpty())
            kept.insert(member, QString::fromLatin1(self->m_vault->seal(secret, purpose).toBase64()));
    };
    seal(u"password"_s, access.password.toUtf8(), passwordPurpose);
    seal(u"key"_s, access.key, keyPurpose);
    const QByteArray text = QJsonDocument(kept).toJson(QJsonDocument::Compact);
    const auto saved = co_await self->m_store.saveSecret(settingsName, text);
    if (!saved)
        co_return saved.error();
    self->m_access = std::move(access);
    co_return {};
}

} // namespace core::orchestrator
