// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/cluster.h"

#include "app/ctl/errors.h"
#include "app/ctl/names.h"
#include "app/ctl/print.h"
#include "core/model/tree.h"
#include "core/text/drs.h"
#include "core/text/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace ctl {

using namespace core;
using api::client::Session;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Ctl)
};

using Show = std::function<void(const QJsonObject &)>;

void refuse(const Error &error, Output output, const End &end)
{
    printError(error, output);
    end(exitCode(error));
}

void ask(Session &session, const QString &path, const Arguments &arguments, const End &end, Show show)
{
    session.get(path, &session,
                [show = std::move(show), output = arguments.output, end](const Result<QJsonObject> &answer) {
                    if (!answer) {
                        refuse(answer.error(), output, end);
                        return;
                    }
                    if (output == Output::Json)
                        printJson(stdout, *answer);
                    else
                        show(*answer);
                    end(done);
                });
}

/// A deviation as it is read: three places.
QString score(double value)
{
    return QLocale().toString(value, 'f', 3);
}

QString movesOf(const model::DrsRecommendation &recommendation)
{
    QStringList moves;
    for (const model::DrsMove &move : recommendation.moves)
        moves += Words::tr("%1: %2 → %3").arg(move.vmName, move.fromName, move.toName);
    return moves.join(u", "_s);
}

void showRecommendations(const QJsonObject &answer, Output output)
{
    const auto report = json::fromJson<model::DrsReport>(answer);
    if (!report)
        return;
    std::vector<QStringList> rows;
    for (const model::DrsRecommendation &each : report->recommendations) {
        Duration expected{};
        for (const model::DrsMove &move : each.moves)
            expected += move.expected;
        rows.push_back({QString::number(each.priority), movesOf(each), text::drsReason(each.reason),
                        score(each.scoreBefore), score(each.scoreAfter), text::duration(expected), each.key});
    }
    print(stdout,
          table({Words::tr("Priority"), Words::tr("Migration"), Words::tr("Reason"), Words::tr("Before"),
                 Words::tr("After"), Words::tr("Takes"), Words::tr("Key")},
                rows, output));
}

void showFaults(const QJsonObject &answer, Output output)
{
    const auto report = json::fromJson<model::DrsReport>(answer);
    if (!report)
        return;
    std::vector<QStringList> rows;
    for (const model::DrsFault &fault : report->faults)
        rows.push_back({fault.objectName, fault.rule, text::drsFault(fault.code)});
    print(stdout,
          table({Words::tr("Object"), Words::tr("Rule"), Words::tr("What stands in the way")}, rows, output));
}

void showStatus(const QJsonObject &answer, const Session &session, Output output)
{
    const auto report = json::fromJson<model::DrsReport>(answer);
    if (!report)
        return;
    std::vector<QStringList> rows{
        {Words::tr("State"), text::state(report->state)},
        {Words::tr("Looked at"), report->time ? text::timeOfDay(*report->time) : QString()},
        {Words::tr("Imbalance"), score(report->score)},
        {Words::tr("Target"), score(report->target)},
        {Words::tr("Recommendations"), QString::number(report->recommendations.size())},
        {Words::tr("Faults"), QString::number(report->faults.size())}};
    for (const model::DrsHostLoad &load : report->hosts)
        rows.push_back({session.inventory().nameOf(load.host),
                        Words::tr("CPU %1 → %2, memory %3 → %4")
                            .arg(text::percent(load.cpuRatio), text::percent(load.cpuAfterRatio),
                                 text::percent(load.memoryRatio), text::percent(load.memoryAfterRatio))});
    print(stdout, table({Words::tr("Property"), Words::tr("Value")}, rows, output));
}

void showHistory(const QJsonObject &answer, Output output)
{
    const auto entries = json::fromJson<std::vector<model::DrsHistoryEntry>>(answer.value(u"items"_s));
    if (!entries)
        return;
    std::vector<QStringList> rows;
    for (const model::DrsHistoryEntry &entry : *entries)
        rows.push_back({text::timeOfDay(entry.time), entry.move.vmName, entry.move.fromName,
                        entry.move.toName, text::drsReason(entry.reason), entry.actor,
                        entry.error ? text::sentence(*entry.error) : Words::tr("done")});
    print(stdout,
          table({Words::tr("Time"), Words::tr("Virtual machine"), Words::tr("From"), Words::tr("To"),
                 Words::tr("Reason"), Words::tr("By"), Words::tr("Outcome")},
                rows, output));
}

