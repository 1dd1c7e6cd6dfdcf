// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/hypervisor.h"
#include "core/orchestrator/alarmactions.h"
#include "core/orchestrator/alarmboard.h"
#include "core/orchestrator/alarmkeeper.h"
#include "core/orchestrator/clusterclaims.h"
#include "core/orchestrator/departures.h"
#include "core/orchestrator/drs/board.h"
#include "core/orchestrator/drs/enforcement.h"
#include "core/orchestrator/eventlog.h"
#include "core/orchestrator/historian.h"
#include "core/orchestrator/hostwatch.h"
#include "core/orchestrator/journal.h"
#include "core/orchestrator/liveinventory.h"
#include "core/orchestrator/migration/board.h"
#include "core/orchestrator/notificationkeeper.h"
#include "core/orchestrator/passwordkeeper.h"
#include "core/orchestrator/performanceboard.h"
#include "core/orchestrator/taskboard.h"

namespace core::orchestrator {

/// A host that the core takes in at its start without being asked: of the lab, the simulation, or the single one.
struct InitialHost {
    model::Host host; ///< id may be null: then one is made of the URI until the host says its own
    std::optional<hypervisor::Capacity> capacity;
};

/// What there is at the start besides what the database remembers.
struct InitialInventory {
    std::vector<model::Object>
        objects; ///< datacenters, clusters, folders, pools; those already known are kept
    std::vector<InitialHost> hosts;
    HomeFolders homes; ///< of VMs that will be seen
};

/// A core at work: everything of vigied but the sockets. One thread.
class Core
{
public:
    struct Settings {
        QString user; ///< who owns an embedded core, its Administrator: "local\\ann"; a server's: nobody
        bool keepHosts = true; ///< false: a simulated world is made anew at each start
        Duration sampleInterval{20'000};
        HostWatch::Settings watch;
        DrsBoard::Settings drs;
        PasswordKeeper *passwords = nullptr; ///< null: nobody signs in here with a password
        notification::Notifier *notifier = nullptr; ///< null: nobody is told of alarms
        const vault::Vault *vault = nullptr; ///< null: no secrets can be kept
        QString authorityDirectory = {}; ///< of the authority that certifies hosts; empty: none are prepared
        QString hostRoot = {}; ///< in place of / on hosts, for tests
        QString name = {}; ///< as other cores shall call this one; empty: it claims no clusters
    };

    /// Who wants to hear what happens: the feed.
    class Listener
    {
    public:
        virtual ~Listener() = default;
        virtual void inventoryChanged(const model::Change &change) = 0;
        virtual void loadsChanged(const std::vector<model::Load> &loads) = 0;
        virtual void taskChanged(const model::Task &task) = 0;
        virtual void eventRaised(const model::Event &event) = 0;
        virtual void alarmsChanged(const std::vector<model::Alarm> &alarms) = 0;
    };

    Core(Clock &clock, hypervisor::Connector &connector, persistence::Store &store, Settings settings);
    ~Core();
    Core(const Core &) = delete;
    Core &operator=(const Core &) = delete;

    void setListener(Listener *listener) { m_listener = listener; }

    /// Reads the database, takes in the initial inventory, begins to watch the hosts. Fails when the database
    /// does; hosts that do not answer are no failure.
    Task<> start(InitialInventory initial);
    /// Ends when all that was said is in the database.
    Task<> flush();

    [[nodiscard]] const Settings &settings() const { return m_settings; }
    [[nodiscard]] Clock &clock() { return m_clock; }
    [[nodiscard]] LiveInventory &inventory() { return m_inventory; }
    [[nodiscard]] TaskBoard &tasks() { return m_tasks; }
    [[nodiscard]] EventLog &events() { return m_events; }
    [[nodiscard]] const Journal &journal() const { return m_journal; }
    [[nodiscard]] AlarmBoard &alarms() { return m_alarms; }
    /// Null before the start, and where the core claims no clusters.
    [[nodiscard]] ClusterClaims *claims() { return m_claims.get(); }
    [[nodiscard]] AlarmActions &actions() { return m_actions; }
    [[nodiscard]] NotificationKeeper &notifications() { return m_notifications; }
    [[nodiscard]] AlarmKeeper &alarmKeeper() { return m_alarmKeeper; }
    [[nodiscard]] PerformanceBoard &performance() { return m_performance; }
    [[nodiscard]] MigrationBoard &migrations() { return m_migrations; }
    [[nodiscard]] DrsBoard &drs() { return m_drs; }
    [[nodiscard]] persistence::Store &store() { return m_store; }
    [[nodiscard]] hypervisor::Connector &connector() { return m_connector; }

    /// When the core's own certificate ends: there is an alarm before.
    void setCertificateExpiry(Instant expires);

    /// Null when the host is not watched (disconnected on purpose, or unknown).
    [[nodiscard]] HostWatch *watch(HostId host);
    /// Begins to watch, with a connection that stands already or (null) by making one. The host must be in the
    /// inventory.
    void addWatch(const model::Host &host, hypervisor::Endpoint endpoint,
                  std::unique_ptr<hypervisor::Hypervisor> opened = {});
    /// Stops watching. Never from inside the watch's own calls.
    void removeWatch(HostId host);
    /// Asks the VM's host for it; what it says is in the inventory then. `base.unreachable` when the host cannot be
    /// asked, also when its watch ends meanwhile.
    [[nodiscard]] Task<model::Vm> readVm(VmId vm);
    /// The address of a host as it was last watched, without secrets.
    [[nodiscard]] hypervisor::Endpoint endpointOf(const model::Host &host) const;

private:
    void remember(const model::Change &change);
    void joinAlarms();
    [[nodiscard]] AlarmActions::Surroundings surroundingsOfActions();
    void watchCertificate();
    [[nodiscard]] std::optional<double> newest(const model::ObjectRef &object, model::AlarmMeasure measure);
    static Task<> flush(Core *self);
    static Task<> beginClaims(Core *self);
    void databaseFailing(const std::optional<Journal::Failure> &failure);
    static Task<> perform(Core *self, operations::OperationRequest request, TaskId task);
    void takeIn(const persistence::Stored &stored);
    void takeIn(const InitialInventory &initial);
    static Task<model::Vm> readVm(Core *self, VmId vm);
    void rename(HostId was, HostId is);
    void rememberLastAnswers();
    [[nodiscard]] model::Change withLastAnswer(model::Change change);

    Clock &m_clock;
    hypervisor::Connector &m_connector;
    persistence::Store &m_store;
    Settings m_settings;
    Listener *m_listener = nullptr;
    LiveInventory m_inventory;
    Journal m_journal;
    MigrationBoard m_migrations; // before the tasks, which use it
    EventLog m_events;
    AlarmKeeper m_alarmKeeper;
    NotificationKeeper m_notifications;
    AlarmActions m_actions;
    AlarmBoard m_alarms;
    TaskBoard m_tasks;
    PerformanceBoard m_performance;
    Historian m_historian;
    DrsBoard m_drs;
    PoolEnforcement m_enforcement;
    QHash<HostId, hypervisor::Capacity> m_capacities;
    HomeFolders m_homes;
    Departures m_departures;
    std::unique_ptr<Clock::Timer> m_answersTimer;
    std::optional<Instant> m_certificateExpires;
    std::unique_ptr<Clock::Timer> m_certificateTimer;
    bool m_loading = true;
    std::vector<std::unique_ptr<HostWatch>> m_watches;
    std::unique_ptr<ClusterClaims> m_claims;
    Scope m_scope;
};

} // namespace core::orchestrator
