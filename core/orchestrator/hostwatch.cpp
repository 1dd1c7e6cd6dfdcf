// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/hostwatch.h"

#include "core/async/deadline.h"
#include "core/base/overloaded.h"
#include "core/hypervisor/errors.h"
#include "core/orchestrator/placement.h"

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

constexpr auto untilAsked = std::chrono::hours(24 * 365);
constexpr auto sampleLimit = 10s;

} // namespace

HostWatch::HostWatch(HostId host, hypervisor::Endpoint endpoint, Surroundings surroundings, Settings settings)
    : m_host(host),
      m_endpoint(std::move(endpoint)),
      m_around(std::move(surroundings)),
      m_settings(settings),
      m_backoff(settings.retryFirst, settings.retryCap),
      m_wakeup(m_around.clock),
      m_sampleWakeup(m_around.clock),
      m_scope([](const Error &error) { qCWarning(lcHost) << "watch ended" << error.code << error.detail; })
{}

void HostWatch::start()
{
    for (const auto &vm : m_around.inventory.now().all<model::Vm>()) { // what the database remembers
        if (vm->host == m_host)
            m_vms.insert(vm->id);
    }
    m_scope.spawn(control());
    m_scope.spawn(sampleForEver());
}

void HostWatch::retryNow(std::optional<QString> trust, std::optional<QString> secret)
{
    m_endpoint.trust = std::move(trust);
    m_endpoint.secret = std::move(secret);
    m_backoff.reset();
    m_wakeup.wake();
}

void HostWatch::lookAt(VmId vm)
{
    m_dirty.insert(vm);
    m_wakeup.wake();
}

void HostWatch::setSampleInterval(Duration interval)
{
    if (interval == m_sampleInterval)
        return;
    m_sampleInterval = interval;
    m_sampleWakeup.wake();
}

template <class T>
Task<T> HostWatch::limited(Task<T> task, Duration limit)
{
    auto result = co_await withDeadline(std::move(task), &m_around.clock, limit);
    if (result)
        m_lastAnswer = m_around.clock.now();
    co_return result;
}

/// The life of a connection: connect, read, follow until it is lost; again.
Task<> HostWatch::control()
{
    for (;;) {
        const auto connected = co_await connect();
        ++m_attempts;
        if (connected) {
            m_backoff.reset();
            const auto ended = co_await follow();
            lose(ended ? Error(errors::Internal) : ended.error());
            continue;
        }
        lose(connected.error());
        const Duration pause = needsAnswer(connected.error()) ? Duration(untilAsked) : m_backoff.next();
        co_await m_wakeup.wait(pause);
    }
}

Task<> HostWatch::connect()
{
    const model::Host *host = m_around.inventory.now().find(m_host);
    if (host == nullptr)
        co_return Error(errors::NotFound);
    if (host->state != model::HostState::NotResponding)
        setState(model::HostState::Connecting, host->problem);
    hypervisor::Endpoint endpoint = m_endpoint;
    auto opened = co_await limited(m_around.connector.open(std::move(endpoint)), m_settings.readLimit);
    m_endpoint.secret.reset(); // for this one attempt
    if (!opened)
        co_return opened.error();
    m_lost.reset();
    m_hypervisor = *std::move(opened);
    m_hypervisor->listen([this](const hypervisor::HostEvent &event) { heard(event); });
    co_return co_await readEverything();
}

Task<> HostWatch::readEverything()
{
    const auto facts = co_await limited(m_hypervisor->host(), m_settings.readLimit);
    if (!facts)
        co_return facts.error();
    adopt(*facts);
    // Storage and networks first: the VMs refer to them.
    if (const auto storage = co_await readStorage(); !storage)
        qCInfo(lcHost) << "no storage from" << m_host.uuid() << storage.error().detail;
    if (const auto networks = co_await readNetworks(); !networks)
        qCInfo(lcHost) << "no networks from" << m_host.uuid() << networks.error().detail;
    if (const auto vms = co_await readVms(); !vms)
        co_return vms.error();
    m_nextReconcile = m_around.clock.monotonic() + m_settings.reconcileInterval;
    setState(model::HostState::Connected);
    m_problem.reset();
    m_sampleWakeup.wake();
    co_return {};
}

/// Ends with the reason why the connection is of no use any more.
Task<> HostWatch::follow()
{
    Monotonic nextPing = m_around.clock.monotonic() + m_settings.pingInterval;
    while (!m_lost) {
        const Duration untilPing = nextPing - m_around.clock.monotonic();
        if (m_dirty.isEmpty() && !m_storageDirty && !m_networksDirty && untilPing > Duration::zero())
            co_await m_wakeup.wait(untilPing);
        if (m_lost)
            break;
        if (const auto refreshed = co_await refreshDirty(); !refreshed)
            co_return refreshed.error();
        if (m_around.clock.monotonic() < nextPing)
            continue;
        if (const auto pinged = co_await limited(m_hypervisor->ping(), m_settings.pingLimit); !pinged)
            co_return pinged.error();
        nextPing = m_around.clock.monotonic() + m_settings.pingInterval;
        if (m_around.clock.monotonic() >= m_nextReconcile) {
            if (const auto read = co_await readEverything(); !read)
                co_return read.error();
        }
    }
    co_return *m_lost;
}

