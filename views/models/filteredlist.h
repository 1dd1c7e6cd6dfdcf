// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;
class QTreeView;

namespace views {

/// A table with a field that filters it (SearchRole), sorting (SortRole) and columns the user chooses from the
/// header's menu and which are remembered. Rows are named by the source model's indexes.
class FilteredList : public QWidget
{
    Q_OBJECT

public:
    /// `name`: of the objects and the settings, "recentTasks". `widths`: of the columns, in characters. The model must
    /// live as long as this.
    FilteredList(const QString &name, QAbstractItemModel &model, const QList<int> &widths, QWidget *parent);
    ~FilteredList() override;

    void setWords(const QString &title, const QString &filterHint);

    [[nodiscard]] QTreeView *view() const { return m_view; }
    [[nodiscard]] QLineEdit *filter() const { return m_filter; }
    /// Selected rows of the source model, ascending.
    [[nodiscard]] QList<int> selectedRows() const;
    /// Asks for a file and writes what the filter leaves, the visible columns only.
    void exportList(const QString &suggestedName);
    /// The same to a file that is already chosen.
    void writeList(const QString &path);
    /// Puts a widget at the right end of the filter's row.
    void addToFilterRow(QWidget *widget);

Q_SIGNALS:
    void activated(const QModelIndex &source);
    void menuRequested(const QModelIndex &source, const QPoint &global);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] QList<int> shownColumns() const;
    void showColumnMenu(const QPoint &global);
    void restoreColumns(const QList<int> &widths);
    [[nodiscard]] QString settingsKey() const;

    QSortFilterProxyModel m_proxy;
    QLineEdit *m_filter;
    QToolButton *m_clear;
    QToolButton *m_columns;
    QTreeView *m_view;
    QWidget *m_filterRow;
};

} // namespace views
