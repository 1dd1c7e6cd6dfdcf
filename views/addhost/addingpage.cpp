// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/addhost/addingpage.h"

#include "core/model/tree.h"
#include "core/text/text.h"
#include "views/delegates/objecticons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using core::api::client::Session;
using core::model::Task;
using core::model::TaskState;

namespace {

constexpr qsizetype namedVms = 6; ///< of hundreds the first few say enough

/// The core asks; the window shows the question and asks again with the answer.
bool isQuestion(const core::Error &error)
{
    return error.code == "trust.unknown"_L1 || error.code == "credentials.needed"_L1;
}

} // namespace

AddingPage::AddingPage(AddHostPlan &plan, QWidget *parent)
    : AddHostPage(plan, parent),
      m_list(new QTreeWidget(this)),
      m_details(new QLabel(this)),
      m_retry(new QPushButton(this))
{
    m_list->setObjectName(u"addingHosts"_s);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setColumnCount(2);
    m_details->setObjectName(u"addingDetails"_s);
    m_details->setTextFormat(Qt::PlainText);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setMinimumHeight(fontMetrics().lineSpacing() * 5);
    m_details->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_retry->setObjectName(u"addingRetry"_s);
    m_retry->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(m_retry);
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_list, 1);
    column->addWidget(m_details);
    column->addLayout(row);
    setFinalPage(true);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &AddingPage::showDetails);
    connect(m_retry, &QPushButton::clicked, this, &AddingPage::retryFailed);
    connect(&plan.session, &Session::taskChanged, this, &AddingPage::follow);
    connect(&plan.session, &Session::inventoryChanged, this, &AddingPage::showDetails); // VMs are being found
    retranslate();
}

void AddingPage::initializePage()
{
    m_rows.clear();
    m_list->clear();
    for (const HostWish &wish : m_plan.hosts) {
        m_rows.push_back({.wish = wish, .phase = {}, .error = {}});
        auto *item = new QTreeWidgetItem(m_list, {wish.name.isEmpty() ? wish.uri : wish.name, QString()});
        item->setIcon(0, iconFor(core::model::Kind::Host));
        item->setToolTip(0, wish.uri.toHtmlEscaped());
    }
    m_list->setCurrentItem(m_list->topLevelItem(0));
    for (size_t i = 0; i < m_rows.size(); ++i)
        start(i);
    showRows();
    m_list->resizeColumnToContents(0);
}

void AddingPage::start(size_t at)
{
    m_rows[at].state = State::Running;
    m_rows[at].error.reset();
    m_plan.session.start(addRequest(m_rows[at].wish, m_plan.parent), this,
                         [this, at](const core::Result<Task> &answer) {
                             if (answer) {
                                 follow(*answer);
                                 return;
                             }
                             m_rows[at].state = State::Failed;
                             m_rows[at].error = answer.error();
                             showRows();
                         });
}

void AddingPage::retryFailed()
{
    for (size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].state == State::Failed || m_rows[i].state == State::Question)
            start(i);
    }
    showRows();
}

/// By the address: whoever answers a question asks for the host again with another task.
void AddingPage::follow(const Task &task)
{
    if (task.operation != u"host.add")
        return;
    const auto row = std::ranges::find(m_rows, task.parameters.value(u"uri"_s).toString(),
                                       [](const Row &each) { return each.wish.uri; });
    if (row == m_rows.end() || row->state == State::Done)
        return;
    settle(*row, task);
    showRows();
}

void AddingPage::settle(Row &row, const Task &task)
{
    row.phase = task.phase;
    row.error = task.error;
    switch (task.state) {
    case TaskState::Queued:
    case TaskState::Running: row.state = State::Running; break;
    case TaskState::Succeeded: row.state = State::Done; break;
    case TaskState::Failed:
        row.state = task.error && isQuestion(*task.error) ? State::Question : State::Failed;
        break;
    case TaskState::Cancelled: row.state = State::Failed; break;
    }
}

QString AddingPage::stateText(const Row &row) const
{
    switch (row.state) {
    case State::Waiting: return {};
    case State::Running: {
        const QString phase = core::text::phase(row.phase);
        return phase.isEmpty() ? core::text::state(TaskState::Running) : phase;
    }
    case State::Question: return tr("Waits for your answer");
    case State::Done: return tr("Added");
    case State::Failed:
        return row.error ? core::text::sentence(*row.error) : core::text::state(TaskState::Cancelled);
    }
    Q_UNREACHABLE();
}

/// What the host turned out to be.
QString AddingPage::facts(const Row &row) const
{
    const auto &inventory = m_plan.session.inventory();
    const auto &hosts = inventory.all<core::model::Host>();
    const auto it = std::ranges::find_if(hosts, [&](const auto &each) { return each->uri == row.wish.uri; });
    if (it == hosts.end())
        return {};
    const core::model::Host &host = **it;
    QStringList lines;
    lines += tr("%1: %2, %3", "host, hypervisor, kind of hypervisor")
                 .arg(host.name, host.hypervisor, core::text::hypervisorType(host.hypervisorType));
    lines += tr("%n logical CPU(s), %1, %2", nullptr, host.logicalCpus)
                 .arg(core::text::megaHertz(host.cpuMhz), core::text::bytes(host.memory));
    QStringList names;
    for (const core::VmId vm : core::model::vmsUnder(host.id, inventory))
        names += inventory.nameOf(vm);
    names.sort(Qt::CaseInsensitive);
    const auto count = static_cast<int>(names.size());
    QString found = tr("%n virtual machine(s) found", nullptr, count);
    if (names.size() > namedVms) {
        names.resize(namedVms);
        names += u"…"_s;
    }
    if (count > 0)
        found = tr("%1: %2", "virtual machines found, their names").arg(found, names.join(u", "_s));
    lines += found;
    return lines.join(u'\n');
}

void AddingPage::showRows()
{
    bool retriable = false;
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        auto *item = m_list->topLevelItem(static_cast<int>(i));
        item->setText(1, stateText(row));
        item->setToolTip(1, stateText(row).toHtmlEscaped());
        item->setIcon(1,
                      row.state == State::Done         ? icon(u"done"_s)
                          : row.state == State::Failed ? icon(u"failed"_s)
                                                       : icon(u"queued"_s));
        retriable = retriable || row.state == State::Failed || row.state == State::Question;
    }
    m_retry->setEnabled(retriable);
    showDetails();
    Q_EMIT completeChanged();
}

void AddingPage::showDetails()
{
    const int at = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (at < 0 || static_cast<size_t>(at) >= m_rows.size()) {
        m_details->clear();
        return;
    }
    const Row &row = m_rows[static_cast<size_t>(at)];
    m_details->setText(row.state == State::Done ? facts(row)
                           : row.error          ? core::text::sentence(*row.error)
                                                : QString());
}

/// Closing does not stop anything: the tasks go on.
bool AddingPage::isComplete() const
{
    return std::ranges::none_of(m_rows, [](const Row &each) { return each.state == State::Running; });
}

void AddingPage::retranslate()
{
    setTitle(tr("Adding"));
    setSubTitle(tr("Each host is connected to and read. This goes on when the window is closed."));
    m_list->setHeaderLabels({tr("Host"), tr("State")});
    m_list->setAccessibleName(tr("Hosts"));
    m_retry->setText(tr("&Retry failed"));
    m_retry->setAccessibleName(tr("Retry failed"));
    showRows();
}

} // namespace views
