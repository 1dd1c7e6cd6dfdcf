// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"
#include "app/ctl/command.h"
#include "app/ctl/lab.h"
#include "app/ctl/print.h"
#include "core/api/client/embeddedcore.h"
#include "core/text/language.h"

#include <QCoreApplication>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using namespace core;
using api::client::EmbeddedCore;
using api::client::Endpoint;
using api::client::Session;

constexpr auto connectLimit = 35s; ///< a core on a slow machine has to start first

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Ctl)
};

QString usage()
{
    return Words::tr(
        "vigiectl [--core DIR | --connect URI | --server URL] [-o table|json|csv] [--lang fr|en] COMMAND\n"
        "\n"
        "  get KIND [FILTER…] [--watch]       list datacenters, clusters, hosts, pools, vms, templates,\n"
        "                                     datastores, networks, folders, tasks, events or alarms\n"
        "  describe KIND NAME                 all that is known of one object\n"
        "  create|delete|set KIND NAME [--PARAMETER VALUE…]\n"
        "  host add NAME --uri URI --cluster C, host reconnect|disconnect NAME\n"
        "  vm power-on|power-off|shut-down|reboot|reset|suspend|resume NAME…\n"
        "  KIND VERB NAME… [--PARAMETER VALUE…] any operation of the catalogue\n"
        "  operations                         the catalogue\n"
        "  lab up|status|down|fault|repair --dir DIR\n"
        "\n"
        "--check says whether it could be done and does nothing; --no-wait prints the task's id.\n"
        "VIGIE_CORE and VIGIE_SERVER stand in for --core and --server.\n"
        "Exit codes: 0 done, 1 failed, 2 bad usage or input, 3 cannot connect, 4 not permitted.");
}

void runCommand(Session &session, const ctl::Arguments &arguments, const ctl::End &end)
{
    const QString command = arguments.words.value(0);
    if (command == u"get")
        ctl::runGet(session, arguments, end);
    else if (command == u"describe")
        ctl::runDescribe(session, arguments, end);
    else
        ctl::runOperation(session, arguments, end);
}

EmbeddedCore::Options coreOptions(const ctl::Place &place)
{
    if (!place.connect.isEmpty())
        return {.directory = api::client::singleHostDirectory(place.connect),
                .arguments = {u"--single-host"_s, place.connect},
                .program = {}};
    return {.directory = place.core.isEmpty() ? api::client::defaultCoreDirectory() : place.core,
            .arguments = {},
            .program = {}};
}

/// Joins or starts the core, waits for its inventory, runs the command once.
int runWithCore(const ctl::Arguments &arguments)
{
    const auto end = [](int code) {
        QMetaObject::invokeMethod(
            qApp, [code] { QCoreApplication::exit(code); }, Qt::QueuedConnection);
    };
    const auto refuse = [&](const Error &error) {
        ctl::printError(error, arguments.output);
        end(ctl::notConnected);
    };
    EmbeddedCore embedded(coreOptions(arguments.place));
    std::unique_ptr<Session> session;
    bool begun = false;
    QObject::connect(&embedded, &EmbeddedCore::failed, qApp, refuse);
    QObject::connect(&embedded, &EmbeddedCore::ready, qApp, [&](const Endpoint &endpoint, bool) {
        if (session) {
            session->setEndpoint(endpoint);
            return;
        }
        session = std::make_unique<Session>(endpoint);
        QObject::connect(session.get(), &Session::inventoryReset, session.get(), [&] {
            if (!std::exchange(begun, true))
                runCommand(*session, arguments, end);
        });
        session->start();
    });
    QTimer::singleShot(connectLimit, qApp, [&] {
        if (!begun)
            refuse(session && session->linkError()
                       ? *session->linkError()
                       : Error(errors::Timeout, QJsonObject{{u"seconds"_s, qint64(connectLimit.count())}}));
    });
    embedded.open();
    return QCoreApplication::exec();
}

void chooseLanguage(const QString &wanted)
{
    if (wanted.isEmpty() || !text::setLanguage(wanted))
        text::setLanguage(text::systemLanguage());
}

int run(const QStringList &words)
{
    const auto arguments = ctl::parseArguments(words);
    chooseLanguage(arguments ? arguments->language : QString());
    if (!arguments) {
        ctl::printError(arguments.error(), ctl::Output::Table);
        return ctl::badUsage;
    }
    if (arguments->version) {
        ctl::print(stdout, u"vigiectl " VIGIE_VERSION ""_s);
        return ctl::done;
    }
    if (arguments->help || arguments->words.isEmpty()) {
        ctl::print(arguments->help ? stdout : stderr, usage());
        return arguments->help ? ctl::done : ctl::badUsage;
    }
    if (arguments->words.front() == u"operations")
        return ctl::runOperations(arguments->output);
    if (!arguments->place.server.isEmpty()) {
        ctl::printError(
            Error(errors::Unsupported, u"management servers come later; use --core or --connect"_s),
            arguments->output);
        return ctl::notConnected;
    }
    return runWithCore(*arguments);
}

} // namespace

int main(int argc, char **argv)
{
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words += QString::fromLocal8Bit(argv[i]);
    if (const int code = ctl::runLabProcess(words); code >= 0) // before anything starts a thread
        return code;
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"vigiectl"_s);
    if (const qsizetype lab = words.indexOf(u"lab"_s); lab >= 0 && lab <= 4) {
        const qsizetype lang = words.indexOf(u"--lang"_s);
        chooseLanguage(lang >= 0 ? words.value(lang + 1) : QString());
        const bool json = words.mid(0, lab).contains(u"json"_s);
        QStringList rest = words.mid(lab + 1);
        if (lang > lab)
            rest.remove(lang - lab - 1, 2);
        return ctl::runLab(rest, json);
    }
    return run(words);
}
