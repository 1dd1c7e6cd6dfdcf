// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QHash>
#include <QString>

#include <chrono>
#include <mutex>
#include <vector>

namespace core::hypervisor::libvirt {

/// The addresses that guests were found to have, and whom to ask next. Any thread.
class AddressMemory
{
public:
    using Now = std::chrono::steady_clock::time_point;

    [[nodiscard]] std::vector<QString> of(VmId vm) const;
    /// True when they are other ones than before.
    bool remember(VmId vm, const std::vector<QString> &addresses);
    /// Of a VM that is off: whoever has them now, it is not this one.
    void forget(VmId vm);

    /// Whether it is time to ask for this VM's: it was not asked for in the last minute, and no question about it is
    /// under way. A VM that has just begun to answer (its agent came up) need not wait.
    [[nodiscard]] bool startAsking(VmId vm, bool hasAgent, Now now);
    void endAsking(VmId vm);

private:
    struct Known {
        std::vector<QString> addresses;
        Now asked{};
        bool wasAsked = false;
        bool isAsking = false;
        bool hadAgent = false;
    };

    mutable std::mutex m_mutex;
    QHash<VmId, Known> m_known;
};

} // namespace core::hypervisor::libvirt
