// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/host/hostconfigurationpage.h"

#include "core/text/text.h"
#include "views/widgets/factbox.h"

#include <QGridLayout>
#include <QLocale>
#include <QScrollArea>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace views {

using core::model::Host;
using core::model::Kind;

namespace {

constexpr qsizetype mostListed = 12; ///< of dozens of CPU models the first ones say enough

QString listed(const std::vector<QString> &words)
{
    QStringList some(words.begin(), words.end());
    if (some.size() <= mostListed)
        return some.join(u", "_s);
    some.resize(mostListed);
    return some.join(u", "_s) + u", …"_s;
}

std::vector<Fact> sortedByLabel(std::vector<Fact> facts)
{
    std::ranges::sort(facts, [](const Fact &a, const Fact &b) {
        const int order = QString::localeAwareCompare(a.label, b.label);
        return order != 0 ? order < 0 : a.key < b.key;
    });
    return facts;
}

} // namespace

HostConfigurationPage::HostConfigurationPage(core::api::client::Session &session, QWidget *parent)
    : LivePage(session, parent, 500ms)
{
    setObjectName(u"hostConfigurationPage"_s);
    auto *area = new QScrollArea(this);
    area->setObjectName(u"hostConfigurationArea"_s);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    auto *content = new QWidget(area);
    m_grid = new QGridLayout(content);
    m_machine = addBox(u"machine"_s);
    m_processors = addBox(u"processors"_s);
    m_memory = addBox(u"memory"_s);
    m_virtualization = addBox(u"virtualization"_s);
    m_storage = addBox(u"storage"_s);
    m_networks = addBox(u"networks"_s);
    m_access = addBox(u"access"_s);
    m_grid->setRowStretch(m_grid->rowCount(), 1);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    area->setWidget(content);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(area);
    retranslate();
}

FactBox *HostConfigurationPage::addBox(const QString &name)
{
    auto *box = new FactBox(this);
    box->setObjectName(name);
    const int at = m_grid->count();
    m_grid->addWidget(box, at / 2, at % 2);
    connect(box, &FactBox::linkActivated, this, &Page::objectActivated);
    return box;
}

QString HostConfigurationPage::title() const
{
    return tr("Configuration");
}

bool HostConfigurationPage::concerns(const std::vector<core::model::Change> &changes) const
{
    return std::ranges::any_of(changes, [this](const core::model::Change &each) {
        return each.ref == object() || each.ref.kind == Kind::Datastore || each.ref.kind == Kind::Network;
    });
}

void HostConfigurationPage::refresh()
{
    const Host *host = inventory().find(object().as<core::HostId>());
    if (host == nullptr)
        return;
    showMachine(*host);
    showProcessors(*host);
    showMemory(*host);
    showVirtualization(*host);
    showStorage(*host);
    showNetworks(*host);
    showAccess(*host);
}

void HostConfigurationPage::showMachine(const Host &host)
{
    const auto orUnknown = [](const QString &text) { return text.isEmpty() ? tr("not known") : text; };
    m_machine->setFacts(
        {{.key = u"vendor"_s, .label = tr("Manufacturer"), .value = orUnknown(host.vendor), .link = {}},
         {.key = u"model"_s, .label = tr("Model"), .value = orUnknown(host.model), .link = {}},
         {.key = u"architecture"_s,
          .label = tr("Architecture"),
          .value = orUnknown(host.hardware ? host.hardware->architecture : QString()),
          .link = {}},
         {.key = u"id"_s, .label = tr("UUID"), .value = host.id.toString(), .link = {}}});
}

void HostConfigurationPage::showProcessors(const Host &host)
{
    const auto fact = [](const QString &key, const QString &label, const QString &value) {
        return Fact{.key = key, .label = label, .value = value, .link = {}};
    };
    std::vector<Fact> facts{
        fact(u"cpuModel"_s, tr("Processor"), host.cpuModel),
        fact(u"sockets"_s, tr("Sockets"), QLocale().toString(host.sockets)),
        fact(u"cores"_s, tr("Cores per socket"), QLocale().toString(host.coresPerSocket)),
        fact(u"threads"_s, tr("Threads per core"), QLocale().toString(host.threadsPerCore)),
        fact(u"logical"_s, tr("Logical CPUs"), QLocale().toString(host.logicalCpus)),
        fact(u"frequency"_s, tr("Frequency of a CPU"),
             host.cpuMhz.count() > 0 ? core::text::megaHertz(host.cpuMhz) : tr("not known"))};
    if (host.hardware && !host.hardware->microcode.isEmpty())
        facts.push_back(fact(u"microcode"_s, tr("Microcode"), host.hardware->microcode));
    m_processors->setFacts(facts);
}

void HostConfigurationPage::showMemory(const Host &host)
{
    std::vector<Fact> facts{
        {.key = u"total"_s, .label = tr("Installed"), .value = core::text::bytes(host.memory), .link = {}}};
    if (host.hardware) {
        facts.push_back({.key = u"hugePages"_s,
                         .label = tr("Huge pages set aside"),
                         .value = core::text::bytes(host.hardware->hugePages),
                         .link = {}});
        if (host.hardware->numaNodes > 0)
            facts.push_back({.key = u"numa"_s,
                             .label = tr("NUMA nodes"),
                             .value = QLocale().toString(host.hardware->numaNodes),
                             .link = {}});
    }
    m_memory->setFacts(facts);
}

