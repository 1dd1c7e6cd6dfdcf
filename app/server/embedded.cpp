// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/embedded.h"

#include "app/server/initial.h"
#include "core/identity/secret.h"
#include "core/persistence/sql/sqlstore.h"

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
    if (m_options.simulated)
        return orchestrator::InitialInventory{}; // of the world, when there is one
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
    auto initial = initialInventory();
    if (!initial)
        co_return initial.error();
    const bool isLab = !initial->hosts.empty() && initial->hosts.front().host.lab;
    Service::Settings settings{.store =
                                   *persistence::open(u"sqlite:"_s + m_directory.filePath(u"vigie.sqlite"_s)),
                               .directory = m_options.embedded,
                               .hostsDirectory = m_directory.filePath(u"hosts"_s),
                               .auditLog = m_directory.filePath(u"audit.jsonl"_s),
                               .backups = m_directory.filePath(u"backups"_s),
                               .drsDumps = m_directory.filePath(u"drs-dumps"_s),
                               .owner = localUser(),
                               .simulated = m_options.simulated,
                               .changesPerSecond = m_options.changesPerSecond,
                               .sampleInterval = isLab ? labInterval : usualInterval};
    m_service = std::make_unique<Service>(std::move(settings));
    if (m_service->world() != nullptr)
        *initial = simulatedInventory(m_service->world()->topology());
    if (auto started = co_await m_service->start(*std::move(initial)); !started)
        co_return started.error();
    if (isLab || m_service->world() != nullptr)
        co_await untilHostsAnswered();
    co_return openDoor();
}

Result<void> Embedded::openDoor()
{
    const QByteArray token = identity::newSecret();
    m_service->accounts().setFixedToken(token, m_service->core().settings().user);
    const auto port = m_service->listen(u"127.0.0.1"_s, 0, std::nullopt);
    if (!port)
        return port.error();
    if (const auto published = m_directory.writeEndpoint(*port, token, m_service->feed().epoch()); !published)
        return published.error();
    lookForClients();
    return {};
}

/// Hosts of a lab or a simulation are on this machine and answer soon or not at all: who opens it finds its machines
/// there, in one snapshot instead of thousands of changes.
Task<> Embedded::untilHostsAnswered()
{
    const Monotonic end = m_service->clock().monotonic() + localLimit;
    const auto isConnecting = [](const auto &host) { return host->state == model::HostState::Connecting; };
    while (m_service->clock().monotonic() < end
           && std::ranges::any_of(m_service->core().inventory().now().all<model::Host>(), isConnecting))
        co_await sleepFor(&m_service->clock(), 50ms);
    co_return {};
}

Task<> Embedded::stop()
{
    m_timer.reset();
    if (m_service)
        co_return co_await m_service->stop();
    co_return {};
}

void Embedded::lookForClients()
{
    const bool needed = m_options.keep || m_service->feed().listeners() > 0
        || m_service->core().tasks().anyRunning()
        || m_service->clock().monotonic() - m_service->api().lastRequest() < lonelyFor;
    if (!needed) {
        m_onEnd();
        return;
    }
    m_timer = m_service->clock().after(lookInterval, [this] { lookForClients(); });
}

} // namespace server
