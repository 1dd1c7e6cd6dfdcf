// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/activity.h"
#include "views/models/roles.h"
#include "views/models/rowmodel.h"

#include <QCoreApplication>

namespace views {

/// Triggered alarms, the worst and newest first. Takes plain values; RefRole is the object.
class AlarmListModel : public RowModel<core::model::Alarm, &core::model::Alarm::id>
{
    Q_DECLARE_TR_FUNCTIONS(views::AlarmListModel)

public:
    enum Column { Severity, Object, Description, Since, Acknowledged, ColumnCount };

    using RowModel::RowModel;

    void setAlarms(std::vector<core::model::Alarm> alarms);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString text(const core::model::Alarm &alarm, int column);
    [[nodiscard]] static QString acknowledgement(const core::model::Alarm &alarm);
};

} // namespace views
