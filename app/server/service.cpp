// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/service.h"

#include "core/hypervisor/libvirt/libvirtconnector.h"
#include "core/hypervisor/simulated/connector.h"

using namespace Qt::StringLiterals;

namespace server {

using namespace core;

Task<> AccountPasswords::setPassword(model::User user, QString password)
{
    return m_accounts->setPassword(std::move(user), std::move(password));
}

Task<> AccountPasswords::forget(UserId user)
{
    return m_accounts->forget(user);
}

Service::Service(Settings settings) : m_settings(std::move(settings)), m_audit(m_settings.auditLog)
{
    if (m_settings.simulated) {
        m_world = std::make_unique<simulation::World>(*m_settings.simulated, &m_clock);
        m_connector = std::make_unique<hypervisor::SimulatedConnector>(m_world.get(), &m_clock);
    } else {
        m_connector = std::make_unique<hypervisor::LibvirtConnector>(m_settings.hostsDirectory);
    }
    m_accounts = std::make_unique<identity::Accounts>(m_clock, *m_settings.store);
    m_passwords = std::make_unique<AccountPasswords>(m_accounts.get());
    m_core = std::make_unique<orchestrator::Core>(
        m_clock, *m_connector, *m_settings.store,
        orchestrator::Core::Settings{.user = m_settings.owner,
                                     .keepHosts = m_world == nullptr,
                                     .sampleInterval = m_settings.sampleInterval,
                                     .passwords = m_passwords.get()});
    m_feed = std::make_unique<api::server::FeedHub>(m_clock);
    m_feed->setInventory([this] { return m_core->inventory().now(); });
    m_accounts->setInventory([this] { return m_core->inventory().now(); });
    m_accounts->setSessionEnded([this](SessionId session) {
        m_feed->close(session);
        if (m_api)
            m_api->sessionEnded(session);
    });
    m_core->setListener(m_feed.get());
}

Service::~Service() = default;

Task<> Service::start(orchestrator::InitialInventory initial)
{
    if (auto opened = co_await m_audit.open(); !opened)
        co_return opened.error();
    if (auto started = co_await m_core->start(std::move(initial)); !started)
        co_return started.error();
    if (auto loaded = co_await m_accounts->load(); !loaded)
        co_return loaded.error();
    watchUsers();
    m_api =
        std::make_unique<api::server::Api>(*m_core, *m_feed, *m_accounts,
                                           api::server::Api::Settings{.loopbackOnly = m_settings.loopbackOnly,
                                                                      .limits = {},
                                                                      .audit = &m_audit,
                                                                      .backups = m_settings.backups});
    m_http = std::make_unique<api::server::HttpServer>(*m_api);
    co_return {};
}

/// Who is gone or may no longer sign in is shown out.
void Service::watchUsers()
{
    m_core->inventory().observe(
        [this](const model::Change &change, const std::optional<model::Object> &before) {
            if (change.ref.kind != model::Kind::User || !before)
                return;
            const auto was = std::get<std::shared_ptr<const model::User>>(*before);
            const auto *is = m_core->inventory().now().find(change.ref.as<UserId>());
            if (is == nullptr || is->disabled)
                m_accounts->endSessionsOf(principalOf(*was));
        });
}

Result<quint16> Service::listen(const QString &address, quint16 port,
                                const std::optional<api::server::Certificate> &certificate)
{
    if (certificate) {
        if (const auto used = m_http->useCertificate(*certificate); !used)
            return used.error();
    }
    auto listening = m_http->listen(address, port);
    if (listening && m_world)
        m_changes = std::make_unique<simulation::Changes>(
            m_world.get(), &m_clock, simulation::ChangeRate{.perSecond = m_settings.changesPerSecond});
    return listening;
}

Task<> Service::stop()
{
    return m_core->flush();
}

} // namespace server
