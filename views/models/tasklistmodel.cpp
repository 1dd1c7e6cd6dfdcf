// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/tasklistmodel.h"

#include "core/text/text.h"
#include "views/delegates/objecticons.h"

using namespace Qt::StringLiterals;

namespace views {

using core::model::Task;
using core::model::TaskState;

namespace {

QString time(const std::optional<core::Instant> &instant)
{
    return instant ? core::text::timeOfDay(*instant) : QString();
}

qint64 milliseconds(const std::optional<core::Instant> &instant)
{
    return instant ? instant->time_since_epoch().count() : 0;
}

QVariant progress(const Task &task)
{
    if (task.state != TaskState::Running)
        return {};
    return task.progressRatio.value_or(-1.0);
}

} // namespace

int TaskListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TaskListModel::text(const Task &task, int column)
{
    switch (static_cast<Column>(column)) {
    case Name: return core::text::operationLabel(task.operation);
    case Target:
        return task.targetName.isEmpty() && task.target.isRoot() ? tr("the whole inventory")
                                                                 : task.targetName;
    case Status:
        if (task.state == TaskState::Running && task.progressRatio)
            return core::text::percent(*task.progressRatio);
        return core::text::state(task.state);
    case Details: return task.error ? core::text::sentence(*task.error) : core::text::phase(task.phase);
    case InitiatedBy: return task.initiatedBy;
    case Requested: return core::text::timeOfDay(task.requested);
    case Started: return time(task.started);
    case Completed: return time(task.completed);
    case ColumnCount: break;
    }
    return {};
}

QVariant TaskListModel::sortValue(const Task &task, int column)
{
    switch (static_cast<Column>(column)) {
    case Status: return static_cast<int>(task.state);
    case Requested: return QVariant::fromValue(milliseconds(task.requested));
    case Started: return QVariant::fromValue(milliseconds(task.started));
    case Completed: return QVariant::fromValue(milliseconds(task.completed));
    case Name:
    case Target:
    case Details:
    case InitiatedBy:
    case ColumnCount: break;
    }
    return text(task, column);
}

QVariant TaskListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Task &task = row(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(task, index.column());
    case Qt::ToolTipRole: return text(task, index.column());
    case Qt::DecorationRole:
        if (index.column() == Name)
            return operationIcon(task.operation);
        return index.column() == Target ? QVariant(iconFor(task.target.kind)) : QVariant();
    case RefRole: return QVariant::fromValue(task.target);
    case SortRole: return sortValue(task, index.column());
    case ProgressRole: return index.column() == Status ? progress(task) : QVariant();
    case SearchRole:
        return QStringList{text(task, Name), text(task, Target), core::text::state(task.state)}.join(u'\n');
    default: return {};
    }
}

QVariant TaskListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Name: return tr("Name");
    case Target: return tr("Target");
    case Status: return tr("Status");
    case Details: return tr("Details");
    case InitiatedBy: return tr("Initiated by");
    case Requested: return tr("Requested");
    case Started: return tr("Start time");
    case Completed: return tr("Completed Time");
    case ColumnCount: break;
    }
    return {};
}

} // namespace views
