// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"
#include "core/orchestrator/core.h"

#include <memory>

namespace core::orchestrator {

/// How an attempt to connect to a host went.
struct ConnectionAttempt {
    int number = 0; ///< the first is 1; 0: none has ended yet
    std::optional<Error> problem;
};

/// What a handler works with. Handlers read like the operation: validate what the availability rule could not,
/// act, read back. A value; use it on the core's thread while the core lives.
class OperationContext
{
public:
    OperationContext(Core &core, TaskId task) : m_core(&core), m_task(task) {}

    [[nodiscard]] const model::Inventory &inventory() const;
    [[nodiscard]] Clock &clock() const;
    /// Who asked.
    [[nodiscard]] QString user() const;
    /// Who keeps passwords; `base.unsupported` where nobody signs in with one.
    [[nodiscard]] Result<PasswordKeeper *> passwords() const;

    /// A code that core/text names; see there.
    void phase(const QString &code) const;
    void progress(double ratio) const;
    void cancellable(bool allowed) const;
    [[nodiscard]] bool cancelRequested() const;
    void steps(std::vector<model::TaskStep> steps) const;
    void migration(model::MigrationFigures figures) const;
    void findings(std::vector<model::Finding> findings) const;
    [[nodiscard]] const Core::Settings &settings() const;
    /// How far an earlier life of the core came with this task; empty: it begins now.
    [[nodiscard]] std::vector<model::TaskStep> earlierSteps() const;
    /// Ends when phase and steps as they are now are in the database. Before whatever a crash must not make forgotten.
    [[nodiscard]] Task<> keep() const;

    /// One request to the VM's host: `base.unreachable` when there is no connection, `base.timeout` when the host does
    /// not take it. What came of it is to be read back.
    template <class... Parameters, class... Arguments>
    [[nodiscard]] Task<> call(VmId vm, Task<> (hypervisor::Hypervisor::*request)(VmId, Parameters...),
                              Arguments... arguments) const
    {
        const auto connection = hypervisorOf(vm);
        if (!connection)
            return refused(connection.error());
        return taken(&m_core->clock(), *connection, ((**connection).*request)(vm, std::move(arguments)...));
    }
    /// The VM as its host says it is now; the inventory has it then.
    [[nodiscard]] Task<model::Vm> read(VmId vm) const { return m_core->readVm(vm); }
    /// Ends soon after the VM has changed in the inventory, or after `limit`.
    [[nodiscard]] Task<> changeOf(VmId vm, Duration limit) const;

    /// For what takes several hosts. `base.unreachable` when there is no connection.
    [[nodiscard]] Result<std::shared_ptr<hypervisor::Hypervisor>> hypervisorOn(HostId host) const;
    /// Has the host asked for the VM soon; what it says is in the inventory then.
    void lookAt(HostId host, VmId vm) const;
    [[nodiscard]] MigrationBoard &migrations() const;
    [[nodiscard]] DrsBoard &drs() const;

    /// A copy of an object, to be changed and put; `base.not-found` when there is none.
    template <model::InventoryId IdType>
    [[nodiscard]] auto copyOf(IdType id) const
        -> Result<std::remove_cvref_t<decltype(*std::declval<model::Inventory>().find(id))>>
    {
        const auto *known = inventory().find(id);
        if (known == nullptr)
            return operations::exists(id, inventory()).why();
        return *known;
    }
    /// Changes objects that only the core knows.
    template <class T>
    void put(T value) const
    {
        const model::ObjectRef ref(value.id);
        apply({ref, model::Object(std::make_shared<const T>(std::move(value)))});
    }
    void apply(model::Change change) const;
    void remove(const model::ObjectRef &ref) const;

    /// Says that the user takes care of a triggered alarm of the object.
    [[nodiscard]] Result<void> acknowledge(AlarmId alarm, const model::ObjectRef &object,
                                           const QString &comment) const;
    /// Ends an alarm that an event has triggered.
    [[nodiscard]] Result<void> resetAlarm(AlarmId alarm, const model::ObjectRef &object) const;
    /// How the core calls people outside.
    [[nodiscard]] NotificationKeeper &notifications() const;
    /// Tells somebody of an alarm that there is not; `base.unsupported` where the core tells nobody.
    [[nodiscard]] Task<> tryOut(model::AlarmAction action) const;
    /// Ends when what is triggered is in the database as it is now.
    [[nodiscard]] Task<> alarmsKept() const;

    /// Makes this core the one that rules the cluster.
    [[nodiscard]] Task<> takeOver(ClusterId cluster) const;

    /// A connection to a host that need not be in the inventory; `base.timeout` when it does not answer.
    [[nodiscard]] Task<std::unique_ptr<hypervisor::Hypervisor>> open(hypervisor::Endpoint endpoint) const;
    /// Begins to follow a host of the inventory by a connection that stands.
    void follow(const model::Host &host, hypervisor::Endpoint endpoint,
                std::unique_ptr<hypervisor::Hypervisor> opened) const;
    /// Tries to connect to a host of the inventory now, with these answers to what it asked before. The number of the
    /// attempt that will have them.
    [[nodiscard]] int reconnect(const model::Host &host, const std::optional<QString> &trust,
                                const std::optional<QString> &secret) const;
    /// Closes the connection to the host and tries no further; its VMs are stale then.
    void disconnect(HostId host) const;
    /// The last attempt to connect that has ended; absent when the host is disconnected.
    [[nodiscard]] std::optional<ConnectionAttempt> lastAttempt(HostId host) const;

private:
    [[nodiscard]] Result<std::shared_ptr<hypervisor::Hypervisor>> hypervisorOf(VmId vm) const;
    static Task<> refused(Error why);
    static Task<> taken(Clock *clock, std::shared_ptr<hypervisor::Hypervisor> connection, Task<> request);

    Core *m_core;
    TaskId m_task;
};

/// Reads the VM again, with each of its changes and every few seconds, until it is in one of the states, or `limit` has
/// passed (`operation.guest-did-not-follow`), or the user cancels. A host that does not answer for a while is waited
/// for. What was read is in the inventory.
Task<> settle(OperationContext context, VmId vm, std::vector<model::PowerState> states, Duration limit);

/// One call to the VM's hypervisor, then settle().
Task<> changePower(OperationContext context, VmId vm, Task<> (hypervisor::Hypervisor::*call)(VmId),
                   std::vector<model::PowerState> states, Duration limit);

} // namespace core::orchestrator
