// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/simulated/simulatedhypervisor.h"

#include "core/hypervisor/errors.h"
#include "core/simulation/random.h"

using namespace Qt::StringLiterals;

namespace core::hypervisor {

namespace {

using simulation::PowerAction;
using LinkPtr = std::shared_ptr<Link>;

/// A question to the world, after the delay of a question.
template <class T>
Task<T> ask(LinkPtr link, const char *verb, T (simulation::World::*question)(HostId) const)
{
    auto admitted = admit(link, verb, VmId(), link->timing.query);
    if (const auto open = co_await admitted; !open)
        co_return open.error();
    co_return (link->world->*question)(link->host);
}

Task<model::Vm> askVm(LinkPtr link, VmId vm)
{
    auto admitted = admit(link, "vm", vm, link->timing.query);
    if (const auto open = co_await admitted; !open)
        co_return open.error();
    co_return link->world->vm(link->host, vm);
}

/// Between the shortest and the longest, by VM and moment: repeatable in virtual time.
Duration powerDelay(const Link &link, VmId vm)
{
    const auto spread = (link.timing.longestPower - link.timing.shortestPower).count();
    const quint64 dice =
        simulation::scatter(qHash(vm) ^ static_cast<quint64>(link.clock->now().time_since_epoch().count()));
    return link.timing.shortestPower
        + Duration(spread > 0 ? static_cast<qint64>(dice % static_cast<quint64>(spread)) : 0);
}

Task<> power(LinkPtr link, const char *verb, VmId vm, PowerAction action)
{
    auto admitted = admit(link, verb, vm, powerDelay(*link, vm));
    if (const auto open = co_await admitted; !open)
        co_return open.error();
    co_return link->world->setPower(link->host, vm, action);
}

Task<> renameVm(LinkPtr link, VmId vm, QString name)
{
    auto admitted = admit(link, "rename", vm, link->timing.query);
    if (const auto open = co_await admitted; !open)
        co_return open.error();
    co_return link->world->rename(link->host, vm, name);
}

Task<> refuseCpuModel(LinkPtr link, VmId vm)
{
    auto admitted = admit(link, "setCpuModel", vm, link->timing.query);
    if (const auto open = co_await admitted; !open)
        co_return open.error();
    co_return Error(core::errors::Unsupported, u"a simulated host has no CPU models"_s);
}

Task<OwnedFd> refuseScreen(LinkPtr link, VmId vm)
{
    auto admitted = admit(link, "openScreen", vm, link->timing.query);
    if (const auto open = co_await admitted; !open)
        co_return open.error();
    const auto known = link->world->vm(link->host, vm);
    if (!known)
        co_return known.error();
    co_return Error(errors::NoScreen, QJsonObject{{u"vm"_s, known->name}});
}

} // namespace

SimulatedHypervisor::SimulatedHypervisor(std::shared_ptr<Link> link) : m_link(std::move(link)) {}

SimulatedHypervisor::~SimulatedHypervisor()
{
    m_link->closed = true; // calls under way hold the link a while longer
    m_link->listener = {};
    m_link->subscription = {};
}

void SimulatedHypervisor::listen(Listener listener)
{
    m_link->listener = std::move(listener);
    m_link->events.clear();
}

Task<model::Host> SimulatedHypervisor::host()
{
    return ask(m_link, "host", &simulation::World::host);
}

Task<std::vector<model::Vm>> SimulatedHypervisor::vms()
{
    return ask(m_link, "vms", &simulation::World::vms);
}

Task<model::Vm> SimulatedHypervisor::vm(VmId vm)
{
    return askVm(m_link, vm);
}

Task<std::vector<model::Datastore>> SimulatedHypervisor::datastores()
{
    return ask(m_link, "datastores", &simulation::World::datastores);
}

Task<std::vector<model::Network>> SimulatedHypervisor::networks()
{
    return ask(m_link, "networks", &simulation::World::networks);
}

Task<model::Sample> SimulatedHypervisor::sample()
{
    return ask(m_link, "sample", &simulation::World::sample);
}

Task<> SimulatedHypervisor::ping()
{
    return admit(m_link, "ping", VmId(), m_link->timing.query);
}

Task<> SimulatedHypervisor::powerOn(VmId vm)
{
    return power(m_link, "powerOn", vm, PowerAction::On);
}

Task<> SimulatedHypervisor::powerOff(VmId vm)
{
    return power(m_link, "powerOff", vm, PowerAction::Off);
}

Task<> SimulatedHypervisor::shutDown(VmId vm)
{
    return power(m_link, "shutDown", vm, PowerAction::ShutDown);
}

Task<> SimulatedHypervisor::reboot(VmId vm)
{
    return power(m_link, "reboot", vm, PowerAction::Reboot);
}

Task<> SimulatedHypervisor::reset(VmId vm)
{
    return power(m_link, "reset", vm, PowerAction::Reset);
}

Task<> SimulatedHypervisor::pause(VmId vm)
{
    return power(m_link, "pause", vm, PowerAction::Pause);
}

Task<> SimulatedHypervisor::suspend(VmId vm)
{
    return power(m_link, "suspend", vm, PowerAction::Suspend);
}

Task<> SimulatedHypervisor::resume(VmId vm)
{
    return power(m_link, "resume", vm, PowerAction::Resume);
}

Task<> SimulatedHypervisor::rename(VmId vm, QString name)
{
    return renameVm(m_link, vm, std::move(name));
}

Task<> SimulatedHypervisor::setCpuModel(VmId vm, QString)
{
    return refuseCpuModel(m_link, vm);
}

Task<OwnedFd> SimulatedHypervisor::openScreen(VmId vm)
{
    return refuseScreen(m_link, vm);
}

} // namespace core::hypervisor
