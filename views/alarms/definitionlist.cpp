// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/alarms/definitionlist.h"

#include "views/alarms/alarmactions.h"
#include "views/inventory/objectlabel.h"
#include "views/models/filteredlist.h"
#include "views/widgets/rights.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QMenu>
#include <QPushButton>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using core::AlarmDefinitionId;
using core::api::client::Session;

namespace {
const QString setOperation = u"alarm-definition.set"_s;
const QString deleteOperation = u"alarm-definition.delete"_s;
} // namespace

DefinitionList::DefinitionList(Session &session, AlarmActions &actions, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_actions(actions),
      m_list(new FilteredList(u"alarmDefinitions"_s, m_model, {36, 30, 28, 60, 14}, this)),
      m_new(addButton(u"newDefinition"_s)),
      m_edit(addButton(u"editDefinition"_s)),
      m_toggle(addButton(u"toggleDefinition"_s)),
      m_delete(addButton(u"deleteDefinition"_s)),
      m_go(addButton(u"goToDefinition"_s))
{
    auto *row = new QHBoxLayout;
    for (QPushButton *each : {m_new, m_edit, m_toggle, m_delete, m_go})
        row->addWidget(each);
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_list, 1);
    connect(m_new, &QPushButton::clicked, this, [this] { m_actions.define(m_object); });
    connect(m_edit, &QPushButton::clicked, this, [this] { m_actions.edit(selectedIds().front()); });
    connect(m_toggle, &QPushButton::clicked, this,
            [this] { m_actions.setEnabled(selectedIds(), !selected().front().definition.enabled); });
    connect(m_delete, &QPushButton::clicked, this, [this] { m_actions.remove(selectedIds()); });
    connect(m_go, &QPushButton::clicked, this,
            [this] { Q_EMIT objectActivated(selected().front().definition.object); });
    connect(m_list, &FilteredList::activated, this,
            [this](const QModelIndex &at) { activate(m_model.row(at.row())); });
    connect(m_list, &FilteredList::menuRequested, this,
            [this](const QModelIndex &, const QPoint &global) { showMenu(global); });
    connect(m_list->view()->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &DefinitionList::showButtons);
    connect(&session, &Session::inventoryReset, this, &DefinitionList::refresh);
    connect(&session, &Session::inventoryChanged, this,
            [this](const std::vector<core::model::Change> &changes) {
                const bool concerned = std::ranges::any_of(changes, [](const core::model::Change &each) {
                    return each.ref.kind == core::model::Kind::AlarmDefinition;
                });
                if (concerned)
                    refresh();
            });
    connect(&session, &Session::linkChanged, this, &DefinitionList::showButtons);
    connect(&Rights::of(session), &Rights::changed, this, &DefinitionList::showButtons);
    retranslate();
}

QPushButton *DefinitionList::addButton(const QString &name)
{
    auto *button = new QPushButton(this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

void DefinitionList::setObject(const core::model::ObjectRef &object)
{
    m_object = object;
    refresh();
}

/// Few rows, and made only while somebody looks.
void DefinitionList::refresh()
{
    if (isVisible())
        m_model.setRows(definitionsAt(m_object, m_session.inventory()));
    showButtons();
}

std::vector<DefinitionRow> DefinitionList::selected() const
{
    std::vector<DefinitionRow> rows;
    for (const int row : m_list->selectedRows())
        rows.push_back(m_model.row(row));
    return rows;
}

std::vector<AlarmDefinitionId> DefinitionList::selectedIds() const
{
    std::vector<AlarmDefinitionId> ids;
    for (const DefinitionRow &each : selected())
        ids.push_back(each.id);
    return ids;
}

QString DefinitionList::obstacle(const QString &operation, bool single) const
{
    const auto rows = selected();
    const auto inherited =
        std::ranges::find_if(rows, [](const DefinitionRow &each) { return !each.place.isEmpty(); });
    if (inherited != rows.end())
        return tr("“%1” is inherited: it is changed where it is defined, on %2.")
            .arg(inherited->definition.name, inherited->place);
    if (single && rows.size() > 1)
        return tr("This is done to one at a time.");
    return m_actions.obstacleTo(operation, selectedIds());
}

void DefinitionList::showButtons()
{
    const auto explain = [](QPushButton *button, const QString &reason) {
        button->setEnabled(reason.isEmpty());
        button->setToolTip(reason.toHtmlEscaped());
        button->setAccessibleDescription(reason);
    };
    const auto rows = selected();
    explain(m_new, m_actions.obstacleToDefine(m_object));
    explain(m_edit, obstacle(setOperation, true));
    explain(m_toggle, obstacle(setOperation, false));
    explain(m_delete, obstacle(deleteOperation, false));
    const bool elsewhere = rows.size() == 1 && !rows.front().place.isEmpty();
    explain(m_go, elsewhere ? QString() : tr("Select a definition that is inherited."));
    m_toggle->setText(!rows.empty() && !rows.front().definition.enabled ? tr("E&nable") : tr("Disab&le"));
    m_toggle->setAccessibleName(QString(m_toggle->text()).remove(u'&'));
}

void DefinitionList::activate(const DefinitionRow &row)
{
    if (row.place.isEmpty() && m_edit->isEnabled())
        m_actions.edit(row.id);
    else if (!row.place.isEmpty())
        Q_EMIT objectActivated(row.definition.object);
}

void DefinitionList::showMenu(const QPoint &global)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (QPushButton *each : {m_new, m_edit, m_toggle, m_delete, m_go}) {
        QAction *action = menu->addAction(each->text());
        action->setObjectName(each->objectName() + u"Action"_s);
        action->setEnabled(each->isEnabled());
        action->setToolTip(each->toolTip());
        connect(action, &QAction::triggered, each, &QPushButton::click);
    }
    menu->popup(global);
}

void DefinitionList::retranslate()
{
    m_model.retranslate();
    m_list->setWords(tr("Alarm Definitions"), tr("Name or rule contains"));
    m_new->setText(tr("&New…"));
    m_new->setAccessibleName(tr("New alarm definition"));
    m_edit->setText(tr("&Edit…"));
    m_edit->setAccessibleName(tr("Edit the alarm definition"));
    m_delete->setText(tr("&Delete"));
    m_delete->setAccessibleName(tr("Delete the alarm definition"));
    m_go->setText(tr("&Go to Where It Is Defined"));
    m_go->setAccessibleName(tr("Go to where the alarm is defined"));
    refresh();
}

void DefinitionList::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void DefinitionList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace views
