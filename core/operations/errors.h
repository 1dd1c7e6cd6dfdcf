// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/errors.h"

#include <array>

/// Why an operation is not available.
namespace core::operations::errors {

using namespace Qt::StringLiterals;

inline constexpr ErrorCode WrongState{"operation.wrong-state"_L1, "name state"_L1};
inline constexpr ErrorCode IsTemplate{"operation.is-template"_L1, "name"_L1};
inline constexpr ErrorCode HostNotResponding{"operation.host-not-responding"_L1, "host"_L1};
inline constexpr ErrorCode HostDisconnected{"operation.host-disconnected"_L1, "host"_L1};
inline constexpr ErrorCode HostConnecting{"operation.host-connecting"_L1, "host"_L1};
inline constexpr ErrorCode HostConnected{"operation.host-connected"_L1, "host"_L1};
inline constexpr ErrorCode NotEmpty{"operation.not-empty"_L1, "name"_L1};
inline constexpr ErrorCode NameTaken{"operation.name-taken"_L1, "name"_L1};
inline constexpr ErrorCode NameInvalid{"operation.name-invalid"_L1, "name"_L1};
inline constexpr ErrorCode WrongPlace{"operation.wrong-place"_L1, "name"_L1};
inline constexpr ErrorCode OtherDatacenter{"operation.other-datacenter"_L1, "name"_L1};
inline constexpr ErrorCode HostKnown{"operation.host-known"_L1, "host"_L1};
/// Another machine than the known one answers at the address.
inline constexpr ErrorCode OtherHost{"operation.other-host"_L1, "host uri"_L1};
inline constexpr ErrorCode SingleHost{"operation.single-host"_L1};
inline constexpr ErrorCode AlreadyThere{"operation.already-there"_L1, "name host"_L1};
inline constexpr ErrorCode DiskNotSeen{"operation.disk-not-seen"_L1, "name disk path host"_L1};
inline constexpr ErrorCode GuestDidNotFollow{"operation.guest-did-not-follow"_L1, "name seconds"_L1};
/// `most`: that the host can give a VM.
inline constexpr ErrorCode CpuCountInvalid{"operation.cpu-count-invalid"_L1, "most"_L1};
inline constexpr ErrorCode MemoryInvalid{"operation.memory-invalid"_L1};
inline constexpr ErrorCode DiskSizeInvalid{"operation.disk-size-invalid"_L1};
inline constexpr ErrorCode DiskTooLarge{"operation.disk-too-large"_L1, "name capacityBytes"_L1};
inline constexpr ErrorCode DatastoreNotSeen{"operation.datastore-not-seen"_L1, "name host"_L1};
inline constexpr ErrorCode NetworkNotSeen{"operation.network-not-seen"_L1, "name host"_L1};
/// No host of the cluster answers and sees the datastore.
inline constexpr ErrorCode NoHostFits{"operation.no-host-fits"_L1, "name"_L1};
inline constexpr ErrorCode PathOutside{"operation.path-outside"_L1, "path"_L1};
inline constexpr ErrorCode HasSnapshots{"operation.has-snapshots"_L1, "name"_L1};
inline constexpr ErrorCode Interrupted{"operation.interrupted"_L1};
/// Taking a cluster over from nobody.
inline constexpr ErrorCode RuledHere{"operation.ruled-here"_L1, "name"_L1};

inline constexpr ErrorCode HostInMaintenance{"operation.host-in-maintenance"_L1, "host"_L1};
inline constexpr ErrorCode HostNotInMaintenance{"operation.host-not-in-maintenance"_L1, "host"_L1};
inline constexpr ErrorCode NotInCluster{"operation.not-in-cluster"_L1, "name"_L1};
inline constexpr ErrorCode OtherCluster{"operation.other-cluster"_L1, "name other"_L1};
inline constexpr ErrorCode DrsOff{"operation.drs-off"_L1, "cluster"_L1};
inline constexpr ErrorCode ReservationOverLimit{"operation.reservation-over-limit"_L1, "name"_L1};
inline constexpr ErrorCode ReservationOverMemory{"operation.reservation-over-memory"_L1, "name"_L1};
/// `pool`: the pool, cluster or host that has not enough unreserved.
inline constexpr ErrorCode InsufficientCpu{"operation.insufficient-cpu"_L1, "name pool missingMhz"_L1};
inline constexpr ErrorCode InsufficientMemory{"operation.insufficient-memory"_L1,
                                              "name pool missingBytes"_L1};
inline constexpr ErrorCode RuleUnknown{"operation.rule-unknown"_L1, "cluster rule"_L1};
inline constexpr ErrorCode RuleWithoutVms{"operation.rule-without-vms"_L1, "rule"_L1};
inline constexpr ErrorCode RuleWithFewVms{"operation.rule-with-few-vms"_L1, "rule"_L1};
inline constexpr ErrorCode RuleWithoutHosts{"operation.rule-without-hosts"_L1, "rule"_L1};
/// An older one says the contrary.
inline constexpr ErrorCode RuleContradicted{"operation.rule-contradicted"_L1, "rule other"_L1};
/// The recommendation is not one of the last report any more.
inline constexpr ErrorCode RecommendationGone{"operation.recommendation-gone"_L1, "key"_L1};

inline constexpr std::array all{WrongState,
                                IsTemplate,
                                HostNotResponding,
                                HostDisconnected,
                                HostConnecting,
                                HostConnected,
                                NotEmpty,
                                NameTaken,
                                NameInvalid,
                                WrongPlace,
                                OtherDatacenter,
                                HostKnown,
                                OtherHost,
                                SingleHost,
                                AlreadyThere,
                                DiskNotSeen,
                                GuestDidNotFollow,
                                CpuCountInvalid,
                                MemoryInvalid,
                                DiskSizeInvalid,
                                DiskTooLarge,
                                DatastoreNotSeen,
                                NetworkNotSeen,
                                NoHostFits,
                                PathOutside,
                                HasSnapshots,
                                Interrupted,
                                RuledHere,
                                HostInMaintenance,
                                HostNotInMaintenance,
                                NotInCluster,
                                OtherCluster,
                                DrsOff,
                                ReservationOverLimit,
                                ReservationOverMemory,
                                InsufficientCpu,
                                InsufficientMemory,
                                RuleUnknown,
                                RuleWithoutVms,
                                RuleWithFewVms,
                                RuleWithoutHosts,
                                RuleContradicted,
                                RecommendationGone};

} // namespace core::operations::errors
