// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task.h"
#include "core/model/principals.h"

namespace core::orchestrator {

/// Who keeps the local users' passwords (core/identity); the orchestrator itself never sees a hash.
class PasswordKeeper
{
public:
    virtual ~PasswordKeeper() = default;
    /// `identity.weak-password` when it is none to accept.
    virtual Task<> setPassword(model::User user, QString password) = 0;
    /// The password, the sessions and the tokens of a user who is gone.
    virtual Task<> forget(UserId user) = 0;
};

} // namespace core::orchestrator
