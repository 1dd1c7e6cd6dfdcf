// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/activity/tasklist.h"

#include "core/text/text.h"
#include "views/activity/progressdelegate.h"
#include "views/activity/taskdetails.h"
#include "views/inventory/beneath.h"
#include "views/inventory/requestrunner.h"
#include "views/models/filteredlist.h"
#include "views/widgets/errorcard.h"
#include "views/widgets/fileerror.h"
#include "views/widgets/offline.h"

#include <QEvent>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMenu>
#include <QSaveFile>
#include <QTreeView>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace views {

using core::api::client::Session;
using core::model::Task;

TaskList::TaskList(Session &session, const QString &name, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_list(new FilteredList(name, m_model, {18, 18, 16, 40, 16, 18, 18, 18}, this)),
      m_runner(makeRunner(session, this))
{
    m_list->view()->setItemDelegateForColumn(TaskListModel::Status, new ProgressDelegate(m_list));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);

    m_coalesce.setSingleShot(true);
    m_coalesce.setInterval(100ms);
    connect(&m_coalesce, &QTimer::timeout, this, &TaskList::refresh);
    const auto later = [this] {
        if (!m_coalesce.isActive())
            m_coalesce.start();
    };
    connect(&session, &Session::taskChanged, this, later);
    connect(&session, &Session::inventoryReset, this, later);
    connect(m_list, &FilteredList::activated, this,
            [this](const QModelIndex &at) { showDetails(m_model.row(at.row())); });
    connect(m_list, &FilteredList::menuRequested, this,
            [this](const QModelIndex &at, const QPoint &global) { showMenu(m_model.row(at.row()), global); });
    retranslate();
    refresh();
}

void TaskList::setScope(const core::model::ObjectRef &object)
{
    m_scope = object;
    refresh();
}

void TaskList::setFilter(const ActivityFilter &filter)
{
    m_filter = filter;
    refresh();
}

void TaskList::refresh()
{
    if (!isVisible() && !m_model.rows().empty())
        return; // on showing
    std::vector<Task> tasks;
    for (const Task &task : m_session.tasks()) {
        if (matches(m_filter, task) && (!m_scope || isBeneath(task.target, *m_scope, m_session.inventory())))
            tasks.push_back(task);
    }
    m_model.setRows(std::move(tasks));
}

void TaskList::showEvent(QShowEvent *event)
{
    refresh();
    QWidget::showEvent(event);
}

void TaskList::showDetails(const Task &task)
{
    auto *details = new TaskDetails(m_session, task, this);
    details->setAttribute(Qt::WA_DeleteOnClose);
    connect(details, &TaskDetails::objectActivated, this, &TaskList::objectActivated);
    details->open();
}

void TaskList::showMenu(const Task &task, const QPoint &global)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    QAction *details = menu->addAction(tr("Show &Details…"));
    details->setObjectName(u"taskShowDetails"_s);
    connect(details, &QAction::triggered, this, [this, task] { showDetails(task); });
    QAction *go = menu->addAction(tr("&Go to Target"));
    go->setObjectName(u"taskGoToTarget"_s);
    go->setEnabled(task.target.isRoot() || m_session.inventory().contains(task.target));
    connect(go, &QAction::triggered, this, [this, target = task.target] { Q_EMIT objectActivated(target); });
    menu->addSeparator();
    addCancel(menu);
    addRetry(menu);
    menu->addSeparator();
    QAction *save = menu->addAction(tr("&Export List…"));
    save->setObjectName(u"taskExport"_s);
    connect(save, &QAction::triggered, this, [this] { exportTasks(tr("tasks")); });
    menu->popup(global);
}

/// What failed is asked for once more, just as it was.
void TaskList::addRetry(QMenu *menu)
{
    std::vector<core::operations::OperationRequest> requests;
    for (const int row : m_list->selectedRows()) {
        if (auto again = retryOf(m_model.row(row)))
            requests.push_back(*std::move(again));
    }
    QAction *action = menu->addAction(tr("&Retry %n Task(s)", nullptr, static_cast<int>(requests.size())));
    action->setObjectName(u"taskRetry"_s);
    QString obstacle = offlineReason(m_session);
    if (requests.empty()) {
        action->setText(tr("&Retry Task"));
        obstacle =
            tr("Only what failed or was cancelled is tried again; what needs a secret is asked for anew.");
    }
    action->setEnabled(obstacle.isEmpty());
    action->setToolTip(obstacle);
    connect(action, &QAction::triggered, this,
            [this, requests] { m_runner->run(prepare(requests, m_session.inventory())); });
}

void TaskList::exportTasks(const QString &suggestedName)
{
    const QString title = tr("Export List");
    const QString csv = tr("Comma-separated values (*.csv)");
    const QString json = tr("JSON (*.json)");
    auto *dialog = new QFileDialog(this, title, suggestedName + u".csv"_s, csv + u";;"_s + json);
    dialog->setObjectName(u"exportTasksDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, json](const QString &filter) {
        dialog->setDefaultSuffix(filter == json ? u"json"_s : u"csv"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (path.endsWith(u".json"_s, Qt::CaseInsensitive))
            writeJson(path);
        else
            m_list->writeList(path);
    });
    dialog->open();
}

void TaskList::writeJson(const QString &path)
{
    QJsonArray items;
    for (const Task &task : m_model.rows())
        items.append(core::json::toObject(task));
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly)
        && file.write(QJsonDocument(QJsonObject{{u"items"_s, items}}).toJson()) >= 0 && file.commit();
    if (!written)
        ErrorCard::show(this, tr("Export List"), fileError(file));
}

/// For all selected tasks that can still be cancelled.
void TaskList::addCancel(QMenu *menu)
{
    std::vector<Task> cancellable;
    for (const int row : m_list->selectedRows()) {
        const Task &task = m_model.row(row);
        if (task.cancellable && !core::model::isFinished(task.state))
            cancellable.push_back(task);
    }
    QAction *action =
        menu->addAction(tr("&Cancel %n Task(s)", nullptr, static_cast<int>(cancellable.size())));
    action->setObjectName(u"taskCancel"_s);
    action->setEnabled(!cancellable.empty());
    if (cancellable.empty()) {
        action->setText(tr("&Cancel Task"));
        action->setToolTip(tr("The task has ended or cannot be stopped any more."));
        menu->setToolTipsVisible(true);
    }
    connect(action, &QAction::triggered, this, [this, cancellable] {
        for (const Task &task : cancellable)
            cancel(task);
    });
}

void TaskList::cancel(const Task &task)
{
    const QString asked =
        tr("Cancel “%1” – %2").arg(core::text::operationLabel(task.operation), task.targetName);
    m_session.cancel(task.id, this, [this, asked](const core::Result<void> &result) {
        if (!result)
            ErrorCard::show(this, asked, result.error());
    });
}

void TaskList::retranslate()
{
    m_model.retranslate();
    m_list->setWords(tr("Tasks"), tr("Name, target or status contains"));
}

void TaskList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace views
