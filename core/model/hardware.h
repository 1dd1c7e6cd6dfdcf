// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ref.h"

#include <optional>
#include <vector>

/// What a host offers a VM and what a VM asks of a host, beyond their sizes: what decides where the VM can run.
namespace core::model {

/// libvirt's host-model CPU: the nearest named model and how the host differs from it. Empty: not known.
struct HostCpu {
    QString vendor; ///< "Intel", "AMD"
    QString model; ///< "EPYC"
    std::vector<QString> added; ///< features beyond the model's
    std::vector<QString> removed; ///< features of the model that it lacks
    std::vector<QString> usableModels; ///< named models that run here
    std::vector<QString> withheldModels; ///< that would, but a lab host pretends to be older

    static constexpr auto fields = FieldList{field("vendor", &HostCpu::vendor),
                                             field("model", &HostCpu::model),
                                             field("added", &HostCpu::added),
                                             field("removed", &HostCpu::removed),
                                             field("usableModels", &HostCpu::usableModels),
                                             field("withheldModels", &HostCpu::withheldModels)};
    friend bool operator==(const HostCpu &, const HostCpu &) = default;
};

struct HostHardware {
    QString architecture; ///< "x86_64": of all that follows
    HostCpu cpu;
    std::vector<QString> machines; ///< machine types, with their aliases ("pc-q35-7.2", "q35")
    QString emulator; ///< path of its QEMU
    int mostVcpus = 0; ///< that a VM can have; 0: not known
    std::vector<QString> firmwares; ///< paths of the UEFI code files it knows
    std::optional<std::vector<QString>> interfaces; ///< bridges and network cards; absent: not known
    Bytes hugePages; ///< set aside, used or not
    int numaNodes = 0;
    QString microcode;

    static constexpr auto fields = FieldList{
        field("architecture", &HostHardware::architecture), field("cpu", &HostHardware::cpu),
        field("machines", &HostHardware::machines),         field("emulator", &HostHardware::emulator),
        field("mostVcpus", &HostHardware::mostVcpus),       field("firmwares", &HostHardware::firmwares),
        field("interfaces", &HostHardware::interfaces),     field("hugePagesBytes", &HostHardware::hugePages),
        field("numaNodes", &HostHardware::numaNodes),       field("microcode", &HostHardware::microcode)};
    friend bool operator==(const HostHardware &, const HostHardware &) = default;
};

/// How the VM's CPU is described. Default: QEMU's plainest one, which every host has.
enum class CpuMode { Default, Custom, HostModel, HostPassthrough, Maximum };
constexpr auto wireNames(CpuMode)
{
    return std::array{WireName{CpuMode::Default, "default"}, WireName{CpuMode::Custom, "custom"},
                      WireName{CpuMode::HostModel, "host-model"},
                      WireName{CpuMode::HostPassthrough, "host-passthrough"},
                      WireName{CpuMode::Maximum, "maximum"}};
}

/// Of a running VM: what it really was given.
struct VmCpu {
    CpuMode mode = CpuMode::Default;
    QString model;
    std::vector<QString> added;
    std::vector<QString> removed;

    static constexpr auto fields =
        FieldList{field("mode", &VmCpu::mode), field("model", &VmCpu::model), field("added", &VmCpu::added),
                  field("removed", &VmCpu::removed)};
    friend bool operator==(const VmCpu &, const VmCpu &) = default;
};

/// What ties a VM to its host: a piece of it.
enum class HostDeviceKind {
    Usb,
    Pci,
    Mediated,
    Scsi,
    Vdpa,
    NetworkCard,
    SharedFolder,
    SharedMemory,
    HostFile
};
constexpr auto wireNames(HostDeviceKind)
{
    return std::array{WireName{HostDeviceKind::Usb, "usb"},
                      WireName{HostDeviceKind::Pci, "pci"},
                      WireName{HostDeviceKind::Mediated, "mediated"},
                      WireName{HostDeviceKind::Scsi, "scsi"},
                      WireName{HostDeviceKind::Vdpa, "vdpa"},
                      WireName{HostDeviceKind::NetworkCard, "network-card"},
                      WireName{HostDeviceKind::SharedFolder, "shared-folder"},
                      WireName{HostDeviceKind::SharedMemory, "shared-memory"},
                      WireName{HostDeviceKind::HostFile, "host-file"}};
}

struct HostDevice {
    HostDeviceKind kind = HostDeviceKind::Pci;
    QString name; ///< as the definition calls it: an address, a path, a card

    static constexpr auto fields =
        FieldList{field("kind", &HostDevice::kind), field("name", &HostDevice::name)};
    friend bool operator==(const HostDevice &, const HostDevice &) = default;
};

enum class VmTrait { HardwareAssisted, Tpm, HugePages, FixedTsc, Snapshots, Checkpoints };
constexpr auto wireNames(VmTrait)
{
    return std::array{WireName{VmTrait::HardwareAssisted, "hardware-assisted"},
                      WireName{VmTrait::Tpm, "tpm"},
                      WireName{VmTrait::HugePages, "huge-pages"},
                      WireName{VmTrait::FixedTsc, "fixed-tsc"},
                      WireName{VmTrait::Snapshots, "snapshots"},
                      WireName{VmTrait::Checkpoints, "checkpoints"}};
}

struct VmHardware {
    VmCpu cpu;
    std::vector<VmTrait> traits;
    std::vector<HostDevice> hostDevices;
    QString emulator;
    QString firmware; ///< path of its UEFI code file
    QString nvram; ///< path of its UEFI variables
    QString screenAddress; ///< of the host, that its display insists on; empty: any
    std::optional<int> screenPort; ///< that it insists on
    std::optional<int> highestCpu; ///< of the host's that it is pinned to
    std::optional<int> highestNumaNode; ///< of the host's that its memory must lie on

    [[nodiscard]] bool has(VmTrait trait) const
    {
        for (const VmTrait each : traits) {
            if (each == trait)
                return true;
        }
        return false;
    }

    static constexpr auto fields = FieldList{field("cpu", &VmHardware::cpu),
                                             field("traits", &VmHardware::traits),
                                             field("hostDevices", &VmHardware::hostDevices),
                                             field("emulator", &VmHardware::emulator),
                                             field("firmware", &VmHardware::firmware),
                                             field("nvram", &VmHardware::nvram),
                                             field("screenAddress", &VmHardware::screenAddress),
                                             field("screenPort", &VmHardware::screenPort),
                                             field("highestCpu", &VmHardware::highestCpu),
                                             field("highestNumaNode", &VmHardware::highestNumaNode)};
    friend bool operator==(const VmHardware &, const VmHardware &) = default;
};

/// What a disk is besides a disk.
enum class DiskTrait { ReadOnly, Shareable, Transient, OptionalAtStart };
constexpr auto wireNames(DiskTrait)
{
    return std::array{WireName{DiskTrait::ReadOnly, "read-only"}, WireName{DiskTrait::Shareable, "shareable"},
                      WireName{DiskTrait::Transient, "transient"},
                      WireName{DiskTrait::OptionalAtStart, "optional-at-start"}};
}

} // namespace core::model
