// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/lane.h"
#include "core/async/scope.h"
#include "core/hypervisor/hypervisor.h"
#include "core/hypervisor/libvirt/libvirtfiles.h"
#include "core/hypervisor/libvirt/sshmaster.h"

#include <QObject>

#include <deque>

namespace core::hypervisor::libvirt {

/// A host that libvirt reaches. Destroying it never waits: calls that hang are left to end by themselves.
class LibvirtHypervisor : public Hypervisor
{
public:
    /// `ssh` carries the link's connections, where they go through ssh.
    explicit LibvirtHypervisor(std::shared_ptr<Link> link, std::unique_ptr<SshMaster> ssh = {});
    ~LibvirtHypervisor() override;

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
    Task<ShellAnswer> shell(QByteArray script) override;
    Task<> setCpuScheduling(VmId vm, CpuScheduling scheduling) override;
    Task<OwnedFd> openScreen(VmId vm) override;
    HostFiles &files() override { return m_files; }

private:
    /// A VM whose addresses are to be found out.
    struct Question {
        VmId vm;
        bool hasAgent = false;
    };
    static constexpr int guestsAsked = 2;

    Task<OwnedFd> openRemoteScreen(VmId vm);
    void learnDisksOf(const std::vector<model::Vm> &vms);
    Task<> learnDisks(std::vector<VmId> vms);
    void learnAddressesOf(const model::Vm &vm);
    Task<> learnWaiting();

    std::shared_ptr<Link> m_link;
    LibvirtFiles m_files;
    std::unique_ptr<SshMaster> m_ssh;
    Listener m_listener;
    QObject m_home; // events are delivered through it
    Lane m_control{2, Lane::AtEnd::Leave};
    /// For what one VM's process has to answer, which may hang; and for what ends such a one.
    Lane m_machines{4, Lane::AtEnd::Leave};
    Lane m_endings{4, Lane::AtEnd::Leave};
    Lane m_jobs{2, Lane::AtEnd::Leave};
    Lane m_migrations{8, Lane::AtEnd::Leave};
    Lane m_statistics{1, Lane::AtEnd::Leave};
    /// Questions to guests, two at a time: with the long jobs' two that is all a connection stands (see Link).
    Lane m_guests{guestsAsked, Lane::AtEnd::Leave};
    /// ping() must not queue behind forty power operations and then pass for a dead host.
    Lane m_pulse{1, Lane::AtEnd::Leave};
    std::deque<Question> m_questions;
    int m_diskLearners = 0;
    int m_learners = 0; ///< tasks that work on the questions
    Scope m_scope{[](const Error &) {}}; // of what nobody asked for: a size that stays unknown is no news
};

} // namespace core::hypervisor::libvirt
