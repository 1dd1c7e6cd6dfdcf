// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/ha/scenariofile.h"

#include "core/simulation/ha/objectreader.h"
#include "core/simulation/ha/words.h"

#include <QHash>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::simulation {

namespace {

constexpr double longest = 30 * 86'400.0; // s
constexpr qsizetype mostHosts = 1'000;
constexpr qsizetype mostVms = 20'000;
constexpr qsizetype mostStores = 64;

class ScenarioReader
{
public:
    Result<Scenario> read(const QJsonObject &json)
    {
        {
            ObjectReader file(json, {}, m_mistake);
            if (file.value("format").toString() != u"ha-scenario/1")
                file.wrong(u"format"_s, u"“ha-scenario/1” is expected"_s);
            m_scenario.name = file.has("name") ? file.text("name").toStdString() : std::string();
            m_scenario.until = seconds(file.number("until", 300.0, 1, longest));
            policy(file);
            datastores(file);
            collectLater(file);
            hosts(file);
            vms(file);
            rules(file);
            timeline(file);
        }
        if (m_mistake)
            return *m_mistake;
        ha::complete(m_scenario.cluster);
        return std::move(m_scenario);
    }

private:
    static Duration seconds(double value) { return Duration(std::llround(value * 1000)); }
    static QString indexed(const QString &list, qsizetype index) { return u"%1[%2]"_s.arg(list).arg(index); }

    template <class Ref>
    Ref named(ObjectReader &in, const char *key, const QHash<QString, Ref> &names, const char *what)
    {
        const QString name = in.value(key).toString();
        const auto found = names.constFind(name);
        if (found == names.constEnd()) {
            in.wrong(QString::fromLatin1(key), u"there is no %1 “%2”"_s.arg(QString::fromLatin1(what), name));
            return Ref(-1);
        }
        return *found;
    }
    template <class Ref>
    std::vector<Ref> namedList(ObjectReader &in, const char *key, const QHash<QString, Ref> &names,
                               const char *what)
    {
        std::vector<Ref> list;
        qsizetype index = 0;
        for (const QJsonValue &each : in.list(key, mostVms)) {
            const auto found = names.constFind(each.toString());
            if (found == names.constEnd())
                in.wrong(indexed(QString::fromLatin1(key), index),
                         u"there is no %1 “%2”"_s.arg(QString::fromLatin1(what), each.toString()));
            else
                list.push_back(*found);
            ++index;
        }
        return list;
    }
    template <class Ref>
    void learn(ObjectReader &in, QHash<QString, Ref> &names, const QString &name, std::size_t index)
    {
        if (names.contains(name))
            in.wrong(u"name"_s, u"“%1” is there twice"_s.arg(name));
        names.insert(name, Ref{static_cast<std::underlying_type_t<Ref>>(index)});
    }

    void policy(ObjectReader &file)
    {
        ha::Policy &policy = m_scenario.cluster.policy;
        policy.profile = ha::Profile::Fast;
        if (!file.has("policy")) {
            policy.timings = ha::timingsOf(policy.profile);
            return;
        }
        ObjectReader in(file.value("policy"), u"policy"_s, m_mistake);
        policy.profile = in.choice("profile", profiles, ha::Profile::Fast);
        policy.timings = ha::timingsOf(policy.profile);
        policy.isolation = in.choice("isolation_response", isolationResponses, policy.isolation);
        policy.hostFailures = static_cast<int>(in.number("host_failures_to_tolerate", 1.0, 0, 31));
        policy.monitoring = in.choice("vm_monitoring", monitorings, policy.monitoring);
        policy.storage = in.choice("apd_response", storageResponses, policy.storage);
        policy.antiAffinity = in.choice("respect_anti_affinity", strengths, policy.antiAffinity);
    }

    void datastores(ObjectReader &file)
    {
        qsizetype index = 0;
        for (const QJsonValue &each : file.list("datastores", mostStores)) {
            ObjectReader in(each, indexed(u"datastores"_s, index++), m_mistake);
            const QString name = in.text("name");
            learn(in, m_stores, name, m_scenario.cluster.stores.size());
            m_scenario.cluster.stores.push_back(name.toStdString());
            m_scenario.locking.push_back(in.flag("locking", true));
        }
    }

