// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/principals.h"
#include "core/text/sentences.h"

/// The words of users, roles and permissions.
namespace core::text {

/// "Power on" of `VirtualMachine.Interact.PowerOn`: what one is allowed to.
[[nodiscard]] QString privilegeName(model::Privilege privilege);
/// "Virtual machines": privileges of one group stand together. Its first word on the wire chooses it.
[[nodiscard]] QString privilegeGroup(model::Privilege privilege);
/// The built-in roles have a name in every language, the others that which they were given.
[[nodiscard]] QString roleName(const model::Role &role);

/// For the tests that look for gaps: by their names on the wire.
[[nodiscard]] std::span<const Sentence> privilegeLabels();
[[nodiscard]] std::span<const Sentence> privilegeGroups();
[[nodiscard]] std::span<const Sentence> roleLabels();

} // namespace core::text
