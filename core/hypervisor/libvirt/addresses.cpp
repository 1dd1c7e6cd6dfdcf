// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/addresses.h"

#include "core/hypervisor/libvirt/domains.h"
#include "core/hypervisor/libvirt/libvirterror.h"

#include <QHash>

#include <algorithm>

namespace core::hypervisor::libvirt {

using namespace Qt::StringLiterals;

namespace {

/// Absent: this source has nothing to say.
std::optional<std::vector<QString>> ask(virDomainPtr domain, unsigned source)
{
    virDomainInterfacePtr *interfaces = nullptr;
    const int count = virDomainInterfaceAddresses(domain, &interfaces, source, 0);
    if (count < 0)
        return std::nullopt;
    std::vector<QString> addresses;
    for (int i = 0; i < count; ++i) {
        for (unsigned j = 0; j < interfaces[i]->naddrs; ++j)
            addresses.push_back(QString::fromUtf8(interfaces[i]->addrs[j].addr));
        virDomainInterfaceFree(interfaces[i]);
    }
    std::free(interfaces);
    return addresses;
}

bool isLocal(const QString &address)
{
    return address.startsWith("127."_L1) || address == "::1"_L1
        || address.startsWith("fe80:"_L1, Qt::CaseInsensitive) || address.startsWith("169.254."_L1);
}

} // namespace

std::vector<QString> presentable(const std::vector<QString> &addresses)
{
    std::vector<QString> shown;
    for (const QString &address : addresses) {
        if (!address.isEmpty() && !isLocal(address) && std::ranges::find(shown, address) == shown.end())
            shown.push_back(address);
    }
    std::ranges::stable_partition(shown, [](const QString &address) { return !address.contains(u':'); });
    return shown;
}

Result<bool> learnAddresses(Link &link, VmId vm, bool hasAgent)
{
    const auto domain = findDomain(link, *link.jobs, vm);
    if (!domain)
        return domain.error();
    if (hasAgent) {
        const auto told = ask(domain->get(), VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT);
        if (!told)
            return lastError(link.where); // it hangs: what it said last is the best we have
        return link.addresses.remember(vm, presentable(*told));
    }
    std::vector<QString> seen;
    for (const unsigned source :
         {VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE, VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP}) {
        if (seen.empty())
            seen = presentable(ask(domain->get(), source).value_or(std::vector<QString>()));
    }
    return link.addresses.remember(vm, seen);
}

} // namespace core::hypervisor::libvirt
