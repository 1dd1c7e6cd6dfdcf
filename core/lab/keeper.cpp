// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/keeper.h"

#include "core/base/json.h"
#include "core/lab/control.h"
#include "core/lab/errors.h"
#include "core/lab/namespaces.h"

#include <QFile>
#include <QThread>

#include <array>
#include <csignal>
#include <cstdio>

#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace core::lab {

namespace {

/// In the lab's network namespace: one bridge a network; `guests` is the switch between the hosts' bridges.
constexpr auto bridges = "link set lo up\n"
                         "link add management type bridge\nlink set management up\n"
                         "link add migration type bridge\nlink set migration up\n"
                         "link add guests type bridge\nlink set guests up\n";

/// In a child: becomes another mode of this program, with no signal blocked.
[[noreturn]] void becomeMode(const QStringList &arguments)
{
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    execute(u"/proc/self/exe"_s, QStringList{u"vigiectl"_s} + arguments);
    ::_exit(127);
}

Result<pid_t> forkPlain()
{
    const pid_t pid = ::fork();
    if (pid < 0)
        return systemError("fork");
    return pid;
}

} // namespace

Keeper::Keeper(const QString &directory, Isolation isolation, int outerProc)
    : m_paths(directory),
      m_isolation(isolation),
      m_outerProc(outerProc)
{}

