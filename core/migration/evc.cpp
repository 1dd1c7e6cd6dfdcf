// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/evc.h"

#include "core/migration/cpu.h"
#include "core/migration/errors.h"
#include "core/model/tree.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::migration {

namespace {

using model::Finding;
using model::FindingSeverity;

/// What KVM gives every guest without asking the CPU, and libvirt then lists with its own.
const Features &everyGuests()
{
    static const Features features{u"arat"_s,       u"x2apic"_s, u"tsc-deadline"_s, u"tsc_adjust"_s,
                                   u"hypervisor"_s, u"vme"_s,    u"ss"_s,           u"arch-capabilities"_s,
                                   u"umip"_s};
    return features;
}

bool isRunning(model::PowerState state)
{
    return state == model::PowerState::Running || state == model::PowerState::Paused
        || state == model::PowerState::Suspended; // it goes on with the CPU that it had
}

std::vector<const model::Host *> hostsOf(ClusterId cluster, const model::Inventory &inventory)
{
    std::vector<const model::Host *> hosts;
    for (const HostId id : hostsUnder(cluster, inventory)) {
        if (const model::Host *host = inventory.find(id))
            hosts.push_back(host);
    }
    std::ranges::sort(hosts, {}, &model::Host::name);
    return hosts;
}

bool isEmulating(const model::Host &host)
{
    return host.hypervisorType == model::HypervisorType::Emulation;
}

/// The vendors of CPUs that VMs are run on directly; an emulated one is of the level's own.
QStringList vendorsOf(const std::vector<const model::Host *> &hosts)
{
    QStringList vendors;
    for (const model::Host *host : hosts) {
        const QString vendor = host->hardware && !isEmulating(*host) ? host->hardware->cpu.vendor : QString();
        if (!vendor.isEmpty() && !vendors.contains(vendor))
            vendors += vendor;
    }
    vendors.sort();
    return vendors;
}

bool runs(const model::HostCpu &cpu, const QString &level)
{
    return std::ranges::find(cpu.usableModels, level) != cpu.usableModels.end();
}

std::optional<Finding> lackOf(const model::Host &host, const QString &level)
{
    QJsonObject params{{u"host"_s, host.name}};
    if (!host.hardware)
        return Finding{FindingSeverity::Error, Error(errors::HostNotKnown, params), host.id};
    if (runs(host.hardware->cpu, level))
        return std::nullopt;
    params.insert(u"level"_s, level);
    const Features missing = featuresOfModel(level) - featuresOf(host.hardware->cpu);
    if (missing.isEmpty())
        return Finding{FindingSeverity::Error, Error(errors::HostNotRun, params), host.id};
    params.insert(u"features"_s, listOf(missing));
    return Finding{FindingSeverity::Error, Error(errors::HostLacksLevel, params), host.id};
}

std::optional<Finding> excessOf(const model::Vm &vm, const QString &level, const model::Inventory &inventory)
{
    if (!isRunning(vm.state) || !vm.hardware)
        return std::nullopt;
    const model::VmCpu &cpu = vm.hardware->cpu;
    QJsonObject params{{u"vm"_s, vm.name}, {u"host"_s, inventory.nameOf(vm.host)}};
    const bool isHostsOwn = cpu.mode != model::CpuMode::Custom && cpu.mode != model::CpuMode::Default;
    if (isHostsOwn)
        return Finding{FindingSeverity::Error, Error(errors::VmCpuOfHost, params), vm.id};
    const Features beyond = neededBy(cpu) - featuresOfLevel(level);
    if (beyond.isEmpty())
        return std::nullopt;
    params.insert(u"level"_s, level);
    params.insert(u"features"_s, listOf(beyond));
    return Finding{FindingSeverity::Error, Error(errors::VmExceedsLevel, params), vm.id};
}

Finding mixed(const model::Cluster &cluster, const QStringList &vendors)
{
    return {
        FindingSeverity::Error,
        Error(errors::MixedVendors,
              QJsonObject{{u"cluster"_s, cluster.name}, {u"vendors"_s, QJsonArray::fromStringList(vendors)}}),
        cluster.id};
}

} // namespace

