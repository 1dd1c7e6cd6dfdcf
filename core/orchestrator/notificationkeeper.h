// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notification/notifier.h"
#include "core/persistence/store.h"
#include "core/vault/vault.h"

namespace core::orchestrator {

/// The settings by which the core calls people outside, in the database; the secrets among them sealed. One thread.
class NotificationKeeper
{
public:
    /// Without a vault no secret can be kept: `base.unsupported`.
    NotificationKeeper(persistence::Store &store, const vault::Vault *vault) : m_store(store), m_vault(vault)
    {}

    /// What an earlier life of the core was told. Secrets that this core's key does not open are asked for again.
    Task<> load() { return load(this); }
    [[nodiscard]] const model::NotificationSettings &settings() const { return m_access.settings; }
    /// With the secrets.
    [[nodiscard]] const notification::Access &access() const { return m_access; }
    /// In force when it is in the database. An absent secret stays as long as the settings say that there is one.
    Task<> change(model::NotificationSettings settings, std::optional<QString> password,
                  std::optional<QString> key)
    {
        return change(this, std::move(settings), std::move(password), std::move(key));
    }

private:
    static Task<> load(NotificationKeeper *self);
    static Task<> change(NotificationKeeper *self, model::NotificationSettings settings,
                         std::optional<QString> password, std::optional<QString> key);
    [[nodiscard]] QByteArray unsealed(const QJsonObject &kept, const QString &member,
                                      const QByteArray &purpose) const;

    persistence::Store &m_store;
    const vault::Vault *m_vault;
    notification::Access m_access;
};

} // namespace core::orchestrator
