// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/activity/tasksandeventspage.h"

#include "core/text/text.h"
#include "views/activity/activityfilterbar.h"
#include "views/activity/eventdetails.h"
#include "views/activity/eventexport.h"
#include "views/activity/tasklist.h"
#include "views/inventory/beneath.h"
#include "views/models/filteredlist.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedLayout>
#include <QTabBar>
#include <QTreeView>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace views {

using core::api::client::EventQuery;
using core::api::client::Link;
using core::api::client::Session;
using core::model::Event;
using core::model::ObjectRef;

namespace {
constexpr int rowsAtOnce = 200;
}

TasksAndEventsPage::TasksAndEventsPage(Session &session, QWidget *parent)
    : Page(session, parent),
      m_switch(new QTabBar(this)),
      m_export(new QPushButton(this)),
      m_stack(new QStackedLayout),
      m_tasks(new TaskList(session, u"objectTasks"_s, this)),
      m_taskFilter(new ActivityFilterBar(ActivityFilterBar::Subject::Tasks, session, this)),
      m_eventFilter(new ActivityFilterBar(ActivityFilterBar::Subject::Events, session, this))
{
    setObjectName(u"tasksAndEventsPage"_s);
    m_switch->setObjectName(u"tasksOrEvents"_s);
    m_switch->addTab({});
    m_switch->addTab({});
    m_switch->setDrawBase(false);
    m_export->setObjectName(u"exportTasksOrEvents"_s);
    connect(m_export, &QPushButton::clicked, this, &TasksAndEventsPage::exportCurrent);
    connect(m_switch, &QTabBar::currentChanged, m_stack, &QStackedLayout::setCurrentIndex);
    connect(m_tasks, &TaskList::objectActivated, this, &Page::objectActivated);

    auto *top = new QHBoxLayout;
    top->addWidget(m_switch);
    top->addStretch();
    top->addWidget(m_export);
    auto *all = new QVBoxLayout(this);
    all->addLayout(top);
    all->addLayout(m_stack, 1);
    buildTasks();
    buildEvents();

    m_coalesce.setSingleShot(true);
    m_coalesce.setInterval(100ms);
    connect(&m_coalesce, &QTimer::timeout, this, [this] { m_model.add(std::exchange(m_fresh, {})); });
    connect(&session, &Session::eventRaised, this, &TasksAndEventsPage::take);
    connect(&session, &Session::inventoryReset, this, [this] { // some may have been missed
        m_stale = true;
        if (isVisible())
            fetch({});
    });
    retranslate();
}

void TasksAndEventsPage::buildTasks()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_taskFilter);
    column->addWidget(m_tasks, 1);
    m_stack->addWidget(page);
    connect(m_taskFilter, &ActivityFilterBar::changed, this,
            [this] { m_tasks->setFilter(m_taskFilter->filter()); });
}

void TasksAndEventsPage::buildEvents()
{
    auto *page = new QWidget(this);
    connect(m_eventFilter, &ActivityFilterBar::changed, this, [this] {
        m_filter = m_eventFilter->filter();
        startOver();
    });
    m_events = new FilteredList(u"objectEvents"_s, m_model, {20, 14, 60, 18, 16}, page);
    connect(m_events, &FilteredList::activated, this,
            [this](const QModelIndex &at) { showDetails(m_model.row(at.row())); });
    connect(m_events, &FilteredList::menuRequested, this,
            [this](const QModelIndex &at, const QPoint &global) { showMenu(m_model.row(at.row()), global); });
    connect(m_events->view()->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int at) {
        const QScrollBar *bar = m_events->view()->verticalScrollBar();
        if (at == bar->maximum() && bar->maximum() > 0 && m_older->isEnabled())
            fetchOlder(); // who scrolls to the end wants more
    });
    m_older = new QPushButton(page);
    m_older->setObjectName(u"olderEvents"_s);
    connect(m_older, &QPushButton::clicked, this, &TasksAndEventsPage::fetchOlder);
    m_note = new QLabel(page);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_older);
    bottom->addWidget(m_note, 1);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_eventFilter);
    column->addWidget(m_events, 1);
    column->addLayout(bottom);
    m_stack->addWidget(page);
}

QString TasksAndEventsPage::title() const
{
    return tr("Tasks && Events");
}

void TasksAndEventsPage::setObject(const ObjectRef &object)
{
    if (object == m_object && m_generation > 0)
        return;
    m_object = object;
    m_tasks->setScope(object);
    startOver();
}

