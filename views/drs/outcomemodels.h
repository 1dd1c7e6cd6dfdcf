// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/drs.h"
#include "views/models/roles.h"
#include "views/models/rowmodel.h"

#include <QCoreApplication>

namespace views {

/// A fault with a key of its own: the list has none.
struct FaultRow {
    QString key;
    core::model::DrsFault fault;
    friend bool operator==(const FaultRow &, const FaultRow &) = default;
};

/// VMs and hosts that could not be helped, and what stands in the way.
class FaultModel : public RowModel<FaultRow, &FaultRow::key>
{
    Q_DECLARE_TR_FUNCTIONS(views::FaultModel)

public:
    enum Column { Object, Why, ColumnCount };

    using RowModel::RowModel;

    void setFaults(const std::vector<core::model::DrsFault> &faults);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString text(const core::model::DrsFault &fault, int column);
};

struct HistoryRow {
    QString key;
    core::model::DrsHistoryEntry entry;
    friend bool operator==(const HistoryRow &, const HistoryRow &) = default;
};

/// What became of what the cluster decided, newest first.
class DrsHistoryModel : public RowModel<HistoryRow, &HistoryRow::key>
{
    Q_DECLARE_TR_FUNCTIONS(views::DrsHistoryModel)

public:
    enum Column { Time, Migration, Reason, By, Outcome, ColumnCount };

    using RowModel::RowModel;

    void setHistory(const std::vector<core::model::DrsHistoryEntry> &entries);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString text(const core::model::DrsHistoryEntry &entry, int column);
};

} // namespace views
