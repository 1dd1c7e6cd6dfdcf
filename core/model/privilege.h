// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <bitset>

namespace core::model {

/// What a user must be allowed to. Each is named after vSphere's of the same meaning; those that vSphere does not
/// know (`Lab.…`) follow its form. An operation that needs another adds it here.
enum class Privilege {
    SystemView, ///< to see that an object exists; without it the answer is "not found"
    SystemRead, ///< to see what it is and does
    VmInteractPowerOn,
    VmInteractPowerOff,
    VmInteractReset,
    VmInteractSuspend,
    VmInteractConsole,
    VmInventoryMove,
    VmConfigRename,
    VmConfigResource, ///< reservation, limit and shares of a VM
    VmInventoryCreate, ///< also to deploy and to clone
    VmInventoryDelete, ///< with its disks
    VmInventoryRegister,
    VmInventoryUnregister,
    VmConfigCpuCount,
    VmConfigMemory,
    VmConfigSettings, ///< notes, autostart
    DatastoreAllocateSpace,
    DatastoreBrowse,
    NetworkAssign,
    ResourceHotMigrate, ///< a VM that runs
    ResourceColdMigrate, ///< one that is off
    ResourceAssignVm, ///< to put a VM on this host, cluster or pool
    ResourceApply, ///< what a cluster recommends
    PoolCreate,
    PoolDelete,
    PoolRename,
    PoolEdit,
    FolderCreate,
    FolderDelete,
    FolderRename,
    DatacenterCreate,
    DatacenterDelete,
    DatacenterRename,
    ClusterCreate,
    ClusterDelete,
    ClusterRename,
    ClusterEdit,
    HostAdd,
    HostConnection,
    HostMaintenance,
    HostRemove,
    HostMove,
    AlarmCreate,
    AlarmEdit,
    AlarmDelete,
    AlarmAcknowledge,
    ModifyUsers,
    ModifyRoles,
    ModifyPermissions,
    TerminateSession,
    CancelTask,
    GlobalSettings, ///< of the core itself: database, retention
    AuditRead,
    LabFault,
};
constexpr auto wireNames(Privilege)
{
    using enum Privilege;
    return std::array{WireName{SystemView, "System.View"},
                      WireName{SystemRead, "System.Read"},
                      WireName{VmInteractPowerOn, "VirtualMachine.Interact.PowerOn"},
                      WireName{VmInteractPowerOff, "VirtualMachine.Interact.PowerOff"},
                      WireName{VmInteractReset, "VirtualMachine.Interact.Reset"},
                      WireName{VmInteractSuspend, "VirtualMachine.Interact.Suspend"},
                      WireName{VmInteractConsole, "VirtualMachine.Interact.ConsoleInteract"},
                      WireName{VmInventoryMove, "VirtualMachine.Inventory.Move"},
                      WireName{VmConfigRename, "VirtualMachine.Config.Rename"},
                      WireName{VmConfigResource, "VirtualMachine.Config.Resource"},
                      WireName{VmInventoryCreate, "VirtualMachine.Inventory.Create"},
                      WireName{VmInventoryDelete, "VirtualMachine.Inventory.Delete"},
                      WireName{VmInventoryRegister, "VirtualMachine.Inventory.Register"},
                      WireName{VmInventoryUnregister, "VirtualMachine.Inventory.Unregister"},
                      WireName{VmConfigCpuCount, "VirtualMachine.Config.CPUCount"},
                      WireName{VmConfigMemory, "VirtualMachine.Config.Memory"},
                      WireName{VmConfigSettings, "VirtualMachine.Config.Settings"},
                      WireName{DatastoreAllocateSpace, "Datastore.AllocateSpace"},
                      WireName{DatastoreBrowse, "Datastore.Browse"},
                      WireName{NetworkAssign, "Network.Assign"},
                      WireName{ResourceHotMigrate, "Resource.HotMigrate"},
                      WireName{ResourceColdMigrate, "Resource.ColdMigrate"},
                      WireName{ResourceAssignVm, "Resource.AssignVMToPool"},
                      WireName{ResourceApply, "Resource.ApplyRecommendation"},
                      WireName{PoolCreate, "Resource.CreatePool"},
                      WireName{PoolDelete, "Resource.DeletePool"},
                      WireName{PoolRename, "Resource.RenamePool"},
                      WireName{PoolEdit, "Resource.EditPool"},
                      WireName{FolderCreate, "Folder.Create"},
                      WireName{FolderDelete, "Folder.Delete"},
                      WireName{FolderRename, "Folder.Rename"},
                      WireName{DatacenterCreate, "Datacenter.Create"},
                      WireName{DatacenterDelete, "Datacenter.Delete"},
                      WireName{DatacenterRename, "Datacenter.Rename"},
                      WireName{ClusterCreate, "Host.Inventory.CreateCluster"},
                      WireName{ClusterDelete, "Host.Inventory.DeleteCluster"},
                      WireName{ClusterRename, "Host.Inventory.RenameCluster"},
                      WireName{ClusterEdit, "Host.Inventory.EditCluster"},
                      WireName{HostAdd, "Host.Inventory.AddHost"},
                      WireName{HostConnection, "Host.Config.Connection"},
                      WireName{HostMaintenance, "Host.Config.Maintenance"},
                      WireName{HostRemove, "Host.Inventory.RemoveHost"},
                      WireName{HostMove, "Host.Inventory.MoveHost"},
                      WireName{AlarmCreate, "Alarm.Create"},
                      WireName{AlarmEdit, "Alarm.Edit"},
                      WireName{AlarmDelete, "Alarm.Delete"},
                      WireName{AlarmAcknowledge, "Alarm.Acknowledge"},
                      WireName{ModifyUsers, "Authorization.ModifyUsers"},
                      WireName{ModifyRoles, "Authorization.ModifyRoles"},
                      WireName{ModifyPermissions, "Authorization.ModifyPermissions"},
                      WireName{TerminateSession, "Sessions.TerminateSession"},
                      WireName{CancelTask, "Global.CancelTask"},
                      WireName{GlobalSettings, "Global.Settings"},
                      WireName{AuditRead, "Global.Audit"},
                      WireName{LabFault, "Lab.Fault"}};
}

inline constexpr size_t privilegeCount = wireNames(Privilege{}).size();

/// A set of privileges, by their place in the enum.
class PrivilegeSet
{
public:
    PrivilegeSet() = default;
    PrivilegeSet(std::initializer_list<Privilege> privileges)
    {
        for (const Privilege each : privileges)
            add(each);
    }
    [[nodiscard]] static PrivilegeSet all()
    {
        PrivilegeSet set;
        set.m_bits.set();
        return set;
    }

    void add(Privilege privilege) { m_bits.set(static_cast<size_t>(privilege)); }
    [[nodiscard]] bool has(Privilege privilege) const { return m_bits.test(static_cast<size_t>(privilege)); }
    [[nodiscard]] bool isEmpty() const { return m_bits.none(); }
    PrivilegeSet &operator|=(const PrivilegeSet &other)
    {
        m_bits |= other.m_bits;
        return *this;
    }
    PrivilegeSet &operator&=(const PrivilegeSet &other)
    {
        m_bits &= other.m_bits;
        return *this;
    }
    /// In the order of the enum.
    [[nodiscard]] std::vector<Privilege> list() const
    {
        std::vector<Privilege> privileges;
        for (const auto &each : wireNames(Privilege{})) {
            if (has(each.value))
                privileges.push_back(each.value);
        }
        return privileges;
    }

    friend bool operator==(const PrivilegeSet &, const PrivilegeSet &) = default;

private:
    std::bitset<privilegeCount> m_bits;
};

} // namespace core::model
