// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/scope.h"
#include "core/async/wakeup.h"
#include "core/hypervisor/hypervisor.h"
#include "core/orchestrator/migration/places.h"

#include <QHash>

namespace core::orchestrator {

class MigrationFollower;

/// The live migrations under way: what hosts say of them comes in here. One thread.
class MigrationBoard
{
public:
    /// While it is, a host that says the VM is frozen means the switch-over, not a pause.
    [[nodiscard]] bool isUnderWay(VmId vm) const { return m_underWay.contains(vm); }
    void heard(HostId host, const hypervisor::HostEvent &event);
    [[nodiscard]] MigrationPlaces &places() { return m_places; }

private:
    friend class MigrationFollower;
    QHash<VmId, MigrationFollower *> m_underWay;
    MigrationPlaces m_places;
};

/// One of them, as it is heard of and asked about. Its answers come by themselves, so that a host that hangs holds up
/// nobody who waits here. Board, clock and follower are used on one thread; the board outlives it.
class MigrationFollower
{
public:
    MigrationFollower(MigrationBoard &board, Clock &clock, VmId vm, HostId from, HostId to);
    MigrationFollower(const MigrationFollower &) = delete;
    MigrationFollower &operator=(const MigrationFollower &) = delete;
    ~MigrationFollower();

    /// Ends when there is something new, or after `limit`.
    [[nodiscard]] Task<> news(Duration limit) { return m_wakeup.wait(limit); }

    /// The call that carries the migration out.
    void drive(Task<> call) { m_scope.spawn(drive(this, std::move(call))); }
    /// Its end; absent while it runs.
    [[nodiscard]] const std::optional<Result<void>> &end() const { return m_end; }

    /// Asks for the figures, unless an answer is still awaited.
    void ask(Task<std::optional<hypervisor::MigrationFigures>> question);
    /// The newest answer; taken, there is none until the next.
    [[nodiscard]] std::optional<Result<std::optional<hypervisor::MigrationFigures>>> takeAnswer();
    /// A request whose end nobody awaits (cancel, downtime); what fails is logged.
    void request(Task<> call) { m_scope.spawn(std::move(call)); }

    [[nodiscard]] int pass() const { return m_pass; } ///< 0: none has begun that was heard of
    [[nodiscard]] bool isFrozen() const { return m_frozen; }
    [[nodiscard]] bool hasArrived() const { return m_arrived; }

private:
    friend class MigrationBoard;
    using Answer = Result<std::optional<hypervisor::MigrationFigures>>;
    static Task<> drive(MigrationFollower *self, Task<> call);
    static Task<> answer(MigrationFollower *self, Task<std::optional<hypervisor::MigrationFigures>> question);

    MigrationBoard &m_board;
    VmId m_vm;
    HostId m_from;
    HostId m_to;
    int m_pass = 0;
    bool m_frozen = false;
    bool m_arrived = false;
    bool m_asking = false;
    std::optional<Result<void>> m_end;
    std::optional<Answer> m_answer;
    Wakeup m_wakeup;
    Scope m_scope;
};

} // namespace core::orchestrator
