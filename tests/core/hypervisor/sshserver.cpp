// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/hypervisor/sshserver.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <arpa/inet.h>
#include <csignal>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tests {

namespace {

QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(30'000) || process.exitCode() != 0)
        qWarning() << program << arguments << process.readAllStandardError();
    return process.readAllStandardOutput();
}

void makeKey(const QString &path, const QString &passphrase)
{
    QFile::remove(path);
    run(u"ssh-keygen"_s, {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, passphrase, u"-f"_s, path});
}

int freePort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    ::bind(socket, reinterpret_cast<const sockaddr *>(&address), size);
    ::getsockname(socket, reinterpret_cast<sockaddr *>(&address), &size);
    ::close(socket);
    return ntohs(address.sin_port);
}

void accepts(int port, bool *answer)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    *answer = ::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0;
    ::close(socket);
}

} // namespace

SshServer::SshServer() : m_port(freePort())
{
    makeKey(m_directory.filePath(u"host"_s), {});
    makeKey(openKey(), {});
    makeKey(lockedKey(), passphrase());
    makeKey(strangeKey(), {});
    QFile accepted(m_directory.filePath(u"accepted"_s));
    if (!accepted.open(QIODevice::WriteOnly))
        qFatal("cannot write a test's file");
    for (const QString &key : {openKey(), lockedKey()}) {
        QFile publicKey(key + u".pub"_s);
        if (publicKey.open(QIODevice::ReadOnly))
            accepted.write(publicKey.readAll());
    }
}

SshServer::~SshServer()
{
    stop();
    if (m_madeRunDirectory)
        QDir().rmdir(u"/run/sshd"_s);
}

bool SshServer::start(const QString &command)
{
    if (::geteuid() == 0 && !QFile::exists(u"/run/sshd"_s)) // sshd insists, as root
        m_madeRunDirectory = QDir().mkdir(u"/run/sshd"_s);
    QFile configuration(m_directory.filePath(u"config"_s));
    if (!configuration.open(QIODevice::WriteOnly))
        return false;
    configuration.write(uR"(ListenAddress 127.0.0.1
Port %1
HostKey %2/host
PidFile none
AuthorizedKeysFile %2/accepted
StrictModes no
UsePAM no
PermitRootLogin prohibit-password
PasswordAuthentication no
KbdInteractiveAuthentication no
LogLevel VERBOSE
ForceCommand %3
)"_s.arg(QString::number(m_port), m_directory.path(), command)
                            .toUtf8());
    configuration.close();
    m_process.setStandardErrorFile(m_directory.filePath(u"log"_s), QIODevice::Append);
    m_process.start(u"/usr/sbin/sshd"_s, {u"-D"_s, u"-e"_s, u"-f"_s, configuration.fileName()});
    bool isUp = false;
    return QTest::qWaitFor(
        [&] {
            accepts(m_port, &isUp);
            return isUp;
        },
        10'000);
}

void SshServer::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    m_process.waitForFinished(5000);
}

void SshServer::endSessions()
{
    const QString pid = QString::number(m_process.processId());
    QFile children(u"/proc/%1/task/%1/children"_s.arg(pid));
    if (!children.open(QIODevice::ReadOnly))
        return;
    for (const QByteArray &child : children.readAll().simplified().split(' '))
        ::kill(child.toInt(), SIGKILL);
}

void SshServer::changeHostKey()
{
    makeKey(m_directory.filePath(u"host"_s), {});
}

QString SshServer::fingerprint() const
{
    return QString::fromLatin1(
        run(u"ssh-keygen"_s, {u"-lf"_s, m_directory.filePath(u"host.pub"_s)}).split(' ').value(1));
}

qsizetype SshServer::logins() const
{
    QFile log(m_directory.filePath(u"log"_s));
    return log.open(QIODevice::ReadOnly) ? log.readAll().count("Accepted publickey") : -1;
}

} // namespace tests
