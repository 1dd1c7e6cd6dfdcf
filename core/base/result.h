// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/errors.h"

#include <concepts>
#include <functional>
#include <optional>
#include <utility>

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
    Result(Error error) : m_error(std::move(error)) {}

    template <ValueFor<T> U>
    Result(U &&value) // NOLINT(bugprone-forwarding-reference-overload): ValueFor excludes Result
        : m_value(std::in_place, std::forward<U>(value))
    {}

    [[nodiscard]] bool has_value() const noexcept { return m_value.has_value(); }
    [[nodiscard]] explicit operator bool() const noexcept { return has_value(); }

    /// With an error only: throws std::bad_optional_access, as `value()` does.
    [[nodiscard]] const T &operator*() const & { return m_value.value(); }
    [[nodiscard]] T &&operator*() && { return std::move(m_value).value(); }
    [[nodiscard]] T &operator*() & { return m_value.value(); }
    [[nodiscard]] const T *operator->() const { return &**this; }
    [[nodiscard]] T *operator->() { return &**this; }
    [[nodiscard]] const Error &error() const
    {
        Q_ASSERT(!has_value());
        return m_error;
    }

    template <class F>
    [[nodiscard]] auto and_then(F &&next) const -> std::invoke_result_t<F, const T &>
    {
        if (!has_value())
            return error();
        return std::invoke(std::forward<F>(next), **this);
    }

private:
    // Of std::variant<Error, T> every T would bring a hundred functions more to compile.
    std::optional<T> m_value;
    Error m_error;
};

template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    [[nodiscard]] bool has_value() const noexcept { return !m_error.has_value(); }
    [[nodiscard]] explicit operator bool() const noexcept { return has_value(); }
    [[nodiscard]] const Error &error() const { return m_error.value(); }

private:
    std::optional<Error> m_error;
};

} // namespace core
