// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/bringup.h"
#include "core/lab/cgroups.h"
#include "core/lab/errors.h"
#include "core/lab/lab.h"
#include "core/lab/record.h"

#include <QDir>
#include <QThread>

#include <csignal>
#include <functional>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core::lab {

namespace {

using Processes = std::vector<ProcessId>;

/// Ends what `find` finds, until it finds nothing: a process may start another while it dies.
Result<void> killAll(const std::function<Processes()> &find)
{
    for (Processes left = find(); !left.empty(); left = find()) {
        for (const ProcessId &each : left) {
            if (auto killed = killAndWait(each, 30s); !killed)
                return killed;
        }
    }
    return {};
}

template <class Matches>
Processes processesWhere(const Matches &matches)
{
    Processes found;
    for (const pid_t pid : allProcesses()) {
        const auto info = processInfo(pid);
        if (info && info->state != 'Z' && matches(*info, commandLine(pid)))
            found.push_back(info->id);
    }
    return found;
}

/// Supervisor, inits and relays, by their command lines: these are there before any pid file.
Processes ownProcesses(const Paths &paths)
{
    const QByteArray directory = paths.directory().toUtf8();
    const QByteArray runtime = paths.runtime().toUtf8() + '/';
    return processesWhere([&](const ProcessInfo &, const QByteArrayList &arguments) {
        const QByteArray mode = arguments.value(1);
        return ((mode == "lab-keeper" || mode == "lab-host") && arguments.value(2) == directory)
            || (mode == "lab-relay" && arguments.value(2).startsWith(runtime));
    });
}

/// `vigied --embedded DIR/core`, whoever started it: a console may have.
Processes cores(const Paths &paths)
{
    return processesWhere([&](const ProcessInfo &info, const QByteArrayList &arguments) {
        const auto at = arguments.indexOf("--embedded");
        return info.name == "vigied"_L1 && at > 0
            && Paths(QString::fromUtf8(arguments.value(at + 1))).directory() == paths.core();
    });
}

/// A plain lab's hosts have no PID namespace that ends them: what carries their directories is ended.
Result<void> killPlainHosts(const Paths &paths)
{
    const auto lab = loadRecord(paths);
    if (!lab || lab->isolation != Isolation::Plain)
        return {};
    for (const LabHost &host : lab->hosts) {
        if (auto killed = killAll([&] { return processesOn(paths, lab->isolation, host.name); }); !killed)
            return killed;
    }
    return {};
}

} // namespace

bool hasCore(const Paths &paths)
{
    return !cores(paths).empty();
}

Result<void> stopCore(const Paths &paths)
{
    for (const ProcessId &core : cores(paths)) {
        ::kill(core.pid, SIGTERM);
        for (int i = 0; i < 500 && isAlive(core); ++i)
            QThread::msleep(10);
    }
    return killAll([&] { return cores(paths); });
}

Result<void> stopProcesses(const Paths &paths)
{
    if (const auto keeper = liveProcess(paths.keeperPid())) {
        if (auto killed = killAndWait(*keeper, 30s); !killed) // pid 1 of the lab: everything on it goes first
            return killed;
    }
    if (auto killed = killAll([&] { return ownProcesses(paths); }); !killed)
        return killed;
    if (auto killed = killPlainHosts(paths); !killed)
        return killed;
    if (auto removed = removeTree(paths.runtime()); !removed)
        return removed;
    QDir().rmdir(Paths::runtimeRoot()); // fails while another lab is there, as it should
    return removeCgroups(paths.tag());
}

Result<void> down(const QString &directory)
{
    const Paths paths(directory);
    if (!QDir(paths.directory()).exists())
        return stopProcesses(paths);
    if (!isLab(paths) && !QFile::exists(paths.lock()))
        return Error(errors::NotALab, QJsonObject{{u"directory"_s, paths.directory()}}, paths.directory());
    const auto lock = lockLab(paths);
    if (!lock)
        return lock.error();
    if (auto stopped = stopCore(paths); !stopped)
        return stopped;
    if (auto stopped = stopProcesses(paths); !stopped)
        return stopped;
    for (const QString &each :
         {paths.core(), paths.hosts(), paths.datastores(), paths.serialLogs(), paths.log(), paths.keeperPid(),
          paths.keeperLock(), paths.record(), paths.lock()}) {
        if (auto removed = removeTree(each); !removed)
            return removed;
    }
    QDir().rmdir(paths.directory()); // stays when somebody put something into it
    return {};
}

} // namespace core::lab
