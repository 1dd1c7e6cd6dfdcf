// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/completion.h"

#include "app/ctl/commands.h"
#include "app/ctl/errors.h"
#include "app/ctl/print.h"
#include "app/ctl/signedin.h"
#include "core/api/client/embeddedcore.h"
#include "core/api/schema/messages.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ctl {

using namespace core;
using api::client::Session;
using operations::Operation;

namespace {

constexpr auto patience = 1500ms; ///< nobody waits longer for a key

constexpr auto script = R"(_vigiectl()
{
    local IFS=$'\n'
    COMPREPLY=($(vigiectl __complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
    COMPREPLY=("${COMPREPLY[@]// /\\ }")
}
complete -o default -F _vigiectl vigiectl)";

QStringList kinds()
{
    QStringList all;
    for (const Operation &operation : operations::catalogue()) {
        if (!all.contains(operation.kindName))
            all += operation.kindName;
    }
    return all;
}

QStringList listed()
{
    QStringList all{u"templates"_s, u"tasks"_s, u"events"_s, u"alarms"_s};
    for (const auto &each : wireNames(model::Kind{})) {
        if (each.value != model::Kind::Root)
            all += api::schema::collection(each.value);
    }
    return all;
}

QStringList kindsWith(const QStringList &verbs)
{
    QStringList all;
    for (const Operation &operation : operations::catalogue()) {
        if (verbs.contains(operation.verb) && !all.contains(operation.kindName))
            all += operation.kindName;
    }
    return all;
}

QStringList secondWords(const QString &first)
{
    if (first == u"get")
        return listed();
    if (first == u"describe")
        return kinds();
    if (first == u"create")
        return kindsWith({u"create"_s, u"add"_s});
    if (first == u"delete")
        return kindsWith({u"delete"_s, u"remove"_s});
    if (first == u"set")
        return kindsWith({u"set"_s, u"rename"_s});
    if (first == u"session")
        return {u"list"_s, u"end"_s};
    if (first == u"token")
        return {u"list"_s, u"create"_s, u"revoke"_s};
    if (first == u"access")
        return {u"effective"_s};
    if (first == u"lab")
        return {u"up"_s, u"status"_s, u"down"_s, u"fault"_s, u"repair"_s};
    if (first == u"drs")
        return {u"plan"_s};
    if (first == u"ha")
        return {u"simulate"_s, u"explore"_s};
    if (first == u"completion")
        return {u"bash"_s};
    QStringList verbs;
    for (const Operation &operation : operations::catalogue()) {
        if (operation.kindName == first)
            verbs += operation.verb;
    }
    return verbs;
}

QStringList options(const QStringList &words)
{
    QStringList all;
    if (const auto parameters = parametersOf(words)) {
        for (const operations::Parameter &parameter : *parameters)
            all += u"--"_s + optionOf(parameter);
    }
    for (const QString &option : narrowingOf(words))
        all += u"--"_s + option;
    return all + QStringList{u"--core"_s,          u"--connect"_s, u"--server"_s,     u"--user"_s,
                             u"--password-file"_s, u"--ca"_s,      u"--token-file"_s, u"--lang"_s,
                             u"--fingerprint"_s,   u"--output"_s,  u"--filter"_s,     u"--watch"_s,
                             u"--check"_s,         u"--no-wait"_s, u"--help"_s};
}

QStringList namesOfTaskStates()
{
    QStringList all;
    for (const auto &each : wireNames(model::TaskState{}))
        all += QString::fromLatin1(each.name);
    return all;
}

QStringList namesOfOperations()
{
    QStringList all;
    for (const Operation &operation : operations::catalogue())
        all += operation.name;
    return all;
}

/// What the option takes, where that is known.
QStringList valuesOf(const QString &option, const QStringList &words)
{
    if (option == u"-o" || option == u"--output")
        return {u"table"_s, u"json"_s, u"csv"_s};
    if (option == u"--lang")
        return {u"en"_s, u"fr"_s};
    if (narrowingOf(words).contains(option.mid(2))) {
        if (option == u"--state")
            return namesOfTaskStates();
        return option == u"--operation" ? namesOfOperations() : QStringList();
    }
    const auto parameters = parametersOf(words);
    const auto *parameter = parameters ? parameterOf(*parameters, option.mid(2)) : nullptr;
    return parameter == nullptr ? QStringList() : parameter->choices;
}

QStringList beginningWith(const QString &begun, QStringList words)
{
    words.removeIf([&](const QString &each) { return !each.startsWith(begun); });
    words.sort();
    words.removeDuplicates();
    return words;
}

/// The kind of object whose name comes next; absent: none does.
std::optional<model::Kind> namedKind(const QStringList &words)
{
    if (words.size() < 2)
        return std::nullopt;
    if (words.front() == u"get" || words.front() == u"describe") {
        const QString plural = words.at(1).endsWith(u's') ? words.at(1) : words.at(1) + u's';
        return plural == u"templates" ? model::Kind::Vm : api::schema::kindOfCollection(plural);
    }
    const Operation *operation = operationOf(words);
    if (operation == nullptr || !operation->hasTarget())
        return std::nullopt;
    return operation->parameters.front().kind;
}

/// The words before the one that is being written, as far as they make sense.
Arguments argumentsBefore(const QStringList &words)
{
    const auto arguments = parseArguments(words.mid(0, words.size() - 1));
    return arguments ? *arguments : Arguments();
}

void printNames(const Session &session, model::Kind kind, const QString &begun)
{
    QStringList names;
    session.inventory().forEach([&](const model::Object &object) {
        if (refOf(object).kind == kind)
            names += nameOf(object);
    });
    const QStringList fitting = beginningWith(begun, names);
    if (!fitting.isEmpty())
        print(stdout, fitting.join(u'\n'));
}

} // namespace

int runCompletion(const QStringList &words, Output output)
{
    if (words.value(0) == u"bash") {
        print(stdout, QString::fromLatin1(script));
        return done;
    }
    const Error error(errors::ValueNotListed,
                      QJsonObject{{u"option"_s, u"completion"_s},
                                  {u"value"_s, words.value(0)},
                                  {u"values"_s, QJsonArray{u"bash"_s}}});
    printError(error, output);
    return exitCode(error);
}

QStringList completionsOf(const QStringList &words)
{
    const QString begun = words.isEmpty() ? QString() : words.back();
    const QString before = words.size() > 1 ? words.at(words.size() - 2) : QString();
    const QStringList said = argumentsBefore(words).words;
    if (before.startsWith(u'-')) {
        const QStringList values = valuesOf(before, argumentsBefore(words.mid(0, words.size() - 1)).words);
        if (!values.isEmpty())
            return beginningWith(begun, values);
    }
    if (begun.startsWith(u'-'))
        return beginningWith(begun, options(said));
    if (said.isEmpty())
        return beginningWith(begun,
                             kinds()
                                 + QStringList{u"get"_s, u"describe"_s, u"create"_s, u"delete"_s, u"set"_s,
                                               u"operations"_s, u"session"_s, u"token"_s, u"access"_s,
                                               u"lab"_s, u"drs"_s, u"ha"_s, u"completion"_s});
    return said.size() == 1 ? beginningWith(begun, secondWords(said.front())) : QStringList();
}

int runComplete(const QStringList &words)
{
    const QStringList known = completionsOf(words);
    if (!known.isEmpty())
        print(stdout, known.join(u'\n'));
    const Arguments arguments = argumentsBefore(words);
    const QString begun = words.value(words.size() - 1);
    const auto kind = namedKind(arguments.words);
    if (!known.isEmpty() || !kind || begun.startsWith(u'-') || !arguments.place.connect.isEmpty())
        return done;
    const QString directory =
        arguments.place.core.isEmpty() ? api::client::defaultCoreDirectory() : arguments.place.core;
    const auto endpoint =
        arguments.place.server.isEmpty() ? api::client::readEndpoint(directory) : endpointOf(arguments.place);
    if (!endpoint || endpoint->token.isEmpty())
        return done; // nobody who could be asked without asking the user
    Session session(*endpoint);
    QObject::connect(&session, &Session::inventoryReset, qApp, [&] {
        printNames(session, *kind, begun);
        QCoreApplication::quit();
    });
    QTimer::singleShot(patience, qApp, &QCoreApplication::quit);
    session.start();
    return QCoreApplication::exec();
}

} // namespace ctl
