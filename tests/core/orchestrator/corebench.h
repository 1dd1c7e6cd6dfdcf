// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/simulated/connector.h"
#include "core/orchestrator/core.h"
#include "tests/support/memorystore.h"
#include "tests/support/recordingnotifier.h"
#include "tests/support/virtualtime.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace tests {

namespace hypervisor = core::hypervisor;
namespace model = core::model;
namespace simulation = core::simulation;
using core::Clock;
using core::Duration;
using core::HostId;
using core::Result;
using core::Task;
using core::VmId;
using core::orchestrator::Core;
using core::orchestrator::InitialInventory;
using core::orchestrator::Submission;

/// What lies between a core and its hosts: connecting may take long, or lead elsewhere.
class Detour : public hypervisor::Connector
{
public:
    QHash<QString, Duration> delays; ///< by URI
    QHash<QString, QString> redirects;
    QHash<QString, std::vector<std::optional<QString>>> secrets; ///< of each attempt

    Detour(hypervisor::Connector *inner, Clock *clock) : m_inner(inner), m_clock(clock) {}

    Task<std::unique_ptr<hypervisor::Hypervisor>> open(hypervisor::Endpoint endpoint) override
    {
        secrets[endpoint.uri].push_back(endpoint.secret);
        return openLater(this, std::move(endpoint));
    }

private:
    static Task<std::unique_ptr<hypervisor::Hypervisor>> openLater(Detour *self,
                                                                   hypervisor::Endpoint endpoint)
    {
        const Duration delay = self->delays.value(endpoint.uri);
        if (delay > Duration::zero())
            co_await core::sleepFor(self->m_clock, delay);
        endpoint.uri = self->redirects.value(endpoint.uri, endpoint.uri);
        co_return co_await self->m_inner->open(std::move(endpoint));
    }

    hypervisor::Connector *m_inner;
    Clock *m_clock;
};

/// Two simulated hosts and a core that watches them.
struct Bench {
    simulation::SimulatedClock clock;
    simulation::World world{{.hosts = 2, .vms = 40}, &clock};
    hypervisor::SimulatedConnector connector{&world, &clock};
    Detour detour{&connector, &clock};
    MemoryStore store;
    RecordingNotifier notifier;
    QTemporaryDir directory;
    core::Result<core::vault::Vault> vault =
        core::vault::Vault::open(directory.filePath(QStringLiteral("secrets.key")));
    std::unique_ptr<Core> core;
    HostId host = world.hosts().front();
    HostId other = world.hosts().back();
    bool knowsOther = true; ///< at the next begin()

    explicit Bench(bool withOther = true) : knowsOther(withOther) { begin(); }

    void begin()
    {
        core = std::make_unique<Core>(
            clock, detour, store,
            Core::Settings{.user = QStringLiteral("local\\ann"), .notifier = &notifier, .vault = &*vault});
        InitialInventory initial;
        const auto topology = world.topology();
        for (const auto &each : topology.datacenters)
            initial.objects.emplace_back(std::make_shared<const model::Datacenter>(each));
        for (const auto &each : topology.clusters)
            initial.objects.emplace_back(std::make_shared<const model::Cluster>(each));
        for (const auto &each : topology.hosts) {
            if (knowsOther || each.id == host)
                initial.hosts.push_back({.host = each});
        }
        const auto started = waitFor(clock, core->start(initial));
        QVERIFY(started);
        clock.advance(std::chrono::seconds(1));
    }

    [[nodiscard]] const model::Inventory &now() const { return core->inventory().now(); }
    [[nodiscard]] model::HostState state() const { return now().find(host)->state; }
    [[nodiscard]] QString uriOf(HostId id) const
    {
        return QStringLiteral("simulated:///") + world.host(id).name;
    }

    [[nodiscard]] VmId vmIn(model::PowerState wanted) const
    {
        for (const auto &vm : now().all<model::Vm>()) {
            if (vm->state == wanted && vm->host == host && !vm->isTemplate)
                return vm->id;
        }
        return {};
    }

    Result<model::Task> ask(const QString &operation, const QJsonObject &parameters, const QString &key = {})
    {
        Submission submission{{operation, parameters}, {.principal = QStringLiteral("local\\ann")}, key};
        return waitFor(clock, core->tasks().submit(std::move(submission)));
    }
    Result<model::Task> ask(const QString &operation, VmId vm, const QString &key = {})
    {
        return ask(operation, QJsonObject{{QStringLiteral("vm"), vm.toString()}}, key);
    }

    [[nodiscard]] bool wasTold(const QString &code) const
    {
        return std::ranges::any_of(store.log, [&](const model::Event &event) { return event.code == code; });
    }

    /// Every call to the host goes so, or only those of one name.
    void spoil(hypervisor::SimulatedFault fault, const char *verb = nullptr)
    {
        connector.setFaults([this, fault, verb](HostId id, const char *asked, VmId) {
            const bool isMeant = id == host && (verb == nullptr || qstrcmp(verb, asked) == 0);
            return isMeant ? fault : hypervisor::SimulatedFault();
        });
    }
    void hang() { spoil(hypervisor::Hang{}); }
};

} // namespace tests
