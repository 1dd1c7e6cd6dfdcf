// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/accessmodel.h"

#include "views/models/roles.h"

namespace views {

int AccessModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(AccessRows::titles(m_kind).size());
}

QVariant AccessModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const AccessRow &shown = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case SortRole: return shown.cells.value(index.column());
    case RefRole: return QVariant::fromValue(shown.ref);
    case SearchRole: return shown.cells.join(u'\n');
    default: return {};
    }
}

QVariant AccessModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return AccessRows::titles(m_kind).value(section);
}

} // namespace views
