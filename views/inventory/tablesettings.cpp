// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inventory/objecttablepage.h"
#include "views/inventory/tablemodel.h"

#include <QFontMetrics>
#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Which columns a table shows, in which order and how wide; kept by the columns' names, so that a version with
/// other columns still understands it.
namespace views {

namespace {

/// Wide enough for what usually stands there.
int usualWidth(const QFontMetrics &metrics, const TableColumn &column)
{
    const bool place = column.id == "path"_L1 || column.id == "uri"_L1;
    const bool words = column.id == "name"_L1 || column.id == "addresses"_L1;
    const bool object = column.id == "host"_L1 || column.id == "cluster"_L1 || column.id == "pool"_L1;
    const int characters = place ? 48 : words ? 30 : object ? 24 : column.number ? 14 : 18;
    const int title =
        metrics.horizontalAdvance(column.title()) + metrics.averageCharWidth() * 5; // and the arrow
    return std::max(metrics.averageCharWidth() * characters, title);
}

} // namespace

QString ObjectTablePage::settingsGroup() const
{
    return u"tables/%1"_s.arg(QString::fromLatin1(core::wireName(m_kind)));
}

void ObjectTablePage::loadColumns()
{
    QSettings settings;
    settings.beginGroup(settingsGroup());
    const QStringList order = settings.value(u"columns"_s).toStringList();
    const auto &columns = m_model->columns();
    QHeaderView *header = m_view->header();
    for (int column = 0; column < static_cast<int>(columns.size()); ++column) {
        const TableColumn &each = columns[static_cast<size_t>(column)];
        const bool shown = order.isEmpty() ? each.shown : order.contains(each.id);
        header->setSectionHidden(column, !shown && column != 0);
        const int saved = settings.value(u"width/"_s + each.id).toInt();
        header->resizeSection(column, saved > 0 ? saved : usualWidth(fontMetrics(), each));
    }
    for (int place = 0; place < order.size(); ++place) {
        const auto it = std::ranges::find(columns, order[place],
                                          [](const TableColumn &each) { return QString(each.id); });
        if (it != columns.end())
            header->moveSection(header->visualIndex(static_cast<int>(it - columns.begin())), place);
    }
    const auto sorted = std::ranges::find(columns, settings.value(u"sort"_s).toString(),
                                          [](const TableColumn &each) { return QString(each.id); });
    const int column = sorted != columns.end() ? static_cast<int>(sorted - columns.begin()) : 0;
    const bool descending = settings.value(u"descending"_s).toBool();
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(column, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    m_save.stop();
}

void ObjectTablePage::saveColumns()
{
    m_save.stop();
    QSettings settings;
    settings.beginGroup(settingsGroup());
    const auto &columns = m_model->columns();
    const QHeaderView *header = m_view->header();
    QStringList order;
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        const QString id = columns[static_cast<size_t>(column)].id;
        if (header->isSectionHidden(column))
            continue;
        order += id;
        settings.setValue(u"width/"_s + id, header->sectionSize(column));
    }
    settings.setValue(u"columns"_s, order);
    settings.setValue(u"sort"_s, QString(columns[static_cast<size_t>(header->sortIndicatorSection())].id));
    settings.setValue(u"descending"_s, header->sortIndicatorOrder() == Qt::DescendingOrder);
}

void ObjectTablePage::fillColumnMenu(QMenu *menu)
{
    QHeaderView *header = m_view->header();
    const auto &columns = m_model->columns();
    for (int column = 0; column < static_cast<int>(columns.size()); ++column) {
        const TableColumn &each = columns[static_cast<size_t>(column)];
        QAction *action = menu->addAction(each.title());
        action->setObjectName(u"column_%1"_s.arg(each.id));
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        action->setEnabled(column != 0); // a row without its name says nothing
        connect(action, &QAction::toggled, this, [this, header, column](bool shown) {
            header->setSectionHidden(column, !shown);
            if (shown && header->sectionSize(column) < fontMetrics().averageCharWidth() * 4)
                header->resizeSection(
                    column, usualWidth(fontMetrics(), m_model->columns()[static_cast<size_t>(column)]));
            m_save.start();
        });
    }
}

void ObjectTablePage::showColumnMenu(const QPoint &global)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"columnMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnMenu(menu);
    menu->popup(global);
}

} // namespace views
