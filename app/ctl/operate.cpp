// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/check.h"
#include "app/ctl/command.h"
#include "app/ctl/commands.h"
#include "app/ctl/errors.h"
#include "app/ctl/print.h"
#include "app/ctl/requests.h"
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
        connect(&session, &Session::taskChanged, this, &Run::showProgress);
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
        m_session.follow(task.id, this, [this, id = task.id](const Result<model::Task> &ended) {
            m_running.remove(id);
            clearProgress();
            if (ended)
                finished(*ended);
            else
                fail(ended.error());
        });
    }

    void finished(const model::Task &task)
    {
        if (task.error)
            m_code = std::max(m_code, exitCode(*task.error) == badUsage ? failed : exitCode(*task.error));
        report(task);
        finishOne();
    }

    void showProgress(const model::Task &task)
    {
        if (!m_running.contains(task.id) || m_arguments.output != Output::Table
            || ::isatty(STDERR_FILENO) == 0)
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

    void printFindings(const model::Task &task) const
    {
        for (const model::Finding &finding : task.findings)
            print(stdout,
                  text::findingSeverity(finding.severity) + u": "_s + text::sentence(finding.problem));
    }

    void report(const model::Task &task)
    {
        if (m_arguments.output == Output::Json) {
            m_results.append(json::toObject(task));
            if (task.error)
                printError(*task.error, Output::Json);
            return;
        }
        printFindings(task);
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

} // namespace

void runOperation(Session &session, const Arguments &arguments, const End &end)
{
    const operations::Operation *operation = operationOf(arguments.words);
    if (operation == nullptr) {
        printError(
            Error(errors::CommandUnknown, QJsonObject{{u"command"_s, arguments.words.mid(0, 2).join(u' ')}}),
            arguments.output);
        end(badUsage);
        return;
    }
    const auto requests = requestsOf(*operation, arguments.words.mid(2), arguments, session.inventory());
    if (!requests) {
        printError(requests.error(), arguments.output);
        end(exitCode(requests.error()));
        return;
    }
    if (arguments.check) {
        runCheck(session, *requests, arguments, end);
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
