// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/filteredlist.h"

#include "views/models/csvdialog.h"
#include "views/models/roles.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

FilteredList::FilteredList(const QString &name, QAbstractItemModel &model, const QList<int> &widths,
                           QWidget *parent)
    : QWidget(parent),
      m_filter(new QLineEdit(this)),
      m_clear(new QToolButton(this)),
      m_columns(new QToolButton(this)),
      m_view(new QTreeView(this)),
      m_filterRow(new QWidget(this))
{
    setObjectName(name);
    m_proxy.setSourceModel(&model);
    m_proxy.setFilterRole(SearchRole);
    m_proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy.setFilterKeyColumn(0);
    m_proxy.setSortRole(SortRole);
    m_proxy.setSortLocaleAware(true);

    m_filter->setObjectName(name + u"Filter"_s);
    m_filter->setMaximumWidth(fontMetrics().averageCharWidth() * 40);
    connect(m_filter, &QLineEdit::textChanged, &m_proxy, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_filter, &QLineEdit::textChanged, m_clear,
            [this](const QString &text) { m_clear->setEnabled(!text.isEmpty()); });
    m_clear->setObjectName(name + u"FilterClear"_s);
    m_clear->setEnabled(false);
    m_clear->setFocusPolicy(Qt::TabFocus);
    connect(m_clear, &QToolButton::clicked, m_filter, &QLineEdit::clear);

    m_view->setObjectName(name + u"Table"_s);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true); // or Qt measures every row
    m_view->setAlternatingRowColors(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->header()->setSortIndicator(
        -1, Qt::AscendingOrder); // as the model has it, until the user wishes otherwise
    m_view->header()->setSortIndicatorClearable(true);
    m_view->setSortingEnabled(true);
    m_view->setModel(&m_proxy);
    connect(m_view, &QTreeView::activated, this,
            [this](const QModelIndex &at) { Q_EMIT activated(m_proxy.mapToSource(at)); });
    connect(m_view, &QTreeView::customContextMenuRequested, this, [this](const QPoint &at) {
        if (const QModelIndex index = m_view->indexAt(at); index.isValid())
            Q_EMIT menuRequested(m_proxy.mapToSource(index), m_view->viewport()->mapToGlobal(at));
    });
    m_view->header()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view->header(), &QWidget::customContextMenuRequested, this,
            [this](const QPoint &at) { showColumnMenu(m_view->header()->mapToGlobal(at)); });
    m_columns->setObjectName(name + u"Columns"_s);
    m_columns->setFocusPolicy(Qt::TabFocus);
    connect(m_columns, &QToolButton::clicked, this,
            [this] { showColumnMenu(m_columns->mapToGlobal(m_columns->rect().bottomLeft())); });
    restoreColumns(widths);

    auto *row = new QHBoxLayout(m_filterRow);
    row->setContentsMargins(4, 2, 4, 2);
    row->addWidget(m_filter, 1);
    row->addWidget(m_clear);
    row->addStretch(1);
    row->addWidget(m_columns);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filterRow);
    column->addWidget(m_view, 1);
    retranslate();
}

FilteredList::~FilteredList()
{
    QSettings().setValue(settingsKey(), m_view->header()->saveState());
}

QString FilteredList::settingsKey() const
{
    return u"columns/"_s + objectName();
}

void FilteredList::restoreColumns(const QList<int> &widths)
{
    for (int column = 0; column < widths.size(); ++column)
        m_view->setColumnWidth(column, fontMetrics().averageCharWidth() * widths[column]);
    const QByteArray state = QSettings().value(settingsKey()).toByteArray();
    if (!state.isEmpty())
        m_view->header()->restoreState(state); // refuses what does not fit; then the widths above stay
}

void FilteredList::setWords(const QString &title, const QString &filterHint)
{
    m_view->setAccessibleName(title);
    m_filter->setPlaceholderText(filterHint);
    m_filter->setAccessibleName(filterHint);
    m_filter->setToolTip(filterHint);
}

QList<int> FilteredList::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows())
        rows.append(m_proxy.mapToSource(index).row());
    std::ranges::sort(rows);
    return rows;
}

QList<int> FilteredList::shownColumns() const
{
    QList<int> columns;
    const QHeaderView *header = m_view->header();
    for (int visual = 0; visual < header->count(); ++visual) {
        if (const int column = header->logicalIndex(visual); !header->isSectionHidden(column))
            columns.append(column);
    }
    return columns;
}

void FilteredList::exportList(const QString &suggestedName)
{
    exportCsv(this, m_proxy, shownColumns(), suggestedName);
}

void FilteredList::writeList(const QString &path)
{
    writeCsv(this, m_proxy, shownColumns(), path);
}

void FilteredList::addToFilterRow(QWidget *widget)
{
    m_filterRow->layout()->addWidget(widget);
}

void FilteredList::showColumnMenu(const QPoint &global)
{
    QHeaderView *header = m_view->header();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < header->count(); ++column) {
        QAction *action = menu->addAction(m_proxy.headerData(column, Qt::Horizontal).toString());
        action->setObjectName(u"%1Column%2"_s.arg(objectName()).arg(column));
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        action->setEnabled(column != 0); // one must stay, or there is no header left to ask
        connect(action, &QAction::toggled, header,
                [header, column](bool shown) { header->setSectionHidden(column, !shown); });
    }
    menu->popup(global);
}

void FilteredList::retranslate()
{
    m_clear->setText(tr("Clear"));
    m_clear->setAccessibleName(tr("Clear the filter"));
    m_clear->setToolTip(m_clear->accessibleName());
    m_columns->setText(tr("Columns"));
    m_columns->setAccessibleName(tr("Choose the columns"));
    m_columns->setToolTip(m_columns->accessibleName());
}

void FilteredList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace views
