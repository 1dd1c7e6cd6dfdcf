// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/events.h"

#include "core/hypervisor/libvirt/ids.h"

#include <cstring>

namespace core::hypervisor::libvirt {

namespace {

/// What a callback gets: its own share of the mailbox.
using Share = std::shared_ptr<Mailbox>;

Mailbox &mailboxOf(void *opaque)
{
    return **static_cast<Share *>(opaque);
}

void freeShare(void *opaque)
{
    delete static_cast<Share *>(opaque);
}

void changed(virDomainPtr domain, void *opaque)
{
    mailboxOf(opaque).post(VmChanged{idOf(domain)});
}

void onLifecycle(virConnectPtr /*connection*/, virDomainPtr domain, int event, int detail, void *opaque)
{
    // A rename is an undefine and a define of the same UUID; and what runs on after an undefine is not gone.
    // virDomainGetID reads the event's own copy, it does not ask the daemon.
    const bool isGone = event == VIR_DOMAIN_EVENT_UNDEFINED && detail != VIR_DOMAIN_EVENT_UNDEFINED_RENAMED
        && virDomainGetID(domain) == static_cast<unsigned>(-1);
    if (event == VIR_DOMAIN_EVENT_SUSPENDED && detail == VIR_DOMAIN_EVENT_SUSPENDED_MIGRATED)
        mailboxOf(opaque).post(VmFrozen{idOf(domain)});
    if (event == VIR_DOMAIN_EVENT_RESUMED && detail == VIR_DOMAIN_EVENT_RESUMED_MIGRATED)
        mailboxOf(opaque).post(VmArrived{idOf(domain)});
    if (isGone)
        mailboxOf(opaque).post(VmGone{idOf(domain)});
    else
        changed(domain, opaque);
}

void onReboot(virConnectPtr /*connection*/, virDomainPtr domain, void *opaque)
{
    changed(domain, opaque);
}

void onAgent(virConnectPtr /*connection*/, virDomainPtr domain, int /*state*/, int /*reason*/, void *opaque)
{
    changed(domain, opaque);
}

void onDevice(virConnectPtr /*connection*/, virDomainPtr domain, const char * /*alias*/, void *opaque)
{
    changed(domain, opaque);
}

void onMetadata(virConnectPtr /*connection*/, virDomainPtr domain, int /*type*/, const char * /*uri*/,
                void *opaque)
{
    changed(domain, opaque);
}

void onMemoryPass(virConnectPtr /*connection*/, virDomainPtr domain, int number, void *opaque)
{
    mailboxOf(opaque).post(MemoryPassBegun{.vm = idOf(domain), .number = number});
}

void onTray(virConnectPtr /*connection*/, virDomainPtr domain, const char * /*alias*/, int /*reason*/,
            void *opaque)
{
    changed(domain, opaque);
}

void onPool(virConnectPtr /*connection*/, virStoragePoolPtr pool, int /*event*/, int /*detail*/, void *opaque)
{
    const char *name = virStoragePoolGetName(pool);
    if (!name || std::strncmp(name, transientPoolPrefix, std::strlen(transientPoolPrefix)) != 0)
        mailboxOf(opaque).post(StorageChanged{});
}

void onNetwork(virConnectPtr /*connection*/, virNetworkPtr /*network*/, int /*event*/, int /*detail*/,
               void *opaque)
{
    mailboxOf(opaque).post(NetworksChanged{});
}

/// Registers one callback through `registerWith(opaque)`, which says -1 when the driver has no such event.
template <class Register>
void add(std::vector<int> &ids, const Share &mailbox, Register registerWith)
{
    auto *share = new Share(mailbox);
    const int id = registerWith(share);
    if (id >= 0)
        ids.push_back(id);
    else
        delete share;
}

} // namespace

std::vector<int> watchDomains(virConnectPtr connection, const std::shared_ptr<Mailbox> &mailbox)
{
    const struct {
        int event;
        virConnectDomainEventGenericCallback callback;
    } watched[] = {
        {VIR_DOMAIN_EVENT_ID_LIFECYCLE, VIR_DOMAIN_EVENT_CALLBACK(onLifecycle)},
        {VIR_DOMAIN_EVENT_ID_REBOOT, onReboot},
        {VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE, VIR_DOMAIN_EVENT_CALLBACK(onAgent)},
        {VIR_DOMAIN_EVENT_ID_DEVICE_ADDED, VIR_DOMAIN_EVENT_CALLBACK(onDevice)},
        {VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED, VIR_DOMAIN_EVENT_CALLBACK(onDevice)},
        {VIR_DOMAIN_EVENT_ID_METADATA_CHANGE, VIR_DOMAIN_EVENT_CALLBACK(onMetadata)},
        {VIR_DOMAIN_EVENT_ID_MIGRATION_ITERATION, VIR_DOMAIN_EVENT_CALLBACK(onMemoryPass)},
        {VIR_DOMAIN_EVENT_ID_TRAY_CHANGE, VIR_DOMAIN_EVENT_CALLBACK(onTray)},
    };
    std::vector<int> ids;
    for (const auto &each : watched) {
        add(ids, mailbox, [&](void *opaque) {
            return virConnectDomainEventRegisterAny(connection, nullptr, each.event, each.callback, opaque,
                                                    freeShare);
        });
    }
    return ids;
}

std::vector<int> watchPools(virConnectPtr connection, const std::shared_ptr<Mailbox> &mailbox)
{
    std::vector<int> ids;
    add(ids, mailbox, [&](void *opaque) {
        return virConnectStoragePoolEventRegisterAny(connection, nullptr, VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE,
                                                     VIR_STORAGE_POOL_EVENT_CALLBACK(onPool), opaque,
                                                     freeShare);
    });
    return ids;
}

std::vector<int> watchNetworks(virConnectPtr connection, const std::shared_ptr<Mailbox> &mailbox)
{
    std::vector<int> ids;
    add(ids, mailbox, [&](void *opaque) {
        return virConnectNetworkEventRegisterAny(connection, nullptr, VIR_NETWORK_EVENT_ID_LIFECYCLE,
                                                 VIR_NETWORK_EVENT_CALLBACK(onNetwork), opaque, freeShare);
    });
    return ids;
}

} // namespace core::hypervisor::libvirt
