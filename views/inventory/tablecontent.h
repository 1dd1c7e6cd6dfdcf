// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/search.h"
#include "views/inventory/tablecolumns.h"

#include <QSet>

/// What a table shows, computed from values: for any thread.
namespace views {

/// What is asked for.
struct TableSpec {
    core::model::Kind kind = core::model::Kind::Vm;
    core::model::ObjectRef scope; ///< objects that belong to this one
    core::model::Query query;
    std::optional<TableColumn> sortColumn; ///< absent: by name
    Qt::SortOrder order = Qt::AscendingOrder;
};

/// One row with what it is sorted by.
struct TableRow {
    QUuid id;
    double number = 0;
    QString text; ///< natural key of the cell
    QString name; ///< natural key of the object's name
};

/// The order of the rows: the cell, then the name, then the id, so that no two are equal. The last two rise always.
class RowOrder
{
public:
    explicit RowOrder(Qt::SortOrder order) : m_descending(order == Qt::DescendingOrder) {}
    bool operator()(const TableRow &a, const TableRow &b) const;

private:
    bool m_descending;
};

struct TableContent {
    std::vector<TableRow> rows; ///< what fits the query, sorted
    QHash<QUuid, TableRow> byId; ///< the same
    QSet<QUuid> inScope; ///< also what does not fit the query
    QHash<core::model::ObjectRef, TableCounts> counts; ///< only for tables of hosts or datacenters
};

[[nodiscard]] bool isInScope(const TableSpec &spec, const core::model::Object &object,
                             const core::model::Inventory &inventory);
[[nodiscard]] TableRow rowOf(const TableSpec &spec, const core::model::Object &object,
                             const TableSource &source);
[[nodiscard]] TableContent contentOf(const TableSpec &spec, TableSource source);

} // namespace views
