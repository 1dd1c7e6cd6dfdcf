// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/catalog.h"
#include "core/simulation/generate.h"
#include "core/simulation/ids.h"
#include "core/simulation/random.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::simulation {

namespace {

QString literal(const char16_t *words)
{
    return QStringView(words).toString();
}

quint32 indexOfLast(const auto &records)
{
    return static_cast<quint32>(records.size() - 1);
}

class Layout
{
public:
    Layout(const WorldSpec &spec, Instant now) : m_ids(spec.seed), m_random(spec.seed), m_now(now)
    {
        m_state.spec = spec;
    }

    State make()
    {
        addDatacenters();
        addClusters();
        addStandaloneHosts();
        return std::move(m_state);
    }

private:
    [[nodiscard]] int hosts() const { return m_state.spec.hosts; }
    [[nodiscard]] int standaloneHosts() const { return hosts() >= 40 ? hosts() / 50 : 0; }

    void addDatacenters();
    FolderId addFolder(QString name, model::FolderKind contents, model::ObjectRef parent,
                       const QString &path);
    void addClusters();
    void addCluster(quint32 datacenter, quint32 role, int number, int size);
    void addPools(ClusterRecord &cluster, const QString &path);
    void addStandaloneHosts();
    quint32 addHost(const QString &name, quint32 datacenter, model::ObjectRef parent);
    quint32 addDatastore(const QString &name, const QString &type, quint32 datacenter);
    quint32 addNetwork(int vlan, const QString &purpose);

