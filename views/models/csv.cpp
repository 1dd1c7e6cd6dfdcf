// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/csv.h"

#include "views/widgets/fileerror.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace views {

namespace {
constexpr qint64 sliceMs = 8;
}

QString csvCell(const QString &text)
{
    static const QString dangerous = u"=+-@\t\r"_s;
    QString cell = text;
    if (!cell.isEmpty() && dangerous.contains(cell.front()))
        cell.prepend(u'\'');
    const bool plain =
        !cell.contains(u',') && !cell.contains(u'"') && !cell.contains(u'\n') && !cell.contains(u'\r');
    if (plain)
        return cell;
    return u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}

QString csvLine(const QStringList &cells)
{
    QStringList escaped;
    escaped.reserve(cells.size());
    for (const QString &cell : cells)
        escaped << csvCell(cell);
    return escaped.join(u',') + u"\r\n"_s;
}

CsvExport::CsvExport(const QAbstractItemModel &model, QList<int> columns, const QString &path,
                     QObject *parent)
    : QObject(parent),
      m_model(&model),
      m_columns(std::move(columns)),
      m_file(path)
{
    const int all = m_columns.isEmpty() ? model.columnCount() : 0;
    for (int column = 0; column < all; ++column)
        m_columns.append(column);
    connect(&model, &QAbstractItemModel::modelReset, this, &CsvExport::startAgain);
    connect(&m_timer, &QTimer::timeout, this, &CsvExport::writeSlice);
}

/// No row is the one it was.
void CsvExport::startAgain()
{
    if (!m_file.isOpen())
        return;
    m_file.cancelWriting();
    start();
}

void CsvExport::start()
{
    if (m_file.isOpen())
        m_file.commit(); // cancelled: removes what was written
    if (!m_file.open(QIODevice::WriteOnly)) {
        auto failed = [this] { finish(fileError(m_file)); };
        QTimer::singleShot(0, this, failed);
        return;
    }
    m_next = 0;
    m_rows.clear();
    m_rows.reserve(static_cast<size_t>(m_model->rowCount()));
    for (int row = 0; row < m_model->rowCount(); ++row)
        m_rows.emplace_back(
            m_model->index(row, 0)); // a table that is sorted anew meanwhile does not hold us up
    QStringList titles;
    for (const int column : std::as_const(m_columns))
        titles << m_model->headerData(column, Qt::Horizontal).toString();
    m_file.write(csvLine(titles).toUtf8());
    m_timer.start(0);
}

void CsvExport::writeSlice()
{
    if (!m_model) {
        m_file.cancelWriting();
        finish(core::Error(core::errors::Cancelled));
        return;
    }
    QElapsedTimer elapsed;
    elapsed.start();
    while (m_next < m_rows.size() && elapsed.elapsed() < sliceMs)
        writeRow(m_rows[m_next++]);
    if (m_next < m_rows.size())
        return;
    if (m_file.commit())
        finish({});
    else
        finish(fileError(m_file));
}

void CsvExport::writeRow(const QModelIndex &row)
{
    if (!row.isValid())
        return; // gone meanwhile
    QStringList cells;
    cells.reserve(m_columns.size());
    for (const int column : std::as_const(m_columns))
        cells << row.siblingAtColumn(column).data().toString();
    m_file.write(csvLine(cells).toUtf8());
}

void CsvExport::finish(const core::Result<void> &result)
{
    m_timer.stop();
    Q_EMIT finished(result);
    deleteLater();
}

} // namespace views
