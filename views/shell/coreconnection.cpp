// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/coreconnection.h"

#include <QDir>
#include <QThread>

#ifdef Q_OS_UNIX
#    include <csignal>
#endif

using namespace Qt::StringLiterals;

namespace views {

using core::api::client::EmbeddedCore;
using core::api::client::Endpoint;

CoreConnection::CoreConnection(Connection connection, QObject *parent)
    : QObject(parent),
      m_connection(std::move(connection)),
      m_session(Endpoint{})
{
    m_core = std::make_unique<EmbeddedCore>(options());
    connect(m_core.get(), &EmbeddedCore::ready, this, &CoreConnection::ready);
    connect(m_core.get(), &EmbeddedCore::failed, this, &CoreConnection::coreFailed);
}

CoreConnection::~CoreConnection()
{
    m_core.reset(); // or it would start the core again
    if (m_temporary)
        endCore();
}

void CoreConnection::open()
{
    m_core->open();
}

EmbeddedCore::Options CoreConnection::options()
{
    switch (m_connection.kind) {
    case Connection::Kind::Embedded:
        return {.directory = m_connection.target.isEmpty() ? core::api::client::defaultCoreDirectory()
                                                           : m_connection.target};
    case Connection::Kind::SingleHost:
        return {.directory = core::api::client::singleHostDirectory(m_connection.target),
                .arguments = {u"--single-host"_s, m_connection.target}};
    case Connection::Kind::Simulated:
        m_temporary = std::make_unique<QTemporaryDir>(QDir::temp().filePath(u"vigie-simulated-XXXXXX"_s));
        return {.directory = m_temporary->path(), .arguments = {u"--simulated"_s, m_connection.target}};
    }
    Q_UNREACHABLE();
}

void CoreConnection::ready(const Endpoint &endpoint, bool restarted)
{
    m_pid = endpoint.pid;
    m_session.setEndpoint(endpoint);
    if (!std::exchange(m_started, true))
        m_session.start();
    if (restarted)
        Q_EMIT coreRestarted();
}

/// It would end by itself a minute after us, but in a directory that is gone.
void CoreConnection::endCore()
{
#ifdef Q_OS_UNIX
    const auto endpoint = core::api::client::readEndpoint(m_temporary->path());
    const qint64 pid = endpoint ? endpoint->pid : m_pid;
    if (pid <= 1)
        return;
    ::kill(static_cast<pid_t>(pid), SIGTERM);
    for (int i = 0; i < 100 && ::kill(static_cast<pid_t>(pid), 0) == 0; ++i)
        QThread::msleep(20); // the window is closed by now; the directory must outlive the core
#endif
}

} // namespace views
