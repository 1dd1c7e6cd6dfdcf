// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/cluster/containersummarypage.h"

#include "core/model/tree.h"
#include "core/text/drs.h"
#include "core/text/text.h"
#include "views/widgets/commandbox.h"
#include "views/widgets/factbox.h"
#include "views/widgets/noticebar.h"
#include "views/widgets/usagebar.h"

#include <QVBoxLayout>

namespace views {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::model::Kind;

namespace {

QStringList operationsOf(const core::model::ObjectRef &object)
{
    switch (object.kind) {
    case Kind::Root: return {u"datacenter.create"_s};
    case Kind::Datacenter:
        return {u"host.add"_s, u"cluster.create"_s, u"folder.create"_s, u"datacenter.rename"_s,
                u"datacenter.delete"_s};
    case Kind::Cluster:
        return {u"host.add"_s, u"pool.create"_s, u"cluster.set-drs"_s, u"cluster.rename"_s,
                u"cluster.delete"_s};
    case Kind::Folder:
        return {u"host.add"_s, u"cluster.create"_s, u"folder.create"_s, u"folder.rename"_s,
                u"folder.delete"_s};
    case Kind::Pool: return {u"pool.create"_s, u"pool.set"_s, u"pool.rename"_s, u"pool.delete"_s};
    case Kind::Host:
    case Kind::Vm:
    case Kind::Datastore:
    case Kind::Network:
    case Kind::User:
    case Kind::Group:
    case Kind::Role:
    case Kind::Permission:
    case Kind::AlarmDefinition: return {};
    }
    Q_UNREACHABLE();
}

template <class... Lists>
std::vector<Fact> joined(Lists... lists)
{
    std::vector<Fact> all;
    (std::ranges::move(lists, std::back_inserter(all)), ...);
    return all;
}

} // namespace

ContainerSummaryPage::ContainerSummaryPage(core::api::client::Session &session, QWidget *parent)
    : SummaryPage(session, parent, 500ms),
      m_general(newFactBox(u"general"_s)),
      m_hosts(newFactBox(u"hosts"_s)),
      m_resources(new QGroupBox(this)),
      m_cpu(new UsageBar(m_resources)),
      m_memory(new UsageBar(m_resources)),
      m_space(new UsageBar(m_resources))
{
    setObjectName(u"containerSummaryPage"_s);
    auto *bars = new QVBoxLayout(m_resources);
    for (UsageBar *bar : {m_cpu, m_memory, m_space})
        bars->addWidget(bar);
    addLeft(m_general);
    addLeft(m_resources);
    addLeft(m_hosts);
    retranslate();
}

void ContainerSummaryPage::setObject(const core::model::ObjectRef &object)
{
    commands().setOperations(operationsOf(object));
    commands().setVisible(!operationsOf(object).isEmpty());
    SummaryPage::setObject(object);
}

void ContainerSummaryPage::retranslate()
{
    m_general->setTitle(tr("General"));
    m_hosts->setTitle(tr("Hosts"));
    m_resources->setTitle(tr("Resources"));
    m_cpu->setCaption(tr("CPU"));
    m_memory->setCaption(tr("Memory"));
    m_space->setCaption(tr("Space"));
}

void ContainerSummaryPage::refresh()
{
    if (!object().isRoot() && !inventory().contains(object()))
        return; // gone: the window shows another object in a moment
    noticeHost(nullptr);
    const Totals totals =
        totalsOf(object(), inventory(), [this](const core::model::ObjectRef &ref) { return load(ref); });
    const auto *datastore = inventory().find(object().as<core::DatastoreId>());
    const auto *network = inventory().find(object().as<core::NetworkId>());
    const auto *cluster = inventory().find(object().as<core::ClusterId>());
    if (datastore != nullptr)
        m_general->setFacts(joined(placeFacts(), datastoreFacts(*datastore), countFacts(totals)));
    else if (network != nullptr)
        m_general->setFacts(joined(placeFacts(), networkFacts(*network), countFacts(totals)));
    else if (cluster != nullptr)
        m_general->setFacts(joined(placeFacts(), clusterFacts(*cluster), countFacts(totals)));
    else
        m_general->setFacts(joined(placeFacts(), countFacts(totals)));
    m_resources->setVisible(network == nullptr);
    m_cpu->setVisible(datastore == nullptr);
    m_memory->setVisible(datastore == nullptr);
    m_space->setVisible(datastore != nullptr);
    if (datastore != nullptr)
        showSpace(*datastore);
    else
        showUse(totals);
    showHosts(datastore != nullptr     ? datastore->hosts
                  : network != nullptr ? network->hosts
                                       : std::vector<core::HostId>());
    commands().refresh(object(), session());
}

std::vector<Fact> ContainerSummaryPage::placeFacts() const
{
    if (object().isRoot())
        return {{.key = u"user"_s, .label = tr("Signed in as"), .value = session().user()},
                {.key = u"datacenters"_s,
                 .label = tr("Datacenters"),
                 .value = QLocale().toString(inventory().all<core::model::Datacenter>().size())}};
    std::vector<Fact> facts{
        {.key = u"kind"_s, .label = tr("Kind"), .value = core::text::kindName(object().kind)}};
    const auto datacenter = core::model::datacenterOf(object(), inventory());
    if (!datacenter.isNull() && object() != core::model::ObjectRef(datacenter))
        facts.push_back({.key = u"datacenter"_s,
                         .label = tr("Datacenter"),
                         .value = inventory().nameOf(datacenter),
                         .link = datacenter});
    if (const auto *pool = inventory().find(object().as<core::PoolId>()))
        facts.push_back({.key = u"parent"_s,
                         .label = tr("Belongs to"),
                         .value = inventory().nameOf(pool->parent),
                         .link = pool->parent});
    if (const auto *folder = inventory().find(object().as<core::FolderId>()))
        facts.push_back({.key = u"parent"_s,
                         .label = tr("Belongs to"),
                         .value = inventory().nameOf(folder->parent),
                         .link = folder->parent});
    return facts;
}

std::vector<Fact> ContainerSummaryPage::countFacts(const Totals &totals) const
{
    std::vector<Fact> facts;
    const QLocale locale;
    if (totals.hosts > 0 && object().kind != Kind::Datastore && object().kind != Kind::Network)
        facts.push_back(
            {.key = u"hostCount"_s,
             .label = tr("Hosts"),
             .value =
                 tr("%1, %n connected", nullptr, totals.hostsConnected).arg(locale.toString(totals.hosts))});
    facts.push_back(
        {.key = u"vmCount"_s,
         .label = tr("Virtual machines"),
         .value = tr("%1, %n running", nullptr, totals.vmsRunning).arg(locale.toString(totals.vms))});
    if (totals.templates > 0)
        facts.push_back({.key = u"templateCount"_s,
                         .label = tr("Templates"),
                         .value = locale.toString(totals.templates)});
    return facts;
}

std::vector<Fact> ContainerSummaryPage::clusterFacts(const core::model::Cluster &cluster) const
{
    const auto onOff = [](bool on) { return on ? tr("on") : tr("off"); };
    return {{.key = u"ha"_s, .label = tr("High availability"), .value = onOff(cluster.haEnabled)},
            {.key = u"drs"_s,
             .label = tr("Load balancing"),
             .value = cluster.drsEnabled ? tr("%1, migration threshold %2", "automation level, threshold")
                                               .arg(core::text::drsAutomation(cluster.drs.automation),
                                                    QLocale().toString(cluster.drs.threshold))
                                         : onOff(false)}};
}

std::vector<Fact> ContainerSummaryPage::datastoreFacts(const core::model::Datastore &datastore) const
{
    return {{.key = u"type"_s, .label = tr("Storage type"), .value = datastore.type},
            {.key = u"path"_s, .label = tr("Path"), .value = datastore.path},
            {.key = u"access"_s,
             .label = tr("Access"),
             .value = datastore.accessible ? tr("accessible") : tr("inaccessible")},
            {.key = u"shared"_s,
             .label = tr("Shared"),
             .value = datastore.shared()
                 ? tr("yes, by %n host(s)", nullptr, static_cast<int>(datastore.hosts.size()))
                 : tr("no, local to one host")}};
}

std::vector<Fact> ContainerSummaryPage::networkFacts(const core::model::Network &network) const
{
    return {
        {.key = u"type"_s, .label = tr("Network type"), .value = network.type},
        {.key = u"bridge"_s,
         .label = tr("Bridge"),
         .value = network.bridge.isEmpty() ? tr("none") : network.bridge},
        {.key = u"active"_s, .label = tr("State"), .value = network.active ? tr("active") : tr("inactive")}};
}

void ContainerSummaryPage::showUse(const Totals &totals)
{
    if (totals.measured == 0) {
        for (UsageBar *bar : {m_cpu, m_memory})
            bar->setUsage(std::nullopt, tr("not measured"));
        return;
    }
    const bool capacity = totals.cpuCapacity.count() > 0 && totals.memory.count() > 0;
    const QString cpu = core::text::megaHertz(totals.cpuUsed);
    const QString memory = core::text::bytes(totals.memoryUsed);
    m_cpu->setUsage(capacity ? std::optional(totals.cpuUsed / totals.cpuCapacity) : std::nullopt,
                    capacity ? tr("%1 of %2").arg(cpu, core::text::megaHertz(totals.cpuCapacity)) : cpu);
    m_memory->setUsage(capacity ? std::optional(totals.memoryUsed / totals.memory) : std::nullopt,
                       capacity ? tr("%1 of %2").arg(memory, core::text::bytes(totals.memory)) : memory);
}

void ContainerSummaryPage::showSpace(const core::model::Datastore &datastore)
{
    const bool known = datastore.accessible && datastore.capacity.count() > 0;
    const core::Bytes used = datastore.capacity - datastore.free;
    m_space->setUsage(known ? std::optional(used / datastore.capacity) : std::nullopt,
                      known ? tr("%1 of %2 used, %3 free")
                                  .arg(core::text::bytes(used), core::text::bytes(datastore.capacity),
                                       core::text::bytes(datastore.free))
                            : tr("not known"));
}

void ContainerSummaryPage::showHosts(const std::vector<core::HostId> &hosts)
{
    std::vector<Fact> facts;
    for (const core::HostId id : hosts) {
        if (const auto *host = inventory().find(id))
            facts.push_back({.key = id.toString(),
                             .label = core::text::state(host->state),
                             .value = host->name,
                             .link = id});
    }
    std::ranges::sort(facts, {}, [](const Fact &fact) { return std::pair(fact.value, fact.key); });
    m_hosts->setFacts(facts);
    m_hosts->setVisible(!facts.empty());
}

} // namespace views
