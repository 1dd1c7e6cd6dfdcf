// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/sentences.h"
#include "core/text/text.h"

#include <QCoreApplication>

#include <array>
#include <vector>

/// What a migration's steps and errors are in words.
using namespace Qt::StringLiterals;

namespace core::text {

namespace {

constexpr std::array steps{
    Sentence{"migration.host-validated", "host", QT_TRANSLATE_NOOP("Text", "Host “%1” validated")},
    Sentence{"migration.memory-copied", "pass network",
             QT_TRANSLATE_NOOP("Text", "Memory pre-copied, pass %1, over network %2")},
    Sentence{"migration.memory-copied", "network",
             QT_TRANSLATE_NOOP("Text", "Memory pre-copied over network %1")},
    Sentence{"migration.frozen", "host", QT_TRANSLATE_NOOP("Text", "Frozen on “%1”")},
    Sentence{"migration.resumed", "host downtimeMs",
             QT_TRANSLATE_NOOP("Text", "Resumed on “%1” after an interruption of %2 ms")},
    Sentence{"migration.resumed", "host", QT_TRANSLATE_NOOP("Text", "Resumed on “%1”")},
    Sentence{"migration.source-cleaned", "host", QT_TRANSLATE_NOOP("Text", "Source “%1” cleaned up")},
    Sentence{"migration.files-copied", "datastore",
             QT_TRANSLATE_NOOP("Text", "Files copied to datastore “%1”")},
    Sentence{"migration.files-copied", "", QT_TRANSLATE_NOOP("Text", "Files copied to the chosen datastore")},
    Sentence{"migration.datastore-validated", "datastore",
             QT_TRANSLATE_NOOP("Text", "Datastore “%1” validated")},
    Sentence{"migration.datastore-validated", "", QT_TRANSLATE_NOOP("Text", "Datastore validated")},
    Sentence{"migration.disks-mirrored", "datastore",
             QT_TRANSLATE_NOOP("Text", "Disks copied to datastore “%1” while the guest's writes go to both")},
    Sentence{"migration.disks-mirrored", "",
             QT_TRANSLATE_NOOP("Text", "Disks copied while the guest's writes go to both")},
    Sentence{"migration.disks-switched", "durationMs",
             QT_TRANSLATE_NOOP("Text", "Switched over to the copies in %1 ms")},
    Sentence{"migration.disks-switched", "", QT_TRANSLATE_NOOP("Text", "Switched over to the copies")},
    Sentence{"migration.registered", "host", QT_TRANSLATE_NOOP("Text", "Registered on host “%1”")},
    Sentence{"migration.files-deleted/kept", "",
             QT_TRANSLATE_NOOP("Text",
                               "Files deleted from the source datastore; the firmware's memory and the TPM "
                               "stay there until it is powered off")},
    Sentence{"migration.files-deleted", "datastore",
             QT_TRANSLATE_NOOP("Text", "Files deleted from datastore “%1”")},
    Sentence{"maintenance.running-moved", "count",
             QT_TRANSLATE_NOOP("Text", "Running virtual machines moved: %1")},
    Sentence{"maintenance.running-moved", "",
             QT_TRANSLATE_NOOP("Text", "Running virtual machines moved to other hosts")},
    Sentence{"maintenance.stopped-moved", "",
             QT_TRANSLATE_NOOP("Text", "Virtual machines that are powered off moved to other hosts")},
    Sentence{"drs.moved", "name host", QT_TRANSLATE_NOOP("Text", "“%1” moved to “%2”")},
    Sentence{"migration.files-deleted", "",
             QT_TRANSLATE_NOOP("Text", "Files deleted from the source datastore")},
};

constexpr std::array errors{
    Sentence{"hypervisor.no-space", "path",
             QT_TRANSLATE_NOOP("Text",
                               "The datastore has no room left for “%1”. Make room, or choose another one.")},
    Sentence{"operation.already-there", "name host",
             QT_TRANSLATE_NOOP("Text", "“%1” is on host “%2” already. Choose another host.")},
    Sentence{"operation.disk-not-seen", "name disk host",
             QT_TRANSLATE_NOOP("Text",
                               "Host “%3” does not see the disk %2 of “%1”. Choose a host that has its "
                               "datastore.")},
    Sentence{"migration.failed", "vm source destination",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” could not be migrated to “%3”. It is still on “%2”, as it was. The "
                               "reason is under Details.")},
    Sentence{"migration.host-lost", "vm source destination host",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” is still on “%2”: “%4” was lost while it migrated to “%3”. Check that "
                               "host and its network, then try again.")},
    Sentence{"migration.not-converging", "vm source dirtiedBytes copiedBytes",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” is still on “%2”: its guest writes %3 of memory in a second and the "
                               "network carried %4. Migrate it when it has less to do, allow a longer "
                               "interruption, or power it off first.")},
    Sentence{"migration.stalled", "vm source destination network seconds",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” is still on “%2”: for %5 seconds nothing reached “%3” over network %4. "
                               "Check that network, then try again.")},
    Sentence{"migration.source-silent", "vm source destination",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” runs on “%3” now, but “%2” does not answer. What it still keeps of the "
                               "virtual machine could not be removed.")},
    Sentence{"migration.source-not-cleaned", "vm source destination",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” runs on “%3” now, but its definition could not be removed from “%2”. "
                               "Remove it there; do not start it there.")},
    Sentence{
        "migration.registered-twice", "vm source destination",
        QT_TRANSLATE_NOOP("Text",
                          "“%1” is registered on “%3” now and still on “%2” too. Remove it from “%2”, and "
                          "start it there no more.")},
    Sentence{"migration.vm-ended", "vm host",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” was powered off or crashed while it migrated. It is on “%2”, powered "
                               "off.")},
    Sentence{"migration.vm-gone", "vm source destination",
             QT_TRANSLATE_NOOP("Text",
                               "Neither “%2” nor “%3” has “%1” any more. Register it again from its files.")},
    Sentence{"migration.runs-twice", "vm source destination",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” runs on “%2” and on “%3” at the same time. Power off one of the two at "
                               "once, before both damage its disks.")},
    Sentence{"migration.outcome-unknown", "vm source destination host",
             QT_TRANSLATE_NOOP("Text",
                               "Whether “%1” is on “%2” or on “%3” is not known: “%4” does not tell. It "
                               "will show when that host answers again.")},
    Sentence{
        "migration.copy-failed", "vm source datastore",
        QT_TRANSLATE_NOOP("Text",
                          "The files of “%1” could not be copied to datastore “%3”. It is still on “%2”, "
                          "as it was. The reason is under Details.")},
    Sentence{"migration.no-room", "vm source datastore",
             QT_TRANSLATE_NOOP("Text",
                               "Datastore “%3” ran full before the files of “%1” were copied. It is still on "
                               "“%2”, as it was. Make room, or choose another datastore.")},
    Sentence{
        "migration.copy-differs", "path",
        QT_TRANSLATE_NOOP("Text",
                          "The copy “%1” is not what was read, and was removed. The virtual machine is as "
                          "it was. Check the datastore before you try again.")},
    Sentence{
        "migration.disk-builds-on", "disk path",
        QT_TRANSLATE_NOOP("Text",
                          "The disk %1 builds upon “%2”, which would stay behind. Choose a datastore that "
                          "both hosts see, or make the disk whole first.")},
    Sentence{
        "migration.disk-used-by-other", "vm other",
        QT_TRANSLATE_NOOP("Text", "“%2” uses a disk of “%1” too, so it cannot move to another datastore.")},
    Sentence{
        "migration.files-left", "vm source host paths",
        QT_TRANSLATE_NOOP("Text",
                          "“%1” is still on “%2”, as it was. What was copied could not be removed from “%3”: "
                          "%4. Remove it there.")},
    Sentence{"migration.source-files-left", "vm source destination paths",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” has moved to “%3”, but files of it could not be removed from “%2”: %4. "
                               "Remove them there.")},
    Sentence{"migration.half-switched", "vm source disks",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” goes on, on “%2”: its disks %3 are on the other datastore by now, the "
                               "others are not. Migrate it again.")},
};

} // namespace

