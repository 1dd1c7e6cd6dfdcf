// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/embedded.h"

#include "app/server/initial.h"
#include "core/api/server/secret.h"
#include "core/hypervisor/libvirt/libvirtconnector.h"
#include "core/hypervisor/simulated/connector.h"

#include <QFile>

#include <algorithm>
#include <chrono>

#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace server {

using namespace core;

namespace {

constexpr auto lonelyFor = 60s; ///< then an embedded core ends
constexpr auto lookInterval = 2s;
constexpr auto usualInterval = 20s; ///< between readings of a host's counters
constexpr auto labInterval = 5s;
constexpr auto localLimit = 3s; ///< for hosts of this machine, real or simulated, to answer

QString localUser()
{
    const passwd *entry = ::getpwuid(::getuid());
    const QString name =
        entry == nullptr ? QString::number(::getuid()) : QString::fromLocal8Bit(entry->pw_name);
    return u"local\\"_s + name;
}

} // namespace

Embedded::Embedded(Options options, std::function<void()> onEnd)
    : m_options(std::move(options)),
      m_onEnd(std::move(onEnd)),
      m_directory(m_options.embedded)
{}

Embedded::~Embedded() = default;

Result<orchestrator::InitialInventory> Embedded::initialInventory()
{
    if (m_world)
        return simulatedInventory(m_world->topology());
    if (!m_options.singleHost.isEmpty())
        return singleHostInventory(m_options.singleHost);
    auto lab = labInventory(m_options.embedded);
    if (!lab || !lab->hosts.empty())
        return lab;
    return emptyInventory();
}

Task<> Embedded::start()
{
    const auto locked = m_directory.lock();
    if (!locked)
        co_return locked.error();
    if (!*locked)
        co_return Error(errors::Busy);
    if (m_options.simulated) {
        m_world = std::make_unique<simulation::World>(*m_options.simulated, &m_clock);
        m_connector = std::make_unique<hypervisor::SimulatedConnector>(m_world.get(), &m_clock);
    } else {
        m_connector = std::make_unique<hypervisor::LibvirtConnector>(m_directory.filePath(u"hosts"_s));
    }
    auto initial = initialInventory();
    if (!initial)
        co_return initial.error();
    const bool isLab = !initial->hosts.empty() && initial->hosts.front().host.lab;
    m_store = std::make_unique<persistence::SqlStore>(m_directory.filePath(u"vigie.sqlite"_s));
    m_core = std::make_unique<orchestrator::Core>(
        m_clock, *m_connector, *m_store,
        orchestrator::Core::Settings{.user = localUser(),
                                     .keepHosts = m_world == nullptr,
                                     .sampleInterval = isLab ? labInterval : usualInterval});
    m_feed = std::make_unique<api::server::FeedHub>(m_clock);
    m_core->setListener(m_feed.get());
    if (const auto started = co_await m_core->start(*std::move(initial)); !started)
        co_return started.error();
    if (isLab || m_world)
        co_await untilHostsAnswered();
    const QByteArray token = api::server::newSecret();
    m_api = std::make_unique<api::server::Api>(*m_core, *m_feed, api::server::Api::Settings{.token = token});
    m_http = std::make_unique<api::server::HttpServer>(*m_api);
    const auto port = m_http->listen(u"127.0.0.1"_s, 0);
    if (!port)
        co_return port.error();
    const auto published = m_directory.writeEndpoint(*port, token);
    if (!published)
        co_return published.error();
    if (m_world)
        m_changes = std::make_unique<simulation::Changes>(
            m_world.get(), &m_clock, simulation::ChangeRate{.perSecond = m_options.changesPerSecond});
    lookForClients();
    co_return {};
}

/// Hosts of a lab or a simulation are on this machine and answer soon or not at all: who opens it finds its machines
/// there, in one snapshot instead of thousands of changes.
Task<> Embedded::untilHostsAnswered()
{
    const Monotonic end = m_clock.monotonic() + localLimit;
    const auto isConnecting = [](const auto &host) { return host->state == model::HostState::Connecting; };
    while (m_clock.monotonic() < end
           && std::ranges::any_of(m_core->inventory().now().all<model::Host>(), isConnecting))
        co_await sleepFor(&m_clock, 50ms);
    co_return {};
}

Task<> Embedded::stop()
{
    m_timer.reset();
    if (m_core)
        co_return co_await m_core->flush();
    co_return {};
}

void Embedded::lookForClients()
{
    const bool needed = m_options.keep || m_feed->listeners() > 0 || m_core->tasks().anyRunning()
        || m_clock.monotonic() - m_api->lastRequest() < lonelyFor;
    if (!needed) {
        m_onEnd();
        return;
    }
    m_timer = m_clock.after(lookInterval, [this] { lookForClients(); });
}

} // namespace server
