// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/ha.h"

#include "app/ctl/errors.h"
#include "app/ctl/print.h"
#include "core/simulation/ha/explorer.h"
#include "core/simulation/ha/result.h"
#include "core/simulation/ha/scenariofile.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <limits>

using namespace Qt::StringLiterals;
using namespace core;

namespace ctl {

namespace {

/// Where the translations of this file are kept.
class HaText
{
    Q_DECLARE_TR_FUNCTIONS(HaText)
};

constexpr int mostHosts = 64;
constexpr int mostVms = 2'000;

Error badNumber(const QString &name, const QString &value)
{
    return Error(errors::ValueNotNumber, QJsonObject{{u"option"_s, u"--"_s + name}, {u"value"_s, value}});
}

Result<qint64> number(const QCommandLineParser &parser, const QString &name, qint64 least, qint64 most)
{
    bool ok = false;
    const qint64 value = parser.value(name).toLongLong(&ok);
    if (!ok || value < least || value > most)
        return badNumber(name, parser.value(name));
    return value;
}

Result<simulation::Scenario> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error(errors::FileUnreadable, QJsonObject{{u"file"_s, path}}, file.errorString());
    return simulation::readScenario(file.readAll());
}

QString hostTable(const QJsonObject &hosts, Output output)
{
    std::vector<QStringList> rows;
    for (auto host = hosts.begin(); host != hosts.end(); ++host) {
        QStringList evidence;
        for (const QJsonValue &each : host.value().toObject().value("evidence"_L1).toArray())
            evidence += each.toString();
        rows.push_back(
            {host.key(), host.value().toObject().value("state"_L1).toString(), evidence.join(u", "_s)});
    }
    return table({HaText::tr("HOST"), HaText::tr("STATE"), HaText::tr("EVIDENCE")}, rows, output);
}

QString vmTable(const QJsonObject &vms, Output output)
{
    std::vector<QStringList> rows;
    const QLocale locale;
    for (auto vm = vms.begin(); vm != vms.end(); ++vm) {
        const QJsonObject each = vm.value().toObject();
        const QJsonArray starts = each.value("starts"_L1).toArray();
        const QJsonObject last = starts.isEmpty() ? QJsonObject() : starts.last().toObject();
        rows.push_back({vm.key(), each.value("state"_L1).toString(), each.value("host"_L1).toString(),
                        starts.isEmpty() ? QString() : locale.toString(last.value("t"_L1).toDouble(), 'f', 1),
                        last.value("proof"_L1).toString(),
                        each.value("waiting"_L1).toObject().value("code"_L1).toString()});
    }
    return table({HaText::tr("MACHINE"), HaText::tr("STATE"), HaText::tr("HOST"),
                  HaText::tr("STARTED AT (S)"), HaText::tr("PROOF"), HaText::tr("WAITS FOR")},
                 rows, output);
}

int simulate(const QStringList &arguments, Output output)
{
    const auto refuse = [output](const Error &why) {
        printError(why, output);
        return badUsage;
    };
    QCommandLineParser parser;
    parser.addOptions({{u"seed"_s, {}, u"S"_s, u"1"_s}});
    if (!parser.parse(QStringList{u"vigiectl ha"_s} + arguments))
        return refuse(Error(errors::OptionUnknown, QJsonObject{{u"option"_s, parser.errorText()}}));
    const QStringList files = parser.positionalArguments();
    if (files.isEmpty())
        return refuse(Error(errors::NameMissing, QJsonObject{{u"command"_s, u"ha simulate"_s}}));
    if (files.size() > 1)
        return refuse(Error(errors::NameSurplus, QJsonObject{{u"name"_s, files.at(1)}}));
    const auto seed = number(parser, u"seed"_s, 0, std::numeric_limits<int>::max());
    if (!seed)
        return refuse(seed.error());
    const auto scenario = read(files.front());
    if (!scenario)
        return refuse(scenario.error());
    simulation::Simulation run(*scenario, static_cast<quint64>(*seed), true);
    run.run();
    const QJsonObject result = simulation::resultOf(run);
    const int broken = run.observer().invariants().sum();
    if (output == Output::Json) {
        printJson(stdout, result);
    } else {
        print(stdout, hostTable(result.value("hosts"_L1).toObject(), output));
        print(stdout, vmTable(result.value("vms"_L1).toObject(), output));
        if (output == Output::Table)
            print(stdout, HaText::tr("%n violation(s) of an invariant", nullptr, broken));
    }
    return broken == 0 ? done : failed;
}

struct Seeds {
    qint64 first = 1;
    qint64 last = 1000;
};

Result<Seeds> seedsOf(const QString &text)
{
    const QStringList ends = text.split(u".."_s);
    bool isFirst = false;
    bool isLast = false;
    const Seeds seeds{ends.front().toLongLong(&isFirst), ends.back().toLongLong(&isLast)};
    if (ends.size() > 2 || !isFirst || !isLast || seeds.first < 0 || seeds.last < seeds.first
        || seeds.last > std::numeric_limits<int>::max())
        return badNumber(u"seeds"_s, text);
    return seeds;
}

int tellViolation(qint64 seed, const simulation::ExplorerSize &size, Output output)
{
    const auto number = static_cast<quint64>(seed);
    const simulation::Scenario small = simulation::shrunk(simulation::randomScenario(number, size), number);
    const simulation::Violation violation = simulation::firstViolation(small, number);
    const QString invariant = QString::fromLatin1(violation.invariant);
    const double at = static_cast<double>(violation.at.count()) / 1000;
    const QJsonObject scenario = simulation::toJson(small);
    if (output == Output::Json) {
        printJson(
            stdout,
            QJsonObject{
                {u"seed"_s, seed}, {u"invariant"_s, invariant}, {u"t"_s, at}, {u"scenario"_s, scenario}});
    } else {
        print(stdout,
              HaText::tr("Seed %1 breaks %2 at %3 s. The smallest schedule that does:")
                  .arg(QString::number(seed), invariant, QLocale().toString(at, 'f', 1)));
        print(stdout, QString::fromUtf8(QJsonDocument(scenario).toJson()));
    }
    return failed;
}

int explore(const QStringList &arguments, Output output)
{
    const auto refuse = [output](const Error &why) {
        printError(why, output);
        return badUsage;
    };
    QCommandLineParser parser;
    parser.addOptions({{u"seeds"_s, {}, u"A..B"_s, u"1..1000"_s},
                       {u"hosts"_s, {}, u"N"_s, u"5"_s},
                       {u"vms"_s, {}, u"M"_s, u"20"_s}});
    if (!parser.parse(QStringList{u"vigiectl ha"_s} + arguments))
        return refuse(Error(errors::OptionUnknown, QJsonObject{{u"option"_s, parser.errorText()}}));
    if (!parser.positionalArguments().isEmpty())
        return refuse(
            Error(errors::NameSurplus, QJsonObject{{u"name"_s, parser.positionalArguments().front()}}));
    const auto seeds = seedsOf(parser.value(u"seeds"_s));
    const auto hosts = number(parser, u"hosts"_s, 1, mostHosts);
    const auto vms = number(parser, u"vms"_s, 1, mostVms);
    if (!seeds || !hosts || !vms)
        return refuse(!seeds ? seeds.error() : !hosts ? hosts.error() : vms.error());
    const simulation::ExplorerSize size{.hosts = static_cast<int>(*hosts), .vms = static_cast<int>(*vms)};
    for (qint64 seed = seeds->first; seed <= seeds->last; ++seed) {
        const simulation::Scenario scenario = simulation::randomScenario(static_cast<quint64>(seed), size);
        if (simulation::firstViolation(scenario, static_cast<quint64>(seed)).invariant)
            return tellViolation(seed, size, output);
    }
    const qint64 count = seeds->last - seeds->first + 1;
    if (output == Output::Json)
        printJson(stdout, QJsonObject{{u"seeds"_s, count}, {u"violations"_s, 0}});
    else
        print(stdout, HaText::tr("%n seeds, 0 violations", nullptr, static_cast<int>(count)));
    return done;
}

} // namespace

QString haUsage()
{
    return HaText::tr("Usage: vigiectl ha simulate SCENARIO.json [--seed S] [-o json]\n"
                      "       vigiectl ha explore [--seeds A..B] [--hosts N] [--vms M] [-o json]\n"
                      "Runs high availability on simulated hosts in virtual time: one story from a file "
                      "(ha-scenario/1), or\n"
                      "random faults in search of a broken invariant. Nothing real is touched.\n"
                      "Exit codes: 0 done, 1 an invariant was broken, 2 bad usage or input.");
}

int runHa(const QStringList &arguments, Output output)
{
    const QString verb = arguments.value(0);
    if (verb == u"simulate")
        return simulate(arguments.mid(1), output);
    if (verb == u"explore")
        return explore(arguments.mid(1), output);
    print(stderr, haUsage());
    return badUsage;
}

} // namespace ctl
