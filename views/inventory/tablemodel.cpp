// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inventory/tablemodel.h"

#include "views/delegates/objecticons.h"
#include "views/inventory/objectlabel.h"
#include "views/models/roles.h"
#include "views/widgets/background.h"

#include <algorithm>

namespace views {

using core::model::Change;
using core::model::Inventory;
using core::model::Kind;
using core::model::Load;
using core::model::Object;
using core::model::ObjectRef;

namespace {

constexpr int flushMs = 100;
constexpr int laterMs = 500;
constexpr int byLoadMs = 5000; ///< rows sorted by load do not dance more often
constexpr qsizetype manyDirty = 500; ///< from here on computing all anew is quicker

} // namespace

ObjectTableModel::ObjectTableModel(Kind kind, QObject *parent)
    : QAbstractTableModel(parent),
      m_columns(columnsOf(kind))
{
    m_spec.kind = kind;
    m_spec.sortColumn = m_columns.front();
    m_flush.setSingleShot(true);
    m_flush.setInterval(flushMs);
    connect(&m_flush, &QTimer::timeout, this, &ObjectTableModel::flush);
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, [this] { recompute(false); });
}

void ObjectTableModel::setScope(const ObjectRef &scope)
{
    if (scope == m_spec.scope)
        return;
    m_spec.scope = scope;
    recompute(true);
}

void ObjectTableModel::setFilter(const QString &text)
{
    m_spec.query = core::model::Query::parse(text);
    recompute(true);
}

void ObjectTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount())
        return;
    m_spec.sortColumn = m_columns[static_cast<size_t>(column)];
    m_spec.order = order;
    recompute(true);
}

void ObjectTableModel::setInventory(const Inventory &inventory, const QHash<ObjectRef, Load> &loads)
{
    m_source.inventory = inventory;
    m_source.loads = loads;
    m_ready = true;
    m_dirty.clear();
    recompute(false);
}

void ObjectTableModel::recompute(bool asked)
{
    if (!m_ready)
        return;
    m_asked = m_asked || asked;
    if (m_computing) {
        m_again = true;
        return;
    }
    m_computing = true;
    m_later.stop();
    inBackground(
        this, [spec = m_spec, source = m_source] { return contentOf(spec, source); },
        [this, order = m_spec.order](TableContent content) {
            m_computing = false;
            if (std::exchange(m_again, false)) { // what was computed is not asked for any more
                recompute(false);
                return;
            }
            apply(std::move(content));
            m_order = order;
            Q_EMIT rearranged(std::exchange(m_asked, false));
            flush();
        });
}

void ObjectTableModel::applyChanges(const std::vector<Change> &changes)
{
    if (!m_ready)
        return;
    for (const Change &change : changes) {
        const auto was = m_source.inventory.find(change.ref);
        m_source.inventory.apply(change);
        if (change.ref.kind == m_spec.kind)
            m_dirty.insert(change.ref.id);
        follow(change, was);
    }
    if (!m_flush.isActive())
        m_flush.start();
}

/// Objects of other kinds decide what belongs to the scope, and their names stand in cells and filters.
void ObjectTableModel::follow(const Change &change, const std::optional<Object> &was)
{
    bool matters = false;
    if (change.ref.kind == Kind::Vm) {
        const auto *before = was ? std::get<std::shared_ptr<const core::model::Vm>>(*was).get() : nullptr;
        const core::model::Vm *now = m_source.inventory.find(change.ref.as<core::VmId>());
        const bool counted = m_spec.kind == Kind::Host || m_spec.kind == Kind::Datacenter;
        matters = counted
            && (before == nullptr || now == nullptr || before->host != now->host
                || before->isTemplate != now->isTemplate || before->state != now->state
                || before->stale != now->stale);
    } else if (change.ref.kind == Kind::Host && was && change.object) {
        const auto &before = as<core::model::Host>(*was);
        const auto &now = as<core::model::Host>(*change.object);
        matters = before.name != now.name || before.parent != now.parent;
    } else {
        matters = true;
    }
    if (matters && !m_later.isActive())
        m_later.start(laterMs);
}

void ObjectTableModel::applyLoads(const std::vector<Load> &loads)
{
    if (!m_ready)
        return;
    for (const Load &load : loads) {
        if (load.object.kind == m_spec.kind)
            m_source.loads.insert(load.object, load);
    }
    m_loadChanged = true;
    if (!m_flush.isActive())
        m_flush.start();
    if (isSortedByLoad() && !m_later.isActive())
        m_later.start(byLoadMs);
}

void ObjectTableModel::setVisibleRows(int first, int last)
{
    m_firstVisible = first;
    m_lastVisible = last;
}

