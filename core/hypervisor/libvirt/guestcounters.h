// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/sample.h"

#include <QHash>

#include <chrono>

namespace core::hypervisor::libvirt {

using model::Nanoseconds;

/// Adds up what a host's guests have used since it was opened, as counters that never fall: neither a guest
/// that ends nor one whose own counters start again takes anything away. One thread at a time.
class GuestCounters
{
public:
    struct Totals {
        Nanoseconds cpu{0};
        Bytes diskRead;
        Bytes diskWritten;
        Bytes networkReceived;
        Bytes networkSent;
        Bytes memoryResident; ///< now, not a counter
    };

    /// Takes in one reading. The first sight of a guest only counts from its second on, unless it began after the
    /// previous reading.
    const Totals &add(const std::vector<model::VmSample> &reading);

private:
    QHash<VmId, model::VmSample> m_last;
    Totals m_totals;
    bool m_hasReading = false;
};

} // namespace core::hypervisor::libvirt
