// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/memorysegments.h"

#include <algorithm>

namespace views {

using core::Bytes;

namespace {

bool bySizeThenName(const MemorySegment &a, const MemorySegment &b)
{
    return a.size != b.size ? a.size > b.size : std::pair(a.name, a.vm.id) < std::pair(b.name, b.vm.id);
}

} // namespace

std::vector<MemorySegment> memorySegments(const core::model::Host &host,
                                          const core::model::Inventory &inventory, const LoadOf &load)
{
    const auto ofHost = load(host.id);
    if (!ofHost || !ofHost->memoryUsed || host.memory.count() <= 0)
        return {};
    std::vector<MemorySegment> segments;
    Bytes vms;
    int unmeasured = 0;
    for (const auto &vm : inventory.all<core::model::Vm>()) {
        const bool inMemory =
            vm->state == core::model::PowerState::Running || vm->state == core::model::PowerState::Paused;
        if (vm->host != host.id || !inMemory)
            continue;
        const auto ofVm = load(vm->id);
        if (!ofVm || !ofVm->memoryUsed) {
            ++unmeasured;
            continue;
        }
        segments.push_back(
            {.kind = MemorySegment::Kind::Vm, .vm = vm->id, .name = vm->name, .size = *ofVm->memoryUsed});
        vms += *ofVm->memoryUsed;
    }
    std::ranges::sort(segments, bySizeThenName);
    // The samples of host and VMs are not taken at one instant: their sum may exceed what the host said.
    const Bytes used = std::max(*ofHost->memoryUsed, vms);
    if (const Bytes system = used - vms; system.count() > 0 || unmeasured > 0)
        segments.push_back({.kind = MemorySegment::Kind::System, .size = system, .count = unmeasured});
    if (const Bytes free = host.memory - used; free.count() > 0)
        segments.push_back({.kind = MemorySegment::Kind::Free, .size = free});
    return segments;
}

std::vector<MemorySegment> mergedToFit(std::vector<MemorySegment> segments, int width, int least)
{
    Bytes total;
    for (const MemorySegment &segment : segments)
        total += segment.size;
    if (total.count() <= 0 || width <= 0)
        return segments;
    MemorySegment rest{.kind = MemorySegment::Kind::SmallerVms, .count = 0};
    const auto tooNarrow = [&](const MemorySegment &segment) {
        return segment.kind == MemorySegment::Kind::Vm && segment.size / total * width < least;
    };
    const auto begin = std::ranges::find_if(segments, tooNarrow);
    auto end = begin;
    while (end != segments.end() && tooNarrow(*end)) {
        rest.size += end->size;
        ++rest.count;
        ++end;
    }
    if (rest.count < 2)
        return segments;
    const auto at = segments.erase(begin, end);
    segments.insert(at, rest);
    return segments;
}

} // namespace views
