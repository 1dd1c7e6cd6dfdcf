// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/ha/scenario.h"

#include <array>
#include <utility>

/// How the files spell what scenario.h and core/ha enumerate.
namespace core::simulation {

inline constexpr std::array profiles{std::pair{"fast", ha::Profile::Fast},
                                     std::pair{"standard", ha::Profile::Standard},
                                     std::pair{"tolerant", ha::Profile::Tolerant}};
inline constexpr std::array isolationResponses{
    std::pair{"leave-powered-on", ha::IsolationResponse::LeavePoweredOn},
    std::pair{"shut-down", ha::IsolationResponse::ShutDown},
    std::pair{"power-off", ha::IsolationResponse::PowerOff}};
inline constexpr std::array monitorings{std::pair{"off", ha::Monitoring::Off},
                                        std::pair{"vm", ha::Monitoring::Guest},
                                        std::pair{"vm-and-application", ha::Monitoring::GuestAndApplication}};
inline constexpr std::array storageResponses{std::pair{"off", ha::StorageResponse::Off},
                                             std::pair{"conservative", ha::StorageResponse::Conservative},
                                             std::pair{"aggressive", ha::StorageResponse::Aggressive}};
inline constexpr std::array strengths{std::pair{"must", ha::Strength::Must},
                                      std::pair{"should", ha::Strength::Should}};
inline constexpr std::array watchdogs{std::pair{"hardware", ha::WatchdogKind::Hardware},
                                      std::pair{"soft", ha::WatchdogKind::Soft},
                                      std::pair{"none", ha::WatchdogKind::None}};
inline constexpr std::array priorities{
    std::pair{"highest", ha::Priority::Highest}, std::pair{"high", ha::Priority::High},
    std::pair{"medium", ha::Priority::Medium},   std::pair{"low", ha::Priority::Low},
    std::pair{"lowest", ha::Priority::Lowest},   std::pair{"disabled", ha::Priority::Disabled}};
inline constexpr std::array ruleTypes{std::pair{"vm-vm", ha::RuleType::Together},
                                      std::pair{"vm-vm-anti", ha::RuleType::Apart},
                                      std::pair{"vm-host-must", ha::RuleType::MustRunOn},
                                      std::pair{"vm-host-mustnot", ha::RuleType::MustNotRunOn},
                                      std::pair{"vm-host-should", ha::RuleType::ShouldRunOn},
                                      std::pair{"vm-host-shouldnot", ha::RuleType::ShouldNotRunOn}};
inline constexpr std::array losses{std::pair{"apd", ha::StoreState::AllPathsDown},
                                   std::pair{"pdl", ha::StoreState::PermanentLoss}};

/// What an action is given, besides `at` and `do`; a question mark: may be left out.
struct DeedWord {
    const char *name;
    Deed deed;
    const char *keys;
};
inline constexpr std::array deeds{DeedWord{"power-off", Deed::PowerOff, "host"},
                                  DeedWord{"power-on", Deed::PowerOn, "host"},
                                  DeedWord{"reset", Deed::Reset, "host"},
                                  DeedWord{"bmc-dead", Deed::BmcDead, "host"},
                                  DeedWord{"bmc-back", Deed::BmcBack, "host"},
                                  DeedWord{"network-cut", Deed::NetworkCut, "host"},
                                  DeedWord{"network-back", Deed::NetworkBack, "host"},
                                  DeedWord{"partition", Deed::Partition, "groups"},
                                  DeedWord{"heal", Deed::Heal, ""},
                                  DeedWord{"link-down", Deed::LinkDown, "from to"},
                                  DeedWord{"link-up", Deed::LinkUp, "from to"},
                                  DeedWord{"storage-lost", Deed::StorageLost, "host? datastore kind?"},
                                  DeedWord{"storage-back", Deed::StorageBack, "host? datastore kind?"},
                                  DeedWord{"host-pause", Deed::HostPause, "host"},
                                  DeedWord{"host-resume", Deed::HostResume, "host"},
                                  DeedWord{"agent-kill", Deed::AgentKill, "host"},
                                  DeedWord{"agent-start", Deed::AgentStart, "host"},
                                  DeedWord{"etcd-down", Deed::EtcdDown, ""},
                                  DeedWord{"etcd-up", Deed::EtcdUp, ""},
                                  DeedWord{"etcd-slow", Deed::EtcdSlow, "delay_s"},
                                  DeedWord{"clock-jump", Deed::ClockJump, "host by_s"},
                                  DeedWord{"watchdog-broken", Deed::WatchdogBroken, "host"},
                                  DeedWord{"guest-crash", Deed::GuestCrash, "vm"},
                                  DeedWord{"guest-hang", Deed::GuestHang, "vm"},
                                  DeedWord{"guest-shutdown", Deed::GuestShutdown, "vm"},
                                  DeedWord{"app-fail", Deed::AppFail, "vm"},
                                  DeedWord{"start-fails", Deed::StartFails, "vm host? times"},
                                  DeedWord{"vm-power-on", Deed::VmPowerOn, "vm"},
                                  DeedWord{"vm-power-off", Deed::VmPowerOff, "vm"},
                                  DeedWord{"vm-migrate", Deed::VmMigrate, "vm to"},
                                  DeedWord{"enter-maintenance", Deed::EnterMaintenance, "host"},
                                  DeedWord{"exit-maintenance", Deed::ExitMaintenance, "host"},
                                  DeedWord{"disarm", Deed::Disarm, ""},
                                  DeedWord{"arm", Deed::Arm, ""},
                                  DeedWord{"add-host", Deed::AddHost, "host"},
                                  DeedWord{"add-vm", Deed::AddVm, "vm"}};

[[nodiscard]] const char *wordFor(const auto &table, auto value)
{
    for (const auto &[word, meaning] : table) {
        if (meaning == value)
            return word;
    }
    return "";
}

} // namespace core::simulation
