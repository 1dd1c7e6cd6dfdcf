// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/server/api.h"
#include "core/async/systemclock.h"
#include "core/identity/auditlog.h"
#include "core/notification/notifier.h"
#include "core/orchestrator/passwordkeeper.h"
#include "core/persistence/store.h"
#include "core/simulation/changes.h"
#include "core/vault/vault.h"

#include <functional>
#include <memory>

namespace server {

/// The orchestrator's passwords, kept by the accounts.
class AccountPasswords : public core::orchestrator::PasswordKeeper
{
public:
    explicit AccountPasswords(core::identity::Accounts *accounts) : m_accounts(accounts) {}

    core::Task<> setPassword(core::model::User user, QString password) override;
    core::Task<> forget(core::UserId user) override;

private:
    core::identity::Accounts *m_accounts;
};

/// A core with all that it needs and its door: ports joined with adapters. What an embedded core and a server share.
class Service
{
public:
    struct Settings {
        std::unique_ptr<core::persistence::Store> store;
        QString directory; ///< of the core: the key of its secrets, `alarm-scripts/`, `trusted-ca.pem`
        QString hostsDirectory; ///< of keys and sockets for the connections to hosts
        QString auditLog; ///< file
        QString backups; ///< directory of copies of the database
        QString drsDumps; ///< directory of what plans were made of
        QString owner; ///< of an embedded core: `local\\ann`
        std::optional<core::simulation::WorldSpec> simulated;
        double changesPerSecond = 0;
        core::Duration sampleInterval{20'000};
        bool loopbackOnly = true;
    };

    explicit Service(Settings settings);
    Service(const Service &) = delete;
    Service &operator=(const Service &) = delete;
    ~Service();

    /// Reads the database and begins to watch; nobody can come in yet.
    core::Task<> start(core::orchestrator::InitialInventory initial);
    /// Opens the door. With a certificate it speaks TLS. The answer is the port.
    core::Result<quint16> listen(const QString &address, quint16 port,
                                 const std::optional<core::api::server::Certificate> &certificate);
    /// Done when all that was said is on the disk.
    core::Task<> stop();

    [[nodiscard]] core::Clock &clock() { return m_clock; }
    [[nodiscard]] const core::simulation::World *world() const { return m_world.get(); }
    [[nodiscard]] core::orchestrator::Core &core() { return *m_core; }
    [[nodiscard]] core::identity::Accounts &accounts() { return *m_accounts; }
    [[nodiscard]] core::api::server::FeedHub &feed() { return *m_feed; }
    [[nodiscard]] core::api::server::Api &api() { return *m_api; }

private:
    void watchUsers();
    void makeNotifier();
    void makeCore();

    Settings m_settings;
    core::SystemClock m_clock;
    std::unique_ptr<core::simulation::World> m_world;
    std::unique_ptr<core::hypervisor::Connector> m_connector;
    std::unique_ptr<core::identity::Accounts> m_accounts;
    std::unique_ptr<AccountPasswords> m_passwords;
    std::optional<core::vault::Vault> m_vault;
    std::unique_ptr<core::notification::Notifier> m_notifier;
    std::unique_ptr<core::orchestrator::Core> m_core;
    std::unique_ptr<core::simulation::Changes> m_changes;
    core::identity::AuditLog m_audit;
    std::unique_ptr<core::api::server::FeedHub> m_feed;
    std::unique_ptr<core::api::server::Api> m_api;
    std::unique_ptr<core::api::server::HttpServer> m_http;
};

} // namespace server
