// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/sshmaster.h"

#include "core/hypervisor/errors.h"
#include "core/hypervisor/libvirt/libvirterror.h"
#include "core/hypervisor/libvirt/process.h"
#include "core/hypervisor/libvirt/remoteshell.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace core::hypervisor::libvirt {

namespace {

Q_LOGGING_CATEGORY(lcSsh, "vigie.hypervisor.ssh")

const QByteArray readyToken = "vigie-ready";

/// ssh runs it instead of asking on a terminal. The question is left in `prompt`; the answer comes once, from a
/// pipe that only we can write to, so that the secret is neither on disk nor in anybody's environment.
const QString askScript = uR"(#!/bin/sh
cd '%1' || exit 1
printf '%s' "$1" > prompt
[ -p secret ] && mkdir asked 2>/dev/null || exit 1
IFS= read -r answer < secret && printf '%s\n' "$answer"
)"_s;

/// What libvirt runs in place of ssh. Without the master it fails instead of logging in by itself.
const QString wrapperScript = uR"(#!/bin/sh
exec ssh -S '%1/control' -o ControlMaster=no -o ProxyCommand=false -o BatchMode=yes "$@"
)"_s;

Result<void> writeFile(const QString &path, const QByteArray &content, QFile::Permissions permissions)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || !file.setPermissions(permissions)
        || file.write(content) != content.size()) {
        return Error(core::errors::Internal, path + u": "_s + file.errorString());
    }
    return {};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The child ends when this process does, however that comes about.
void dieWithParent(QProcess &process)
{
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
}

Result<OwnedFd> connectTo(const QString &socketPath)
{
    const QByteArray name = QFile::encodeName(socketPath);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (static_cast<size_t>(name.size()) >= sizeof(address.sun_path))
        return Error(core::errors::Internal, u"the path of the socket is too long: "_s + socketPath);
    std::ranges::copy(name, address.sun_path);
    OwnedFd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (socket.get() < 0
        || ::connect(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof(address)) < 0)
        return Error(core::errors::Internal, u"cannot connect to "_s + socketPath);
    return socket;
}

/// At once: nothing of ours is lost with it.
void end(QProcess &process)
{
    process.kill();
    process.waitForFinished(1000);
}

} // namespace

SshMaster::SshMaster(Address address, QString knownHosts)
    : m_address(std::move(address)),
      m_knownHosts(std::move(knownHosts)),
      m_directory(QDir::tempPath()
                  + u"/vigie-ssh-XXXXXX"_s) // not the state directory: a socket's path is short
{}

SshMaster::~SshMaster()
{
    if (m_process)
        end(*m_process);
    forgetSecret();
}

void SshMaster::forgetSecret()
{
    if (m_secretPipe >= 0)
        ::close(std::exchange(m_secretPipe, -1));
}

QStringList SshMaster::destination() const
{
    QStringList arguments;
    if (m_address.port > 0)
        arguments << u"-p"_s << QString::number(m_address.port);
    if (!m_address.user.isEmpty())
        arguments << u"-l"_s << m_address.user;
    if (!m_address.keyFile.isEmpty())
        arguments << u"-i"_s << m_address.keyFile << u"-o"_s << u"IdentitiesOnly=yes"_s;
    return arguments << u"--"_s << m_address.host;
}

QStringList SshMaster::commonArguments() const
{
    QStringList arguments{u"-a"_s, u"-x"_s, u"-T"_s};
    for (const QString &option :
         {u"GlobalKnownHostsFile=/dev/null"_s, u"HashKnownHosts=no"_s, u"UpdateHostKeys=no"_s,
          u"VerifyHostKeyDNS=no"_s, u"ConnectTimeout=10"_s, u"ClearAllForwardings=yes"_s,
          u"ControlPersist=no"_s, u"EscapeChar=none"_s}) {
        arguments << u"-o"_s << option;
    }
    return arguments;
}

QStringList SshMaster::logInArguments() const
{
    QStringList arguments = commonArguments();
    arguments << u"-M"_s << u"-N"_s << u"-S"_s << path(u"control"_s);
    for (const QString &option :
         {u"UserKnownHostsFile="_s + m_knownHosts, u"StrictHostKeyChecking=yes"_s,
          u"NumberOfPasswordPrompts=1"_s, u"ServerAliveInterval=2"_s, u"ServerAliveCountMax=3"_s,
          u"PermitLocalCommand=yes"_s, u"LocalCommand=echo "_s + QString::fromLatin1(readyToken)}) {
        arguments << u"-o"_s << option;
    }
    return arguments + destination();
}

