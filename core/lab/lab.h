// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fields.h"
#include "core/base/id.h"
#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

/// The lab: real libvirt hosts with real QEMU guests on one machine, and their faults.
///
/// Every function here blocks, some for seconds: call them on a lane or in a program of their own, never on
/// an event loop. They may be called from any thread; one lab is changed by one caller at a time (a lock in
/// its directory sees to that, also between processes).
namespace core::lab {

/// How the lab's hosts are kept apart, from the most to the least a machine allows.
enum class Isolation {
    System, ///< root: system daemons, each in namespaces of its own, with cgroups
    Session, ///< no root: session daemons, each in namespaces of its own below a user namespace
    Plain, ///< no root and no user namespaces: session daemons, told apart by their directories only
};
constexpr auto wireNames(Isolation)
{
    return std::array{WireName{Isolation::System, "system"}, WireName{Isolation::Session, "session"},
                      WireName{Isolation::Plain, "plain"}};
}

enum class HostState { Up, Paused, Off };
constexpr auto wireNames(HostState)
{
    return std::array{WireName{HostState::Up, "up"}, WireName{HostState::Paused, "paused"},
                      WireName{HostState::Off, "off"}};
}

enum class GuestKind { Tick, Linux };
constexpr auto wireNames(GuestKind)
{
    return std::array{WireName{GuestKind::Tick, "tick"}, WireName{GuestKind::Linux, "linux"}};
}

/// What its QEMU process is seen to do; hung: the process is stopped.
enum class GuestState { Running, Hung, Off };
constexpr auto wireNames(GuestState)
{
    return std::array{WireName{GuestState::Running, "running"}, WireName{GuestState::Hung, "hung"},
                      WireName{GuestState::Off, "off"}};
}

enum class FaultKind {
    PowerOff,
    HostPause,
    DaemonPause,
    AgentKill,
    NetworkCut,
    StorageLost,
    BmcDead,
    GuestCrash,
    GuestHang,
    AppFail,
    EtcdDown,
};
constexpr auto wireNames(FaultKind)
{
    return std::array{
        WireName{FaultKind::PowerOff, "power-off"},       WireName{FaultKind::HostPause, "host-pause"},
        WireName{FaultKind::DaemonPause, "daemon-pause"}, WireName{FaultKind::AgentKill, "agent-kill"},
        WireName{FaultKind::NetworkCut, "network-cut"},   WireName{FaultKind::StorageLost, "storage-lost"},
        WireName{FaultKind::BmcDead, "bmc-dead"},         WireName{FaultKind::GuestCrash, "guest-crash"},
        WireName{FaultKind::GuestHang, "guest-hang"},     WireName{FaultKind::AppFail, "app-fail"},
        WireName{FaultKind::EtcdDown, "etcd-down"}};
}

enum class NetworkKind { Management, Migration };
constexpr auto wireNames(NetworkKind)
{
    return std::array{WireName{NetworkKind::Management, "management"},
                      WireName{NetworkKind::Migration, "migration"}};
}

/// All paths down, or permanent device loss.
enum class StorageLoss { Apd, Pdl };
constexpr auto wireNames(StorageLoss)
{
    return std::array{WireName{StorageLoss::Apd, "apd"}, WireName{StorageLoss::Pdl, "pdl"}};
}

/// A fault and what it strikes: a host (all but the guest faults), a guest, for `storage-lost` a datastore too.
struct Fault {
    FaultKind fault = FaultKind::PowerOff;
    QString host;
    QString guest;
    QString datastore;
    std::optional<NetworkKind> network; ///< network-cut: absent means both
    std::optional<StorageLoss> kind; ///< storage-lost only

    static constexpr auto fields =
        FieldList{field("fault", &Fault::fault),     field("host", &Fault::host),
                  field("guest", &Fault::guest),     field("datastore", &Fault::datastore),
                  field("network", &Fault::network), field("kind", &Fault::kind)};
    friend bool operator==(const Fault &, const Fault &) = default;
};

struct LabHost {
    QString name;
    HostId uuid;
    QString uri; ///< for clients on this machine: a relay's socket, so that a cut network cuts it too
    QString peerUri; ///< for the other hosts' daemons (peer-to-peer migration), on the management network
    QString migrationUri; ///< where a migration's data goes; empty where hosts share one network
    QString datacenter = QStringLiteral("Lab"); ///< whose one cluster has the same name
    QString directory; ///< holds host.json (its capacity), its logs and its local datastore
    std::optional<qint64> pid; ///< of its init: while it lives the host is on
    std::optional<HostState> state;