void showEvacuation(const QJsonObject &answer, Output output)
{
    showRecommendations(answer, output);
    if (!answer.value(u"faults"_s).toArray().isEmpty())
        showFaults(answer, output);
}

void showPlaces(const QJsonObject &answer, const Session &session, Output output)
{
    std::vector<QStringList> rows;
    for (const QJsonValue &each : answer.value(u"items"_s).toArray()) {
        const QString obstacle = each.toObject().value(u"obstacle"_s).toString();
        rows.push_back(
            {session.inventory().nameOf(HostId::fromString(each.toObject().value(u"host"_s).toString())),
             obstacle.isEmpty() ? QString() : text::drsFault(obstacle)});
    }
    print(stdout, table({Words::tr("Host"), Words::tr("What stands in the way")}, rows, output));
}

void whyNot(Session &session, VmId vm, const Arguments &arguments, const End &end)
{
    const auto host =
        findObject(arguments.parameters.value(u"host"_s), model::Kind::Host, session.inventory());
    if (!host) {
        refuse(host.error(), arguments.output, end);
        return;
    }
    const ClusterId cluster = clusterOf(vm, session.inventory());
    const QString path = u"/clusters/%1/drs-why-not?vm=%2&host=%3"_s.arg(
        cluster.toString(), vm.toString(), host->id.toString(QUuid::WithoutBraces));
    ask(session, path, arguments, end, [](const QJsonObject &answer) {
        const QString obstacle = answer.value(u"obstacle"_s).toString();
        print(stdout,
              obstacle.isEmpty() ? Words::tr("Nothing speaks against it.") : text::drsFault(obstacle));
    });
}

struct Known {
    QString command;
    model::Kind kind;
    QString path; ///< after the object's
};

const std::vector<Known> &commands()
{
    static const std::vector<Known> all{{u"cluster drs-recommendations"_s, model::Kind::Cluster, u"drs"_s},
                                        {u"cluster drs-faults"_s, model::Kind::Cluster, u"drs"_s},
                                        {u"cluster drs-status"_s, model::Kind::Cluster, u"drs"_s},
                                        {u"cluster drs-history"_s, model::Kind::Cluster, u"drs-history"_s},
                                        {u"host evacuation"_s, model::Kind::Host, u"evacuation"_s},
                                        {u"vm placement"_s, model::Kind::Vm, u"placement"_s},
                                        {u"vm why-not"_s, model::Kind::Vm, {}}};
    return all;
}

Show showOf(const QString &command, const Session &session, Output output)
{
    if (command == u"cluster drs-recommendations")
        return [output](const QJsonObject &answer) { showRecommendations(answer, output); };
    if (command == u"cluster drs-faults")
        return [output](const QJsonObject &answer) { showFaults(answer, output); };
    if (command == u"cluster drs-history")
        return [output](const QJsonObject &answer) { showHistory(answer, output); };
    if (command == u"cluster drs-status")
        return [output, &session](const QJsonObject &answer) { showStatus(answer, session, output); };
    if (command == u"host evacuation")
        return [output](const QJsonObject &answer) { showEvacuation(answer, output); };
    return [output, &session](const QJsonObject &answer) { showPlaces(answer, session, output); };
}

} // namespace

bool runCluster(Session &session, const Arguments &arguments, const End &end)
{
    const QString command = arguments.words.mid(0, 2).join(u' ');
    const auto known = std::ranges::find(commands(), command, &Known::command);
    if (known == commands().end())
        return false;
    if (arguments.words.size() != 3) {
        const bool isMissing = arguments.words.size() < 3;
        refuse(isMissing ? Error(errors::NameMissing, QJsonObject{{u"command"_s, command}})
                         : Error(errors::NameSurplus, QJsonObject{{u"name"_s, arguments.words.at(3)}}),
               arguments.output, end);
        return true;
    }
    const auto object = findObject(arguments.words.at(2), known->kind, session.inventory());
    if (!object)
        refuse(object.error(), arguments.output, end);
    else if (command == u"vm why-not")
        whyNot(session, object->as<VmId>(), arguments, end);
    else
        ask(session,
            u"/%1s/%2/%3"_s.arg(QString::fromLatin1(wireName(object->kind)),
                                object->id.toString(QUuid::WithoutBraces), known->path),
            arguments, end, showOf(command, session, arguments.output));
    return true;
}

} // namespace ctl
