// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/drs.h"

#include "app/ctl/errors.h"
#include "app/ctl/print.h"
#include "core/drs/files.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QLocale>

#include <chrono>
#include <limits>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace core;

namespace ctl {

namespace {

/// Where the translations of this file are kept.
class DrsText
{
    Q_DECLARE_TR_FUNCTIONS(DrsText)
};

/// Placements that are looked at in a millisecond, with a margin: the plan then ends by its work and not by the clock,
/// so that the same file and seed give the same plan.
constexpr qint64 workPerMillisecond = 300'000;
constexpr qint64 usualLimit = 500; // ms
constexpr qint64 longestLimit = 600'000;

struct Request {
    QString file;
    std::optional<qint64> maxMoves;
    qint64 timeLimit = usualLimit;
    qint64 seed = 1;
};

Result<qint64> number(const QCommandLineParser &parser, const QString &name, qint64 least, qint64 most)
{
    bool ok = false;
    const qint64 value = parser.value(name).toLongLong(&ok);
    if (!ok || value < least || value > most)
        return Error(errors::ValueNotNumber,
                     QJsonObject{{u"option"_s, u"--"_s + name}, {u"value"_s, parser.value(name)}});
    return value;
}

Result<Request> requestOf(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{u"max-moves"_s, {}, u"N"_s},
                       {u"time-limit"_s, {}, u"MS"_s, QString::number(usualLimit)},
                       {u"seed"_s, {}, u"S"_s, u"1"_s}});
    if (!parser.parse(QStringList{u"vigiectl drs"_s} + arguments.mid(1)))
        return Error(errors::OptionUnknown, QJsonObject{{u"option"_s, parser.errorText()}});
    const QStringList files = parser.positionalArguments();
    if (files.isEmpty())
        return Error(errors::NameMissing, QJsonObject{{u"command"_s, u"drs plan"_s}});
    if (files.size() > 1)
        return Error(errors::NameSurplus, QJsonObject{{u"name"_s, files.at(1)}});
    Request request{.file = files.front()};
    const auto limit = number(parser, u"time-limit"_s, 1, longestLimit);
    const auto seed = number(parser, u"seed"_s, 0, std::numeric_limits<int>::max());
    if (!limit || !seed)
        return limit ? seed.error() : limit.error();
    request.timeLimit = *limit;
    request.seed = *seed;
    if (parser.isSet(u"max-moves"_s)) {
        const auto moves = number(parser, u"max-moves"_s, 0, std::numeric_limits<int>::max());
        if (!moves)
            return moves.error();
        request.maxMoves = *moves;
    }
    return request;
}

Result<drs::Instance> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error(errors::FileUnreadable, QJsonObject{{u"file"_s, path}}, file.errorString());
    return drs::readInstance(file.readAll());
}

qint64 peakKib()
{
    rusage usage{};
    return ::getrusage(RUSAGE_SELF, &usage) == 0 ? usage.ru_maxrss : 0;
}

QString describe(const drs::Plan &plan, const drs::Instance &instance, Output output)
{
    std::vector<QStringList> rows;
    const QLocale locale;
    const auto host = [&](int index) { return instance.hosts[drs::at(index)].id; };
    for (const drs::Move &move : plan.moves)
        rows.push_back({instance.machines[drs::at(move.machine)].id, host(move.from), host(move.to),
                        QString::number(move.priority), drs::wireName(move.reason),
                        locale.toString(move.scoreAfter, 'f', 4), locale.toString(move.seconds, 'f', 0)});
    return table({DrsText::tr("MACHINE"), DrsText::tr("FROM"), DrsText::tr("TO"), DrsText::tr("PRIORITY"),
                  DrsText::tr("REASON"), DrsText::tr("SCORE"), DrsText::tr("SECONDS")},
                 rows, output);
}

void show(const drs::Plan &plan, const drs::Instance &instance, const drs::PlanCost &cost, Output output)
{
    if (output == Output::Json) {
        printJson(stdout, drs::toJson(plan, instance, cost));
        return;
    }
    print(stdout, describe(plan, instance, output));
    if (output != Output::Table)
        return;
    const QLocale locale;
    print(stdout,
          DrsText::tr("%n migration(s), score %1 → %2", nullptr, static_cast<int>(plan.moves.size()))
              .arg(locale.toString(plan.scoreBefore, 'f', 4), locale.toString(plan.scoreAfter, 'f', 4)));
    if (!plan.faults.empty())
        print(stdout,
              DrsText::tr("%n fault(s): what could not be helped, and why, is in the plan (-o json).",
                          nullptr, static_cast<int>(plan.faults.size())));
}

} // namespace

QString drsUsage()
{
    return DrsText::tr(
        "Usage: vigiectl drs plan INSTANCE.json [--max-moves N] [--time-limit MS] [--seed S] [-o "
        "json]\n"
        "Plans the balance of a cluster that a file describes (drs-instance/1). Nothing is executed.");
}

int runDrs(const QStringList &arguments, Output output)
{
    if (arguments.value(0) != u"plan") {
        print(stderr, drsUsage());
        return badUsage;
    }
    const auto refuse = [output](const Error &why) {
        printError(why, output);
        return badUsage;
    };
    const auto request = requestOf(arguments);
    if (!request)
        return refuse(request.error());
    const auto instance = read(request->file);
    if (!instance)
        return refuse(instance.error());
    const auto start = std::chrono::steady_clock::now();
    const auto elapsed = [start] {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    };
    drs::PlanOptions options{.maxMoves =
                                 static_cast<int>(request->maxMoves.value_or(instance->config.maxMoves)),
                             .work = request->timeLimit * workPerMillisecond,
                             .seed = static_cast<std::uint64_t>(request->seed)};
    options.isOutOfTime = [&] { return elapsed() >= static_cast<double>(request->timeLimit); };
    const drs::Plan plan = drs::plan(*instance, options);
    show(plan, *instance, {.milliseconds = elapsed(), .peakKib = peakKib()}, output);
    return done;
}

} // namespace ctl
