// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/errors.h"

#include <concepts>
#include <functional>
#include <utility>
#include <variant>

namespace core {

template <class T>
class Result;

template <class U, class T>
concept ResultOrError =
    std::same_as<std::remove_cvref_t<U>, Result<T>> || std::same_as<std::remove_cvref_t<U>, Error>;

template <class U, class T>
concept ValueFor = !ResultOrError<U, T> && std::constructible_from<T, U>;

/// A value or an Error: the part of C++23 std::expected<T, Error> this project uses, spelled the same,
/// so that it can become an alias when the toolchain allows.
template <class T>
class [[nodiscard]] Result
{
public:
    Result(Error error) : m_state(std::move(error)) {}

    template <ValueFor<T> U>
    Result(U &&value) // NOLINT(bugprone-forwarding-reference-overload): ValueFor excludes Result
        : m_state(std::in_place_index<1>, std::forward<U>(value))
    {}

    [[nodiscard]] bool has_value() const noexcept { return m_state.index() == 1; }
    [[nodiscard]] explicit operator bool() const noexcept { return has_value(); }

    [[nodiscard]] const T &operator*() const & { return std::get<1>(m_state); }
    [[nodiscard]] T &&operator*() && { return std::get<1>(std::move(m_state)); }
    [[nodiscard]] T &operator*() & { return std::get<1>(m_state); }
    [[nodiscard]] const T *operator->() const { return &**this; }
    [[nodiscard]] T *operator->() { return &**this; }
    [[nodiscard]] const Error &error() const { return std::get<0>(m_state); }

    template <class F>
    [[nodiscard]] auto and_then(F &&next) const -> std::invoke_result_t<F, const T &>
    {
        if (!has_value())
            return error();
        return std::invoke(std::forward<F>(next), **this);
    }

private:
    std::variant<Error, T> m_state;
};

template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool has_value() const noexcept { return m_state.index() == 0; }
    [[nodiscard]] explicit operator bool() const noexcept { return has_value(); }
    [[nodiscard]] const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<std::monostate, Error> m_state;
};

} // namespace core
