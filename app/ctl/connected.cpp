// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/connected.h"

#include "app/ctl/print.h"
#include "core/api/client/embeddedcore.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ctl {

using namespace core;
using api::client::EmbeddedCore;
using api::client::Endpoint;
using api::client::Session;

namespace {

constexpr auto connectLimit = 35s; ///< a core on a slow machine has to start first

EmbeddedCore::Options coreOptions(const Place &place)
{
    if (!place.connect.isEmpty())
        return {.directory = api::client::singleHostDirectory(place.connect),
                .arguments = {u"--single-host"_s, place.connect},
                .program = {}};
    return {.directory = place.core.isEmpty() ? api::client::defaultCoreDirectory() : place.core,
            .arguments = {},
            .program = {}};
}

class Connection : public QObject
{
    Q_OBJECT

public:
    using Command = std::function<void(Session &, const End &)>;

    Connection(const Place &place, Output output, Command command)
        : m_isSingleHost(!place.connect.isEmpty()),
          m_output(output),
          m_command(std::move(command)),
          m_core(coreOptions(place))
    {
        connect(&m_core, &EmbeddedCore::failed, this, &Connection::refuse);
        connect(&m_core, &EmbeddedCore::ready, this, &Connection::join);
        QTimer::singleShot(connectLimit, this, &Connection::giveUp);
    }

    void open() { m_core.open(); }

private:
    void join(const Endpoint &endpoint)
    {
        if (m_session) {
            m_session->setEndpoint(endpoint);
            return;
        }
        m_session = std::make_unique<Session>(endpoint);
        connect(m_session.get(), &Session::inventoryReset, this, &Connection::look);
        connect(m_session.get(), &Session::inventoryChanged, this, &Connection::look);
        m_session->start();
    }

    /// There is an inventory; a single host's is worth reading when the host has answered.
    void look()
    {
        if (m_begun)
            return;
        if (m_isSingleHost) {
            const auto &hosts = m_session->inventory().all<model::Host>();
            if (hosts.isEmpty())
                return;
            const model::Host &host = **hosts.cbegin();
            if (host.state == model::HostState::Connecting)
                return;
            if (host.state == model::HostState::NotResponding) {
                refuse(
                    host.problem.value_or(Error(errors::Unreachable, QJsonObject{{u"where"_s, host.name}})));
                return;
            }
        }
        m_begun = true;
        m_command(*m_session, end);
    }

    void giveUp()
    {
        if (m_begun)
            return;
        const auto why = m_session ? m_session->linkError() : std::nullopt;
        refuse(
            why.value_or(Error(errors::Timeout, QJsonObject{{u"seconds"_s, qint64(connectLimit.count())}})));
    }

    void refuse(const Error &error)
    {
        m_begun = true; // a command that is at work ends too: its core is gone and cannot be started again
        printError(error, m_output);
        end(notConnected);
    }

    static void end(int code)
    {
        QMetaObject::invokeMethod(
            qApp, [code] { QCoreApplication::exit(code); }, Qt::QueuedConnection);
    }

    bool m_isSingleHost;
    Output m_output;
    Command m_command;
    bool m_begun = false;
    std::unique_ptr<Session> m_session;
    EmbeddedCore m_core;
};

} // namespace

int runConnected(const Place &place, Output output,
                 const std::function<void(Session &, const End &)> &command)
{
    Connection connection(place, output, command);
    connection.open();
    return QCoreApplication::exec();
}

} // namespace ctl

#include "connected.moc"
