// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inventory/objecttablepage.h"

#include "core/text/text.h"
#include "views/delegates/numberdelegate.h"
#include "views/delegates/objecticons.h"
#include "views/inventory/objectactions.h"
#include "views/inventory/tablemodel.h"
#include "views/models/csv.h"
#include "views/widgets/clearbutton.h"
#include "views/widgets/errorcard.h"

#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QShortcut>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using core::api::client::Session;
using core::model::Kind;
using core::model::ObjectRef;

ObjectTablePage::ObjectTablePage(Kind kind, Session &session, QWidget *parent)
    : Page(session, parent),
      m_kind(kind),
      m_model(new ObjectTableModel(kind, this))
{
    build();
    follow();
    loadColumns();
    retranslate();
}

ObjectTablePage::~ObjectTablePage()
{
    if (m_save.isActive())
        saveColumns();
}

void ObjectTablePage::build()
{
    const QString kind = QString::fromLatin1(core::wireName(m_kind));
    setObjectName(u"%1TablePage"_s.arg(kind));
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(u"%1Filter"_s.arg(kind));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_count = new QLabel(this);
    m_count->setObjectName(u"%1Count"_s.arg(kind));
    m_columns = new QToolButton(this);
    m_columns->setObjectName(u"%1Columns"_s.arg(kind));
    m_columns->setFocusPolicy(Qt::TabFocus);
    m_export = new QToolButton(this);
    m_export->setObjectName(u"%1Export"_s.arg(kind));
    m_export->setIcon(icon(u"export"_s));
    m_export->setFocusPolicy(Qt::TabFocus);

    m_view = new QTreeView(this);
    m_view->setObjectName(u"%1Table"_s.arg(kind));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new NumberDelegate(m_view));
    m_view->setRootIsDecorated(false);
    m_view->setItemsExpandable(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setAlternatingRowColors(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->installEventFilter(this);
    m_view->header()->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setObjectName(u"%1Header"_s.arg(kind));

    auto *bar = new QHBoxLayout;
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_count);
    bar->addWidget(m_columns);
    bar->addWidget(m_export);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(bar);
    layout->addWidget(m_view, 1);
    auto *find =
        new QShortcut(QKeySequence::Find, this, [this] { m_filter->setFocus(Qt::ShortcutFocusReason); });
    find->setContext(Qt::WidgetWithChildrenShortcut);
}

void ObjectTablePage::follow()
{
    connect(m_filter, &QLineEdit::textChanged, m_model, &ObjectTableModel::setFilter);
    connect(m_columns, &QToolButton::clicked, this,
            [this] { showColumnMenu(m_columns->mapToGlobal(QPoint(0, m_columns->height()))); });
    connect(m_export, &QToolButton::clicked, this, &ObjectTablePage::exportList);
    connect(m_model, &ObjectTableModel::aboutToRearrange, this, &ObjectTablePage::rememberPlace);
    connect(m_model, &ObjectTableModel::rearranged, this, &ObjectTablePage::returnToPlace);
    connect(m_model, &ObjectTableModel::settled, this, &ObjectTablePage::showCount);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, &ObjectTablePage::tellVisibleRows);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ObjectTablePage::tellSelection);
    connect(m_view, &QTreeView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT objectActivated(m_model->refAt(index.row())); });
    connect(m_view, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &at) { showObjectMenu(m_view->viewport()->mapToGlobal(at)); });
    QHeaderView *header = m_view->header();
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header](const QPoint &at) { showColumnMenu(header->mapToGlobal(at)); });
    m_save.setSingleShot(true);
    m_save.setInterval(1000);
    connect(&m_save, &QTimer::timeout, this, &ObjectTablePage::saveColumns);
    const auto save = [this] { m_save.start(); };
    connect(header, &QHeaderView::sectionResized, this, save);
    connect(header, &QHeaderView::sectionMoved, this, save);
    connect(header, &QHeaderView::sortIndicatorChanged, this, save);

    connect(&session(), &Session::inventoryReset, this, [this] {
        m_stale = true;
        if (isVisible())
            showEvent(nullptr);
    });
    connect(&session(), &Session::inventoryChanged, this,
            [this](const std::vector<core::model::Change> &changes) {
                if (isVisible())
                    m_model->applyChanges(changes);
                else
                    m_stale = true;
            });
    connect(&session(), &Session::loadsChanged, this, [this](const std::vector<core::model::Load> &loads) {
        if (isVisible())
            m_model->applyLoads(loads);
        else
            m_stale = true;
    });
}

void ObjectTablePage::setObject(const ObjectRef &object)
{
    m_object = object;
    if (!isVisible()) {
        m_stale = true;
        return;
    }
    m_model->setScope(object);
}

void ObjectTablePage::showEvent(QShowEvent *event)
{
    if (event != nullptr)
        Page::showEvent(event);
    if (!std::exchange(m_stale, false))
        return;
    QHash<ObjectRef, core::model::Load> loads;
    session().inventory().forEach([&](const core::model::Object &object) {
        const ObjectRef ref = refOf(object);
        if (ref.kind != m_kind)
            return;
        if (const auto load = session().load(ref))
            loads.insert(ref, *load);
    });
    m_model->setScope(m_object);
    m_model->setInventory(session().inventory(), loads);
}

