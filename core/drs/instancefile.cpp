// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drs/files.h"
#include "core/drs/words.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace core::drs {

namespace {

constexpr qsizetype mostHosts = 10'000;
constexpr qsizetype mostMachines = 200'000;
constexpr qsizetype mostRules = 20'000;
constexpr qsizetype mostMembers = 1'000'000; // of all rules and compatibility lists
constexpr Amount mostAmount = Amount(1) << 50; // a thousand times the largest host there is, in any unit

/// One object of the file. The first mistake is kept; what is read after it does not matter.
class Reader
{
public:
    Reader(const QJsonValue &value, QString where, std::optional<Error> &mistake)
        : m_object(value.toObject()),
          m_where(std::move(where)),
          m_mistake(mistake)
    {
        if (!value.isObject())
            wrong({}, u"not an object"_s);
    }

    void wrong(const QString &name, const QString &why)
    {
        if (m_mistake)
            return;
        const QString where = name.isEmpty() ? m_where : m_where.isEmpty() ? name : m_where + u'.' + name;
        m_mistake = Error(errors::BadInstance, QJsonObject{{u"where"_s, where}}, where + u": "_s + why);
    }
    [[nodiscard]] bool has(const char *name) const { return m_object.contains(QLatin1StringView(name)); }
    [[nodiscard]] QJsonValue value(const char *name) const { return m_object.value(QLatin1StringView(name)); }

    [[nodiscard]] Amount amount(const char *name, Amount absent, Amount least, Amount most = mostAmount)
    {
        if (!has(name))
            return absent;
        const QJsonValue found = value(name);
        const double number = found.toDouble(std::numeric_limits<double>::quiet_NaN());
        if (!found.isDouble() || number != std::floor(number) || number < static_cast<double>(least)
            || number > static_cast<double>(most)) {
            wrong(QString::fromLatin1(name),
                  u"a whole number from %1 to %2 is expected"_s.arg(least).arg(most));
            return std::max(absent, least);
        }
        return static_cast<Amount>(number);
    }
    [[nodiscard]] int number(const char *name, int absent, int least)
    {
        return static_cast<int>(amount(name, absent, least, std::numeric_limits<int>::max()));
    }
    [[nodiscard]] double real(const char *name, double absent)
    {
        if (!has(name))
            return absent;
        const double number = value(name).toDouble(-1);
        if (!value(name).isDouble() || number < 0 || number > 1e12)
            wrong(QString::fromLatin1(name), u"a number from 0 is expected"_s);
        return number;
    }
    [[nodiscard]] bool flag(const char *name, bool absent)
    {
        if (has(name) && !value(name).isBool())
            wrong(QString::fromLatin1(name), u"true or false is expected"_s);
        return value(name).toBool(absent);
    }
    [[nodiscard]] QString text(const char *name, bool required = false)
    {
        if ((has(name) || required) && (!value(name).isString() || value(name).toString().isEmpty()))
            wrong(QString::fromLatin1(name), u"a text is expected"_s);
        return value(name).toString();
    }
    template <class Table>
    [[nodiscard]] auto choice(const char *name, const Table &table, decltype(table.front().second) absent)
    {
        if (!has(name))
            return absent;
        const QString found = value(name).toString();
        for (const auto &[word, meaning] : table) {
            if (found == QLatin1StringView(word))
                return meaning;
        }
        wrong(QString::fromLatin1(name), u"“%1” is not known"_s.arg(found));
        return absent;
    }
    [[nodiscard]] std::optional<Error> &mistake() { return m_mistake; }
    [[nodiscard]] const QString &where() const { return m_where; }

private:
    QJsonObject m_object;
    QString m_where;
    std::optional<Error> &m_mistake;
};

using Index = QHash<QString, int>;

class InstanceReader
{
public:
    Result<Instance> read(const QJsonObject &root)
    {
        Reader top(root, {}, m_mistake);
        if (top.text("format") != u"drs-instance/1")
            top.wrong(u"format"_s, u"“drs-instance/1” is expected"_s);
        m_instance.name = root.value(u"name"_s).toString();
        m_instance.seed = static_cast<std::int64_t>(root.value(u"seed"_s).toDouble());
        if (top.has("config"))
            readConfig(Reader(top.value("config"), u"config"_s, m_mistake));
        // Pools and hosts before those who name them.
        each(top, "hosts", mostHosts, [this](Reader reader) { readHost(reader); });
        each(top, "pools", mostHosts, [this](Reader reader) { readPool(reader); });
        linkPools(top);
        each(top, "vms", mostMachines, [this](Reader reader) { readMachine(reader); });
        each(top, "rules", mostRules, [this](Reader reader) { readRule(reader); });
        if (m_instance.hosts.empty())
            top.wrong(u"hosts"_s, u"at least one host is expected"_s);
        if (m_mistake)
            return *m_mistake;
        return std::move(m_instance);
    }

private:
    template <class Read>
    void each(Reader &top, const char *name, qsizetype most, Read read)
    {
        const QString where = QString::fromLatin1(name);
        const QJsonValue list = top.value(name);
        if (!list.isUndefined() && !list.isArray())
            top.wrong(where, u"a list is expected"_s);
        const QJsonArray array = list.toArray();
        if (array.size() > most)
            top.wrong(where, u"at most %1 are possible"_s.arg(most));
        for (qsizetype i = 0; i < array.size() && !m_mistake; ++i)
            read(Reader(array.at(i), u"%1[%2]"_s.arg(where).arg(i), m_mistake));
    }

