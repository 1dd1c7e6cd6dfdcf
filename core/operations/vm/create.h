// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/vmrules.h"

namespace core::operations {

/// A new VM in a directory of its own on a datastore, with its definition beside its disk. Off, unless asked otherwise.
struct CreateVm {
    static constexpr OperationInfo info{"vm.create", Privilege::VmInventoryCreate};
    static constexpr Bytes usualMemory = Bytes(qint64(1) << 30);
    static constexpr Bytes usualDisk = Bytes(qint64(16) << 30);

    model::ObjectRef parent; ///< a host; or a cluster, whose emptiest host then gets it
    QString name;
    DatastoreId datastore; ///< of its files
    std::optional<int> cpuCount; ///< absent: 1
    std::optional<Bytes> memory; ///< absent: usualMemory
    std::optional<Bytes> disk; ///< of its disk, which is thin; 0: it has none; absent: usualDisk
    std::optional<NetworkId> network; ///< absent: it has no network adapter
    std::optional<QString> cdrom; ///< whole path of an image on the host; absent: the drive is empty
    std::optional<QString> guestOs; ///< as people call it
    bool uefi = false;
    std::optional<FolderId> folder; ///< absent: directly under the datacenter
    std::optional<QString> notes;
    bool powerOn = false;
    static constexpr auto fields =
        FieldList{field("parent", &CreateVm::parent),       field("name", &CreateVm::name),
                  field("datastore", &CreateVm::datastore), field("cpuCount", &CreateVm::cpuCount),
                  field("memoryBytes", &CreateVm::memory),  field("diskBytes", &CreateVm::disk),
                  field("network", &CreateVm::network),     field("cdrom", &CreateVm::cdrom),
                  field("guestOs", &CreateVm::guestOs),     field("uefi", &CreateVm::uefi),
                  field("folder", &CreateVm::folder),       field("notes", &CreateVm::notes),
                  field("powerOn", &CreateVm::powerOn)};
};

[[nodiscard]] Availability availability(const CreateVm &operation, const model::Inventory &inventory);

/// To make it where it goes, to fill the datastore and to join the network.
[[nodiscard]] Requirements requirements(const CreateVm &operation, const model::Inventory &inventory);

} // namespace core::operations
