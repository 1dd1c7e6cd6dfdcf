// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/world.h"

#include "core/simulation/describe.h"
#include "core/simulation/generate.h"
#include "core/simulation/random.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::simulation {

namespace {

using model::PowerState;

bool allows(const VmRecord &vm, PowerAction action)
{
    switch (action) {
    case PowerAction::On: return !isActive(vm.state) && !vm.isTemplate;
    case PowerAction::ShutDown:
    case PowerAction::Reboot:
    case PowerAction::Pause: return vm.state == PowerState::Running;
    case PowerAction::Off:
    case PowerAction::Reset:
    case PowerAction::Suspend: return isActive(vm.state);
    case PowerAction::Resume: return vm.state == PowerState::Paused;
    }
    Q_UNREACHABLE();
}

bool isName(const QString &name)
{
    constexpr qsizetype longest = 80;
    return !name.isEmpty() && name.size() <= longest && !name.contains(u'/') && name == name.trimmed()
        && name != u"." && name != u"..";
}

} // namespace

World::World(const WorldSpec &spec, Clock *clock)
    : m_clock(clock),
      m_state(generate(spec, clock->now())),
      m_watchers(std::make_shared<Watchers>(m_state.hosts.size()))
{}

Topology World::topology() const
{
    return describeTopology(m_state);
}

std::vector<HostId> World::hosts() const
{
    std::vector<HostId> ids;
    ids.reserve(m_state.hosts.size());
    for (const HostRecord &host : m_state.hosts)
        ids.push_back(host.id);
    return ids;
}

HostId World::hostNamed(const QString &name) const
{
    const auto it = m_state.hostByName.constFind(name);
    return it == m_state.hostByName.constEnd() ? HostId() : m_state.hosts[*it].id;
}

HostId World::ownerOf(VmId vm) const
{
    const auto it = m_state.vmById.constFind(vm);
    return it == m_state.vmById.constEnd() ? HostId() : m_state.hosts[m_state.vms[*it].host].id;
}

model::Host World::host(HostId host) const
{
    return describeHost(m_state, record(host));
}

std::vector<model::Vm> World::vms(HostId host) const
{
    std::vector<model::Vm> values;
    values.reserve(record(host).vms.size());
    for (const quint32 number : record(host).vms)
        values.push_back(describeVm(m_state, m_state.vms[number]));
    return values;
}

Result<model::Vm> World::vm(HostId host, VmId vm) const
{
    const auto number = find(host, vm);
    if (!number)
        return number.error();
    return describeVm(m_state, m_state.vms[*number]);
}

std::vector<model::Datastore> World::datastores(HostId host) const
{
    std::vector<model::Datastore> values;
    for (const quint32 number : record(host).datastores)
        values.push_back(describeDatastore(m_state.datastores[number], host));
    return values;
}

std::vector<model::Network> World::networks(HostId host) const
{
    return describeNetworks(m_state, record(host));
}

model::Sample World::sample(HostId host) const
{
    return sampleHost(m_state, record(host), m_clock->now());
}

Result<void> World::setPower(HostId host, VmId vm, PowerAction action)
{
    const auto number = find(host, vm);
    if (!number)
        return number.error();
    VmRecord &record = m_state.vms[*number];
    if (!allows(record, action))
        return Error(errors::Conflict,
                     u"%1 is %2"_s.arg(record.name, QLatin1StringView(wireName(record.state))));
    switch (action) {
    case PowerAction::On:
    case PowerAction::Resume: enter(record, PowerState::Running); break;
    case PowerAction::Off: enter(record, PowerState::Off); break;
    case PowerAction::Pause: enter(record, PowerState::Paused); break;
    case PowerAction::Suspend: enter(record, PowerState::Suspended); break;
    case PowerAction::ShutDown: shutDownLater(record); break;
    case PowerAction::Reboot:
    case PowerAction::Reset: tell(record.host, {.vm = vm}); break; // the process stays: its counters go on
    }
    return {};
}

Result<void> World::rename(HostId host, VmId vm, const QString &name)
{
    const auto number = find(host, vm);
    if (!number)
        return number.error();
    VmRecord &record = m_state.vms[*number];
    if (!isName(name))
        return errors::invalidArgument(u"name"_s, u"1 to 80 characters without a slash expected"_s);
    if (isActive(record.state))
        return Error(errors::Unsupported, u"cannot rename %1 while it is active"_s.arg(record.name));
    if (name == record.name)
        return {};
    if (m_state.vmNames.contains(name))
        return Error(errors::Conflict, u"another VM is named %1"_s.arg(name));
    m_state.vmNames.remove(record.name);
    m_state.vmNames.insert(name);
    record.name = name;
    tell(record.host, {.vm = vm});
    return {};
}

Result<void> World::setAutostart(HostId host, VmId vm, bool autostart)
{
    const auto number = find(host, vm);
    if (!number)
        return number.error();
    m_state.vms[*number].autostart = autostart;
    tell(m_state.vms[*number].host, {.vm = vm});
    return {};
}

