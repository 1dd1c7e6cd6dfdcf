// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/accounts.h"
#include "app/ctl/arguments.h"
#include "app/ctl/cluster.h"
#include "app/ctl/command.h"
#include "app/ctl/completion.h"
#include "app/ctl/connected.h"
#include "app/ctl/drs.h"
#include "app/ctl/errors.h"
#include "app/ctl/ha.h"
#include "app/ctl/lab.h"
#include "app/ctl/labtext.h"
#include "app/ctl/print.h"
#include "app/ctl/signedin.h"
#include "core/text/language.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

using namespace core;
using api::client::Session;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Ctl)
};

QString usage()
{
    return Words::tr(
        "vigiectl [--core DIR | --connect URI | --server URL] [-o table|json|csv] [--lang fr|en] COMMAND\n"
        "         of a server: [--user NAME --password-file FILE | --token-file FILE] [--ca FILE | "
        "--fingerprint "
        "SHA256]\n"
        "\n"
        "  get KIND [NAME…] [--filter TEXT] [--watch]\n"
        "                                     list datacenters, clusters, hosts, pools, vms, templates,\n"
        "                                     datastores, networks, folders, users, groups, roles, "
        "permissions,\n"
        "                                     alarm-definitions, tasks, events or alarms\n"
        "  get tasks [--object NAME] [--state STATE] [--operation KIND.VERB] [--initiated-by USER]\n"
        "            [--since TIME] [--until TIME] [--limit N]\n"
        "                                     those of an object and all beneath it, in a state, …; times in "
        "RFC 3339\n"
        "  describe KIND NAME                 all that is known of one object\n"
        "  create|delete|set KIND NAME [--PARAMETER VALUE…]\n"
        "  host add NAME --uri URI --cluster C, host reconnect|disconnect NAME\n"
        "  vm power-on|power-off|shut-down|reboot|reset|suspend|resume NAME…\n"
        "  vm migrate NAME… --host HOST       to another host, running or powered off\n"
        "  host enter-maintenance|exit-maintenance|evacuation NAME\n"
        "                                     evacuation: where its machines would go, and which could not\n"
        "  cluster drs-run|drs-apply|drs-status|drs-recommendations|drs-faults|drs-history CLUSTER\n"
        "  vm placement NAME, vm why-not NAME --host HOST\n"
        "                                     where it could start; why it is not on that host\n"
        "  KIND VERB NAME… [--PARAMETER VALUE…] any operation of the catalogue\n"
        "  operations                         the catalogue\n"
        "  completion bash                    what makes bash complete these words: source <(vigiectl "
        "completion "
        "bash)\n"
        "  task cancel ID…                    what runs is undone where it can be\n"
        "  session list|end ID…, token list|create --label L [--expires T] [--privileges A,B]|revoke ID…\n"
        "  access effective [--user NAME] [--object PATH]\n"
        "                                     what somebody may do with an object, and by which permission\n"
        "  lab up|status|down|fault|repair --dir DIR\n"
        "  drs plan INSTANCE.json [--max-moves N] [--time-limit MS] [--seed S]\n"
        "  ha simulate SCENARIO.json [--seed S], ha explore [--seeds A..B] [--hosts N] [--vms M]\n"
        "\n"
        "A list is written with commas (--members ann,bob); a secret is in a file (--password-file FILE) or "
        "asked for.\n"
        "--check says whether it could be done and does nothing; --no-wait prints the task's id.\n"
        "VIGIE_CORE, VIGIE_SERVER, VIGIE_USER, VIGIE_PASSWORD_FILE, VIGIE_TOKEN_FILE, VIGIE_CA and\n"
        "VIGIE_FINGERPRINT stand in for the options of those names. An option behind the words of a command "
        "is\n"
        "the command's own where it has one of that name.\n"
        "Exit codes: 0 done, 1 failed, 2 bad usage or input, 3 cannot connect, 4 not permitted.");
}

void runCommand(Session &session, const ctl::Arguments &arguments, const ctl::End &end)
{
    const QString command = arguments.words.value(0);
    if (command == u"get")
        ctl::runGet(session, arguments, end);
    else if (command == u"describe")
        ctl::runDescribe(session, arguments, end);
    else if (!ctl::runAccounts(session, arguments, end) && !ctl::runCluster(session, arguments, end))
        ctl::runOperation(session, arguments, end);
}

void chooseLanguage(const QString &wanted)
{
    if (!text::setLanguage(wanted.isEmpty() ? text::systemLanguage() : wanted))
        text::setLanguage(u"en");
}

int refuse(const Error &error, ctl::Output output)
{
    ctl::printError(error, output);
    return ctl::exitCode(error);
}

int help(const ctl::Arguments &arguments)
{
    const QString text = arguments.isLab() ? ctl::labUsage()
        : arguments.isDrs()                ? ctl::drsUsage()
        : arguments.isHa()                 ? ctl::haUsage()
                                           : usage();
    ctl::print(arguments.help ? stdout : stderr, text);
    return arguments.help ? ctl::done : ctl::badUsage;
}

int run(const QStringList &words)
{
    if (words.value(0) == u"__complete")
        return ctl::runComplete(words.mid(1));
    const ctl::Manner manner = ctl::mannerOf(words); // also for what is wrong with the rest
    chooseLanguage(manner.language);
    const auto arguments = ctl::parseArguments(words);
    if (!arguments)
        return refuse(arguments.error(), manner.output);
    if (arguments->version) {
        ctl::print(stdout, u"vigiectl " VIGIE_VERSION ""_s);
        return ctl::done;
    }
    if (arguments->help || arguments->words.isEmpty())
        return help(*arguments);
    if (arguments->isLab())
        return ctl::runLab(arguments->words.mid(1), arguments->output == ctl::Output::Json);
    if (arguments->isDrs())
        return ctl::runDrs(arguments->words.mid(1), arguments->output);
    if (arguments->isHa())
        return ctl::runHa(arguments->words.mid(1), arguments->output);
    if (arguments->words.front() == u"operations")
        return ctl::runOperations(arguments->output);
    if (arguments->words.front() == u"completion")
        return ctl::runCompletion(arguments->words.mid(1), arguments->output);
    const auto command = [&](Session &session, const ctl::End &end) { runCommand(session, *arguments, end); };
    if (!arguments->place.server.isEmpty())
        return ctl::runSignedIn(arguments->place, arguments->output, command);
    return ctl::runConnected(arguments->place, arguments->output, command);
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
    return run(words);
}
