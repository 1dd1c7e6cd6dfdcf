// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/hypervisor/hypervisor.h"
#include "core/simulation/world.h"

#include <QHash>

#include <functional>
#include <memory>

namespace core::hypervisor {

/// The live migrations of a simulated world. They belong to its hosts, so they go on when whoever ordered them is gone,
/// as libvirt's from daemon to daemon do. One thread, the clock's.
class SimulatedMigrations
{
public:
    using Tell = std::function<void(HostId host, const HostEvent &event)>;

    /// `tell`: to whoever is connected to that host.
    SimulatedMigrations(simulation::World *world, Clock *clock, Tell tell);

    /// Ends as the port's migrate() does.
    Task<> run(MigrationOrder order, HostId from, HostId to);
    [[nodiscard]] std::optional<MigrationFigures> away(VmId vm, HostId from) const;
    [[nodiscard]] Result<MigrationFigures> arrival(VmId vm, HostId at) const;
    Result<void> abort(VmId vm, HostId from);
    Result<void> setDowntimeLimit(VmId vm, HostId from, Duration limit);

    /// How much the guest writes into its memory in a second; else a tenth of what a second copies.
    void setDirtyRate(VmId vm, Bytes perSecond) { m_dirtyRates.insert(vm, perSecond); }

private:
    struct Migration {
        VmId vm;
        HostId from;
        HostId to;
        QString disk; ///< where it is copied to; empty: it stays
        Monotonic began{};
        Monotonic passBegan{};
        int pass = 0;
        Bytes total;
        Bytes passSize;
        Bytes transferred;
        Duration frozen{};
        Duration limit{300};
        std::unique_ptr<Clock::Timer> timer;
        std::optional<Result<void>> result;
        std::vector<std::function<void()>> waiting;
    };
    class Ending;

    [[nodiscard]] Bytes dirtied(const Migration &migration, Duration passed) const;
    [[nodiscard]] Duration timeFor(Bytes size) const;
    [[nodiscard]] const std::shared_ptr<Migration> *find(VmId vm, HostId from) const;
    using Shared = std::shared_ptr<Migration>;
    void later(const Shared &migration, Duration delay, void (SimulatedMigrations::*then)(const Shared &));
    void beginPass(const Shared &migration, Bytes size);
    void endPass(const Shared &migration);
    void freeze(const Shared &migration);
    void arrive(const Shared &migration);
    void end(const Shared &migration, Result<void> result);
    void wakeWaiting(const Shared &migration);

    simulation::World *m_world;
    Clock *m_clock;
    Tell m_tell;
    QHash<VmId, std::shared_ptr<Migration>> m_underWay;
    QHash<VmId, std::pair<HostId, MigrationFigures>> m_arrivals; ///< the last of each VM, and where to
    QHash<VmId, Bytes> m_dirtyRates;
};

} // namespace core::hypervisor
