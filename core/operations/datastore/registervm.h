// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/vmrules.h"

namespace core::operations {

/// Takes a VM into the inventory whose definition lies on a datastore, as a VM has it that was removed from the inventory.
struct RegisterVm {
    static constexpr OperationInfo info{"datastore.register-vm", Privilege::VmInventoryRegister};
    DatastoreId datastore;
    model::ObjectRef parent; ///< a host; or a cluster, whose emptiest host then gets it
    QString path; ///< of the definition, or of the directory that holds `vm.xml`; below the datastore
    std::optional<FolderId> folder; ///< absent: directly under the datacenter
    static constexpr auto fields =
        FieldList{field("datastore", &RegisterVm::datastore), field("parent", &RegisterVm::parent),
                  field("path", &RegisterVm::path), field("folder", &RegisterVm::folder)};
};

[[nodiscard]] Availability availability(const RegisterVm &operation, const model::Inventory &inventory);
[[nodiscard]] Requirements requirements(const RegisterVm &operation, const model::Inventory &inventory);

} // namespace core::operations
