// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/eventlistmodel.h"

#include "core/text/text.h"
#include "views/delegates/objecticons.h"
#include "views/models/severityicon.h"

#include <functional>
#include <map>

using namespace Qt::StringLiterals;

namespace views {

using core::model::Event;

void EventListModel::add(const std::vector<Event> &events)
{
    std::map<qint64, Event, std::greater<>> byId;
    for (const Event &event : rows())
        byId.emplace(event.id, event);
    for (const Event &event : events)
        byId.insert_or_assign(event.id, event);
    std::vector<Event> next;
    next.reserve(byId.size());
    for (auto &[id, event] : byId)
        next.push_back(std::move(event));
    // Only what is newer than all may push out: who pages back into the past is not to lose what he asked for.
    const bool grewAtTheTop = !rows().empty() && !next.empty() && next.front().id > rows().front().id;
    if (grewAtTheTop && next.size() > std::max(capacity, rows().size()))
        next.resize(std::max(capacity, rows().size()));
    setRows(std::move(next));
}

int EventListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString EventListModel::text(const Event &event, int column)
{
    switch (static_cast<Column>(column)) {
    case Time: return core::text::timeOfDay(event.time);
    case Severity: return core::text::severity(event.severity);
    case Description: return core::text::event(event);
    case Object: return event.objectName;
    case Actor: return event.actor;
    case ColumnCount: break;
    }
    return {};
}

QVariant EventListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Event &event = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(event, index.column());
    case Qt::DecorationRole:
        if (index.column() == Severity)
            return severityIcon(event.severity);
        return index.column() == Object ? QVariant(iconFor(event.object.kind)) : QVariant();
    case RefRole: return QVariant::fromValue(event.object);
    case SortRole:
        if (index.column() == Time)
            return QVariant::fromValue(event.id);
        return index.column() == Severity ? QVariant(static_cast<int>(event.severity))
                                          : text(event, index.column());
    case SearchRole:
        return QStringList{text(event, Description), event.objectName, event.actor, text(event, Severity)}
            .join(u'\n');
    default: return {};
    }
}

QVariant EventListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Time: return tr("Time");
    case Severity: return tr("Type");
    case Description: return tr("Description");
    case Object: return tr("Object");
    case Actor: return tr("User");
    case ColumnCount: break;
    }
    return {};
}

} // namespace views
