// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/addhost/preparepage.h"

#include "core/text/text.h"
#include "views/delegates/objecticons.h"
#include "views/widgets/offline.h"
#include "views/widgets/rights.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using core::api::client::Session;
using core::model::FindingSeverity;
using core::model::Task;

namespace {

const QString checkOperation = u"host.check"_s;
const QString prepareOperation = u"host.prepare"_s;

core::operations::OperationRequest requestFor(const QString &operation, core::HostId host)
{
    return {operation, {{u"host"_s, host.toString()}}};
}

} // namespace

PreparePage::PreparePage(AddHostPlan &plan, QWidget *parent)
    : AddHostPage(plan, parent),
      m_hosts(new QTreeWidget(this)),
      m_findingsTitle(new QLabel(this)),
      m_findings(new QListWidget(this)),
      m_check(new QPushButton(this)),
      m_prepare(new QPushButton(this))
{
    m_hosts->setObjectName(u"prepareHosts"_s);
    m_hosts->setRootIsDecorated(false);
    m_hosts->setUniformRowHeights(true);
    m_hosts->setColumnCount(2);
    m_findings->setObjectName(u"prepareFindings"_s);
    m_findings->setWordWrap(true);
    m_findingsTitle->setBuddy(m_findings);
    m_check->setObjectName(u"prepareCheck"_s);
    m_prepare->setObjectName(u"prepareHost"_s);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_check, m_prepare}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_hosts, 1);
    column->addWidget(m_findingsTitle);
    column->addWidget(m_findings, 2);
    column->addLayout(buttons);
    connect(m_hosts, &QTreeWidget::currentItemChanged, this, &PreparePage::showFindings);
    connect(m_check, &QPushButton::clicked, this, [this] {
        if (const auto at = selected())
            run(*at, checkOperation);
    });
    connect(m_prepare, &QPushButton::clicked, this, [this] {
        if (const auto at = selected())
            run(*at, prepareOperation);
    });
    connect(&Rights::of(plan.session), &Rights::changed, this, &PreparePage::showFindings);
    retranslate();
}

/// Those of the list that are in the inventory now.
void PreparePage::initializePage()
{
    m_rows.clear();
    m_hosts->clear();
    const auto &hosts = m_plan.session.inventory().all<core::model::Host>();
    for (const HostWish &wish : m_plan.hosts) {
        const auto host =
            std::ranges::find_if(hosts, [&](const auto &each) { return each->uri == wish.uri; });
        if (host == hosts.end())
            continue;
        m_rows.push_back({.host = (*host)->id, .task = {}, .error = {}, .findings = {}});
        auto *item = new QTreeWidgetItem(m_hosts, {(*host)->name, QString()});
        item->setIcon(0, iconFor(core::model::Kind::Host));
    }
    for (size_t i = 0; i < m_rows.size(); ++i)
        run(i, checkOperation);
    m_hosts->setCurrentItem(m_hosts->topLevelItem(0));
    m_hosts->resizeColumnToContents(0);
    showRows();
}

void PreparePage::run(size_t at, const QString &operation)
{
    m_rows[at].running = true;
    m_rows[at].error.reset();
    showRows();
    m_plan.session.start(requestFor(operation, m_rows[at].host), this,
                         [this, at, operation](const core::Result<Task> &answer) {
                             if (!answer) {
                                 ended(at, operation, answer);
                                 return;
                             }
                             m_rows[at].task = answer->id;
                             m_plan.session.follow(answer->id, this,
                                                   [this, at, operation](const core::Result<Task> &task) {
                                                       ended(at, operation, task);
                                                   });
                         });
}

void PreparePage::ended(size_t at, const QString &operation, const core::Result<Task> &task)
{
    Row &row = m_rows[at];
    row.running = false;
    row.error = task ? task->error : std::optional(task.error());
    if (task && (operation == checkOperation || !task->findings.empty())) {
        row.findings = task->findings;
        row.checked = true;
    }
    const bool prepared = operation == prepareOperation && !row.error;
    showRows();
    if (prepared)
        run(at, checkOperation); // what is left
}