void HostConfigurationPage::showVirtualization(const Host &host)
{
    const auto fact = [](const QString &key, const QString &label, const QString &value) {
        return Fact{
            .key = key, .label = label, .value = value.isEmpty() ? tr("not known") : value, .link = {}};
    };
    std::vector<Fact> facts{fact(u"type"_s, tr("Type"), core::text::hypervisorType(host.hypervisorType)),
                            fact(u"hypervisor"_s, tr("Hypervisor"), host.hypervisor),
                            fact(u"libvirt"_s, tr("libvirt"), host.libvirtVersion)};
    if (host.hardware) {
        const core::model::HostHardware &hardware = *host.hardware;
        facts.push_back(fact(u"emulator"_s, tr("Emulator"), hardware.emulator));
        facts.push_back(fact(u"hostModel"_s, tr("CPU offered to VMs"), hardware.cpu.model));
        facts.push_back(fact(u"models"_s, tr("CPU models that run here"), listed(hardware.cpu.usableModels)));
        facts.push_back(fact(u"machines"_s, tr("Machine types"), listed(hardware.machines)));
        if (hardware.mostVcpus > 0)
            facts.push_back(
                fact(u"vcpus"_s, tr("vCPUs of a VM, at most"), QLocale().toString(hardware.mostVcpus)));
        facts.push_back(fact(u"firmware"_s, tr("UEFI firmware"),
                             hardware.firmwares.empty() ? tr("none") : listed(hardware.firmwares)));
    }
    m_virtualization->setFacts(facts);
}

void HostConfigurationPage::showStorage(const Host &host)
{
    std::vector<Fact> facts;
    for (const auto &each : inventory().all<core::model::Datastore>()) {
        if (std::ranges::find(each->hosts, host.id) == each->hosts.end())
            continue;
        QString value = tr("%1, %2: %3 free of %4", "type, path, space")
                            .arg(each->type, each->path, core::text::bytes(each->free),
                                 core::text::bytes(each->capacity));
        if (!each->accessible)
            value = tr("%1, %2: cannot be reached", "type, path").arg(each->type, each->path);
        facts.push_back({.key = each->id.toString(), .label = each->name, .value = value, .link = each->id});
    }
    if (facts.empty())
        facts.push_back({.key = u"none"_s, .label = tr("Datastores"), .value = tr("none"), .link = {}});
    m_storage->setFacts(sortedByLabel(std::move(facts)));
}

void HostConfigurationPage::showNetworks(const Host &host)
{
    std::vector<Fact> facts;
    for (const auto &each : inventory().all<core::model::Network>()) {
        if (std::ranges::find(each->hosts, host.id) == each->hosts.end())
            continue;
        const bool stopped = std::ranges::find(each->inactiveOn, host.id) != each->inactiveOn.end();
        QString value = each->bridge.isEmpty()
            ? each->type
            : tr("%1, bridge %2", "type of a network").arg(each->type, each->bridge);
        if (stopped)
            value = tr("%1 (stopped)").arg(value);
        facts.push_back({.key = each->id.toString(), .label = each->name, .value = value, .link = each->id});
    }
    facts = sortedByLabel(std::move(facts));
    if (host.hardware && host.hardware->interfaces)
        facts.push_back(
            {.key = u"interfaces"_s,
             .label = tr("Network cards and bridges"),
             .value = host.hardware->interfaces->empty() ? tr("none") : listed(*host.hardware->interfaces),
             .link = {}});
    if (facts.empty())
        facts.push_back({.key = u"none"_s, .label = tr("Networks"), .value = tr("none"), .link = {}});
    m_networks->setFacts(facts);
}

void HostConfigurationPage::showAccess(const Host &host)
{
    const auto fact = [](const QString &key, const QString &label, const QString &value) {
        return Fact{.key = key, .label = label, .value = value, .link = {}};
    };
    std::vector<Fact> facts{
        fact(u"uri"_s, tr("Address"), host.uri),
        fact(u"peer"_s, tr("From other hosts"),
             host.peerUri.isEmpty() ? tr("not reachable: migrations pass through the core") : host.peerUri),
        fact(u"migration"_s, tr("Takes migrations at"),
             host.migrationUri.isEmpty() ? tr("where libvirt thinks") : host.migrationUri)};
    facts.push_back(fact(u"prepared"_s, tr("Migrates by TLS"),
                         host.prepared ? tr("yes: it has certificates of this core")
                                       : tr("no: it has no certificates of this core")));
    if (host.certificateExpires)
        facts.push_back(fact(u"certificate"_s, tr("First certificate expires"),
                             core::text::timeOfDay(*host.certificateExpires)));
    m_access->setFacts(facts);
}

void HostConfigurationPage::retranslate()
{
    m_machine->setTitle(tr("Machine"));
    m_processors->setTitle(tr("Processors"));
    m_memory->setTitle(tr("Memory"));
    m_virtualization->setTitle(tr("Virtualization"));
    m_storage->setTitle(tr("Storage"));
    m_networks->setTitle(tr("Networks"));
    m_access->setTitle(tr("Access"));
}

} // namespace views
