// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/performance/chartdata.h"

#include <QAbstractTableModel>

namespace views {

/// The legend below a chart: a row a line, with its figures in the range on show.
class LegendModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Key, Object, CounterName, Unit, Latest, Minimum, Maximum, Average, ColumnCount };

    explicit LegendModel(QObject *parent = nullptr);

    /// Tells what was inserted, removed or changed: selection and scrolling stay.
    void setLines(const std::vector<ChartLine> &lines, const TimeRange &range);
    /// Theme or language: everything is drawn anew.
    void repaint();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Row {
        ChartKey key;
        QString object;
        QString counter;
        QString unit;
        Statistics statistics;
        friend bool operator==(const Row &, const Row &) = default;
    };
    [[nodiscard]] QString text(const Row &row, int column) const;
    [[nodiscard]] std::optional<double> number(const Row &row, int column) const;

    std::vector<Row> m_rows;
};

/// "12.5", "1,024": a value of a chart with a sensible number of digits, in the user's language.
[[nodiscard]] QString chartNumber(double value);

} // namespace views
