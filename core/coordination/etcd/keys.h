// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coordination/names.h"
#include "core/ha/refs.h"

#include <QByteArray>

#include <optional>

namespace core::coordination {

/// What is kept, below `/vigie/<cluster>/`.
enum class KeyKind : std::uint8_t {
    Election, ///< election: the primary's host, bound to its session
    Session, ///< host/<id>/session: the number of its life, bound to a lease
    Fence, ///< host/<id>/fence
    Quarantine, ///< host/<id>/quarantine
    Owner, ///< vm/<id>/owner
};
struct Key {
    KeyKind kind{};
    std::size_t index = 0; ///< of the host or machine
};

[[nodiscard]] QByteArray prefixOf(const Names &names);
[[nodiscard]] QByteArray electionKey(const Names &names);
[[nodiscard]] QByteArray hostKey(const Names &names, ha::HostRef host, KeyKind kind);
[[nodiscard]] QByteArray ownerKey(const Names &names, ha::VmRef vm);
/// Nothing: a key of others, or of a host or machine that is not known yet.
[[nodiscard]] std::optional<Key> readKey(const Names &names, const QByteArray &key);
/// The position of a host by its id; noHost: unknown.
[[nodiscard]] ha::HostRef hostOf(const Names &names, const QByteArray &id);

} // namespace core::coordination
