// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/simulated/migrations.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::hypervisor {

namespace {

constexpr qint64 copiedPerSecond = qint64(1) << 30; ///< a network of 10 Gbit/s
constexpr qint64 dirtiedPerSecond = copiedPerSecond / 10;
constexpr Duration switchOverTakes{40};

} // namespace

/// Waits for a migration's end; abandoned, it leaves the migration alone.
class SimulatedMigrations::Ending
{
public:
    explicit Ending(std::shared_ptr<Migration> migration) : m_migration(std::move(migration)) {}

    bool await_ready() const noexcept { return m_migration->result.has_value(); }
    void await_suspend(std::coroutine_handle<> awaiter)
    {
        m_migration->waiting.push_back([awaiter, alive = std::weak_ptr(m_alive)] {
            if (!alive.expired())
                awaiter.resume();
        });
    }
    Result<void> await_resume() const { return *m_migration->result; }

private:
    std::shared_ptr<Migration> m_migration;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

SimulatedMigrations::SimulatedMigrations(simulation::World *world, Clock *clock, Tell tell)
    : m_world(world),
      m_clock(clock),
      m_tell(std::move(tell))
{}

Task<> SimulatedMigrations::run(MigrationOrder order, HostId from, HostId to)
{
    const VmId vm = order.vm;
    const auto known = m_world->vm(from, vm);
    if (!known)
        co_return known.error();
    if (m_underWay.contains(vm))
        co_return Error(core::errors::Conflict, u"another migration of the VM is under way"_s);
    if (!simulation::isActive(known->state))
        co_return Error(core::errors::Conflict, u"the VM does not run"_s);
    auto migration = std::make_shared<Migration>();
    migration->vm = vm;
    migration->from = from;
    migration->to = to;
    migration->disk = order.disks.empty() ? QString() : order.disks.front().path;
    migration->began = m_clock->monotonic();
    migration->total = known->memory;
    m_underWay.insert(vm, migration);
    beginPass(migration, known->memory);
    Ending ending(migration);
    co_return co_await ending;
}

Duration SimulatedMigrations::timeFor(Bytes size) const
{
    return Duration(size.count() * 1000 / copiedPerSecond);
}

Bytes SimulatedMigrations::dirtied(const Migration &migration, Duration passed) const
{
    const Bytes perSecond = m_dirtyRates.value(migration.vm, Bytes(dirtiedPerSecond));
    return Bytes(std::min(migration.total.count(), perSecond.count() * passed.count() / 1000));
}

/// The timer does not own the migration, which owns the timer.
void SimulatedMigrations::later(const Shared &migration, Duration delay,
                                void (SimulatedMigrations::*then)(const Shared &))
{
    migration->timer = m_clock->after(delay, [this, then, weak = std::weak_ptr(migration)] {
        const auto alive = weak.lock();
        if (!alive)
            return;
        const auto own = std::move(alive->timer); // it holds this very function
        (this->*then)(alive);
    });
}

void SimulatedMigrations::beginPass(const Shared &migration, Bytes size)
{
    ++migration->pass;
    migration->passSize = size;
    migration->passBegan = m_clock->monotonic();
    m_tell(migration->from, MemoryPassBegun{.vm = migration->vm, .number = migration->pass});
    later(migration, timeFor(size), &SimulatedMigrations::endPass);
}

void SimulatedMigrations::endPass(const Shared &migration)
{
    migration->transferred = migration->transferred + migration->passSize;
    const Bytes left = dirtied(*migration, m_clock->monotonic() - migration->passBegan);
    if (timeFor(left) > migration->limit) {
        beginPass(migration, left);
        return;
    }
    migration->passSize = left;
    freeze(migration);
}

void SimulatedMigrations::freeze(const Shared &migration)
{
    m_tell(migration->from, VmFrozen{migration->vm});
    migration->frozen = switchOverTakes + timeFor(migration->passSize);
    later(migration, migration->frozen, &SimulatedMigrations::arrive);
}

void SimulatedMigrations::arrive(const Shared &migration)
{
    const MigrationFigures figures{.pass = migration->pass,
                                   .total = migration->total,
                                   .transferred = migration->transferred + migration->passSize,
                                   .elapsed = m_clock->monotonic() - migration->began,
                                   .downtime = migration->frozen};
    auto moved = migration->disk.isEmpty() ? m_world->move(migration->vm, migration->to)
                                           : m_world->relocate(migration->vm, migration->to, migration->disk);
    if (moved) {
        m_arrivals.insert(migration->vm, {migration->to, figures});
        m_tell(migration->to, VmArrived{migration->vm});
    }
    end(migration, std::move(moved));
}

/// Whoever waits hears it from the loop, not from here.
void SimulatedMigrations::end(const Shared &migration, Result<void> result)
{
    migration->result = std::move(result);
    later(migration, Duration::zero(), &SimulatedMigrations::wakeWaiting);
    m_underWay.remove(Shared(migration)->vm);
}

void SimulatedMigrations::wakeWaiting(const Shared &migration)
{
    for (const auto &wake : std::exchange(migration->waiting, {}))
        wake();
}

const std::shared_ptr<SimulatedMigrations::Migration> *SimulatedMigrations::find(VmId vm, HostId from) const
{
    const auto it = m_underWay.constFind(vm);
    return it == m_underWay.constEnd() || !((*it)->from == from) ? nullptr : &*it;
}

std::optional<MigrationFigures> SimulatedMigrations::away(VmId vm, HostId from) const
{
    const auto *found = find(vm, from);
    if (found == nullptr)
        return std::nullopt;
    const Migration &migration = **found;
    const Duration passed = m_clock->monotonic() - migration.passBegan;
    const Bytes copied(std::min(migration.passSize.count(), passed.count() * copiedPerSecond / 1000));
    return MigrationFigures{.pass = migration.pass,
                            .total = migration.total,
                            .remaining = migration.passSize - copied,
                            .transferred = migration.transferred + copied,
                            .perSecond = Bytes(copiedPerSecond),
                            .dirtiedPerSecond = m_dirtyRates.value(vm, Bytes(dirtiedPerSecond)),
                            .elapsed = m_clock->monotonic() - migration.began,
                            .downtime = timeFor(dirtied(migration, timeFor(migration.passSize)))};
}

Result<MigrationFigures> SimulatedMigrations::arrival(VmId vm, HostId at) const
{
    const auto it = m_arrivals.constFind(vm);
    if (it == m_arrivals.constEnd() || !(it->first == at))
        return Error(core::errors::NotFound, QJsonObject{{u"what"_s, vm.toString()}});
    return it->second;
}

Result<void> SimulatedMigrations::abort(VmId vm, HostId from)
{
    const auto *found = find(vm, from);
    if (found == nullptr)
        return Error(core::errors::Conflict, u"no migration is under way"_s);
    end(Shared(*found), Error(core::errors::Cancelled));
    return {};
}

Result<void> SimulatedMigrations::setDowntimeLimit(VmId vm, HostId from, Duration limit)
{
    const auto *found = find(vm, from);
    if (found == nullptr)
        return Error(core::errors::Conflict, u"no migration is under way"_s);
    (*found)->limit = limit;
    return {};
}

} // namespace core::hypervisor