/// Another object or filter: other events.
void TasksAndEventsPage::startOver()
{
    ++m_generation;
    m_fresh.clear();
    m_all = false;
    m_problem.reset();
    sayNote();
    m_model.setRows({});
    m_stale = true;
    if (isVisible())
        fetch({});
}

void TasksAndEventsPage::fetchOlder()
{
    m_older->setEnabled(false); // until the answer
    fetch(m_model.rows().empty() ? std::nullopt : std::optional(m_model.rows().back().id));
}

void TasksAndEventsPage::showDetails(const Event &event)
{
    auto *details = new EventDetails(session(), event, this);
    details->setAttribute(Qt::WA_DeleteOnClose);
    connect(details, &EventDetails::objectActivated, this, &Page::objectActivated);
    details->open();
}

void TasksAndEventsPage::showMenu(const Event &event, const QPoint &global)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *details = menu->addAction(tr("Show &Details…"));
    details->setObjectName(u"eventShowDetails"_s);
    connect(details, &QAction::triggered, this, [this, event] { showDetails(event); });
    QAction *go = menu->addAction(tr("&Go to Object"));
    go->setObjectName(u"eventGoToObject"_s);
    go->setEnabled(event.object.isRoot() || session().inventory().contains(event.object));
    connect(go, &QAction::triggered, this, [this, object = event.object] { Q_EMIT objectActivated(object); });
    menu->addSeparator();
    QAction *save = menu->addAction(tr("&Export List…"));
    save->setObjectName(u"eventExport"_s);
    connect(save, &QAction::triggered, this, &TasksAndEventsPage::exportCurrent);
    menu->popup(global);
}

core::api::client::EventQuery TasksAndEventsPage::query() const
{
    EventQuery query = queryFor(m_filter);
    query.limit = rowsAtOnce;
    if (!m_object.isRoot())
        query.object = m_object;
    return query;
}

void TasksAndEventsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_stale)
        fetch({});
}

void TasksAndEventsPage::take(const Event &event)
{
    if (m_stale || !matches(m_filter, event) || !isBeneath(event.object, m_object, session().inventory()))
        return;
    m_fresh.push_back(event);
    if (!m_coalesce.isActive())
        m_coalesce.start();
}

void TasksAndEventsPage::fetch(std::optional<qint64> before)
{
    if (session().link() != Link::Online)
        return; // inventoryReset comes when it is
    m_stale = false;
    EventQuery wanted = query();
    wanted.before = before;
    session().events(wanted, this,
                     [this, generation = m_generation, older = before.has_value()](const auto &answer) {
                         if (generation != m_generation)
                             return;
                         if (answer)
                             fetched(*answer, older);
                         else
                             failed(answer.error());
                     });
}

void TasksAndEventsPage::fetched(const std::vector<Event> &events, bool older)
{
    m_model.add(events);
    const bool all = events.size() < static_cast<size_t>(rowsAtOnce);
    if (older || all) {
        m_problem.reset();
        m_all = all;
        sayNote();
    }
    m_older->setEnabled(!all);
}

void TasksAndEventsPage::failed(const core::Error &error)
{
    m_older->setEnabled(true); // asks again
    m_problem = error;
    sayNote();
}

void TasksAndEventsPage::sayNote()
{
    if (m_problem)
        m_note->setText(core::text::sentence(*m_problem));
    else
        m_note->setText(!m_all                   ? QString()
                            : m_filter.isEmpty() ? tr("These are all the events that are kept.")
                                                 : tr("These are all the events that fit the filter."));
}

void TasksAndEventsPage::exportCurrent()
{
    const QString name = session().inventory().nameOf(m_object);
    if (m_stack->currentIndex() == 0)
        m_tasks->exportTasks(name.isEmpty() ? tr("tasks") : tr("tasks of %1").arg(name));
    else
        exportEvents(this, session(), query(), name.isEmpty() ? tr("events") : tr("events of %1").arg(name));
}

void TasksAndEventsPage::retranslate()
{
    m_switch->setTabText(0, tr("Tasks"));
    m_switch->setTabText(1, tr("Events"));
    m_switch->setAccessibleName(tr("Tasks or events"));
    m_export->setText(tr("&Export List…"));
    m_export->setAccessibleName(tr("Export the list as CSV or JSON"));
    m_older->setText(tr("&Older Events"));
    m_older->setAccessibleName(tr("Show older events"));
    m_events->setWords(tr("Events"), tr("Among those shown: description, object or user contains"));
    sayNote();
    m_model.retranslate();
}

void TasksAndEventsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

} // namespace views
