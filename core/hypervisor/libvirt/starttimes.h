// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/time.h"

#include <QHash>

#include <functional>
#include <optional>
#include <vector>

namespace core::hypervisor::libvirt {

/// Remembers since when a host's guests run. libvirt does not tell: a guest is dated when it is first seen, by its
/// process where that is on this machine, else by the reading that had it first. What ran already at the first
/// reading, or came from another host, stays undated. One thread at a time.
class StartTimes
{
public:
    struct Seen {
        VmId vm;
        int run = 0; ///< libvirt's domain id, another one after each start
        bool booted = false; ///< surely here, not received from another host
    };
    /// By their processes; without those that nothing is known of.
    using Dated = QHash<VmId, Instant>;
    using Dating = std::function<Dated(const std::vector<VmId> &)>;

    /// Takes in one reading of all guests that run. `dating` is only asked for the new ones.
    void add(const std::vector<Seen> &reading, Instant now, const Dating &dating);
    [[nodiscard]] std::optional<Instant> of(VmId vm) const;

private:
    struct Known {
        int run = 0;
        std::optional<Instant> started;
    };

    QHash<VmId, Known> m_known;
    bool m_hasReading = false;
};

} // namespace core::hypervisor::libvirt
