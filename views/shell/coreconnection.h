// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/embeddedcore.h"
#include "core/api/client/session.h"
#include "views/shell/connection.h"

#include <QTemporaryDir>

#include <memory>

namespace views {

class ServerLink;

/// A window's core and the session with it. A server is signed in to; another core is joined or started by `open()`, and started again when it
/// dies; the session exists at once and is simply not online before. A simulated core belongs to us: it ends with this.
class CoreConnection : public QObject
{
    Q_OBJECT

public:
    explicit CoreConnection(Connection connection, QObject *parent = nullptr);
    ~CoreConnection() override;

    void open();

    [[nodiscard]] core::api::client::Session &session() { return m_session; }
    /// Null: the core is no management server.
    [[nodiscard]] ServerLink *server() const { return m_server.get(); }
    [[nodiscard]] const Connection &connection() const { return m_connection; }

Q_SIGNALS:
    void coreRestarted();
    void coreFailed(const core::Error &error);

private:
    void ready(const core::api::client::Endpoint &endpoint, bool restarted);
    [[nodiscard]] core::api::client::EmbeddedCore::Options options();
    void endCore();

    Connection m_connection;
    std::unique_ptr<QTemporaryDir> m_temporary; ///< of a simulated core
    core::api::client::Session m_session;
    std::unique_ptr<core::api::client::EmbeddedCore> m_core; ///< null: a server
    std::unique_ptr<ServerLink> m_server;
    qint64 m_pid = 0;
    bool m_started = false;
};

} // namespace views
