// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/access/accessrows.h"
#include "views/models/rowmodel.h"

namespace views {

/// The rows of one list; the role RefRole is the object.
class AccessModel : public RowModel<AccessRow, &AccessRow::key>
{
public:
    explicit AccessModel(AccessKind kind) : m_kind(kind) {}

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    AccessKind m_kind;
};

} // namespace views
