// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/drs/recommendationmodel.h"

#include "core/text/drs.h"
#include "core/text/text.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace views {

using core::model::DrsRecommendation;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(views::RecommendationModel)
};

QString score(double value)
{
    return QLocale().toString(value, 'f', 3);
}

} // namespace

QString movesText(const DrsRecommendation &recommendation)
{
    QStringList moves;
    for (const core::model::DrsMove &move : recommendation.moves)
        moves += Words::tr("Migrate %1 from %2 to %3").arg(move.vmName, move.fromName, move.toName);
    return moves.join(u'\n');
}

void RecommendationModel::setRecommendations(std::vector<DrsRecommendation> recommendations)
{
    QSet<QString> left;
    for (const DrsRecommendation &each : recommendations) {
        if (m_unticked.contains(each.key))
            left.insert(each.key);
    }
    m_unticked = left;
    setRows(std::move(recommendations));
}

std::vector<QString> RecommendationModel::ticked() const
{
    std::vector<QString> keys;
    for (const DrsRecommendation &each : rows()) {
        if (!m_unticked.contains(each.key))
            keys.push_back(each.key);
    }
    return keys;
}

int RecommendationModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RecommendationModel::text(const DrsRecommendation &recommendation, int column)
{
    switch (static_cast<Column>(column)) {
    case Apply: return {};
    case Priority: return QLocale().toString(recommendation.priority);
    case Migration: return movesText(recommendation);
    case Reason:
        return recommendation.warning.isEmpty() ? core::text::drsReason(recommendation.reason)
                                                : Words::tr("%1 (it leaves where a rule says it should run)")
                                                      .arg(core::text::drsReason(recommendation.reason));
    case Gain:
        return Words::tr("%1 → %2", "imbalance before and after")
            .arg(score(recommendation.scoreBefore), score(recommendation.scoreAfter));
    case Time: {
        core::Duration expected{};
        for (const core::model::DrsMove &move : recommendation.moves)
            expected += move.expected;
        return core::text::duration(expected);
    }
    case ColumnCount: break;
    }
    return {};
}

QVariant RecommendationModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const DrsRecommendation &recommendation = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(recommendation, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Apply ? QVariant(Words::tr("Apply: %1").arg(movesText(recommendation)))
                                       : QVariant(text(recommendation, index.column()));
    case Qt::CheckStateRole:
        if (index.column() != Apply)
            return {};
        return m_unticked.contains(recommendation.key) ? Qt::Unchecked : Qt::Checked;
    case SortRole:
        return index.column() == Priority ? QVariant(recommendation.priority)
                                          : QVariant(text(recommendation, index.column()));
    case SearchRole: return text(recommendation, Migration) + u'\n' + text(recommendation, Reason);
    case RefRole:
        return recommendation.moves.empty()
            ? QVariant()
            : QVariant::fromValue(core::model::ObjectRef(recommendation.moves.front().vm));
    default: return {};
    }
}

bool RecommendationModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || index.column() != Apply || role != Qt::CheckStateRole)
        return false;
    const QString key = row(index.row()).key;
    if (value.toInt() == Qt::Checked)
        m_unticked.remove(key);
    else
        m_unticked.insert(key);
    Q_EMIT dataChanged(index, index);
    return true;
}

Qt::ItemFlags RecommendationModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = RowModel::flags(index);
    return index.column() == Apply ? usual | Qt::ItemIsUserCheckable : usual;
}

QVariant RecommendationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Apply: return Words::tr("Apply");
    case Priority: return Words::tr("Priority");
    case Migration: return Words::tr("Recommendation");
    case Reason: return Words::tr("Reason");
    case Gain: return Words::tr("Imbalance");
    case Time: return Words::tr("Takes about");
    case ColumnCount: break;
    }
    return {};
}

} // namespace views
