// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/hostprompts.h"

#include "core/text/text.h"
#include "views/shell/secretdialog.h"
#include "views/shell/trustdialog.h"
#include "views/widgets/errorcard.h"

using namespace Qt::StringLiterals;

namespace views {

using core::Error;
using core::api::client::Session;
using namespace core::model;

namespace {

// Public codes and parameters (core/hypervisor/errors.h, which a client does not see).
constexpr auto trustUnknown = "trust.unknown"_L1;
constexpr auto trustChanged = "trust.changed"_L1;
constexpr auto credentialsNeeded = "credentials.needed"_L1;

core::operations::OperationRequest reconnect(const ObjectRef &host)
{
    return {u"host.reconnect"_s, QJsonObject{{u"host"_s, host.id.toString(QUuid::WithoutBraces)}}};
}

} // namespace

bool HostPrompts::isQuestion(const Error &error)
{
    return error.code == trustUnknown || error.code == trustChanged || error.code == credentialsNeeded;
}

HostPrompts::HostPrompts(Session &session, QWidget *window)
    : QObject(window),
      m_session(session),
      m_window(window)
{
    connect(&session, &Session::taskChanged, this, &HostPrompts::look);
    connect(&session, &Session::inventoryReset, this, &HostPrompts::lookAtAll);
    connect(&session, &Session::inventoryChanged, this, &HostPrompts::lookAtAll);
}

void HostPrompts::setAskForAll(bool all)
{
    m_askForAll = all;
}

void HostPrompts::setAsking(bool asking)
{
    m_asking = asking;
}

void HostPrompts::look(const Task &task)
{
    if (!m_asking)
        return;
    const bool connects = task.operation == u"host.add" || task.operation == u"host.reconnect";
    if (!connects || task.state != TaskState::Failed || !task.error || !isQuestion(*task.error))
        return;
    if (task.initiatedBy != m_session.user() && !m_askForAll)
        return;
    if (m_seen.contains(task.id))
        return;
    m_seen.insert(task.id);
    if (task.target.kind == Kind::Host)
        m_asked.insert(task.target, *task.error); // the host will show the same problem
    enqueue({*task.error,
             {task.operation, task.parameters},
             tr("%1 – %2").arg(core::text::operationLabel(task.operation), task.targetName)});
}

void HostPrompts::lookAtAll()
{
    if (!m_askForAll || !m_asking)
        return;
    for (const Task &task : m_session.tasks())
        look(task);
    for (const auto &host : m_session.inventory().all<Host>()) {
        if (!host->problem || !isQuestion(*host->problem))
            m_asked.remove(host->id); // solved: ask again when it comes back
        else if (m_asked.value(host->id) != *host->problem)
            ask(host->id);
    }
}

void HostPrompts::ask(const ObjectRef &ref)
{
    const Host *host = m_session.inventory().find(ref.as<core::HostId>());
    if (host == nullptr || !host->problem || !isQuestion(*host->problem))
        return;
    m_asked.insert(ref, *host->problem);
    const auto request = reconnect(ref);
    enqueue({*host->problem, request,
             tr("%1 – %2").arg(core::text::operationLabel(request.operation), host->name)});
}

void HostPrompts::enqueue(Question question)
{
    m_waiting.push_back(std::move(question));
    if (!m_open)
        next();
}

void HostPrompts::next()
{
    m_open = !m_waiting.empty();
    if (!m_open)
        return;
    const Question question = std::move(m_waiting.front());
    m_waiting.pop_front();
    if (question.error.code == credentialsNeeded)
        showSecret(question);
    else
        showTrust(question);
}

void HostPrompts::showTrust(const Question &question)
{
    const QJsonObject &params = question.error.params;
    const HostKey key{.host = params.value(u"host"_s).toString(),
                      .algorithm = params.value(u"algorithm"_s).toString(),
                      .fingerprint = params.value(u"fingerprint"_s).toString(),
                      .known = params.value(u"known"_s).toString(),
                      .file = params.value(u"file"_s).toString(),
                      .entry = params.value(u"entry"_s).toString()};
    const auto kind =
        question.error.code == trustChanged ? TrustDialog::Kind::Changed : TrustDialog::Kind::FirstSeen;
    auto *dialog = new TrustDialog(kind, key, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, question, key] { answer(question, u"trust"_s, key.fingerprint); });
    connect(dialog, &QDialog::finished, this, &HostPrompts::next);
    dialog->open();
}

void HostPrompts::showSecret(const Question &question)
{
    const QJsonObject &params = question.error.params;
    auto *dialog =
        new SecretDialog(params.value(u"host"_s).toString(), params.value(u"prompt"_s).toString(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, question, dialog] { answer(question, u"secret"_s, dialog->secret()); });
    connect(dialog, &QDialog::finished, this, &HostPrompts::next);
    dialog->open();
}

void HostPrompts::answer(Question question, const QString &field, const QString &value)
{
    question.repeat.parameters.insert(field, value);
    m_session.start(question.repeat, this, [this, asked = question.asked](const core::Result<Task> &task) {
        if (!task)
            ErrorCard::show(m_window, asked, task.error());
    });
}

} // namespace views
