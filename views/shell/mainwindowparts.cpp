// SPDX-License-Identifier: GPL-3.0-or-later
// What the window is built of, once.
#include "views/shell/mainwindow.h"

#include "views/access/administrationpage.h"
#include "views/activity/tasklist.h"
#include "views/alarms/alarmactions.h"
#include "views/alarms/alarmlist.h"
#include "views/inventory/inventorytree.h"
#include "views/inventory/objectactions.h"
#include "views/shell/banner.h"
#include "views/shell/headerstrip.h"
#include "views/shell/homepage.h"
#include "views/shell/hostprompts.h"
#include "views/shell/navigationbar.h"
#include "views/shell/objecttabs.h"
#include "views/shell/objecttoolbar.h"
#include "views/shell/searchfield.h"
#include "views/shell/undobar.h"

#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

using core::model::ObjectRef;
using core::model::TreeView;

void MainWindow::buildNavigation()
{
    m_navigation = new NavigationBar(m_session, this);
    addToolBar(Qt::TopToolBarArea, m_navigation);
    addToolBarBreak(Qt::TopToolBarArea);
    connect(m_navigation, &NavigationBar::administrationChosen, this, &MainWindow::goToAdministration);
    connect(m_navigation, &NavigationBar::viewChosen, this, [this](TreeView view) {
        m_tree->setView(view);
        goTo({.view = view, .object = m_tree->currentObject()});
    });
    connect(m_navigation->home(), &QAction::triggered, this, &MainWindow::goHome);
    connect(m_navigation->back(), &QAction::triggered, this, [this] { step(false); });
    connect(m_navigation->forward(), &QAction::triggered, this, [this] { step(true); });
    connect(m_navigation->search(), &SearchField::objectChosen, this, [this](const ObjectRef &object) {
        showObject(object);
        m_tree->setFocus(); // the next key is meant for the object, not for the field
    });
}

void MainWindow::buildToolBar()
{
    m_toolBar = new ObjectToolBar(*m_actions, this);
    connect(m_actions, &ObjectActions::selectionChanged, this, [this] { // the tree's, or that of a table
        if (!m_actions->selection().empty())
            m_toolBar->showFor(m_actions->selection().front().kind);
    });
    addToolBar(Qt::TopToolBarArea, m_toolBar);
}

void MainWindow::buildCentre()
{
    m_tree = new InventoryTree(m_session, this);
    m_tree->setRootName(m_connection.label());
    connect(m_tree, &InventoryTree::objectSelected, this, &MainWindow::select);
    connect(m_tree, &InventoryTree::selectionChanged, this, &MainWindow::selectionChanged);
    connect(m_tree, &InventoryTree::migrationRequested, m_actions, &ObjectActions::migrate);
    connect(m_tree, &InventoryTree::viewChanged, this, [this] { select(m_tree->currentObject()); });
    connect(m_tree, &InventoryTree::contextMenuRequested, this, [this](const QPoint &global) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_actions->fill(menu);
        menu->popup(global);
    });
    m_banner = new Banner(this);
    connect(m_banner, &Banner::dismissed, this, [this] { m_restarted = false; });
    m_header = new HeaderStrip(m_session, this);
    m_header->setRootName(m_connection.label());
    connect(m_header, &HeaderStrip::objectActivated, this, &MainWindow::showObject);
    m_tabs = new ObjectTabs(m_session, this);
    connect(m_tabs, &ObjectTabs::objectActivated, this, &MainWindow::showObject);
    connect(m_tabs, &ObjectTabs::operationRequested, m_actions, &ObjectActions::trigger);

    auto *pages = new QWidget(this);
    auto *column = new QVBoxLayout(pages);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_tabs, 1);
    column->addWidget(new UndoBar(*m_undoLog, this));
    m_splitter = new QSplitter(this);
    m_splitter->setObjectName(u"treeAndPages"_s);
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(pages);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_home = new HomePage(this);
    connect(m_home, &HomePage::viewChosen, m_navigation, &NavigationBar::viewChosen);
    connect(m_home, &HomePage::administrationChosen, this, &MainWindow::goToAdministration);
    connect(m_home, &HomePage::searchChosen, this, [this] { m_navigation->search()->setFocus(); });
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_home);
    m_administration = new AdministrationPage(m_session, this);
    connect(m_administration, &AdministrationPage::operationRequested, m_actions, &ObjectActions::trigger);
    connect(m_administration, &AdministrationPage::tabChosen, this, &MainWindow::goToAdministration);
    m_stack->addWidget(m_administration);
    auto *centre = new QWidget(this);
    auto *all = new QVBoxLayout(centre);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_banner); // it matters on every page
    all->addWidget(m_stack, 1);
    setCentralWidget(centre);
}

QDockWidget *MainWindow::addDock(const QString &name, QWidget *content)
{
    auto *dock = new QDockWidget(this);
    dock->setObjectName(name);
    dock->setWidget(content);
    addDockWidget(Qt::BottomDockWidgetArea, dock);
    dock->toggleViewAction()->setObjectName(name + u"Toggle"_s);
    m_docks.push_back(dock);
    return dock;
}

void MainWindow::buildDocks()
{
    m_tasks = new TaskList(m_session, u"recentTasks"_s, this);
    m_alarmActions = new AlarmActions(m_session, this);
    connect(m_actions, &ObjectActions::filling, m_alarmActions, &AlarmActions::addSubmenu);
    m_alarms = new AlarmList(m_session, *m_alarmActions, u"alarms"_s, this);
    QDockWidget *tasks = addDock(u"recentTasksDock"_s, m_tasks);
    tabifyDockWidget(tasks, addDock(u"alarmsDock"_s, m_alarms));
    tasks->raise();
    resizeDocks({tasks}, {fontMetrics().height() * 10}, Qt::Vertical);
    connect(m_tasks, &TaskList::objectActivated, this, &MainWindow::showObject);
    connect(m_alarms, &AlarmList::objectActivated, this, &MainWindow::showObject);
    connect(m_alarms, &AlarmList::countChanged, this, &MainWindow::showAlarmCount);
}

/// Qt makes the bar of docks that lie behind each other itself, when it needs one.
void MainWindow::nameDockTabs()
{
    for (QTabBar *bar : findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly)) {
        bar->setObjectName(u"dockTabs"_s);
        bar->setAccessibleName(tr("Tasks or alarms"));
    }
}

void MainWindow::buildStatusBar()
{
    for (QDockWidget *dock : m_docks) {
        auto *button = new QToolButton(this);
        button->setObjectName(dock->objectName() + u"Button"_s);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        connect(dock, &QDockWidget::visibilityChanged, this, &MainWindow::nameDockTabs);
        // Also told when its tab comes to the front or goes behind another.
        connect(dock, &QDockWidget::visibilityChanged, button, &QToolButton::setChecked);
        connect(button, &QToolButton::clicked, dock, [dock](bool shown) {
            dock->setVisible(shown);
            if (shown)
                dock->raise();
        });
        statusBar()->addWidget(button);
        m_dockButtons.push_back(button);
    }
    m_user = new QLabel(this);
    m_link = new QLabel(this);
    m_link->setObjectName(u"linkState"_s);
    statusBar()->addPermanentWidget(m_user);
    statusBar()->addPermanentWidget(m_link);
}

void MainWindow::buildPrompts()
{
    m_prompts = new HostPrompts(m_session, this);
    m_prompts->setAskForAll(m_connection.kind == Connection::Kind::SingleHost);
    connect(m_header, &HeaderStrip::connectRequested, m_prompts, &HostPrompts::ask);
}

} // namespace views
