// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task.h"
#include "core/hypervisor/hostfiles.h"
#include "core/hypervisor/migration.h"
#include "core/hypervisor/vmorder.h"
#include "core/model/objects.h"
#include "core/model/sample.h"

#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

/// The port to a host. Adapters: libvirt/ and simulated/; both pass tests/core/hypervisor/contract.
namespace core::hypervisor {

/// What a host says by itself. A hint, not the truth: who hears it asks again. Handed over on the thread that
/// owns the Hypervisor, never from inside one of its calls.
struct VmChanged {
    VmId vm;
};
struct VmGone {
    VmId vm;
};
struct StorageChanged {};
struct NetworksChanged {};
struct ConnectionLost {
    Error why;
};
/// On its way to another host: the memory is copied once more, the guest is frozen here.
struct MemoryPassBegun {
    VmId vm;
    int number = 0;
};
struct VmFrozen {
    VmId vm;
};
/// It came from another host and runs here now.
struct VmArrived {
    VmId vm;
};
using HostEvent = std::variant<VmChanged, VmGone, StorageChanged, NetworksChanged, ConnectionLost,
                               MemoryPassBegun, VmFrozen, VmArrived>;

/// How much of a host's CPUs a VM gets when they do not suffice for all.
struct CpuScheduling {
    int weight = 100; ///< 2–10,000, beside those of the host's other VMs
    std::optional<double> mostCpus; ///< never more than so many CPUs' time; absent: no limit
    friend bool operator==(const CpuScheduling &, const CpuScheduling &) = default;
};

/// A file descriptor that is ours to close.
class OwnedFd
{
public:
    explicit OwnedFd(int fd) : m_fd(fd) {}
    OwnedFd(OwnedFd &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    OwnedFd &operator=(OwnedFd &&other) noexcept;
    ~OwnedFd();

    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] int release() { return std::exchange(m_fd, -1); }

private:
    int m_fd;
};

/// What a host's machine offers where the host cannot know it: a lab host is one of several on a machine.
struct Capacity {
    int logicalCpus = 0;
    MegaHertz cpuMhz; ///< of one logical CPU
    Bytes memory;
    std::vector<QString> cpuModels = {}; ///< named CPUs that it may run; empty: all that it can
    QString bootFile; ///< pid and start (clock ticks since the machine's boot) of the host's first process
};

/// Where a host is and how to get in.
struct Endpoint {
    QString uri; ///< libvirt's: qemu+ssh://…, qemu+unix:///…, qemu+tls://…, test:///…
    std::optional<QString> trust; ///< "SHA256:…": the host key the user has just agreed to
    std::optional<QString>
        secret; ///< password or passphrase for this one connection; never stored, never logged
    std::optional<Capacity> capacity; ///< of a lab host: its load is then the sum over its guests' processes
};

/// What became of a script.
struct ShellAnswer {
    int status = 0; ///< the script's own; 255 where the way to the host broke
    QByteArray output; ///< the first MiB
    QByteArray errors;
};

/// One host. Every call may take long and may fail; none blocks the caller; abandoning one does not stop what
/// it began. Deadlines are the caller's (`withDeadline`). Use and destroy it on the thread that made it.
class Hypervisor
{
public:
    using Listener = std::function<void(const HostEvent &)>;

    virtual ~Hypervisor() = default;

    /// From now on events go here; an empty listener stops them.
    virtual void listen(Listener listener) = 0;

    /// The facts about the host. `name` is its host name; `parent`, `uri`, `state` are not the port's to know.
    virtual Task<model::Host> host() = 0;
    /// All VMs, running or not; what takes longer to find out (the addresses a guest has) comes later, as a
    /// change, and is at most about a minute old. `host`, `pool`, `folder`, `stale` are not the port's to know; a disk's
    /// `datastore` and a NIC's `network` neither: the orchestrator finds them by path and name.
    virtual Task<std::vector<model::Vm>> vms() = 0;
    /// One VM; `base.not-found` when the host does not have it.
    virtual Task<model::Vm> vm(VmId vm) = 0;
    /// `parent` is not the port's to know; `id` is null where the datastore carries no `.vigie/datastore.json`.
    virtual Task<std::vector<model::Datastore>> datastores() = 0;
    /// `id` and `parent` are not the port's to know.
    virtual Task<std::vector<model::Network>> networks() = 0;
    /// Counters and uptimes of the host and every running VM in few calls; a VM that does not answer is left out.
    virtual Task<model::Sample> sample() = 0;
    /// The cheapest question there is: does it still answer?
    virtual Task<> ping() = 0;

    // Power. A call ends when the hypervisor has taken the request; whether the guest followed is read back by
    // the caller. In a state that does not allow it: `base.conflict`.
    virtual Task<> powerOn(VmId vm) = 0;
    virtual Task<> powerOff(VmId vm) = 0; ///< at once, like pulling the plug
    virtual Task<> shutDown(VmId vm) = 0; ///< asks the guest
    virtual Task<> reboot(VmId vm) = 0; ///< asks the guest
    virtual Task<> reset(VmId vm) = 0; ///< at once
    virtual Task<> pause(VmId vm) = 0; ///< stays in memory
    virtual Task<> suspend(VmId vm) = 0; ///< memory to disk, then off
    virtual Task<> resume(VmId vm) = 0; ///< of a paused VM; a suspended one is powered on

