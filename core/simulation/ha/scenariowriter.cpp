// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/ha/scenariofile.h"

#include "core/simulation/ha/words.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::simulation {

namespace {

QString nameText(const std::string &name)
{
    return QString::fromStdString(name);
}

QString word(const auto &table, auto value)
{
    return QString::fromLatin1(wordFor(table, value));
}

double inSeconds(Duration duration)
{
    return static_cast<double>(duration.count()) / 1000;
}

class Writer
{
public:
    explicit Writer(const Scenario &scenario) : m_scenario(scenario), m_cluster(scenario.cluster) {}

    [[nodiscard]] QJsonObject write() const
    {
        QJsonArray stores;
        for (std::size_t store = 0; store < m_cluster.stores.size(); ++store)
            stores.append(QJsonObject{{u"name"_s, nameText(m_cluster.stores[store])},
                                      {u"locking"_s, bool(m_scenario.locking[store])}});
        QJsonArray hosts;
        for (std::size_t host = 0; host < m_scenario.initialHosts; ++host)
            hosts.append(hostJson(host));
        QJsonArray vms;
        for (std::size_t vm = 0; vm < m_scenario.initialVms; ++vm)
            vms.append(vmJson(vm));
        QJsonArray rules;
        for (const ha::Rule &rule : m_cluster.rules)
            rules.append(ruleJson(rule));
        QJsonArray timeline;
        for (const Step &step : m_scenario.timeline)
            timeline.append(stepJson(step));
        return {{u"format"_s, u"ha-scenario/1"_s},
                {u"name"_s, nameText(m_scenario.name)},
                {u"until"_s, inSeconds(m_scenario.until)},
                {u"policy"_s, policyJson()},
                {u"datastores"_s, stores},
                {u"hosts"_s, hosts},
                {u"vms"_s, vms},
                {u"rules"_s, rules},
                {u"timeline"_s, timeline}};
    }

private:
    [[nodiscard]] QString hostName(ha::HostRef host) const
    {
        return nameText(m_cluster.hosts[ha::at(host)].name);
    }
    [[nodiscard]] QString vmName(ha::VmRef vm) const { return nameText(m_cluster.vms[ha::at(vm)].name); }
    [[nodiscard]] QString storeName(ha::StoreRef store) const
    {
        return nameText(m_cluster.stores[ha::at(store)]);
    }

    [[nodiscard]] QJsonObject policyJson() const
    {
        const ha::Policy &policy = m_cluster.policy;
        return {{u"profile"_s, word(profiles, policy.profile)},
                {u"isolation_response"_s, word(isolationResponses, policy.isolation)},
                {u"host_failures_to_tolerate"_s, policy.hostFailures},
                {u"vm_monitoring"_s, word(monitorings, policy.monitoring)},
                {u"apd_response"_s, word(storageResponses, policy.storage)},
                {u"respect_anti_affinity"_s, word(strengths, policy.antiAffinity)}};
    }

    [[nodiscard]] QJsonObject hostJson(std::size_t index) const
    {
        const ha::Host &host = m_cluster.hosts[index];
        QJsonArray stores;
        for (std::size_t store = 0; store < m_cluster.stores.size(); ++store) {
            if ((host.stores & ha::bit(ha::storeRef(store))) != 0)
                stores.append(nameText(m_cluster.stores[store]));
        }
        return {{u"name"_s, nameText(host.name)},
                {u"cpu_mhz"_s, qint64(host.cpu)},
                {u"memory_mib"_s, qint64(host.memory)},
                {u"datastores"_s, stores},
                {u"bmc"_s, host.hasBmc},
                {u"watchdog"_s, word(watchdogs, m_scenario.hosts[index].watchdog)},
                {u"etcd"_s, m_scenario.hosts[index].hasEtcd}};
    }

    [[nodiscard]] QJsonObject vmJson(std::size_t index) const
    {
        const ha::Vm &vm = m_cluster.vms[index];
        QJsonArray dependsOn;
        for (const ha::VmRef other : vm.dependsOn)
            dependsOn.append(vmName(other));
        return {{u"name"_s, nameText(vm.name)},        {u"host"_s, hostName(m_scenario.vms[index].host)},
                {u"datastore"_s, storeName(vm.store)}, {u"cpu_mhz"_s, qint64(vm.cpu)},
                {u"memory_mib"_s, qint64(vm.memory)},  {u"restart_priority"_s, word(priorities, vm.priority)},
                {u"depends_on"_s, dependsOn},          {u"boot_s"_s, inSeconds(m_scenario.vms[index].boot)},
                {u"guest_agent"_s, vm.hasGuestAgent}};
    }

    [[nodiscard]] QJsonObject ruleJson(const ha::Rule &rule) const
    {
        QJsonArray vms;
        for (const ha::VmRef vm : rule.vms)
            vms.append(vmName(vm));
        QJsonObject json{{u"type"_s, word(ruleTypes, rule.type)}, {u"vms"_s, vms}};
        if (rule.type == ha::RuleType::Apart || rule.type == ha::RuleType::Together) {
            json.insert(u"strength"_s, word(strengths, rule.strength));
            return json;
        }
        QJsonArray hosts;
        for (const ha::HostRef host : rule.hosts)
            hosts.append(hostName(host));
        json.insert(u"hosts"_s, hosts);
        return json;
    }

    [[nodiscard]] QJsonValue keyJson(const QString &key, const Step &step) const
    {
        if (key == u"host" || key == u"from")
            return step.host == ha::noHost ? QJsonValue(QJsonValue::Undefined) : hostName(step.host);
        if (key == u"to")
            return hostName(step.to);
        if (key == u"vm")
            return vmName(step.vm);
        if (key == u"datastore")
            return storeName(step.store);
        if (key == u"kind")
            return step.deed == Deed::StorageLost ? QJsonValue(word(losses, step.loss))
                                                  : QJsonValue(QJsonValue::Undefined);
        if (key != u"groups")
            return step.amount; // delay_s, by_s, times
        QJsonArray groups;
        for (const auto &group : step.groups) {
            QJsonArray names;
            for (const ha::HostRef host : group)
                names.append(hostName(host));
            groups.append(names);
        }
        return groups;
    }

    [[nodiscard]] QJsonObject stepJson(const Step &step) const
    {
        const auto *deed = std::ranges::find(deeds, step.deed, &DeedWord::deed);
        QJsonObject json{{u"at"_s, inSeconds(step.at)}, {u"do"_s, QString::fromLatin1(deed->name)}};
        if (step.deed == Deed::AddHost) {
            json.insert(u"host"_s, hostJson(ha::at(step.host)));
        } else if (step.deed == Deed::AddVm) {
            json.insert(u"vm"_s, vmJson(ha::at(step.vm)));
        } else {
            for (QString key : QString::fromLatin1(deed->keys).remove(u'?').split(u' ', Qt::SkipEmptyParts)) {
                if (const QJsonValue value = keyJson(key, step); !value.isUndefined())
                    json.insert(key, value);
            }
        }
        return json;
    }

    const Scenario &m_scenario;
    const ha::Cluster &m_cluster;
};

} // namespace

QJsonObject toJson(const Scenario &scenario)
{
    return Writer(scenario).write();
}

} // namespace core::simulation