    /// Hosts and machines that the timeline adds stand behind the others in the lists, in the order of time.
    void collectLater(ObjectReader &file)
    {
        QJsonArray steps = file.list("timeline", 100'000);
        std::vector<std::pair<double, qsizetype>> order;
        for (qsizetype index = 0; index < steps.size(); ++index)
            order.emplace_back(steps.at(index).toObject().value("at"_L1).toDouble(), index);
        std::ranges::stable_sort(order, {}, [](const auto &each) { return each.first; });
        for (const auto &[at, index] : order) {
            const QJsonObject step = steps.at(index).toObject();
            m_steps.emplace_back(indexed(u"timeline"_s, index), step);
            if (step.value("do"_L1) == u"add-host"_s)
                m_laterHosts.emplace_back(indexed(u"timeline"_s, index) + u".host"_s, step.value("host"_L1));
            else if (step.value("do"_L1) == u"add-vm"_s)
                m_laterVms.emplace_back(indexed(u"timeline"_s, index) + u".vm"_s, step.value("vm"_L1));
        }
    }

    void host(const QJsonValue &json, const QString &where)
    {
        ObjectReader in(json, where, m_mistake);
        ha::Host host{.name = in.text("name").toStdString()};
        learn(in, m_hosts, QString::fromStdString(host.name), m_scenario.hosts.size());
        host.cpu = std::llround(in.number("cpu_mhz", 20'000.0, 1, 1e9));
        host.memory = std::llround(in.number("memory_mib", 65'536.0, 1, 1e9));
        host.hasBmc = in.flag("bmc", true);
        if (in.has("datastores")) {
            for (const ha::StoreRef store : namedList(in, "datastores", m_stores, "datastore"))
                host.stores |= ha::bit(store);
        } else {
            for (std::size_t store = 0; store < m_scenario.cluster.stores.size(); ++store)
                host.stores |= ha::bit(ha::storeRef(store));
        }
        m_scenario.hosts.push_back(
            {in.choice("watchdog", watchdogs, ha::WatchdogKind::Hardware), in.flag("etcd", false)});
        m_scenario.cluster.hosts.push_back(std::move(host));
    }

    void hosts(ObjectReader &file)
    {
        qsizetype index = 0;
        for (const QJsonValue &each : file.list("hosts", mostHosts))
            host(each, indexed(u"hosts"_s, index++));
        m_scenario.initialHosts = m_scenario.hosts.size();
        if (m_scenario.hosts.empty())
            file.wrong(u"hosts"_s, u"one host at least is expected"_s);
        for (const auto &[where, json] : m_laterHosts)
            host(json, where);
    }

    void vm(const QJsonValue &json, const QString &where)
    {
        ObjectReader in(json, where, m_mistake);
        ha::Vm vm{.name = in.text("name").toStdString()};
        learn(in, m_vms, QString::fromStdString(vm.name), m_scenario.vms.size());
        vm.store = named(in, "datastore", m_stores, "datastore");
        vm.cpu = std::llround(in.number("cpu_mhz", 500.0, 0, 1e9));
        vm.memory = std::llround(in.number("memory_mib", 1'024.0, 0, 1e9));
        vm.priority = in.choice("restart_priority", priorities, ha::Priority::Medium);
        vm.hasGuestAgent = in.flag("guest_agent", true);
        (void)in.list("depends_on", mostVms);
        m_scenario.vms.push_back(
            {named(in, "host", m_hosts, "host"), seconds(in.number("boot_s", 5.0, 0, 86'400))});
        m_scenario.cluster.vms.push_back(std::move(vm));
        m_vmJson.emplace_back(where, json.toObject());
    }

    void vms(ObjectReader &file)
    {
        qsizetype index = 0;
        for (const QJsonValue &each : file.list("vms", mostVms))
            vm(each, indexed(u"vms"_s, index++));
        m_scenario.initialVms = m_scenario.vms.size();
        for (const auto &[where, json] : m_laterVms)
            vm(json, where);
        for (std::size_t at = 0; at < m_vmJson.size(); ++at) { // now that all names are known
            for (const QJsonValue &name : m_vmJson[at].second.value("depends_on"_L1).toArray()) {
                const auto found = m_vms.constFind(name.toString());
                if (found == m_vms.constEnd())
                    mistake(m_vmJson[at].first + u".depends_on"_s,
                            u"there is no machine “%1”"_s.arg(name.toString()));
                else
                    m_scenario.cluster.vms[at].dependsOn.push_back(*found);
            }
        }
        for (std::size_t at = 0; at < m_scenario.cluster.vms.size(); ++at) {
            if (dependsOnItself(at))
                mistake(m_vmJson[at].first + u".depends_on"_s, u"the dependencies form a circle"_s);
        }
    }

    void mistake(const QString &where, const QString &why)
    {
        if (!m_mistake)
            m_mistake = Error(errors::BadScenario, QJsonObject{{u"where"_s, where}}, where + u": "_s + why);
    }

    [[nodiscard]] bool dependsOnItself(std::size_t start) const
    {
        std::vector<bool> seen(m_scenario.cluster.vms.size());
        std::vector<std::size_t> open{start};
        while (!open.empty()) {
            const std::size_t each = open.back();
            open.pop_back();
            for (const ha::VmRef next : m_scenario.cluster.vms[each].dependsOn) {
                if (ha::at(next) == start)
                    return true;
                if (!seen[ha::at(next)])
                    open.push_back(ha::at(next));
                seen[ha::at(next)] = true;
            }
        }
        return false;
    }

    void rules(ObjectReader &file)
    {
        qsizetype index = 0;
        for (const QJsonValue &each : file.list("rules", mostVms)) {
            ObjectReader in(each, indexed(u"rules"_s, index++), m_mistake);
            ha::Rule rule;
            if (!in.has("type"))
                in.wrong(u"type"_s, u"a text is expected"_s);
            rule.type = in.choice("type", ruleTypes, ha::RuleType::Apart);
            rule.vms = namedList(in, "vms", m_vms, "machine");
            const bool isBetweenVms = rule.type == ha::RuleType::Apart || rule.type == ha::RuleType::Together;
            if (!isBetweenVms)
                rule.hosts = namedList(in, "hosts", m_hosts, "host");
            else
                rule.strength = in.choice("strength", strengths, ha::Strength::Must);
            if (!isBetweenVms && in.has("strength"))
                in.wrong(u"strength"_s, u"only vm-vm and vm-vm-anti have one"_s);
            m_scenario.cluster.rules.push_back(std::move(rule));
        }
    }

    void timeline(ObjectReader &)
    {
        std::size_t nextHost = m_scenario.initialHosts;
        std::size_t nextVm = m_scenario.initialVms;
        for (const auto &[where, json] : m_steps) {
            ObjectReader in(json, where, m_mistake);
            Step step{.at = seconds(in.number("at", std::nullopt, 0, longest)), .groups = {}};
            const QString word = in.value("do").toString();
            const auto *deed = std::ranges::find(
                deeds, word, [](const DeedWord &each) { return QString::fromLatin1(each.name); });
            if (deed == deeds.end()) {
                in.wrong(u"do"_s, u"“%1” is not known"_s.arg(word));
                continue;
            }
            step.deed = deed->deed;
            if (step.deed == Deed::AddHost) {
                step.host = ha::hostRef(nextHost++);
                (void)in.value("host");
            } else if (step.deed == Deed::AddVm) {
                step.vm = ha::vmRef(nextVm++);
                (void)in.value("vm");
            } else {
                for (const QString &key : QString::fromLatin1(deed->keys).split(u' ', Qt::SkipEmptyParts))
                    readKey(in, key, step);
            }
            m_scenario.timeline.push_back(std::move(step));
        }
    }

    void readKey(ObjectReader &in, const QString &key, Step &step)
    {
        if (key == u"host?") {
            if (in.has("host"))
                step.host = named(in, "host", m_hosts, "host");
        } else if (key == u"host") {
            step.host = named(in, "host", m_hosts, "host");
        } else if (key == u"from") {
            step.host = named(in, "from", m_hosts, "host");
        } else if (key == u"to") {
            step.to = named(in, "to", m_hosts, "host");
        } else if (key == u"vm") {
            step.vm = named(in, "vm", m_vms, "machine");
        } else if (key == u"datastore") {
            step.store = named(in, "datastore", m_stores, "datastore");
        } else if (key == u"kind?") {
            step.loss = in.choice("kind", losses, ha::StoreState::AllPathsDown);
        } else if (key == u"delay_s") {
            step.amount = in.number("delay_s", std::nullopt, 0, 3'600);
        } else if (key == u"by_s") {
            step.amount = in.number("by_s", std::nullopt, -1e9, 1e9);
        } else if (key == u"times") {
            step.amount = in.number("times", std::nullopt, 0, 1e6);
        } else if (key == u"groups") {
            groups(in, step);
        }
    }

    void groups(ObjectReader &in, Step &step)
    {
        qsizetype index = 0;
        for (const QJsonValue &group : in.list("groups", mostHosts)) {
            std::vector<ha::HostRef> members;
            for (const QJsonValue &name : group.toArray()) {
                const auto found = m_hosts.constFind(name.toString());
                if (found == m_hosts.constEnd())
                    in.wrong(indexed(u"groups"_s, index), u"there is no host “%1”"_s.arg(name.toString()));
                else
                    members.push_back(*found);
            }
            step.groups.push_back(std::move(members));
            ++index;
        }
    }

    Scenario m_scenario;
    std::optional<Error> m_mistake;
    QHash<QString, ha::HostRef> m_hosts;
    QHash<QString, ha::VmRef> m_vms;
    QHash<QString, ha::StoreRef> m_stores;
    std::vector<std::pair<QString, QJsonObject>> m_steps;
    std::vector<std::pair<QString, QJsonValue>> m_laterHosts;
    std::vector<std::pair<QString, QJsonValue>> m_laterVms;
    std::vector<std::pair<QString, QJsonObject>> m_vmJson;
};

} // namespace

Result<Scenario> readScenario(const QByteArray &file)
{
    QJsonParseError wrong;
    const QJsonDocument document = QJsonDocument::fromJson(file, &wrong);
    if (wrong.error != QJsonParseError::NoError || !document.isObject()) {
        const QString where = u"byte %1"_s.arg(wrong.offset);
        return Error(errors::BadScenario, QJsonObject{{u"where"_s, where}},
                     document.isArray() ? u"an object is expected"_s : where + u": "_s + wrong.errorString());
    }
    return ScenarioReader().read(document.object());
}

} // namespace core::simulation
