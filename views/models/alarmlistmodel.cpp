// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/alarmlistmodel.h"

#include "core/text/text.h"
#include "views/delegates/objecticons.h"
#include "views/models/severityicon.h"

using namespace Qt::StringLiterals;

namespace views {

using core::model::Alarm;

void AlarmListModel::setAlarms(std::vector<Alarm> alarms)
{
    std::ranges::sort(alarms, [](const Alarm &a, const Alarm &b) {
        return std::tuple(b.severity, b.since, a.id) < std::tuple(a.severity, a.since, b.id);
    });
    setRows(std::move(alarms));
}

int AlarmListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AlarmListModel::text(const Alarm &alarm, int column)
{
    switch (static_cast<Column>(column)) {
    case Severity: return core::text::severity(alarm.severity);
    case Object: return alarm.objectName;
    case Description: return core::text::alarm(alarm);
    case Since: return core::text::timeOfDay(alarm.since);
    case Acknowledged: return acknowledgement(alarm);
    case ColumnCount: break;
    }
    return {};
}

/// Who takes care of it, since when, and what he says.
QString AlarmListModel::acknowledgement(const Alarm &alarm)
{
    if (!alarm.acknowledged)
        return {};
    const QString when = core::text::timeOfDay(*alarm.acknowledged);
    return alarm.comment.isEmpty()
        ? tr("%1, %2", "user, time").arg(alarm.acknowledgedBy, when)
        : tr("%1, %2: %3", "user, time, comment").arg(alarm.acknowledgedBy, when, alarm.comment);
}

QVariant AlarmListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Alarm &alarm = row(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(alarm, index.column());
    case Qt::ToolTipRole: return text(alarm, index.column()).toHtmlEscaped();
    case Qt::DecorationRole:
        if (index.column() == Severity)
            return severityIcon(alarm.severity);
        return index.column() == Object ? QVariant(iconFor(alarm.object.kind)) : QVariant();
    case RefRole: return QVariant::fromValue(alarm.object);
    case SortRole:
        if (index.column() == Severity)
            return static_cast<int>(alarm.severity);
        if (index.column() == Since)
            return QVariant::fromValue<qint64>(alarm.since.time_since_epoch().count());
        if (index.column() == Acknowledged && alarm.acknowledged)
            return QVariant::fromValue<qint64>(alarm.acknowledged->time_since_epoch().count());
        return text(alarm, index.column());
    case SearchRole:
        return QStringList{text(alarm, Object), text(alarm, Description), text(alarm, Acknowledged),
                           text(alarm, Severity)}
            .join(u'\n');
    default: return {};
    }
}

QVariant AlarmListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Severity: return tr("Status");
    case Object: return tr("Object");
    case Description: return tr("Alarm");
    case Since: return tr("Since");
    case Acknowledged: return tr("Acknowledged");
    case ColumnCount: break;
    }
    return {};
}

} // namespace views
