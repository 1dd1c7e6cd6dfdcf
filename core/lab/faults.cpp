// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/bringup.h"
#include "core/lab/control.h"
#include "core/lab/errors.h"
#include "core/lab/lab.h"
#include "core/lab/libvirt.h"
#include "core/lab/record.h"
#include "core/lab/storage.h"

#include <QThread>

#include <algorithm>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core::lab {

namespace {

/// What a fault is done to.
struct Scene {
    Paths paths;
    LabStatus lab;
    Fault fault;
};

Error notFound(const QString &what)
{
    return Error(core::errors::NotFound, QJsonObject{{u"what"_s, what}}, what);
}

bool strikesGuest(FaultKind fault)
{
    switch (fault) {
    case FaultKind::GuestCrash:
    case FaultKind::GuestHang:
    case FaultKind::AppFail: return true;
    case FaultKind::PowerOff:
    case FaultKind::HostPause:
    case FaultKind::DaemonPause:
    case FaultKind::AgentKill:
    case FaultKind::NetworkCut:
    case FaultKind::StorageLost:
    case FaultKind::BmcDead:
    case FaultKind::EtcdDown: return false;
    }
    Q_UNREACHABLE();
}

bool seesDatastore(const LabStatus &lab, const Fault &fault)
{
    const auto found = std::ranges::find(lab.datastores, fault.datastore, &LabDatastore::name);
    return found != lab.datastores.end() && std::ranges::find(found->hosts, fault.host) != found->hosts.end();
}

Result<Scene> openScene(const QString &directory, const Fault &fault)
{
    const Paths paths(directory);
    auto lab = loadRecord(paths);
    if (!lab)
        return lab.error();
    if (std::ranges::find(lab->faults, fault.fault) == lab->faults.end())
        return Error(errors::FaultUnavailable,
                     QJsonObject{{u"fault"_s, QString::fromLatin1(wireName(fault.fault))}});
    if (!isKeeperAlive(paths))
        return Error(errors::NotRunning, QJsonObject{{u"directory"_s, paths.directory()}}, paths.directory());
    if (strikesGuest(fault.fault) ? !findGuest(*lab, fault.guest) : !findHost(*lab, fault.host))
        return notFound(strikesGuest(fault.fault) ? fault.guest : fault.host);
    if (fault.fault == FaultKind::StorageLost && !seesDatastore(*lab, fault))
        return notFound(fault.datastore);
    observe(paths, *lab);
    return Scene{.paths = paths, .lab = *std::move(lab), .fault = fault};
}

void signalAll(const std::vector<ProcessId> &processes, int signal)
{
    for (const ProcessId &each : processes) {
        if (isAlive(each))
            ::kill(each.pid, signal);
    }
}

/// New processes may appear while the first are being stopped.
void pauseHost(const Scene &scene)
{
    const auto isRunning = [](const ProcessId &id) {
        const auto info = processInfo(id.pid);
        return info && info->state != 'T' && info->state != 'Z';
    };
    for (int round = 0; round < 50; ++round) {
        const auto processes = processesOn(scene.paths, scene.lab.isolation, scene.fault.host);
        if (std::ranges::none_of(processes, isRunning))
            return;
        signalAll(processes, SIGSTOP);
        QThread::msleep(5);
    }
}

std::vector<ProcessId> daemonOn(const Scene &scene)
{
    auto processes = processesOn(scene.paths, scene.lab.isolation, scene.fault.host);
    std::erase_if(processes, [](const ProcessId &id) {
        const auto info = processInfo(id.pid);
        return !info || info->name != "libvirtd"_L1;
    });
    return processes;
}

std::vector<ProcessId> qemuStruck(const Scene &scene)
{
    const LabGuest *guest = findGuest(scene.lab, scene.fault.guest);
    return qemuOf(processesOn(scene.paths, scene.lab.isolation, guest->host), guest->uuid.toString());
}

void signalRelay(const Scene &scene, int signal)
{
    if (const auto relay = liveProcess(scene.paths.relayPid(scene.fault.host)))
        ::kill(relay->pid, signal);
}

/// A host that lost its power says no goodbye: its clients' connections stay open and silent until it is back.
Result<void> powerOff(const Scene &scene)
{
    signalRelay(scene, SIGSTOP);
    if (scene.lab.isolation == Isolation::Plain) {
        for (auto left = processesOn(scene.paths, scene.lab.isolation, scene.fault.host); !left.empty();
             left = processesOn(scene.paths, scene.lab.isolation, scene.fault.host))
            signalAll(left, SIGKILL);
        return {};
    }
    const auto init = liveProcess(scene.paths.hostPid(scene.fault.host));
    return init ? killAndWait(*init, 30s) : Result<void>();
}

Result<void> setNetwork(const Scene &scene, std::optional<NetworkKind> which, bool up)
{
    for (const NetworkKind network : {NetworkKind::Management, NetworkKind::Migration}) {
        if (which && which != network)
            continue;
        const QJsonObject request{{u"do"_s, u"link"_s},
                                  {u"host"_s, scene.fault.host},
                                  {u"network"_s, QString::fromLatin1(wireName(network))},
                                  {u"up"_s, up}};
        if (const auto done = ask(scene.paths.control(), request); !done)
            return done.error();
        if (network == NetworkKind::Management)
            signalRelay(scene, up ? SIGCONT : SIGSTOP);
    }
    return {};
}

/// The host comes back with new cables; those that a fault cut are cut again.
Result<void> bootAgain(const Scene &scene)
{
    if (liveProcess(scene.paths.hostPid(scene.fault.host)))
        return {};
    const auto found = std::ranges::find(scene.lab.hosts, scene.fault.host, &LabHost::name);
    if (auto booted =
            bootHost(scene.paths, scene.lab, *found, static_cast<int>(found - scene.lab.hosts.begin()) + 1);
        !booted)
        return booted;
    for (const Fault &each : scene.lab.staged) {
        if (each.fault != FaultKind::NetworkCut || each.host != scene.fault.host)
            continue;
        if (auto cut = setNetwork(scene, each.network, false); !cut)
            return cut;
    }
    return {};
}

/// What the lab's fence agent looks for.
QString bmcMarker(const Scene &scene)
{
    return scene.paths.host(scene.fault.host) + u"/bmc-dead"_s;
}

/// The application of the Linux guest, through its agent.
Result<void> setApplication(const Scene &scene, const QByteArray &verb)
{
    const LabGuest *guest = findGuest(scene.lab, scene.fault.guest);
    if (guest->kind != GuestKind::Linux)
        return Error(errors::FaultUnavailable,
                     QJsonObject{{u"fault"_s, QString::fromLatin1(wireName(scene.fault.fault))}},
                     guest->name + u": a tick guest has no application"_s);
    if (isStruck(scene.lab, guest->host))
        return Error(core::errors::Unreachable, QJsonObject{{u"where"_s, guest->host}}, guest->host);
    const auto connection = HostConnection::open(findHost(scene.lab, guest->host)->uri, 5s);
    if (!connection)
        return connection.error();
    const QByteArray command =
        R"({"execute":"guest-exec","arguments":{"path":"/bin/app","arg":[")" + verb + R"("]}})";
    const auto done = connection->askAgent(guest->uuid.toString(), command, 5);
    if (!done)
        return done.error();
    return {};
}

Result<void> startGuest(const Scene &scene)
{
    const LabGuest *guest = findGuest(scene.lab, scene.fault.guest);
    if (guest->state != GuestState::Off)
        return {};
    if (isStruck(scene.lab, guest->host))
        return Error(core::errors::Unreachable, QJsonObject{{u"where"_s, guest->host}}, guest->host);
    const auto connection = HostConnection::open(findHost(scene.lab, guest->host)->uri, 5s);
    return connection ? connection->start(guest->uuid.toString()) : connection.error();
}

/// QEMU stops a guest whose disk fails, and leaves it to the administrator to let it go on.
Result<void> findStorage(const Scene &scene)
{
    const Fault &fault = scene.fault;
    if (auto set = setStorage(scene.paths, fault.host, fault.datastore, std::nullopt); !set)
        return set;
    if (isStruck(scene.lab, fault.host))
        return {};
    const auto connection = HostConnection::open(findHost(scene.lab, fault.host)->uri, 5s);
    return connection ? connection->resumeAfterDiskErrors() : connection.error();
}

Result<void> unavailable(FaultKind fault)
{
    return Error(errors::FaultUnavailable, QJsonObject{{u"fault"_s, QString::fromLatin1(wireName(fault))}});
}

Result<void> stage(const Scene &scene)
{
    switch (scene.fault.fault) {
    case FaultKind::PowerOff: return powerOff(scene);
    case FaultKind::HostPause: pauseHost(scene); return {};
    case FaultKind::DaemonPause: signalAll(daemonOn(scene), SIGSTOP); return {};
    case FaultKind::NetworkCut: return setNetwork(scene, scene.fault.network, false);
    case FaultKind::BmcDead: return writeFile(bmcMarker(scene), {});
    case FaultKind::GuestCrash: signalAll(qemuStruck(scene), SIGKILL); return {};
    case FaultKind::GuestHang: signalAll(qemuStruck(scene), SIGSTOP); return {};
    case FaultKind::AppFail: return setApplication(scene, "stop");
    case FaultKind::StorageLost:
        return setStorage(scene.paths, scene.fault.host, scene.fault.datastore,
                          scene.fault.kind.value_or(StorageLoss::Apd));
    case FaultKind::AgentKill:
    case FaultKind::EtcdDown: return unavailable(scene.fault.fault);
    }
    Q_UNREACHABLE();
}

Result<void> undo(const Scene &scene)
{
    switch (scene.fault.fault) {
    case FaultKind::PowerOff: return bootAgain(scene);
    case FaultKind::HostPause:
        signalAll(processesOn(scene.paths, scene.lab.isolation, scene.fault.host), SIGCONT);
        return {};
    case FaultKind::DaemonPause: signalAll(daemonOn(scene), SIGCONT); return {};
    case FaultKind::NetworkCut: return setNetwork(scene, scene.fault.network, true);
    case FaultKind::BmcDead: return removeTree(bmcMarker(scene));
    case FaultKind::GuestCrash: return startGuest(scene);
    case FaultKind::GuestHang: signalAll(qemuStruck(scene), SIGCONT); return {};
    case FaultKind::AppFail: return setApplication(scene, "start");
    case FaultKind::StorageLost: return findStorage(scene);
    case FaultKind::AgentKill:
    case FaultKind::EtcdDown: return unavailable(scene.fault.fault);
    }
    Q_UNREACHABLE();
}

bool isRepairOf(const Fault &repair, const Fault &staged)
{
    return repair.fault == staged.fault && repair.host == staged.host && repair.guest == staged.guest
        && repair.datastore == staged.datastore && (!repair.network || repair.network == staged.network);
}

Result<LabStatus> finish(Scene scene)
{
    if (auto saved = saveRecord(scene.paths, scene.lab); !saved)
        return saved.error();
    observe(scene.paths, scene.lab);
    return std::move(scene.lab);
}

} // namespace

