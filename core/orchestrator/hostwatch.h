// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/backoff.h"
#include "core/async/clock.h"
#include "core/async/scope.h"
#include "core/async/wakeup.h"
#include "core/hypervisor/hypervisor.h"
#include "core/orchestrator/liveinventory.h"
#include "core/orchestrator/placement.h"

#include <QSet>

#include <functional>
#include <memory>

namespace core::orchestrator {

/// Keeps one host of the inventory true: connects, reads, follows its events, asks it regularly whether it is
/// still there, reads everything again from time to time, samples its counters; and when it goes silent says so,
/// keeps what was known, and tries again for ever.
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

    struct Surroundings {
        Clock &clock;
        hypervisor::Connector &connector;
        LiveInventory &inventory;
        const Placements &placements;
        SampleListener onSample;
        IdListener onId;
        GoneListener onGone;
        CopyListener onCopy;
    };

    HostWatch(HostId host, hypervisor::Endpoint endpoint, Surroundings surroundings, Settings settings);
    HostWatch(const HostWatch &) = delete;
    HostWatch &operator=(const HostWatch &) = delete;

    void start();
    [[nodiscard]] HostId host() const { return m_host; }
    /// Null while there is no connection.
    [[nodiscard]] std::shared_ptr<hypervisor::Hypervisor> hypervisor() const { return m_hypervisor; }

    /// Tries now instead of after the back-off, with these answers to what it was asked.
    void retryNow(std::optional<QString> trust, std::optional<QString> secret);
    /// Why the last attempt failed; absent while connected or before the first has ended.
    [[nodiscard]] std::optional<Error> problem() const { return m_problem; }
    [[nodiscard]] int attempts() const { return m_attempts; }

    void setSampleInterval(Duration interval);
    /// Reads the VM again soon.
    void lookAt(VmId vm);
    /// Reads one VM and puts it into the inventory; `base.not-found` takes it out.
    Task<model::Vm> refresh(VmId vm);

private:
    Task<> control();
    Task<> connect();
    Task<> follow();
    Task<> readEverything();
    Task<> readVms();
    Task<> readStorage();
    Task<> readNetworks();
    Task<> refreshDirty();
    Task<> sampleForEver();

    void heard(const hypervisor::HostEvent &event);
    void adopt(const model::Host &facts);
    void adoptVm(model::Vm vm, const Neighbourhood &around);
    void dropVmsExcept(const QSet<VmId> &present);
    void adoptDatastores(std::vector<model::Datastore> datastores);
    void adoptNetworks(std::vector<model::Network> networks);
    void setState(model::HostState state, std::optional<Error> problem = std::nullopt);
    void markStale();
    void lose(const Error &why);
    template <class T>
    Task<T> limited(Task<T> task, Duration limit);

    HostId m_host;
    hypervisor::Endpoint m_endpoint;
    Surroundings m_around;
    Settings m_settings;
    std::shared_ptr<hypervisor::Hypervisor> m_hypervisor;
    std::optional<Error> m_lost; ///< why the connection that we still hold is of no use any more
    std::optional<Error> m_problem;
    int m_attempts = 0;
    Instant m_lastAnswer{};
    Monotonic m_nextReconcile{};
    Duration m_sampleInterval{20'000};
    Backoff m_backoff;
    QSet<VmId> m_vms; ///< that this host told of
    QSet<VmId> m_dirty;
    bool m_storageDirty = false;
    bool m_networksDirty = false;
    Wakeup m_wakeup;
    Wakeup m_sampleWakeup;
    Scope m_scope; ///< last: its tasks use all of the above
};

} // namespace core::orchestrator
