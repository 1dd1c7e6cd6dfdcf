// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/lab/cgroups.h"
#include "core/lab/errors.h"
#include "core/lab/lab.h"
#include "core/lab/namespaces.h"
#include "core/lab/paths.h"
#include "core/lab/process.h"
#include "core/lab/record.h"
#include "core/lab/storage.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <csignal>
#include <cstdio>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

/// A lab host's init: makes the namespaces it was born in into a host, then keeps its libvirt daemon running.
namespace core::lab {

namespace {

struct HostArguments {
    Paths paths;
    QString name;
    int index;
    Isolation isolation;
    int outerProc;
    int ready; ///< closed by the supervisor when the cables are in
};

/// `/run` and what a system daemon keeps elsewhere, each host's own.
Result<void> mountOwnDirectories(const Paths &paths, const QString &host)
{
    const QString own = paths.host(host);
    const std::vector<std::pair<QString, QString>> mounts{{paths.hostRun(host), u"/run"_s},
                                                          {own + u"/etc"_s, u"/etc/libvirt"_s},
                                                          {own + u"/lib"_s, u"/var/lib/libvirt"_s},
                                                          {own + u"/cache"_s, u"/var/cache/libvirt"_s},
                                                          {own + u"/log"_s, u"/var/log"_s}};
    for (const auto &[source, target] : mounts) {
        if (auto done = bindMount(source, target); !done)
            return done;
    }
    return {};
}

/// A host sees its own directory (its local datastore is in it), not the other hosts'.
Result<void> hideOtherHosts(const Paths &paths, const QString &host)
{
    const QString aside = paths.runtime() + u"/"_s + host + u"/aside"_s;
    if (auto done = makeDirectory(aside); !done)
        return done;
    if (auto done = bindMount(paths.host(host), aside); !done)
        return done;
    if (auto done = mountEmpty(paths.hosts()); !done)
        return done;
    if (auto done = makeDirectory(paths.host(host)); !done)
        return done;
    return bindMount(aside, paths.host(host));
}

Result<void> configureNetwork(const HostArguments &host)
{
    const QByteArray number = QByteArray::number(host.index);
    QByteArray batch = "link set lo up\n"
                       "address add 10.77.0."
        + number
        + "/24 dev management\nlink set management up\n"
          "address add 10.77.1."
        + number + "/24 dev migration\nlink set migration up\n";
    if (host.isolation == Isolation::System)
        batch += "link add vmnet type bridge\nlink set guests master vmnet up\nlink set vmnet up\n";
    const auto done = runCommand({u"ip"_s, u"-batch"_s, u"-"_s}, batch);
    if (!done)
        return done.error();
    return {};
}

Result<void> becomeHost(const HostArguments &host)
{
    const QByteArray name = host.name.toUtf8();
    if (::sethostname(name.constData(), static_cast<size_t>(name.size())) != 0)
        return systemError("sethostname");
    if (auto done = mountProc(); !done)
        return done;
    if (host.isolation == Isolation::System) {
        if (auto done = mountSys(); !done)
            return done;
        if (auto done = enterOwnCgroups(host.paths.tag(), host.name); !done)
            std::fprintf(stderr, "%s: no cgroups: %s\n", name.constData(), qPrintable(done.error().detail));
        if (auto done = mountOwnDirectories(host.paths, host.name); !done)
            return done;
    }
    if (auto done = bindMount(host.paths.host(host.name) + u"/etc-hosts"_s, u"/etc/hosts"_s); !done)
        return done;
    // The record lies beside the hosts' directories, which are hidden next.
    const auto lab = loadRecord(host.paths);
    if (!lab)
        return lab.error();
    if (auto done = hideOtherHosts(host.paths, host.name); !done)
        return done;
    if (auto done = mountDatastores(host.paths, *lab, host.name); !done)
        return done;
    return configureNetwork(host);
}

void setEnvironment(const Paths &paths, const QString &host)
{
    const QString own = paths.hostShort(host);
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    qunsetenv("LIBVIRT_DEFAULT_URI");
    qputenv("HOME", own.toUtf8());
    qputenv("XDG_CONFIG_HOME", (own + u"/config"_s).toUtf8());
    qputenv("XDG_CACHE_HOME", (own + u"/cache"_s).toUtf8());
    qputenv("XDG_DATA_HOME", (own + u"/data"_s).toUtf8());
    qputenv("XDG_RUNTIME_DIR", paths.hostRun(host).toUtf8());
}

/// The daemon's words go to a log of the host's own; those of a host that never came up are in the lab's.
void logTo(const QString &path)
{
    const int log =
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (log < 0)
        return;
    ::dup2(log, STDOUT_FILENO);
    ::dup2(log, STDERR_FILENO);
    ::close(log);
}

pid_t startDaemon(const HostArguments &host)
{
    const pid_t pid = ::fork();
    if (pid != 0)
        return pid;
    if (host.isolation == Isolation::Plain)
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    dropRights();
    QStringList command{u"libvirtd"_s};
    if (host.isolation != Isolation::Plain)
        command += u"--listen"_s; // peers connect over the host's own management address
    execute(command.front(), command);
    ::_exit(127);
}

/// Orphans (QEMU makes itself one) come to the host's init; the daemon is started again as systemd would.
[[noreturn]] void superviseDaemon(const HostArguments &host)
{
    pid_t daemon = startDaemon(host);
    for (;;) {
        const pid_t dead = ::waitpid(-1, nullptr, 0);
        if (dead < 0 && errno != EINTR)
            ::sleep(1);
        if (dead != daemon)
            continue;
        ::sleep(1);
        daemon = startDaemon(host);
    }
}

void waitForCables(int ready)
{
    char byte = 0;
    while (::read(ready, &byte, 1) < 0 && errno == EINTR) {}
    ::close(ready);
}

} // namespace

int hostMain(const QStringList &arguments)
{
    if (arguments.size() != 6)
        return 2;
    const auto isolation = json::fromJson<Isolation>(arguments[3]);
    if (!isolation)
        return 2;
    const HostArguments host{.paths = Paths(arguments[0]),
                             .name = arguments[1],
                             .index = arguments[2].toInt(),
                             .isolation = *isolation,
                             .outerProc = arguments[4].toInt(),
                             .ready = arguments[5].toInt()};
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_NAME, "lab-host");
    waitForCables(host.ready);
    Result<void> ready;
    if (host.isolation == Isolation::Plain)
        ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    else
        ready = becomeHost(host);
    if (ready)
        ready = announce(host.paths.hostPid(host.name), host.outerProc);
    if (!ready) {
        std::fprintf(stderr, "%s: %s\n", qPrintable(host.name), qPrintable(ready.error().detail));
        return 1;
    }
    ::close(host.outerProc);
    if (host.isolation != Isolation::System)
        setEnvironment(host.paths, host.name);
    logTo(host.paths.host(host.name) + u"/libvirtd.log"_s);
    QDir::setCurrent(u"/"_s);
    superviseDaemon(host);
}

} // namespace core::lab
