// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ha/refs.h"

#include <string>
#include <vector>

/// What the agents are told of their cluster: policy, hosts, machines, datastores and rules. Each agent keeps the last
/// one on its own disk and works from it without server and coordination store.
namespace core::ha {

enum class Profile : std::uint8_t { Fast, Standard, Tolerant };
/// What a host that is cut off from everybody does with its machines.
enum class IsolationResponse : std::uint8_t { LeavePoweredOn, ShutDown, PowerOff };
enum class Monitoring : std::uint8_t { Off, Guest, GuestAndApplication };
/// Conservative: only when another host is known to be able to run the machine. Aggressive: also when nobody can say.
enum class StorageResponse : std::uint8_t { Off, Conservative, Aggressive };
enum class Strength : std::uint8_t { Must, Should };
enum class Priority : std::uint8_t { Highest, High, Medium, Low, Lowest, Disabled };

/// All by profile. Defaults: Fast. Silences of a network come in seconds (a switch that elects its root), so nothing is
/// judged within five; the rest is what proof needs.
struct Timings {
    Duration heartbeat{1'000}; ///< between two to the primary
    Duration suspectAfter{5'000}; ///< of silence
    Duration verdictAfter{12'000}; ///< of silence
    Duration storeHeartbeat{5'000}; ///< between two on a datastore
    Duration storeStale{
        6'500}; ///< a heartbeat on a datastore that has not changed for so long is no longer fresh
    Duration lease{5'000}; ///< time to live of session and election
    Duration stepDown{3'000}; ///< after the last confirmed renewal was sent, a primary is none
    Duration petting{
        8'000}; ///< how long the watchdog is fed after the last renewal was sent on the last channel
    Duration watchdog{10'000}; ///< what the device waits
    Duration margin{5'000}; ///< for drift and for what takes time between sending and arriving
    Duration allPathsDown{60'000}; ///< before a lost path to storage is answered
    Duration isolationAfter{15'000}; ///< of hearing nobody
    Duration isolationGrace{30'000}; ///< from being isolated to the response
    Duration shutdown{300'000}; ///< what a guest is given to shut down
    Duration guestSilence{30'000}; ///< before a guest is reset
};
[[nodiscard]] Timings timingsOf(Profile profile);

struct Policy {
    Profile profile = Profile::Standard;
    Timings timings = timingsOf(Profile::Standard);
    IsolationResponse isolation = IsolationResponse::LeavePoweredOn;
    int hostFailures = 1; ///< that admission control keeps room for
    Monitoring monitoring = Monitoring::Off;
    StorageResponse storage = StorageResponse::Conservative;
    Strength antiAffinity = Strength::Must; ///< Should: in a failover every must anti-affinity rule is a wish
    bool isArmed = true; ///< false: nothing is done but an alarm
};

struct Host {
    std::string name;
    std::int64_t cpu = 0; ///< MHz
    std::int64_t memory = 0; ///< MiB
    StoreMask stores = 0; ///< mounted in normal times
    bool hasBmc = true;
    bool isInMaintenance = false;
};

struct Vm {
    std::string name;
    StoreRef store = noStore;
    std::int64_t cpu = 0; ///< MHz, reserved
    std::int64_t memory = 0; ///< MiB, reserved
    Priority priority = Priority::Medium;
    std::vector<VmRef> dependsOn; ///< started before it; no cycles
    bool hasGuestAgent = true;
};

enum class RuleType : std::uint8_t { Together, Apart, MustRunOn, MustNotRunOn, ShouldRunOn, ShouldNotRunOn };

struct Rule {
    RuleType type = RuleType::Apart;
    Strength strength = Strength::Must; ///< of Together and Apart
    std::vector<VmRef> vms;
    std::vector<HostRef> hosts; ///< of the rules between machines and hosts
};

struct Cluster {
    Policy policy;
    std::vector<std::string> stores;
    std::vector<Host> hosts;
    std::vector<Vm> vms;
    std::vector<Rule> rules;
    /// The datastores on which a host leaves its heartbeat, by host: two where it has two, those that most hosts see.
    std::vector<StoreMask> heartbeatStores;
    /// The rules that name a machine, by machine.
    std::vector<std::vector<std::uint16_t>> rulesOf;
};

/// Works out what is derived from the rest: heartbeatStores and rulesOf.
void complete(Cluster &cluster);

/// Is this rule to be kept at any price in a failover?
[[nodiscard]] bool isStrict(const Rule &rule, const Policy &policy);

} // namespace core::ha
