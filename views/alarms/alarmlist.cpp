// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/alarms/alarmlist.h"

#include "views/alarms/alarmactions.h"
#include "views/inventory/beneath.h"
#include "views/models/filteredlist.h"
#include "views/widgets/rights.h"

#include <QCheckBox>
#include <QEvent>
#include <QItemSelectionModel>
#include <QMenu>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using core::api::client::Session;
using core::model::Alarm;

AlarmList::AlarmList(Session &session, AlarmActions &actions, const QString &name, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_actions(actions),
      m_list(new FilteredList(name, m_model, {14, 20, 60, 20, 36}, this)),
      m_unacknowledged(new QCheckBox(this)),
      m_acknowledge(new QPushButton(this)),
      m_reset(new QPushButton(this))
{
    m_unacknowledged->setObjectName(name + u"Unacknowledged"_s);
    m_acknowledge->setObjectName(name + u"Acknowledge"_s);
    m_reset->setObjectName(name + u"Reset"_s);
    for (QPushButton *button : {m_acknowledge, m_reset})
        button->setAutoDefault(false);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_unacknowledged, m_acknowledge, m_reset})
        m_list->addToFilterRow(widget);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);
    connect(&session, &Session::alarmsChanged, this, &AlarmList::refresh);
    connect(&session, &Session::inventoryReset, this, &AlarmList::refresh);
    connect(&session, &Session::linkChanged, this, &AlarmList::showButtons);
    connect(&Rights::of(session), &Rights::changed, this, &AlarmList::showButtons);
    connect(m_unacknowledged, &QCheckBox::toggled, this, &AlarmList::refresh);
    connect(m_acknowledge, &QPushButton::clicked, this, [this] { m_actions.acknowledge(selected()); });
    connect(m_reset, &QPushButton::clicked, this, [this] { m_actions.reset(selected()); });
    connect(m_list, &FilteredList::activated, this,
            [this](const QModelIndex &at) { Q_EMIT objectActivated(m_model.row(at.row()).object); });
    connect(m_list, &FilteredList::menuRequested, this,
            [this](const QModelIndex &at, const QPoint &global) { showMenu(m_model.row(at.row()), global); });
    connect(m_list->view()->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &AlarmList::showButtons);
    retranslate();
    refresh();
}

void AlarmList::setScope(const core::model::ObjectRef &object)
{
    m_scope = object;
    refresh();
}

void AlarmList::refresh()
{
    std::vector<Alarm> alarms = m_session.alarms();
    if (!m_scope.isRoot()) {
        std::erase_if(alarms, [this](const Alarm &each) {
            return !isBeneath(each.object, m_scope, m_session.inventory());
        });
    }
    const auto taken = [](const Alarm &each) { return each.acknowledged.has_value(); };
    m_count = static_cast<int>(alarms.size());
    m_waiting = m_count - static_cast<int>(std::ranges::count_if(alarms, taken));
    if (m_unacknowledged->isChecked())
        std::erase_if(alarms, taken);
    m_model.setAlarms(std::move(alarms));
    showButtons();
    Q_EMIT countChanged();
}

std::vector<Alarm> AlarmList::selected() const
{
    std::vector<Alarm> alarms;
    for (const int row : m_list->selectedRows())
        alarms.push_back(m_model.row(row));
    return alarms;
}

void AlarmList::showButtons()
{
    const auto explain = [](QPushButton *button, const QString &reason) {
        button->setEnabled(reason.isEmpty());
        button->setToolTip(reason.toHtmlEscaped());
        button->setAccessibleDescription(reason);
    };
    const auto alarms = selected();
    explain(m_acknowledge, m_actions.obstacleToAcknowledge(alarms));
    explain(m_reset, m_actions.obstacleToReset(alarms));
}

void AlarmList::showMenu(const Alarm &alarm, const QPoint &global)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions.fill(menu, selected());
    menu->addSeparator();
    QAction *go = menu->addAction(tr("&Go to Object"));
    go->setObjectName(u"alarmGoToObject"_s);
    connect(go, &QAction::triggered, this, [this, object = alarm.object] { Q_EMIT objectActivated(object); });
    const core::model::AlarmDefinition *definition = m_session.inventory().find(alarm.definition);
    QAction *rule = menu->addAction(tr("&Edit Alarm Definition…"));
    rule->setObjectName(u"alarmEditDefinition"_s);
    const QString obstacle = definition == nullptr
        ? tr("This alarm is the core's own: nobody has defined it.")
        : m_actions.obstacleTo(u"alarm-definition.set"_s, {definition->id});
    rule->setEnabled(obstacle.isEmpty());
    rule->setToolTip(obstacle.toHtmlEscaped());
    connect(rule, &QAction::triggered, this, [this, id = alarm.definition] { m_actions.edit(id); });
    menu->addSeparator();
    QAction *save = menu->addAction(tr("E&xport List…"));
    save->setObjectName(u"alarmExport"_s);
    connect(save, &QAction::triggered, this, [this] { m_list->exportList(tr("alarms")); });
    menu->popup(global);
}

void AlarmList::retranslate()
{
    m_model.retranslate();
    m_list->setWords(tr("Triggered Alarms"), tr("Object, alarm or user contains"));
    m_unacknowledged->setText(tr("Only those not acknowledged"));
    m_unacknowledged->setAccessibleName(tr("Show only alarms that nobody has acknowledged"));
    m_acknowledge->setText(tr("Acknowledge…"));
    m_acknowledge->setAccessibleName(tr("Acknowledge the selected alarms"));
    m_reset->setText(tr("Reset to Green"));
    m_reset->setAccessibleName(tr("Reset the selected alarms to green"));
    showButtons();
}

void AlarmList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace views
