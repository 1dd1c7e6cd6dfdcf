// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/drs.h"
#include "core/model/hardware.h"
#include "core/model/ref.h"
#include "core/model/resources.h"

#include <optional>
#include <vector>

/// The objects of the inventory as plain values. Configuration and state; load and series are apart
/// (core/model/load.h), so that an ETag does not change each second.
namespace core::model {

struct Datacenter {
    DatacenterId id;
    QString name;
    std::optional<ObjectRef> folder; ///< absent: directly under the root

    static constexpr Kind kind = Kind::Datacenter;
    static constexpr auto fields = FieldList{field("id", &Datacenter::id), field("name", &Datacenter::name),
                                             field("folder", &Datacenter::folder)};
    friend bool operator==(const Datacenter &, const Datacenter &) = default;
};

/// Which tree a folder belongs to.
enum class FolderKind { Host, Vm, Datastore, Network };
constexpr auto wireNames(FolderKind)
{
    return std::array{WireName{FolderKind::Host, "host"}, WireName{FolderKind::Vm, "vm"},
                      WireName{FolderKind::Datastore, "datastore"}, WireName{FolderKind::Network, "network"}};
}

struct Folder {
    FolderId id;
    QString name;
    FolderKind contents = FolderKind::Vm;
    ObjectRef parent; ///< a datacenter or another folder of the same contents

    static constexpr Kind kind = Kind::Folder;
    static constexpr auto fields =
        FieldList{field("id", &Folder::id), field("name", &Folder::name),
                  field("contents", &Folder::contents), field("parent", &Folder::parent)};
    friend bool operator==(const Folder &, const Folder &) = default;
};

struct Cluster {
    ClusterId id;
    QString name;
    ObjectRef parent; ///< a datacenter or a host folder
    bool haEnabled = false;
    bool drsEnabled = false;
    QString evcLevel; ///< the CPU level that its VMs get; empty: EVC is off
    QString managedBy; ///< the other core that rules it: ours only looks; empty: ours does
    DrsSettings drs;
    std::vector<DrsRule> drsRules; ///< oldest first

    static constexpr Kind kind = Kind::Cluster;
    static constexpr auto fields = FieldList{field("id", &Cluster::id),
                                             field("name", &Cluster::name),
                                             field("parent", &Cluster::parent),
                                             field("haEnabled", &Cluster::haEnabled),
                                             field("drsEnabled", &Cluster::drsEnabled),
                                             field("evcLevel", &Cluster::evcLevel),
                                             field("managedBy", &Cluster::managedBy),
                                             field("drs", &Cluster::drs),
                                             field("drsRules", &Cluster::drsRules)};
    friend bool operator==(const Cluster &, const Cluster &) = default;
};

/// Disconnected is the administrator's wish; not-responding is what happened to us.
enum class HostState { Connecting, Connected, NotResponding, Disconnected };
constexpr auto wireNames(HostState)
{
    return std::array{WireName{HostState::Connecting, "connecting"},
                      WireName{HostState::Connected, "connected"},
                      WireName{HostState::NotResponding, "not-responding"},
                      WireName{HostState::Disconnected, "disconnected"}};
}

/// A host in maintenance has no VM at work and gets none. Entering: it is being emptied, and gets none any more.
enum class Maintenance { None, Entering, In };
constexpr auto wireNames(Maintenance)
{
    return std::array{WireName{Maintenance::None, "none"}, WireName{Maintenance::Entering, "entering"},
                      WireName{Maintenance::In, "in-maintenance"}};
}

/// Type 1 runs beneath the host's own system (Xen, ESX, bhyve as dom0), type 2 beside it as a program with
/// hardware help (KVM is counted as type 1: the kernel is the hypervisor), emulation without any (TCG).
enum class HypervisorType { Type1, Type2, Emulation, Simulated, Unknown };
constexpr auto wireNames(HypervisorType)
{
    return std::array{WireName{HypervisorType::Type1, "type-1"}, WireName{HypervisorType::Type2, "type-2"},
                      WireName{HypervisorType::Emulation, "emulation"},
                      WireName{HypervisorType::Simulated, "simulated"},
                      WireName{HypervisorType::Unknown, "unknown"}};
}

struct Host {
    HostId id;
    QString name;
    ObjectRef parent; ///< a cluster, a host folder or a datacenter
    QString uri; ///< how the core reaches it; no secrets in it
    HostState state = HostState::Disconnected;
    Maintenance maintenance = Maintenance::None;
    std::optional<Instant> lastSeen; ///< of the last answer; only kept current while not connected
    std::optional<Error> problem; ///< why it is not connected
    HypervisorType hypervisorType = HypervisorType::Unknown;
    QString hypervisor; ///< "QEMU 7.2.0"
    QString libvirtVersion;
    QString vendor;
    QString model;
    QString cpuModel;
    int sockets = 0;
    int coresPerSocket = 0;
    int threadsPerCore = 0;
    int logicalCpus = 0;
    MegaHertz cpuMhz; ///< of one logical CPU
    Bytes memory;
    std::optional<HostHardware> hardware; ///< absent: not read (yet)
    bool lab = false; ///< a host of a lab on this machine
    QString peerUri; ///< how other hosts' daemons reach its own; empty: they cannot
    QString
        migrationUri; ///< where it takes the memory of VMs that migrate to it; empty: where libvirt thinks
    std::optional<Instant>
        certificateExpires; ///< the first of its libvirt's TLS certificates; absent: none, or not readable
    bool prepared = false; ///< has certificates of the core's authority: migrates by TLS, peer to peer

