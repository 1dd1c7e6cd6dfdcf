// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/alarms/definitionmodel.h"

#include "core/text/activity.h"
#include "core/text/text.h"
#include "views/alarms/definitiondraft.h"
#include "views/delegates/objecticons.h"
#include "views/inventory/beneath.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using core::model::AlarmDefinition;
using core::model::ObjectRef;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(views::DefinitionModel)
};

} // namespace

std::vector<DefinitionRow> definitionsAt(const ObjectRef &object, const core::model::Inventory &inventory)
{
    std::vector<DefinitionRow> rows;
    for (const auto &each : inventory.all<AlarmDefinition>()) {
        const bool counts =
            concernsKind(each->appliesTo, object.kind) && isBeneath(object, each->object, inventory);
        if (!counts)
            continue;
        DefinitionRow row{.id = each->id, .definition = *each, .place = {}};
        if (each->object != object)
            row.place =
                each->object.isRoot() ? Words::tr("the whole inventory") : inventory.nameOf(each->object);
        rows.push_back(std::move(row));
    }
    std::ranges::sort(rows, [](const DefinitionRow &a, const DefinitionRow &b) {
        if (a.place.isEmpty() != b.place.isEmpty())
            return a.place.isEmpty();
        const int order = QString::localeAwareCompare(core::text::alarmName(a.definition),
                                                      core::text::alarmName(b.definition));
        return order != 0 ? order < 0 : a.id.uuid() < b.id.uuid();
    });
    return rows;
}

int DefinitionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString DefinitionModel::text(const DefinitionRow &row, int column)
{
    switch (static_cast<Column>(column)) {
    case Name: return core::text::alarmName(row.definition);
    case Place: return row.place.isEmpty() ? tr("here") : tr("inherited from %1").arg(row.place);
    case Watches: return core::text::kindTitle(row.definition.appliesTo);
    case Rule: return core::text::alarmRule(row.definition);
    case State: return row.definition.enabled ? tr("Enabled") : tr("Disabled");
    case ColumnCount: break;
    }
    return {};
}

QVariant DefinitionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const DefinitionRow &each = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case SortRole: return text(each, index.column());
    case Qt::ToolTipRole: return text(each, index.column()).toHtmlEscaped();
    case Qt::DecorationRole:
        return index.column() == Watches ? QVariant(iconFor(each.definition.appliesTo)) : QVariant();
    case RefRole: return QVariant::fromValue(ObjectRef(each.id));
    case SearchRole: return QStringList{text(each, Name), text(each, Rule), text(each, Place)}.join(u'\n');
    default: return {};
    }
}

QVariant DefinitionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Name: return tr("Name");
    case Place: return tr("Defined");
    case Watches: return tr("Watches");
    case Rule: return tr("Goes off when");
    case State: return tr("Status");
    case ColumnCount: break;
    }
    return {};
}

} // namespace views
