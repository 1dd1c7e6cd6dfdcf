// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/sentences.h"

#include <QCoreApplication>

#include <array>

/// Why a VM cannot be made, changed or removed.
namespace core::text {

namespace {

constexpr std::array table{
    Sentence{"operation.cpu-count-invalid", "most",
             QT_TRANSLATE_NOOP("Text", "A virtual machine has from 1 to %1 virtual CPUs on this host.")},
    Sentence{"operation.memory-invalid", "",
             QT_TRANSLATE_NOOP("Text", "The memory is a whole number of MiB, from 1 MiB to 64 TiB.")},
    Sentence{
        "operation.disk-size-invalid", "",
        QT_TRANSLATE_NOOP("Text", "A disk has at least 1 MiB, and a whole number of sectors of 512 bytes.")},
    Sentence{"operation.disk-too-large", "name capacityBytes",
             QT_TRANSLATE_NOOP("Text",
                               "The disk is larger than the datastore “%1”, which holds %2. Choose a smaller "
                               "disk or another datastore.")},
    Sentence{"operation.datastore-not-seen", "name host",
             QT_TRANSLATE_NOOP("Text",
                               "Host “%2” cannot use the datastore “%1” now. Choose another datastore or "
                               "another host.")},
    Sentence{
        "operation.network-not-seen", "name host",
        QT_TRANSLATE_NOOP("Text", "Host “%2” has no network “%1”. Choose another network or another host.")},
    Sentence{"operation.no-host-fits", "name",
             QT_TRANSLATE_NOOP("Text",
                               "No host of “%1” that is connected sees this datastore. Choose another "
                               "datastore, or connect a host.")},
    Sentence{"operation.path-outside", "path",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” is no path below the datastore. It begins with the name of a directory, "
                               "without “/” and without “..”.")},
    Sentence{"operation.has-snapshots", "name",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” has snapshots, whose files would be left behind. Delete the snapshots "
                               "first.")},
    Sentence{"vm.directory-taken", "path",
             QT_TRANSLATE_NOOP("Text",
                               "There is a directory %1 on the datastore already. Choose another name, or "
                               "remove the directory.")},
    Sentence{"vm.not-created", "name",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” was not created, and nothing of it is left. The reason is under "
                               "Details.")},
    Sentence{"vm.not-created-remains", "name path",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” was not created, and some of its files could not be removed from %2. "
                               "The reason is under Details.")},
    Sentence{"vm.files-remain", "name paths",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” is deleted, but these files could not be: %2. Delete them on the "
                               "datastore.")},
    Sentence{"vm.no-definition", "path",
             QT_TRANSLATE_NOOP("Text",
                               "There is no definition of a virtual machine at %1. It is called vm.xml in "
                               "the directory of the machine.")},
};

} // namespace

std::span<const Sentence> lifecycleSentences()
{
    return table;
}

} // namespace core::text
