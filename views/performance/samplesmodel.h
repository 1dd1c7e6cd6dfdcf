// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/performance/chartdata.h"

#include <QAbstractTableModel>

namespace views {

/// The samples of a chart as a table, for who cannot see the lines or wants the numbers: a row a moment, newest
/// first; a column a line.
class SamplesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit SamplesModel(QObject *parent = nullptr);

    /// New moments come by insertion at the top, old ones go at the bottom; other lines are a reset.
    void setLines(const std::vector<ChartLine> &lines, const TimeRange &range);
    void repaint();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] bool hasSameColumns(const std::vector<ChartLine> &lines) const;
    void setTimes(const std::vector<qint64> &times);

    std::vector<ChartLine> m_lines;
    std::vector<qint64> m_times; ///< falling
};

/// All moments of the lines within the range, rising.
[[nodiscard]] std::vector<qint64> momentsOf(const std::vector<ChartLine> &lines, const TimeRange &range);
/// The line's value at exactly this moment; absent: none.
[[nodiscard]] std::optional<double> valueAt(const ChartLine &line, qint64 time);

} // namespace views
