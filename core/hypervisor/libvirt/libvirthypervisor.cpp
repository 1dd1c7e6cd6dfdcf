// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/libvirthypervisor.h"

#include "core/hypervisor/libvirt/addresses.h"
#include "core/hypervisor/libvirt/composition.h"
#include "core/hypervisor/libvirt/configuration.h"
#include "core/hypervisor/libvirt/cpudefinition.h"
#include "core/hypervisor/libvirt/diskcopy.h"
#include "core/hypervisor/libvirt/domains.h"
#include "core/hypervisor/libvirt/hostfacts.h"
#include "core/hypervisor/libvirt/migration.h"
#include "core/hypervisor/libvirt/onlane.h"
#include "core/hypervisor/libvirt/power.h"
#include "core/hypervisor/libvirt/remoteshell.h"
#include "core/hypervisor/libvirt/scheduling.h"
#include "core/hypervisor/libvirt/screen.h"
#include "core/hypervisor/libvirt/statistics.h"
#include "core/hypervisor/libvirt/storage.h"

#include <QLoggingCategory>

#include <algorithm>

namespace core::hypervisor::libvirt {

namespace {

Q_LOGGING_CATEGORY(lcGuests, "vigie.hypervisor.libvirt")

} // namespace

LibvirtHypervisor::LibvirtHypervisor(std::shared_ptr<Link> link, std::unique_ptr<SshMaster> ssh)
    : m_link(std::move(link)),
      m_files(m_link),
      m_ssh(std::move(ssh))
{}

LibvirtHypervisor::~LibvirtHypervisor()
{
    m_link->mailbox->close();
}

void LibvirtHypervisor::listen(Listener listener)
{
    m_listener = std::move(listener);
    if (!m_listener)
        return;
    m_link->mailbox->open(&m_home, [this](const HostEvent &event) {
        const Listener current = m_listener; // it may replace itself, or destroy us
        if (current)
            current(event);
    });
}

Task<model::Host> LibvirtHypervisor::host()
{
    return onLane(&m_control, m_link, readHost);
}

Task<std::vector<model::Vm>> LibvirtHypervisor::vms()
{
    auto vms = co_await onLane(&m_control, m_link, readVms);
    if (vms) {
        learnDisksOf(*vms);
        std::ranges::for_each(*vms, [this](const model::Vm &each) { learnAddressesOf(each); });
    }
    co_return vms;
}

/// The sizes of the disks of VMs that are off come later, as a change: storage that hangs must not hold up the list.
void LibvirtHypervisor::learnDisksOf(const std::vector<model::Vm> &vms)
{
    std::vector<VmId> unknown;
    for (const model::Vm &vm : vms) {
        const bool isUnknown = std::ranges::any_of(vm.disks, [this](const model::VmDisk &disk) {
            return !disk.source.isEmpty() && !m_link->storage.hasDisk(disk.source);
        });
        if (isUnknown)
            unknown.push_back(vm.id);
    }
    if (!unknown.empty() && m_diskLearners == 0)
        m_scope.spawn(learnDisks(std::move(unknown)));
}

Task<> LibvirtHypervisor::learnDisks(std::vector<VmId> vms)
{
    ++m_diskLearners;
    const auto learnt = co_await onLane(&m_jobs, m_link, learnDiskSizes, vms);
    --m_diskLearners;
    if (!learnt)
        co_return learnt.error();
    for (const VmId vm : *learnt)
        m_link->mailbox->post(VmChanged{vm});
    co_return {};
}

/// Guests are asked one after the other and come round again with the next reading of all VMs; one that hangs holds up
/// neither our caller nor, with two at a time, its fellows.
void LibvirtHypervisor::learnAddressesOf(const model::Vm &vm)
{
    const bool hasAgent = vm.agent == model::AgentState::Connected;
    if (vm.state != model::PowerState::Running || (vm.nics.empty() && !hasAgent)
        || !m_link->addresses.startAsking(vm.id, hasAgent, std::chrono::steady_clock::now()))
        return;
    m_questions.push_back({.vm = vm.id, .hasAgent = hasAgent});
    if (m_learners < guestsAsked)
        m_scope.spawn(learnWaiting());
}

Task<> LibvirtHypervisor::learnWaiting()
{
    ++m_learners;
    while (!m_questions.empty()) {
        const Question question = m_questions.front();
        m_questions.pop_front();
        const auto learnt =
            co_await onLane(&m_guests, m_link, libvirt::learnAddresses, question.vm, question.hasAgent);
        m_link->addresses.endAsking(question.vm);
        if (learnt && *learnt)
            m_link->mailbox->post(VmChanged{question.vm});
        else if (!learnt)
            qCInfo(lcGuests) << "no addresses"
                             << "vm" << question.vm.toString() << learnt.error().detail;
    }
    --m_learners;
    co_return {};
}

Task<model::Vm> LibvirtHypervisor::vm(VmId vm)
{
    auto read = co_await onLane(&m_control, m_link, readVm, vm);
    if (read)
        learnAddressesOf(*read);
    co_return read;
}

Task<std::vector<model::Datastore>> LibvirtHypervisor::datastores()
{
    return onLane(&m_jobs, m_link, readDatastores);
}

Task<std::vector<model::Network>> LibvirtHypervisor::networks()
{
    return onLane(&m_control, m_link, readNetworks);
}

Task<model::Sample> LibvirtHypervisor::sample()
{
    return onLane(&m_statistics, m_link, readSample);
}

Task<> LibvirtHypervisor::ping()
{
    return onLane(&m_pulse, m_link, pingHost);
}

Task<> LibvirtHypervisor::powerOn(VmId vm)
{
    return onLane(&m_machines, m_link, performPower, vm, PowerCall::On);
}

Task<> LibvirtHypervisor::powerOff(VmId vm)
{
    return onLane(&m_endings, m_link, performPower, vm, PowerCall::Off);
}

Task<> LibvirtHypervisor::shutDown(VmId vm)
{
    return onLane(&m_machines, m_link, performPower, vm, PowerCall::ShutDown);
}

Task<> LibvirtHypervisor::reboot(VmId vm)
{
    return onLane(&m_machines, m_link, performPower, vm, PowerCall::Reboot);
}

Task<> LibvirtHypervisor::reset(VmId vm)
{
    return onLane(&m_machines, m_link, performPower, vm, PowerCall::Reset);
}

Task<> LibvirtHypervisor::pause(VmId vm)
{
    return onLane(&m_machines, m_link, performPower, vm, PowerCall::Pause);
}

Task<> LibvirtHypervisor::suspend(VmId vm)
{
    return onLane(&m_jobs, m_link, performPower, vm, PowerCall::Suspend);
}

Task<> LibvirtHypervisor::resume(VmId vm)
{
    return onLane(&m_machines, m_link, performPower, vm, PowerCall::Resume);
}

Task<> LibvirtHypervisor::rename(VmId vm, QString name)
{
    return onLane(&m_control, m_link, renameVm, vm, name);
}

Task<> LibvirtHypervisor::setCpuModel(VmId vm, QString model)
{
    return onLane(&m_control, m_link, libvirt::setCpuModel, vm, model);
}

Task<> LibvirtHypervisor::migrate(MigrationOrder order, std::shared_ptr<Hypervisor> destination)
{
    const auto *other = dynamic_cast<const LibvirtHypervisor *>(destination.get());
    if (other == nullptr)
        co_return Error(core::errors::Unsupported, QStringLiteral("the destination is no libvirt host"));
    co_return co_await onLane(&m_migrations, m_link, performMigration, other->m_link, std::move(order));
}

Task<std::optional<MigrationFigures>> LibvirtHypervisor::migrationAway(VmId vm)
{
    return onLane(&m_machines, m_link, readMigrationAway, vm);
}

Task<MigrationFigures> LibvirtHypervisor::arrival(VmId vm)
{
    return onLane(&m_machines, m_link, readArrival, vm);
}

Task<> LibvirtHypervisor::abortMigration(VmId vm)
{
    return onLane(&m_endings, m_link, abortMigrationAway, vm);
}

Task<> LibvirtHypervisor::startPostCopy(VmId vm)
{
    return onLane(&m_machines, m_link, startMigrationPostCopy, vm);
}

Task<> LibvirtHypervisor::setDowntimeLimit(VmId vm, Duration limit)
{
    return onLane(&m_machines, m_link, setMigrationDowntime, vm, limit);
}

Task<QString> LibvirtHypervisor::definition(VmId vm)
{
    return onLane(&m_control, m_link, readDefinition, vm);
}

Task<QString> LibvirtHypervisor::compose(VmOrder order)
{
    return onLane(&m_control, m_link, composeVm, order);
}

Task<> LibvirtHypervisor::configure(VmId vm, VmSettings settings)
{
    return onLane(&m_jobs, m_link, configureVm, vm, settings);
}

Task<VmId> LibvirtHypervisor::define(QString definition, Relocation relocation)
{
    return onLane(&m_jobs, m_link, defineVm, definition, relocation);
}

Task<> LibvirtHypervisor::relocate(VmId vm, Relocation relocation)
{
    return onLane(&m_jobs, m_link, relocateVm, vm, relocation);
}

Task<> LibvirtHypervisor::startDiskCopy(VmId vm, DiskPlace place)
{
    return onLane(&m_machines, m_link, libvirt::startDiskCopy, vm, place);
}

Task<std::vector<DiskCopy>> LibvirtHypervisor::diskCopies(VmId vm)
{
    return onLane(&m_machines, m_link, readDiskCopies, vm);
}

Task<> LibvirtHypervisor::switchDisk(VmId vm, QString disk)
{
    return onLane(&m_machines, m_link, libvirt::switchDisk, vm, disk);
}

Task<> LibvirtHypervisor::endDiskCopy(VmId vm, QString disk)
{
    return onLane(&m_machines, m_link, libvirt::endDiskCopy, vm, disk);
}

Task<> LibvirtHypervisor::undefine(VmId vm)
{
    return onLane(&m_control, m_link, undefineVm, vm);
}

Task<> LibvirtHypervisor::setAutostart(VmId vm, bool autostart)
{
    return onLane(&m_control, m_link, setVmAutostart, vm, autostart);
}

/// A host of a lab is a part of this machine: its shell would be the machine's.
Task<ShellAnswer> LibvirtHypervisor::shell(QByteArray script)
{
    if (m_ssh)
        return m_ssh->run(std::move(script));
    if (m_link->onThisMachine && !m_link->capacity)
        return runShell(QStringLiteral("sh"), {QStringLiteral("-c"), shellAsRoot()}, std::move(script));
    return Hypervisor::shell(std::move(script));
}

Task<> LibvirtHypervisor::setCpuScheduling(VmId vm, CpuScheduling scheduling)
{
    return onLane(&m_control, m_link, libvirt::setCpuScheduling, vm, scheduling);
}

Task<OwnedFd> LibvirtHypervisor::openScreen(VmId vm)
{
    if (m_ssh)
        return openRemoteScreen(vm);
    return onLane(&m_machines, m_link, openLocalScreen, vm);
}

Task<OwnedFd> LibvirtHypervisor::openRemoteScreen(VmId vm)
{
    const auto target = co_await onLane(&m_control, m_link, findScreen, vm);
    if (!target)
        co_return target.error();
    auto screen = co_await m_ssh->forward(*target);
    if (!screen)
        co_return screen.error();
    const auto greeted = co_await onLane(&m_machines, m_link, awaitGreeting, vm, screen->get());
    if (!greeted)
        co_return greeted.error();
    co_return screen;
}

} // namespace core::hypervisor::libvirt
