// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/names.h"
#include "app/ctl/print.h"
#include "core/api/schema/routes.h"
#include "core/text/text.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ctl {

using namespace core;
using api::client::Session;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Ctl)
};

/// `host enter-maintenance` as it stands, `create folder`, `set vm`, `delete cluster` turned round.
std::pair<QString, QStringList> operationName(const QStringList &words)
{
    const QString first = words.value(0);
    const QString second = words.value(1);
    if (first == u"create" || first == u"delete")
        return {second + u'.' + first, words.mid(2)};
    if (first == u"set")
        return {second + u".rename"_s, words.mid(2)}; // so far a name is all that can be set
    return {first + u'.' + second, words.mid(2)};
}

Result<QJsonValue> valueOf(const operations::Parameter &parameter, const QString &text,
                           const model::Inventory &inventory)
{
    switch (parameter.type) {
    case operations::ParameterType::Text: return QJsonValue(text);
    case operations::ParameterType::Flag:
        if (text != u"true" && text != u"false")
            return errors::invalidArgument(u"--"_s + parameter.name, u"true or false expected"_s);
        return QJsonValue(text == u"true");
    case operations::ParameterType::Number: {
        bool number = false;
        const double value = text.toDouble(&number);
        if (!number)
            return errors::invalidArgument(u"--"_s + parameter.name, u"a number expected"_s);
        return QJsonValue(value);
    }
    case operations::ParameterType::Object: {
        const auto ref = findObject(text, parameter.kind, inventory);
        if (!ref)
            return ref.error();
        return parameter.kind ? QJsonValue(ref->id.toString(QUuid::WithoutBraces))
                              : QJsonValue(toString(*ref));
    }
    }
    Q_UNREACHABLE();
}

/// `--cluster C`, `--datacenter D`, `--folder F` say the parent where the operation calls it so.
QString parameterName(const operations::Operation &operation, const QString &name)
{
    const auto has = [&](const QString &wanted) {
        return std::ranges::any_of(operation.parameters, [&](const auto &p) { return p.name == wanted; });
    };
    const bool isPlace = name == u"cluster" || name == u"datacenter" || name == u"folder";
    return !has(name) && isPlace && has(u"parent"_s) ? u"parent"_s : name;
}

Result<QJsonObject> parametersOf(const operations::Operation &operation, const Arguments &arguments,
                                 const model::Inventory &inventory)
{
    QJsonObject parameters;
    for (auto it = arguments.parameters.cbegin(); it != arguments.parameters.cend(); ++it) {
        const QString name = parameterName(operation, it.key());
        const auto parameter = std::ranges::find(operation.parameters, name, &operations::Parameter::name);
        if (parameter == operation.parameters.end())
            return errors::invalidArgument(u"--"_s + it.key(), u"no such parameter of "_s + operation.name);
        const auto value = valueOf(*parameter, it.value(), inventory);
        if (!value)
            return value.error();
        parameters.insert(name, *value);
    }
    const bool hasParent = !operation.parameters.empty() && operation.parameters.front().name == u"parent";
    if (hasParent && !parameters.contains(u"parent"_s) && inventory.all<model::Datacenter>().size() == 1) {
        const model::ObjectRef only((*inventory.all<model::Datacenter>().cbegin())->id);
        parameters.insert(u"parent"_s, toString(only)); // no other place is meant
    }
    return parameters;
}

/// One requests-and-tasks run over all the objects named.
class Run : public QObject
{
    Q_OBJECT

public:
    Run(Session &session, const Arguments &arguments, End end, QObject *parent)
        : QObject(parent),
          m_session(session),
          m_arguments(arguments),
          m_end(std::move(end))
    {
        connect(&session, &Session::taskChanged, this, &Run::follow);
    }

    void begin(std::vector<operations::OperationRequest> requests)
    {
        m_open = static_cast<int>(requests.size());
        for (const operations::OperationRequest &request : requests) {
            m_session.start(request, this, [this](const Result<model::Task> &task) {
                if (!task)
                    fail(task.error());
                else
                    accepted(*task);
            });
        }
    }

private:
    void accepted(const model::Task &task)
    {
        if (!m_arguments.wait) {
            report(task);
            finishOne();
            return;
        }
        m_running.insert(task.id);
        for (const model::Task &known : m_session.tasks()) { // the feed may have been faster
            if (known.id == task.id)
                follow(known);
        }
    }

    void follow(const model::Task &task)
    {
        if (!m_running.contains(task.id))
            return;
        showProgress(task);
        if (!isFinished(task.state))
            return;
        m_running.remove(task.id);
        clearProgress();
        if (task.error)
            m_code = std::max(m_code, exitCode(*task.error) == notPermitted ? notPermitted : failed);
        report(task);
        finishOne();
    }

    void showProgress(const model::Task &task)
    {
        if (m_arguments.output != Output::Table || ::isatty(STDERR_FILENO) == 0)
            return;
        QString line = task.targetName + u"  "_s + text::operationLabel(task.operation);
        if (task.progressRatio)
            line += u"  "_s + text::percent(*task.progressRatio);
        if (!task.phase.isEmpty())
            line += u"  "_s + text::phase(task.phase);
        std::fputs(("\r\x1b[K" + line.toLocal8Bit()).constData(), stderr);
        std::fflush(stderr);
    }

