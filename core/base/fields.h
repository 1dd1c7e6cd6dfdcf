// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <concepts>
#include <tuple>
#include <utility>

namespace core {

/// C++20 has no reflection, so a value lists its members once:
/// `static constexpr auto fields = std::tuple{field("vm", &SuspendVm::vm), …}`.
/// JSON, REST, the command line and the database read that list (core/base/json.h).
template <class Owner, class T>
struct Field {
    using Type = T;
    const char *name; ///< lowerCamelCase, with its unit: `memoryBytes`
    T Owner::*member;
};

template <class Owner, class T>
[[nodiscard]] constexpr Field<Owner, T> field(const char *name, T Owner::*member)
{
    return {name, member};
}

template <class T>
concept HasFields = requires
{
    T::fields;
};

template <HasFields T, class F>
constexpr void forEachField(F &&visit)
{
    std::apply([&](const auto &...each) { (visit(each), ...); }, T::fields);
}

/// An enum that crosses the wire says its kebab-case names beside its declaration:
/// `constexpr auto wireNames(VmState) { return std::array{WireName{VmState::Running, "running"}, …}; }`.
template <class E>
struct WireName {
    E value;
    const char *name;
};
template <class E>
WireName(E, const char *) -> WireName<E>;

template <class E>
concept WireEnum = requires(E e)
{
    wireNames(e);
};

template <WireEnum E>
[[nodiscard]] constexpr const char *wireName(E value)
{
    for (const auto &each : wireNames(E{})) {
        if (each.value == value)
            return each.name;
    }
    return "";
}

} // namespace core
