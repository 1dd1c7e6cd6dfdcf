// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ha/primary.h"

#include <algorithm>

namespace core::ha {

using namespace std::chrono_literals;

namespace {

constexpr Duration writePatience = 2s;
constexpr Duration orderAgain = 3s;
constexpr Duration takePatience = 12s; ///< for a host to take what was assigned
constexpr Duration settling = 3s; ///< of what several hosts say of a datastore
constexpr Duration readyPatience = 600s; ///< for a machine that others depend on

/// What is to be done about one machine.
struct Need {
    VmRef vm = noVm;
    Proof proof = Proof::None;
    enum class What : std::uint8_t { Start, Evict, Move } what = What::Start;
};

class Planner
{
public:
    explicit Planner(const PrimaryContext &c) : m_c(c), m_board(c.cluster, rooms()) {}

    void run()
    {
        for (std::size_t index = 0; index < m_c.primary.vms.size(); ++index)
            examine(vmRef(index));
        std::ranges::stable_sort(m_needs, {}, [&](const Need &need) {
            return std::pair{m_c.cluster.vms[at(need.vm)].priority, need.vm};
        });
        m_isDue.resize(m_c.primary.vms.size());
        for (const Need &need : m_needs) {
            if (need.what == Need::What::Start) {
                m_isDue[at(need.vm)] = true;
                m_board.expect(need.vm);
            }
        }
        for (const Need &need : m_needs)
            meet(need);
    }

    [[nodiscard]] bool isWaiting() const { return m_isWaiting; }

private:
    [[nodiscard]] VmView &vm(VmRef ref) const { return m_c.primary.vms[at(ref)]; }
    [[nodiscard]] const Vm &config(VmRef ref) const { return m_c.cluster.vms[at(ref)]; }

    [[nodiscard]] bool isReachable(HostRef host) const
    {
        const HostView &view = m_c.view(host);
        return !view.isSuspect && view.report && view.report->boot == view.boot;
    }

    [[nodiscard]] std::vector<Room> rooms() const
    {
        std::vector<Room> rooms;
        for (std::size_t index = 0; index < m_c.primary.hosts.size(); ++index) {
            const Host &host = m_c.cluster.hosts[index];
            const HostView &view = m_c.primary.hosts[index];
            const bool takes = isReachable(hostRef(index)) && m_c.now - view.heardAt < 3s
                && !host.isInMaintenance && !view.isQuarantined && !view.report->isIsolated;
            rooms.push_back({.takes = takes,
                             .stores = view.report ? view.report->stores : 0,
                             .cpu = host.cpu,
                             .memory = host.memory});
        }
        return rooms;
    }

    void write(VmRef ref, const Owner &next)
    {
        vm(ref).writtenAt = m_c.now;
        vm(ref).promised = next.phase == Phase::Migrating ? next.to : next.host;
        m_c.actions.push_back(OwnerWrite{ref, vm(ref).owner.revision, m_c.primary.epoch, next});
    }

    void wait(VmRef ref, Waiting waiting)
    {
        m_isWaiting = true;
        if (vm(ref).waiting != waiting && waiting != Waiting::Nothing)
            m_c.tell(
                {.kind = EventKind::VmWaiting, .host = vm(ref).owner.host, .vm = ref, .waiting = waiting});
        vm(ref).waiting = waiting;
    }

    /// It is, or may be, where its record says: its room is taken there.
    void stays(VmRef ref, Waiting waiting = Waiting::Nothing)
    {
        const Owner &owner = vm(ref).owner;
        if (waiting == Waiting::Nothing)
            vm(ref).waiting = waiting;
        else
            wait(ref, waiting);
        if (owner.host == noHost)
            return;
        const bool isPromised = vm(ref).writtenAt != never && vm(ref).promised != noHost;
        m_board.put(ref, owner.host);
        if (isPromised && vm(ref).promised != owner.host)
            m_board.putToo(ref, vm(ref).promised);
        else if (owner.phase == Phase::Migrating && owner.to != noHost)
            m_board.putToo(ref, owner.to);
    }

    void countFailure(VmRef ref)
    {
        VmView &view = vm(ref);
        if (view.failedGeneration == view.owner.generation)
            return;
        view.failedGeneration = view.owner.generation;
        view.attempts = static_cast<std::uint16_t>(std::max(view.attempts, view.owner.attempts) + 1);
        view.avoided = view.owner.host;
        view.retryAt = m_c.now + backoff(view.attempts);
    }

    void needsStart(VmRef ref, Proof proof)
    {
        const bool isRefused =
            config(ref).priority == Priority::Disabled && vm(ref).owner.phase != Phase::Wanted;
        if (isRefused)
            return;
        m_needs.push_back({ref, proof, Need::What::Start});
    }

    /// The wish is written down first: it outlives this primary.
    void want(VmRef ref)
    {
        Owner next = vm(ref).owner;
        next.phase = Phase::Wanted;
        next.attempts = 0;
        vm(ref).attempts = 0;
        vm(ref).retryAt = never;
        write(ref, next);
        stays(ref);
    }