    void clearProgress() const
    {
        if (m_arguments.output == Output::Table && ::isatty(STDERR_FILENO) != 0)
            std::fputs("\r\x1b[K", stderr);
    }

    void report(const model::Task &task)
    {
        if (m_arguments.output == Output::Json) {
            m_results.append(json::toObject(task));
            if (task.error)
                printError(*task.error, Output::Json);
            return;
        }
        if (!m_arguments.wait) {
            print(stdout, task.id.toString());
        } else if (task.error) {
            printError(*task.error, m_arguments.output);
        } else {
            print(stdout,
                  Words::tr("%1: %2").arg(task.targetName.isEmpty() ? text::operationLabel(task.operation)
                                                                    : task.targetName,
                                          text::state(task.state)));
        }
    }

    void fail(const Error &error)
    {
        printError(error, m_arguments.output);
        m_code = std::max(m_code, exitCode(error));
        finishOne();
    }

    void finishOne()
    {
        if (--m_open > 0)
            return;
        if (m_arguments.output == Output::Json && !m_results.isEmpty())
            printJson(stdout,
                      m_results.size() == 1 ? m_results.first().toObject()
                                            : QJsonObject{{u"items"_s, m_results}});
        m_end(m_code);
    }

    Session &m_session;
    Arguments m_arguments;
    End m_end;
    QSet<TaskId> m_running;
    QJsonArray m_results;
    int m_open = 0;
    int m_code = done;
};

Result<std::vector<operations::OperationRequest>> requestsOf(const operations::Operation &operation,
                                                             QStringList names, const Arguments &arguments,
                                                             const model::Inventory &inventory)
{
    auto parameters = parametersOf(operation, arguments, inventory);
    if (!parameters)
        return parameters.error();
    if (!operation.hasTarget()) {
        if (names.size() > 1)
            return errors::invalidArgument(names.at(1), u"one name expected"_s);
        if (!names.isEmpty())
            (*parameters).insert(u"name"_s, names.front());
        return std::vector{operations::OperationRequest{operation.name, *parameters}};
    }
    if (names.isEmpty())
        return errors::invalidArgument(operation.name, u"the name of the object is missing"_s);
    std::vector<operations::OperationRequest> requests;
    for (const QString &name : names) {
        const auto target = valueOf(operation.parameters.front(), name, inventory);
        if (!target)
            return target.error();
        QJsonObject each = *parameters;
        each.insert(operation.parameters.front().name, *target);
        requests.push_back({operation.name, each});
    }
    return requests;
}

/// Whether each could be done, and why not; nothing is asked of the core.
int reportCheck(const operations::Operation &operation,
                const std::vector<operations::OperationRequest> &requests, const Arguments &arguments,
                const model::Inventory &inventory)
{
    int code = done;
    for (const operations::OperationRequest &request : requests) {
        const auto available = operation.availability(request.parameters, inventory);
        if (available) {
            print(stdout,
                  Words::tr("%1: can be done").arg(inventory.nameOf(operation.target(request.parameters))));
            continue;
        }
        printError(available.why(), arguments.output);
        code = failed;
    }
    return code;
}

} // namespace

void runOperation(Session &session, const Arguments &arguments, const End &end)
{
    const auto [name, names] = operationName(arguments.words);
    const operations::Operation *operation = operations::findOperation(name);
    if (operation == nullptr) {
        printError(errors::invalidArgument(arguments.words.mid(0, 2).join(u' '), u"no such command"_s),
                   arguments.output);
        end(badUsage);
        return;
    }
    const auto requests = requestsOf(*operation, names, arguments, session.inventory());
    if (!requests) {
        printError(requests.error(), arguments.output);
        end(exitCode(requests.error()));
        return;
    }
    if (arguments.check) {
        end(reportCheck(*operation, *requests, arguments, session.inventory()));
        return;
    }
    auto *run = new Run(session, arguments, end, &session);
    run->begin(*requests);
}

int runOperations(Output output)
{
    std::vector<QStringList> rows;
    QJsonArray items;
    for (const operations::Operation &operation : operations::catalogue()) {
        QStringList parameters;
        for (const operations::Parameter &parameter : operation.parameters)
            parameters += parameter.required ? parameter.name : u'[' + parameter.name + u']';
        const QString privilege = QString::fromLatin1(wireName(operation.privilege));
        rows.push_back({operation.name, text::operationLabel(operation.name), parameters.join(u' '),
                        privilege, api::schema::routeOf(operation)});
        items.append(QJsonObject{{u"name"_s, operation.name},
                                 {u"label"_s, text::operationLabel(operation.name)},
                                 {u"parameters"_s, QJsonArray::fromStringList(parameters)},
                                 {u"privilege"_s, privilege},
                                 {u"route"_s, api::schema::routeOf(operation)}});
    }
    if (output == Output::Json)
        printJson(stdout, {{u"items"_s, items}});
    else
        print(stdout,
              table({Words::tr("Operation"), Words::tr("Name"), Words::tr("Parameters"),
                     Words::tr("Privilege"), Words::tr("Route")},
                    rows, output));
    return done;
}

} // namespace ctl

#include "operate.moc"
