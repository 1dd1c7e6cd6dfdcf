// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/service.h"

#include "app/server/alarmwords.h"
#include "core/hypervisor/libvirt/libvirtconnector.h"
#include "core/hypervisor/simulated/connector.h"

#include <QDir>
#include <QLoggingCategory>
#include <QSysInfo>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcService, "vigie.service")

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
    makeNotifier();
    makeCore();
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

namespace {

/// "ann@workstation" of an embedded core, "server" of a management server.
QString coreName(const QString &owner)
{
    const QString machine = QSysInfo::machineHostName();
    return owner.isEmpty() ? machine : owner.section(u'\\', -1) + u'@' + machine;
}

} // namespace

/// Without a key nothing secret is kept, and all else works: better than a server that does not start.
void Service::makeNotifier()
{
    const QDir directory(m_settings.directory);
    if (auto vault = vault::Vault::open(directory.filePath(u"secrets.key"_s)))
        m_vault.emplace(*std::move(vault));
    else
        qCWarning(lcService) << "no vault" << vault.error().code << vault.error().detail;
    const QString scripts = directory.filePath(u"alarm-scripts"_s);
    if (!QDir().mkpath(scripts))
        qCWarning(lcService) << "cannot make" << scripts;
    const QString authorities = directory.filePath(u"trusted-ca.pem"_s);
    const QString name = QSysInfo::machineHostName();
    m_notifier = std::make_unique<notification::system::SystemNotifier>(
        m_clock,
        notification::system::SystemNotifier::Settings{
            .server = name,
            .scripts = scripts,
            .rules = {.authorities = QFile::exists(authorities) ? authorities : QString()},
            .compose = [name](const notification::Delivery &delivery, const QString &language) {
                return alarmWords(delivery, language, name);
            }});
}

void Service::makeCore()
{
    m_core = std::make_unique<orchestrator::Core>(
        m_clock, *m_connector, *m_settings.store,
        orchestrator::Core::Settings{.user = m_settings.owner,
                                     .keepHosts = m_world == nullptr,
                                     .sampleInterval = m_settings.sampleInterval,
                                     .drs = {.dumps = m_settings.drsDumps},
                                     .passwords = m_passwords.get(),
                                     .notifier = m_notifier.get(),
                                     .vault = m_vault ? &*m_vault : nullptr,
                                     .authorityDirectory = m_settings.directory,
                                     .name = m_world == nullptr ? coreName(m_settings.owner) : QString()});
}

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
