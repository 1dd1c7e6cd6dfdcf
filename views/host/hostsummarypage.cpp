// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/host/hostsummarypage.h"

#include "core/model/tree.h"
#include "core/text/drs.h"
#include "core/text/text.h"
#include "views/widgets/commandbox.h"
#include "views/widgets/factbox.h"
#include "views/widgets/memorybar.h"
#include "views/widgets/usagebar.h"

#include <QLabel>
#include <QVBoxLayout>

namespace views {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::model::Host;

QString HostSummaryPage::explanation(core::model::HypervisorType type)
{
    using enum core::model::HypervisorType;
    switch (type) {
    case Type1:
        return tr("The hypervisor is the host's own kernel, or runs beneath it: the guests use the processor "
                  "directly.");
    case Type2: return tr("The hypervisor is a program beside others on an ordinary operating system.");
    case Emulation:
        return tr("A program imitates the processor: everything works as on a real hypervisor, only many "
                  "times slower. "
                  "Meant for labs.");
    case Simulated: return tr("There is no machine: this host is made up for tests and training.");
    case Unknown: return tr("The host has not said yet what it runs.");
    }
    Q_UNREACHABLE();
}

HostSummaryPage::HostSummaryPage(core::api::client::Session &session, QWidget *parent)
    : SummaryPage(session, parent, 250ms),
      m_general(newFactBox(u"general"_s)),
      m_hypervisor(newFactBox(u"hypervisor"_s)),
      m_resources(new QGroupBox(this)),
      m_cpu(new UsageBar(m_resources)),
      m_memory(new UsageBar(m_resources)),
      m_segments(new MemoryBar(m_resources)),
      m_legend(new QLabel(m_resources))
{
    setObjectName(u"hostSummaryPage"_s);
    m_legend->setTextFormat(Qt::PlainText);
    m_legend->setWordWrap(true);
    m_legend->setObjectName(u"memoryLegend"_s);
    auto *bars = new QVBoxLayout(m_resources);
    bars->addWidget(m_cpu);
    bars->addWidget(m_memory);
    bars->addWidget(m_segments);
    bars->addWidget(m_legend);
    addLeft(m_resources);
    addLeft(m_general);
    addRight(m_hypervisor);
    commands().setOperations({u"host.reconnect"_s, u"host.disconnect"_s, u"host.delete"_s});
    connect(m_segments, &MemoryBar::vmActivated, this, &Page::objectActivated);
    retranslate();
}

void HostSummaryPage::retranslate()
{
    m_general->setTitle(tr("General"));
    m_hypervisor->setTitle(tr("Hypervisor"));
    m_resources->setTitle(tr("Resources"));
    m_cpu->setCaption(tr("CPU"));
    m_memory->setCaption(tr("Memory"));
}

void HostSummaryPage::refresh()
{
    const Host *host = inventory().find(object().as<core::HostId>());
    if (host == nullptr)
        return; // gone: the window shows another object in a moment
    noticeHost(host);
    showGeneral(*host);
    showHypervisor(*host);
    showResources(*host);
    commands().refresh(object(), session());
}

void HostSummaryPage::showGeneral(const Host &host)
{
    const auto orUnknown = [](const QString &text) { return text.isEmpty() ? tr("not known") : text; };
    std::vector<Fact> facts{
        {.key = u"state"_s, .label = tr("State"), .value = core::text::state(host.state)}};
    if (host.maintenance != core::model::Maintenance::None)
        facts.push_back({.key = u"maintenance"_s,
                         .label = tr("Maintenance"),
                         .value = core::text::maintenance(host.maintenance)});
    if (const auto cluster = core::model::clusterOf(host.id, inventory()); !cluster.isNull())
        facts.push_back({.key = u"cluster"_s,
                         .label = tr("Cluster"),
                         .value = inventory().nameOf(cluster),
                         .link = cluster});
    int vms = 0;
    int running = 0;
    for (const auto &vm : inventory().all<core::model::Vm>()) {
        if (vm->host == host.id && !vm->isTemplate) {
            ++vms;
            running += vm->state == core::model::PowerState::Running ? 1 : 0;
        }
    }
    facts.push_back({.key = u"vms"_s,
                     .label = tr("Virtual machines"),
                     .value = tr("%1, %n running", nullptr, running).arg(QLocale().toString(vms))});
    facts.push_back({.key = u"vendor"_s, .label = tr("Manufacturer"), .value = orUnknown(host.vendor)});
    facts.push_back({.key = u"model"_s, .label = tr("Model"), .value = orUnknown(host.model)});
    facts.push_back({.key = u"cpuModel"_s, .label = tr("Processor"), .value = orUnknown(host.cpuModel)});
    facts.push_back({.key = u"topology"_s,
                     .label = tr("Logical CPUs"),
                     .value = host.sockets > 0
                         ? tr("%1 (sockets: %2, cores per socket: %3, threads per core: %4)")
                               .arg(host.logicalCpus)
                               .arg(host.sockets)
                               .arg(host.coresPerSocket)
                               .arg(host.threadsPerCore)
                         : tr("%1").arg(host.logicalCpus)});
    facts.push_back(
        {.key = u"frequency"_s,
         .label = tr("Frequency of a CPU"),
         .value = host.cpuMhz.count() > 0 ? core::text::megaHertz(host.cpuMhz) : tr("not known")});
    facts.push_back({.key = u"memory"_s, .label = tr("Memory"), .value = core::text::bytes(host.memory)});
    if (const auto now = load(host.id);
        now && now->uptimeSeconds && host.state == core::model::HostState::Connected)
        facts.push_back({.key = u"uptime"_s,
                         .label = tr("Uptime"),
                         .value = core::text::duration(std::chrono::seconds(*now->uptimeSeconds))});
    facts.push_back({.key = u"uri"_s, .label = tr("Address"), .value = host.uri});
    if (host.lab)
        facts.push_back({.key = u"lab"_s,
                         .label = tr("Lab"),
                         .value = tr("This host belongs to a lab on this machine.")});
    m_general->setFacts(facts);
}

void HostSummaryPage::showHypervisor(const Host &host)
{
    m_hypervisor->setFacts(
        {{.key = u"type"_s, .label = tr("Type"), .value = core::text::hypervisorType(host.hypervisorType)},
         {.key = u"explanation"_s, .label = tr("What this means"), .value = explanation(host.hypervisorType)},
         {.key = u"version"_s,
          .label = tr("Version"),
          .value = host.hypervisor.isEmpty() ? tr("not known") : host.hypervisor},
         {.key = u"libvirt"_s,
          .label = tr("libvirt"),
          .value = host.libvirtVersion.isEmpty() ? tr("not known") : host.libvirtVersion}});
}

void HostSummaryPage::showResources(const Host &host)
{
    // Figures of a host that does not answer are old, not current: the bars say so.
    const bool current = host.state == core::model::HostState::Connected;
    const auto now = current ? load(host.id) : std::nullopt;
    const QString none = current ? tr("not measured yet") : tr("no current data");
    const bool cpu = now && now->cpuUsageRatio;
    const bool mhz = cpu && now->cpuUsage && host.cpuCapacity().count() > 0;
    m_cpu->setUsage(cpu ? now->cpuUsageRatio : std::nullopt,
                    mhz ? tr("%1 of %2 (%3)")
                              .arg(core::text::megaHertz(*now->cpuUsage),
                                   core::text::megaHertz(host.cpuCapacity()),
                                   core::text::percent(*now->cpuUsageRatio))
                        : cpu ? core::text::percent(*now->cpuUsageRatio)
                              : none);
    const bool memory = now && now->memoryUsed && host.memory.count() > 0;
    const double ratio = memory ? *now->memoryUsed / host.memory : 0.0;
    m_memory->setUsage(memory ? std::optional(ratio) : std::nullopt,
                       memory ? tr("%1 of %2 (%3)")
                                    .arg(core::text::bytes(*now->memoryUsed), core::text::bytes(host.memory),
                                         core::text::percent(ratio))
                              : none);
    const auto loadOf = [this](const core::model::ObjectRef &ref) { return load(ref); };
    const auto segments = current ? memorySegments(host, inventory(), loadOf) : std::vector<MemorySegment>();
    m_segments->setSegments(segments);
    m_segments->setVisible(!segments.empty());
    QStringList rest;
    for (const MemorySegment &segment : segments) {
        if (segment.kind == MemorySegment::Kind::System || segment.kind == MemorySegment::Kind::Free)
            rest.push_back(describe(segment));
    }
    m_legend->setText(rest.join(u'\n'));
    m_legend->setVisible(!rest.isEmpty());
}

} // namespace views