    void examine(VmRef ref)
    {
        VmView &view = vm(ref);
        if (view.writtenAt != never && m_c.now - view.writtenAt >= writePatience) {
            Owner unchanged; // an answer was lost: what does the record say?
            view.writtenAt = m_c.now;
            m_c.actions.push_back(OwnerWrite{ref, Revision{}, m_c.primary.epoch, unchanged});
        }
        if (view.writtenAt != never) {
            m_isWaiting = true;
            return stays(ref);
        }
        switch (view.owner.phase) {
        case Phase::Stopped:
            view.waiting = Waiting::Nothing;
            if (view.isRequested)
                want(ref);
            return;
        case Phase::Wanted: return needsStart(ref, Proof::HostSaidStopped);
        case Phase::Assigned: return examineAssigned(ref);
        case Phase::Starting:
        case Phase::Running:
        case Phase::Migrating: return examineOwned(ref);
        }
    }

    /// Given to a host that has not taken it. Whoever is next must find the record unchanged, so it may go on at once.
    void examineAssigned(VmRef ref)
    {
        VmView &view = vm(ref);
        const Owner &owner = view.owner;
        const VmReport *said = ownReport(owner.host, owner.boot, ref, owner.generation);
        m_isWaiting = true;
        if (said && said->condition == Condition::Released) {
            countFailure(ref);
            return needsStart(ref, owner.proof);
        }
        const HostView &host = m_c.view(owner.host);
        const bool isTaking = said && said->condition == Condition::Starting;
        if (view.assignedAt == never || view.assignedAt < m_c.primary.since)
            view.assignedAt = m_c.now; // by a predecessor
        const bool isLost = host.boot != owner.boot
            || (!isTaking && m_c.now - view.assignedAt >= takePatience)
            || (host.isSuspect && m_c.now - host.suspectAt >= 2s);
        if (isLost)
            return needsStart(ref, owner.proof);
        if (!isTaking && m_c.now - view.orderedAt >= orderAgain) {
            view.orderedAt = m_c.now;
            m_c.order(owner.host, StartOrder{m_c.primary.epoch, ref, owner});
        }
        stays(ref);
    }

    [[nodiscard]] const VmReport *ownReport(HostRef host, BootId boot, VmRef ref,
                                            std::uint32_t generation) const
    {
        if (host == noHost)
            return nullptr;
        const HostView &view = m_c.view(host);
        if (!view.report || view.report->boot != boot)
            return nullptr;
        const VmReport *said = find(view.report.get(), ref);
        return said && said->generation == generation ? said : nullptr;
    }

    [[nodiscard]] HostSight sight(HostRef host) const
    {
        if (host == noHost)
            return {};
        return {m_c.view(host).fence, m_c.view(host).report.get()};
    }

    void examineOwned(VmRef ref)
    {
        VmView &view = vm(ref);
        const Owner &owner = view.owner;
        const VmReport *said = ownReport(owner.host, owner.boot, ref, owner.generation);
        if (said && said->condition == Condition::StorageLost) {
            examineStorage(ref, *said);
        } else {
            view.lostStorageAt = view.movableSince = never;
            if (view.waiting == Waiting::Storage && said)
                view.waiting = Waiting::Nothing; // it is there, and has its datastore
        }
        const bool isOff =
            said && (said->condition == Condition::Off || said->condition == Condition::Attention);
        if (isOff && view.isRequested)
            return want(ref);
        const Proof proof = proofFor(owner, ref, sight(owner.host), sight(owner.to));
        if (proof != Proof::None && !isOff) {
            if (said && said->condition == Condition::Released
                && (said->cause == Cause::StartFailed || said->cause == Cause::DiskLocked))
                countFailure(ref);
            return needsStart(ref, proof);
        }
        if ((!said && !isOff) || owner.phase == Phase::Migrating)
            seekWord(ref);
        if (view.moveTo != noHost)
            m_needs.push_back({ref, Proof::None, Need::What::Move});
        const bool isSilent = m_c.view(owner.host).verdict == Verdict::Dead;
        stays(ref,
              !isSilent ? view.waiting == Waiting::Storage ? Waiting::Storage : Waiting::Nothing
                  : !m_c.cluster.policy.isArmed ? Waiting::Disarmed
                  : m_c.primary.isBraking       ? Waiting::Brake
                                                : Waiting::Proof);
    }

    /// Its host lives and says nothing of it: it is asked to promise that it stays stopped. The destination of a
    /// migration is asked only when the source is known to be gone, for it cannot come from there any more.
    void seekWord(VmRef ref)
    {
        VmView &view = vm(ref);
        const Owner &owner = view.owner;
        m_isWaiting = true;
        HostRef asked = owner.host;
        if (owner.phase == Phase::Migrating) {
            const bool isSourceGone =
                goneFrom(sight(owner.host), ref, owner.boot, owner.generation) != Proof::None;
            const VmReport *there = find(sight(owner.to).report, ref);
            if (there && mayRun(there->condition))
                return;
            if (!isSourceGone)
                return;
            asked = owner.to;
        }
        if (!isReachable(asked) || m_c.now - view.orderedAt < orderAgain)
            return;
        const bool isSilentLong = view.orderedAt != never; // a first pass only sets the time
        view.orderedAt = m_c.now;
        if (isSilentLong || owner.phase == Phase::Migrating)
            m_c.order(asked, ReleaseOrder{m_c.primary.epoch, ref, owner.generation});
    }

