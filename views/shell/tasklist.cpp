// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/tasklist.h"

#include "core/text/text.h"
#include "views/models/filteredlist.h"
#include "views/shell/beneath.h"
#include "views/shell/progressdelegate.h"
#include "views/widgets/errorcard.h"

#include <QEvent>
#include <QMenu>
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
      m_list(new FilteredList(name, m_model, {18, 18, 16, 40, 16, 18, 18, 18}, this))
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
            [this](const QModelIndex &at) { activate(m_model.row(at.row())); });
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

void TaskList::refresh()
{
    if (!isVisible() && !m_model.rows().empty())
        return; // on showing
    std::vector<Task> tasks;
    for (const Task &task : m_session.tasks()) {
        if (!m_scope || isBeneath(task.target, *m_scope, m_session.inventory()))
            tasks.push_back(task);
    }
    m_model.setRows(std::move(tasks));
}

void TaskList::showEvent(QShowEvent *event)
{
    refresh();
    QWidget::showEvent(event);
}

void TaskList::activate(const Task &task)
{
    if (task.error)
        showDetails(task);
    else
        Q_EMIT objectActivated(task.target);
}

void TaskList::showDetails(const Task &task)
{
    ErrorCard::show(this, tr("%1 – %2").arg(core::text::operationLabel(task.operation), task.targetName),
                    *task.error);
}

void TaskList::showMenu(const Task &task, const QPoint &global)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (task.error) {
        QAction *details = menu->addAction(tr("Show &Details…"));
        details->setObjectName(u"taskDetails"_s);
        connect(details, &QAction::triggered, this, [this, task] { showDetails(task); });
    }
    QAction *go = menu->addAction(tr("&Go to Target"));
    go->setObjectName(u"taskGoToTarget"_s);
    go->setEnabled(task.target.isRoot() || m_session.inventory().contains(task.target));
    connect(go, &QAction::triggered, this, [this, target = task.target] { Q_EMIT objectActivated(target); });
    menu->addSeparator();
    addCancel(menu);
    menu->addSeparator();
    QAction *save = menu->addAction(tr("&Export List…"));
    save->setObjectName(u"taskExport"_s);
    connect(save, &QAction::triggered, this, [this] { m_list->exportList(tr("tasks")); });
    menu->popup(global);
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
