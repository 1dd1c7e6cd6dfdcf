// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ref.h"

#include <optional>
#include <vector>

/// What a cluster decides of the places of its VMs: what people set, what it recommends, what became of it.
namespace core::model {

/// How far a cluster goes by itself. Partial places VMs when they start, and recommends the rest; Disabled is of single
/// VMs only.
enum class DrsAutomation { Full, Partial, Manual, Disabled };
constexpr auto wireNames(DrsAutomation)
{
    return std::array{WireName{DrsAutomation::Full, "full"}, WireName{DrsAutomation::Partial, "partial"},
                      WireName{DrsAutomation::Manual, "manual"},
                      WireName{DrsAutomation::Disabled, "disabled"}};
}

/// Whether hosts that are not needed are put into standby.
enum class PowerManagement { Off, Manual, Automatic };
constexpr auto wireNames(PowerManagement)
{
    return std::array{WireName{PowerManagement::Off, "off"}, WireName{PowerManagement::Manual, "manual"},
                      WireName{PowerManagement::Automatic, "automatic"}};
}

struct DrsSettings {
    DrsAutomation automation = DrsAutomation::Full;
    int threshold = 3; ///< 1 (only what must be) to 5 (every gain)
    PowerManagement powerManagement = PowerManagement::Off;

    static constexpr auto fields =
        FieldList{field("automation", &DrsSettings::automation), field("threshold", &DrsSettings::threshold),
                  field("powerManagement", &DrsSettings::powerManagement)};
    friend bool operator==(const DrsSettings &, const DrsSettings &) = default;
};

/// Must is never broken, not even to empty a host; should gives way to contention.
enum class DrsRuleType { KeepTogether, KeepApart, MustRunOn, MustNotRunOn, ShouldRunOn, ShouldNotRunOn };
constexpr auto wireNames(DrsRuleType)
{
    return std::array{WireName{DrsRuleType::KeepTogether, "keep-together"},
                      WireName{DrsRuleType::KeepApart, "keep-apart"},
                      WireName{DrsRuleType::MustRunOn, "must-run-on"},
                      WireName{DrsRuleType::MustNotRunOn, "must-not-run-on"},
                      WireName{DrsRuleType::ShouldRunOn, "should-run-on"},
                      WireName{DrsRuleType::ShouldNotRunOn, "should-not-run-on"}};
}

[[nodiscard]] constexpr bool namesHosts(DrsRuleType type)
{
    return type != DrsRuleType::KeepTogether && type != DrsRuleType::KeepApart;
}

struct DrsRule {
    QString name; ///< unique in its cluster
    DrsRuleType type = DrsRuleType::KeepTogether;
    std::vector<VmId> vms;
    std::vector<HostId> hosts; ///< of the rules between VMs and hosts
    bool enabled = true;
    Instant created; ///< of two that contradict each other the older one rules

    static constexpr auto fields =
        FieldList{field("name", &DrsRule::name),       field("type", &DrsRule::type),
                  field("vms", &DrsRule::vms),         field("hosts", &DrsRule::hosts),
                  field("enabled", &DrsRule::enabled), field("created", &DrsRule::created)};
    friend bool operator==(const DrsRule &, const DrsRule &) = default;
};

/// One migration that is, or was, thought of. The names are those of that time.
struct DrsMove {
    VmId vm;
    QString vmName;
    HostId from;
    QString fromName;
    HostId to;
    QString toName;
    Duration expected{}; ///< what it should take

    static constexpr auto fields = FieldList{field("vm", &DrsMove::vm),
                                             field("vmName", &DrsMove::vmName),
                                             field("from", &DrsMove::from),
                                             field("fromName", &DrsMove::fromName),
                                             field("to", &DrsMove::to),
                                             field("toName", &DrsMove::toName),
                                             field("expectedMs", &DrsMove::expected)};
    friend bool operator==(const DrsMove &, const DrsMove &) = default;
};

/// Migrations that belong together: all or none.
struct DrsRecommendation {
    QString key; ///< names it as long as it is recommended
    int priority = 3; ///< 1: must be; 2–5: the higher, the smaller the need
    QString reason; ///< a code of vSphere's RecommendationReasonCode: "fairnessCpuAvg"; core/text says it
    std::vector<DrsMove> moves; ///< in their order
    double scoreBefore = 0; ///< imbalance of the cluster
    double scoreAfter = 0;
    std::vector<QString> prerequisites; ///< keys of those that come first
    bool automatic = true; ///< false: a person decides
    QString warning; ///< "vmHostSoftAffinity": it leaves where it should be; empty: none

