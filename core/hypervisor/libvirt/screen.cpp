// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/screen.h"

#include "core/hypervisor/errors.h"
#include "core/hypervisor/libvirt/domains.h"
#include "core/hypervisor/libvirt/domainxml.h"
#include "core/hypervisor/libvirt/libvirterror.h"

using namespace Qt::StringLiterals;

namespace core::hypervisor::libvirt {

namespace {

Error noScreen(VmId vm, const QString &why)
{
    return Error(errors::NoScreen, QJsonObject{{u"vm"_s, vm.toString()}}, why);
}

} // namespace

Result<OwnedFd> openLocalScreen(Link &link, VmId vm)
{
    const auto domain = findDomain(link, *link.control, vm);
    if (!domain)
        return domain.error();
    if (virDomainIsActive(domain->get()) == 0)
        return Error(core::errors::Conflict, u"the VM is off"_s);
    const Text xml(virDomainGetXMLDesc(domain->get(), 0));
    if (!xml)
        return lastError(link.where);
    const auto screen = parseScreen(QByteArray(xml.get()));
    if (!screen)
        return screen.error();
    if (!*screen)
        return noScreen(vm, u"the VM has no VNC display"_s);
    // Who may ask the daemon for the display need not know the display's own password.
    const int fd = virDomainOpenGraphicsFD(domain->get(), (*screen)->index, VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH);
    if (fd < 0) {
        const Error error = lastError(link.where);
        return error.is(core::errors::Unreachable) ? error : noScreen(vm, error.detail);
    }
    return OwnedFd(fd);
}

} // namespace core::hypervisor::libvirt
