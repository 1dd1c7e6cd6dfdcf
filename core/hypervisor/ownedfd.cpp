// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/hypervisor.h"

#include <unistd.h>

namespace core::hypervisor {

OwnedFd &OwnedFd::operator=(OwnedFd &&other) noexcept
{
    std::swap(m_fd, other.m_fd);
    return *this;
}

OwnedFd::~OwnedFd()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

} // namespace core::hypervisor