    static constexpr auto fields = FieldList{field("key", &DrsRecommendation::key),
                                             field("priority", &DrsRecommendation::priority),
                                             field("reason", &DrsRecommendation::reason),
                                             field("moves", &DrsRecommendation::moves),
                                             field("scoreBefore", &DrsRecommendation::scoreBefore),
                                             field("scoreAfter", &DrsRecommendation::scoreAfter),
                                             field("prerequisites", &DrsRecommendation::prerequisites),
                                             field("automatic", &DrsRecommendation::automatic),
                                             field("warning", &DrsRecommendation::warning)};
    friend bool operator==(const DrsRecommendation &, const DrsRecommendation &) = default;
};

/// A VM or host that could not be helped, and what stands in the way.
struct DrsFault {
    QString code; ///< "dirty-rate"; core/text says it
    std::optional<ObjectRef> object; ///< VM or host; absent: the cluster
    QString objectName;
    QString rule; ///< its name, where one is meant

    static constexpr auto fields =
        FieldList{field("code", &DrsFault::code), field("object", &DrsFault::object),
                  field("objectName", &DrsFault::objectName), field("rule", &DrsFault::rule)};
    friend bool operator==(const DrsFault &, const DrsFault &) = default;
};

/// The load of a host as the decision saw it, and as it would be.
struct DrsHostLoad {
    HostId host;
    double cpuRatio = 0; ///< demand over capacity, may be more than 1
    double memoryRatio = 0;
    double cpuAfterRatio = 0;
    double memoryAfterRatio = 0;

    static constexpr auto fields = FieldList{
        field("host", &DrsHostLoad::host), field("cpuRatio", &DrsHostLoad::cpuRatio),
        field("memoryRatio", &DrsHostLoad::memoryRatio), field("cpuAfterRatio", &DrsHostLoad::cpuAfterRatio),
        field("memoryAfterRatio", &DrsHostLoad::memoryAfterRatio)};
    friend bool operator==(const DrsHostLoad &, const DrsHostLoad &) = default;
};

/// How a cluster is doing. Collecting: it knows too little yet. Paused: it doubts the news, and only recommends.
enum class DrsState { Off, Collecting, Balanced, Imbalanced, Waiting, Moving, Paused };
constexpr auto wireNames(DrsState)
{
    return std::array{WireName{DrsState::Off, "off"},           WireName{DrsState::Collecting, "collecting"},
                      WireName{DrsState::Balanced, "balanced"}, WireName{DrsState::Imbalanced, "imbalanced"},
                      WireName{DrsState::Waiting, "waiting"},   WireName{DrsState::Moving, "moving"},
                      WireName{DrsState::Paused, "paused"}};
}

/// What the last look at a cluster found.
struct DrsReport {
    DrsState state = DrsState::Off;
    std::optional<Instant> time; ///< of that look; absent: there was none
    double score = 0; ///< standard deviation of the hosts' CPU load plus that of their memory load
    double cpuDeviation = 0;
    double memoryDeviation = 0;
    double target = 0; ///< the score that the threshold leaves alone
    double scoreAfter = 0; ///< when all is done that is recommended
    std::vector<DrsHostLoad> hosts;
    std::vector<DrsRecommendation> recommendations;
    std::vector<DrsFault> faults;
    std::vector<HostId> notEnforced; ///< hosts that do not divide their CPUs as the pools say

    static constexpr auto fields = FieldList{field("state", &DrsReport::state),
                                             field("time", &DrsReport::time),
                                             field("score", &DrsReport::score),
                                             field("cpuDeviation", &DrsReport::cpuDeviation),
                                             field("memoryDeviation", &DrsReport::memoryDeviation),
                                             field("target", &DrsReport::target),
                                             field("scoreAfter", &DrsReport::scoreAfter),
                                             field("hosts", &DrsReport::hosts),
                                             field("recommendations", &DrsReport::recommendations),
                                             field("faults", &DrsReport::faults),
                                             field("notEnforced", &DrsReport::notEnforced)};
    friend bool operator==(const DrsReport &, const DrsReport &) = default;
};

/// A migration that was carried out, or tried.
struct DrsHistoryEntry {
    Instant time; ///< of its end
    DrsMove move;
    int priority = 3;
    QString reason;
    QString actor; ///< who applied it; empty: the cluster by itself
    TaskId task;
    std::optional<Error> error; ///< why it did not move

    static constexpr auto fields =
        FieldList{field("time", &DrsHistoryEntry::time),         field("move", &DrsHistoryEntry::move),
                  field("priority", &DrsHistoryEntry::priority), field("reason", &DrsHistoryEntry::reason),
                  field("actor", &DrsHistoryEntry::actor),       field("task", &DrsHistoryEntry::task),
                  field("error", &DrsHistoryEntry::error)};
    friend bool operator==(const DrsHistoryEntry &, const DrsHistoryEntry &) = default;
};

} // namespace core::model
