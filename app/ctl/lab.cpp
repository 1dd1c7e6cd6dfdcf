// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/lab.h"

#include "app/ctl/labtext.h"
#include "app/ctl/print.h"
#include "core/base/json.h"
#include "core/lab/errors.h"
#include "core/lab/lab.h"
#include "core/text/text.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>

#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace core;

namespace ctl {

namespace {

int usage(const QString &why)
{
    if (!why.isEmpty())
        print(stderr, why);
    print(stderr, labUsage());
    return badUsage;
}

int labExitCode(const Error &error)
{
    const std::array input{errors::InvalidArgument, errors::NotFound, lab::errors::OptionUnavailable,
                           lab::errors::NotALab, lab::errors::NotEmpty};
    const auto isIt = [&error](const ErrorCode &code) { return error.is(code); };
    if (std::ranges::any_of(input, isIt))
        return badUsage;
    return error.is(lab::errors::NamespacesForbidden) ? notPermitted : failed;
}

int fail(const Error &error, bool json)
{
    printError(error, json ? Output::Json : Output::Table);
    return labExitCode(error);
}

int show(const Result<lab::LabStatus> &result, bool json)
{
    if (!result)
        return fail(result.error(), json);
    print(stdout,
          json ? QString::fromUtf8(QJsonDocument(json::toObject(*result)).toJson().trimmed())
               : labTable(*result));
    return 0;
}

/// The options of all the verbs; which of them make sense is each verb's to say.
void describe(QCommandLineParser &parser)
{
    parser.addOptions({{u"dir"_s, {}, u"DIR"_s},
                       {u"hosts"_s, {}, u"N"_s, u"3"_s},
                       {u"guests"_s, {}, u"N"_s, u"6"_s},
                       {u"datacenters"_s, {}, u"N"_s, u"1"_s},
                       {u"servers"_s, {}, u"N"_s, u"0"_s},
                       {u"isolation"_s, {}, u"system|session|plain"_s},
                       {u"network"_s, {}, u"management|migration"_s},
                       {u"kind"_s, {}, u"apd|pdl"_s},
                       {u"json"_s, {}}});
}

Result<int> number(const QCommandLineParser &parser, const QString &name)
{
    bool ok = false;
    const int value = parser.value(name).toInt(&ok);
    if (!ok)
        return errors::invalidArgument(u"--"_s + name, parser.value(name));
    return value;
}

Result<lab::UpOptions> upOptions(const QCommandLineParser &parser)
{
    const auto hosts = number(parser, u"hosts"_s);
    const auto guests = number(parser, u"guests"_s);
    const auto datacenters = number(parser, u"datacenters"_s);
    for (const auto *each : {&hosts, &guests, &datacenters}) {
        if (!*each)
            return each->error();
    }
    if (parser.value(u"servers"_s) != "0"_L1)
        return Error(lab::errors::OptionUnavailable, QJsonObject{{u"option"_s, u"--servers"_s}});
    lab::UpOptions options{.directory = parser.value(u"dir"_s),
                           .hosts = *hosts,
                           .guests = *guests,
                           .datacenters = *datacenters,
                           .programs = QCoreApplication::applicationDirPath(),
                           .isolation = std::nullopt};
    if (parser.isSet(u"isolation"_s)) {
        const auto isolation = json::fromJson<lab::Isolation>(parser.value(u"isolation"_s));
        if (!isolation)
            return errors::invalidArgument(u"--isolation"_s, parser.value(u"isolation"_s));
        options.isolation = *isolation;
    }
    return options;
}

Result<lab::Fault> readFault(const QCommandLineParser &parser, const QStringList &words)
{
    const auto kind = json::fromJson<lab::FaultKind>(words.value(0));
    if (!kind)
        return errors::invalidArgument(u"FAULT"_s, words.value(0));
    lab::Fault fault{
        .fault = *kind, .host = {}, .guest = {}, .datastore = words.value(2), .network = {}, .kind = {}};
    const bool ofGuest = words.value(0).startsWith("guest-"_L1) || *kind == lab::FaultKind::AppFail;
    (ofGuest ? fault.guest : fault.host) = words.value(1);
    if (parser.isSet(u"network"_s)) {
        const auto network = json::fromJson<lab::NetworkKind>(parser.value(u"network"_s));
        if (!network)
            return errors::invalidArgument(u"--network"_s, parser.value(u"network"_s));
        fault.network = *network;
    }
    if (parser.isSet(u"kind"_s)) {
        const auto loss = json::fromJson<lab::StorageLoss>(parser.value(u"kind"_s));
        if (!loss)
            return errors::invalidArgument(u"--kind"_s, parser.value(u"kind"_s));
        fault.kind = *loss;
    }
    return fault;
}

int runUp(const QCommandLineParser &parser, bool json)
{
    const auto options = upOptions(parser);
    if (!options)
        return fail(options.error(), json);
    const auto progress = [](lab::Phase phase, const QString &what) {
        print(stderr, labProgress(phase, what));
    };
    return show(lab::up(*options, progress), json);
}

int runFault(const QCommandLineParser &parser, const QStringList &words, bool repair, bool json)
{
    const auto fault = readFault(parser, words);
    if (!fault)
        return fail(fault.error(), json);
    const QString directory = parser.value(u"dir"_s);
    return show(repair ? lab::repair(directory, *fault) : lab::inject(directory, *fault), json);
}

int runDown(const QString &directory, bool json)
{
    const auto done = lab::down(directory);
    return done ? 0 : fail(done.error(), json);
}

} // namespace

int runLab(const QStringList &arguments, bool json)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(QStringList{u"lab"_s} + arguments))
        return usage(parser.errorText());
    const QString verb = parser.positionalArguments().value(0);
    const QStringList words = parser.positionalArguments().mid(1);
    const bool wantsJson = json || parser.isSet(u"json"_s);
    if (parser.value(u"dir"_s).isEmpty())
        return usage({});
    if (verb == "up"_L1 && words.isEmpty())
        return runUp(parser, wantsJson);
    if (verb == "status"_L1 && words.isEmpty())
        return show(lab::status(parser.value(u"dir"_s)), wantsJson);
    if (verb == "down"_L1 && words.isEmpty())
        return runDown(parser.value(u"dir"_s), wantsJson);
    if (verb == "fault"_L1 || verb == "repair"_L1)
        return runFault(parser, words, verb == "repair"_L1, wantsJson);
    return usage({});
}

int runLabProcess(const QStringList &arguments)
{
    const QString mode = arguments.value(0);
    if (mode == "lab-keeper"_L1)
        return lab::keeperMain(arguments.mid(1));
    if (mode == "lab-host"_L1)
        return lab::hostMain(arguments.mid(1));
    if (mode == "lab-relay"_L1)
        return lab::relayMain(arguments.mid(1));
    return -1;
}

} // namespace ctl
