// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/sentences.h"
#include "core/text/text.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace core::text {

namespace {

constexpr std::array operations{
    Sentence{"alarm.acknowledge", "", QT_TRANSLATE_NOOP("Text", "Acknowledge")},
    Sentence{"alarm.reset", "", QT_TRANSLATE_NOOP("Text", "Reset to Green")},
    Sentence{"alarm-definition.create", "", QT_TRANSLATE_NOOP("Text", "New Alarm")},
    Sentence{"alarm-definition.delete", "", QT_TRANSLATE_NOOP("Text", "Delete")},
    Sentence{"alarm-definition.set", "", QT_TRANSLATE_NOOP("Text", "Edit Alarm")},
    Sentence{"cluster.add-rule", "", QT_TRANSLATE_NOOP("Text", "New DRS Rule")},
    Sentence{"cluster.create", "", QT_TRANSLATE_NOOP("Text", "New Cluster")},
    Sentence{"cluster.delete", "", QT_TRANSLATE_NOOP("Text", "Delete")},
    Sentence{"cluster.delete-rule", "", QT_TRANSLATE_NOOP("Text", "Delete DRS Rule")},
    Sentence{"cluster.drs-apply", "", QT_TRANSLATE_NOOP("Text", "Apply Recommendations")},
    Sentence{"cluster.drs-run", "", QT_TRANSLATE_NOOP("Text", "Run DRS")},
    Sentence{"cluster.rename", "", QT_TRANSLATE_NOOP("Text", "Rename")},
    Sentence{"cluster.set-drs", "", QT_TRANSLATE_NOOP("Text", "Edit DRS Settings")},
    Sentence{"cluster.set-evc", "", QT_TRANSLATE_NOOP("Text", "Change EVC Mode")},
    Sentence{"cluster.take-over", "", QT_TRANSLATE_NOOP("Text", "Take Over Cluster")},
    Sentence{"cluster.set-rule", "", QT_TRANSLATE_NOOP("Text", "Edit DRS Rule")},
    Sentence{"datacenter.create", "", QT_TRANSLATE_NOOP("Text", "New Datacenter")},
    Sentence{"datacenter.delete", "", QT_TRANSLATE_NOOP("Text", "Delete")},
    Sentence{"datacenter.rename", "", QT_TRANSLATE_NOOP("Text", "Rename")},
    Sentence{"folder.create", "", QT_TRANSLATE_NOOP("Text", "New Folder")},
    Sentence{"folder.delete", "", QT_TRANSLATE_NOOP("Text", "Delete")},
    Sentence{"folder.rename", "", QT_TRANSLATE_NOOP("Text", "Rename")},
    Sentence{"group.create", "", QT_TRANSLATE_NOOP("Text", "New Group")},
    Sentence{"group.delete", "", QT_TRANSLATE_NOOP("Text", "Delete")},
    Sentence{"group.set", "", QT_TRANSLATE_NOOP("Text", "Edit Group")},
    Sentence{"host.add", "", QT_TRANSLATE_NOOP("Text", "Add Host")},
    Sentence{"host.check", "", QT_TRANSLATE_NOOP("Text", "Check Host")},
    Sentence{"host.delete", "", QT_TRANSLATE_NOOP("Text", "Remove from Inventory")},
    Sentence{"host.disconnect", "", QT_TRANSLATE_NOOP("Text", "Disconnect")},
    Sentence{"host.prepare", "", QT_TRANSLATE_NOOP("Text", "Prepare Host")},
    Sentence{"host.enter-maintenance", "", QT_TRANSLATE_NOOP("Text", "Enter Maintenance Mode")},
    Sentence{"host.exit-maintenance", "", QT_TRANSLATE_NOOP("Text", "Exit Maintenance Mode")},
    Sentence{"host.reconnect", "", QT_TRANSLATE_NOOP("Text", "Reconnect")},
    Sentence{"notification.set", "", QT_TRANSLATE_NOOP("Text", "Change Notification Settings")},
    Sentence{"notification.test", "", QT_TRANSLATE_NOOP("Text", "Send a Test Message")},
    Sentence{"permission.create", "", QT_TRANSLATE_NOOP("Text", "Add Permission")},
    Sentence{"permission.delete", "", QT_TRANSLATE_NOOP("Text", "Remove Permission")},
    Sentence{"permission.set", "", QT_TRANSLATE_NOOP("Text", "Change Role")},
    Sentence{"pool.create", "", QT_TRANSLATE_NOOP("Text", "New Resource Pool")},
    Sentence{"pool.delete", "", QT_TRANSLATE_NOOP("Text", "Delete")},
    Sentence{"pool.rename", "", QT_TRANSLATE_NOOP("Text", "Rename")},
    Sentence{"pool.set", "", QT_TRANSLATE_NOOP("Text", "Edit Resource Pool")},
    Sentence{"role.create", "", QT_TRANSLATE_NOOP("Text", "New Role")},
    Sentence{"role.delete", "", QT_TRANSLATE_NOOP("Text", "Delete")},
    Sentence{"role.set", "", QT_TRANSLATE_NOOP("Text", "Edit Role")},
    Sentence{"user.create", "", QT_TRANSLATE_NOOP("Text", "New User")},
    Sentence{"user.delete", "", QT_TRANSLATE_NOOP("Text", "Delete")},
    Sentence{"user.set", "", QT_TRANSLATE_NOOP("Text", "Edit User")},
    Sentence{"user.set-password", "", QT_TRANSLATE_NOOP("Text", "Set Password")},
    Sentence{"vm.create", "", QT_TRANSLATE_NOOP("Text", "New Virtual Machine")},
    Sentence{"vm.delete", "", QT_TRANSLATE_NOOP("Text", "Delete from Disk")},
    Sentence{"datastore.register-vm", "", QT_TRANSLATE_NOOP("Text", "Register Virtual Machine")},
    Sentence{"vm.set", "", QT_TRANSLATE_NOOP("Text", "Edit Settings")},
    Sentence{"vm.unregister", "", QT_TRANSLATE_NOOP("Text", "Remove from Inventory")},
    Sentence{"vm.migrate", "", QT_TRANSLATE_NOOP("Text", "Migrate")},
    Sentence{"vm.move", "", QT_TRANSLATE_NOOP("Text", "Move To")},
    Sentence{"vm.move-to-pool", "", QT_TRANSLATE_NOOP("Text", "Move to Resource Pool")},
    Sentence{"vm.power-off", "", QT_TRANSLATE_NOOP("Text", "Power Off")},
    Sentence{"vm.power-on", "", QT_TRANSLATE_NOOP("Text", "Power On")},
    Sentence{"vm.reboot", "", QT_TRANSLATE_NOOP("Text", "Restart Guest")},
    Sentence{"vm.rename", "", QT_TRANSLATE_NOOP("Text", "Rename")},
    Sentence{"vm.reset", "", QT_TRANSLATE_NOOP("Text", "Reset")},
    Sentence{"vm.resume", "", QT_TRANSLATE_NOOP("Text", "Resume")},
    Sentence{"vm.set-drs", "", QT_TRANSLATE_NOOP("Text", "Set DRS Automation")},
    Sentence{"vm.set-resources", "", QT_TRANSLATE_NOOP("Text", "Edit Resource Allocation")},
    Sentence{"vm.shut-down", "", QT_TRANSLATE_NOOP("Text", "Shut Down Guest")},
    Sentence{"vm.suspend", "", QT_TRANSLATE_NOOP("Text", "Suspend")},
};

constexpr std::array phases{
    Sentence{"connecting", "", QT_TRANSLATE_NOOP("Text", "Connecting to the host")},
    Sentence{"examining", "", QT_TRANSLATE_NOOP("Text", "Looking at the host")},
    Sentence{"installing-certificates", "", QT_TRANSLATE_NOOP("Text", "Installing its certificates")},
    Sentence{"reading-inventory", "", QT_TRANSLATE_NOOP("Text", "Reading its inventory")},
    Sentence{"requested", "", QT_TRANSLATE_NOOP("Text", "Asked of the host")},
    Sentence{"sending", "", QT_TRANSLATE_NOOP("Text", "Sending")},
    Sentence{"waiting-for-guest", "", QT_TRANSLATE_NOOP("Text", "Waiting for the guest operating system")},
    Sentence{"migration.queued", "", QT_TRANSLATE_NOOP("Text", "Waiting for other migrations to end")},
    Sentence{"migration.host-validated", "", QT_TRANSLATE_NOOP("Text", "Validating the destination")},
    Sentence{"migration.datastore-validated", "", QT_TRANSLATE_NOOP("Text", "Validating the datastore")},
    Sentence{"migration.disks-mirrored", "", QT_TRANSLATE_NOOP("Text", "Copying the disks")},
    Sentence{"migration.disks-switched", "", QT_TRANSLATE_NOOP("Text", "Switching over to the copies")},
    Sentence{"migration.memory-copied", "", QT_TRANSLATE_NOOP("Text", "Copying the memory")},
    Sentence{"migration.frozen", "", QT_TRANSLATE_NOOP("Text", "Frozen, to be resumed on the other host")},
    Sentence{"migration.resumed", "", QT_TRANSLATE_NOOP("Text", "Resuming on the other host")},
    Sentence{"migration.source-cleaned", "", QT_TRANSLATE_NOOP("Text", "Cleaning up the source")},
    Sentence{"migration.files-copied", "", QT_TRANSLATE_NOOP("Text", "Copying the files")},
    Sentence{"migration.registered", "", QT_TRANSLATE_NOOP("Text", "Registering on the other host")},
    Sentence{"migration.files-deleted", "", QT_TRANSLATE_NOOP("Text", "Deleting the files of the source")},
    Sentence{"maintenance.waiting", "",
             QT_TRANSLATE_NOOP("Text", "Waiting for virtual machines to leave the host")},
    Sentence{"maintenance.moving", "",
             QT_TRANSLATE_NOOP("Text", "Migrating virtual machines to other hosts")},
    Sentence{"drs.deciding", "", QT_TRANSLATE_NOOP("Text", "Looking for better places")},
    Sentence{"drs.moving", "", QT_TRANSLATE_NOOP("Text", "Migrating virtual machines")},
    Sentence{"vm.files-created", "", QT_TRANSLATE_NOOP("Text", "Creating the files")},
    Sentence{"vm.registering", "", QT_TRANSLATE_NOOP("Text", "Registering on the host")},
    Sentence{"vm.starting", "", QT_TRANSLATE_NOOP("Text", "Powering on")},
    Sentence{"vm.files-deleted", "", QT_TRANSLATE_NOOP("Text", "Deleting the files")},
    Sentence{"reading-back", "", QT_TRANSLATE_NOOP("Text", "Checking the result")},
};

} // namespace

std::span<const Sentence> operationLabels()
{
    return operations;
}

std::span<const Sentence> phaseLabels()
{
    return phases;
}

QString operationLabel(QStringView name)
{
    return labelOf(operations, name);
}

QString phase(QStringView code)
{
    return code.isEmpty() ? QString() : labelOf(phases, code);
}

} // namespace core::text
