// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <cstddef>
#include <cstdint>
#include <type_traits>

/// What the engine of high availability speaks of. Inside it hosts, machines and datastores are positions in the
/// cluster's lists: types of their own, so that they are not mixed up, and as small as a number.
namespace core::ha {

enum class HostRef : std::int16_t {};
enum class VmRef : std::int32_t {};
enum class StoreRef : std::int16_t {};

inline constexpr HostRef noHost{-1};
inline constexpr VmRef noVm{-1};
inline constexpr StoreRef noStore{-1};

template <class Ref>
requires std::is_enum_v<Ref>
[[nodiscard]] constexpr std::size_t at(Ref ref)
{
    return static_cast<std::size_t>(ref);
}

[[nodiscard]] constexpr HostRef hostRef(std::size_t index)
{
    return HostRef{static_cast<std::int16_t>(index)};
}
[[nodiscard]] constexpr VmRef vmRef(std::size_t index)
{
    return VmRef{static_cast<std::int32_t>(index)};
}
[[nodiscard]] constexpr StoreRef storeRef(std::size_t index)
{
    return StoreRef{static_cast<std::int16_t>(index)};
}

/// A moment of a clock that never jumps and counts while the machine sleeps, since an arbitrary beginning. Each host
/// has its own; only differences of one host's moments mean anything.
using Moment = Duration;
/// Longer ago than anything that counts.
inline constexpr Moment never{std::chrono::hours(-10'000)};

/// Counted by the host itself, on its own disk: a greater one has started later. 0: unknown.
enum class BootId : std::uint32_t {};
/// The create revision of the election key: of two primaries the one with the greater epoch came later.
enum class Epoch : std::uint64_t {};
/// Of a record in the coordination store; 0: there is none.
enum class Revision : std::uint64_t {};

/// Datastores as bits; a cluster has at most 64.
using StoreMask = std::uint64_t;
[[nodiscard]] constexpr StoreMask bit(StoreRef store)
{
    return StoreMask(1) << at(store);
}

} // namespace core::ha