    [[nodiscard]] MegaHertz cpuCapacity() const { return cpuMhz * logicalCpus; }

    static constexpr Kind kind = Kind::Host;
    static constexpr auto fields = FieldList{field("id", &Host::id),
                                             field("name", &Host::name),
                                             field("parent", &Host::parent),
                                             field("uri", &Host::uri),
                                             field("state", &Host::state),
                                             field("maintenance", &Host::maintenance),
                                             field("lastSeen", &Host::lastSeen),
                                             field("problem", &Host::problem),
                                             field("hypervisorType", &Host::hypervisorType),
                                             field("hypervisor", &Host::hypervisor),
                                             field("libvirtVersion", &Host::libvirtVersion),
                                             field("vendor", &Host::vendor),
                                             field("model", &Host::model),
                                             field("cpuModel", &Host::cpuModel),
                                             field("sockets", &Host::sockets),
                                             field("coresPerSocket", &Host::coresPerSocket),
                                             field("threadsPerCore", &Host::threadsPerCore),
                                             field("logicalCpus", &Host::logicalCpus),
                                             field("cpuMhz", &Host::cpuMhz),
                                             field("memoryBytes", &Host::memory),
                                             field("hardware", &Host::hardware),
                                             field("lab", &Host::lab),
                                             field("peerUri", &Host::peerUri),
                                             field("migrationUri", &Host::migrationUri),
                                             field("certificateExpires", &Host::certificateExpires),
                                             field("prepared", &Host::prepared)};
    friend bool operator==(const Host &, const Host &) = default;
};

/// A share of a host's or cluster's resources. The root pool is implied, not an object.
struct Pool {
    PoolId id;
    QString name;
    ObjectRef parent; ///< a cluster, a host or another pool
    CpuAllocation cpu;
    MemoryAllocation memory;
    bool cpuExpandable = true; ///< may borrow what those above have not reserved
    bool memoryExpandable = true;
    bool scalableShares = false; ///< its shares count for each of its VMs

    static constexpr Kind kind = Kind::Pool;
    static constexpr auto fields = FieldList{field("id", &Pool::id),
                                             field("name", &Pool::name),
                                             field("parent", &Pool::parent),
                                             field("cpu", &Pool::cpu),
                                             field("memory", &Pool::memory),
                                             field("cpuExpandable", &Pool::cpuExpandable),
                                             field("memoryExpandable", &Pool::memoryExpandable),
                                             field("scalableShares", &Pool::scalableShares)};
    friend bool operator==(const Pool &, const Pool &) = default;
};

/// What the guest does, as its host last said. A VM whose host does not answer keeps its last state and is
/// marked stale: unknown is never shown as off.
enum class PowerState { Running, Paused, Suspended, Off, Crashed, Unknown };
constexpr auto wireNames(PowerState)
{
    return std::array{WireName{PowerState::Running, "running"},     WireName{PowerState::Paused, "paused"},
                      WireName{PowerState::Suspended, "suspended"}, WireName{PowerState::Off, "off"},
                      WireName{PowerState::Crashed, "crashed"},     WireName{PowerState::Unknown, "unknown"}};
}

enum class AgentState { NotInstalled, Connected, NotConnected };
constexpr auto wireNames(AgentState)
{
    return std::array{WireName{AgentState::NotInstalled, "not-installed"},
                      WireName{AgentState::Connected, "connected"},
                      WireName{AgentState::NotConnected, "not-connected"}};
}

struct VmDisk {
    QString target; ///< "vda"
    QString source; ///< path, or URL of a network disk
    QString device = QStringLiteral("disk"); ///< disk, cdrom, floppy
    QString format; ///< raw, qcow2
    Bytes capacity; ///< zero: not known
    DatastoreId datastore; ///< null: on no known datastore
    QString cache; ///< libvirt's cache mode; empty: its default
    std::vector<DiskTrait> traits;

    static constexpr auto fields = FieldList{field("target", &VmDisk::target),
                                             field("source", &VmDisk::source),
                                             field("device", &VmDisk::device),
                                             field("format", &VmDisk::format),
                                             field("capacityBytes", &VmDisk::capacity),
                                             field("datastore", &VmDisk::datastore),
                                             field("cache", &VmDisk::cache),
                                             field("traits", &VmDisk::traits)};
    friend bool operator==(const VmDisk &, const VmDisk &) = default;
};

struct VmNic {
    QString mac;
    QString source; ///< name of the network or bridge; empty: user-mode
    QString model;
    NetworkId network; ///< null: on no known network

