// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/drs/instance.h"

#include <array>
#include <utility>

/// How the files spell what instance.h enumerates.
namespace core::drs {

inline constexpr std::array states{
    std::pair{"connected", HostState::Connected}, std::pair{"entering", HostState::Entering},
    std::pair{"maintenance", HostState::Maintenance}, std::pair{"disconnected", HostState::Disconnected},
    std::pair{"standby", HostState::Standby}};
inline constexpr std::array automations{
    std::pair{"default", Automation::Default}, std::pair{"full", Automation::Full},
    std::pair{"partial", Automation::Partial}, std::pair{"manual", Automation::Manual},
    std::pair{"disabled", Automation::Disabled}};
inline constexpr std::array ruleTypes{std::pair{"vm-vm", RuleType::Together},
                                      std::pair{"vm-vm-anti", RuleType::Apart},
                                      std::pair{"vm-host-must", RuleType::MustRunOn},
                                      std::pair{"vm-host-mustnot", RuleType::MustNotRunOn},
                                      std::pair{"vm-host-should", RuleType::ShouldRunOn},
                                      std::pair{"vm-host-shouldnot", RuleType::ShouldNotRunOn}};

} // namespace core::drs
