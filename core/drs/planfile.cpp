// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drs/files.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace core::drs {

namespace {

QJsonObject moveJson(const Move &move, const Instance &instance)
{
    const auto host = [&](int index) { return instance.hosts[at(index)].id; };
    QJsonArray prerequisites;
    for (const int index : move.prerequisites)
        prerequisites.append(index);
    return {{u"vm"_s, instance.machines[at(move.machine)].id},
            {u"from"_s, host(move.from)},
            {u"to"_s, host(move.to)},
            {u"priority"_s, move.priority},
            {u"reason"_s, wireName(move.reason)},
            {u"gain"_s, move.gain()},
            {u"score_before"_s, move.scoreBefore},
            {u"score_after"_s, move.scoreAfter},
            {u"cost_s"_s, move.seconds},
            {u"recommendation"_s, move.recommendation},
            {u"automatic"_s, move.isAutomatic},
            {u"prereq"_s, prerequisites}};
}

/// For the reader of the file, in English; the console has sentences of its own.
QString textOf(Obstacle obstacle)
{
    switch (obstacle) {
    case Obstacle::None: return u"nothing stands in the way"_s;
    case Obstacle::SameHost: return u"it runs there already"_s;
    case Obstacle::HostUnavailable: return u"no host that takes part could have it"_s;
    case Obstacle::StatsStale: return u"its statistics are missing or too old"_s;
    case Obstacle::Incompatible: return u"no other host can run it"_s;
    case Obstacle::Memory: return u"no host has enough free memory"_s;
    case Obstacle::Cpu: return u"no host has enough free CPU"_s;
    case Obstacle::MemoryReservation: return u"more memory is reserved than there is"_s;
    case Obstacle::CpuReservation: return u"more CPU is reserved than there is"_s;
    case Obstacle::VcpuRatio: return u"the hosts have all the virtual CPUs that they may have"_s;
    case Obstacle::Rule: return u"a rule blocks it"_s;
    case Obstacle::SoftRule: return u"a should rule blocks it"_s;
    case Obstacle::Disabled: return u"automation is disabled for it"_s;
    case Obstacle::DirtyRate: return u"it changes its memory too fast for a migration"_s;
    case Obstacle::RecentMove: return u"it was moved less than an hour ago"_s;
    case Obstacle::Cost: return u"the gain does not pay for the migration"_s;
    case Obstacle::NoGain: return u"no move would improve the balance"_s;
    case Obstacle::MoveLimit: return u"as many moves as allowed are planned already"_s;
    case Obstacle::RuleConflict: return u"an older rule says the contrary; this one is not applied"_s;
    case Obstacle::GroupTooLarge: return u"the rule keeps apart more machines than there are hosts"_s;
    case Obstacle::Brake: return u"too many machines would have to leave at once; a person decides"_s;
    case Obstacle::TimeLimit: return u"the search ended at its limit"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QString wireName(Reason reason)
{
    switch (reason) {
    case Reason::FairnessCpuAvg: return u"fairnessCpuAvg"_s;
    case Reason::FairnessMemAvg: return u"fairnessMemAvg"_s;
    case Reason::JointAffin: return u"jointAffin"_s;
    case Reason::AntiAffin: return u"antiAffin"_s;
    case Reason::HostMaint: return u"hostMaint"_s;
    case Reason::ReservationCpu: return u"reservationCpu"_s;
    case Reason::ReservationMem: return u"reservationMem"_s;
    case Reason::VmHostHardAffinity: return u"vmHostHardAffinity"_s;
    case Reason::VmHostSoftAffinity: return u"vmHostSoftAffinity"_s;
    case Reason::Incompatible: return u"incompatible"_s;
    case Reason::MakeRoom: return u"makeRoom"_s;
    }
    Q_UNREACHABLE();
}

QString wireName(Obstacle obstacle)
{
    switch (obstacle) {
    case Obstacle::None: return u"none"_s;
    case Obstacle::SameHost: return u"same-host"_s;
    case Obstacle::HostUnavailable: return u"host-unavailable"_s;
    case Obstacle::StatsStale: return u"stats-stale"_s;
    case Obstacle::Incompatible: return u"incompatible"_s;
    case Obstacle::Memory: return u"memory"_s;
    case Obstacle::Cpu: return u"cpu"_s;
    case Obstacle::MemoryReservation: return u"memory-reservation"_s;
    case Obstacle::CpuReservation: return u"cpu-reservation"_s;
    case Obstacle::VcpuRatio: return u"vcpu-ratio"_s;
    case Obstacle::Rule: return u"rule"_s;
    case Obstacle::SoftRule: return u"soft-rule"_s;
    case Obstacle::Disabled: return u"disabled"_s;
    case Obstacle::DirtyRate: return u"dirty-rate"_s;
    case Obstacle::RecentMove: return u"recent-move"_s;
    case Obstacle::Cost: return u"cost"_s;
    case Obstacle::NoGain: return u"no-gain"_s;
    case Obstacle::MoveLimit: return u"move-limit"_s;
    case Obstacle::RuleConflict: return u"rule-conflict"_s;
    case Obstacle::GroupTooLarge: return u"group-too-large"_s;
    case Obstacle::Brake: return u"mass-incompatibility"_s;
    case Obstacle::TimeLimit: return u"time-limit"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject toJson(const Plan &plan, const Instance &instance, const PlanCost &cost)
{
    QJsonArray moves;
    for (const Move &move : plan.moves)
        moves.append(moveJson(move, instance));
    QJsonArray faults;
    for (const Fault &fault : plan.faults) {
        QJsonObject json{{u"code"_s, wireName(fault.obstacle)}, {u"text"_s, textOf(fault.obstacle)}};
        if (fault.machine >= 0)
            json.insert(u"vm"_s, instance.machines[at(fault.machine)].id);
        if (fault.host >= 0)
            json.insert(u"host"_s, instance.hosts[at(fault.host)].id);
        if (fault.rule >= 0)
            json.insert(u"rule"_s, instance.rules[at(fault.rule)].id);
        faults.append(json);
    }
    return {{u"format"_s, u"drs-plan/1"_s},
            {u"engine"_s, u"vigie " VIGIE_VERSION ""_s},
            {u"ms"_s, cost.milliseconds},
            {u"peak_kb"_s, qint64(cost.peakKib)},
            {u"score_before"_s, plan.scoreBefore},
            {u"score_after"_s, plan.scoreAfter},
            {u"moves"_s, moves},
            {u"faults"_s, faults}};
}

} // namespace core::drs
