// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"
#include "core/model/migration.h"

#include <QHash>
#include <QSet>

/// Which files of a VM go where when it changes its datastore. Pure: what lies on the datastores is handed in.
namespace core::orchestrator {

/// One file of a VM.
struct FileMove {
    QString disk; ///< its target ("vda"); empty: the firmware's memory (NVRAM)
    QString from;
    QString to;
    QString format; ///< that it has afterwards
    bool converts = false; ///< it has another one now
    Bytes capacity; ///< of a disk
    DatastoreId source; ///< null: on none
    DatastoreId target;

    static constexpr auto fields = FieldList{field("disk", &FileMove::disk),
                                             field("from", &FileMove::from),
                                             field("to", &FileMove::to),
                                             field("format", &FileMove::format),
                                             field("converts", &FileMove::converts),
                                             field("capacityBytes", &FileMove::capacity),
                                             field("source", &FileMove::source),
                                             field("target", &FileMove::target)};
    friend bool operator==(const FileMove &, const FileMove &) = default;
};

/// Written down with the task before anything is done, so that whoever carries it on knows what to finish or to undo.
struct FilePlan {
    std::vector<FileMove> files;
    std::vector<QString> made; ///< directories that are not there yet
    std::vector<QString> left; ///< directories out of which the VM's last disk goes

    [[nodiscard]] bool isEmpty() const { return files.empty(); }

    static constexpr auto fields = FieldList{field("files", &FilePlan::files), field("made", &FilePlan::made),
                                             field("left", &FilePlan::left)};
    friend bool operator==(const FilePlan &, const FilePlan &) = default;
};

/// The datastores that disks go to.
[[nodiscard]] std::vector<DatastoreId> targetsOf(const model::MigrationRequest &request, const model::Vm &vm);

/// `taken`: the names at the root of each of these. A VM's files stay together in a directory of its home's name, or of
/// the next one that is free ("web-1"); its firmware's memory goes along when it is off and could not be reached otherwise.
[[nodiscard]] FilePlan planFiles(const model::MigrationRequest &request, const model::Vm &vm,
                                 const model::Inventory &inventory,
                                 const QHash<DatastoreId, QSet<QString>> &taken);

/// The name of another VM that uses one of the files that move, which can then not be taken away; empty: none does.
[[nodiscard]] QString otherUserOf(const FilePlan &plan, const model::Vm &vm,
                                  const model::Inventory &inventory);

} // namespace core::orchestrator