    void examineStorage(VmRef ref, const VmReport &said)
    {
        VmView &view = vm(ref);
        m_isWaiting = true;
        if (view.lostStorageAt == never)
            view.lostStorageAt = m_c.now;
        const Policy &policy = m_c.cluster.policy;
        const bool isDue = said.cause == Cause::PermanentLoss
            || (policy.storage != StorageResponse::Off
                && m_c.now - view.lostStorageAt >= m_c.timings().allPathsDown);
        if (isDue && isReachable(view.owner.host) && view.owner.phase == Phase::Running
            && config(ref).priority != Priority::Disabled)
            m_needs.push_back({ref, Proof::None, Need::What::Evict});
    }

    void meet(const Need &need)
    {
        switch (need.what) {
        case Need::What::Start: return start(need);
        case Need::What::Evict: return evict(need);
        case Need::What::Move: return move(need);
        }
    }

    /// Is what it depends on ready? Only what is itself being started is waited for.
    [[nodiscard]] bool isFree(VmRef ref) const
    {
        return std::ranges::all_of(config(ref).dependsOn, [&](VmRef other) {
            if (m_isDue[at(other)])
                return false;
            const VmView &view = vm(other);
            const Owner &owner = view.owner;
            if (owner.phase == Phase::Stopped || owner.host == noHost)
                return true;
            if (m_c.now - view.assignedAt >= readyPatience)
                return true;
            if (owner.phase != Phase::Running)
                return false;
            const VmReport *said = ownReport(owner.host, owner.boot, other, owner.generation);
            return said && (said->isGuestReady || !config(other).hasGuestAgent)
                && said->condition != Condition::Starting;
        });
    }

    void start(const Need &need)
    {
        VmView &view = vm(need.vm);
        if (!m_c.cluster.policy.isArmed && view.owner.phase != Phase::Wanted)
            return wait(need.vm, Waiting::Disarmed);
        if (m_c.now < view.retryAt)
            return wait(need.vm, Waiting::Backoff);
        if (!isFree(need.vm))
            return wait(need.vm, Waiting::Dependency);
        const Board::Choice choice = m_board.choose(need.vm, view.avoided);
        if (choice.host == noHost)
            return wait(need.vm, choice.waiting);
        m_board.put(need.vm, choice.host);
        m_isWaiting = true;
        view.waiting = Waiting::Nothing;
        Owner next = view.owner;
        const bool isSame = need.proof == Proof::HostSaidStopped && choice.host == view.owner.host;
        next.host = choice.host;
        next.boot = m_c.view(choice.host).boot;
        next.generation = view.owner.generation + 1;
        next.phase = Phase::Assigned;
        next.to = noHost;
        next.toBoot = {};
        next.proof = isSame ? Proof::SameHost : need.proof;
        next.attempts = view.attempts;
        write(need.vm, next);
    }

    void evict(const Need &need)
    {
        VmView &view = vm(need.vm);
        const Board::Choice choice = m_board.choose(need.vm, noHost, view.owner.host);
        if (choice.host == noHost) {
            view.movableSince = never;
            return wait(need.vm, Waiting::Storage);
        }
        if (view.movableSince == never)
            view.movableSince = m_c.now;
        // Where all lose it, or get it back, some say so a moment before the others.
        if (m_c.now - view.movableSince < settling || m_c.now - view.orderedAt < orderAgain)
            return;
        view.orderedAt = m_c.now;
        m_c.order(view.owner.host, EvictOrder{m_c.primary.epoch, need.vm, view.owner.generation});
    }

    void move(const Need &need)
    {
        VmView &view = vm(need.vm);
        const HostRef to = view.moveTo;
        const VmReport *said = ownReport(view.owner.host, view.owner.boot, need.vm, view.owner.generation);
        const bool isPossible = view.owner.phase == Phase::Running && said
            && said->condition == Condition::Running && to != view.owner.host && m_board.canTake(need.vm, to);
        view.moveTo = noHost;
        if (!isPossible)
            return m_c.tell({.kind = EventKind::VmRefused, .host = to, .vm = need.vm});
        m_board.put(need.vm, to);
        Owner next = view.owner;
        next.phase = Phase::Migrating;
        next.to = to;
        next.toBoot = m_c.view(to).boot;
        write(need.vm, next);
    }

    const PrimaryContext &m_c;
    Board m_board;
    std::vector<Need> m_needs;
    std::vector<bool> m_isDue;
    bool m_isWaiting = false;
};

} // namespace

void plan(const PrimaryContext &c)
{
    c.primary.isDirty = false;
    Planner planner(c);
    planner.run();
    c.primary.isWaiting = planner.isWaiting();
}

} // namespace core::ha