QStringList SshMaster::fetchArguments(const QString &notes) const
{
    QStringList arguments = commonArguments();
    for (const QString &option :
         {u"UserKnownHostsFile="_s + notes, u"StrictHostKeyChecking=accept-new"_s,
          u"PreferredAuthentications=none"_s, u"BatchMode=yes"_s, u"ControlPath=none"_s}) {
        arguments << u"-o"_s << option;
    }
    return arguments + destination() + QStringList{u"true"_s};
}

Result<void> SshMaster::prepareFiles(const std::optional<QString> &secret)
{
    const QString directory = m_directory.path();
    if (!m_directory.isValid())
        return Error(core::errors::Internal, m_directory.errorString());
    constexpr auto script = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    for (const auto &[name, text] : {std::pair{u"ask"_s, askScript}, std::pair{u"ssh"_s, wrapperScript}}) {
        // Not arg(): the scripts are full of %.
        if (auto written = writeFile(path(name), QString(text).replace("%1"_L1, directory).toUtf8(), script);
            !written)
            return written;
    }
    if (!secret)
        return {};
    // Opened for both ways, so that neither side waits for the other.
    const QByteArray pipe = QFile::encodeName(path(u"secret"_s));
    if (::mkfifo(pipe.constData(), S_IRUSR | S_IWUSR) < 0 && errno != EEXIST)
        return Error(core::errors::Internal, u"cannot make a pipe for the secret"_s);
    m_secretPipe = ::open(pipe.constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    const QByteArray line = secret->toUtf8() + '\n';
    if (m_secretPipe < 0
        || ::write(m_secretPipe, line.constData(), static_cast<size_t>(line.size())) != line.size())
        return Error(core::errors::Internal, u"cannot hand over the secret"_s);
    return {};
}

Task<> SshMaster::start(std::optional<QString> trust, std::optional<QString> secret)
{
    if (auto prepared = prepareFiles(secret); !prepared)
        co_return prepared;
    auto loggedIn = co_await logIn();
    if (loggedIn || !loggedIn.error().is(errors::TrustUnknown))
        co_return loggedIn;
    const auto key = co_await fetchKey();
    if (!key)
        co_return key.error();
    if (trust != key->fingerprint)
        co_return unknownError(*key, loggedIn.error().detail);
    if (auto remembered = remember(*key); !remembered)
        co_return remembered;
    qCInfo(lcSsh) << "host key accepted"
                  << "host" << m_address.where << "fingerprint" << key->fingerprint;
    auto again = co_await logIn();
    co_return again;
}

Task<> SshMaster::logIn()
{
    m_process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SSH_ASKPASS"_s, path(u"ask"_s));
    environment.insert(u"SSH_ASKPASS_REQUIRE"_s, u"force"_s);
    m_process->setProcessEnvironment(environment);
    m_process->setStandardInputFile(QProcess::nullDevice());
    dieWithParent(*m_process);
    m_process->start(u"ssh"_s, logInArguments());
    ProcessWait wait(*m_process, readyToken);
    const bool isReady = co_await wait;
    if (isReady) {
        forgetSecret();
        co_return {};
    }
    const QString said = QString::fromLocal8Bit(m_process->readAllStandardError());
    const SshFailure failure = diagnose(said);
    switch (failure.problem) {
    case SshProblem::KeyUnknown: co_return Error(errors::TrustUnknown, failure.text);
    case SshProblem::KeyChanged: co_return changedError(failure);
    case SshProblem::AuthenticationFailed: co_return authenticationError(failure.text);
    case SshProblem::Other: break;
    }
    const QString why = failure.text.isEmpty() ? m_process->errorString() : failure.text;
    const Failure asLibvirt{.message = why};
    co_return toConnectError(asLibvirt, m_address.uri, m_address.where);
}

/// Has ssh fetch and note the key that the host shows, without logging in: through the user's own ssh settings,
/// where a jump host or another name may be.
Task<HostKey> SshMaster::fetchKey()
{
    const QString notes = path(u"shown"_s);
    QFile::remove(notes);
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    dieWithParent(process);
    process.start(u"ssh"_s, fetchArguments(notes));
    ProcessWait wait(process);
    co_await wait;
    const auto key = firstKey(contentOf(notes));
    if (!key) {
        const Failure failure{.message = QString::fromLocal8Bit(process.readAllStandardError()).trimmed()};
        co_return toConnectError(failure, m_address.uri, m_address.where);
    }
    co_return *key;
}

Result<void> SshMaster::remember(const HostKey &key) const
{
    QFile file(m_knownHosts);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append) || file.write(key.line + '\n') < 0
        || !file.flush())
        return Error(core::errors::Internal, m_knownHosts + u": "_s + file.errorString());
    return {};
}

