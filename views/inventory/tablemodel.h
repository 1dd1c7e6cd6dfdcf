// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/inventory/tablecontent.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace views {

/// The objects of one kind that belong to an object, filtered and sorted. What is asked anew (scope, filter, order)
/// is computed on another thread and applied as a difference; a changed object is put in its place at once, at most
/// each 100 ms. Rows are inserted, removed, moved and changed, never reset. GUI thread only.
class ObjectTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    ObjectTableModel(core::model::Kind kind, QObject *parent = nullptr);

    [[nodiscard]] const std::vector<TableColumn> &columns() const { return m_columns; }
    void setScope(const core::model::ObjectRef &scope);
    /// In the language of core/model/search.h.
    void setFilter(const QString &text);
    void sort(int column, Qt::SortOrder order) override;

    /// Everything may be different.
    void setInventory(const core::model::Inventory &inventory,
                      const QHash<core::model::ObjectRef, core::model::Load> &loads);
    void applyChanges(const std::vector<core::model::Change> &changes);
    void applyLoads(const std::vector<core::model::Load> &loads);
    /// Which rows are on the screen: only their load is shown as it changes.
    void setVisibleRows(int first, int last);
    void retranslate();

    /// How many belong to the scope, shown or not.
    [[nodiscard]] int total() const { return static_cast<int>(m_inScope.size()); }
    [[nodiscard]] core::model::ObjectRef refAt(int row) const;
    /// -1 when it is not shown.
    [[nodiscard]] int rowOf(const core::model::ObjectRef &ref) const;
    /// All that was asked for is shown.
    [[nodiscard]] bool isSettled() const { return !m_computing && !m_again && m_dirty.isEmpty(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// Rows are about to come, go or move: remember where the view stands. `asked`: because the user asked for it.
    void aboutToRearrange(bool asked);
    void rearranged(bool asked);
    /// The counts may be others.
    void settled();

private:
    void recompute(bool asked);
    void apply(TableContent content);
    void removeAbsent(const TableContent &content);
    void arrangeKept(const TableContent &content);
    void insertNew(const TableContent &content);
    /// The rows as they are, in this order: `order[i]` is the present row that comes to place i.
    void permute(const std::vector<int> &order);
    void follow(const core::model::Change &change, const std::optional<core::model::Object> &was);
    void flush();
    void sync(const QUuid &id);
    void place(const TableRow &row);
    void erase(const QUuid &id);
    [[nodiscard]] int position(const TableRow &row) const;
    [[nodiscard]] bool isSortedByLoad() const { return m_spec.sortColumn && m_spec.sortColumn->load; }

    std::vector<TableColumn> m_columns;
    TableSpec m_spec;
    TableSource m_source;
    std::vector<TableRow> m_rows;
    Qt::SortOrder m_order = Qt::AscendingOrder; ///< of m_rows; m_spec may already ask for another
    QHash<QUuid, TableRow> m_byId;
    QSet<QUuid> m_inScope;
    QSet<QUuid> m_dirty; ///< to be compared with the inventory
    QTimer m_flush;
    QTimer m_later; ///< something that many rows depend on changed: compute all anew, but not each time
    int m_firstVisible = 0;
    int m_lastVisible = -1;
    bool m_loadChanged = false;
    bool m_computing = false;
    bool m_again = false; ///< something was asked for since
    bool m_asked = false; ///< by the user
    bool m_ready = false; ///< it has an inventory
};

} // namespace views
