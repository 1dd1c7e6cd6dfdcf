// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/ldap/cord.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace core::identity::ldap {

Cord::~Cord()
{
    for (const int each : m_sockets)
        ::close(each);
}

bool Cord::add(int socket)
{
    const std::lock_guard guard(m_mutex);
    const int own = m_isCut ? -1 : ::fcntl(socket, F_DUPFD_CLOEXEC, 0);
    if (own < 0)
        return false;
    m_sockets.push_back(own);
    return true;
}

void Cord::cut()
{
    const std::lock_guard guard(m_mutex);
    m_isCut = true;
    for (const int each : m_sockets)
        ::shutdown(each, SHUT_RDWR);
}

} // namespace core::identity::ldap