Result<void> World::move(VmId vm, HostId to)
{
    const auto number = find(ownerOf(vm), vm);
    if (!number)
        return number.error();
    const auto target = m_state.hostById.constFind(to);
    if (target == m_state.hostById.constEnd())
        return Error(errors::NotFound, QJsonObject{{u"what"_s, to.toString()}});
    const VmRecord &record = m_state.vms[*number];
    const HostRecord &source = m_state.hosts[record.host];
    const HostRecord &destination = m_state.hosts[*target];
    if (record.host == *target)
        return Error(errors::Conflict, u"%1 is already on %2"_s.arg(record.name, destination.name));
    if (source.cluster != destination.cluster || !source.cluster)
        return Error(errors::Conflict, u"%1 and %2 share no cluster"_s.arg(source.name, destination.name));
    if (std::ranges::find(destination.datastores, record.datastore) == destination.datastores.end())
        return Error(errors::Conflict,
                     u"%1 does not see the disks of %2"_s.arg(destination.name, record.name));
    place(*number, *target);
    return {};
}

/// Whether anything speaks against it was asked before.
void World::place(quint32 vm, quint32 host)
{
    VmRecord &record = m_state.vms[vm];
    const quint32 from = record.host;
    endProcess(record);
    std::erase(m_state.hosts[from].vms, vm);
    m_state.hosts[host].vms.push_back(vm);
    record.host = host;
    if (isBusy(record.state))
        record.before = effortAt(record.seed, m_clock->now());
    tell(from, {.vm = record.id, .gone = true});
    tell(host, {.vm = record.id});
}

Result<void> World::relocate(VmId vm, HostId to, const QString &disk)
{
    const auto number = find(ownerOf(vm), vm);
    if (!number)
        return number.error();
    const auto target = m_state.hostById.constFind(to);
    if (target == m_state.hostById.constEnd())
        return Error(errors::NotFound, QJsonObject{{u"what"_s, to.toString()}});
    VmRecord &record = m_state.vms[*number];
    const auto datastore = datastoreOf(m_state, m_state.hosts[*target], disk);
    if (!datastore)
        return Error(errors::NotFound, QJsonObject{{u"what"_s, disk}});
    record.datastore = *datastore;
    record.directory = directoryOf(m_state, *datastore, disk);
    if (record.host == *target)
        tell(*target, {.vm = vm});
    else
        place(*number, *target);
    return {};
}

World::Subscription World::observe(HostId host, Observer observer)
{
    const quint32 number = m_state.hostById.value(host);
    auto &list = (*m_watchers)[number];
    return Subscription(m_watchers, number, list.insert(list.end(), std::move(observer)));
}

const HostRecord &World::record(HostId host) const
{
    const auto it = m_state.hostById.constFind(host);
    Q_ASSERT(it != m_state.hostById.constEnd());
    return m_state.hosts[*it];
}

Result<quint32> World::find(HostId host, VmId vm) const
{
    const auto it = m_state.vmById.constFind(vm);
    if (it == m_state.vmById.constEnd() || m_state.hosts[m_state.vms[*it].host].id != host)
        return Error(errors::NotFound, QJsonObject{{u"what"_s, vm.toString()}});
    return *it;
}

void World::enter(VmRecord &vm, PowerState state)
{
    const bool wasActive = isActive(vm.state);
    if (wasActive && isActive(state)) {
        vm.before = effortAt(vm.seed, m_clock->now()) - vm.before; // pausing and resuming are the same turn
    } else if (wasActive) {
        endProcess(vm);
        m_shutdowns.erase(vm.id);
    } else {
        vm.started = m_clock->now();
        vm.before = effortAt(vm.seed, vm.started);
    }
    vm.state = state;
    tell(vm.host, {.vm = vm.id});
}

/// What it used stays in its host's counters.
void World::endProcess(VmRecord &vm)
{
    if (isActive(vm.state)) {
        const Instant now = m_clock->now();
        addTo(m_state.hosts[vm.host].departed, countersOf(vm.seed, vm.cpus, Bytes(), effortOf(vm, now), now));
    }
    vm.before = {};
}

void World::shutDownLater(const VmRecord &vm)
{
    constexpr quint64 shortest = 1000; // ms
    const Duration obeys(shortest + scatter(vm.seed) % 3000);
    auto turnOff = [this, id = vm.id] {
        const auto timer = std::move(m_shutdowns[id]); // it holds this very function
        enter(m_state.vms[m_state.vmById.value(id)], PowerState::Off);
    };
    m_shutdowns[vm.id] = m_clock->after(obeys, std::move(turnOff));
}

void World::tell(quint32 host, const VmNews &news)
{
    auto &list = (*m_watchers)[host];
    for (auto it = list.begin(); it != list.end();) {
        const auto current = it++; // who hears may leave
        (*current)(news);
    }
}

World::Subscription::Subscription(std::weak_ptr<Watchers> watchers, quint32 host,
                                  std::list<Observer>::iterator place)
    : m_watchers(std::move(watchers)),
      m_host(host),
      m_place(place)
{}

World::Subscription::Subscription(Subscription &&other) noexcept
    : m_watchers(std::move(other.m_watchers)),
      m_host(other.m_host),
      m_place(other.m_place)
{}

World::Subscription &World::Subscription::operator=(Subscription &&other) noexcept
{
    std::swap(m_watchers, other.m_watchers);
    std::swap(m_host, other.m_host);
    std::swap(m_place, other.m_place);
    return *this;
}

World::Subscription::~Subscription()
{
    if (const auto watchers = m_watchers.lock())
        (*watchers)[m_host].erase(m_place);
}

} // namespace core::simulation
