// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/simulated/connector.h"

#include "core/hypervisor/errors.h"
#include "core/hypervisor/simulated/simulatedhypervisor.h"

using namespace Qt::StringLiterals;

namespace core::hypervisor {

struct SimulatedConnector::Shared {
    simulation::World *world;
    Clock *clock;
    SimulatedTiming timing;
    std::shared_ptr<FaultPlan> faults = std::make_shared<FaultPlan>();
    std::vector<std::weak_ptr<Link>> links;
    std::shared_ptr<SimulatedMigrations> migrations;
    std::shared_ptr<SimulatedFileStore> files;
    std::shared_ptr<SimulatedDiskCopies> diskCopies;

    std::shared_ptr<Link> makeLink(HostId host, const QString &name) const;
    static Task<std::unique_ptr<Hypervisor>> open(std::shared_ptr<Shared> self, Endpoint endpoint);
};

std::shared_ptr<Link> SimulatedConnector::Shared::makeLink(HostId host, const QString &name) const
{
    auto link = std::make_shared<Link>();
    link->world = world;
    link->clock = clock;
    link->timing = timing;
    link->host = host;
    link->name = name;
    link->faults = faults;
    link->migrations = migrations;
    link->files = files;
    link->diskCopies = diskCopies;
    return link;
}

Task<std::unique_ptr<Hypervisor>> SimulatedConnector::Shared::open(std::shared_ptr<Shared> self,
                                                                   Endpoint endpoint)
{
    constexpr auto scheme = "simulated:///"_L1;
    const QString name = endpoint.uri.mid(scheme.size());
    if (!endpoint.uri.startsWith(scheme) || name.isEmpty())
        co_return Error(errors::UriInvalid,
                        QJsonObject{{u"uri"_s, endpoint.uri}, {u"reason"_s, u"malformed"_s}},
                        u"simulated:///HOSTNAME expected"_s);
    const HostId host = self->world->hostNamed(name);
    if (host.isNull())
        co_return Error(errors::ConnectionFailed,
                        QJsonObject{{u"where"_s, name}, {u"reason"_s, u"name-unknown"_s}},
                        u"no such host in this simulated world"_s);
    const auto link = self->makeLink(host, name);
    auto admitted = admit(link, "open", VmId(), self->timing.query);
    if (const auto admittedNow = co_await admitted; !admittedNow)
        co_return admittedNow.error();
    auto hear = [weak = std::weak_ptr(link)](const simulation::VmNews &news) {
        if (const auto alive = weak.lock())
            announce(alive, news.gone ? HostEvent(VmGone{news.vm}) : HostEvent(VmChanged{news.vm}));
    };
    link->subscription = self->world->observe(host, std::move(hear));
    std::erase_if(self->links, [](const auto &known) { return known.expired(); });
    self->links.push_back(link);
    std::unique_ptr<Hypervisor> made = std::make_unique<SimulatedHypervisor>(link);
    co_return made;
}

SimulatedConnector::SimulatedConnector(simulation::World *world, Clock *clock, SimulatedTiming timing)
    : m_shared(std::make_shared<Shared>())
{
    m_shared->world = world;
    m_shared->clock = clock;
    m_shared->timing = timing;
    m_shared->files = std::make_shared<SimulatedFileStore>(world);
    m_shared->diskCopies = std::make_shared<SimulatedDiskCopies>(world, clock);
    auto tell = [shared = std::weak_ptr(m_shared)](HostId host, const HostEvent &event) {
        const auto alive = shared.lock();
        if (!alive)
            return;
        for (const auto &known : alive->links) {
            const auto link = known.lock();
            if (link && link->host == host && !link->lost)
                announce(link, event);
        }
    };
    m_shared->migrations = std::make_shared<SimulatedMigrations>(world, clock, std::move(tell));
}

SimulatedConnector::~SimulatedConnector() = default;

Task<std::unique_ptr<Hypervisor>> SimulatedConnector::open(Endpoint endpoint)
{
    return Shared::open(m_shared, std::move(endpoint));
}

void SimulatedConnector::setFaults(FaultPlan plan)
{
    *m_shared->faults = std::move(plan);
}

void SimulatedConnector::setDirtyRate(VmId vm, Bytes perSecond)
{
    m_shared->migrations->setDirtyRate(vm, perSecond);
}

void SimulatedConnector::cut(HostId host, const Error &why)
{
    for (const auto &known : m_shared->links) {
        const auto link = known.lock();
        if (!link || link->host != host || link->lost)
            continue;
        link->lost = true;
        announce(link, ConnectionLost{why});
    }
}

} // namespace core::hypervisor