    Ids m_ids;
    Random m_random;
    Instant m_now;
    State m_state;
};

void Layout::addDatacenters()
{
    const size_t count = hosts() < 40 ? 1 : hosts() < 200 ? 2 : 3;
    for (const Site &site : sites().first(count)) {
        const QString name = literal(site.name);
        const auto id = m_ids.of<DatacenterId>(u"datacenter", name);
        m_state.datacenters.push_back({.object = {.id = id, .name = name}, .code = literal(site.code)});
        for (const ClusterRole &role : clusterRoles()) {
            const QString folder = literal(role.name);
            const FolderId top = addFolder(folder, model::FolderKind::Vm, id, name);
            for (const char16_t *vmRole : role.vmRoles)
                addFolder(literal(vmRole), model::FolderKind::Vm, top, name + u'/' + folder);
        }
        addFolder(u"Modèles"_s, model::FolderKind::Vm, id, name);
    }
}

FolderId Layout::addFolder(QString name, model::FolderKind contents, model::ObjectRef parent,
                           const QString &path)
{
    const auto id = m_ids.of<FolderId>(u"folder", path + u'/' + name);
    m_state.folders.push_back({.id = id, .name = std::move(name), .contents = contents, .parent = parent});
    return id;
}

void Layout::addClusters()
{
    const int largest = hosts() <= 500 ? 16 : 32;
    const int clustered = hosts() - standaloneHosts();
    const int count = (clustered + largest - 1) / largest;
    const auto sitesUsed = static_cast<int>(m_state.datacenters.size());
    const auto rolesKnown = static_cast<int>(clusterRoles().size());
    for (int i = 0; i < count; ++i) {
        const int size = clustered / count + (i < clustered % count ? 1 : 0);
        const int atSite = i / sitesUsed;
        addCluster(static_cast<quint32>(i % sitesUsed), static_cast<quint32>(atSite % rolesKnown),
                   atSite / rolesKnown + 1, size);
    }
}

void Layout::addCluster(quint32 datacenter, quint32 role, int number, int size)
{
    const ClusterRole &purpose = clusterRoles()[role];
    const DatacenterRecord &site = m_state.datacenters[datacenter];
    const QString name = literal(purpose.name) + u' ' + QString::number(number);
    const QString path = site.object.name + u'/' + name;
    const QString code = site.code + u'-' + literal(purpose.code) + QString::number(number);
    const auto index = static_cast<quint32>(m_state.clusters.size());
    ClusterRecord cluster{
        .object = {.id = m_ids.of<ClusterId>(u"cluster", path), .name = name, .parent = site.object.id},
        .datacenter = datacenter,
        .role = role};
    for (int i = 1; i <= 2 + size / 12; ++i)
        cluster.shared.push_back(addDatastore(u"%1-san%2"_s.arg(code).arg(i), u"netfs"_s, datacenter));
    const auto before = std::ranges::count(m_state.clusters, datacenter, &ClusterRecord::datacenter);
    int vlan = 100 + 4 * static_cast<int>(before);
    std::vector<quint32> networks;
    for (const char16_t *use : networkPurposes())
        networks.push_back(addNetwork(vlan++, literal(use)));
    for (int i = 1; i <= size; ++i) {
        const quint32 host =
            addHost(u"%1-kvm%2"_s.arg(code).arg(i, 2, 10, QChar(u'0')), datacenter, cluster.object.id);
        m_state.hosts[host].cluster = index;
        m_state.hosts[host].networks = networks;
        for (const quint32 shared : cluster.shared)
            m_state.hosts[host].datastores.push_back(shared);
        cluster.hosts.push_back(host);
    }
    addPools(cluster, path);
    m_state.clusters.push_back(std::move(cluster));
}

void Layout::addPools(ClusterRecord &cluster, const QString &path)
{
    if (cluster.hosts.size() < 2)
        return;
    const auto add = [&](QString name, model::ObjectRef parent) {
        const auto id = m_ids.of<PoolId>(u"pool", path + u'/' + name);
        m_state.pools.push_back({.id = id, .name = std::move(name), .parent = parent});
        cluster.pools.push_back(id);
        return id;
    };
    add(u"Critique"_s, cluster.object.id);
    const PoolId standard = add(u"Standard"_s, cluster.object.id);
    add(u"Traitements de nuit"_s, standard);
}

void Layout::addStandaloneHosts()
{
    if (standaloneHosts() == 0)
        return;
    const DatacenterRecord site = m_state.datacenters.front();
    const FolderId agencies =
        addFolder(u"Agences"_s, model::FolderKind::Host, site.object.id, site.object.name);
    const quint32 network = addNetwork(4000, u"Agences"_s);
    for (int i = 1; i <= standaloneHosts(); ++i) {
        const quint32 host =
            addHost(u"%1-agence%2-kvm01"_s.arg(site.code).arg(i, 2, 10, QChar(u'0')), 0, agencies);
        m_state.hosts[host].networks = {network};
    }
}

quint32 Layout::addHost(const QString &name, quint32 datacenter, model::ObjectRef parent)
{
    HostRecord host{
        .id = m_ids.of<HostId>(u"host", name), .name = name, .parent = parent, .datacenter = datacenter};
    host.booted = m_now - std::chrono::hours(24 * (1 + m_random.below(90)));
    host.datastores.push_back(addDatastore(name + u"-local"_s, u"dir"_s, datacenter));
    m_state.hosts.push_back(std::move(host));
    const quint32 index = indexOfLast(m_state.hosts);
    m_state.hostById.insert(m_state.hosts.back().id, index);
    m_state.hostByName.insert(name, index);
    return index;
}

quint32 Layout::addDatastore(const QString &name, const QString &type, quint32 datacenter)
{
    m_state.datastores.push_back({.id = m_ids.of<DatastoreId>(u"datastore", name),
                                  .name = name,
                                  .type = type,
                                  .path = u"/srv/vigie/"_s + name,
                                  .datacenter = datacenter});
    return indexOfLast(m_state.datastores);
}

quint32 Layout::addNetwork(int vlan, const QString &purpose)
{
    m_state.networks.push_back(
        {.name = u"VLAN %1 %2"_s.arg(vlan).arg(purpose), .bridge = u"br%1"_s.arg(vlan)});
    return indexOfLast(m_state.networks);
}

} // namespace

State layOut(const WorldSpec &spec, Instant now)
{
    return Layout(spec, now).make();
}

State generate(const WorldSpec &spec, Instant now)
{
    State state = layOut(spec, now);
    populate(state, now);
    return state;
}

} // namespace core::simulation
