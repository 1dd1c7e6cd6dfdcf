// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/clusterrules.h"

#include "core/drs/picture.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::operations {

namespace {

Availability stranger(const model::ObjectRef &object, const model::Cluster &cluster,
                      const model::Inventory &inventory)
{
    if (const Availability there = exists(object, inventory); !there)
        return there;
    if (clusterOf(object, inventory) == cluster.id)
        return {};
    return Error(errors::OtherCluster,
                 QJsonObject{{u"name"_s, inventory.nameOf(object)}, {u"other"_s, cluster.name}});
}

Availability isComplete(const model::DrsRule &rule, const model::Cluster &cluster,
                        const model::Inventory &inventory)
{
    const size_t least = namesHosts(rule.type) ? 1 : 2;
    if (rule.vms.size() < least)
        return Error(least == 1 ? errors::RuleWithoutVms : errors::RuleWithFewVms,
                     QJsonObject{{u"rule"_s, rule.name}});
    if (namesHosts(rule.type) && rule.hosts.empty())
        return Error(errors::RuleWithoutHosts, QJsonObject{{u"rule"_s, rule.name}});
    for (const VmId vm : rule.vms) {
        if (const Availability fits = stranger(vm, cluster, inventory); !fits)
            return fits;
    }
    for (const HostId host : rule.hosts) {
        if (const Availability fits = stranger(host, cluster, inventory); !fits)
            return fits;
    }
    return {};
}

bool areAtOdds(model::Cluster cluster, const std::vector<model::DrsRule> &rules, const QString &newest,
               const model::Inventory &inventory)
{
    cluster.drsRules = rules;
    const auto names = drs::contradicted(cluster, inventory);
    return std::ranges::find(names, newest) != names.end();
}

} // namespace

Availability isInCluster(const model::ObjectRef &object, const model::Inventory &inventory)
{
    if (clusterOf(object, inventory).isNull())
        return Error(errors::NotInCluster, QJsonObject{{u"name"_s, inventory.nameOf(object)}});
    return {};
}

Availability drsIsOn(ClusterId id, const model::Inventory &inventory)
{
    const model::Cluster *cluster = inventory.find(id);
    if (cluster == nullptr)
        return exists(id, inventory);
    if (!cluster->drsEnabled)
        return Error(errors::DrsOff, QJsonObject{{u"cluster"_s, cluster->name}});
    return {};
}

bool isPlaced(const model::Vm &vm, const model::Inventory &inventory)
{
    const model::Cluster *cluster = inventory.find(clusterOf(vm.host, inventory));
    if (cluster == nullptr || !cluster->drsEnabled)
        return false;
    const auto automation = vm.drsAutomation.value_or(cluster->drs.automation);
    return automation == model::DrsAutomation::Full || automation == model::DrsAutomation::Partial;
}

const model::DrsRule *findRule(const model::Cluster &cluster, const QString &name)
{
    const auto it = std::ranges::find(cluster.drsRules, name, &model::DrsRule::name);
    return it == cluster.drsRules.end() ? nullptr : &*it;
}

QString contradictionOf(const model::DrsRule &rule, const model::Cluster &cluster, const QString &replaced,
                        const model::Inventory &inventory)
{
    if (!rule.enabled)
        return {};
    std::vector<model::DrsRule> older;
    std::ranges::copy_if(cluster.drsRules, std::back_inserter(older), [&](const model::DrsRule &each) {
        return each.enabled && each.name != replaced && each.name != rule.name
            && each.created <= rule.created;
    });
    for (const model::DrsRule &each : older) {
        if (areAtOdds(cluster, {each, rule}, rule.name, inventory))
            return each.name;
    }
    // No single one of them, but all together.
    std::vector<model::DrsRule> all = older;
    all.push_back(rule);
    return !older.empty() && areAtOdds(cluster, all, rule.name, inventory) ? older.back().name : QString();
}

Availability isSound(const model::DrsRule &rule, const model::Cluster &cluster, const QString &replaced,
                     const model::Inventory &inventory)
{
    if (!isValidName(rule.name))
        return Error(errors::NameInvalid, QJsonObject{{u"name"_s, rule.name}});
    if (rule.name != replaced && findRule(cluster, rule.name) != nullptr)
        return Error(errors::NameTaken, QJsonObject{{u"name"_s, rule.name}});
    if (const Availability complete = isComplete(rule, cluster, inventory); !complete)
        return complete;
    const QString other = contradictionOf(rule, cluster, replaced, inventory);
    if (other.isEmpty())
        return {};
    return Availability(std::vector{model::Finding{
        .severity = model::FindingSeverity::Warning,
        .problem = Error(errors::RuleContradicted, QJsonObject{{u"rule"_s, rule.name}, {u"other"_s, other}}),
        .object = cluster.id}});
}

} // namespace core::operations
