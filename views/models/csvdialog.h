// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QWidget>

namespace views {

/// Asks where, then writes the columns of the model there as CSV (views/models/csv.h); a failure opens an error card.
/// Returns at once.
void exportCsv(QWidget *parent, const QAbstractItemModel &model, const QList<int> &columns,
               const QString &suggestedName);

/// The same to a file that is already chosen.
void writeCsv(QWidget *parent, const QAbstractItemModel &model, const QList<int> &columns,
              const QString &path);

} // namespace views
