// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/scheduling.h"

#include "core/hypervisor/libvirt/domains.h"
#include "core/hypervisor/libvirt/libvirterror.h"

#include <libvirt/virterror.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace core::hypervisor::libvirt {

namespace {

constexpr unsigned long long period = 100'000; // us
constexpr long long leastQuota = 1'000; // us, the kernel's
constexpr int leastWeight =
    2; // of cgroup v1; and 10,000 is the most of v2: what lies between is right for both

/// Owns the parameters, and what libvirt allocates in them.
class Parameters
{
public:
    Parameters() = default;
    Parameters(const Parameters &) = delete;
    Parameters &operator=(const Parameters &) = delete;
    ~Parameters() { virTypedParamsFree(m_list, m_count); }

    bool add(const char *name, unsigned long long value)
    {
        return virTypedParamsAddULLong(&m_list, &m_count, &m_room, name, value) == 0;
    }
    bool add(const char *name, long long value)
    {
        return virTypedParamsAddLLong(&m_list, &m_count, &m_room, name, value) == 0;
    }
    int apply(virDomainPtr domain)
    {
        return virDomainSetSchedulerParametersFlags(domain, m_list, m_count, VIR_DOMAIN_AFFECT_LIVE);
    }

private:
    virTypedParameterPtr m_list = nullptr;
    int m_count = 0;
    int m_room = 0;
};

/// A session daemon has no cgroups, and one without the controller has nothing to write to.
bool lacksControl(const Failure &failure)
{
    constexpr std::array codes{VIR_ERR_OPERATION_INVALID, VIR_ERR_CONFIG_UNSUPPORTED,
                               VIR_ERR_OPERATION_UNSUPPORTED, VIR_ERR_NO_SUPPORT};
    return std::ranges::find(codes, failure.code) != codes.end();
}

} // namespace

Result<void> setCpuScheduling(Link &link, VmId vm, CpuScheduling scheduling)
{
    const auto domain = findDomain(link, *link.control, vm);
    if (!domain)
        return domain.error();
    if (virDomainIsActive(domain->get()) != 1)
        return Error(core::errors::Conflict);
    Parameters parameters;
    const auto weight = static_cast<unsigned long long>(std::clamp(scheduling.weight, leastWeight, 10'000));
    const long long quota = scheduling.mostCpus
        ? std::max(leastQuota, std::llround(*scheduling.mostCpus * static_cast<double>(period)))
        : -1;
    const bool made = parameters.add(VIR_DOMAIN_SCHEDULER_CPU_SHARES, weight)
        && parameters.add(VIR_DOMAIN_SCHEDULER_GLOBAL_PERIOD, period)
        && parameters.add(VIR_DOMAIN_SCHEDULER_GLOBAL_QUOTA, quota);
    if (made && parameters.apply(domain->get()) == 0)
        return {};
    const Failure failure = lastFailure();
    if (lacksControl(failure))
        return Error(core::errors::Unsupported, failure.message);
    return toError(failure, link.where);
}

} // namespace core::hypervisor::libvirt