const std::vector<EvcLevel> &evcLevels()
{
    static const std::vector<EvcLevel> levels{{u"Penryn"_s, u"Intel"_s},
                                              {u"Nehalem"_s, u"Intel"_s},
                                              {u"Westmere"_s, u"Intel"_s},
                                              {u"SandyBridge"_s, u"Intel"_s},
                                              {u"IvyBridge"_s, u"Intel"_s},
                                              {u"Haswell-noTSX"_s, u"Intel"_s},
                                              {u"Broadwell-noTSX"_s, u"Intel"_s},
                                              {u"Skylake-Server-noTSX-IBRS"_s, u"Intel"_s},
                                              {u"Cascadelake-Server-noTSX"_s, u"Intel"_s},
                                              {u"Icelake-Server-noTSX"_s, u"Intel"_s},
                                              {u"Opteron_G2"_s, u"AMD"_s},
                                              {u"Opteron_G3"_s, u"AMD"_s},
                                              {u"EPYC"_s, u"AMD"_s},
                                              {u"EPYC-Rome"_s, u"AMD"_s},
                                              {u"EPYC-Milan"_s, u"AMD"_s}};
    return levels;
}

const EvcLevel *findLevel(QStringView name)
{
    const auto &levels = evcLevels();
    const auto it = std::ranges::find_if(levels, [&](const EvcLevel &level) { return level.name == name; });
    return it == levels.end() ? nullptr : &*it;
}

Features featuresOfLevel(QStringView level)
{
    Features features = featuresOfModel(level);
    if (!features.isEmpty())
        features.unite(everyGuests()).unite(featuresOfModel(u"qemu64"_s)).insert(u"lahf_lm"_s);
    return features;
}

std::vector<Finding> checkLevel(ClusterId id, const QString &level, const model::Inventory &inventory)
{
    const model::Cluster *cluster = inventory.find(id);
    if (cluster == nullptr || level.isEmpty())
        return {};
    if (findLevel(level) == nullptr)
        return {{FindingSeverity::Error, Error(errors::LevelUnknown, QJsonObject{{u"level"_s, level}}), id}};
    const auto hosts = hostsOf(id, inventory);
    std::vector<Finding> findings;
    if (hosts.empty())
        findings.push_back(
            {FindingSeverity::Error, Error(errors::NoHosts, QJsonObject{{u"cluster"_s, cluster->name}}), id});
    if (const QStringList vendors = vendorsOf(hosts); vendors.size() > 1)
        findings.push_back(mixed(*cluster, vendors));
    for (const model::Host *host : hosts) {
        if (auto lack = lackOf(*host, level))
            findings.push_back(*std::move(lack));
    }
    for (const VmId vm : vmsUnder(id, inventory)) {
        if (auto excess = excessOf(*inventory.find(vm), level, inventory))
            findings.push_back(*std::move(excess));
    }
    return findings;
}

std::vector<Finding> checkJoin(const model::Host &host, ClusterId id, const model::Inventory &inventory)
{
    const model::Cluster *cluster = inventory.find(id);
    if (cluster == nullptr || cluster->evcLevel.isEmpty())
        return {};
    std::vector<Finding> findings;
    auto hosts = hostsOf(id, inventory);
    hosts.push_back(&host);
    if (const QStringList vendors = vendorsOf(hosts); vendors.size() > 1)
        findings.push_back(mixed(*cluster, vendors));
    if (auto lack = lackOf(host, cluster->evcLevel))
        findings.push_back(*std::move(lack));
    return findings;
}

std::vector<LevelChoice> levelChoices(ClusterId cluster, const model::Inventory &inventory)
{
    const auto hosts = hostsOf(cluster, inventory);
    const QStringList vendors = vendorsOf(hosts);
    std::vector<LevelChoice> choices;
    for (const EvcLevel &level : evcLevels()) {
        const bool isOfVendor = vendors.isEmpty() || vendors.contains(level.vendor);
        const bool isRun = std::ranges::any_of(hosts, [&](const model::Host *host) {
            return host->hardware && runs(host->hardware->cpu, level.name);
        });
        if (isOfVendor && isRun)
            choices.push_back({level, checkLevel(cluster, level.name, inventory)});
    }
    return choices;
}

QString bestLevel(ClusterId cluster, const model::Inventory &inventory)
{
    const auto hosts = hostsOf(cluster, inventory);
    QString best;
    if (hosts.empty() || vendorsOf(hosts).size() > 1)
        return best;
    for (const LevelChoice &choice : levelChoices(cluster, inventory)) {
        const bool allHave = std::ranges::none_of(
            hosts, [&](const model::Host *host) { return lackOf(*host, choice.level.name).has_value(); });
        if (allHave)
            best = choice.level.name;
    }
    return best;
}

} // namespace core::migration
