// SPDX-License-Identifier: GPL-3.0-or-later
// What a host tells, and how it comes into the inventory. The life of the connection is in hostwatch.cpp.
#include "core/operations/errors.h"
#include "core/orchestrator/hostwatch.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::orchestrator {

namespace {

Q_LOGGING_CATEGORY(lcReading, "vigie.host.reading")

constexpr int mostReaders = 2; ///< one VM whose process hangs must not hold up the news of the others

/// Prepared on this host for a migration that is carried on, while its owner has not answered yet: it is there still.
bool isOnItsWay(const model::Vm &told, HostId host, const HostWatch::Surroundings &around)
{
    const model::Inventory &inventory = around.inventory.now();
    const model::Vm *known = inventory.find(told.id);
    const model::Host *owner = known == nullptr ? nullptr : inventory.find(known->host);
    return owner != nullptr && !(owner->id == host) && owner->state != model::HostState::Connected
        && told.state == model::PowerState::Paused && around.isMigrating(told.id);
}

Error connectionReplaced()
{
    return Error(errors::Unreachable, u"the connection was replaced meanwhile"_s);
}

} // namespace

Task<> HostWatch::readHost()
{
    const auto connection = m_hypervisor;
    const auto facts = co_await limited(connection->host(), m_settings.readLimit);
    if (connection != m_hypervisor)
        co_return connectionReplaced();
    if (!facts)
        co_return facts.error();
    co_return adopt(*facts);
}

Task<> HostWatch::readVms()
{
    const auto connection = m_hypervisor;
    const quint64 reading = beginReading();
    auto vms = co_await limited(connection->vms(), m_settings.readLimit);
    if (connection != m_hypervisor)
        co_return connectionReplaced();
    if (!vms)
        co_return vms.error();
    QSet<VmId> present;
    const Neighbourhood around = neighbourhoodOf(m_host, m_around.inventory.now());
    for (model::Vm &vm : *vms) {
        present.insert(vm.id);
        if (m_taken.value(vm.id) < reading) // else an event made it be read again meanwhile
            adoptVm(std::move(vm), around);
    }
    dropVmsExcept(present, reading);
    co_return {};
}

Task<> HostWatch::readStorage()
{
    const auto connection = m_hypervisor;
    auto datastores = co_await limited(connection->datastores(), m_settings.readLimit);
    if (connection != m_hypervisor)
        co_return connectionReplaced();
    if (!datastores)
        co_return datastores.error();
    adoptDatastores(*std::move(datastores));
    co_return {};
}

Task<> HostWatch::readNetworks()
{
    const auto connection = m_hypervisor;
    auto networks = co_await limited(connection->networks(), m_settings.readLimit);
    if (connection != m_hypervisor)
        co_return connectionReplaced();
    if (!networks)
        co_return networks.error();
    adoptNetworks(*std::move(networks));
    co_return {};
}

void HostWatch::lookAt(VmId vm)
{
    if (!m_hypervisor)
        return; // all is read when there is one again
    m_dirty.insert(vm);
    if (!m_readTimer) // not from here: who calls may be at work on the inventory
        m_readTimer = m_around.clock.after(Duration::zero(), [this] { startReaders(); });
}

void HostWatch::startReaders()
{
    m_readTimer.reset();
    const auto missing = std::min<qsizetype>(m_dirty.size(), mostReaders - m_readers); // those there are busy
    for (qsizetype i = 0; i < missing; ++i) {
        ++m_readers;
        m_scope.spawn(readDirtyVms());
    }
}

Task<> HostWatch::readDirtyVms()
{
    const auto connection = m_hypervisor;
    while (connection && connection == m_hypervisor) {
        const auto next = std::find_if(m_dirty.cbegin(), m_dirty.cend(),
                                       [this](VmId vm) { return !m_reading.contains(vm); });
        if (next == m_dirty.cend()) {
            --m_readers;
            break;
        }
        const VmId vm = *next;
        m_dirty.erase(next);
        m_reading.insert(vm);
        const quint64 reading = beginReading();
        const auto read = co_await limited(connection->vm(vm), m_settings.readLimit);
        if (connection != m_hypervisor)
            break; // lose() has counted us out
        m_reading.remove(vm);
        took(vm, reading, read);
    }
    co_return {};
}

void HostWatch::took(VmId vm, quint64 reading, const Result<model::Vm> &read)
{
    if (!read && !read.error().is(errors::NotFound)) {
        unread(vm, read.error());
        return;
    }
    m_lastAnswer = m_around.clock.now();
    m_unread.remove(vm);
    if (m_taken.value(vm) > reading)
        return;
    m_taken.insert(vm, reading);
    if (read) {
        adoptVm(*read, neighbourhoodOf(m_host, m_around.inventory.now()));
        return;
    }
    m_vms.remove(vm);
    const model::Vm *known = m_around.inventory.now().find(vm);
    if (known != nullptr && known->host == m_host)
        m_around.onGone(m_host, vm);
}

