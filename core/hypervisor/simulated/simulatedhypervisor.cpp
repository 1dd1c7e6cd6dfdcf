// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/simulated/simulatedhypervisor.h"

#include "core/hypervisor/errors.h"
#include "core/hypervisor/simulated/lifecycle.h"
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

Task<> migrateVm(LinkPtr link, MigrationOrder order, HostId to)
{
    auto admitted = admit(link, "migrate", order.vm, link->timing.query);
    if (const auto open = co_await admitted; !open)
        co_return open.error();
    auto run = link->migrations->run(order, link->host, to);
    const auto done = co_await run;
    auto answered = admit(link, "migrated", order.vm, Duration::zero());
    if (const auto open = co_await answered; !open)
        co_return open.error();
    co_return done;
}

Task<std::optional<MigrationFigures>> askAway(LinkPtr link, VmId vm)
{
    auto admitted = admit(link, "migrationAway", vm, link->timing.query);
    if (const auto open = co_await admitted; !open)
        co_return open.error();
    co_return link->migrations->away(vm, link->host);
}

Task<MigrationFigures> askArrival(LinkPtr link, VmId vm)
{
    auto admitted = admit(link, "arrival", vm, link->timing.query);
    if (const auto open = co_await admitted; !open)
        co_return open.error();
    co_return link->migrations->arrival(vm, link->host);
}

Task<> abortAway(LinkPtr link, VmId vm)
{
    auto admitted = admit(link, "abortMigration", vm, link->timing.query);
    if (const auto open = co_await admitted; !open)
        co_return open.error();
    co_return link->migrations->abort(vm, link->host);
}

Task<> limitDowntime(LinkPtr link, VmId vm, Duration limit)
{
    auto admitted = admit(link, "setDowntimeLimit", vm, link->timing.query);
    if (const auto open = co_await admitted; !open)
        co_return open.error();
    co_return link->migrations->setDowntimeLimit(vm, link->host, limit);
}

Task<> startCopy(LinkPtr link, VmId vm, DiskPlace place)
{
    auto admitted = admit(link, "startDiskCopy", vm, link->timing.query);
    if (const auto open = co_await admitted; !open)
        co_return open.error();
    co_return link->diskCopies->start(vm, link->host, place);
}

Task<std::vector<DiskCopy>> askCopies(LinkPtr link, VmId vm)
{
    auto admitted = admit(link, "diskCopies", vm, link->timing.query);
    if (const auto open = co_await admitted; !open)
        co_return open.error();
    co_return link->diskCopies->of(vm, link->host);
}

Task<> endCopy(LinkPtr link, const char *verb, VmId vm, QString disk,
               Result<void> (SimulatedDiskCopies::*end)(VmId, HostId, const QString &))
{
    auto admitted = admit(link, verb, vm, link->timing.query);
    if (const auto open = co_await admitted; !open)
        co_return open.error();
    co_return ((*link->diskCopies).*end)(vm, link->host, disk);
}

Task<> refusePostCopy(LinkPtr link, VmId vm)
{
    auto admitted = admit(link, "startPostCopy", vm, link->timing.query);
    if (const auto open = co_await admitted; !open)
        co_return open.error();
    co_return Error(core::errors::Unsupported, u"a simulated host has no post-copy"_s);
}

Task<> markAutostart(LinkPtr link, VmId vm, bool autostart)
{
    auto admitted = admit(link, "setAutostart", vm, link->timing.query);
    if (const auto open = co_await admitted; !open)
        co_return open.error();
    co_return link->world->setAutostart(link->host, vm, autostart);
}

/// Simulated hosts have CPUs enough for all.
Task<> refuseScheduling(LinkPtr link, VmId vm)
{
    auto admitted = admit(link, "setCpuScheduling", vm, link->timing.query);
    if (const auto open = co_await admitted; !open)
        co_return open.error();
    co_return Error(core::errors::Unsupported, u"a simulated host does not divide its CPUs"_s);
}

} // namespace

SimulatedHypervisor::SimulatedHypervisor(std::shared_ptr<Link> link)
    : m_link(std::move(link)),
      m_files(m_link)
{}

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

Task<> SimulatedHypervisor::migrate(MigrationOrder order, std::shared_ptr<Hypervisor> destination)
{
    const auto *other = dynamic_cast<const SimulatedHypervisor *>(destination.get());
    const HostId to = other == nullptr ? HostId() : other->m_link->host;
    return migrateVm(m_link, std::move(order), to);
}

Task<std::optional<MigrationFigures>> SimulatedHypervisor::migrationAway(VmId vm)
{
    return askAway(m_link, vm);
}

Task<MigrationFigures> SimulatedHypervisor::arrival(VmId vm)
{
    return askArrival(m_link, vm);
}

Task<> SimulatedHypervisor::abortMigration(VmId vm)
{
    return abortAway(m_link, vm);
}

Task<> SimulatedHypervisor::setDowntimeLimit(VmId vm, Duration limit)
{
    return limitDowntime(m_link, vm, limit);
}

Task<QString> SimulatedHypervisor::definition(VmId vm)
{
    return describeVm(m_link, vm);
}

Task<QString> SimulatedHypervisor::compose(VmOrder order)
{
    return composeVm(m_link, std::move(order));
}

Task<> SimulatedHypervisor::configure(VmId vm, VmSettings settings)
{
    return configureVm(m_link, vm, std::move(settings));
}

Task<VmId> SimulatedHypervisor::define(QString definition, Relocation relocation)
{
    return takeVm(m_link, std::move(definition), std::move(relocation));
}

Task<> SimulatedHypervisor::relocate(VmId vm, Relocation relocation)
{
    return relocateVm(m_link, vm, std::move(relocation));
}

Task<> SimulatedHypervisor::startDiskCopy(VmId vm, DiskPlace place)
{
    return startCopy(m_link, vm, std::move(place));
}

Task<std::vector<DiskCopy>> SimulatedHypervisor::diskCopies(VmId vm)
{
    return askCopies(m_link, vm);
}

Task<> SimulatedHypervisor::switchDisk(VmId vm, QString disk)
{
    return endCopy(m_link, "switchDisk", vm, std::move(disk), &SimulatedDiskCopies::switchTo);
}

Task<> SimulatedHypervisor::endDiskCopy(VmId vm, QString disk)
{
    return endCopy(m_link, "endDiskCopy", vm, std::move(disk), &SimulatedDiskCopies::end);
}

Task<> SimulatedHypervisor::startPostCopy(VmId vm)
{
    return refusePostCopy(m_link, vm);
}

Task<> SimulatedHypervisor::undefine(VmId vm)
{
    return forgetVm(m_link, vm);
}

Task<> SimulatedHypervisor::setAutostart(VmId vm, bool autostart)
{
    return markAutostart(m_link, vm, autostart);
}

Task<> SimulatedHypervisor::setCpuScheduling(VmId vm, CpuScheduling)
{
    return refuseScheduling(m_link, vm);
}

Task<OwnedFd> SimulatedHypervisor::openScreen(VmId vm)
{
    return refuseScreen(m_link, vm);
}

} // namespace core::hypervisor
