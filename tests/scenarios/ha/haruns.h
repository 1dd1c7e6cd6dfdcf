// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/ha/result.h"
#include "core/simulation/ha/scenariofile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace hatest {

using namespace Qt::StringLiterals;
using namespace core;

inline simulation::Scenario scenarioOf(const QString &name)
{
    QFile file(QStringLiteral(HA_SCENARIOS) + u'/' + name + u".json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no scenario %s", qPrintable(name));
    const auto scenario = simulation::readScenario(file.readAll());
    if (!scenario)
        qFatal("%s: %s", qPrintable(name), qPrintable(scenario.error().detail));
    return *scenario;
}

/// One run of a scenario's file, and what a test asks of it.
class Run
{
public:
    explicit Run(const QString &name, quint64 seed = 1)
        : m_scenario(scenarioOf(name)),
          m_simulation(m_scenario, seed, true)
    {
        m_simulation.run();
        m_result = simulation::resultOf(m_simulation);
    }

    [[nodiscard]] QJsonObject json() const { return m_result; }
    [[nodiscard]] int violations() const { return m_simulation.observer().invariants().sum(); }
    [[nodiscard]] QString primary() const
    {
        return m_result.value("primary"_L1).toObject().value("host"_L1).toString();
    }
    [[nodiscard]] QString host(const QString &name) const
    {
        return m_result.value("hosts"_L1).toObject().value(name).toObject().value("state"_L1).toString();
    }
    [[nodiscard]] QJsonObject vm(const QString &name) const
    {
        return m_result.value("vms"_L1).toObject().value(name).toObject();
    }
    [[nodiscard]] QString state(const QString &name) const { return vm(name).value("state"_L1).toString(); }
    [[nodiscard]] QString where(const QString &name) const { return vm(name).value("host"_L1).toString(); }
    [[nodiscard]] QString waiting(const QString &name) const
    {
        return vm(name).value("waiting"_L1).toObject().value("code"_L1).toString();
    }
    [[nodiscard]] QJsonArray starts(const QString &name) const
    {
        return vm(name).value("starts"_L1).toArray();
    }
    [[nodiscard]] QString proof(const QString &name) const
    {
        return starts(name).isEmpty() ? QString()
                                      : starts(name).last().toObject().value("proof"_L1).toString();
    }
    [[nodiscard]] double since(const QString &name) const { return vm(name).value("since"_L1).toDouble(); }

    /// The machines that ran on a host in the beginning.
    [[nodiscard]] QStringList of(const QString &host) const
    {
        QStringList names;
        for (std::size_t vm = 0; vm < m_scenario.initialVms; ++vm) {
            if (m_scenario.cluster.hosts[ha::at(m_scenario.vms[vm].host)].name == host.toStdString())
                names += QString::fromStdString(m_scenario.cluster.vms[vm].name);
        }
        return names;
    }
    [[nodiscard]] QStringList all() const { return m_result.value("vms"_L1).toObject().keys(); }
    [[nodiscard]] int startsOfAll() const
    {
        int sum = 0;
        for (const QString &name : all())
            sum += static_cast<int>(starts(name).size());
        return sum;
    }

    /// When it was first told, of this host or machine; -1: never.
    [[nodiscard]] double told(const QString &kind, const QString &object = {}, double after = 0) const
    {
        for (const QJsonValue &each : m_result.value("events"_L1).toArray()) {
            const QJsonObject event = each.toObject();
            const bool isMeant = object.isEmpty() || event.value("host"_L1).toString() == object
                || event.value("vm"_L1).toString() == object;
            if (event.value("kind"_L1).toString() == kind && isMeant
                && event.value("t"_L1).toDouble() >= after)
                return event.value("t"_L1).toDouble();
        }
        return -1;
    }
    [[nodiscard]] int count(const QString &kind, const QString &object = {}) const
    {
        int count = 0;
        for (double at = told(kind, object); at >= 0; at = told(kind, object, at + 0.001))
            ++count;
        return count;
    }

private:
    simulation::Scenario m_scenario;
    simulation::Simulation m_simulation;
    QJsonObject m_result;
};

} // namespace hatest