    /// The VM must be off (libvirt cannot rename a running one: `base.unsupported`).
    virtual Task<> rename(VmId vm, QString name) = 0;
    /// The named CPU ("Westmere") that the VM gets at its next start, exactly that; its topology stays.
    virtual Task<> setCpuModel(VmId vm, QString model) = 0;

    /// Live, to another host that this adapter has made a connection to. Ends when the source is rid of the VM, or with
    /// the reason why it still has it: `base.cancelled` after abortMigration(), `base.unreachable` with the name of
    /// the one of the two that is gone (then only a look at both tells how it ended).
    virtual Task<> migrate(MigrationOrder order, std::shared_ptr<Hypervisor> destination) = 0;
    /// Of the VM's migration away from here; absent when there is none. The host may have begun it before our time.
    virtual Task<std::optional<MigrationFigures>> migrationAway(VmId vm) = 0;
    /// Of the last migration of the VM to here; `base.not-found` when the host does not remember it.
    virtual Task<MigrationFigures> arrival(VmId vm) = 0;
    /// The VM's migration away from here ends soon, and the VM stays; `base.conflict` when there is none.
    virtual Task<> abortMigration(VmId vm) = 0;
    /// Goes on at the destination at once and fetches its memory from here as it needs it: from then on it cannot be ended,
    /// and what happens to either host happens to the VM.
    virtual Task<> startPostCopy(VmId vm) = 0;
    /// How long the guest may be frozen at the end of the migration that is under way.
    virtual Task<> setDowntimeLimit(VmId vm, Duration limit) = 0;
    /// The VM's definition in the host's own form, to be defined on another host of the same kind. Of a VM that is off.
    virtual Task<QString> definition(VmId vm) = 0;
    /// The definition, in the host's own form, that a new VM would have here. Nothing is made.
    virtual Task<QString> compose(VmOrder order) = 0;
    /// Changes the VM's definition. `base.conflict` where the VM's own (a topology, NUMA cells) speaks against it.
    virtual Task<> configure(VmId vm, VmSettings settings) = 0;
    /// Makes the VM known here, off, its files where `relocation` says; the id that it says of itself. `base.conflict` when the
    /// host has one of that id or name.
    virtual Task<VmId> define(QString definition, Relocation relocation) = 0;
    /// The files of the VM, which must be off (`base.conflict`), are elsewhere from its next start on.
    virtual Task<> relocate(VmId vm, Relocation relocation) = 0;
    /// Forgets the VM, which must be off (`base.conflict`). Its files stay.
    virtual Task<> undefine(VmId vm) = 0;
    /// Begins to copy a disk of a running VM to a file that is not there yet; ends when it has begun. The guest's writes go
    /// to both from then on, until switchDisk() or endDiskCopy(), or until the VM is powered off, which leaves it as it was.
    virtual Task<> startDiskCopy(VmId vm, DiskPlace place) = 0;
    /// Those under way. One that failed is no longer among them, and its disk is where it was.
    virtual Task<std::vector<DiskCopy>> diskCopies(VmId vm) = 0;
    /// The disk is the copy from now on, for the running VM and its definition; `base.conflict` while it is not ready.
    virtual Task<> switchDisk(VmId vm, QString disk) = 0;
    /// Gives the copy up; its file stays behind.
    virtual Task<> endDiskCopy(VmId vm, QString disk) = 0;
    /// Whether the host starts the VM when it boots.
    virtual Task<> setAutostart(VmId vm, bool autostart) = 0;
    /// Of a VM that runs, until it stops; `base.unsupported` where the host cannot divide its CPUs.
    virtual Task<> setCpuScheduling(VmId vm, CpuScheduling scheduling) = 0;

    /// Runs a script (`sh -s`) on the host's machine: as root where the user we come in as is root or may be by sudo
    /// without a password. Abandoning it ends it. `base.unsupported` where there is no way but libvirt.
    virtual Task<ShellAnswer> shell(QByteArray script);

    /// A connection to the VM's VNC display.
    virtual Task<OwnedFd> openScreen(VmId vm) = 0;

    /// The files on the host's datastores; theirs is this object's life.
    [[nodiscard]] virtual HostFiles &files() = 0;
};

/// A host's files, which keep the connection to it.
[[nodiscard]] inline std::shared_ptr<HostFiles> filesOf(const std::shared_ptr<Hypervisor> &host)
{
    return {host, &host->files()};
}

/// Makes connections. `trust.unknown`, `trust.changed`, `credentials.needed` (core/hypervisor/errors.h) ask the
/// user, who tries again with an Endpoint that answers.
class Connector
{
public:
    virtual ~Connector() = default;
    virtual Task<std::unique_ptr<Hypervisor>> open(Endpoint endpoint) = 0;
};

} // namespace core::hypervisor
