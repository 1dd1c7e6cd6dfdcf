// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/hypervisor.h"
#include "core/orchestrator/migration/fileplan.h"
#include "core/orchestrator/operationcontext.h"

#include <functional>

namespace core::orchestrator {

/// Carries out a FilePlan: copies and verifies, takes back what it began, removes what was left. Lives in the frame of the
/// coroutine that runs it. Every step may be done again.
class FileCourier
{
public:
    /// Bytes of all files, and how many of them are behind us.
    using Progress = std::function<void(Bytes total, Bytes done)>;

    FileCourier(OperationContext context, HostId from, HostId to, Progress progress);
    FileCourier(const FileCourier &) = delete;
    FileCourier &operator=(const FileCourier &) = delete;

    /// What lies at the roots of the datastores, as the destination sees them.
    [[nodiscard]] Task<QHash<DatastoreId, QSet<QString>>> namesOn(std::vector<DatastoreId> datastores);

    /// Makes the directories of the plan. Where it fails nothing was made: `base.conflict` when something is there already in
    /// the place of a directory or a copy.
    [[nodiscard]] Task<> prepare(FilePlan plan);
    /// The same for a plan that was begun already: what is there is ours.
    [[nodiscard]] Task<> prepareAgain(FilePlan plan);
    /// Empty disks for a hypervisor that copies into them, as large as the ones that they become.
    [[nodiscard]] Task<> makeDisks(FilePlan plan);
    /// The files themselves, each verified; `base.cancelled` when that was asked for.
    [[nodiscard]] Task<> copyFiles(FilePlan plan);
    /// What was made is gone again. What a host still writes is waited for. The paths that are left, empty: none.
    [[nodiscard]] Task<std::vector<QString>> takeBack(FilePlan plan);
    /// The files that moved, where they were, and what was left of the VM's directory. The paths that are left, empty: none.
    [[nodiscard]] Task<std::vector<QString>> removeSources(FilePlan plan);

private:
    using Files = std::shared_ptr<hypervisor::HostFiles>;

    [[nodiscard]] Result<Files> filesOn(HostId host) const;
    [[nodiscard]] bool sees(HostId host, DatastoreId datastore) const;
    [[nodiscard]] Task<> checkFree(FilePlan plan);
    [[nodiscard]] Task<> makeDirectory(QString path);
    [[nodiscard]] Task<> copyFile(FileMove file);
    [[nodiscard]] Task<> clone(HostId host, FileMove file);
    [[nodiscard]] Task<> carry(FileMove file, QString to);
    [[nodiscard]] Task<> verify(FileMove file);
    [[nodiscard]] Task<bool> remove(HostId host, QString path, Monotonic giveUp);
    void show(Bytes ofFile);
    static Task<> showSize(FileCourier *self, Files files, QString path);
    static Task<> showDone(FileCourier *self, std::shared_ptr<hypervisor::Transfer> transfer);

    OperationContext m_context;
    HostId m_from;
    HostId m_to;
    Progress m_progress;
    Bytes m_total;
    Bytes m_behind; ///< of the files that are done
};

} // namespace core::orchestrator
