// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/performance/legendmodel.h"

#include "views/performance/linestyle.h"

#include <QLocale>
#include <QPixmap>

#include <cmath>

namespace views {

namespace {
constexpr QSize sampleSize(36, 14);
}

QString chartNumber(double value)
{
    const double size = std::abs(value);
    const int digits = size >= 100.0 || size == std::trunc(size) ? 0 : size >= 10.0 ? 1 : 2;
    return QLocale().toString(value, 'f', digits);
}

LegendModel::LegendModel(QObject *parent) : QAbstractTableModel(parent) {}

void LegendModel::setLines(const std::vector<ChartLine> &lines, const TimeRange &range)
{
    std::vector<Row> rows;
    for (const ChartLine &line : lines)
        rows.push_back({line.key, line.object, line.counter, line.unit, statistics(line.points, range)});
    const auto hasKey = [](const std::vector<Row> &in, const ChartKey &key) {
        return std::ranges::find(in, key, &Row::key) != in.end();
    };
    for (int i = static_cast<int>(m_rows.size()) - 1; i >= 0; --i) {
        if (hasKey(rows, m_rows[static_cast<size_t>(i)].key))
            continue;
        beginRemoveRows({}, i, i);
        m_rows.erase(m_rows.begin() + i);
        endRemoveRows();
    }
    for (size_t i = 0; i < rows.size(); ++i) {
        const int at = static_cast<int>(i);
        if (i < m_rows.size() && m_rows[i].key == rows[i].key) {
            if (m_rows[i] != rows[i]) {
                m_rows[i] = rows[i];
                Q_EMIT dataChanged(index(at, 0), index(at, ColumnCount - 1));
            }
            continue;
        }
        const auto later = std::ranges::find(m_rows, rows[i].key, &Row::key);
        if (later != m_rows.end()) { // moved up
            const int from = static_cast<int>(later - m_rows.begin());
            beginMoveRows({}, from, from, {}, at);
            std::rotate(m_rows.begin() + at, later, later + 1);
            endMoveRows();
            m_rows[i] = rows[i];
            Q_EMIT dataChanged(index(at, 0), index(at, ColumnCount - 1));
            continue;
        }
        beginInsertRows({}, at, at);
        m_rows.insert(m_rows.begin() + at, rows[i]);
        endInsertRows();
    }
}

void LegendModel::repaint()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int LegendModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LegendModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

std::optional<double> LegendModel::number(const Row &row, int column) const
{
    switch (column) {
    case Latest: return row.statistics.latest;
    case Minimum: return row.statistics.minimum;
    case Maximum: return row.statistics.maximum;
    case Average: return row.statistics.average;
    default: return std::nullopt;
    }
}

QString LegendModel::text(const Row &row, int column) const
{
    switch (column) {
    case Key: return {};
    case Object: return row.object;
    case CounterName: return row.counter;
    case Unit: return row.unit;
    default: {
        const auto value = number(row, column);
        return value ? chartNumber(*value) : tr("–", "no value");
    }
    }
}

QVariant LegendModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    const bool numeric = index.column() >= Latest;
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::DecorationRole:
        return index.column() == Key ? QVariant(lineSample(index.row(), sampleSize, 2.0)) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(numeric ? Qt::AlignRight | Qt::AlignVCenter
                                           : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return index.column() == Key ? tr("Line %1").arg(QLocale().toString(index.row() + 1))
                                     : text(row, index.column());
    default: return {};
    }
}

QVariant LegendModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Key: return tr("Key");
    case Object: return tr("Object");
    case CounterName: return tr("Counter");
    case Unit: return tr("Unit");
    case Latest: return tr("Latest");
    case Minimum: return tr("Minimum");
    case Maximum: return tr("Maximum");
    case Average: return tr("Average");
    default: return {};
    }
}

} // namespace views
