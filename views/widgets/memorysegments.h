// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"
#include "core/model/load.h"

#include <functional>

namespace views {

/// A part of a host's memory.
struct MemorySegment {
    enum class Kind { Vm, SmallerVms, System, Free };
    Kind kind = Kind::Free;
    core::model::ObjectRef vm; ///< with Vm
    QString name; ///< of the VM
    core::Bytes size;
    int count =
        1; ///< SmallerVms: how many; System: running VMs that are in it because they were not measured
    friend bool operator==(const MemorySegment &, const MemorySegment &) = default;
};

using LoadOf = std::function<std::optional<core::model::Load>(const core::model::ObjectRef &)>;

/// The host's memory, divided: running VMs by size, then what the host's own system uses, then what is free. Sums
/// to the host's memory. Empty when the host's memory or its use is not known: nothing is guessed.
[[nodiscard]] std::vector<MemorySegment>
memorySegments(const core::model::Host &host, const core::model::Inventory &inventory, const LoadOf &load);

/// As far as they can be seen and pointed at in `width` pixels: VMs that would be narrower than `least` become one
/// segment.
[[nodiscard]] std::vector<MemorySegment> mergedToFit(std::vector<MemorySegment> segments, int width,
                                                     int least);

} // namespace views