Result<LabStatus> inject(const QString &directory, const Fault &fault)
{
    const Paths paths(directory);
    if (!isLab(paths))
        return Error(errors::NotALab, QJsonObject{{u"directory"_s, paths.directory()}}, paths.directory());
    const auto lock = lockLab(paths);
    if (!lock)
        return lock.error();
    auto scene = openScene(directory, fault);
    if (!scene)
        return scene.error();
    if (fault.fault == FaultKind::PowerOff) { // what was paused is gone with the power
        std::erase_if(scene->lab.staged, [&fault](const Fault &each) {
            return each.host == fault.host
                && (each.fault == FaultKind::HostPause || each.fault == FaultKind::DaemonPause);
        });
    }
    if (fault.fault == FaultKind::StorageLost) // one kind of loss takes the other's place
        std::erase_if(scene->lab.staged, [&fault](const Fault &each) { return isRepairOf(fault, each); });
    // Recorded first: a fault that was interrupted half way can be repaired.
    if (std::ranges::find(scene->lab.staged, fault) == scene->lab.staged.end())
        scene->lab.staged.push_back(fault);
    if (auto saved = saveRecord(paths, scene->lab); !saved)
        return saved.error();
    if (auto staged = stage(*scene); !staged) {
        std::erase(scene->lab.staged, fault);
        if (auto saved = saveRecord(paths, scene->lab); !saved)
            return saved.error();
        return staged.error();
    }
    return finish(*std::move(scene));
}

Result<LabStatus> repair(const QString &directory, const Fault &fault)
{
    const Paths paths(directory);
    if (!isLab(paths))
        return Error(errors::NotALab, QJsonObject{{u"directory"_s, paths.directory()}}, paths.directory());
    const auto lock = lockLab(paths);
    if (!lock)
        return lock.error();
    auto scene = openScene(directory, fault);
    if (!scene)
        return scene.error();
    std::erase_if(scene->lab.staged, [&fault](const Fault &each) { return isRepairOf(fault, each); });
    if (auto undone = undo(*scene); !undone)
        return undone.error();
    return finish(*std::move(scene));
}

} // namespace core::lab