void ObjectTableModel::flush()
{
    if (m_computing) // its end calls again; until then rows stay where the computation finds them
        return;
    if (m_dirty.size() > manyDirty) {
        m_dirty.clear();
        recompute(false);
        return;
    }
    if (!m_dirty.isEmpty()) {
        Q_EMIT aboutToRearrange(false);
        for (const QUuid &id : std::exchange(m_dirty, {}))
            sync(id);
        Q_EMIT rearranged(false);
    }
    const int last = std::min(m_lastVisible, rowCount() - 1);
    if (std::exchange(m_loadChanged, false) && m_firstVisible <= last)
        Q_EMIT dataChanged(index(m_firstVisible, 0), index(last, columnCount() - 1));
    Q_EMIT settled();
}

void ObjectTableModel::sync(const QUuid &id)
{
    const auto object = m_source.inventory.find(ObjectRef(m_spec.kind, id));
    if (!object)
        m_source.loads.remove(ObjectRef(m_spec.kind, id));
    if (!object || !isInScope(m_spec, *object, m_source.inventory)) {
        m_inScope.remove(id);
        erase(id);
        return;
    }
    m_inScope.insert(id);
    if (m_spec.query.matches(*object, m_source.inventory))
        place(views::rowOf(m_spec, *object, m_source));
    else
        erase(id);
}

int ObjectTableModel::position(const TableRow &row) const
{
    return static_cast<int>(std::ranges::lower_bound(m_rows, row, RowOrder(m_order)) - m_rows.begin());
}

void ObjectTableModel::place(const TableRow &row)
{
    const auto known = m_byId.constFind(row.id);
    if (known == m_byId.constEnd()) {
        const int at = position(row);
        beginInsertRows({}, at, at);
        m_rows.insert(m_rows.begin() + at, row);
        m_byId.insert(row.id, row);
        endInsertRows();
        return;
    }
    const int from = position(*known);
    TableRow placed = row;
    if (isSortedByLoad()) // its place follows the load, which many rows share: only recompute() moves those
        placed.number = known->number;
    int to = position(placed); // before its old self is gone: as beginMoveRows counts
    if (to != from && to != from + 1) {
        beginMoveRows({}, from, from, {}, to);
        m_rows.erase(m_rows.begin() + from);
        to = to > from ? to - 1 : to;
        m_rows.insert(m_rows.begin() + to, placed);
        endMoveRows();
    } else {
        to = from;
        m_rows[static_cast<size_t>(from)] = placed;
    }
    m_byId.insert(row.id, placed);
    Q_EMIT dataChanged(index(to, 0), index(to, columnCount() - 1));
}

void ObjectTableModel::erase(const QUuid &id)
{
    const auto known = m_byId.constFind(id);
    if (known == m_byId.constEnd())
        return;
    const int at = position(*known);
    beginRemoveRows({}, at, at);
    m_rows.erase(m_rows.begin() + at);
    m_byId.erase(known);
    endRemoveRows();
}

void ObjectTableModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    recompute(false); // a column may be sorted by its words
}

ObjectRef ObjectTableModel::refAt(int row) const
{
    return {m_spec.kind, m_rows.at(static_cast<size_t>(row)).id};
}

int ObjectTableModel::rowOf(const ObjectRef &ref) const
{
    const auto known = m_byId.constFind(ref.id);
    return ref.kind != m_spec.kind || known == m_byId.constEnd() ? -1 : position(*known);
}

int ObjectTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ObjectTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant ObjectTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TableColumn &column = m_columns[static_cast<size_t>(index.column())];
    if (role == Qt::TextAlignmentRole)
        return column.number ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    if (role == RefRole)
        return QVariant::fromValue(refAt(index.row()));
    if (role != Qt::DisplayRole && role != SortRole && role != Qt::ToolTipRole && role != Qt::DecorationRole)
        return {};
    const auto object = m_source.inventory.find(refAt(index.row()));
    if (!object) // gone, its row is about to follow
        return {};
    switch (role) {
    case Qt::DisplayRole: return column.text(*object, m_source);
    case SortRole: {
        const SortValue value = column.value(*object, m_source);
        return value.text.isEmpty() ? QVariant(value.number) : QVariant(value.text);
    }
    case Qt::ToolTipRole:
        return index.column() == 0 ? ObjectLabel::toolTip(*object, m_source.inventory)
                                   : column.text(*object, m_source);
    default: return index.column() == 0 ? QVariant(iconFor(*object)) : QVariant();
    }
}

QVariant ObjectTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const TableColumn &column = m_columns[static_cast<size_t>(section)];
    if (role == Qt::TextAlignmentRole)
        return QVariant((column.number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(column.title()) : QVariant();
}

} // namespace views
