// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/hostfacts.h"

#include "core/hypervisor/libvirt/handles.h"
#include "core/hypervisor/libvirt/hardwarexml.h"
#include "core/hypervisor/libvirt/hostxml.h"
#include "core/hypervisor/libvirt/libvirterror.h"

#include <libvirt/virterror.h>

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace core::hypervisor::libvirt {

namespace {

Q_LOGGING_CATEGORY(lcHost, "vigie.hypervisor.libvirt")

/// Drivers without a host UUID (test:///) are told apart by their address.
const QUuid addressNamespace("{7c0a6f4e-1e1b-4a5e-9a37-51f1d9c5d1a7}");

/// 7002000 is "7.2.0".
QString versionText(unsigned long version)
{
    return u"%1.%2.%3"_s.arg(version / 1'000'000).arg(version / 1'000 % 1'000).arg(version % 1'000);
}

void addVersions(virConnectPtr connection, const QString &driver, model::Host &host)
{
    unsigned long version = 0;
    host.hypervisor = driver;
    if (virConnectGetVersion(connection, &version) == 0 && version > 0)
        host.hypervisor += u' ' + versionText(version);
    if (virConnectGetLibVersion(connection, &version) == 0)
        host.libvirtVersion = versionText(version);
}

void addMachine(const virNodeInfo &node, model::Host &host)
{
    if (host.cpuModel.isEmpty())
        host.cpuModel = QString::fromUtf8(node.model);
    host.sockets = static_cast<int>(node.sockets * std::max(node.nodes, 1U));
    host.coresPerSocket = static_cast<int>(node.cores);
    host.threadsPerCore = static_cast<int>(node.threads);
    host.logicalCpus = static_cast<int>(node.cpus);
    host.cpuMhz = MegaHertz(node.mhz);
    host.memory = fromKiB(static_cast<qint64>(node.memory));
}

void applyCapacity(const Capacity &capacity, model::Host &host)
{
    host.sockets = 1;
    host.coresPerSocket = capacity.logicalCpus;
    host.threadsPerCore = 1;
    host.logicalCpus = capacity.logicalCpus;
    host.cpuMhz = capacity.cpuMhz;
    host.memory = capacity.memory;
    host.lab = true;
    host.hypervisorType =
        model::HypervisorType::Emulation; // its guests never use KVM, also where there is one
    if (host.hardware && !capacity.cpuModels.empty())
        limitCpuModels(host.hardware->cpu, capacity.cpuModels);
}

/// What it calls its bridges and cards; a daemon without the interface driver leaves that open.
std::optional<std::vector<QString>> readInterfaces(virConnectPtr connection)
{
    virInterfacePtr *list = nullptr;
    const int count = virConnectListAllInterfaces(connection, &list, VIR_CONNECT_LIST_INTERFACES_ACTIVE);
    if (count < 0)
        return std::nullopt;
    std::vector<QString> names;
    for (const InterfacePtr &each : adopt<InterfacePtr>(list, count))
        names.push_back(QString::fromUtf8(virInterfaceGetName(each.get())));
    return names;
}

/// libvirt knows this of QEMU's hosts; of the others the host simply has none.
void addHardware(const Link &link, const QByteArray &capabilities, bool emulated, model::Host &host)
{
    const virConnectPtr connection = link.control->get();
    const QString arch = hostArchitecture(capabilities);
    auto hardware = parseHostHardware(capabilities, arch);
    const Text domain(virConnectGetDomainCapabilities(connection, nullptr, arch.toUtf8().constData(), nullptr,
                                                      emulated ? "qemu" : "kvm", 0));
    if (!hardware || !domain) {
        qCInfo(lcHost) << "no capabilities of VMs"
                       << "host" << link.where << "why" << lastFailure().message;
        return;
    }
    if (const auto added = addDomainCapabilities(QByteArray(domain.get()), *hardware); !added) {
        qCWarning(lcHost) << "unreadable capabilities of VMs"
                          << "host" << link.where << "why" << added.error().detail;
        return;
    }
    hardware->interfaces = readInterfaces(connection);
    host.hardware = *std::move(hardware);
}

} // namespace

Result<model::Host> readHost(Link &link)
{
    const virConnectPtr connection = link.control->get();
    const Text capabilities(virConnectGetCapabilities(connection));
    if (!capabilities)
        return lastError(link.where);
    const QString driver = QString::fromUtf8(virConnectGetType(connection));
    auto host = parseCapabilities(QByteArray(capabilities.get()), driver);
    if (!host)
        return host;
    if (host->id.isNull())
        host->id = HostId(QUuid::createUuidV5(addressNamespace, link.uri));
    const Text name(virConnectGetHostname(connection));
    host->name = name ? QString::fromUtf8(name.get()) : link.where;
    virNodeInfo node{};
    if (virNodeGetInfo(connection, &node) < 0)
        return lastError(link.where);
    addMachine(node, *host);
    addVersions(connection, driver, *host);
    // Not every host has an SMBIOS, and not every daemon may read it.
    if (const Text sysinfo(virConnectGetSysinfo(connection, 0)); sysinfo) {
        if (const auto added = addSystemInfo(QByteArray(sysinfo.get()), *host); !added)
            qCWarning(lcHost) << "unreadable SMBIOS"
                              << "host" << link.where << "why" << added.error().detail;
    }
    const bool emulated = link.capacity || host->hypervisorType == model::HypervisorType::Emulation;
    addHardware(link, QByteArray(capabilities.get()), emulated, *host);
    if (link.capacity)
        applyCapacity(*link.capacity, *host);
    return host;
}

Result<std::vector<model::Network>> readNetworks(Link &link)
{
    virNetworkPtr *list = nullptr;
    const int count = virConnectListAllNetworks(link.control->get(), &list, 0);
    std::vector<model::Network> networks;
    if (count < 0) {
        const Failure failure = lastFailure();
        if (failure.code == VIR_ERR_NO_SUPPORT)
            return networks; // a daemon without libvirt's networks: bridges and user-mode only
        return toError(failure, link.where);
    }
    for (const NetworkPtr &network : adopt<NetworkPtr>(list, count)) {
        const Text xml(virNetworkGetXMLDesc(network.get(), 0));
        auto parsed = xml ? parseNetwork(QByteArray(xml.get())) : lastError(link.where);
        if (!parsed) {
            qCWarning(lcHost) << "cannot describe a network"
                              << "host" << link.where << "why" << parsed.error().detail;
            continue;
        }
        parsed->active = virNetworkIsActive(network.get()) == 1;
        networks.push_back(*std::move(parsed));
    }
    return networks;
}

Result<void> pingHost(Link &link)
{
    // Answered by the daemon itself from memory; virConnectIsAlive would only look at our end of the line.
    unsigned long version = 0;
    if (virConnectGetLibVersion(link.control->get(), &version) < 0)
        return lastError(link.where);
    return {};
}

} // namespace core::hypervisor::libvirt