    static constexpr auto fields =
        FieldList{field("mac", &VmNic::mac), field("source", &VmNic::source), field("model", &VmNic::model),
                  field("network", &VmNic::network)};
    friend bool operator==(const VmNic &, const VmNic &) = default;
};

struct Vm {
    VmId id;
    QString name;
    HostId host; ///< its owner
    std::optional<PoolId> pool; ///< absent: the root pool of its host or cluster
    std::optional<FolderId> folder; ///< absent: directly under the datacenter in VMs and Templates
    bool isTemplate = false;
    PowerState state = PowerState::Unknown;
    bool storageFailed = false; ///< paused, because a disk could not be read or written
    bool stale = false; ///< its host does not answer: the state is the last one known
    std::optional<Instant> lastSeen; ///< with stale: when that was
    int cpuCount = 0;
    Bytes memory;
    QString guestOs; ///< from libosinfo metadata or the agent; empty: not known
    QString notes; ///< libvirt's description
    QString architecture; ///< "x86_64"
    QString machine; ///< "pc-i440fx-7.2"
    bool uefi = false;
    bool persistent = true;
    bool autostart = false;
    AgentState agent = AgentState::NotInstalled;
    bool hasScreen = false; ///< a VNC display the console can show
    std::vector<QString> addresses;
    std::vector<VmDisk> disks;
    std::vector<VmNic> nics;
    std::optional<VmHardware> hardware; ///< absent: not read (yet)
    int snapshotCount = 0;
    std::optional<Instant> oldestSnapshot; ///< when it was taken; absent: there is none, or not known
    std::optional<VmResources> resources; ///< absent: nothing reserved, no limits, normal shares
    std::optional<DrsAutomation> drsAutomation; ///< absent: as its cluster

    static constexpr Kind kind = Kind::Vm;
    static constexpr auto fields = FieldList{field("id", &Vm::id),
                                             field("name", &Vm::name),
                                             field("host", &Vm::host),
                                             field("pool", &Vm::pool),
                                             field("folder", &Vm::folder),
                                             field("template", &Vm::isTemplate),
                                             field("state", &Vm::state),
                                             field("storageFailed", &Vm::storageFailed),
                                             field("stale", &Vm::stale),
                                             field("lastSeen", &Vm::lastSeen),
                                             field("cpuCount", &Vm::cpuCount),
                                             field("memoryBytes", &Vm::memory),
                                             field("guestOs", &Vm::guestOs),
                                             field("notes", &Vm::notes),
                                             field("architecture", &Vm::architecture),
                                             field("machine", &Vm::machine),
                                             field("uefi", &Vm::uefi),
                                             field("persistent", &Vm::persistent),
                                             field("autostart", &Vm::autostart),
                                             field("agent", &Vm::agent),
                                             field("hasScreen", &Vm::hasScreen),
                                             field("addresses", &Vm::addresses),
                                             field("disks", &Vm::disks),
                                             field("nics", &Vm::nics),
                                             field("hardware", &Vm::hardware),
                                             field("snapshotCount", &Vm::snapshotCount),
                                             field("oldestSnapshot", &Vm::oldestSnapshot),
                                             field("resources", &Vm::resources),
                                             field("drsAutomation", &Vm::drsAutomation)};
    friend bool operator==(const Vm &, const Vm &) = default;
};

struct Datastore {
    DatastoreId id;
    QString name;
    ObjectRef parent; ///< a datacenter or a datastore folder
    QString type; ///< libvirt's pool type: dir, netfs, logical…
    QString path;
    Bytes capacity;
    Bytes free;
    bool accessible = true;
    std::vector<HostId> hosts; ///< that see it; more than one: shared

    [[nodiscard]] bool shared() const { return hosts.size() > 1; }

    static constexpr Kind kind = Kind::Datastore;
    static constexpr auto fields =
        FieldList{field("id", &Datastore::id),          field("name", &Datastore::name),
                  field("parent", &Datastore::parent),  field("type", &Datastore::type),
                  field("path", &Datastore::path),      field("capacityBytes", &Datastore::capacity),
                  field("freeBytes", &Datastore::free), field("accessible", &Datastore::accessible),
                  field("hosts", &Datastore::hosts)};
    friend bool operator==(const Datastore &, const Datastore &) = default;
};

struct Network {
    NetworkId id;
    QString name;
    ObjectRef parent; ///< a datacenter or a network folder
    QString type; ///< libvirt's forward mode: isolated, nat, route, bridge…
    QString bridge;
    bool active = true; ///< on some host
    std::vector<HostId> hosts;
    std::vector<HostId> inactiveOn; ///< of those, where it is stopped

    static constexpr Kind kind = Kind::Network;
    static constexpr auto fields =
        FieldList{field("id", &Network::id),         field("name", &Network::name),
                  field("parent", &Network::parent), field("type", &Network::type),
                  field("bridge", &Network::bridge), field("active", &Network::active),
                  field("hosts", &Network::hosts),   field("inactiveOn", &Network::inactiveOn)};
    friend bool operator==(const Network &, const Network &) = default;
};

} // namespace core::model
