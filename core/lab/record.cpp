// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/record.h"

#include "core/base/json.h"
#include "core/lab/errors.h"
#include "core/lab/storage.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace core::lab {

namespace {

/// Without namespaces: what carries the host's directory in its command line or environment. Its relay does
/// too, but is no part of it.
bool carriesHost(pid_t pid, const QByteArray &marker)
{
    if (commandLine(pid).contains("lab-relay"))
        return false;
    for (const QString &name : {u"/proc/%1/cmdline"_s, u"/proc/%1/environ"_s}) {
        QFile file(name.arg(pid));
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(marker))
            return true;
    }
    return false;
}

/// No "nothing known": a lab that was recorded says what it is.
QJsonObject withoutObservations(LabStatus &lab)
{
    for (LabHost &host : lab.hosts) {
        host.pid.reset();
        host.state.reset();
    }
    for (LabGuest &guest : lab.guests)
        guest.state.reset();
    return json::toObject(lab);
}

bool isPaused(const ProcessId &id)
{
    const auto info = processInfo(id.pid);
    return info && info->state == 'T';
}

void observeGuest(LabGuest &guest, const QString &host, bool hostPaused,
                  const std::vector<ProcessId> &processes)
{
    const auto found = qemuOf(processes, guest.uuid.toString());
    if (found.empty() || (guest.state && *guest.state != GuestState::Off && host != guest.host))
        return;
    guest.host = host;
    guest.state = isPaused(found.front()) && !hostPaused ? GuestState::Hung : GuestState::Running;
}

} // namespace

Result<Fd> lockLab(const Paths &paths)
{
    for (;;) {
        Fd fd(::open(QFile::encodeName(paths.lock()).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
        if (!fd || ::flock(fd.get(), LOCK_EX) != 0)
            return systemError("flock");
        struct stat info {};
        if (::fstat(fd.get(), &info) == 0 && info.st_nlink > 0) // else a `down` that we waited for removed it
            return fd;
    }
}

bool isLab(const Paths &paths)
{
    return QFile::exists(paths.record());
}

Result<LabStatus> loadRecord(const Paths &paths)
{
    const QString directory = paths.directory();
    const Error none(errors::NotALab, QJsonObject{{u"directory"_s, directory}},
                     directory + u" holds no lab"_s);
    if (!isLab(paths))
        return none;
    const auto text = readFile(paths.record());
    if (!text)
        return text.error();
    auto lab = json::fromJson<LabStatus>(QJsonDocument::fromJson(*text).object());
    if (!lab || lab->format != "lab/1"_L1 || lab->id.isEmpty())
        return none;
    return lab;
}

Result<void> saveRecord(const Paths &paths, LabStatus lab)
{
    return writeFile(paths.record(), QJsonDocument(withoutObservations(lab)).toJson());
}

bool isKeeperAlive(const Paths &paths)
{
    return liveProcess(paths.keeperPid()).has_value();
}

std::vector<ProcessId> processesOn(const Paths &paths, Isolation isolation, const QString &host)
{
    std::vector<ProcessId> found;
    const auto init = liveProcess(paths.hostPid(host));
    const quint64 space = init && isolation != Isolation::Plain ? pidNamespace(init->pid) : 0;
    if (isolation != Isolation::Plain && space == 0)
        return found;
    const QByteArray marker = (paths.runtime() + u'/' + host + u'/').toUtf8();
    for (const pid_t pid : allProcesses()) {
        const bool onHost = isolation == Isolation::Plain
            ? (init && init->pid == pid) || carriesHost(pid, marker)
            : pidNamespace(pid) == space;
        const auto info = onHost ? processInfo(pid) : std::nullopt;
        if (info && info->state != 'Z')
            found.push_back(info->id);
    }
    return found;
}

std::vector<ProcessId> qemuOf(const std::vector<ProcessId> &processes, const QString &uuid)
{
    std::vector<ProcessId> found;
    for (const ProcessId &each : processes) {
        const QByteArrayList arguments = commandLine(each.pid);
        const auto at = arguments.indexOf("-uuid");
        if (at >= 0 && at + 1 < arguments.size() && QString::fromUtf8(arguments[at + 1]) == uuid)
            found.push_back(each);
    }
    return found;
}

void observe(const Paths &paths, LabStatus &lab)
{
    for (LabGuest &guest : lab.guests)
        guest.state = GuestState::Off;
    for (LabHost &host : lab.hosts) {
        const auto init = liveProcess(paths.hostPid(host.name));
        host.state = HostState::Off;
        host.pid.reset();
        if (!init)
            continue;
        const bool paused = isPaused(*init);
        host.pid = init->pid;
        host.state = paused ? HostState::Paused : HostState::Up;
        const auto processes = processesOn(paths, lab.isolation, host.name);
        for (LabGuest &guest : lab.guests)
            observeGuest(guest, host.name, paused, processes);
    }
}

const LabHost *findHost(const LabStatus &lab, const QString &name)
{
    const auto found = std::ranges::find(lab.hosts, name, &LabHost::name);
    return found == lab.hosts.end() ? nullptr : &*found;
}

const LabGuest *findGuest(const LabStatus &lab, const QString &name)
{
    const auto found = std::ranges::find(lab.guests, name, &LabGuest::name);
    return found == lab.guests.end() ? nullptr : &*found;
}

bool isStruck(const LabStatus &lab, const QString &host)
{
    return std::ranges::any_of(lab.staged, [&host](const Fault &fault) {
        return fault.host == host && fault.fault != FaultKind::BmcDead
            && fault.fault != FaultKind::StorageLost
            && !(fault.fault == FaultKind::NetworkCut && fault.network == NetworkKind::Migration);
    });
}

std::vector<FaultKind> stageableFaults(Isolation isolation)
{
    std::vector<FaultKind> faults{FaultKind::PowerOff,   FaultKind::HostPause, FaultKind::DaemonPause,
                                  FaultKind::NetworkCut, FaultKind::BmcDead,   FaultKind::GuestCrash,
                                  FaultKind::GuestHang,  FaultKind::AppFail};
    if (isolation == Isolation::Plain) // its hosts share the machine's network
        std::erase(faults, FaultKind::NetworkCut);
    if (canLoseStorage(isolation))
        faults.push_back(FaultKind::StorageLost);
    return faults;
}

} // namespace core::lab
