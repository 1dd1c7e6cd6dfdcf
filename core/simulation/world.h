// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/simulation/state.h"
#include "core/simulation/topology.h"

#include <list>
#include <map>

namespace core::simulation {

enum class PowerAction { On, Off, ShutDown, Reboot, Reset, Pause, Suspend, Resume };

/// What a host of the world would tell those who listen to it.
struct VmNews {
    VmId vm;
    bool gone = false; ///< no longer on this host
};

/// What is said of a VM that is to be made.
struct NewVm {
    VmId id;
    QString name;
    int cpus = 1;
    Bytes memory;
    QString disk; ///< path of its first disk, on a datastore of the host
    Bytes diskCapacity;
    QString network; ///< empty, or unknown to the host: the host's first
};

/// A simulated datacenter: hosts, the VMs on them, what they use. All of it follows from the spec and the
/// time; only changes are remembered. Nothing takes time here but the guests' own obedience (a shutdown); the
/// simulated hypervisor adds its delays. Use and destroy it on the thread of its clock, which must outlive
/// it; whoever observes must not outlive it.
class World
{
public:
    World(const WorldSpec &spec, Clock *clock);

    [[nodiscard]] const WorldSpec &spec() const { return m_state.spec; }
    [[nodiscard]] Topology topology() const;
    [[nodiscard]] std::vector<HostId> hosts() const;
    /// Null when there is none of that name.
    [[nodiscard]] HostId hostNamed(const QString &name) const;
    /// Null when there is no such VM.
    [[nodiscard]] HostId ownerOf(VmId vm) const;

    // What one host tells. The host must be one of hosts().
    [[nodiscard]] model::Host host(HostId host) const;
    [[nodiscard]] std::vector<model::Vm> vms(HostId host) const;
    /// `base.not-found` when this host does not have it.
    [[nodiscard]] Result<model::Vm> vm(HostId host, VmId vm) const;
    [[nodiscard]] std::vector<model::Datastore> datastores(HostId host) const;
    [[nodiscard]] std::vector<model::Network> networks(HostId host) const;
    /// Counters of the host and of its running and paused VMs.
    [[nodiscard]] model::Sample sample(HostId host) const;

    // What can be done to a VM. `base.not-found` when this host does not have it; `base.conflict` in a state
    // that does not allow it.
    /// A guest that is asked to shut down is off one to four seconds later.
    Result<void> setPower(HostId host, VmId vm, PowerAction action);
    /// Of a VM that is off (`base.unsupported`), to a name of 1–80 characters without `/`
    /// (`base.invalid-argument`) that no other VM has (`base.conflict`).
    Result<void> rename(HostId host, VmId vm, const QString &name);
    Result<void> setAutostart(HostId host, VmId vm, bool autostart);
    /// To another host of its cluster, live when it runs. `base.conflict` when its disks are not on shared
    /// storage or the host is not of that cluster. Its counters begin again at nought, as those of a new
    /// process do.
    Result<void> move(VmId vm, HostId to);
    /// To a host, perhaps its own, where its disk is at `disk` ("…/directory/disk.qcow2"); live when it runs.
    /// `base.not-found` when the host has no datastore of that path.
    Result<void> relocate(VmId vm, HostId to, const QString &disk);

    /// A VM that was not there, off. `base.conflict` when there is one of that id or name; `base.not-found` when the host has
    /// no datastore of that path.
    Result<void> create(HostId host, const NewVm &vm);
    /// Of a VM that is off (`base.conflict`): the world never had it.
    Result<void> forget(HostId host, VmId vm);
    /// Of a VM that is off (`base.conflict`).
    Result<void> configure(HostId host, VmId vm, std::optional<int> cpus, std::optional<Bytes> memory);

    /// Hears of changes on one host, from inside the call that makes them. Destroying it ends that.
    class Subscription;
    using Observer = std::function<void(const VmNews &)>;
    [[nodiscard]] Subscription observe(HostId host, Observer observer);

    /// The records, for those who choose what to change.
    [[nodiscard]] const State &state() const { return m_state; }

private:
    using Watchers = std::vector<std::list<Observer>>; // by host

    [[nodiscard]] const HostRecord &record(HostId host) const;
    /// Where the VM is in State::vms.
    [[nodiscard]] Result<quint32> find(HostId host, VmId vm) const;
    void enter(VmRecord &vm, model::PowerState state);
    void place(quint32 vm, quint32 host);
    void endProcess(VmRecord &vm);
    void shutDownLater(const VmRecord &vm);
    void tell(quint32 host, const VmNews &news);

    Clock *m_clock;
    State m_state;
    std::shared_ptr<Watchers>
        m_watchers; // a Subscription may outlive the world by mistake: it then does nothing
    std::map<VmId, std::unique_ptr<Clock::Timer>> m_shutdowns; // guests asked to shut down
};

class World::Subscription
{
public:
    Subscription() = default;
    Subscription(Subscription &&other) noexcept;
    Subscription &operator=(Subscription &&other) noexcept;
    ~Subscription();

private:
    friend class World;
    Subscription(std::weak_ptr<Watchers> watchers, quint32 host, std::list<Observer>::iterator place);

    std::weak_ptr<Watchers> m_watchers;
    quint32 m_host = 0;
    std::list<Observer>::iterator m_place;
};

} // namespace core::simulation
