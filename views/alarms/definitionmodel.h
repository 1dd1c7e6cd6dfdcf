// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"
#include "views/models/roles.h"
#include "views/models/rowmodel.h"

#include <QCoreApplication>

namespace views {

/// One alarm definition as the page of an object shows it.
struct DefinitionRow {
    core::AlarmDefinitionId id;
    core::model::AlarmDefinition definition;
    QString place; ///< of where it is defined; empty: here

    friend bool operator==(const DefinitionRow &, const DefinitionRow &) = default;
};

/// The definitions that are in force on an object and beneath it, those of the object itself first, then by name.
[[nodiscard]] std::vector<DefinitionRow> definitionsAt(const core::model::ObjectRef &object,
                                                       const core::model::Inventory &inventory);

class DefinitionModel : public RowModel<DefinitionRow, &DefinitionRow::id>
{
    Q_DECLARE_TR_FUNCTIONS(views::DefinitionModel)

public:
    enum Column { Name, Place, Watches, Rule, State, ColumnCount };

    using RowModel::RowModel;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString text(const DefinitionRow &row, int column);
};

} // namespace views
