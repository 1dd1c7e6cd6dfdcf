// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/turns.h"

namespace core::hypervisor::libvirt {

Turn Turns::take(VmId vm, std::chrono::milliseconds patience)
{
    std::unique_lock guard(m_mutex);
    if (!m_free.wait_for(guard, patience, [&] { return !m_taken.contains(vm); }))
        return {};
    m_taken.insert(vm);
    return Turn(this, [vm](void *turns) { static_cast<Turns *>(turns)->giveBack(vm); });
}

void Turns::giveBack(VmId vm)
{
    {
        const std::lock_guard guard(m_mutex);
        m_taken.remove(vm);
    }
    m_free.notify_all();
}

} // namespace core::hypervisor::libvirt
