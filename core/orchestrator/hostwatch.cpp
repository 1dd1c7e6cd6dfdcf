// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/hostwatch.h"

#include "core/base/overloaded.h"
#include "core/hypervisor/errors.h"

#include <QLoggingCategory>

#include <chrono>

using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(lcHost, "vigie.host")

namespace core::orchestrator {

namespace {

/// Only a person can answer these: trying again by ourselves would lock an account.
bool needsAnswer(const Error &error)
{
    using namespace hypervisor::errors;
    return error.is(TrustUnknown) || error.is(TrustChanged) || error.is(CredentialsNeeded)
        || error.is(CredentialsRefused);
}

constexpr auto untilWoken = 1h; ///< nothing is due then: whoever waits so long looks and waits on
constexpr auto sampleLimit = 10s;

} // namespace

HostWatch::HostWatch(HostId host, hypervisor::Endpoint endpoint, Surroundings surroundings, Settings settings)
    : m_host(host),
      m_endpoint(std::move(endpoint)),
      m_around(std::move(surroundings)),
      m_settings(settings),
      m_backoff(settings.retryFirst, settings.retryCap),
      m_wakeup(m_around.clock),
      m_storageWakeup(m_around.clock),
      m_networksWakeup(m_around.clock),
      m_sampleWakeup(m_around.clock),
      m_scope([](const Error &error) { qCWarning(lcHost) << "watch ended" << error.code << error.detail; })
{}

void HostWatch::start(std::unique_ptr<hypervisor::Hypervisor> opened)
{
    for (const auto &vm : m_around.inventory.now().all<model::Vm>()) { // what the database remembers
        if (vm->host == m_host)
            m_vms.insert(vm->id);
    }
    m_opened = std::move(opened);
    m_scope.spawn(control());
    m_scope.spawn(reconcileForEver());
    m_scope.spawn(readWhenDirty(&m_storageWakeup, &m_storageDirty, &HostWatch::readStorage));
    m_scope.spawn(readWhenDirty(&m_networksWakeup, &m_networksDirty, &HostWatch::readNetworks));
    m_scope.spawn(sampleForEver());
}

int HostWatch::retryNow(std::optional<QString> trust, std::optional<QString> secret)
{
    m_endpoint.trust = std::move(trust);
    m_endpoint.secret = std::move(secret);
    m_backoff.reset();
    m_retryWanted = true;
    m_wakeup.wake();
    return m_attemptsBegun + 1; // one under way has its answers already
}

void HostWatch::setSampleInterval(Duration interval)
{
    if (interval == m_sampleInterval)
        return;
    m_sampleInterval = interval;
    m_sampleWakeup.wake();
}

/// The life of a connection: connect, read, follow until it is lost; again.
Task<> HostWatch::control()
{
    for (;;) {
        ++m_attemptsBegun;
        const auto connected = co_await connect();
        m_attemptsEnded = m_attemptsBegun;
        if (connected) {
            m_backoff.reset();
            const auto ended = co_await follow();
            lose(ended ? Error(errors::Internal) : ended.error());
            continue;
        }
        lose(connected.error());
        if (m_retryWanted)
            continue;
        if (needsAnswer(connected.error()))
            co_await untilRetryIsWanted();
        else
            co_await m_wakeup.wait(m_backoff.next());
    }
}

Task<> HostWatch::untilRetryIsWanted()
{
    while (!m_retryWanted)
        co_await m_wakeup.wait(untilWoken);
    co_return {};
}

Task<> HostWatch::connect()
{
    const model::Host *host = m_around.inventory.now().find(m_host);
    if (host == nullptr)
        co_return Error(errors::NotFound);
    if (host->state != model::HostState::NotResponding)
        setState(model::HostState::Connecting, host->problem);
    auto opened = co_await open();
    if (!opened)
        co_return opened.error();
    m_lost.reset();
    m_hypervisor = *std::move(opened);
    m_hypervisor->listen([this](const hypervisor::HostEvent &event) { heard(event); });
    if (const auto read = co_await readHost(); !read)
        co_return read.error();
    m_storageDirty = true; // by its own task: storage that hangs holds up nothing else
    m_storageWakeup.wake();
    if (const auto networks = co_await readNetworks(); !networks) // before the VMs, which refer to them
        qCInfo(lcHost) << "no networks from" << m_host.uuid() << networks.error().detail;
    if (const auto vms = co_await readVms(); !vms)
        co_return vms.error();
    setState(model::HostState::Connected);
    m_problem.reset();
    m_sampleWakeup.wake();
    co_return {};
}

/// The answers of the user serve this one attempt: they are taken before the wait, during which others may come.
Task<std::unique_ptr<hypervisor::Hypervisor>> HostWatch::open()
{
    m_retryWanted = false;
    hypervisor::Endpoint endpoint = m_endpoint;
    m_endpoint.secret.reset();
    if (m_opened)
        co_return std::exchange(m_opened, nullptr);
    auto opened = co_await limited(m_around.connector.open(std::move(endpoint)), m_settings.readLimit);
    co_return opened;
}

/// Ends with the reason why the connection is of no use any more.
Task<> HostWatch::follow()
{
    Monotonic nextPing = m_around.clock.monotonic() + m_settings.pingInterval;
    while (!m_lost) {
        const Duration untilPing = nextPing - m_around.clock.monotonic();
        if (!std::exchange(m_pingWanted, false) && untilPing > Duration::zero()) {
            co_await m_wakeup.wait(untilPing);
            continue;
        }
        if (const auto pinged = co_await limited(m_hypervisor->ping(), m_settings.pingLimit); !pinged)
            co_return pinged.error();
        nextPing = m_around.clock.monotonic() + m_settings.pingInterval;
    }
    co_return *m_lost;
}

/// What no event told is found by reading everything again.
Task<> HostWatch::reconcileForEver()
{
    for (;;) {
        co_await sleepFor(&m_around.clock, m_settings.reconcileInterval);
        if (!isConnected())
            continue;
        m_storageDirty = m_networksDirty = true;
        m_storageWakeup.wake();
        m_networksWakeup.wake();
        auto read = co_await readHost();
        if (read)
            read = co_await readVms();
        if (!read)
            qCInfo(lcHost) << "not all read from" << m_host.uuid() << read.error().code
                           << read.error().detail;
    }
}

/// For what is read as a whole: at once when it is dirty, one reading at a time.
Task<> HostWatch::readWhenDirty(Wakeup *wakeup, bool *dirty, Task<> (HostWatch::*read)())
{
    for (;;) {
        if (m_hypervisor && std::exchange(*dirty, false)) {
            if (const auto done = co_await (this->*read)(); !done)
                qCInfo(lcHost) << "not read from" << m_host.uuid() << done.error().code
                               << done.error().detail;
        }
        if (!*dirty || !m_hypervisor)
            co_await wakeup->wait(untilWoken);
    }
}

/// A lane of its own on the host's side, so a task of its own here: slow counters delay nothing else.
Task<> HostWatch::sampleForEver()
{
    for (;;) {
        if (const auto connection = m_hypervisor; connection && isConnected()) {
            auto sample = co_await withDeadline(connection->sample(), &m_around.clock, sampleLimit);
            if (sample)
                m_around.onSample(m_host, *sample);
            else
                qCInfo(lcHost) << "no sample from" << m_host.uuid() << sample.error().code
                               << sample.error().detail;
        }
        co_await m_sampleWakeup.wait(m_sampleInterval);
    }
}

void HostWatch::heard(const hypervisor::HostEvent &event)
{
    std::visit(Overloaded{
                   [this](const hypervisor::VmChanged &e) { lookAt(e.vm); },
                   [this](const hypervisor::VmGone &e) { lookAt(e.vm); },
                   [this](const hypervisor::StorageChanged &) {
                       m_storageDirty = true;
                       m_storageWakeup.wake();
                   },
                   [this](const hypervisor::NetworksChanged &) {
                       m_networksDirty = true;
                       m_networksWakeup.wake();
                   },
                   [this](const hypervisor::ConnectionLost &e) {
                       m_lost = e.why;
                       m_wakeup.wake();
                   },
                   [&](const hypervisor::MemoryPassBegun &) { m_around.onMigration(m_host, event); },
                   [&](const hypervisor::VmFrozen &) { m_around.onMigration(m_host, event); },
                   [&](const hypervisor::VmArrived &) { m_around.onMigration(m_host, event); },
               },
               event);
}

bool HostWatch::isConnected() const
{
    const model::Host *host = m_around.inventory.now().find(m_host);
    return m_hypervisor && host != nullptr && host->state == model::HostState::Connected;
}

void HostWatch::setState(model::HostState state, std::optional<Error> problem)
{
    const model::Host *known = m_around.inventory.now().find(m_host);
    if (known == nullptr)
        return;
    model::Host host = *known;
    host.state = state;
    host.problem = std::move(problem);
    const bool wasConnected = known->state == model::HostState::Connected;
    if (state == model::HostState::Connected)
        host.lastSeen.reset();
    else if (wasConnected)
        host.lastSeen = m_lastAnswer;
    m_around.inventory.put(std::move(host));
    if (wasConnected && state != model::HostState::Connected)
        markStale();
}

void HostWatch::markStale()
{
    for (const VmId id : m_vms) {
        const model::Vm *known = m_around.inventory.now().find(id);
        if (known != nullptr && known->host == m_host)
            markStale(id, known->stale && known->lastSeen ? *known->lastSeen : m_lastAnswer);
    }
}

void HostWatch::markStale(VmId id, Instant lastSeen)
{
    model::Vm vm = *m_around.inventory.now().find(id);
    vm.stale = true;
    vm.lastSeen = lastSeen;
    m_around.inventory.put(std::move(vm));
}

void HostWatch::lose(const Error &why)
{
    if (m_problem != why) // not with each attempt
        qCInfo(lcHost) << "lost" << m_host.uuid() << why.code << why.detail;
    if (m_hypervisor)
        m_hypervisor->listen({});
    m_hypervisor.reset();
    m_problem = why;
    m_dirty.clear();
    m_reading.clear();
    m_unread.clear();
    m_readTimer.reset();
    m_againTimer.reset();
    m_readers = 0; // those of the lost connection end by themselves
    m_pingWanted = m_storageDirty = m_networksDirty = false;
    setState(model::HostState::NotResponding, why);
}

} // namespace core::orchestrator