QString PreparePage::stateText(const Row &row) const
{
    if (row.running)
        return core::text::state(core::model::TaskState::Running);
    if (row.error)
        return core::text::sentence(*row.error);
    if (!row.checked)
        return {};
    const auto errors =
        std::ranges::count(row.findings, FindingSeverity::Error, &core::model::Finding::severity);
    if (errors > 0)
        return tr("%n thing(s) to mend", nullptr, static_cast<int>(errors));
    return row.findings.empty()
        ? tr("Ready")
        : tr("Ready, with %n remark(s)", nullptr, static_cast<int>(row.findings.size()));
}

void PreparePage::showRows()
{
    for (size_t i = 0; i < m_rows.size(); ++i) {
        auto *item = m_hosts->topLevelItem(static_cast<int>(i));
        const QString state = stateText(m_rows[i]);
        item->setText(1, state);
        item->setToolTip(1, state.toHtmlEscaped());
        const bool bad = m_rows[i].error || core::model::firstError(m_rows[i].findings) != nullptr;
        item->setIcon(1, icon(m_rows[i].running ? u"queued"_s : bad ? u"failed"_s : u"done"_s));
    }
    showFindings();
}

std::optional<size_t> PreparePage::selected() const
{
    const int at = m_hosts->indexOfTopLevelItem(m_hosts->currentItem());
    return at >= 0 ? std::optional(static_cast<size_t>(at)) : std::nullopt;
}

QString PreparePage::obstacle(const QString &operation) const
{
    const auto at = selected();
    const auto *known = core::operations::findOperation(operation);
    if (known == nullptr)
        return tr("This core cannot do it.");
    if (!at)
        return tr("No host is selected.");
    if (const QString offline = offlineReason(m_plan.session); !offline.isEmpty())
        return offline;
    if (m_rows[*at].running)
        return tr("This host is being looked at.");
    const auto request = requestFor(operation, m_rows[*at].host);
    if (const auto may = known->availability(request.parameters, m_plan.session.inventory()); !may)
        return core::text::sentence(may.why());
    const auto missing = Rights::of(m_plan.session).lacking(request);
    return missing ? core::text::sentence(*missing) : QString();
}

void PreparePage::showFindings()
{
    m_findings->clear();
    if (const auto at = selected()) {
        for (const core::model::Finding &each : m_rows[*at].findings) {
            const bool error = each.severity == FindingSeverity::Error;
            auto *item = new QListWidgetItem(
                icon(error ? u"alert"_s : u"warning"_s),
                tr("%1: %2", "severity, finding")
                    .arg(core::text::findingSeverity(each.severity), core::text::sentence(each.problem)),
                m_findings);
            item->setToolTip(each.problem.detail.toHtmlEscaped());
        }
        if (m_rows[*at].checked && m_rows[*at].findings.empty())
            new QListWidgetItem(icon(u"done"_s), tr("Nothing is missing."), m_findings);
    }
    const auto explain = [](QPushButton *button, const QString &reason) {
        button->setEnabled(reason.isEmpty());
        button->setToolTip(reason.toHtmlEscaped());
        button->setAccessibleDescription(reason);
    };
    explain(m_check, obstacle(checkOperation));
    explain(m_prepare, obstacle(prepareOperation));
}

void PreparePage::retranslate()
{
    setTitle(tr("Prepare Host"));
    setSubTitle(tr(
        "What keeps the host from running and migrating virtual machines as it could. It can be done later, "
        "too."));
    m_hosts->setHeaderLabels({tr("Host"), tr("State")});
    m_hosts->setAccessibleName(tr("Hosts"));
    m_findingsTitle->setText(tr("Found:"));
    m_findings->setAccessibleName(tr("Findings"));
    m_check->setText(tr("&Check Again"));
    m_check->setAccessibleName(tr("Check the host again"));
    m_prepare->setText(tr("&Issue Certificates"));
    m_prepare->setAccessibleName(tr("Give the host certificates for migrations between hosts"));
    showRows();
}

} // namespace views