std::span<const Sentence> stepSentences()
{
    return steps;
}

/// Those of a migration at work, and all others.
std::span<const Sentence> errorSentences()
{
    static const std::vector<Sentence> all = [] {
        const auto general = generalErrorSentences();
        std::vector<Sentence> rows(general.begin(), general.end());
        rows.insert(rows.end(), errors.begin(), errors.end());
        const auto server = serverErrorSentences();
        rows.insert(rows.end(), server.begin(), server.end());
        const auto lifecycle = lifecycleSentences();
        rows.insert(rows.end(), lifecycle.begin(), lifecycle.end());
        return rows;
    }();
    return all;
}

QString step(const model::TaskStep &step)
{
    const bool isKept = step.parameters.contains(u"kept"_s); // a part of the files, until it is powered off
    const QString code = isKept ? QString(step.code + u"/kept"_s) : step.code;
    const Sentence *row = findSentence(steps, code, step.parameters);
    return row != nullptr ? render(*row, step.parameters) : step.code;
}

QString migrationPriority(model::MigrationPriority priority)
{
    switch (priority) {
    case model::MigrationPriority::High: return say(QT_TRANSLATE_NOOP("Text", "High"));
    case model::MigrationPriority::Normal: return say(QT_TRANSLATE_NOOP("Text", "Normal"));
    case model::MigrationPriority::Low: return say(QT_TRANSLATE_NOOP("Text", "Low"));
    }
    Q_UNREACHABLE();
}

QString state(model::StepState state)
{
    switch (state) {
    case model::StepState::Waiting: return say(QT_TRANSLATE_NOOP("Text", "waiting"));
    case model::StepState::Running: return say(QT_TRANSLATE_NOOP("Text", "in progress"));
    case model::StepState::Done: return say(QT_TRANSLATE_NOOP("Text", "done"));
    case model::StepState::Failed: return say(QT_TRANSLATE_NOOP("Text", "failed"));
    case model::StepState::NotRequested: return say(QT_TRANSLATE_NOOP("Text", "not requested"));
    }
    Q_UNREACHABLE();
}

} // namespace core::text
