// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/hardwarexml.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::hypervisor::libvirt {

namespace {

using model::HostDevice;
using model::HostDeviceKind;
using model::VmTrait;

model::CpuMode cpuMode(const Element *cpu)
{
    if (cpu == nullptr)
        return model::CpuMode::Default;
    const QString mode = cpu->attributes.value(u"mode"_s, u"custom"_s);
    for (const auto &each : wireNames(model::CpuMode{})) {
        if (mode == QLatin1StringView(each.name))
            return each.value == model::CpuMode::Custom && cpu->at(u"model") == nullptr
                ? model::CpuMode::Default // only a topology
                : each.value;
    }
    return model::CpuMode::Custom;
}

/// Features by policy; "optional" ones and those that are forced tie the VM to no host.
void addFeatures(const Element &cpu, std::vector<QString> &added, std::vector<QString> &removed)
{
    for (const Element *feature : cpu.all(u"feature")) {
        const QString name = feature->attributes.value(u"name"_s);
        const QString policy = feature->attributes.value(u"policy"_s, u"require"_s);
        if (policy == "require"_L1)
            added.push_back(name);
        else if (policy == "disable"_L1 || policy == "forbid"_L1)
            removed.push_back(name);
    }
}

model::VmCpu cpuOf(const Element &domain)
{
    const Element *cpu = domain.at(u"cpu");
    model::VmCpu out{.mode = cpuMode(cpu)};
    if (cpu == nullptr)
        return out;
    out.model = cpu->textAt(u"model");
    addFeatures(*cpu, out.added, out.removed);
    return out;
}

QString firstOf(const Element *element, std::initializer_list<QString> attributes)
{
    if (element == nullptr)
        return {};
    for (const QString &name : attributes) {
        if (const QString value = element->attributes.value(name); !value.isEmpty())
            return value;
    }
    return {};
}

/// "0000:03:00.0" of an <address>.
QString addressOf(const Element *address)
{
    if (address == nullptr)
        return {};
    const auto part = [&](const QString &name) { return address->attributes.value(name).remove("0x"_L1); };
    if (address->attributes.contains(u"slot"_s))
        return part(u"domain"_s) + u':' + part(u"bus"_s) + u':' + part(u"slot"_s) + u'.'
            + part(u"function"_s);
    if (address->attributes.contains(u"uuid"_s))
        return address->attributes.value(u"uuid"_s);
    return part(u"bus"_s) + u':' + part(u"device"_s);
}

QString nameOfHostdev(const Element &hostdev)
{
    const Element *source = hostdev.at(u"source");
    if (source == nullptr)
        return {};
    if (const Element *vendor = source->at(u"vendor"))
        return vendor->attributes.value(u"id"_s) + u':' + source->attributeAt(u"product", u"id"_s);
    if (const Element *adapter = source->at(u"adapter"))
        return adapter->attributes.value(u"name"_s);
    return addressOf(source->at(u"address"));
}

HostDeviceKind kindOfHostdev(const QString &type)
{
    if (type == "usb"_L1)
        return HostDeviceKind::Usb;
    if (type == "mdev"_L1)
        return HostDeviceKind::Mediated;
    return type.startsWith("scsi"_L1) ? HostDeviceKind::Scsi : HostDeviceKind::Pci;
}

void addHostdevs(const Element &devices, std::vector<HostDevice> &out)
{
    for (const Element *each : devices.all(u"hostdev"))
        out.push_back({kindOfHostdev(each->attributes.value(u"type"_s)), nameOfHostdev(*each)});
    for (const Element *each : devices.all(u"redirdev")) {
        if (each->attributes.value(u"type"_s) != "spicevmc"_L1) // that one follows its viewer
            out.push_back({HostDeviceKind::Usb, each->attributes.value(u"type"_s)});
    }
}

void addNetworkCards(const Element &devices, std::vector<HostDevice> &out)
{
    for (const Element *each : devices.all(u"interface")) {
        const QString type = each->attributes.value(u"type"_s);
        if (type == "hostdev"_L1)
            out.push_back({HostDeviceKind::NetworkCard, addressOf(each->at(u"source/address"))});
        else if (type == "vdpa"_L1)
            out.push_back({HostDeviceKind::Vdpa, each->attributeAt(u"source", u"dev"_s)});
    }
}

void addShares(const Element &devices, std::vector<HostDevice> &out)
{
    for (const Element *each : devices.all(u"filesystem"))
        out.push_back({HostDeviceKind::SharedFolder, firstOf(each->at(u"source"), {u"dir"_s, u"socket"_s})});
    for (const Element *each : devices.all(u"shmem")) {
        const bool isPeer = each->attributes.value(u"role"_s, u"peer"_s) == "peer"_L1;
        if (isPeer && each->attributeAt(u"model", u"type"_s) != "ivshmem-doorbell"_L1)
            out.push_back({HostDeviceKind::SharedMemory, each->attributes.value(u"name"_s)});
    }
}

/// Host devices behind a serial port; files are opened anew on the other host.
void addHostFiles(const Element &devices, std::vector<HostDevice> &out)
{
    for (const QStringView kind : {u"serial", u"parallel"}) {
        for (const Element *each : devices.all(kind)) {
            if (each->attributes.value(u"type"_s) == "dev"_L1)
                out.push_back({HostDeviceKind::HostFile, each->attributeAt(u"source", u"path"_s)});
        }
    }
}

/// The highest number of "0-3,8,^2".
std::optional<int> highestOf(const QString &set)
{
    std::optional<int> highest;
    for (const QString &part : set.split(u',', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const int last = part.section(u'-', -1).trimmed().toInt(&isNumber);
        if (isNumber && !part.trimmed().startsWith(u'^'))
            highest = std::max(highest.value_or(last), last);
    }
    return highest;
}

std::optional<int> highestCpu(const Element &domain)
{
    auto highest = highestOf(domain.attributeAt(u"vcpu", u"cpuset"_s));
    if (const Element *tune = domain.at(u"cputune")) {
        for (const Element *pin : tune->all(u"vcpupin")) {
            if (const auto last = highestOf(pin->attributes.value(u"cpuset"_s)))
                highest = std::max(highest.value_or(*last), *last);
        }
    }
    return highest;
}

std::optional<int> highestNumaNode(const Element &domain)
{
    const Element *memory = domain.at(u"numatune/memory");
    if (memory == nullptr || memory->attributes.value(u"mode"_s, u"strict"_s) != "strict"_L1)
        return std::nullopt;
    return highestOf(memory->attributes.value(u"nodeset"_s));
}

std::vector<VmTrait> traitsOf(const Element &domain, const Element *devices)
{
    std::vector<VmTrait> traits;
    if (domain.attributes.value(u"type"_s) == "kvm"_L1)
        traits.push_back(VmTrait::HardwareAssisted);
    if (devices != nullptr && devices->attributeAt(u"tpm/backend", u"type"_s) == "emulator"_L1)
        traits.push_back(VmTrait::Tpm);
    if (domain.at(u"memoryBacking/hugepages") != nullptr)
        traits.push_back(VmTrait::HugePages);
    if (const Element *clock = domain.at(u"clock")) {
        const auto timers = clock->all(u"timer");
        if (std::ranges::any_of(timers, [](const Element *timer) {
                return timer->attributes.value(u"name"_s) == "tsc"_L1
                    && timer->attributes.contains(u"frequency"_s);
            }))
            traits.push_back(VmTrait::FixedTsc);
    }
    return traits;
}

/// What the display insists on: an address that is not of every host, a port that is not libvirt's to choose.
void addScreen(const Element &devices, model::VmHardware &out)
{
    const Element *graphics = devices.at(u"graphics");
    if (graphics == nullptr)
        return;
    const QString address = firstOf(graphics->at(u"listen"), {u"address"_s});
    const bool isEverywhere = address.isEmpty() || address.startsWith("127."_L1) || address == "0.0.0.0"_L1
        || address == "::"_L1 || address == "::1"_L1;
    if (!isEverywhere)
        out.screenAddress = address;
    const int port = graphics->attributes.value(u"port"_s).toInt();
    if (port > 0 && graphics->attributes.value(u"autoport"_s) == "no"_L1)
        out.screenPort = port;
}

} // namespace

model::VmHardware vmHardware(const Element &domain)
{
    const Element *devices = domain.at(u"devices");
    model::VmHardware out{.cpu = cpuOf(domain),
                          .traits = traitsOf(domain, devices),
                          .firmware = domain.textAt(u"os/loader"),
                          .nvram = domain.textAt(u"os/nvram"),
                          .highestCpu = highestCpu(domain),
                          .highestNumaNode = highestNumaNode(domain)};
    if (devices != nullptr) {
        out.emulator = devices->textAt(u"emulator");
        addHostdevs(*devices, out.hostDevices);
        addNetworkCards(*devices, out.hostDevices);
        addShares(*devices, out.hostDevices);
        addHostFiles(*devices, out.hostDevices);
        addScreen(*devices, out);
    }
    return out;
}

std::vector<model::DiskTrait> diskTraits(const Element &disk)
{
    using enum model::DiskTrait;
    std::vector<model::DiskTrait> traits;
    if (disk.at(u"readonly") != nullptr || disk.attributes.value(u"device"_s) == "cdrom"_L1)
        traits.push_back(ReadOnly);
    if (disk.at(u"shareable") != nullptr)
        traits.push_back(Shareable);
    if (disk.at(u"transient") != nullptr)
        traits.push_back(Transient);
    if (disk.attributeAt(u"source", u"startupPolicy"_s) == "optional"_L1)
        traits.push_back(OptionalAtStart);
    return traits;
}

namespace {

void addMachines(const Element &capabilities, const QString &architecture, model::HostHardware &out)
{
    for (const Element *guest : capabilities.all(u"guest")) {
        const Element *arch = guest->at(u"arch");
        if (arch == nullptr || arch->attributes.value(u"name"_s) != architecture
            || guest->textAt(u"os_type") != "hvm"_L1)
            continue;
        for (const Element *machine : arch->all(u"machine"))
            out.machines.push_back(machine->text.trimmed());
    }
    std::ranges::sort(out.machines);
    const auto repeated = std::ranges::unique(out.machines);
    out.machines.erase(repeated.begin(), repeated.end());
}

/// Set aside in every NUMA node, whatever their size; 4 KiB pages are no huge ones.
void addCells(const Element &host, model::HostHardware &out)
{
    const Element *cells = host.at(u"topology/cells");
    if (cells == nullptr)
        return;
    for (const Element *cell : cells->all(u"cell")) {
        ++out.numaNodes;
        for (const Element *pages : cell->all(u"pages")) {
            const qint64 kib = pages->attributes.value(u"size"_s).toLongLong();
            if (kib > 64)
                out.hugePages += fromKiB(kib) * pages->text.trimmed().toLongLong();
        }
    }
}

Result<Element> parseAs(const QByteArray &xml, QLatin1StringView root)
{
    auto element = parseXml(xml);
    if (element && element->name != root)
        return core::errors::invalidArgument(u"xml"_s, root + u" expected"_s);
    return element;
}

void addCpuMode(const Element &mode, model::HostCpu &cpu)
{
    const QString name = mode.attributes.value(u"name"_s);
    if (name == "host-model"_L1) {
        cpu.model = mode.textAt(u"model");
        cpu.vendor = mode.textAt(u"vendor");
        addFeatures(mode, cpu.added, cpu.removed);
    } else if (name == "custom"_L1) {
        for (const Element *each : mode.all(u"model")) {
            if (each->attributes.value(u"usable"_s) == "yes"_L1)
                cpu.usableModels.push_back(each->text.trimmed());
        }
    }
}

} // namespace

QString hostArchitecture(const QByteArray &capabilities)
{
    const auto root = parseXml(capabilities);
    return root ? root->textAt(u"host/cpu/arch") : QString();
}

Result<model::HostHardware> parseHostHardware(const QByteArray &capabilities, const QString &architecture)
{
    const auto root = parseAs(capabilities, "capabilities"_L1);
    if (!root)
        return root.error();
    model::HostHardware out{.architecture = architecture};
    addMachines(*root, architecture, out);
    if (const Element *host = root->at(u"host")) {
        addCells(*host, out);
        out.microcode = host->attributeAt(u"cpu/microcode", u"version"_s);
    }
    return out;
}

Result<void> addDomainCapabilities(const QByteArray &xml, model::HostHardware &hardware)
{
    const auto root = parseAs(xml, "domainCapabilities"_L1);
    if (!root)
        return root.error();
    hardware.emulator = root->textAt(u"path");
    hardware.mostVcpus = root->attributeAt(u"vcpu", u"max"_s).toInt();
    if (const Element *loader = root->at(u"os/loader")) {
        for (const Element *value : loader->all(u"value"))
            hardware.firmwares.push_back(value->text.trimmed());
    }
    if (const Element *cpu = root->at(u"cpu")) {
        for (const Element *mode : cpu->all(u"mode"))
            addCpuMode(*mode, hardware.cpu);
    }
    return {};
}

void limitCpuModels(model::HostCpu &cpu, const std::vector<QString> &models)
{
    const auto isOffered = [&](const QString &model) {
        return std::ranges::find(models, model) != models.end();
    };
    std::ranges::copy_if(cpu.usableModels, std::back_inserter(cpu.withheldModels), std::not_fn(isOffered));
    std::erase_if(cpu.usableModels, std::not_fn(isOffered));
}

} // namespace core::hypervisor::libvirt
