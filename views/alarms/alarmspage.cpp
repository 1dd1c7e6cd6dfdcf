// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/alarms/alarmspage.h"

#include "views/alarms/alarmactions.h"
#include "views/alarms/alarmlist.h"
#include "views/alarms/definitionlist.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedLayout>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace views {

AlarmsPage::AlarmsPage(core::api::client::Session &session, QWidget *parent)
    : Page(session, parent),
      m_actions(new AlarmActions(session, this)),
      m_switch(new QTabBar(this)),
      m_stack(new QStackedLayout),
      m_alarms(new AlarmList(session, *m_actions, u"objectAlarms"_s, this)),
      m_definitions(new DefinitionList(session, *m_actions, this)),
      m_count(new QLabel(this))
{
    setObjectName(u"alarmsPage"_s);
    m_switch->setObjectName(u"triggeredOrDefinitions"_s);
    m_switch->setDrawBase(false);
    m_switch->addTab({});
    m_switch->addTab({});
    m_count->setObjectName(u"alarmCount"_s);
    m_count->setTextFormat(Qt::PlainText);
    auto *top = new QHBoxLayout;
    top->addWidget(m_switch);
    top->addWidget(m_count, 1);
    m_stack->addWidget(m_alarms);
    m_stack->addWidget(m_definitions);
    auto *column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addLayout(m_stack, 1);
    connect(m_switch, &QTabBar::currentChanged, m_stack, &QStackedLayout::setCurrentIndex);
    connect(m_alarms, &AlarmList::objectActivated, this, &Page::objectActivated);
    connect(m_alarms, &AlarmList::countChanged, this, &AlarmsPage::showCount);
    connect(m_definitions, &DefinitionList::objectActivated, this, &Page::objectActivated);
    retranslate();
}

QString AlarmsPage::title() const
{
    return tr("Alarms");
}

void AlarmsPage::setObject(const core::model::ObjectRef &object)
{
    m_alarms->setScope(object);
    m_definitions->setObject(object);
}

void AlarmsPage::showCount()
{
    const int count = m_alarms->count();
    m_count->setText(count == 0 ? tr("No alarm is triggered on this object or beneath it.")
                                : tr("%n alarm(s) triggered on this object or beneath it", nullptr, count));
}

void AlarmsPage::retranslate()
{
    m_switch->setTabText(0, tr("Triggered"));
    m_switch->setTabText(1, tr("Definitions"));
    m_switch->setAccessibleName(tr("Triggered alarms or their definitions"));
    showCount();
}

void AlarmsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

} // namespace views
