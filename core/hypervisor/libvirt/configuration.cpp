// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/configuration.h"

#include "core/hypervisor/libvirt/domains.h"
#include "core/hypervisor/libvirt/libvirterror.h"

using namespace Qt::StringLiterals;

namespace core::hypervisor::libvirt {

namespace {

constexpr unsigned nextStart = VIR_DOMAIN_AFFECT_CONFIG;
constexpr unsigned mostCpus = VIR_DOMAIN_VCPU_MAXIMUM;
constexpr unsigned mostMemory = VIR_DOMAIN_MEM_MAXIMUM;

/// The most it may have and what it has: the same.
Result<void> setCpuCount(const Link &link, virDomainPtr domain, int count)
{
    const auto cpus = static_cast<unsigned>(count);
    if (virDomainSetVcpusFlags(domain, cpus, nextStart | mostCpus) < 0
        || virDomainSetVcpusFlags(domain, cpus, nextStart) < 0)
        return lastError(link.where);
    return {};
}

Result<void> setMemory(const Link &link, virDomainPtr domain, Bytes memory)
{
    const auto kib = static_cast<unsigned long>(memory.count() / 1024);
    if (virDomainSetMemoryFlags(domain, kib, nextStart | mostMemory) < 0
        || virDomainSetMemoryFlags(domain, kib, nextStart) < 0)
        return lastError(link.where);
    return {};
}

Result<void> setNotes(const Link &link, virDomainPtr domain, const QString &notes)
{
    const bool isActive = virDomainIsActive(domain) == 1;
    const bool isPersistent = virDomainIsPersistent(domain) == 1;
    unsigned flags = 0;
    if (isActive)
        flags |= VIR_DOMAIN_AFFECT_LIVE;
    if (isPersistent)
        flags |= nextStart;
    const QByteArray text = notes.toUtf8();
    if (virDomainSetMetadata(domain, VIR_DOMAIN_METADATA_DESCRIPTION,
                             notes.isEmpty() ? nullptr : text.constData(), nullptr, nullptr, flags)
        < 0)
        return lastError(link.where);
    return {};
}

} // namespace

Result<void> configureVm(Link &link, VmId vm, VmSettings settings)
{
    const auto domain = findDomain(link, *link.jobs, vm);
    if (!domain)
        return domain.error();
    if (settings.cpuCount) {
        if (auto set = setCpuCount(link, domain->get(), *settings.cpuCount); !set)
            return set;
    }
    if (settings.memory) {
        if (auto set = setMemory(link, domain->get(), *settings.memory); !set)
            return set;
    }
    if (settings.notes)
        return setNotes(link, domain->get(), *settings.notes);
    return {};
}

} // namespace core::hypervisor::libvirt
