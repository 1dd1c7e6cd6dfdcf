// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"
#include "core/model/load.h"

#include <QCoreApplication>
#include <QHash>

#include <functional>

namespace views {

/// What stands beneath a host or datacenter.
struct TableCounts {
    int clusters = 0;
    int hosts = 0;
    int vms = 0; ///< templates left out
    int vmsRunning = 0;
};

/// What the cells are made of, at one moment. Copies are cheap; may be read on any thread.
struct TableSource {
    core::model::Inventory inventory;
    QHash<core::model::ObjectRef, core::model::Load> loads;
    QHash<core::model::ObjectRef, TableCounts> counts; ///< of hosts or datacenters, as the table's kind
};

/// What a cell is sorted by: first the number, then the text in natural order. Unknown sorts below all.
struct SortValue {
    double number = 0;
    QString text;
};

/// One column that a table can show.
struct TableColumn {
    QLatin1StringView id; ///< in the settings
    QString (*title)();
    QString (*text)(const core::model::Object &, const TableSource &);
    SortValue (*value)(const core::model::Object &, const TableSource &);
    bool number = false; ///< right-aligned
    bool load = false; ///< changes with the load, not with the inventory
    bool shown = false; ///< until the user chooses
};

[[nodiscard]] std::vector<TableColumn> vmColumns();
[[nodiscard]] std::vector<TableColumn> hostColumns();
[[nodiscard]] std::vector<TableColumn> datastoreColumns();
[[nodiscard]] std::vector<TableColumn> networkColumns();
[[nodiscard]] std::vector<TableColumn> datacenterColumns();
/// By the objects' kind: one of those above.
[[nodiscard]] std::vector<TableColumn> columnsOf(core::model::Kind kind);

inline constexpr double unknownNumber = -1; ///< below every quantity that a table shows

[[nodiscard]] inline SortValue byNumber(double number)
{
    return {.number = number, .text = {}};
}
[[nodiscard]] inline SortValue byText(QString text)
{
    return {.number = 0, .text = std::move(text)};
}
template <class T>
[[nodiscard]] const T &as(const core::model::Object &object)
{
    return *std::get<std::shared_ptr<const T>>(object);
}
[[nodiscard]] const core::model::Load *loadOf(const core::model::Object &object, const TableSource &source);

/// The titles.
class TableText
{
    Q_DECLARE_TR_FUNCTIONS(TableText)
};

} // namespace views
