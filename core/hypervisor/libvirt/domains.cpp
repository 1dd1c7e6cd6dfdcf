// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/domains.h"

#include "core/hypervisor/libvirt/domainxml.h"
#include "core/hypervisor/libvirt/ids.h"
#include "core/hypervisor/libvirt/libvirterror.h"
#include "core/hypervisor/libvirt/snapshots.h"
#include "core/hypervisor/libvirt/typedvalues.h"

#include <libvirt/virterror.h>

#include <QLoggingCategory>
#include <QSet>

using namespace Qt::StringLiterals;

namespace core::hypervisor::libvirt {

namespace {

Q_LOGGING_CATEGORY(lcDomains, "vigie.hypervisor.libvirt")

/// The VMs that libvirt's filter lets through: one call instead of one a VM.
QSet<VmId> idsOf(virConnectPtr connection, unsigned filter)
{
    virDomainPtr *list = nullptr;
    const int count = virConnectListAllDomains(connection, &list, filter);
    QSet<VmId> ids;
    for (const DomainPtr &domain : adopt<DomainPtr>(list, count))
        ids.insert(idOf(domain.get()));
    return ids;
}

/// State and reason of every VM, in one call. libvirt knows them by itself; for any more it would ask each VM's process
/// and wait for one that hangs.
QHash<VmId, DomainState> readStates(virConnectPtr connection)
{
    QHash<VmId, DomainState> states;
    virDomainStatsRecordPtr *records = nullptr;
    const int count = virConnectGetAllDomainStats(connection, VIR_DOMAIN_STATS_STATE, &records,
                                                  VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT);
    for (int i = 0; i < count; ++i) {
        const TypedValues values(records[i]->params, records[i]->nparams);
        DomainState &state = states[idOf(records[i]->dom)];
        state.state = static_cast<int>(values.integer("state.state").value_or(VIR_DOMAIN_NOSTATE));
        state.reason = static_cast<int>(values.integer("state.reason").value_or(0));
    }
    virDomainStatsRecordListFree(records);
    return states;
}

Result<model::Vm> describe(Link &link, virDomainPtr domain, const DomainState &state)
{
    const Text xml(virDomainGetXMLDesc(domain, 0));
    if (!xml)
        return lastError(link.where);
    auto vm = parseDomain(QByteArray(xml.get()));
    if (!vm)
        return vm;
    vm->state = powerState(state);
    vm->storageFailed = state.state == VIR_DOMAIN_PAUSED && state.reason == VIR_DOMAIN_PAUSED_IOERROR;
    vm->persistent = state.persistent;
    vm->autostart = state.autostart;
    if (state.hasSnapshots) {
        vm->hardware->traits.push_back(model::VmTrait::Snapshots);
        const Snapshots snapshots = readSnapshots(domain);
        vm->snapshotCount = snapshots.count;
        vm->oldestSnapshot = snapshots.oldest;
    }
    if (state.hasCheckpoints)
        vm->hardware->traits.push_back(model::VmTrait::Checkpoints);
    for (model::VmDisk &disk : vm->disks)
        disk.capacity = Bytes(link.storage.diskBytes(disk.source));
    if (vm->state == model::PowerState::Running || vm->state == model::PowerState::Paused)
        vm->addresses = link.addresses.of(vm->id);
    else
        link.addresses.forget(vm->id);
    return vm;
}

/// What the lists said of all, asked of one.
Result<DomainState> readState(const Link &link, virDomainPtr domain)
{
    DomainState state;
    if (virDomainGetState(domain, &state.state, &state.reason, 0) < 0)
        return lastError(link.where);
    state.managedSave = virDomainHasManagedSaveImage(domain, 0) == 1;
    state.persistent = virDomainIsPersistent(domain) == 1;
    state.hasSnapshots = virDomainSnapshotNum(domain, 0) > 0;
    state.hasCheckpoints = virDomainListAllCheckpoints(domain, nullptr, 0) > 0;
    int autostart = 0;
    virDomainGetAutostart(domain, &autostart); // of a transient VM: none
    state.autostart = autostart != 0;
    return state;
}

/// Of a running QEMU the sizes come with its counters; whoever asks for them waits for its process.
bool tellsSizesItself(virDomainPtr domain)
{
    return virDomainIsActive(domain) == 1
        && QByteArrayView(virConnectGetType(virDomainGetConnect(domain))) == "QEMU";
}

/// True when a size became known that was not.
bool learnSizes(Link &link, virDomainPtr domain, const std::vector<model::VmDisk> &disks)
{
    bool learnt = false;
    for (const model::VmDisk &disk : disks) {
        if (disk.source.isEmpty() || link.storage.hasDisk(disk.source))
            continue;
        virDomainBlockInfo info{};
        const bool isKnown = virDomainGetBlockInfo(domain, disk.target.toUtf8().constData(), &info, 0) == 0;
        link.storage.rememberDisk(disk.source, isKnown ? static_cast<qint64>(info.capacity) : 0);
        learnt = learnt || isKnown;
    }
    return learnt;
}

} // namespace

Result<DomainPtr> findDomain(const Link &link, const Connection &connection, VmId vm)
{
    const RawUuid uuid = rawUuid(vm);
    DomainPtr domain(virDomainLookupByUUID(connection.get(), uuid.data()));
    if (domain)
        return domain;
    const Failure failure = lastFailure();
    if (failure.code == VIR_ERR_NO_DOMAIN)
        return Error(core::errors::NotFound, QJsonObject{{u"what"_s, u"vm/"_s + vm.toString()}},
                     failure.message);
    return toError(failure, link.where);
}

Result<std::vector<model::Vm>> readVms(Link &link)
{
    const virConnectPtr connection = link.control->get();
    virDomainPtr *list = nullptr;
    const int count = virConnectListAllDomains(connection, &list, 0);
    if (count < 0)
        return lastError(link.where);
    const auto domains = adopt<DomainPtr>(list, count);
    const auto states = readStates(connection);
    const auto saved = idsOf(connection, VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE);
    const auto persistent = idsOf(connection, VIR_CONNECT_LIST_DOMAINS_PERSISTENT);
    const auto autostarted = idsOf(connection, VIR_CONNECT_LIST_DOMAINS_AUTOSTART);
    const auto snapped = idsOf(connection, VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT);
    const auto checked = idsOf(connection, VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT);
    std::vector<model::Vm> vms;
    for (const DomainPtr &domain : domains) {
        const VmId id = idOf(domain.get());
        DomainState state = states.value(id);
        state.managedSave = saved.contains(id);
        state.persistent = persistent.contains(id);
        state.autostart = autostarted.contains(id);
        state.hasSnapshots = snapped.contains(id);
        state.hasCheckpoints = checked.contains(id);
        auto vm = describe(link, domain.get(), state);
        if (vm)
            vms.push_back(*std::move(vm));
        else if (vm.error().is(core::errors::Unreachable))
            return vm.error();
        else if (!vm.error().is(core::errors::NotFound)) // undefined since the list was made
            qCWarning(lcDomains) << "cannot describe"
                                 << "vm" << id.toString() << "why" << vm.error().detail;
    }
    return vms;
}

Result<model::Vm> readVm(Link &link, VmId vm)
{
    const auto domain = findDomain(link, *link.control, vm);
    if (!domain)
        return domain.error();
    const auto state = readState(link, domain->get());
    if (!state)
        return state.error();
    return describe(link, domain->get(), *state);
}

Result<std::vector<VmId>> learnDiskSizes(Link &link, std::vector<VmId> vms)
{
    std::vector<VmId> learnt;
    for (const VmId vm : vms) {
        const auto domain = findDomain(link, *link.jobs, vm);
        if (!domain || tellsSizesItself(domain->get()))
            continue; // undefined meanwhile; or running
        const Text xml(virDomainGetXMLDesc(domain->get(), 0));
        const auto described = xml ? parseDomain(QByteArray(xml.get())) : lastError(link.where);
        if (described && learnSizes(link, domain->get(), described->disks))
            learnt.push_back(vm);
    }
    return learnt;
}

} // namespace core::hypervisor::libvirt
