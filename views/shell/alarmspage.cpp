// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/alarmspage.h"

#include "views/shell/alarmlist.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

AlarmsPage::AlarmsPage(core::api::client::Session &session, QWidget *parent)
    : Page(session, parent),
      m_alarms(new AlarmList(session, u"objectAlarms"_s, this)),
      m_count(new QLabel(this))
{
    setObjectName(u"alarmsPage"_s);
    m_count->setObjectName(u"alarmCount"_s);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_count);
    column->addWidget(m_alarms, 1);
    connect(m_alarms, &AlarmList::objectActivated, this, &Page::objectActivated);
    connect(m_alarms, &AlarmList::countChanged, this, &AlarmsPage::showCount);
    retranslate();
}

QString AlarmsPage::title() const
{
    return tr("Alarms");
}

void AlarmsPage::setObject(const core::model::ObjectRef &object)
{
    m_alarms->setScope(object);
}

void AlarmsPage::showCount()
{
    const int count = m_alarms->count();
    m_count->setText(count == 0 ? tr("No alarm is triggered on this object or beneath it.")
                                : tr("%n alarm(s) triggered on this object or beneath it", nullptr, count));
}

void AlarmsPage::retranslate()
{
    showCount();
}

void AlarmsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

} // namespace views
