// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/activity.h"
#include "views/models/roles.h"
#include "views/models/rowmodel.h"

#include <QCoreApplication>

namespace views {

/// Tasks as in Recent Tasks. Takes plain values; RefRole is the target.
class TaskListModel : public RowModel<core::model::Task, &core::model::Task::id>
{
    Q_DECLARE_TR_FUNCTIONS(views::TaskListModel)

public:
    enum Column { Name, Target, Status, Details, InitiatedBy, Requested, Started, Completed, ColumnCount };

    using RowModel::RowModel;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString text(const core::model::Task &task, int column);
    [[nodiscard]] static QVariant sortValue(const core::model::Task &task, int column);
};

} // namespace views
