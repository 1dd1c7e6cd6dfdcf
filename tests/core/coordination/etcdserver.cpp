// SPDX-License-Identifier: GPL-3.0-or-later
#include "etcdserver.h"

#include <QDeadlineTimer>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

#include <sys/prctl.h>

#include <chrono>
#include <csignal>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tests {

namespace {

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

} // namespace

EtcdServer::~EtcdServer()
{
    kill();
}

QUrl EtcdServer::endpoint() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

QString EtcdServer::start()
{
    const QString program = QStandardPaths::findExecutable(u"etcd"_s);
    if (program.isEmpty())
        return u"etcd is not installed"_s;
    if (m_port == 0) {
        m_port = freePort();
        m_peerPort = freePort();
    }
    const QString peer = u"http://127.0.0.1:%1"_s.arg(m_peerPort);
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.start(program,
                    {u"--name=test"_s, u"--data-dir="_s + m_dir.filePath(u"data"_s),
                     u"--listen-client-urls="_s + endpoint().toString(),
                     u"--advertise-client-urls="_s + endpoint().toString(), u"--listen-peer-urls="_s + peer,
                     u"--initial-advertise-peer-urls="_s + peer, u"--initial-cluster=test="_s + peer,
                     u"--heartbeat-interval=50"_s, u"--election-timeout=500"_s});
    const QDeadlineTimer limit(30s);
    while (!limit.hasExpired() && m_process.state() != QProcess::NotRunning) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        if (socket.waitForConnected(200))
            return {};
        std::this_thread::sleep_for(50ms);
    }
    return u"etcd does not start"_s;
}

void EtcdServer::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(5000);
}

} // namespace tests
