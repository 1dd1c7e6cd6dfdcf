// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/performance/samplesmodel.h"

#include "core/text/text.h"
#include "views/performance/legendmodel.h"

#include <algorithm>
#include <cmath>

namespace views {

std::vector<qint64> momentsOf(const std::vector<ChartLine> &lines, const TimeRange &range)
{
    std::vector<qint64> times;
    for (const ChartLine &line : lines) {
        for (const QPointF &point : line.points) {
            const auto time = static_cast<qint64>(point.x());
            if (time >= range.from && time <= range.to && !std::isnan(point.y()))
                times.push_back(time);
        }
    }
    std::ranges::sort(times);
    const auto repeated = std::ranges::unique(times);
    times.erase(repeated.begin(), repeated.end());
    return times;
}

std::optional<double> valueAt(const ChartLine &line, qint64 time)
{
    const auto x = static_cast<double>(time);
    const auto it =
        std::ranges::lower_bound(line.points, x, {}, [](const QPointF &point) { return point.x(); });
    const bool found =
        it != line.points.end() && static_cast<qint64>(it->x()) == time && !std::isnan(it->y());
    return found ? std::optional(it->y()) : std::nullopt;
}

SamplesModel::SamplesModel(QObject *parent) : QAbstractTableModel(parent) {}

bool SamplesModel::hasSameColumns(const std::vector<ChartLine> &lines) const
{
    return std::ranges::equal(lines, m_lines, {}, &ChartLine::key, &ChartLine::key);
}

void SamplesModel::setLines(const std::vector<ChartLine> &lines, const TimeRange &range)
{
    auto times = momentsOf(lines, range);
    std::ranges::reverse(times);
    if (!hasSameColumns(lines)) {
        beginResetModel();
        m_lines = lines;
        m_times = std::move(times);
        endResetModel();
        return;
    }
    const bool changed = lines != m_lines;
    setTimes(times);
    m_lines = lines;
    if (changed && !m_times.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void SamplesModel::setTimes(const std::vector<qint64> &times)
{
    for (int i = rowCount() - 1; i >= 0; --i) {
        if (std::ranges::binary_search(times, m_times[static_cast<size_t>(i)], std::greater()))
            continue;
        int first = i;
        while (first > 0
               && !std::ranges::binary_search(times, m_times[static_cast<size_t>(first - 1)], std::greater()))
            --first;
        beginRemoveRows({}, first, i);
        m_times.erase(m_times.begin() + first, m_times.begin() + i + 1);
        endRemoveRows();
        i = first;
    }
    for (size_t i = 0; i < times.size(); ++i) {
        if (i < m_times.size() && m_times[i] == times[i])
            continue;
        size_t end = i;
        while (end < times.size() && (i >= m_times.size() || times[end] > m_times[i]))
            ++end;
        beginInsertRows({}, static_cast<int>(i), static_cast<int>(end) - 1);
        m_times.insert(m_times.begin() + static_cast<std::ptrdiff_t>(i),
                       times.begin() + static_cast<std::ptrdiff_t>(i),
                       times.begin() + static_cast<std::ptrdiff_t>(end));
        endInsertRows();
        i = end - 1;
    }
}

void SamplesModel::repaint()
{
    if (!m_times.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int SamplesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_times.size());
}

int SamplesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size()) + 1;
}

QVariant SamplesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole && index.column() > 0)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const qint64 time = m_times[static_cast<size_t>(index.row())];
    if (index.column() == 0)
        return core::text::timeOfDay(core::Instant(core::Duration(time)));
    const auto value = valueAt(m_lines[static_cast<size_t>(index.column() - 1)], time);
    return value ? chartNumber(*value) : tr("–", "no value");
}

QVariant SamplesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columnCount())
        return {};
    if (section == 0)
        return tr("Time");
    const ChartLine &line = m_lines[static_cast<size_t>(section - 1)];
    return tr("%1, %2 (%3)", "object, counter, unit").arg(line.object, line.counter, line.unit);
}

} // namespace views
