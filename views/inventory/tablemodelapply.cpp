// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inventory/tablemodel.h"

#include <algorithm>
#include <numeric>

/// How a new content replaces the old one: a number of signals that does not grow with the table, since each costs a
/// view a walk over all of its rows.
namespace views {

namespace {

constexpr size_t fewRuns =
    16; ///< up to here rows come and go where they are; else they gather at the end first

/// A stretch of rows, last included.
struct Run {
    int first;
    int last;
};

template <class Belongs>
std::vector<Run> runsOf(const std::vector<TableRow> &rows, Belongs belongs)
{
    std::vector<Run> runs;
    for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
        if (!belongs(rows[static_cast<size_t>(row)]))
            continue;
        if (!runs.empty() && runs.back().last == row - 1)
            runs.back().last = row;
        else
            runs.push_back({row, row});
    }
    return runs;
}

} // namespace

void ObjectTableModel::apply(TableContent content)
{
    Q_EMIT aboutToRearrange(m_asked);
    removeAbsent(content);
    arrangeKept(content);
    insertNew(content);
    m_rows = std::move(content.rows); // the same rows in the same order, with the new keys
    m_byId = std::move(content.byId);
    m_inScope = std::move(content.inScope);
    m_source.counts = std::move(content.counts);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void ObjectTableModel::removeAbsent(const TableContent &content)
{
    const auto gone = [&](const TableRow &row) { return !content.byId.contains(row.id); };
    const std::vector<Run> runs = runsOf(m_rows, gone);
    if (runs.size() > fewRuns) {
        std::vector<int> order(m_rows.size());
        std::iota(order.begin(), order.end(), 0);
        const auto tail = std::ranges::stable_partition(
            order, [&](int row) { return !gone(m_rows[static_cast<size_t>(row)]); });
        const auto kept = static_cast<int>(tail.begin() - order.begin());
        permute(order);
        beginRemoveRows({}, kept, rowCount() - 1);
        m_rows.resize(static_cast<size_t>(kept));
        endRemoveRows();
        return;
    }
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        beginRemoveRows({}, run->first, run->last);
        m_rows.erase(m_rows.begin() + run->first, m_rows.begin() + run->last + 1);
        endRemoveRows();
    }
}

void ObjectTableModel::arrangeKept(const TableContent &content)
{
    QHash<QUuid, int> present;
    present.reserve(static_cast<qsizetype>(m_rows.size()));
    for (int row = 0; row < rowCount(); ++row)
        present.insert(m_rows[static_cast<size_t>(row)].id, row);
    std::vector<int> order;
    order.reserve(m_rows.size());
    for (const TableRow &row : content.rows) {
        if (const auto it = present.constFind(row.id); it != present.constEnd())
            order.push_back(*it);
    }
    permute(order);
}

void ObjectTableModel::insertNew(const TableContent &content)
{
    QSet<QUuid> present;
    present.reserve(static_cast<qsizetype>(m_rows.size()));
    for (const TableRow &row : m_rows)
        present.insert(row.id);
    const auto isNew = [&](const TableRow &row) { return !present.contains(row.id); };
    const std::vector<Run> runs = runsOf(content.rows, isNew);
    if (runs.size() <= fewRuns) {
        for (const Run &run : runs) {
            beginInsertRows({}, run.first, run.last);
            m_rows.insert(m_rows.begin() + run.first, content.rows.begin() + run.first,
                          content.rows.begin() + run.last + 1);
            endInsertRows();
        }
        return;
    }
    const auto kept = static_cast<int>(m_rows.size());
    beginInsertRows({}, kept, static_cast<int>(content.rows.size()) - 1);
    std::ranges::copy_if(content.rows, std::back_inserter(m_rows), isNew);
    endInsertRows();
    std::vector<int> order;
    order.reserve(content.rows.size());
    int nextKept = 0;
    int nextNew = kept;
    for (const TableRow &row : content.rows)
        order.push_back(isNew(row) ? nextNew++ : nextKept++);
    permute(order);
}

void ObjectTableModel::permute(const std::vector<int> &order)
{
    if (std::ranges::is_sorted(order))
        return;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    std::vector<int> placeOf(order.size());
    std::vector<TableRow> rows;
    rows.reserve(order.size());
    for (size_t place = 0; place < order.size(); ++place) {
        placeOf[static_cast<size_t>(order[place])] = static_cast<int>(place);
        rows.push_back(std::move(m_rows[static_cast<size_t>(order[place])]));
    }
    m_rows = std::move(rows);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &each : before)
        after.append(index(placeOf[static_cast<size_t>(each.row())], each.column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

} // namespace views
