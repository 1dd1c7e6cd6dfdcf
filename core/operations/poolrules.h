// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/resourcerules.h"

/// Rules of the operations on resource pools.
namespace core::operations {

/// A cluster, a host that stands alone, or a pool.
[[nodiscard]] Availability canHoldPools(const model::ObjectRef &parent, const model::Inventory &inventory);
/// The pool may become so: its reservation can be had from what is above it.
[[nodiscard]] Availability canReserve(const model::Pool &before, const model::Pool &after,
                                      const model::Inventory &inventory);

/// The pool as an operation wishes it: one that names what pools have.
template <class Op>
[[nodiscard]] Result<model::Pool> changed(model::Pool pool, const Op &wish)
{
    const auto cpu = changed(pool.cpu, {wish.cpuReservation, wish.cpuLimit, wish.cpuShares});
    if (!cpu)
        return cpu.error();
    const auto memory = changed(pool.memory, {wish.memoryReservation, wish.memoryLimit, wish.memoryShares});
    if (!memory)
        return memory.error();
    pool.cpu = *cpu;
    pool.memory = *memory;
    pool.cpuExpandable = wish.cpuExpandable.value_or(pool.cpuExpandable);
    pool.memoryExpandable = wish.memoryExpandable.value_or(pool.memoryExpandable);
    pool.scalableShares = wish.scalableShares.value_or(pool.scalableShares);
    return pool;
}

} // namespace core::operations
