// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

/// What operations that make, change and remove VMs have in common.
namespace core::operations {

inline constexpr int mostCpus = 4096; ///< where the host does not say how many it can give
inline constexpr Bytes leastMemory = Bytes(qint64(1) << 20);
inline constexpr Bytes mostMemory = Bytes(qint64(64) << 40);
inline constexpr Bytes leastDisk = Bytes(qint64(1) << 20);

/// Whole MiB, and not more than any host has.
[[nodiscard]] Availability memoryIsValid(Bytes memory);
/// At least one, and not more than the host can give a VM.
[[nodiscard]] Availability cpuCountIsValid(int count, HostId host, const model::Inventory &inventory);
/// The host sees the datastore, which is accessible and not smaller than a disk of that size.
[[nodiscard]] Availability hasRoomFor(Bytes disk, DatastoreId datastore, HostId host,
                                      const model::Inventory &inventory);
/// The host knows the network.
[[nodiscard]] Availability knowsNetwork(NetworkId network, HostId host, const model::Inventory &inventory);

/// Where a new VM goes: the host itself; of a cluster the one that answers, sees the datastore (null: any) and has the
/// most memory that no VM is configured with. An error says why there is none.
[[nodiscard]] Result<HostId> hostFor(const model::ObjectRef &parent, DatastoreId datastore,
                                     const model::Inventory &inventory);

/// The files of a VM that go with it when it is deleted: images of its disks, except those that are read-only or
/// shareable or that another VM has too.
[[nodiscard]] std::vector<QString> ownFiles(const model::Vm &vm, const model::Inventory &inventory);

} // namespace core::operations