Task<> HostWatch::refreshDirty()
{
    const QSet<VmId> dirty = std::exchange(m_dirty, {});
    for (const VmId id : dirty) {
        const auto read = co_await refresh(id);
        if (!read && !read.error().is(errors::NotFound))
            co_return read.error();
    }
    if (std::exchange(m_storageDirty, false)) {
        if (const auto read = co_await readStorage(); !read)
            co_return read.error();
    }
    if (std::exchange(m_networksDirty, false)) {
        if (const auto read = co_await readNetworks(); !read)
            co_return read.error();
    }
    co_return {};
}

Task<model::Vm> HostWatch::refresh(VmId vm)
{
    const auto connection = m_hypervisor; // it may be replaced while we wait
    if (!connection)
        co_return Error(errors::Unreachable);
    auto read = co_await limited(connection->vm(vm), m_settings.readLimit);
    if (read) {
        adoptVm(*read, neighbourhoodOf(m_host, m_around.inventory.now()));
    } else if (read.error().is(errors::NotFound)) {
        const model::Vm *known = m_around.inventory.now().find(vm);
        if (known != nullptr && known->host == m_host)
            m_around.onGone(m_host, vm);
    }
    co_return read;
}

Task<> HostWatch::readVms()
{
    auto vms = co_await limited(m_hypervisor->vms(), m_settings.readLimit);
    if (!vms)
        co_return vms.error();
    QSet<VmId> present;
    const Neighbourhood around = neighbourhoodOf(m_host, m_around.inventory.now());
    for (model::Vm &vm : *vms) {
        present.insert(vm.id);
        adoptVm(std::move(vm), around);
    }
    dropVmsExcept(present);
    co_return {};
}

Task<> HostWatch::readStorage()
{
    auto datastores = co_await limited(m_hypervisor->datastores(), m_settings.readLimit);
    if (!datastores)
        co_return datastores.error();
    adoptDatastores(*std::move(datastores));
    co_return {};
}

Task<> HostWatch::readNetworks()
{
    auto networks = co_await limited(m_hypervisor->networks(), m_settings.readLimit);
    if (!networks)
        co_return networks.error();
    adoptNetworks(*std::move(networks));
    co_return {};
}

/// A lane of its own on the host's side, so a task of its own here: slow counters delay nothing else.
Task<> HostWatch::sampleForEver()
{
    for (;;) {
        const auto connection = m_hypervisor;
        const model::Host *host = m_around.inventory.now().find(m_host);
        if (connection && host != nullptr && host->state == model::HostState::Connected) {
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
                   [this](const hypervisor::VmChanged &e) { m_dirty.insert(e.vm); },
                   [this](const hypervisor::VmGone &e) { m_dirty.insert(e.vm); },
                   [this](const hypervisor::StorageChanged &) { m_storageDirty = true; },
                   [this](const hypervisor::NetworksChanged &) { m_networksDirty = true; },
                   [this](const hypervisor::ConnectionLost &e) { m_lost = e.why; },
               },
               event);
    m_wakeup.wake();
}

void HostWatch::adopt(const model::Host &facts)
{
    const model::Host *known = m_around.inventory.now().find(m_host);
    if (known == nullptr)
        return;
    model::Host host = facts;
    host.name = known->name.isEmpty() ? facts.name : known->name;
    host.parent = known->parent;
    host.uri = known->uri;
    host.state = known->state;
    host.problem = known->problem;
    host.lastSeen = known->lastSeen;
    host.lab = known->lab;
    if (host.id.isNull())
        host.id = m_host;
    const HostId was = std::exchange(m_host, host.id);
    if (!(was == m_host)) // it was known by its address only
        m_around.inventory.remove(was);
    m_around.inventory.put(std::move(host));
    if (!(was == m_host))
        m_around.onId(was, m_host);
}

void HostWatch::adoptVm(model::Vm vm, const Neighbourhood &around)
{
    const model::Inventory &inventory = m_around.inventory.now();
    if (!owns(m_host, vm, inventory)) {
        m_around.onCopy(m_host, vm.id);
        return;
    }
    m_vms.insert(vm.id);
    m_around.inventory.put(placed(std::move(vm), around, inventory, m_around.placements));
}

void HostWatch::dropVmsExcept(const QSet<VmId> &present)
{
    const QSet<VmId> gone = m_vms - present;
    for (const VmId id : gone) {
        const model::Vm *vm = m_around.inventory.now().find(id);
        if (vm != nullptr && vm->host == m_host) // else it has moved to another host
            m_around.onGone(m_host, id);
    }
    m_vms -= gone;
}

void HostWatch::adoptDatastores(std::vector<model::Datastore> datastores)
{
    for (model::Change &change : datastoreChanges(m_host, std::move(datastores), m_around.inventory.now()))
        m_around.inventory.apply(std::move(change));
}

void HostWatch::adoptNetworks(std::vector<model::Network> networks)
{
    for (model::Change &change : networkChanges(m_host, std::move(networks), m_around.inventory.now()))
        m_around.inventory.apply(std::move(change));
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
        if (known == nullptr || !(known->host == m_host))
            continue;
        model::Vm vm = *known;
        vm.stale = true;
        vm.lastSeen = m_lastAnswer;
        m_around.inventory.put(std::move(vm));
    }
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
    m_storageDirty = m_networksDirty = false;
    setState(model::HostState::NotResponding, why);
}

} // namespace core::orchestrator
