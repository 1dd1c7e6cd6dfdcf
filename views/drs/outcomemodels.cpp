// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/drs/outcomemodels.h"

#include "core/text/drs.h"
#include "core/text/text.h"
#include "views/delegates/objecticons.h"

using namespace Qt::StringLiterals;

namespace views {

using core::model::DrsFault;
using core::model::DrsHistoryEntry;

void FaultModel::setFaults(const std::vector<DrsFault> &faults)
{
    std::vector<FaultRow> rows;
    QHash<QString, int> seen; // one object may have the same fault twice
    for (const DrsFault &fault : faults) {
        const QString name =
            fault.code + u'/' + (fault.object ? toString(*fault.object) : QString()) + u'/' + fault.rule;
        rows.push_back({name + QString::number(seen[name]++), fault});
    }
    setRows(std::move(rows));
}

int FaultModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString FaultModel::text(const DrsFault &fault, int column)
{
    switch (static_cast<Column>(column)) {
    case Object: return fault.rule.isEmpty() ? fault.objectName : tr("Rule “%1”").arg(fault.rule);
    case Why: return core::text::drsFault(fault.code);
    case ColumnCount: break;
    }
    return {};
}

QVariant FaultModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const DrsFault &fault = row(index.row()).fault;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case SortRole: return text(fault, index.column());
    case Qt::DecorationRole:
        return index.column() == Object && fault.object ? QVariant(iconFor(fault.object->kind)) : QVariant();
    case SearchRole: return text(fault, Object) + u'\n' + text(fault, Why);
    case RefRole: return fault.object ? QVariant::fromValue(*fault.object) : QVariant();
    default: return {};
    }
}

QVariant FaultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Object: return tr("Object");
    case Why: return tr("What stands in the way");
    case ColumnCount: break;
    }
    return {};
}

void DrsHistoryModel::setHistory(const std::vector<DrsHistoryEntry> &entries)
{
    std::vector<HistoryRow> rows;
    QHash<QString, int> seen;
    for (const DrsHistoryEntry &entry : entries) {
        const QString name = core::toRfc3339(entry.time) + entry.move.vm.toString();
        rows.push_back({name + QString::number(seen[name]++), entry});
    }
    setRows(std::move(rows));
}

int DrsHistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString DrsHistoryModel::text(const DrsHistoryEntry &entry, int column)
{
    switch (static_cast<Column>(column)) {
    case Time: return core::text::timeOfDay(entry.time);
    case Migration:
        return tr("%1 from %2 to %3").arg(entry.move.vmName, entry.move.fromName, entry.move.toName);
    case Reason: return core::text::drsReason(entry.reason);
    case By: return entry.actor.isEmpty() ? tr("the cluster by itself") : entry.actor;
    case Outcome: return entry.error ? core::text::sentence(*entry.error) : tr("migrated");
    case ColumnCount: break;
    }
    return {};
}

QVariant DrsHistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const DrsHistoryEntry &entry = row(index.row()).entry;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(entry, index.column());
    case SortRole:
        return index.column() == Time ? QVariant::fromValue<qint64>(entry.time.time_since_epoch().count())
                                      : QVariant(text(entry, index.column()));
    case SearchRole:
        return text(entry, Migration) + u'\n' + text(entry, Reason) + u'\n' + text(entry, Outcome);
    case RefRole: return QVariant::fromValue(core::model::ObjectRef(entry.move.vm));
    default: return {};
    }
}

QVariant DrsHistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Time: return tr("Time");
    case Migration: return tr("Migration");
    case Reason: return tr("Reason");
    case By: return tr("Applied by");
    case Outcome: return tr("Outcome");
    case ColumnCount: break;
    }
    return {};
}

} // namespace views