    static constexpr auto fields = FieldList{field("name", &LabHost::name),
                                             field("uuid", &LabHost::uuid),
                                             field("uri", &LabHost::uri),
                                             field("peer_uri", &LabHost::peerUri),
                                             field("migration_uri", &LabHost::migrationUri),
                                             field("datacenter", &LabHost::datacenter),
                                             field("directory", &LabHost::directory),
                                             field("pid", &LabHost::pid),
                                             field("state", &LabHost::state)};
};

struct LabDatastore {
    QString name; ///< also the name of its libvirt pool on each host
    DatastoreId uuid;
    QString path;
    bool shared = false;
    std::vector<QString> hosts;

    static constexpr auto fields =
        FieldList{field("name", &LabDatastore::name), field("uuid", &LabDatastore::uuid),
                  field("path", &LabDatastore::path), field("shared", &LabDatastore::shared),
                  field("hosts", &LabDatastore::hosts)};
};

struct LabGuest {
    QString name;
    VmId uuid;
    GuestKind kind = GuestKind::Tick;
    QString host; ///< where it runs; while it is off, where it was last seen
    QString home; ///< its directory on its datastore: vm.xml and disks
    QString serialLog;
    std::optional<GuestState> state;

    static constexpr auto fields =
        FieldList{field("name", &LabGuest::name),  field("uuid", &LabGuest::uuid),
                  field("kind", &LabGuest::kind),  field("host", &LabGuest::host),
                  field("home", &LabGuest::home),  field("serial_log", &LabGuest::serialLog),
                  field("state", &LabGuest::state)};
};

/// What `lab.json` holds; `status` adds pids and states.
struct LabStatus {
    QString format = QStringLiteral("lab/1");
    QString id;
    Isolation isolation = Isolation::Session;
    std::vector<LabHost> hosts;
    std::vector<LabDatastore> datastores;
    std::vector<LabGuest> guests;
    QString core; ///< directory of the embedded core that knows this lab
    std::vector<FaultKind> faults; ///< those this machine can stage
    std::vector<Fault> staged; ///< those in force now

    static constexpr auto fields = FieldList{field("format", &LabStatus::format),
                                             field("id", &LabStatus::id),
                                             field("isolation", &LabStatus::isolation),
                                             field("hosts", &LabStatus::hosts),
                                             field("datastores", &LabStatus::datastores),
                                             field("guests", &LabStatus::guests),
                                             field("core", &LabStatus::core),
                                             field("faults", &LabStatus::faults),
                                             field("staged", &LabStatus::staged)};
};

struct UpOptions {
    QString directory;
    int hosts = 3;
    int guests = 6;
    int datacenters = 1; ///< the hosts are spread over them; at most one for each host
    QString programs; ///< folder of vigiectl and vigied
    std::optional<Isolation> isolation; ///< absent: the best this machine allows
};

/// What `up` is doing, for a line to the user; `what` is the name of the host, guest or program concerned.
enum class Phase {
    PreparingGuests,
    LinuxGuestUnavailable,
    StartingHosts,
    ProbingHost,
    StartingGuests,
    StartingCore,
    CoreMissing
};
using Progress = std::function<void(Phase phase, const QString &what)>;

/// Brings the lab up, or what is missing of a lab that is up already; faults in force stay in force.
/// Fails with errors::NotEmpty in a directory that holds something else.
[[nodiscard]] Result<LabStatus> up(const UpOptions &options, const Progress &progress);

/// Never talks to a libvirt daemon, so it answers whatever is paused or cut.
[[nodiscard]] Result<LabStatus> status(const QString &directory);

/// Ends the lab's core and every process of the lab, and removes what `up` made. Also after a crash of
/// anything. Removing a lab that is not there succeeds.
[[nodiscard]] Result<void> down(const QString &directory);

[[nodiscard]] Result<LabStatus> inject(const QString &directory, const Fault &fault);
/// Repairing what is not broken succeeds.
[[nodiscard]] Result<LabStatus> repair(const QString &directory, const Fault &fault);

/// The lab's own processes: hidden modes of vigiectl (`lab-keeper`, `lab-host`, `lab-relay`), run with the arguments after
/// that word. They return the exit code.
[[nodiscard]] int keeperMain(const QStringList &arguments);
[[nodiscard]] int hostMain(const QStringList &arguments);
[[nodiscard]] int relayMain(const QStringList &arguments);

} // namespace core::lab
