// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notification/notifier.h"

#include <QHash>

namespace tests {

/// Tells nobody; remembers who would have been told, and fails when asked to.
class RecordingNotifier : public core::notification::Notifier
{
public:
    struct Told {
        core::notification::Delivery delivery;
        core::notification::Access access;
    };
    std::vector<Told> told; ///< attempts, also those that failed
    QHash<QString, core::Error> failures; ///< by target
    std::vector<QString> names;

    core::Task<> deliver(core::notification::Delivery delivery, core::notification::Access access) override
    {
        told.push_back({delivery, access});
        const auto failure = failures.constFind(delivery.action.target);
        return answer(failure == failures.constEnd() ? core::Result<void>() : core::Result<void>(*failure));
    }
    [[nodiscard]] std::vector<QString> scripts() const override { return names; }

private:
    static core::Task<> answer(core::Result<void> result) { co_return result; }
};

} // namespace tests
