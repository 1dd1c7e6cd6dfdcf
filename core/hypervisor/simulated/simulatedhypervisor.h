// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/simulated/simulatedfiles.h"

namespace core::hypervisor {

/// One host of a simulated world. Its guests have no screen (`hypervisor.no-screen`).
class SimulatedHypervisor : public Hypervisor
{
public:
    explicit SimulatedHypervisor(std::shared_ptr<Link> link);
    ~SimulatedHypervisor() override;

    void listen(Listener listener) override;

    Task<model::Host> host() override;
    Task<std::vector<model::Vm>> vms() override;
    Task<model::Vm> vm(VmId vm) override;
    Task<std::vector<model::Datastore>> datastores() override;
    Task<std::vector<model::Network>> networks() override;
    Task<model::Sample> sample() override;
    Task<> ping() override;

    Task<> powerOn(VmId vm) override;
    Task<> powerOff(VmId vm) override;
    Task<> shutDown(VmId vm) override;
    Task<> reboot(VmId vm) override;
    Task<> reset(VmId vm) override;
    Task<> pause(VmId vm) override;
    Task<> suspend(VmId vm) override;
    Task<> resume(VmId vm) override;

    Task<> rename(VmId vm, QString name) override;
    /// Simulated hosts run no real CPU: `base.unsupported`.
    Task<> setCpuModel(VmId vm, QString model) override;
    Task<> migrate(MigrationOrder order, std::shared_ptr<Hypervisor> destination) override;
    Task<std::optional<MigrationFigures>> migrationAway(VmId vm) override;
    Task<MigrationFigures> arrival(VmId vm) override;
    Task<> abortMigration(VmId vm) override;
    Task<> startPostCopy(VmId vm) override;
    Task<> setDowntimeLimit(VmId vm, Duration limit) override;
    Task<QString> definition(VmId vm) override;
    Task<QString> compose(VmOrder order) override;
    Task<> configure(VmId vm, VmSettings settings) override;
    Task<VmId> define(QString definition, Relocation relocation) override;
    Task<> relocate(VmId vm, Relocation relocation) override;
    Task<> undefine(VmId vm) override;
    Task<> startDiskCopy(VmId vm, DiskPlace place) override;
    Task<std::vector<DiskCopy>> diskCopies(VmId vm) override;
    Task<> switchDisk(VmId vm, QString disk) override;
    Task<> endDiskCopy(VmId vm, QString disk) override;
    Task<> setAutostart(VmId vm, bool autostart) override;
    Task<> setCpuScheduling(VmId vm, CpuScheduling scheduling) override;
    Task<OwnedFd> openScreen(VmId vm) override;
    HostFiles &files() override { return m_files; }

private:
    std::shared_ptr<Link> m_link;
    SimulatedFiles m_files;
};

} // namespace core::hypervisor
