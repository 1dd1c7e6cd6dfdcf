// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/hypervisor/libvirt/handles.h"

#include <QByteArray>

#include <optional>

namespace core::hypervisor::libvirt {

struct Snapshots {
    int count = 0;
    std::optional<Instant> oldest; ///< absent: none, or not said
    friend bool operator==(const Snapshots &, const Snapshots &) = default;
};

/// Of a VM that has some. libvirt knows them by itself and waits for no process; only those without a parent are
/// described, for no other can be older.
[[nodiscard]] Snapshots readSnapshots(virDomainPtr domain);

/// When the snapshot of this description was taken; absent when it does not say.
[[nodiscard]] std::optional<Instant> takenAt(const QByteArray &xml);

} // namespace core::hypervisor::libvirt
