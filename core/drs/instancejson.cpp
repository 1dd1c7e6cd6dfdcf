// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drs/files.h"
#include "core/drs/words.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::drs {

namespace {

template <class Table, class Value>
QString nameIn(const Table &table, Value value)
{
    const auto found = std::ranges::find(table, value, [](const auto &each) { return each.second; });
    return QString::fromLatin1(found->first);
}

QJsonArray names(const std::vector<int> &indices, const auto &list)
{
    QJsonArray names;
    for (const int index : indices)
        names.append(list[at(index)].id);
    return names;
}

QJsonObject machineJson(const Machine &machine, const Instance &instance)
{
    QJsonObject json{{u"id"_s, machine.id},
                     {u"host"_s, instance.hosts[at(machine.host)].id},
                     {u"vcpus"_s, machine.vcpus},
                     {u"mem"_s, qint64(machine.memory)},
                     {u"dirty_mbps"_s, machine.dirtyRate},
                     {u"cpu_res"_s, qint64(machine.cpuReservation)},
                     {u"cpu_lim"_s, qint64(machine.cpuLimit)},
                     {u"cpu_shares"_s, qint64(machine.cpuShares)},
                     {u"mem_res"_s, qint64(machine.memoryReservation)},
                     {u"mem_lim"_s, qint64(machine.memoryLimit)},
                     {u"mem_shares"_s, qint64(machine.memoryShares)},
                     {u"automation"_s, nameIn(automations, machine.automation)},
                     {u"last_move_s"_s, machine.sinceMove},
                     {u"stats_age_s"_s, machine.statsAge}};
    if (machine.hasDemand)
        json.insert(u"cpu_demand"_s, qint64(machine.cpuDemand));
    if (machine.activeMemory >= 0)
        json.insert(u"mem_active"_s, qint64(machine.activeMemory));
    if (machine.pool >= 0)
        json.insert(u"pool"_s, instance.pools[at(machine.pool)].id);
    if (!machine.compatible.empty())
        json.insert(u"compat"_s, names(machine.compatible, instance.hosts));
    return json;
}

QJsonObject poolJson(const Pool &pool, const Instance &instance)
{
    return {{u"id"_s, pool.id},
            {u"parent"_s, pool.parent < 0 ? u"root"_s : instance.pools[at(pool.parent)].id},
            {u"cpu_res"_s, qint64(pool.cpuReservation)},
            {u"cpu_lim"_s, qint64(pool.cpuLimit)},
            {u"cpu_shares"_s, qint64(pool.cpuShares)},
            {u"mem_res"_s, qint64(pool.memoryReservation)},
            {u"mem_lim"_s, qint64(pool.memoryLimit)},
            {u"mem_shares"_s, qint64(pool.memoryShares)},
            {u"expandable"_s, pool.isExpandable},
            {u"scalable"_s, pool.isScalable}};
}

QJsonObject hostJson(const Host &host)
{
    QJsonObject json{{u"id"_s, host.id},
                     {u"cpu"_s, qint64(host.cpu)},
                     {u"mem"_s, qint64(host.memory)},
                     {u"state"_s, nameIn(states, host.state)},
                     {u"stats_age_s"_s, host.statsAge},
                     {u"cores"_s, host.cores},
                     {u"vcpu_ratio_max"_s, host.vcpusPerCore}};
    if (!host.cpuModel.isEmpty())
        json.insert(u"cpu_model"_s, host.cpuModel);
    return json;
}

} // namespace

QJsonObject toJson(const Instance &instance)
{
    QJsonArray hosts;
    for (const Host &host : instance.hosts)
        hosts.append(hostJson(host));
    QJsonArray machines;
    for (const Machine &machine : instance.machines)
        machines.append(machineJson(machine, instance));
    QJsonArray pools;
    for (const Pool &pool : instance.pools)
        pools.append(poolJson(pool, instance));
    QJsonArray rules;
    for (const Rule &rule : instance.rules)
        rules.append(QJsonObject{{u"id"_s, rule.id},
                                 {u"type"_s, nameIn(ruleTypes, rule.type)},
                                 {u"vms"_s, names(rule.machines, instance.machines)},
                                 {u"hosts"_s, names(rule.hosts, instance.hosts)},
                                 {u"enabled"_s, rule.enabled},
                                 {u"created"_s, qint64(rule.created)}});
    const Config &config = instance.config;
    return {{u"format"_s, u"drs-instance/1"_s},
            {u"name"_s, instance.name},
            {u"seed"_s, qint64(instance.seed)},
            {u"units"_s, QJsonObject{{u"cpu"_s, u"10MHz"_s}, {u"mem"_s, u"MiB"_s}}},
            {u"config"_s,
             QJsonObject{{u"threshold"_s, config.threshold},
                         {u"automation"_s, nameIn(automations, config.automation)},
                         {u"max_moves"_s, config.maxMoves},
                         {u"max_concurrent_per_host"_s, config.maxConcurrentPerHost},
                         {u"net_mibps"_s, config.network}}},
            {u"hosts"_s, hosts},
            {u"vms"_s, machines},
            {u"rules"_s, rules},
            {u"pools"_s, pools}};
}

} // namespace core::drs