Error SshMaster::authenticationError(const QString &said) const
{
    const QString prompt = QString::fromLocal8Bit(contentOf(path(u"prompt"_s)));
    const bool secretUsed = QFile::exists(path(u"asked"_s));
    if (prompt.isEmpty() || secretUsed)
        return Error(errors::CredentialsRefused, QJsonObject{{u"host"_s, m_address.where}}, said);
    return Error(errors::CredentialsNeeded, QJsonObject{{u"host"_s, m_address.where}, {u"prompt"_s, prompt}},
                 said);
}

Error SshMaster::unknownError(const HostKey &key, const QString &said) const
{
    return Error(errors::TrustUnknown,
                 QJsonObject{{u"host"_s, m_address.where},
                             {u"algorithm"_s, key.algorithm},
                             {u"fingerprint"_s, key.fingerprint}},
                 said);
}

Error SshMaster::changedError(const SshFailure &failure) const
{
    const QList<QByteArray> lines = contentOf(m_knownHosts).split('\n');
    const QByteArray line = lines.value(failure.knownLine - 1);
    const auto known = parseKnownHost(line);
    QJsonObject params{{u"host"_s, m_address.where},
                       {u"algorithm"_s, failure.algorithm},
                       {u"fingerprint"_s, failure.fingerprint},
                       {u"known"_s, known ? known->fingerprint : QString()}};
    if (known) { // for `ssh-keygen -f FILE -R ENTRY`
        params.insert(u"file"_s, m_knownHosts);
        params.insert(u"entry"_s, QString::fromUtf8(line.split(' ').front().split(',').front()));
    }
    return Error(errors::TrustChanged, params, failure.text);
}

QString SshMaster::uriThroughMaster() const
{
    QUrl url(m_address.uri);
    QUrlQuery query(url);
    query.removeAllQueryItems(
        u"command"_s); // an address from outside must not name a program of this machine
    query.addQueryItem(u"command"_s, path(u"ssh"_s));
    query.removeAllQueryItems(u"no_tty"_s);
    query.addQueryItem(u"no_tty"_s, u"1"_s);
    url.setQuery(query);
    return url.toString(QUrl::FullyEncoded);
}

QStringList SshMaster::controlArguments(const QString &command, const QString &forwarding) const
{
    return {u"-S"_s, path(u"control"_s), u"-O"_s, command, u"-L"_s, forwarding, u"--"_s, m_address.host};
}

/// Tells the master something, through a short-lived ssh.
Task<> SshMaster::control(QString command, QString forwarding)
{
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(u"ssh"_s, controlArguments(command, forwarding));
    ProcessWait wait(process);
    co_await wait;
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        co_return Error(core::errors::Internal,
                        QString::fromLocal8Bit(process.readAllStandardError()).trimmed());
    co_return {};
}

Task<OwnedFd> SshMaster::forward(QString target)
{
    // Not `ssh -W`: it knows no sockets, and would open a shell instead.
    const QString local = path(u"forward-%1"_s.arg(++m_forwards));
    const QString forwarding = local + u':' + target;
    const auto begun = co_await control(u"forward"_s, forwarding);
    if (!begun)
        co_return begun.error();
    auto connected = connectTo(local);
    const auto ended = co_await control(u"cancel"_s, forwarding); // of the listening; what is connected stays
    if (!ended)
        qCInfo(lcSsh) << "forwarding not cancelled"
                      << "host" << m_address.where << "why" << ended.error().detail;
    QFile::remove(local);
    co_return connected;
}

Task<ShellAnswer> SshMaster::run(QByteArray script) const
{
    const QStringList arguments{
        u"-S"_s,
        path(u"control"_s),
        u"-T"_s,
        u"-o"_s,
        u"ControlMaster=no"_s,
        u"-o"_s,
        u"ProxyCommand=false"_s, // without the master it fails instead of logging in by itself
        u"-o"_s,
        u"BatchMode=yes"_s,
        u"--"_s,
        m_address.host,
        shellAsRoot()};
    return runShell(u"ssh"_s, arguments, std::move(script));
}

} // namespace core::hypervisor::libvirt
