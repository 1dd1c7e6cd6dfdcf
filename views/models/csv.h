// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QAbstractItemModel>
#include <QPointer>
#include <QSaveFile>
#include <QTimer>

#include <vector>

namespace views {

/// One cell by RFC 4180. A text that a spreadsheet would run as a formula (it begins with = + - @, a tab or a
/// carriage return) gets a ' in front.
[[nodiscard]] QString csvCell(const QString &text);
/// One row with its line end.
[[nodiscard]] QString csvLine(const QStringList &cells);

/// Writes the top level of any model as CSV, UTF-8, in slices of a few milliseconds, so that 40,000 rows do not
/// stop the window. It is the table as it stood at the start, in that order, without what went before it was written. The file appears only when
/// it is complete. Deletes itself after `finished`; is cancelled by its parent's end. GUI thread only.
class CsvExport : public QObject
{
    Q_OBJECT

public:
    /// `columns`: which, in which order; empty: all. The texts are those of Qt::DisplayRole.
    CsvExport(const QAbstractItemModel &model, QList<int> columns, const QString &path, QObject *parent);

    void start();

Q_SIGNALS:
    void finished(const core::Result<void> &result);

private:
    void writeSlice();
    void writeRow(const QModelIndex &row);
    void startAgain();
    void finish(const core::Result<void> &result);

    QPointer<const QAbstractItemModel> m_model;
    QList<int> m_columns;
    QSaveFile m_file;
    QTimer m_timer;
    std::vector<QPersistentModelIndex> m_rows; ///< as they stood at the start
    size_t m_next = 0; ///< of them
};

} // namespace views
