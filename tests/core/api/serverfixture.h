// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/server/api.h"
#include "core/async/systemclock.h"
#include "core/hypervisor/simulated/connector.h"
#include "core/orchestrator/core.h"
#include "tests/core/api/eventually.h"
#include "tests/support/memorystore.h"
#include "tests/support/waitfor.h"

#include <QTcpSocket>

namespace apitest {

/// Two simulated hosts, a core that watches them, and its server on a free port of the loopback; a store that
/// outlives it, when one is given.
class Served
{
public:
    explicit Served(core::api::server::HttpLimits limits = {}, tests::MemoryStore *kept = nullptr,
                    QByteArray token = QByteArray(64, 'a'),
                    std::optional<core::api::server::Certificate> certificate = {}); // with one: over TLS

    [[nodiscard]] const core::model::Inventory &now() { return core->inventory().now(); }
    [[nodiscard]] core::VmId vmIn(core::model::PowerState state);
    [[nodiscard]] core::DatacenterId datacenter()
    {
        return (*now().all<core::model::Datacenter>().cbegin())->id;
    }
    [[nodiscard]] QByteArray folderBody(const QString &name);

    core::SystemClock clock;
    core::simulation::World world{{.hosts = 2, .vms = 20}, &clock};
    core::hypervisor::SimulatedConnector connector{&world, &clock};
    tests::MemoryStore ownStore;
    tests::MemoryStore &store;
    QByteArray token;
    std::unique_ptr<core::orchestrator::Core> core;
    core::api::server::FeedHub feed{clock};
    core::identity::Accounts accounts{clock, store};
    std::unique_ptr<core::api::server::Api> api;
    std::unique_ptr<core::api::server::HttpServer> http;
    quint16 port = 0;
};

/// What came back on the wire.
struct Reply {
    int status = 0; ///< 0: no answer at all
    QByteArray head;
    QByteArray body;
    bool closed = false; ///< the server ended the connection

    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    /// The stable code of a problem.
    [[nodiscard]] QString code() const;
};

/// A client that sends exactly the bytes it is told to.
class RawClient
{
public:
    explicit RawClient(quint16 port);

    void send(const QByteArray &bytes);
    /// The next response; waits for its whole body.
    [[nodiscard]] Reply reply();
    [[nodiscard]] bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    [[nodiscard]] const QByteArray &received() const { return m_received; }
    [[nodiscard]] QTcpSocket &socket() { return m_socket; }

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

/// A whole request with token, Host and Content-Length. `extra` lines end with CR LF.
[[nodiscard]] QByteArray request(const Served &served, const QByteArray &method, const QByteArray &target,
                                 const QByteArray &body = {}, const QByteArray &extra = {});
/// Sent on a connection of its own.
[[nodiscard]] Reply ask(const Served &served, const QByteArray &bytes);

} // namespace apitest
