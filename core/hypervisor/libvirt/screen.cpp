// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/screen.h"

#include "core/hypervisor/errors.h"
#include "core/hypervisor/libvirt/domains.h"
#include "core/hypervisor/libvirt/domainxml.h"
#include "core/hypervisor/libvirt/libvirterror.h"

#include <poll.h>
#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace core::hypervisor::libvirt {

namespace {

Error noScreen(virDomainPtr domain, const QString &why)
{
    return Error(errors::NoScreen, QJsonObject{{u"vm"_s, QString::fromUtf8(virDomainGetName(domain))}}, why);
}

struct Found {
    DomainPtr domain;
    Screen screen;
};

Result<Found> findVnc(const Link &link, const Connection &connection, VmId vm)
{
    auto domain = findDomain(link, connection, vm);
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
        return noScreen(domain->get(), u"the VM has no VNC display"_s);
    return Found{*std::move(domain), **screen};
}

/// An address to listen on as one to connect to.
QString reachable(const QString &listened)
{
    if (listened.isEmpty() || listened == "0.0.0.0"_L1)
        return u"127.0.0.1"_s;
    if (listened == "::"_L1)
        return u"[::1]"_s;
    return listened.contains(u':') ? u'[' + listened + u']' : listened;
}

} // namespace

Result<OwnedFd> openLocalScreen(Link &link, VmId vm)
{
    const auto found = findVnc(link, *link.machines, vm);
    if (!found)
        return found.error();
    const Turn turn = link.turns.take(vm);
    if (!turn)
        return noScreen(found->domain.get(), u"the VM's process has not yet answered another request"_s);
    // Who may ask the daemon for the display need not know the display's own password.
    const int fd =
        virDomainOpenGraphicsFD(found->domain.get(), found->screen.index, VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH);
    if (fd < 0) {
        const Error error = lastError(link.where);
        return error.is(core::errors::Unreachable) ? error : noScreen(found->domain.get(), error.detail);
    }
    return OwnedFd(fd);
}

Result<QString> findScreen(Link &link, VmId vm)
{
    const auto found = findVnc(link, *link.control, vm);
    if (!found)
        return found.error();
    const Screen &screen = found->screen;
    if (!screen.socket.isEmpty())
        return screen.socket;
    if (screen.port <= 0)
        return noScreen(found->domain.get(), u"the display listens nowhere"_s);
    return u"%1:%2"_s.arg(reachable(screen.address)).arg(screen.port);
}

Result<void> awaitGreeting(Link &link, VmId vm, int fd)
{
    constexpr int patienceMs = 10'000;
    pollfd waiting{.fd = fd, .events = POLLIN, .revents = 0};
    char first = 0;
    if (::poll(&waiting, 1, patienceMs) > 0 && ::recv(fd, &first, 1, MSG_PEEK) > 0)
        return {};
    const auto domain = findDomain(link, *link.control, vm);
    return domain ? noScreen(domain->get(), u"the host cannot connect to the display"_s) : domain.error();
}

} // namespace core::hypervisor::libvirt
