// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/vm/vmsummarypage.h"

#include "core/model/tree.h"
#include "core/text/drs.h"
#include "core/text/text.h"
#include "views/widgets/commandbox.h"
#include "views/widgets/factbox.h"
#include "views/widgets/notesbox.h"
#include "views/widgets/usagebar.h"

#include <QVBoxLayout>

namespace views {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::model::Vm;

VmSummaryPage::VmSummaryPage(core::api::client::Session &session, QWidget *parent)
    : SummaryPage(session, parent, 100ms),
      m_general(newFactBox(u"general"_s)),
      m_resources(new QGroupBox(this)),
      m_cpu(new UsageBar(m_resources)),
      m_memory(new UsageBar(m_resources)),
      m_disks(newFactBox(u"disks"_s)),
      m_adapters(newFactBox(u"adapters"_s)),
      m_priorities(newFactBox(u"priorities"_s)),
      m_notes(new NotesBox(this))
{
    setObjectName(u"vmSummaryPage"_s);
    auto *bars = new QVBoxLayout(m_resources);
    bars->addWidget(m_cpu);
    bars->addWidget(m_memory);
    addLeft(m_general);
    addLeft(m_disks);
    addLeft(m_adapters);
    addRight(m_resources);
    addRight(m_priorities);
    addRight(m_notes);
    commands().setOperations({u"vm.power-on"_s, u"vm.shut-down"_s, u"vm.power-off"_s, u"vm.suspend"_s,
                              u"vm.resume"_s, u"vm.reboot"_s, u"vm.reset"_s, u"vm.rename"_s, u"vm.move"_s});
    retranslate();
}

void VmSummaryPage::retranslate()
{
    m_general->setTitle(tr("General"));
    m_resources->setTitle(tr("Resources"));
    m_disks->setTitle(tr("Disks"));
    m_adapters->setTitle(tr("Network adapters"));
    m_priorities->setTitle(tr("Priorities"));
    m_cpu->setCaption(tr("CPU"));
    m_memory->setCaption(tr("Memory on the host"));
}

bool VmSummaryPage::concerns(const std::vector<core::model::Change> &changes) const
{
    const Vm *vm = inventory().find(object().as<core::VmId>());
    return vm == nullptr || std::ranges::any_of(changes, [&](const core::model::Change &change) {
               return change.ref == object() || change.ref.kind != core::model::Kind::Vm;
           });
}

void VmSummaryPage::refresh()
{
    const Vm *vm = inventory().find(object().as<core::VmId>());
    if (vm == nullptr)
        return; // gone: the window shows another object in a moment
    noticeHost(inventory().find(vm->host));
    showGeneral(*vm);
    showResources(*vm);
    showDevices(*vm);
    showPriorities(*vm);
    m_notes->setNotes(vm->notes);
    commands().refresh(object(), session());
}

void VmSummaryPage::showGeneral(const Vm &vm)
{
    const auto state = [&] {
        if (vm.stale && vm.lastSeen)
            return tr("%1 when last seen, %2")
                .arg(core::text::state(vm.state), core::text::timeOfDay(*vm.lastSeen));
        return vm.stale ? tr("%1 when last seen").arg(core::text::state(vm.state))
                        : core::text::state(vm.state);
    };
    std::vector<Fact> facts{{.key = u"state"_s, .label = tr("State"), .value = state()}};
    facts.push_back(
        {.key = u"host"_s, .label = tr("Host"), .value = inventory().nameOf(vm.host), .link = vm.host});
    if (const auto cluster = core::model::clusterOf(vm.id, inventory()); !cluster.isNull())
        facts.push_back({.key = u"cluster"_s,
                         .label = tr("Cluster"),
                         .value = inventory().nameOf(cluster),
                         .link = cluster});
    if (vm.folder)
        facts.push_back({.key = u"folder"_s,
                         .label = tr("Folder"),
                         .value = inventory().nameOf(*vm.folder),
                         .link = *vm.folder});
    facts.push_back({.key = u"guestOs"_s,
                     .label = tr("Guest operating system"),
                     .value = vm.guestOs.isEmpty() ? tr("not known") : vm.guestOs});
    facts.push_back({.key = u"agent"_s, .label = tr("Guest agent"), .value = core::text::state(vm.agent)});
    QStringList addresses(vm.addresses.begin(), vm.addresses.end());
    facts.push_back({.key = u"addresses"_s,
                     .label = tr("IP addresses"),
                     .value = addresses.isEmpty() ? tr("not known") : addresses.join(u'\n')});
    facts.push_back(
        {.key = u"cpus"_s, .label = tr("Virtual CPUs"), .value = QLocale().toString(vm.cpuCount)});
    facts.push_back({.key = u"memory"_s, .label = tr("Memory"), .value = core::text::bytes(vm.memory)});
    const auto running = load(vm.id);
    if (!vm.stale && running && running->uptimeSeconds)
        facts.push_back({.key = u"uptime"_s,
                         .label = tr("Uptime"),
                         .value = core::text::duration(std::chrono::seconds(*running->uptimeSeconds))});
    facts.push_back(
        {.key = u"firmware"_s, .label = tr("Firmware"), .value = vm.uefi ? tr("UEFI") : tr("BIOS")});
    facts.push_back({.key = u"machine"_s,
                     .label = tr("Machine"),
                     .value = tr("%1, %2", "architecture, machine type").arg(vm.architecture, vm.machine)});
    facts.push_back({.key = u"autostart"_s,
                     .label = tr("Starts with its host"),
                     .value = vm.autostart ? tr("yes") : tr("no")});
    if (vm.isTemplate)
        facts.push_back({.key = u"template"_s, .label = tr("Template"), .value = tr("yes")});
    if (!vm.persistent)
        facts.push_back({.key = u"transient"_s,
                         .label = tr("Transient"),
                         .value = tr("It disappears when it is powered off.")});
    m_general->setFacts(facts);
}

void VmSummaryPage::showResources(const Vm &vm)
{
    const bool on =
        vm.state == core::model::PowerState::Running || vm.state == core::model::PowerState::Paused;
    const auto now = load(vm.id);
    const QString none = on ? tr("not measured") : tr("not running");
    const bool cpu = on && now && now->cpuUsageRatio;
    QString figures = none;
    if (cpu)
        figures = now->cpuUsage
            ? tr("%1, %2 of its CPUs", "frequency, percentage")
                  .arg(core::text::megaHertz(*now->cpuUsage), core::text::percent(*now->cpuUsageRatio))
            : core::text::percent(*now->cpuUsageRatio);
    m_cpu->setUsage(cpu ? now->cpuUsageRatio : std::nullopt, figures);
    const bool memory = on && now && now->memoryUsed && vm.memory.count() > 0;
    QString amount = none;
    if (memory) {
        const bool more = *now->memoryUsed > vm.memory; // the emulator needs some for itself
        amount = (more ? tr("%1: %2 and overhead", "memory") : tr("%1 of %2"))
                     .arg(core::text::bytes(*now->memoryUsed), core::text::bytes(vm.memory));
    }
    m_memory->setUsage(memory ? std::optional(*now->memoryUsed / vm.memory) : std::nullopt, amount);
}

/// The four that people mix up, side by side: who moves it, what it gets, when it starts again, how it migrates.
void VmSummaryPage::showPriorities(const Vm &vm)
{
    const core::model::Cluster *cluster = inventory().find(core::model::clusterOf(vm.id, inventory()));
    const auto resources = vm.resources.value_or(core::model::VmResources());
    QString drs = tr("no cluster");
    if (cluster != nullptr && !cluster->drsEnabled)
        drs = tr("off in its cluster");
    else if (cluster != nullptr)
        drs = vm.drsAutomation
            ? core::text::drsAutomation(*vm.drsAutomation)
            : tr("%1, as its cluster").arg(core::text::drsAutomation(cluster->drs.automation));
    const auto shares = [](const auto &allocation, qint64 count) {
        return tr("%1 (%2)", "level and number of shares")
            .arg(core::text::sharesLevel(allocation.level), QLocale().toString(count));
    };
    m_priorities->setFacts(
        {{.key = u"drs"_s, .label = tr("Load balancing"), .value = drs},
         {.key = u"cpuShares"_s,
          .label = tr("CPU shares"),
          .value = shares(resources.cpu, vmShares(resources.cpu, vm.cpuCount))},
         {.key = u"memoryShares"_s,
          .label = tr("Memory shares"),
          .value = shares(resources.memory, vmShares(resources.memory, vm.memory))},
         {.key = u"restart"_s,
          .label = tr("Restart by high availability"),
          .value = cluster != nullptr && cluster->haEnabled ? tr("as its cluster") : tr("off")},
         {.key = u"migration"_s,
          .label = tr("Migration"),
          .value = tr("chosen with each migration; DRS migrates with normal priority")}});
}

void VmSummaryPage::showDevices(const Vm &vm)
{
    std::vector<Fact> disks;
    for (const auto &disk : vm.disks) {
        const QString size =
            disk.capacity.count() > 0 ? core::text::bytes(disk.capacity) : tr("size not known");
        const QString store = disk.datastore.isNull() ? QString() : inventory().nameOf(disk.datastore);
        const QString where = !store.isEmpty() ? store : disk.source.isEmpty() ? tr("empty") : disk.source;
        Fact fact{.key = disk.target,
                  .label = disk.device == "disk"_L1 ? tr("Disk %1").arg(disk.target)
                      : disk.device == "cdrom"_L1   ? tr("CD/DVD drive %1").arg(disk.target)
                                                    : tr("Drive %1").arg(disk.target)};
        fact.value = disk.source.isEmpty()
            ? where
            : tr("%1, %2, on %3", "size, format, place").arg(size, disk.format, where);
        if (!store.isEmpty())
            fact.link = disk.datastore;
        disks.push_back(std::move(fact));
    }
    m_disks->setFacts(disks);
    m_disks->setVisible(!disks.empty());
    std::vector<Fact> adapters;
    for (size_t i = 0; i < vm.nics.size(); ++i) {
        const auto &nic = vm.nics[i];
        Fact fact{.key = nic.mac, .label = tr("Adapter %1").arg(QLocale().toString(static_cast<int>(i) + 1))};
        fact.value = nic.source.isEmpty()
            ? tr("%1, %2, user-mode network", "address, model").arg(nic.mac, nic.model)
            : tr("%1, %2, on %3", "address, model, network").arg(nic.mac, nic.model, nic.source);
        if (!nic.network.isNull() && inventory().find(nic.network) != nullptr)
            fact.link = nic.network;
        adapters.push_back(std::move(fact));
    }
    m_adapters->setFacts(adapters);
    m_adapters->setVisible(!adapters.empty());
}

} // namespace views
