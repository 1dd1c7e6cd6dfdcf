// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/lane.h"

namespace core::identity {

/// What one hash costs, and so one guess of somebody who has stolen them.
struct HashCost {
    unsigned long long passes = 2;
    size_t memoryBytes = size_t(64) << 20;
};

/// `identity.weak-password`: fewer than 8 characters, more than 1,024 bytes, or the user's name in whatever case.
[[nodiscard]] Result<void> checkPassword(const QString &password, const QString &userName);

/// Argon2id by libsodium, one at a time on a thread of its own: many who sign in together take turns, not the memory.
class Passwords
{
public:
    explicit Passwords(HashCost cost) : m_cost(cost) {}

    struct Match {
        bool right = false;
        bool outdated = false; ///< right, but hashed at another cost than today's
    };

    /// In libsodium's own form, with salt and cost. `base.internal` when the memory is not there.
    Task<QByteArray> hash(QString password);
    /// An empty hash (an unknown user) is never right, and that takes as long to find out. So does a password of more
    /// than 1,024 bytes.
    Task<Match> match(QString password, QByteArray hash);

private:
    HashCost m_cost;
    Lane m_lane{1};
};

} // namespace core::identity
