// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/livepage.h"

#include <QEvent>
#include <QScrollArea>

namespace views {

using core::api::client::Session;

LivePage::LivePage(Session &session, QWidget *parent, std::chrono::milliseconds interval)
    : Page(session, parent)
{
    using namespace std::chrono_literals;
    m_soon.setSingleShot(true);
    m_soon.setInterval(interval);
    m_second.setInterval(1s);
    connect(&m_soon, &QTimer::timeout, this, [this] { refresh(); });
    connect(&m_second, &QTimer::timeout, this, [this] { schedule(); });
    connect(&session, &Session::inventoryReset, this, &LivePage::schedule);
    connect(&session, &Session::loadsChanged, this, &LivePage::schedule);
    connect(&session, &Session::linkChanged, this, &LivePage::schedule);
    connect(&session, &Session::inventoryChanged, this,
            [this](const std::vector<core::model::Change> &changes) {
                if (concerns(changes))
                    schedule();
            });
}

void LivePage::setObject(const core::model::ObjectRef &object)
{
    m_object = object;
    if (isVisible())
        refresh(); // at once: another object's figures must not stay for a moment
}

bool LivePage::concerns(const std::vector<core::model::Change> &) const
{
    return true;
}

std::optional<core::model::Load> LivePage::load(const core::model::ObjectRef &object) const
{
    return session().load(object);
}

void LivePage::schedule()
{
    if (isVisible() && !m_soon.isActive())
        m_soon.start();
}

/// What scrolls takes the keyboard, and so is named: as its tab is.
void LivePage::nameAreas()
{
    for (QScrollArea *area : findChildren<QScrollArea *>())
        area->setAccessibleName(QString(title()).remove(u'&'));
}

void LivePage::showEvent(QShowEvent *event)
{
    nameAreas();
    refresh();
    m_second.start();
    Page::showEvent(event);
}

void LivePage::hideEvent(QHideEvent *event)
{
    m_soon.stop();
    m_second.stop();
    Page::hideEvent(event);
}

void LivePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        nameAreas();
        if (isVisible())
            refresh();
    }
    Page::changeEvent(event);
}

} // namespace views
