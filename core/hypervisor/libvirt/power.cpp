// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/power.h"

#include "core/hypervisor/libvirt/domains.h"
#include "core/hypervisor/libvirt/libvirterror.h"

using namespace Qt::StringLiterals;

namespace core::hypervisor::libvirt {

namespace {

/// Drivers disagree on the error for a wrong state (test:/// says "internal error"), so we look first. The
/// state may change in between: then the driver's own refusal counts.
bool allows(int state, PowerCall call)
{
    const bool isOff = state == VIR_DOMAIN_SHUTOFF || state == VIR_DOMAIN_CRASHED;
    const bool isPaused = state == VIR_DOMAIN_PAUSED || state == VIR_DOMAIN_PMSUSPENDED;
    switch (call) {
    case PowerCall::On: return isOff;
    case PowerCall::Off:
    case PowerCall::Suspend:
    case PowerCall::Reset: return !isOff;
    case PowerCall::ShutDown:
    case PowerCall::Reboot:
    case PowerCall::Pause: return !isOff && !isPaused;
    case PowerCall::Resume: return isPaused;
    }
    Q_UNREACHABLE();
}

int perform(virDomainPtr domain, PowerCall call, int state)
{
    switch (call) {
    case PowerCall::On: return virDomainCreate(domain); // from the saved memory when there is one
    case PowerCall::Off: return virDomainDestroy(domain);
    case PowerCall::ShutDown: return virDomainShutdown(domain);
    case PowerCall::Reboot: return virDomainReboot(domain, 0);
    case PowerCall::Reset: return virDomainReset(domain, 0);
    case PowerCall::Pause: return virDomainSuspend(domain);
    case PowerCall::Suspend: return virDomainManagedSave(domain, 0);
    case PowerCall::Resume:
        return state == VIR_DOMAIN_PMSUSPENDED ? virDomainPMWakeup(domain, 0) : virDomainResume(domain);
    }
    Q_UNREACHABLE();
}

const Connection &connectionFor(const Link &link, PowerCall call)
{
    switch (call) {
    case PowerCall::Off: return *link.endings;
    case PowerCall::Suspend: return *link.jobs;
    case PowerCall::On:
    case PowerCall::ShutDown:
    case PowerCall::Reboot:
    case PowerCall::Reset:
    case PowerCall::Pause:
    case PowerCall::Resume: return *link.machines;
    }
    Q_UNREACHABLE();
}

} // namespace

Result<void> performPower(Link &link, VmId vm, PowerCall call)
{
    const auto domain = findDomain(link, connectionFor(link, call), vm);
    if (!domain)
        return domain.error();
    int state = VIR_DOMAIN_NOSTATE;
    if (virDomainGetState(domain->get(), &state, nullptr, 0) < 0)
        return lastError(link.where);
    if (!allows(state, call))
        return Error(core::errors::Conflict, u"the state of the VM does not allow it"_s);
    const bool waitsForProcess = call != PowerCall::Off && call != PowerCall::Suspend;
    const Turn turn = waitsForProcess ? link.turns.take(vm) : Turn();
    if (waitsForProcess && !turn)
        return Error(core::errors::Busy, u"the VM's process has not yet answered another request"_s);
    if (perform(domain->get(), call, state) < 0)
        return lastError(link.where);
    return {};
}

Result<void> renameVm(Link &link, VmId vm, QString name)
{
    const auto domain = findDomain(link, *link.control, vm);
    if (!domain)
        return domain.error();
    if (virDomainIsActive(domain->get()) == 1)
        return Error(core::errors::Unsupported, u"libvirt cannot rename a running VM"_s);
    if (virDomainRename(domain->get(), name.toUtf8().constData(), 0) < 0)
        return lastError(link.where);
    return {};
}

} // namespace core::hypervisor::libvirt
