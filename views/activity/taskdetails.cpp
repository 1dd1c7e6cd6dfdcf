// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/activity/taskdetails.h"

#include "core/text/text.h"
#include "views/delegates/objecticons.h"
#include "views/widgets/commandpanel.h"
#include "views/widgets/factbox.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using core::api::client::Session;
using core::model::StepState;
using core::model::Task;
using core::model::TaskState;

namespace {

QIcon iconOf(StepState state)
{
    switch (state) {
    case StepState::Done: return icon(u"done"_s);
    case StepState::Failed: return icon(u"failed"_s);
    case StepState::Running: return icon(u"overlay-running"_s);
    case StepState::Waiting: return icon(u"queued"_s);
    case StepState::NotRequested: break;
    }
    return {};
}

} // namespace

std::optional<core::operations::OperationRequest> retryOf(const Task &task)
{
    if (task.state != TaskState::Failed && task.state != TaskState::Cancelled)
        return {};
    const auto *operation = core::operations::findOperation(task.operation);
    const bool secret = operation == nullptr
        || std::ranges::any_of(operation->parameters,
                               [](const auto &each) { return each.isSecret && each.required; });
    if (secret)
        return {};
    return core::operations::OperationRequest{task.operation, task.parameters};
}

TaskDetails::TaskDetails(Session &session, Task task, QWidget *parent)
    : QDialog(parent),
      m_session(session),
      m_task(std::move(task)),
      m_facts(new FactBox(this)),
      m_problem(new QLabel(this)),
      m_stepsTitle(new QLabel(this)),
      m_steps(new QTreeWidget(this)),
      m_findingsTitle(new QLabel(this)),
      m_findings(new QListWidget(this)),
      m_detail(new QPlainTextEdit(this)),
      m_command(new CommandPanel(CommandPanel::Fold::Open, this))
{
    setObjectName(u"taskDetails"_s);
    m_problem->setObjectName(u"taskProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_steps->setObjectName(u"taskSteps"_s);
    m_steps->setRootIsDecorated(false);
    m_steps->setUniformRowHeights(true);
    m_steps->setColumnCount(2);
    m_steps->setSelectionMode(QAbstractItemView::NoSelection);
    m_stepsTitle->setBuddy(m_steps);
    m_findings->setObjectName(u"taskFindings"_s);
    m_findings->setWordWrap(true);
    m_findingsTitle->setBuddy(m_findings);
    m_detail->setObjectName(u"taskDetail"_s);
    m_detail->setReadOnly(true);
    m_detail->setTabChangesFocus(true);
    m_detail->setMaximumHeight(fontMetrics().lineSpacing() * 6);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_close = buttons->button(QDialogButtonBox::Close);
    m_close->setObjectName(u"taskDetailsClose"_s);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    for (QWidget *each : std::initializer_list<QWidget *>{m_facts, m_problem, m_detail, m_stepsTitle, m_steps,
                                                          m_findingsTitle, m_findings, m_command, buttons})
        column->addWidget(each, each == m_steps || each == m_findings ? 1 : 0);
    connect(m_facts, &FactBox::linkActivated, this, [this](const core::model::ObjectRef &object) {
        Q_EMIT objectActivated(object);
        accept();
    });
    connect(&session, &Session::taskChanged, this, [this](const Task &changed) {
        if (changed.id != m_task.id)
            return;
        m_task = changed;
        showTask();
    });
    retranslate();
    resize(fontMetrics().averageCharWidth() * 84, sizeHint().height());
}

void TaskDetails::showSteps()
{
    const auto count = static_cast<int>(m_task.steps.size());
    m_steps->setVisible(count > 0);
    m_stepsTitle->setVisible(count > 0);
    while (m_steps->topLevelItemCount() > count)
        delete m_steps->topLevelItem(count);
    for (int i = 0; i < count; ++i) {
        const core::model::TaskStep &step = m_task.steps[static_cast<size_t>(i)];
        auto *item =
            i < m_steps->topLevelItemCount() ? m_steps->topLevelItem(i) : new QTreeWidgetItem(m_steps);
        item->setText(0, core::text::step(step));
        item->setToolTip(0, core::text::step(step).toHtmlEscaped());
        item->setText(1, core::text::state(step.state));
        item->setIcon(1, iconOf(step.state));
    }
    m_steps->resizeColumnToContents(0);
}

void TaskDetails::showFindings()
{
    m_findingsTitle->setVisible(!m_task.findings.empty());
    m_findings->setVisible(!m_task.findings.empty());
    m_findings->clear();
    for (const core::model::Finding &each : m_task.findings) {
        const bool error = each.severity == core::model::FindingSeverity::Error;
        auto *item = new QListWidgetItem(icon(error ? u"alert"_s : u"warning"_s),
                                         core::text::sentence(each.problem), m_findings);
        item->setToolTip(core::text::findingSeverity(each.severity).toHtmlEscaped());
    }
}

void TaskDetails::showTask()
{
    using core::text::timeOfDay;
    std::vector<Fact> facts;
    const QString target =
        m_task.targetName.isEmpty() && m_task.target.isRoot() ? tr("the whole inventory") : m_task.targetName;
    std::optional<core::model::ObjectRef> link;
    if (m_task.target.isRoot() || m_session.inventory().contains(m_task.target))
        link = m_task.target;
    facts.push_back({.key = u"target"_s, .label = tr("Target"), .value = target, .link = link});
    const QString state = core::text::state(m_task.state);
    const QString phase = core::text::phase(m_task.phase);
    facts.push_back({.key = u"state"_s,
                     .label = tr("State"),
                     .value = phase.isEmpty() || isFinished(m_task.state)
                         ? state
                         : tr("%1: %2", "state of a task, what it does").arg(state, phase),
                     .link = {}});
    facts.push_back({.key = u"by"_s, .label = tr("Initiated by"), .value = m_task.initiatedBy, .link = {}});
    facts.push_back(
        {.key = u"requested"_s, .label = tr("Requested"), .value = timeOfDay(m_task.requested), .link = {}});
    if (m_task.started)
        facts.push_back(
            {.key = u"started"_s, .label = tr("Started"), .value = timeOfDay(*m_task.started), .link = {}});
    if (m_task.completed)
        facts.push_back(
            {.key = u"ended"_s, .label = tr("Ended"), .value = timeOfDay(*m_task.completed), .link = {}});
    if (m_task.started && m_task.completed)
        facts.push_back({.key = u"took"_s,
                         .label = tr("Took"),
                         .value = core::text::duration(*m_task.completed - *m_task.started),
                         .link = {}});
    m_facts->setFacts(facts);
    m_problem->setVisible(m_task.error.has_value());
    m_problem->setText(m_task.error ? core::text::sentence(*m_task.error) : QString());
    m_detail->setVisible(m_task.error && !m_task.error->detail.isEmpty());
    m_detail->setPlainText(m_task.error ? m_task.error->detail : QString());
    showSteps();
    showFindings();
    m_command->setRequests({{m_task.operation, m_task.parameters}}, m_session.inventory());
}

void TaskDetails::retranslate()
{
    setWindowTitle(core::text::operationLabel(m_task.operation));
    m_facts->setTitle(tr("Task"));
    m_stepsTitle->setText(tr("Steps:"));
    m_steps->setHeaderLabels({tr("Step"), tr("State")});
    m_steps->setAccessibleName(tr("Steps"));
    m_findingsTitle->setText(tr("Findings:"));
    m_findings->setAccessibleName(tr("Findings"));
    m_detail->setAccessibleName(tr("In the words of the hypervisor"));
    m_close->setAccessibleName(tr("Close"));
    showTask();
}

void TaskDetails::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace views
