// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <vector>

namespace core::identity::ldap {

/// What ends a conversation from outside: libldap 2.5 with GnuTLS waits for ever in a handshake that the server does
/// not go on with. Any thread.
class Cord
{
public:
    Cord() = default;
    Cord(const Cord &) = delete;
    Cord &operator=(const Cord &) = delete;
    ~Cord();

    /// False: it was cut already. Keeps a descriptor of its own, which stays this socket's whoever closes the other.
    [[nodiscard]] bool add(int socket);
    /// Whoever reads or writes on one of the sockets fails at once.
    void cut();

private:
    std::mutex m_mutex;
    std::vector<int> m_sockets;
    bool m_isCut = false;
};

} // namespace core::identity::ldap
