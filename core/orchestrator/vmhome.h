// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/orchestrator/operationcontext.h"

/// A VM's files on its datastore: a directory of its own, which keeps the name that the VM was made with and holds its disks
/// and its definition.
namespace core::orchestrator {

struct VmHome {
    QString directory; ///< "/vmfs/ds1/web-01"; empty: it has none of its own
    QString
        definition; ///< "/vmfs/ds1/web-01/vm.xml"; empty: none of its disks is a file on a known datastore
};

/// Of a VM that is there: where its first disk lies. One whose disks lie directly on the datastore has no directory, and its
/// definition bears its name.
[[nodiscard]] VmHome homeOf(const model::Vm &vm, const model::Inventory &inventory);

/// The files of a host; `base.unreachable` when it does not answer.
[[nodiscard]] Result<std::shared_ptr<hypervisor::HostFiles>> filesOn(const OperationContext &context,
                                                                     HostId host);

/// Removes what is there of the paths, in their order; those that could not be removed, with the last reason.
struct Removal {
    QStringList remaining;
    QString why;
};
[[nodiscard]] Task<Removal> removeFiles(OperationContext context,
                                        std::shared_ptr<hypervisor::HostFiles> files, QStringList paths);

/// Ends when the host has told of the VM; `base.timeout` when it does not.
[[nodiscard]] Task<> awaitVm(OperationContext context, HostId host, VmId vm);

} // namespace core::orchestrator
