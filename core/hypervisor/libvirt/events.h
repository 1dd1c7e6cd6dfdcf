// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/libvirt/mailbox.h"

#include <libvirt/libvirt.h>

#include <memory>
#include <vector>

/// libvirt's events into a mailbox. Each returns the callback ids that the driver granted; it may know fewer
/// kinds than asked for. The callbacks copy, post and return: they never call libvirt back.
namespace core::hypervisor::libvirt {

/// Pools that we make for a moment to read a file carry this prefix; their events are nobody's business.
inline constexpr const char *transientPoolPrefix = "vigie-transient-";

[[nodiscard]] std::vector<int> watchDomains(virConnectPtr connection,
                                            const std::shared_ptr<Mailbox> &mailbox);
[[nodiscard]] std::vector<int> watchPools(virConnectPtr connection, const std::shared_ptr<Mailbox> &mailbox);
[[nodiscard]] std::vector<int> watchNetworks(virConnectPtr connection,
                                             const std::shared_ptr<Mailbox> &mailbox);

} // namespace core::hypervisor::libvirt
