// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/check.h"

#include "app/ctl/print.h"
#include "core/text/text.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace ctl {

using namespace core;
using api::client::Session;
using operations::OperationRequest;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Ctl)
};

struct Finding {
    OperationRequest request;
    model::ObjectRef target;
    QString name;
    std::optional<Error> why; ///< absent: it could be done
    std::vector<model::Finding> details; ///< where there is more to say than yes or no
};

struct Check {
    std::vector<Finding> findings; ///< in the order of the requests
    size_t open = 0;
    Arguments arguments;
    End end;
};

Finding findingOf(const OperationRequest &request, const model::Inventory &inventory)
{
    const auto *operation = operations::findOperation(request.operation);
    const model::ObjectRef target = operation->target(request.parameters);
    const QString name =
        operation->hasTarget() ? inventory.nameOf(target) : request.parameters.value(u"name"_s).toString();
    return {.request = request, .target = target, .name = name, .why = std::nullopt, .details = {}};
}

QJsonObject toJson(const Finding &finding)
{
    QJsonObject object{{u"operation"_s, finding.request.operation},
                       {u"target"_s, toString(finding.target)},
                       {u"name"_s, finding.name},
                       {u"available"_s, !finding.why}};
    if (finding.why)
        object.insert(u"why"_s, errorJson(*finding.why));
    QJsonArray details;
    for (const model::Finding &each : finding.details) {
        QJsonObject detail = errorJson(each.problem);
        detail.insert(u"severity"_s, QString::fromLatin1(wireName(each.severity)));
        detail.insert(u"object"_s, toString(each.object));
        details.append(detail);
    }
    if (!details.isEmpty())
        object.insert(u"findings"_s, details);
    return object;
}

/// Errors where errors go, warnings and the verdict to standard output.
void printFinding(const Finding &finding, Output output)
{
    for (const model::Finding &each : finding.details) {
        if (each.severity == model::FindingSeverity::Error)
            printError(each.problem, output);
        else
            print(stdout, Words::tr("Warning: %1").arg(text::sentence(each.problem)));
    }
    if (finding.why && finding.details.empty())
        printError(*finding.why, output);
    else if (!finding.why)
        print(stdout,
              Words::tr("%1: can be done")
                  .arg(finding.name.isEmpty() ? text::operationLabel(finding.request.operation)
                                              : finding.name));
}

void printFindings(const Check &check)
{
    QJsonArray items;
    for (const Finding &finding : check.findings) {
        if (check.arguments.output == Output::Json)
            items.append(toJson(finding));
        else
            printFinding(finding, check.arguments.output);
    }
    if (items.size() == 1)
        printJson(stdout, items.first().toObject());
    else if (!items.isEmpty())
        printJson(stdout, {{u"items"_s, items}});
}

void finish(const Check &check)
{
    int code = done;
    for (const Finding &finding : check.findings) {
        if (finding.why)
            code = std::max(code, exitCode(*finding.why));
    }
    printFindings(check);
    check.end(code);
}

} // namespace

void runCheck(Session &session, const std::vector<OperationRequest> &requests, const Arguments &arguments,
              const End &end)
{
    const auto check = std::make_shared<Check>();
    check->arguments = arguments;
    check->end = end;
    check->open = requests.size();
    for (const OperationRequest &request : requests)
        check->findings.push_back(findingOf(request, session.inventory()));
    for (size_t i = 0; i < requests.size(); ++i) {
        session.check(requests[i], &session, [check, i](const Result<operations::Availability> &answer) {
            if (answer)
                check->findings[i].details = (*answer).findings();
            if (!answer)
                check->findings[i].why = answer.error();
            else if (!*answer)
                check->findings[i].why = (*answer).why();
            if (--check->open == 0)
                finish(*check);
        });
    }
}

} // namespace ctl