Result<void> Keeper::prepare()
{
    m_lock =
        Fd(::open(QFile::encodeName(m_paths.keeperLock()).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!m_lock || ::flock(m_lock.get(), LOCK_EX | LOCK_NB) != 0)
        return systemError("flock");
    if (auto announced = announce(m_paths.keeperPid(), m_outerProc); !announced)
        return announced;
    if (m_isolation != Isolation::Plain) {
        if (auto made = runCommand({u"ip"_s, u"-batch"_s, u"-"_s}, bridges); !made)
            return made.error();
    }
    auto control = listenAt(m_paths.control());
    if (!control)
        return control.error();
    m_control = *std::move(control);
    return {};
}

void Keeper::serve()
{
    sigset_t children;
    ::sigemptyset(&children);
    ::sigaddset(&children, SIGCHLD);
    ::sigprocmask(SIG_BLOCK, &children, nullptr);
    const Fd deaths(::signalfd(-1, &children, SFD_CLOEXEC | SFD_NONBLOCK));
    for (;;) {
        std::array<pollfd, 2> waiting{pollfd{m_control.get(), POLLIN, 0}, pollfd{deaths.get(), POLLIN, 0}};
        if (::poll(waiting.data(), waiting.size(), -1) < 0)
            continue;
        signalfd_siginfo info{};
        while (::read(deaths.get(), &info, sizeof info) > 0) {}
        reap();
        if ((waiting[0].revents & POLLIN) == 0)
            continue;
        const Fd connection(::accept4(m_control.get(), nullptr, nullptr, SOCK_CLOEXEC));
        if (!connection)
            continue;
        const auto done = perform(receive(connection));
        answer(connection, done ? *done : QJsonObject{{u"error"_s, json::errorToJson(done.error())}});
    }
}

void Keeper::reap()
{
    for (pid_t pid = ::waitpid(-1, nullptr, WNOHANG); pid > 0; pid = ::waitpid(-1, nullptr, WNOHANG)) {
        const auto isIt = [pid](const auto &entry) { return entry.second == pid; };
        std::erase_if(m_hosts, isIt);
        std::erase_if(m_relays, isIt);
    }
}

Result<QJsonObject> Keeper::perform(const QJsonObject &request)
{
    const QString what = request[u"do"_s].toString();
    const QString host = request[u"host"_s].toString();
    if (what == "boot"_L1)
        return boot(host, request[u"index"_s].toInt());
    Result<void> done = core::errors::invalidArgument(u"do"_s, what);
    if (what == "relay"_L1)
        done = startRelay(host);
    else if (what == "link"_L1)
        done = setLink(host, request[u"network"_s].toString(), request[u"up"_s].toBool());
    if (!done)
        return done.error();
    return QJsonObject{{u"done"_s, true}};
}

Result<QJsonObject> Keeper::boot(const QString &host, int index)
{
    stop(m_hosts, host);
    if (auto started = startHost(host, index); !started)
        return started.error();
    if (auto started = startRelay(host); !started)
        return started.error();
    return QJsonObject{{u"done"_s, true}};
}

void Keeper::stop(std::map<QString, pid_t> &children, const QString &host)
{
    const auto found = children.find(host);
    if (found == children.end())
        return;
    ::kill(found->second, SIGKILL);
    ::waitpid(found->second, nullptr, 0);
    children.erase(found);
}

Result<void> Keeper::startHost(const QString &host, int index)
{
    std::array<int, 2> ready{};
    if (::pipe(ready.data()) != 0) // inherited: the host waits for its network
        return systemError("pipe");
    Fd reader(ready[0]);
    Fd writer(ready[1]);
    const QStringList command{u"lab-host"_s,
                              m_paths.directory(),
                              host,
                              QString::number(index),
                              QString::fromLatin1(wireName(m_isolation)),
                              QString::number(m_outerProc),
                              QString::number(reader.get())};
    const auto init = m_isolation == Isolation::Plain ? forkPlain() : forkHost();
    if (!init)
        return init.error();
    if (*init == 0) {
        writer.reset();
        becomeMode(command);
    }
    m_hosts[host] = *init;
    m_indices[host] = index;
    reader.reset();
    if (m_isolation != Isolation::Plain) {
        if (auto wired = wire(host, index, *init); !wired) {
            stop(m_hosts, host);
            return wired;
        }
    }
    return {}; // closing the writer lets the host go on
}

/// Three cables from the lab's switches into the host. Those of its last life went with its network namespace.
Result<void> Keeper::wire(const QString &host, int index, pid_t init)
{
    QByteArray batch;
    for (const char *network : {"management", "migration", "guests"}) {
        const QByteArray outer = QByteArray(network).left(6) + QByteArray::number(index);
        batch += "link add " + outer + " type veth peer name " + QByteArray(network) + " netns "
            + QByteArray::number(init) + '\n';
        batch += "link set " + outer + " master " + network + " up\n";
    }
    QByteArray stale;
    for (const char *network : {"management", "migration", "guests"})
        stale += "link del " + QByteArray(network).left(6) + QByteArray::number(index) + '\n';
    // A namespace is dismantled after its last process: its cables may still be there for a moment.
    auto done = runCommand({u"ip"_s, u"-batch"_s, u"-"_s}, batch);
    for (int attempt = 0; !done && attempt < 50; ++attempt) {
        QThread::msleep(20);
        const auto removed = runCommand({u"ip"_s, u"-force"_s, u"-batch"_s, u"-"_s}, stale);
        if (!removed)
            std::fprintf(stderr, "%s: %s\n", qPrintable(host), qPrintable(removed.error().detail));
        done = runCommand({u"ip"_s, u"-batch"_s, u"-"_s}, batch);
    }
    if (!done)
        return done.error();
    return {};
}

Result<void> Keeper::startRelay(const QString &host)
{
    stop(m_relays, host);
    const QStringList command{u"lab-relay"_s, m_paths.relaySocket(host), m_paths.daemonSocket(host),
                              m_paths.relayPid(host), QString::number(m_outerProc)};
    const auto pid = forkPlain();
    if (!pid)
        return pid.error();
    if (*pid == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        becomeMode(command);
    }
    m_relays[host] = *pid;
    return {};
}

Result<void> Keeper::setLink(const QString &host, const QString &network, bool up)
{
    const auto index = m_indices.find(host);
    if (m_isolation == Isolation::Plain || index == m_indices.end())
        return Error(core::errors::NotFound, QJsonObject{{u"what"_s, host}});
    const QString link = network.left(6) + QString::number(index->second);
    const auto set = runCommand({u"ip"_s, u"link"_s, u"set"_s, link, up ? u"up"_s : u"down"_s});
    if (!set)
        return set.error();
    return {};
}

namespace {

/// The supervisor itself, as pid 1 of the lab (in a plain lab: an ordinary process).
int keep(const QString &directory, Isolation isolation, int outerProc)
{
    ::setsid();
    ::signal(SIGPIPE, SIG_IGN);
    Result<void> ready;
    if (isolation == Isolation::Plain)
        ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    else
        ready = mountProc();
    if (ready && isolation == Isolation::Session)
        ready = keepRights();
    Keeper keeper(directory, isolation, outerProc);
    if (ready)
        ready = keeper.prepare();
    if (!ready) {
        std::fprintf(stderr, "lab-keeper: %s\n", qPrintable(ready.error().detail));
        return 1;
    }
    keeper.serve();
    return 0;
}

} // namespace

int keeperMain(const QStringList &arguments)
{
    if (arguments.size() != 2)
        return 2;
    const auto isolation = json::fromJson<Isolation>(arguments[1]);
    if (!isolation)
        return 2;
    // An ordinary user's PATH leaves out where Debian keeps libvirtd and ip; hosts and relays inherit this one.
    qputenv("PATH", qgetenv("PATH") + ":/usr/sbin:/sbin");
    const int outerProc = ::open("/proc", O_PATH | O_DIRECTORY);
    if (*isolation == Isolation::Plain)
        return keep(arguments[0], *isolation, outerProc);
    if (const auto entered = enterLabNamespaces(*isolation); !entered) {
        std::fprintf(stderr, "lab-keeper: %s\n", qPrintable(entered.error().detail));
        return 1;
    }
    const pid_t pid = ::fork();
    if (pid == 0)
        ::_exit(keep(arguments[0], *isolation, outerProc));
    return pid > 0 ? 0 : 1;
}

} // namespace core::lab
