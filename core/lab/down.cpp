// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/bringup.h"
#include "core/lab/cgroups.h"
#include "core/lab/errors.h"
#include "core/lab/lab.h"
#include "core/lab/record.h"

#include <QDir>
#include <QJsonDocument>
#include <QThread>

#include <csignal>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core::lab {

namespace {

/// A plain lab's hosts have no PID namespace that ends them: what carries their directories is ended, until nothing does.
Result<void> killPlainHosts(const Paths &paths)
{
    const auto lab = loadRecord(paths);
    if (!lab || lab->isolation != Isolation::Plain)
        return {};
    for (const LabHost &host : lab->hosts) {
        if (const auto relay = liveProcess(paths.relayPid(host.name))) {
            if (auto killed = killAndWait(*relay, 10s); !killed)
                return killed;
        }
        for (auto left = processesOn(paths, lab->isolation, host.name); !left.empty();
             left = processesOn(paths, lab->isolation, host.name)) {
            for (const ProcessId &each : left) {
                if (auto killed = killAndWait(each, 10s); !killed)
                    return killed;
            }
        }
    }
    return {};
}

/// The pid of the core that has the lab's directory open, whoever started it (a console may have); it must be one.
std::optional<ProcessId> coreByEndpoint(const Paths &paths)
{
    const auto text = readFile(paths.core() + u"/endpoint.json"_s);
    if (!text)
        return std::nullopt;
    const pid_t pid = QJsonDocument::fromJson(*text)[u"pid"_s].toInt();
    const auto info = pid > 1 ? processInfo(pid) : std::nullopt;
    if (!info || info->name != "vigied"_L1)
        return std::nullopt;
    for (const QByteArray &argument : commandLine(pid)) {
        if (Paths(QString::fromUtf8(argument)).directory() == paths.core())
            return info->id;
    }
    return std::nullopt;
}

} // namespace

Result<void> stopCore(const Paths &paths)
{
    for (const auto &core : {liveProcess(paths.corePid()), coreByEndpoint(paths)}) {
        if (!core)
            continue;
        ::kill(core->pid, SIGTERM);
        for (int i = 0; i < 500 && isAlive(*core); ++i)
            QThread::msleep(10);
        if (auto killed = killAndWait(*core, 5s); !killed)
            return killed;
    }
    return {};
}

Result<void> stopProcesses(const Paths &paths)
{
    if (const auto keeper = liveProcess(paths.keeperPid())) {
        if (auto killed = killAndWait(*keeper, 30s); !killed) // pid 1 of the lab: everything on it goes first
            return killed;
    }
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
         {paths.core(), paths.corePid(), paths.hosts(), paths.datastores(), paths.serialLogs(), paths.log(),
          paths.keeperPid(), paths.keeperLock(), paths.record(), paths.lock()}) {
        if (auto removed = removeTree(each); !removed)
            return removed;
    }
    QDir().rmdir(paths.directory()); // stays when somebody put something into it
    return {};
}

} // namespace core::lab
