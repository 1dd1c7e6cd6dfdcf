// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/alarmlist.h"

#include "views/models/filteredlist.h"
#include "views/shell/beneath.h"

#include <QEvent>
#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

using core::api::client::Session;
using core::model::Alarm;

AlarmList::AlarmList(Session &session, const QString &name, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_list(new FilteredList(name, m_model, {14, 20, 60, 20}, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);
    connect(&session, &Session::alarmsChanged, this, &AlarmList::refresh);
    connect(&session, &Session::inventoryReset, this, &AlarmList::refresh);
    connect(m_list, &FilteredList::activated, this,
            [this](const QModelIndex &at) { Q_EMIT objectActivated(m_model.row(at.row()).object); });
    connect(m_list, &FilteredList::menuRequested, this,
            [this](const QModelIndex &at, const QPoint &global) { showMenu(m_model.row(at.row()), global); });
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
    m_model.setAlarms(std::move(alarms));
    Q_EMIT countChanged();
}

void AlarmList::showMenu(const Alarm &alarm, const QPoint &global)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *go = menu->addAction(tr("&Go to Object"));
    go->setObjectName(u"alarmGoToObject"_s);
    connect(go, &QAction::triggered, this, [this, object = alarm.object] { Q_EMIT objectActivated(object); });
    QAction *save = menu->addAction(tr("&Export List…"));
    save->setObjectName(u"alarmExport"_s);
    connect(save, &QAction::triggered, this, [this] { m_list->exportList(tr("alarms")); });
    menu->popup(global);
}

void AlarmList::retranslate()
{
    m_model.retranslate();
    m_list->setWords(tr("Triggered Alarms"), tr("Object or alarm contains"));
}

void AlarmList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace views
