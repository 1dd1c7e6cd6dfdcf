// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/coreconnection.h"

#include "views/shell/serverlink.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QThread>
#include <QTimer>

#ifdef Q_OS_UNIX
#    include <csignal>
#endif

using namespace Qt::StringLiterals;

namespace views {

using core::api::client::EmbeddedCore;
using core::api::client::Endpoint;

namespace {

/// Keeps the directory of a core that was told to end until it has ended, without making anybody wait for it; only
/// at the end of the program there is no other time.
class EndingCore : public QObject
{
public:
    EndingCore(qint64 pid, std::unique_ptr<QTemporaryDir> directory)
        : QObject(qApp),
          m_pid(pid),
          m_directory(std::move(directory))
    {
        m_since.start();
        auto *timer = new QTimer(this);
        connect(timer, &QTimer::timeout, this, [this] {
            if (hasEnded() || m_since.hasExpired(patienceMs))
                delete this;
        });
        timer->start(pauseMs);
    }
    ~EndingCore() override
    {
        while (!hasEnded() && !m_since.hasExpired(patienceMs))
            QThread::msleep(pauseMs);
    }

private:
    static constexpr int pauseMs = 20;
    static constexpr int patienceMs = 2000;

    [[nodiscard]] bool hasEnded() const
    {
#ifdef Q_OS_UNIX
        return ::kill(static_cast<pid_t>(m_pid), 0) != 0;
#else
        return m_pid <= 1;
#endif
    }

    qint64 m_pid;
    std::unique_ptr<QTemporaryDir> m_directory;
    QElapsedTimer m_since;
};

} // namespace

CoreConnection::CoreConnection(Connection connection, QObject *parent)
    : QObject(parent),
      m_connection(std::move(connection)),
      m_session(Endpoint{})
{
    if (m_connection.kind == Connection::Kind::Server) {
        m_server = std::make_unique<ServerLink>(m_session, m_connection);
        connect(m_server.get(), &ServerLink::failed, this, &CoreConnection::coreFailed);
        return;
    }
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
    if (m_server)
        m_server->open();
    else
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
    case Connection::Kind::Server: break; // nothing is started for it
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
    new EndingCore(pid, std::move(m_temporary)); // deletes itself
#endif
}

} // namespace views
