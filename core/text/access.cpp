// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/access.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace core::text {

namespace {

constexpr std::array privileges{
    Sentence{"System.View", "", QT_TRANSLATE_NOOP("Text", "See that an object exists")},
    Sentence{"System.Read", "", QT_TRANSLATE_NOOP("Text", "Read what an object is and does")},
    Sentence{"VirtualMachine.Interact.PowerOn", "", QT_TRANSLATE_NOOP("Text", "Power on and resume")},
    Sentence{"VirtualMachine.Interact.PowerOff", "", QT_TRANSLATE_NOOP("Text", "Power off and shut down")},
    Sentence{"VirtualMachine.Interact.Reset", "", QT_TRANSLATE_NOOP("Text", "Reset and restart")},
    Sentence{"VirtualMachine.Interact.Suspend", "", QT_TRANSLATE_NOOP("Text", "Suspend and pause")},
    Sentence{"VirtualMachine.Interact.ConsoleInteract", "", QT_TRANSLATE_NOOP("Text", "Use the console")},
    Sentence{"VirtualMachine.Inventory.Move", "", QT_TRANSLATE_NOOP("Text", "Move to another folder")},
    Sentence{"VirtualMachine.Config.Rename", "", QT_TRANSLATE_NOOP("Text", "Rename virtual machines")},
    Sentence{"VirtualMachine.Config.Resource", "",
             QT_TRANSLATE_NOOP("Text", "Change reservation, limit and shares of virtual machines")},
    Sentence{"VirtualMachine.Inventory.Create", "", QT_TRANSLATE_NOOP("Text", "Create virtual machines")},
    Sentence{"VirtualMachine.Inventory.Delete", "",
             QT_TRANSLATE_NOOP("Text", "Delete virtual machines with their disks")},
    Sentence{"VirtualMachine.Inventory.Register", "",
             QT_TRANSLATE_NOOP("Text", "Register virtual machines that lie on a datastore")},
    Sentence{"VirtualMachine.Inventory.Unregister", "",
             QT_TRANSLATE_NOOP("Text", "Remove virtual machines from the inventory")},
    Sentence{"VirtualMachine.Config.CPUCount", "",
             QT_TRANSLATE_NOOP("Text", "Change the number of CPUs of virtual machines")},
    Sentence{"VirtualMachine.Config.Memory", "",
             QT_TRANSLATE_NOOP("Text", "Change the memory of virtual machines")},
    Sentence{"VirtualMachine.Config.Settings", "",
             QT_TRANSLATE_NOOP("Text", "Change notes and autostart of virtual machines")},
    Sentence{"Datastore.AllocateSpace", "", QT_TRANSLATE_NOOP("Text", "Put files on datastores")},
    Sentence{"Datastore.Browse", "", QT_TRANSLATE_NOOP("Text", "Look at the files of datastores")},
    Sentence{"Network.Assign", "", QT_TRANSLATE_NOOP("Text", "Connect virtual machines to networks")},
    Sentence{"Resource.HotMigrate", "",
             QT_TRANSLATE_NOOP("Text", "Migrate virtual machines that are powered on")},
    Sentence{"Resource.ColdMigrate", "",
             QT_TRANSLATE_NOOP("Text", "Migrate virtual machines that are powered off")},
    Sentence{"Resource.AssignVMToPool", "",
             QT_TRANSLATE_NOOP("Text", "Put virtual machines on a host, cluster or resource pool")},
    Sentence{"Resource.ApplyRecommendation", "", QT_TRANSLATE_NOOP("Text", "Apply recommendations of DRS")},
    Sentence{"Resource.CreatePool", "", QT_TRANSLATE_NOOP("Text", "Create resource pools")},
    Sentence{"Resource.DeletePool", "", QT_TRANSLATE_NOOP("Text", "Delete resource pools")},
    Sentence{"Resource.RenamePool", "", QT_TRANSLATE_NOOP("Text", "Rename resource pools")},
    Sentence{"Resource.EditPool", "", QT_TRANSLATE_NOOP("Text", "Change resource pools")},
    Sentence{"Folder.Create", "", QT_TRANSLATE_NOOP("Text", "Create folders")},
    Sentence{"Folder.Delete", "", QT_TRANSLATE_NOOP("Text", "Delete folders")},
    Sentence{"Folder.Rename", "", QT_TRANSLATE_NOOP("Text", "Rename folders")},
    Sentence{"Datacenter.Create", "", QT_TRANSLATE_NOOP("Text", "Create datacenters")},
    Sentence{"Datacenter.Delete", "", QT_TRANSLATE_NOOP("Text", "Delete datacenters")},
    Sentence{"Datacenter.Rename", "", QT_TRANSLATE_NOOP("Text", "Rename datacenters")},
    Sentence{"Host.Inventory.CreateCluster", "", QT_TRANSLATE_NOOP("Text", "Create clusters")},
    Sentence{"Host.Inventory.DeleteCluster", "", QT_TRANSLATE_NOOP("Text", "Delete clusters")},
    Sentence{"Host.Inventory.RenameCluster", "", QT_TRANSLATE_NOOP("Text", "Rename clusters")},
    Sentence{"Host.Inventory.EditCluster", "", QT_TRANSLATE_NOOP("Text", "Change the settings of clusters")},
    Sentence{"Host.Inventory.AddHost", "", QT_TRANSLATE_NOOP("Text", "Add hosts")},
    Sentence{"Host.Config.Connection", "", QT_TRANSLATE_NOOP("Text", "Connect and disconnect hosts")},
    Sentence{"Host.Config.Maintenance", "",
             QT_TRANSLATE_NOOP("Text", "Put hosts into maintenance mode and back")},
    Sentence{"Host.Inventory.RemoveHost", "", QT_TRANSLATE_NOOP("Text", "Remove hosts")},
    Sentence{"Host.Inventory.MoveHost", "", QT_TRANSLATE_NOOP("Text", "Move hosts")},
    Sentence{"Alarm.Create", "", QT_TRANSLATE_NOOP("Text", "Create alarms")},
    Sentence{"Alarm.Edit", "", QT_TRANSLATE_NOOP("Text", "Change alarms")},
    Sentence{"Alarm.Delete", "", QT_TRANSLATE_NOOP("Text", "Delete alarms")},
    Sentence{"Alarm.Acknowledge", "", QT_TRANSLATE_NOOP("Text", "Acknowledge alarms")},
    Sentence{"Authorization.ModifyUsers", "", QT_TRANSLATE_NOOP("Text", "Change users and groups")},
    Sentence{"Authorization.ModifyRoles", "", QT_TRANSLATE_NOOP("Text", "Change roles")},
    Sentence{"Authorization.ModifyPermissions", "", QT_TRANSLATE_NOOP("Text", "Change permissions")},
    Sentence{"Sessions.TerminateSession", "", QT_TRANSLATE_NOOP("Text", "End other users' sessions")},
    Sentence{"Global.CancelTask", "", QT_TRANSLATE_NOOP("Text", "Cancel tasks")},
    Sentence{"Global.Settings", "", QT_TRANSLATE_NOOP("Text", "Change the settings of the core")},
    Sentence{"Global.Audit", "", QT_TRANSLATE_NOOP("Text", "Read the audit log")},
    Sentence{"Lab.Fault", "", QT_TRANSLATE_NOOP("Text", "Cause faults in the lab")},
};

constexpr std::array groups{
    Sentence{"System", "", QT_TRANSLATE_NOOP("Text", "Seeing")},
    Sentence{"VirtualMachine", "", QT_TRANSLATE_NOOP("Text", "Virtual Machines")},
    Sentence{"Resource", "", QT_TRANSLATE_NOOP("Text", "Resources")},
    Sentence{"Datastore", "", QT_TRANSLATE_NOOP("Text", "Datastores")},
    Sentence{"Network", "", QT_TRANSLATE_NOOP("Text", "Networks")},
    Sentence{"Folder", "", QT_TRANSLATE_NOOP("Text", "Folders")},
    Sentence{"Datacenter", "", QT_TRANSLATE_NOOP("Text", "Datacenters")},
    Sentence{"Host", "", QT_TRANSLATE_NOOP("Text", "Hosts and clusters")},
    Sentence{"Alarm", "", QT_TRANSLATE_NOOP("Text", "Alarms")},
    Sentence{"Authorization", "", QT_TRANSLATE_NOOP("Text", "Users, roles, permissions")},
    Sentence{"Sessions", "", QT_TRANSLATE_NOOP("Text", "Who is signed in")},
    Sentence{"Global", "", QT_TRANSLATE_NOOP("Text", "The whole core")},
    Sentence{"Lab", "", QT_TRANSLATE_NOOP("Text", "The lab")},
};

constexpr std::array roles{
    Sentence{"Administrator", "", QT_TRANSLATE_NOOP("Text", "Administrator")},
    Sentence{"Read-only", "", QT_TRANSLATE_NOOP("Text", "Read-only")},
    Sentence{"No access", "", QT_TRANSLATE_NOOP("Text", "No access")},
    Sentence{"Virtual machine user", "", QT_TRANSLATE_NOOP("Text", "Virtual machine user")},
    Sentence{"Virtual machine power user", "", QT_TRANSLATE_NOOP("Text", "Virtual machine power user")},
};

} // namespace

QString privilegeName(model::Privilege privilege)
{
    return labelOf(privileges, QString::fromLatin1(wireName(privilege)));
}

QString privilegeGroup(model::Privilege privilege)
{
    return labelOf(groups, QString::fromLatin1(wireName(privilege)).section(u'.', 0, 0));
}

QString roleName(const model::Role &role)
{
    return role.builtIn ? labelOf(roles, role.name) : role.name;
}

std::span<const Sentence> privilegeLabels()
{
    return privileges;
}

std::span<const Sentence> privilegeGroups()
{
    return groups;
}

std::span<const Sentence> roleLabels()
{
    return roles;
}

} // namespace core::text