    void readConfig(Reader reader)
    {
        Config &config = m_instance.config;
        config.threshold = static_cast<int>(reader.amount("threshold", config.threshold, 1, 5));
        config.automation = reader.choice("automation", automations, config.automation);
        if (config.automation == Automation::Default)
            reader.wrong(u"automation"_s, u"a cluster's automation is full, partial, manual or disabled"_s);
        config.maxMoves = reader.number("max_moves", config.maxMoves, -1);
        config.maxConcurrentPerHost =
            reader.number("max_concurrent_per_host", config.maxConcurrentPerHost, 1);
        config.network = reader.real("net_mibps", config.network);
    }

    void named(Reader &reader, Index &known, const QString &id, std::size_t index)
    {
        if (known.contains(id))
            reader.wrong(u"id"_s, u"“%1” is there twice"_s.arg(id));
        known.insert(id, static_cast<int>(index));
    }
    int lookUp(Reader &reader, const QString &name, const Index &known, const QString &id)
    {
        const auto found = known.constFind(id);
        if (found != known.constEnd())
            return *found;
        reader.wrong(name, u"“%1” is not in the file"_s.arg(id));
        return -1;
    }

    void readHost(Reader reader)
    {
        Host host{.id = reader.text("id", true)};
        host.cpu = reader.amount("cpu", 0, 1);
        host.memory = reader.amount("mem", 0, 1);
        if (!reader.has("cpu") || !reader.has("mem"))
            reader.wrong(reader.has("cpu") ? u"mem"_s : u"cpu"_s, u"the capacity is missing"_s);
        host.state = reader.choice("state", states, host.state);
        host.cpuModel = reader.text("cpu_model");
        host.statsAge = reader.number("stats_age_s", 0, 0);
        host.cores = static_cast<int>(reader.amount("cores", 0, 0, 100'000));
        host.vcpusPerCore = static_cast<int>(reader.amount("vcpu_ratio_max", 0, 0, 10'000));
        named(reader, m_hosts, host.id, m_instance.hosts.size());
        m_instance.hosts.push_back(std::move(host));
    }

    void readPool(Reader reader)
    {
        Pool pool{.id = reader.text("id", true)};
        m_parents.push_back(reader.text("parent"));
        pool.cpuReservation = reader.amount("cpu_res", 0, 0);
        pool.cpuLimit = reader.amount("cpu_lim", unlimited, unlimited);
        pool.cpuShares = reader.amount("cpu_shares", pool.cpuShares, 1);
        pool.memoryReservation = reader.amount("mem_res", 0, 0);
        pool.memoryLimit = reader.amount("mem_lim", unlimited, unlimited);
        pool.memoryShares = reader.amount("mem_shares", pool.memoryShares, 1);
        pool.isExpandable = reader.flag("expandable", pool.isExpandable);
        pool.isScalable = reader.flag("scalable", pool.isScalable);
        named(reader, m_pools, pool.id, m_instance.pools.size());
        m_instance.pools.push_back(std::move(pool));
    }

    /// Parents may come behind their children; a circle has no root.
    void linkPools(Reader &top)
    {
        for (std::size_t i = 0; i < m_parents.size() && !m_mistake; ++i) {
            Reader reader(QJsonObject(), u"pools[%1]"_s.arg(i), m_mistake);
            const QString &parent = m_parents[i];
            if (!parent.isEmpty() && parent != u"root")
                m_instance.pools[i].parent = lookUp(reader, u"parent"_s, m_pools, parent);
        }
        for (std::size_t i = 0; i < m_instance.pools.size() && !m_mistake; ++i) {
            std::size_t steps = 0;
            for (int pool = static_cast<int>(i); pool >= 0;
                 pool = m_instance.pools[static_cast<std::size_t>(pool)].parent) {
                if (++steps > m_instance.pools.size()) {
                    top.wrong(u"pools[%1].parent"_s.arg(i), u"the pools form a circle"_s);
                    return;
                }
            }
        }
    }

    void readMachine(Reader reader)
    {
        Machine machine{.id = reader.text("id", true)};
        machine.host = lookUp(reader, u"host"_s, m_hosts, reader.text("host", true));
        machine.vcpus = static_cast<int>(reader.amount("vcpus", 1, 1, 4'096));
        machine.hasDemand = reader.has("cpu_demand");
        machine.cpuDemand = reader.amount("cpu_demand", 0, 0);
        machine.memory = reader.amount("mem", 0, 0);
        if (!reader.has("mem"))
            reader.wrong(u"mem"_s, u"the memory is missing"_s);
        machine.activeMemory = reader.amount("mem_active", -1, 0);
        machine.dirtyRate = reader.real("dirty_mbps", 0);
        machine.cpuReservation = reader.amount("cpu_res", 0, 0);
        machine.cpuLimit = reader.amount("cpu_lim", unlimited, unlimited);
        machine.cpuShares = reader.amount("cpu_shares", machine.cpuShares, 1);
        machine.memoryReservation = reader.amount("mem_res", 0, 0);
        machine.memoryLimit = reader.amount("mem_lim", unlimited, unlimited);
        machine.memoryShares = reader.amount("mem_shares", machine.memoryShares, 1);
        const QString pool = reader.text("pool");
        if (!pool.isEmpty() && pool != u"root")
            machine.pool = lookUp(reader, u"pool"_s, m_pools, pool);
        machine.automation = reader.choice("automation", automations, machine.automation);
        machine.compatible = members(reader, "compat", m_hosts);
        machine.sinceMove = reader.number("last_move_s", machine.sinceMove, 0);
        machine.statsAge = reader.number("stats_age_s", 0, 0);
        named(reader, m_machines, machine.id, m_instance.machines.size());
        m_instance.machines.push_back(std::move(machine));
    }

    void readRule(Reader reader)
    {
        Rule rule{.id = reader.text("id", true)};
        if (!reader.has("type"))
            reader.wrong(u"type"_s, u"the type is missing"_s);
        rule.type = reader.choice("type", ruleTypes, rule.type);
        rule.machines = members(reader, "vms", m_machines);
        rule.hosts = members(reader, "hosts", m_hosts);
        rule.enabled = reader.flag("enabled", true);
        rule.created = reader.amount("created", 0, 0);
        named(reader, m_rules, rule.id, m_instance.rules.size());
        m_instance.rules.push_back(std::move(rule));
    }

    /// Indices of the ids in a list, sorted, each once.
    std::vector<int> members(Reader &reader, const char *name, const Index &known)
    {
        std::vector<int> found;
        const QString where = QString::fromLatin1(name);
        if (reader.has(name) && !reader.value(name).isArray())
            reader.wrong(where, u"a list is expected"_s);
        const QJsonArray list = reader.value(name).toArray();
        m_members += list.size();
        if (m_members > mostMembers)
            reader.wrong(where, u"the lists hold more than %1 names together"_s.arg(mostMembers));
        for (qsizetype i = 0; i < list.size() && !m_mistake; ++i)
            found.push_back(lookUp(reader, u"%1[%2]"_s.arg(where).arg(i), known, list.at(i).toString()));
        std::ranges::sort(found);
        const auto again = std::ranges::unique(found);
        found.erase(again.begin(), again.end());
        return found;
    }

    Instance m_instance;
    std::optional<Error> m_mistake;
    Index m_hosts;
    Index m_machines;
    Index m_pools;
    Index m_rules;
    std::vector<QString> m_parents;
    qsizetype m_members = 0;
};

} // namespace

Result<Instance> readInstance(const QByteArray &file)
{
    QJsonParseError mistake;
    const QJsonDocument document = QJsonDocument::fromJson(file, &mistake);
    if (mistake.error != QJsonParseError::NoError) {
        const QString where = QString::number(mistake.offset);
        return Error(errors::BadInstance, QJsonObject{{u"where"_s, where}},
                     u"byte %1: %2"_s.arg(where, mistake.errorString()));
    }
    return InstanceReader().read(document.object());
}

} // namespace core::drs