void ObjectTablePage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    if (ObjectActions *all = actions();
        all != nullptr && !m_view->selectionModel()->selectedIndexes().isEmpty())
        all->setSelection({m_object}); // what is selected here is not to be seen any more
}

std::vector<ObjectRef> ObjectTablePage::selectedObjects() const
{
    std::vector<ObjectRef> objects;
    for (const QItemSelectionRange &range : m_view->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            objects.push_back(m_model->refAt(row));
    }
    return objects;
}

void ObjectTablePage::setFilter(const QString &text)
{
    m_filter->setText(text);
}

ObjectActions *ObjectTablePage::actions() const
{
    return window()->findChild<ObjectActions *>(QString(), Qt::FindDirectChildrenOnly);
}

void ObjectTablePage::tellSelection()
{
    ObjectActions *all = actions();
    if (all == nullptr || !isVisible())
        return;
    std::vector<ObjectRef> objects = selectedObjects();
    all->setSelection(objects.empty() ? std::vector{m_object} : std::move(objects));
}

void ObjectTablePage::showObjectMenu(const QPoint &global)
{
    ObjectActions *all = actions();
    if (all == nullptr || selectedObjects().empty())
        return;
    tellSelection(); // the tree may have had its turn
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    all->fill(menu);
    menu->popup(global);
}

/// Rows may come and go above the first visible one: it stays where it is. At the very top the table shows its top.
void ObjectTablePage::rememberPlace()
{
    m_scroll = m_view->verticalScrollBar()->value();
    const QModelIndex top = m_scroll > 0 ? m_view->indexAt(QPoint(0, 0)) : QModelIndex();
    m_top = top.isValid() ? std::optional(m_model->refAt(top.row())) : std::nullopt;
}

void ObjectTablePage::returnToPlace(bool asked)
{
    if (m_top && !asked) {
        if (const int row = m_model->rowOf(*m_top); row >= 0 && row != m_scroll) {
            m_view->doItemsLayout(); // the scroll bar's range
            m_view->verticalScrollBar()->setValue(row);
        }
    } else if (asked) {
        const QModelIndex current = m_view->currentIndex();
        if (current.isValid() && m_view->selectionModel()->isSelected(current))
            m_view->scrollTo(current);
        else
            m_view->scrollToTop();
    }
    tellVisibleRows();
}

void ObjectTablePage::tellVisibleRows()
{
    const QModelIndex top = m_view->indexAt(QPoint(0, 0));
    const int height = m_view->viewport()->height();
    const int rowHeight =
        std::max(1, top.isValid() ? m_view->visualRect(top).height() : fontMetrics().height());
    const int first = top.isValid() ? top.row() : 0;
    m_model->setVisibleRows(first, first + height / rowHeight + 1);
}

void ObjectTablePage::showCount()
{
    const QLocale locale;
    const int shown = m_model->rowCount();
    if (m_filter->text().trimmed().isEmpty())
        m_count->setText(tr("%n object(s)", nullptr, m_model->total()));
    else
        m_count->setText(tr("%1 of %2").arg(locale.toString(shown), locale.toString(m_model->total())));
    tellVisibleRows();
}

void ObjectTablePage::exportList()
{
    auto *dialog = new QFileDialog(this, tr("Export List"));
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Comma-separated values (*.csv)"));
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &ObjectTablePage::writeList);
    dialog->open();
}

void ObjectTablePage::writeList(const QString &path)
{
    QList<int> columns;
    const QHeaderView *header = m_view->header();
    for (int place = 0; place < header->count(); ++place) {
        if (const int column = header->logicalIndex(place); !header->isSectionHidden(column))
            columns.append(column);
    }
    auto *csv = new CsvExport(*m_model, columns, path, this);
    connect(csv, &CsvExport::finished, this, [this, path](const core::Result<void> &result) {
        if (!result)
            ErrorCard::show(window(), tr("Export List – %1").arg(path), result.error());
    });
    csv->start();
}

bool ObjectTablePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::FocusIn)
        tellSelection();
    if (watched != m_filter || event->type() != QEvent::KeyPress)
        return Page::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        m_filter->clear();
        return true;
    }
    if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
        m_view->setFocus(Qt::TabFocusReason);
        if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0)
            m_view->setCurrentIndex(m_model->index(0, 0));
        return true;
    }
    return Page::eventFilter(watched, event);
}

void ObjectTablePage::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter, for example: web state:running host:h2"));
    m_filter->setAccessibleName(tr("Filter"));
    nameClearButton(*m_filter, tr("Clear the filter"));
    m_filter->setToolTip(
        tr("Words, or field:value with the fields name, host, cluster, folder, datastore, network, "
           "state, ip, os and note. A leading - excludes."));
    m_columns->setText(tr("Columns"));
    m_columns->setAccessibleName(tr("Choose columns"));
    m_columns->setToolTip(tr("Choose columns"));
    m_export->setAccessibleName(tr("Export List"));
    m_export->setToolTip(tr("Export List"));
    m_view->setAccessibleName(core::text::kindTitle(m_kind));
    m_count->setAccessibleName(tr("How many are shown"));
    showCount();
}

void ObjectTablePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_model->retranslate();
    }
    Page::changeEvent(event);
}

} // namespace views
