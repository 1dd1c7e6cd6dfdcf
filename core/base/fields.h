// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <utility>

namespace core {

/// C++20 has no reflection, so a value lists its members once:
/// `static constexpr auto fields = FieldList{field("vm", &SuspendVm::vm), …}`.
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

namespace detail {

template <std::size_t index, class Each>
struct FieldAt {
    Each field;
};

template <class Indices, class... Fields>
struct FieldsAt;

template <std::size_t... indices, class... Fields>
struct FieldsAt<std::index_sequence<indices...>, Fields...> : FieldAt<indices, Fields>... {
    template <class F>
    constexpr void forEach(F &&visit) const
    {
        (visit(static_cast<const FieldAt<indices, Fields> &>(*this).field), ...);
    }
};

} // namespace detail

/// The fields of a value, in their order. What a std::tuple would do, without its constructors, whose conditions cost
/// a second of each file compiled.
template <class... Fields>
class FieldList
{
public:
    explicit constexpr FieldList(Fields... each) : m_fields{{each}...} {}

    template <class F>
    constexpr void forEach(F &&visit) const
    {
        m_fields.forEach(std::forward<F>(visit));
    }

    [[nodiscard]] constexpr auto first() const
    {
        return static_cast<const detail::FieldAt<0, First> &>(m_fields).field;
    }

private:
    template <class Front, class...>
    struct FrontOf {
        using Type = Front;
    };
    using First = typename FrontOf<Fields...>::Type;
    detail::FieldsAt<std::index_sequence_for<Fields...>, Fields...> m_fields;
};

template <class T>
concept HasFields = requires
{
    T::fields;
};

template <HasFields T, class F>
constexpr void forEachField(F &&visit)
{
    T::fields.forEach(std::forward<F>(visit));
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
