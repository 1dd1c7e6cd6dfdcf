// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/lane.h"
#include "core/hypervisor/libvirt/link.h"

namespace core::hypervisor::libvirt {

/// Runs `work(link, arguments…)` on the lane. The job owns all it uses.
template <class T, class... Parameters, class... Arguments>
Task<T> onLane(Lane *lane, std::shared_ptr<Link> link, Result<T> (*work)(Link &, Parameters...),
               Arguments... arguments)
{
    auto job = [link, work, arguments...] { return work(*link, arguments...); };
    auto call = lane->run(std::move(job));
    auto answer = co_await call;
    co_return answer;
}

} // namespace core::hypervisor::libvirt
