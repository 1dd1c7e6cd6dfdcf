// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QSet>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace core::hypervisor::libvirt {

/// Held while a request to one VM's process is under way; empty when the turn did not come.
using Turn = std::unique_ptr<void, std::function<void(void *)>>;

/// One request to a VM's process at a time: what a process that hangs can keep waiting is one thread, and others for a
/// moment only. Any thread.
class Turns
{
public:
    /// Waits at most `patience`. The Turns outlive what they give.
    [[nodiscard]] Turn take(VmId vm, std::chrono::milliseconds patience = std::chrono::seconds(5));

private:
    void giveBack(VmId vm);

    std::mutex m_mutex;
    std::condition_variable m_free;
    QSet<VmId> m_taken;
};

} // namespace core::hypervisor::libvirt
