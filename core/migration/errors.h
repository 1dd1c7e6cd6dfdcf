// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <array>

/// What can speak against a migration. `vm`, `host`, `datastore`, `network`, `cluster` are names of objects.
namespace core::migration::errors {

using namespace Qt::StringLiterals;

// The request and the VM's state
inline constexpr ErrorCode NothingToDo{"migration.nothing-to-do"_L1, "vm host"_L1};
inline constexpr ErrorCode DisksAlreadyThere{"migration.disks-already-there"_L1, "vm"_L1};
inline constexpr ErrorCode NoDestination{"migration.no-destination"_L1, "vm"_L1};
inline constexpr ErrorCode StateUnknown{"migration.state-unknown"_L1, "vm host"_L1};
inline constexpr ErrorCode Suspended{"migration.suspended"_L1, "vm"_L1};
inline constexpr ErrorCode RunningButCold{"migration.running-but-cold"_L1, "vm"_L1};
inline constexpr ErrorCode OffButLive{"migration.off-but-live"_L1, "vm"_L1};
inline constexpr ErrorCode NotPersistent{"migration.not-persistent"_L1, "vm"_L1};
inline constexpr ErrorCode DiskUnknown{"migration.disk-unknown"_L1, "vm disk"_L1};

// The destination
inline constexpr ErrorCode HostNotReady{"migration.host-not-ready"_L1, "host"_L1};
inline constexpr ErrorCode SourceNotReady{"migration.source-not-ready"_L1, "host"_L1};
inline constexpr ErrorCode OtherHypervisor{"migration.other-hypervisor"_L1,
                                           "vm host source hypervisor sourceHypervisor"_L1};
inline constexpr ErrorCode HostNotRead{"migration.host-not-read"_L1, "host"_L1};
inline constexpr ErrorCode OlderHypervisor{"migration.older-hypervisor"_L1,
                                           "host source hypervisor sourceHypervisor"_L1};
inline constexpr ErrorCode NoHardwareAssist{"migration.no-hardware-assist"_L1, "vm host"_L1};
inline constexpr ErrorCode OtherArchitecture{"migration.other-architecture"_L1,
                                             "vm host architecture hostArchitecture"_L1};
inline constexpr ErrorCode MachineMissing{"migration.machine-missing"_L1, "vm host machine"_L1};
inline constexpr ErrorCode EmulatorMissing{"migration.emulator-missing"_L1, "vm host path"_L1};
inline constexpr ErrorCode NameTaken{"migration.name-taken"_L1, "vm host"_L1};

// CPU and memory
inline constexpr ErrorCode CpuIncompatible{"migration.cpu-incompatible"_L1, "vm host features"_L1};
inline constexpr ErrorCode CpuNotJudged{"migration.cpu-not-judged"_L1, "vm host model"_L1};
inline constexpr ErrorCode CpuOfOneHost{"migration.cpu-of-one-host"_L1, "vm host"_L1};
inline constexpr ErrorCode CpuOfSameHost{"migration.cpu-of-same-host"_L1, "vm host"_L1};
inline constexpr ErrorCode TscNotFixed{"migration.tsc-not-fixed"_L1, "vm"_L1};
inline constexpr ErrorCode EvcExceeded{"migration.evc-exceeded"_L1, "vm cluster level features"_L1};
inline constexpr ErrorCode TooManyCpus{"migration.too-many-cpus"_L1, "vm host count limit"_L1};
inline constexpr ErrorCode MoreCpusThanHost{"migration.more-cpus-than-host"_L1, "vm host count limit"_L1};
inline constexpr ErrorCode MemoryTooSmall{"migration.memory-too-small"_L1,
                                          "vm host neededBytes totalBytes"_L1};
inline constexpr ErrorCode MemoryOvercommitted{"migration.memory-overcommitted"_L1,
                                               "vm host neededBytes freeBytes"_L1};
inline constexpr ErrorCode HugePagesMissing{"migration.huge-pages-missing"_L1,
                                            "vm host neededBytes totalBytes"_L1};
inline constexpr ErrorCode PinnedCpuMissing{"migration.pinned-cpu-missing"_L1, "vm host cpu count"_L1};
inline constexpr ErrorCode NumaNodeMissing{"migration.numa-node-missing"_L1, "vm host node count"_L1};

// Devices, firmware, snapshots
inline constexpr ErrorCode HostDeviceAttached{"migration.host-device"_L1, "vm kind device"_L1};
inline constexpr ErrorCode MediaMissing{"migration.media-missing"_L1, "vm host disk path"_L1};
inline constexpr ErrorCode MediaDropped{"migration.media-dropped"_L1, "vm host disk path"_L1};
inline constexpr ErrorCode FirmwareMissing{"migration.firmware-missing"_L1, "vm host path"_L1};
inline constexpr ErrorCode NvramStays{"migration.nvram-stays"_L1, "vm host path"_L1};
inline constexpr ErrorCode TpmStays{"migration.tpm-stays"_L1, "vm"_L1};
inline constexpr ErrorCode HasSnapshots{"migration.has-snapshots"_L1, "vm"_L1};
inline constexpr ErrorCode CheckpointsLost{"migration.checkpoints-lost"_L1, "vm"_L1};
inline constexpr ErrorCode ScreenAddress{"migration.screen-address"_L1, "vm host address"_L1};
inline constexpr ErrorCode ScreenPortTaken{"migration.screen-port-taken"_L1, "vm host port other"_L1};

// Storage and networks
inline constexpr ErrorCode DatastoreNotSeen{"migration.datastore-not-seen"_L1, "vm host datastore disk"_L1};
inline constexpr ErrorCode TargetNotSeen{"migration.target-not-seen"_L1, "host datastore"_L1};
inline constexpr ErrorCode DatastoreUnusable{"migration.datastore-unusable"_L1, "datastore"_L1};
inline constexpr ErrorCode OutsideDatastores{"migration.outside-datastores"_L1, "vm host disk path"_L1};
inline constexpr ErrorCode SpaceMissing{"migration.space-missing"_L1,
                                        "vm datastore neededBytes freeBytes"_L1};
inline constexpr ErrorCode SpaceTight{"migration.space-tight"_L1, "vm datastore neededBytes freeBytes"_L1};
inline constexpr ErrorCode FormatUnknown{"migration.format-unknown"_L1, "disk format"_L1};
inline constexpr ErrorCode DiskTransient{"migration.disk-transient"_L1, "vm disk"_L1};
inline constexpr ErrorCode DiskNotCopied{"migration.disk-not-copied"_L1, "vm disk"_L1};
inline constexpr ErrorCode DiskCached{"migration.disk-cached"_L1, "vm disk cache"_L1};
inline constexpr ErrorCode NetworkMissing{"migration.network-missing"_L1, "vm host network"_L1};
inline constexpr ErrorCode NetworkStopped{"migration.network-stopped"_L1, "vm host network"_L1};
inline constexpr ErrorCode NetworkNotKnown{"migration.network-not-known"_L1, "vm host network"_L1};

// EVC
inline constexpr ErrorCode LevelUnknown{"evc.level-unknown"_L1, "level"_L1};
inline constexpr ErrorCode MixedVendors{"evc.mixed-vendors"_L1, "cluster vendors"_L1};
inline constexpr ErrorCode HostLacksLevel{"evc.host-lacks-level"_L1, "host level features"_L1};
inline constexpr ErrorCode HostNotRun{"evc.host-not-run"_L1, "host level"_L1};
inline constexpr ErrorCode HostNotKnown{"evc.host-not-known"_L1, "host"_L1};
inline constexpr ErrorCode VmExceedsLevel{"evc.vm-exceeds-level"_L1, "vm host level features"_L1};
inline constexpr ErrorCode VmCpuOfHost{"evc.vm-cpu-of-host"_L1, "vm host"_L1};
inline constexpr ErrorCode NoHosts{"evc.no-hosts"_L1, "cluster"_L1};

inline constexpr std::array all{NothingToDo,         DisksAlreadyThere, NoDestination,    StateUnknown,
                                Suspended,           RunningButCold,    OffButLive,       NotPersistent,
                                DiskUnknown,         HostNotReady,      SourceNotReady,   OtherHypervisor,
                                HostNotRead,         OlderHypervisor,   NoHardwareAssist, OtherArchitecture,
                                MachineMissing,      EmulatorMissing,   NameTaken,        CpuIncompatible,
                                CpuNotJudged,        CpuOfOneHost,      CpuOfSameHost,    TscNotFixed,
                                EvcExceeded,         TooManyCpus,       MoreCpusThanHost, MemoryTooSmall,
                                MemoryOvercommitted, HugePagesMissing,  PinnedCpuMissing, NumaNodeMissing,
                                HostDeviceAttached,  MediaMissing,      MediaDropped,     FirmwareMissing,
                                NvramStays,          TpmStays,          HasSnapshots,     CheckpointsLost,
                                ScreenAddress,       ScreenPortTaken,   DatastoreNotSeen, TargetNotSeen,
                                DatastoreUnusable,   OutsideDatastores, SpaceMissing,     SpaceTight,
                                FormatUnknown,       DiskTransient,     DiskNotCopied,    DiskCached,
                                NetworkMissing,      NetworkStopped,    NetworkNotKnown,  LevelUnknown,
                                MixedVendors,        HostLacksLevel,    HostNotRun,       HostNotKnown,
                                VmExceedsLevel,      VmCpuOfHost,       NoHosts};

} // namespace core::migration::errors