/// One VM that cannot be read says nothing about its host, unless it says that the host cannot be reached: then ask.
void HostWatch::unread(VmId vm, const Error &why)
{
    qCInfo(lcReading) << "not read"
                      << "vm" << vm.toString() << "why" << why.code << why.detail;
    const model::Vm *known = m_around.inventory.now().find(vm);
    if (why.is(errors::Unreachable)) {
        m_pingWanted = true;
        m_wakeup.wake();
    } else if (known != nullptr && known->host == m_host && !known->stale) {
        markStale(vm, m_around.clock.now());
    }
    m_unread.insert(vm);
    if (!m_againTimer)
        m_againTimer = m_around.clock.after(m_settings.retryCap, [this] { readAgain(); });
}

void HostWatch::readAgain()
{
    m_againTimer.reset();
    for (const VmId vm : std::exchange(m_unread, {}))
        lookAt(vm);
}

/// A host that was known by its address only is called by its own id from now on. One that is known by its id must
/// keep it: else another machine has taken over its address, and its VMs are not the ones we knew.
Result<void> HostWatch::adopt(const model::Host &facts)
{
    const model::Inventory &inventory = m_around.inventory.now();
    const model::Host *known = inventory.find(m_host);
    if (known == nullptr)
        return Error(errors::NotFound);
    model::Host host = facts;
    if (host.id.isNull())
        host.id = m_host;
    const bool isNewId = !(host.id == m_host);
    if (isNewId && !(m_host == provisionalId(known->uri)))
        return Error(operations::errors::OtherHost,
                     QJsonObject{{u"host"_s, known->name}, {u"uri"_s, known->uri}},
                     u"it calls itself "_s + host.id.toString());
    if (const model::Host *other = inventory.find(host.id); isNewId && other != nullptr)
        return Error(operations::errors::HostKnown, QJsonObject{{u"host"_s, other->name}});
    host.name = known->name.isEmpty() ? facts.name : known->name;
    host.parent = known->parent;
    host.uri = known->uri;
    host.state = known->state;
    host.maintenance = known->maintenance;
    host.problem = known->problem;
    host.lastSeen = known->lastSeen;
    host.lab = known->lab;
    host.peerUri = known->peerUri;
    host.migrationUri = known->migrationUri;
    host.prepared = known->prepared;
    host.certificateExpires = known->certificateExpires;
    const HostId was = std::exchange(m_host, host.id);
    if (isNewId)
        m_around.inventory.remove(was);
    m_around.inventory.put(std::move(host));
    if (isNewId)
        m_around.onId(was, m_host);
    return {};
}

void HostWatch::adoptVm(model::Vm vm, const Neighbourhood &around)
{
    const model::Inventory &inventory = m_around.inventory.now();
    if (!owns(m_host, vm, inventory) || isOnItsWay(vm, m_host, m_around)) {
        m_around.onCopy(m_host, vm.id);
        return;
    }
    m_vms.insert(vm.id);
    const model::Vm *known = inventory.find(vm.id);
    if (vm.state == model::PowerState::Paused && known != nullptr && m_around.isMigrating(vm.id))
        vm.state = known->state;
    m_around.inventory.put(placed(std::move(vm), around, inventory, m_around.homes));
}

void HostWatch::dropVmsExcept(const QSet<VmId> &present, quint64 reading)
{
    const QSet<VmId> absent = m_vms - present;
    for (const VmId id : absent) {
        if (m_taken.value(id) > reading)
            continue; // it came while the list was on its way
        m_vms.remove(id);
        m_taken.remove(id);
        const model::Vm *vm = m_around.inventory.now().find(id);
        if (vm != nullptr && vm->host == m_host) // else it has moved to another host
            m_around.onGone(m_host, id);
    }
}

void HostWatch::adoptDatastores(std::vector<model::Datastore> datastores)
{
    for (model::Change &change : datastoreChanges(m_host, std::move(datastores), m_around.inventory.now()))
        m_around.inventory.apply(std::move(change));
    linkVms();
}

void HostWatch::adoptNetworks(std::vector<model::Network> networks)
{
    for (model::Change &change : networkChanges(m_host, std::move(networks), m_around.inventory.now()))
        m_around.inventory.apply(std::move(change));
    linkVms();
}

/// Storage that answers late finds VMs that were read without it.
void HostWatch::linkVms()
{
    const Neighbourhood around = neighbourhoodOf(m_host, m_around.inventory.now());
    for (const VmId id : m_vms) {
        const model::Vm *known = m_around.inventory.now().find(id);
        if (known != nullptr && known->host == m_host && lacksLinks(*known))
            m_around.inventory.put(linked(*known, around));
    }
}

} // namespace core::orchestrator
