// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/activity.h"
#include "views/models/roles.h"
#include "views/models/rowmodel.h"

#include <QCoreApplication>

namespace views {

/// Events, newest first. Takes plain values; RefRole is the object.
class EventListModel : public RowModel<core::model::Event, &core::model::Event::id>
{
    Q_DECLARE_TR_FUNCTIONS(views::EventListModel)

public:
    enum Column { Time, Severity, Description, Object, Actor, ColumnCount };

    /// What new events may push out at the old end: a page stays open for days.
    static constexpr size_t capacity = 5'000;

    using RowModel::RowModel;

    /// Events in any order, some of them perhaps known already.
    void add(const std::vector<core::model::Event> &events);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString text(const core::model::Event &event, int column);
};

} // namespace views
