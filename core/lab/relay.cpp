// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/control.h"
#include "core/lab/lab.h"
#include "core/lab/process.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <cstring>

#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

/// The cable between a client and a lab host's libvirt daemon. While it is stopped (SIGSTOP) the host is silent, as
/// behind a cut network; when it ends, connections break, as when a host reboots.
namespace core::lab {

namespace {

constexpr size_t chunk = 65536;
constexpr size_t mostDescriptors = 16;

/// One direction of one connection. Descriptors travel too: libvirt hands out screens as descriptors, each with
/// the one byte it came with, which is the last of what recvmsg() returns.
class Stream
{
public:
    [[nodiscard]] bool wantsToRead() const { return m_pending.isEmpty() && !m_ended; }
    [[nodiscard]] bool wantsToWrite() const { return !m_pending.isEmpty(); }
    [[nodiscard]] bool isOver() const { return m_ended && m_pending.isEmpty(); }

    void readFrom(int fd);
    /// False when the other side is gone.
    bool writeTo(int fd);

private:
    QByteArray m_pending;
    std::vector<Fd> m_descriptors; ///< go with the last pending byte
    bool m_ended = false;
};

union ControlBuffer {
    std::array<char, CMSG_SPACE(sizeof(int) * mostDescriptors)> bytes;
    cmsghdr aligned;
};

void Stream::readFrom(int fd)
{
    std::array<char, chunk> buffer;
    ControlBuffer control{};
    iovec data{buffer.data(), buffer.size()};
    msghdr message{};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    message.msg_control = control.bytes.data();
    message.msg_controllen = control.bytes.size();
    const ssize_t n = ::recvmsg(fd, &message, MSG_CMSG_CLOEXEC);
    if (n <= 0) {
        m_ended = true;
        return;
    }
    m_pending.append(buffer.data(), n);
    for (cmsghdr *each = CMSG_FIRSTHDR(&message); each; each = CMSG_NXTHDR(&message, each)) {
        if (each->cmsg_level != SOL_SOCKET || each->cmsg_type != SCM_RIGHTS)
            continue;
        const size_t count = (each->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (size_t i = 0; i < count; ++i) {
            int descriptor = -1;
            std::memcpy(&descriptor, CMSG_DATA(each) + i * sizeof(int), sizeof(int));
            m_descriptors.emplace_back(descriptor);
        }
    }
}

bool Stream::writeTo(int fd)
{
    const bool withDescriptors = !m_descriptors.empty() && m_pending.size() == 1;
    const size_t length =
        static_cast<size_t>(m_pending.size()) - (m_descriptors.empty() || withDescriptors ? 0 : 1);
    iovec data{m_pending.data(), length};
    msghdr message{};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    ControlBuffer control{};
    if (withDescriptors) {
        const size_t size = sizeof(int) * m_descriptors.size();
        message.msg_control = control.bytes.data();
        message.msg_controllen = CMSG_SPACE(size);
        cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(size);
        for (size_t i = 0; i < m_descriptors.size(); ++i) {
            const int descriptor = m_descriptors[i].get();
            std::memcpy(CMSG_DATA(header) + i * sizeof(int), &descriptor, sizeof(int));
        }
    }
    const ssize_t n = ::sendmsg(fd, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (n < 0)
        return errno == EAGAIN || errno == EINTR;
    m_pending.remove(0, n);
    if (withDescriptors)
        m_descriptors.clear();
    return true;
}

struct Connection {
    Fd client;
    Fd daemon;
    Stream toDaemon{};
    Stream toClient{};
    bool broken = false;

    [[nodiscard]] bool isOver() const { return broken || toDaemon.isOver() || toClient.isOver(); }
    [[nodiscard]] static short events(const Stream &reads, const Stream &writes)
    {
        return static_cast<short>((reads.wantsToRead() ? POLLIN : 0) | (writes.wantsToWrite() ? POLLOUT : 0));
    }
    void serve(short clientEvents, short daemonEvents)
    {
        constexpr short readable = POLLIN | POLLHUP | POLLERR;
        if ((clientEvents & readable) != 0 && toDaemon.wantsToRead())
            toDaemon.readFrom(client.get());
        if ((daemonEvents & readable) != 0 && toClient.wantsToRead())
            toClient.readFrom(daemon.get());
        // A side that hung up with bytes still to deliver: poll() would return for ever, so they are dropped.
        const bool clientLost = (clientEvents & (POLLHUP | POLLERR)) != 0 && toDaemon.wantsToWrite();
        const bool daemonLost = (daemonEvents & (POLLHUP | POLLERR)) != 0 && toClient.wantsToWrite();
        if (toDaemon.wantsToWrite() && !toDaemon.writeTo(daemon.get()))
            broken = true;
        if (toClient.wantsToWrite() && !toClient.writeTo(client.get()))
            broken = true;
        broken = broken || (clientLost && toDaemon.wantsToWrite()) || (daemonLost && toClient.wantsToWrite());
    }
};

void relayForever(const Fd &listener, const QString &target)
{
    std::vector<Connection> connections;
    for (;;) {
        std::vector<pollfd> waiting{{listener.get(), POLLIN, 0}};
        for (const Connection &each : connections) {
            waiting.push_back({each.client.get(), Connection::events(each.toDaemon, each.toClient), 0});
            waiting.push_back({each.daemon.get(), Connection::events(each.toClient, each.toDaemon), 0});
        }
        if (::poll(waiting.data(), waiting.size(), -1) < 0)
            continue;
        for (size_t i = 0; i < connections.size(); ++i)
            connections[i].serve(waiting[1 + 2 * i].revents, waiting[2 + 2 * i].revents);
        std::erase_if(connections, [](const Connection &each) { return each.isOver(); });
        if ((waiting.front().revents & POLLIN) == 0)
            continue;
        Fd client(::accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
        auto daemon = connectTo(target);
        if (client && daemon) // else the client sees its connection closed
            connections.push_back({.client = std::move(client), .daemon = *std::move(daemon)});
    }
}

} // namespace

int relayMain(const QStringList &arguments)
{
    if (arguments.size() != 4)
        return 2;
    ::signal(SIGPIPE, SIG_IGN);
    ::prctl(PR_SET_NAME, "lab-relay");
    const auto listener = listenAt(arguments[0]);
    const auto announced = announce(arguments[2], arguments[3].toInt());
    if (!listener || !announced) {
        const Error &error = listener ? announced.error() : listener.error();
        std::fprintf(stderr, "lab-relay: %s\n", qPrintable(error.detail));
        return 1;
    }
    ::close(arguments[3].toInt());
    relayForever(*listener, arguments[1]);
    return 0;
}

} // namespace core::lab
