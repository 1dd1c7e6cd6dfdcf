// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/backoff.h"
#include "core/async/deadline.h"
#include "core/async/scope.h"
#include "core/async/wakeup.h"
#include "core/hypervisor/hypervisor.h"
#include "core/orchestrator/adoption.h"
#include "core/orchestrator/liveinventory.h"

#include <QSet>

#include <functional>
#include <memory>

namespace core::orchestrator {

/// Keeps one host of the inventory true: connects, reads, follows its events, asks it regularly whether it is
/// still there, reads everything again from time to time, samples its counters; and when it goes silent says so,
/// keeps what was known, and tries again for ever. Only the question whether it is still there decides that it is
/// silent: what else cannot be read is marked and tried again.
class HostWatch
{
public:
    struct Settings {
        Duration pingInterval{2'000};
        Duration pingLimit{4'000}; ///< silence longer than this: not responding
        Duration readLimit{30'000}; ///< for a whole inventory
        Duration reconcileInterval{60'000};
        Duration retryFirst{500};
        Duration retryCap{5'000};
    };

    using SampleListener = std::function<void(HostId, const model::Sample &)>;
    /// The host said its true id: the watch's object changes from the first to the second.
    using IdListener = std::function<void(HostId was, HostId is)>;

    /// This host says that it no longer has a VM that it owned.
    using GoneListener = std::function<void(HostId, VmId)>;
    /// This host tells of a VM that another one owns.
    using CopyListener = std::function<void(HostId, VmId)>;
    /// This host says how far a migration from or to it is.
    using MigrationListener = std::function<void(HostId, const hypervisor::HostEvent &)>;
    /// Is the VM being migrated by us? Then it is frozen for a moment, not paused.
    using MigrationTest = std::function<bool(VmId)>;

    struct Surroundings {
        Clock &clock;
        hypervisor::Connector &connector;
        LiveInventory &inventory;
        const HomeFolders &homes;
        SampleListener onSample;
        IdListener onId;
        GoneListener onGone;
        CopyListener onCopy;
        MigrationListener onMigration;
        MigrationTest isMigrating;
    };

    HostWatch(HostId host, hypervisor::Endpoint endpoint, Surroundings surroundings, Settings settings);
    HostWatch(const HostWatch &) = delete;
    HostWatch &operator=(const HostWatch &) = delete;

    /// `opened`: a connection that stands already; null: make one.
    void start(std::unique_ptr<hypervisor::Hypervisor> opened = {});
    /// Before it is destroyed: the host is disconnected by wish, and what it told is the last known.
    void leave() { setState(model::HostState::Disconnected); }
    [[nodiscard]] HostId host() const { return m_host; }
    /// Null while there is no connection.
    [[nodiscard]] std::shared_ptr<hypervisor::Hypervisor> hypervisor() const { return m_hypervisor; }
    /// When the host last answered anything; the epoch when it never has.
    [[nodiscard]] Instant lastAnswer() const { return m_lastAnswer; }

    /// Tries now instead of after the back-off, with these answers to what it was asked. The number of the attempt
    /// that will have them.
    int retryNow(std::optional<QString> trust, std::optional<QString> secret);
    /// Why the last attempt failed; absent while connected or before the first has ended.
    [[nodiscard]] std::optional<Error> problem() const { return m_problem; }
    /// The number of the last attempt that has ended, the first being 1.
    [[nodiscard]] int attempts() const { return m_attemptsEnded; }

    void setSampleInterval(Duration interval);
    /// Reads the VM again soon.
    void lookAt(VmId vm);
    /// It is to be read, or being read.
    [[nodiscard]] bool isLookingAt(VmId vm) const { return m_dirty.contains(vm) || m_reading.contains(vm); }

    /// To be called before `hypervisor()->vm()`: the number of this reading, so that an answer that comes late does not
    /// undo a newer one.
    [[nodiscard]] quint64 beginReading() { return ++m_readings; }
    /// What `hypervisor()->vm()` has answered goes into the inventory. `base.not-found`: the host no longer has the VM;
    /// other errors mark it stale, and it is read again.
    void took(VmId vm, quint64 reading, const Result<model::Vm> &read);

private:
    Task<> control();
    Task<> untilRetryIsWanted();
    Task<> connect();
    Task<std::unique_ptr<hypervisor::Hypervisor>> open();
    Task<> follow();
    Task<> readHost();
    Task<> readVms();
    Task<> readStorage();
    Task<> readNetworks();
    Task<> readDirtyVms();
    Task<> readWhenDirty(Wakeup *wakeup, bool *dirty, Task<> (HostWatch::*read)());
    Task<> reconcileForEver();
    Task<> sampleForEver();

    void heard(const hypervisor::HostEvent &event);
    void startReaders();
    void unread(VmId vm, const Error &why);
    void readAgain();
    Result<void> adopt(const model::Host &facts);
    void adoptVm(model::Vm vm, const Neighbourhood &around);
    void dropVmsExcept(const QSet<VmId> &present, quint64 reading);
    void adoptDatastores(std::vector<model::Datastore> datastores);
    void adoptNetworks(std::vector<model::Network> networks);
    void linkVms();
    void setState(model::HostState state, std::optional<Error> problem = std::nullopt);
    void markStale();
    void markStale(VmId vm, Instant lastSeen);
    void lose(const Error &why);
    [[nodiscard]] bool isConnected() const;
    template <class T>
    Task<T> limited(Task<T> task, Duration limit);

    HostId m_host;
    hypervisor::Endpoint m_endpoint;
    Surroundings m_around;
    Settings m_settings;
    std::unique_ptr<hypervisor::Hypervisor> m_opened; ///< by whoever started us, for the first attempt
    std::shared_ptr<hypervisor::Hypervisor> m_hypervisor;
    std::optional<Error> m_lost; ///< why the connection that we still hold is of no use any more
    std::optional<Error> m_problem;
    int m_attemptsBegun = 0;
    int m_attemptsEnded = 0;
    bool m_retryWanted = false;
    bool m_pingWanted = false;
    Instant m_lastAnswer{};
    Duration m_sampleInterval{20'000};
    Backoff m_backoff;
    QSet<VmId> m_vms; ///< that this host told of
    QSet<VmId> m_dirty; ///< to be read again
    QSet<VmId> m_reading; ///< being read
    QSet<VmId> m_unread; ///< could not be read: again soon
    int m_readers = 0; ///< tasks that read what is dirty
    quint64 m_readings = 0;
    QHash<VmId, quint64> m_taken; ///< the newest reading that is in the inventory
    bool m_storageDirty = false;
    bool m_networksDirty = false;
    std::unique_ptr<Clock::Timer> m_readTimer;
    std::unique_ptr<Clock::Timer> m_againTimer;
    Wakeup m_wakeup;
    Wakeup m_storageWakeup;
    Wakeup m_networksWakeup;
    Wakeup m_sampleWakeup;
    Scope m_scope; ///< last: its tasks use all of the above
};

template <class T>
Task<T> HostWatch::limited(Task<T> task, Duration limit)
{
    auto result = co_await withDeadline(std::move(task), &m_around.clock, limit);
    if (result)
        m_lastAnswer = m_around.clock.now();
    co_return result;
}

} // namespace core::orchestrator
