// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/catalog.h"
#include "core/simulation/generate.h"
#include "core/simulation/ids.h"
#include "core/simulation/names.h"
#include "core/simulation/random.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::simulation {

namespace {

using model::PowerState;

constexpr int mibPerGib = 1024;

struct Burden {
    double cores = 0; ///< at the crest of the day
    qint64 memoryMib = 0;
};

class Population
{
public:
    Population(State &state, Instant now)
        : m_state(state),
          m_now(now),
          m_ids(state.spec.seed),
          m_random(scatter(state.spec.seed)),
          m_burdens(state.hosts.size())
    {
        for (const model::Folder &folder : state.folders)
            m_folders.insert({folder.parent, folder.name}, folder.id);
    }

    void make()
    {
        m_state.vms.reserve(static_cast<size_t>(m_state.spec.vms));
        m_state.vmById.reserve(m_state.spec.vms);
        m_state.vmNames.reserve(m_state.spec.vms);
        for (int i = 0; i < m_state.spec.vms; ++i)
            addVm(static_cast<quint32>(i));
        chooseHardware();
        sizeDatastores();
    }

private:
    void addVm(quint32 number);
    quint32 chooseHost();
    PowerState chooseState();
    void nameAndFile(VmRecord &vm);
    void place(VmRecord &vm);
    void start(VmRecord &vm);
    void chooseHardware();
    void sizeDatastores();

    State &m_state;
    Instant m_now;
    Ids m_ids;
    Random m_random;
    Numbering m_numbering;
    std::vector<Burden> m_burdens; ///< per host
    QHash<std::pair<model::ObjectRef, QString>, FolderId> m_folders;
};

void Population::addVm(quint32 number)
{
    const VmSize size = m_random.pick(vmSizes());
    VmRecord vm{.seed = m_random.next(),
                .host = chooseHost(),
                .number = number,
                .cpus = static_cast<quint16>(size.cpus),
                .memoryMib = static_cast<quint32>(size.memoryMib),
                .diskGib = static_cast<quint32>(20 << m_random.below(5)),
                .isTemplate = m_random.chance(0.02)};
    vm.state = vm.isTemplate ? PowerState::Off : chooseState();
    vm.system = static_cast<quint8>(m_random.below(guestSystems().size()));
    vm.note = m_random.chance(0.6) ? static_cast<quint8>(m_random.below(notes().size())) : quint8(0);
    vm.autostart = !vm.isTemplate && m_random.chance(0.3);
    nameAndFile(vm);
    place(vm);
    start(vm);
    m_state.hosts[vm.host].vms.push_back(number);
    m_state.vmById.insert(vm.id, number);
    m_state.vms.push_back(std::move(vm));
}

/// The emptier of two: as even as an administrator keeps it.
quint32 Population::chooseHost()
{
    const size_t one = m_random.below(m_state.hosts.size());
    const size_t other = m_random.below(m_state.hosts.size());
    return static_cast<quint32>(m_burdens[one].memoryMib <= m_burdens[other].memoryMib ? one : other);
}

PowerState Population::chooseState()
{
    const double dice = m_random.ratio();
    if (dice < 0.715)
        return PowerState::Running;
    if (dice < 0.74)
        return PowerState::Paused;
    if (dice < 0.77)
        return PowerState::Suspended;
    return dice < 0.772 ? PowerState::Crashed : PowerState::Off;
}

void Population::nameAndFile(VmRecord &vm)
{
    const HostRecord &host = m_state.hosts[vm.host];
    const quint32 role = host.cluster ? m_state.clusters[*host.cluster].role : 0;
    const ClusterRole &purpose = clusterRoles()[role];
    const model::ObjectRef site = m_state.datacenters[host.datacenter].object.id;
    const QString vmRole = QStringView(m_random.pick(purpose.vmRoles)).toString();
    const QString service = QStringView(m_random.pick(services())).toString();
    vm.name =
        m_numbering.next(vm.isTemplate ? u"tmpl-"_s + vmRole : vmRole + u'-' + service, m_state.vmNames);
    m_state.vmNames.insert(vm.name);
    vm.directory = vm.name;
    vm.id = m_ids.of<VmId>(u"vm", vm.name);
    if (vm.isTemplate) {
        vm.folder = m_folders.value({site, u"Modèles"_s});
    } else if (!m_random.chance(0.05)) {
        const FolderId top = m_folders.value({site, QStringView(purpose.name).toString()});
        vm.folder = m_random.chance(0.1) ? top : m_folders.value({top, vmRole});
    }
}

void Population::place(VmRecord &vm)
{
    const HostRecord &host = m_state.hosts[vm.host];
    vm.datastore = host.datastores.front();
    vm.network = m_random.pick(host.networks);
    if (host.cluster) {
        const ClusterRecord &cluster = m_state.clusters[*host.cluster];
        if (!m_random.chance(0.12))
            vm.datastore = m_random.pick(cluster.shared);
        if (!vm.isTemplate && !cluster.pools.empty() && m_random.chance(0.6))
            vm.pool = m_random.pick(cluster.pools);
    }
    m_state.datastores[vm.datastore].usedGib += vm.diskGib;
}

void Population::start(VmRecord &vm)
{
    if (!isActive(vm.state))
        return;
    Burden &burden = m_burdens[vm.host];
    burden.memoryMib += vm.memoryMib;
    burden.cores += 1.5 * profileOf(vm.seed, vm.cpus).cpuCores;
    const Duration hostUptime = m_now - m_state.hosts[vm.host].booted;
    const Duration uptime(static_cast<qint64>(m_random.ratio() * static_cast<double>(hostUptime.count())));
    vm.started = m_now - uptime;
    vm.before = effortAt(vm.seed, vm.started);
    if (vm.state == PowerState::Paused)
        vm.before = effortAt(vm.seed, m_now) - vm.before;
}

/// The smallest machines that carry the busiest host of each cluster, with a quarter to spare; one kind a
/// cluster.
void Population::chooseHardware()
{
    const auto choose = [this](const std::vector<quint32> &hosts) {
        Burden largest;
        for (const quint32 host : hosts) {
            largest.cores = std::max(largest.cores, m_burdens[host].cores);
            largest.memoryMib = std::max(largest.memoryMib, m_burdens[host].memoryMib);
        }
        const auto table = hardwareTable();
        quint32 row = 0;
        while (row + 1 < table.size()
               && (1.25 * largest.cores > table[row].logicalCpus()
                   || largest.memoryMib * 5 / 4 > qint64(table[row].memoryGib) * mibPerGib))
            ++row;
        for (const quint32 host : hosts)
            m_state.hosts[host].hardware = row;
    };
    for (const ClusterRecord &cluster : m_state.clusters)
        choose(cluster.hosts);
    for (quint32 host = 0; host < m_state.hosts.size(); ++host) {
        if (!m_state.hosts[host].cluster)
            choose({host});
    }
}

void Population::sizeDatastores()
{
    for (DatastoreRecord &datastore : m_state.datastores) {
        datastore.capacityGib = 512;
        while (datastore.capacityGib * 9 < datastore.usedGib * 10)
            datastore.capacityGib *= 2;
    }
}

} // namespace

void populate(State &state, Instant now)
{
    Population(state, now).make();
}

} // namespace core::simulation
