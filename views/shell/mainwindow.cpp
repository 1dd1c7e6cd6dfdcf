// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/mainwindow.h"

#include "core/text/text.h"
#include "views/delegates/objecticons.h"
#include "views/inventory/inventorytree.h"
#include "views/inventory/objectactions.h"
#include "views/inventory/undolog.h"
#include "views/shell/alarmlist.h"
#include "views/shell/banner.h"
#include "views/shell/headerstrip.h"
#include "views/shell/homepage.h"
#include "views/shell/hostprompts.h"
#include "views/shell/linkwords.h"
#include "views/shell/mainmenus.h"
#include "views/shell/navigationbar.h"
#include "views/shell/objecttabs.h"
#include "views/shell/objecttoolbar.h"
#include "views/shell/searchfield.h"
#include "views/shell/tasklist.h"
#include "views/shell/undobar.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace views {

using core::api::client::Link;
using core::api::client::Session;
using core::model::ObjectRef;
using core::model::TreeView;

MainWindow::MainWindow(Session &session, Connection connection)
    : m_session(session),
      m_connection(std::move(connection)),
      m_actions(new ObjectActions(session, this)),
      m_undoLog(new UndoLog(session, this))
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(icon(u"vigie"_s));
    setDockOptions(AnimatedDocks | AllowTabbedDocks | AllowNestedDocks);
    buildNavigation();
    buildToolBar();
    buildCentre();
    buildDocks();
    buildStatusBar();
    buildPrompts();
    m_menus = new MainMenus(*this);
    m_ageing.setInterval(1s);
    connect(&m_ageing, &QTimer::timeout, this, &MainWindow::showLink);
    connect(&session, &Session::linkChanged, this, &MainWindow::showLink);
    connect(m_actions, &ObjectActions::consoleRequested, this, &MainWindow::openConsole);
    connect(m_actions, &ObjectActions::windowRequested, this, &MainWindow::windowRequested);
    connect(m_actions, &ObjectActions::refused, this, &MainWindow::sayRefused);
    retranslate();
    restoreLayout();
    select(ObjectRef());
    m_tree->setFocus(); // the arrows lead through the inventory from the first key on
}

MainWindow::~MainWindow() = default;

void MainWindow::buildNavigation()
{
    m_navigation = new NavigationBar(m_session, this);
    addToolBar(Qt::TopToolBarArea, m_navigation);
    addToolBarBreak(Qt::TopToolBarArea);
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
    column->addWidget(m_banner);
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
    connect(m_home, &HomePage::searchChosen, this, [this] { m_navigation->search()->setFocus(); });
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_home);
    setCentralWidget(m_stack);
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
    m_alarms = new AlarmList(m_session, u"alarms"_s, this);
    QDockWidget *tasks = addDock(u"recentTasksDock"_s, m_tasks);
    tabifyDockWidget(tasks, addDock(u"alarmsDock"_s, m_alarms));
    tasks->raise();
    resizeDocks({tasks}, {fontMetrics().height() * 10}, Qt::Vertical);
    connect(m_tasks, &TaskList::objectActivated, this, &MainWindow::showObject);
    connect(m_alarms, &AlarmList::objectActivated, this, &MainWindow::showObject);
    connect(m_alarms, &AlarmList::countChanged, this, &MainWindow::showAlarmCount);
}

void MainWindow::buildStatusBar()
{
    for (QDockWidget *dock : m_docks) {
        auto *button = new QToolButton(this);
        button->setObjectName(dock->objectName() + u"Button"_s);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        connect(dock->toggleViewAction(), &QAction::toggled, button, &QToolButton::setChecked);
        connect(button, &QToolButton::clicked, dock, [dock](bool shown) {
            dock->setVisible(shown);
            dock->raise(); // it may lie behind another
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

void MainWindow::goTo(const Place &place)
{
    if (!m_stepping)
        m_history.visit(place);
    showPlace(place);
}

void MainWindow::goHome()
{
    goTo({.home = true, .view = m_tree->view(), .object = m_tree->currentObject()});
}

void MainWindow::select(const ObjectRef &object)
{
    goTo({.view = m_tree->view(), .object = object});
    selectionChanged();
}

void MainWindow::showObject(const ObjectRef &object)
{
    if (m_place.home)
        goTo({.view = m_tree->view(), .object = m_tree->currentObject()});
    m_tree->selectObject(object); // tells by objectSelected
}

/// What is gone since is passed over.
void MainWindow::step(bool forward)
{
    while (forward ? m_history.canGoForward() : m_history.canGoBack()) {
        const Place place = forward ? m_history.forward() : m_history.back();
        if (place.home || place.object.isRoot() || m_session.inventory().contains(place.object)) {
            stepTo(place);
            return;
        }
    }
    m_navigation->setHistory(m_history.canGoBack(), m_history.canGoForward());
}

void MainWindow::stepTo(const Place &place)
{
    m_stepping = true;
    if (!place.home) {
        m_tree->setView(place.view);
        m_tree->selectObject(place.object);
    }
    m_stepping = false;
    showPlace(place);
}

void MainWindow::showPlace(const Place &place)
{
    m_place = place;
    m_stack->setCurrentWidget(place.home ? static_cast<QWidget *>(m_home) : m_splitter);
    m_navigation->showPlace(place.home, place.view);
    m_navigation->setHistory(m_history.canGoBack(), m_history.canGoForward());
    if (place.home) {
        m_actions->setSelection({ObjectRef()}); // what the tree has selected is not in sight
        return;
    }
    m_header->setObject(place.object, place.view);
    m_tabs->setObject(place.object);
}

void MainWindow::selectionChanged()
{
    auto selected = m_tree->selectedObjects();
    if (selected.empty())
        selected.push_back(m_tree->currentObject());
    m_actions->setView(m_tree->view());
    m_actions->setSelection(std::move(selected));
}

void MainWindow::openConsole(const ObjectRef &vm)
{
    showObject(vm);
    m_tabs->showPage(u"console"_s);
}

/// Where the eye is, the pointer or the toolbar, and in the status bar.
void MainWindow::sayRefused(const QString &reason)
{
    constexpr int readMs = 8000;
    statusBar()->showMessage(reason, readMs);
    QToolTip::showText(m_toolBar->mapToGlobal(m_toolBar->rect().bottomLeft()), reason.toHtmlEscaped(), this,
                       {}, readMs);
}

void MainWindow::setAsking(bool asking)
{
    m_prompts->setAsking(asking);
}

void MainWindow::tellRestarted()
{
    m_restarted = true;
    m_failure.reset();
    showLink();
}

void MainWindow::tellFailed(const core::Error &error)
{
    m_failure = error;
    showLink();
}

void MainWindow::showLink()
{
    const Link link = m_session.link();
    const bool online = link == Link::Online;
    if (online)
        m_failure.reset();
    const LinkWords words = linkWords(m_session, m_failure, m_restarted);
    if (words.banner.isEmpty())
        m_banner->hide();
    else
        m_banner->say(words.role, words.banner, words.closable);
    m_link->setText(words.status);
    m_user->setText(m_session.user());
    setWindowTitle(m_session.user().isEmpty()
                       ? tr("%1 – Vigie").arg(m_connection.label())
                       : tr("%1 on %2 – Vigie", "user on core").arg(m_session.user(), m_connection.label()));
    QPalette shade; // old data is to look old, and can still be read, searched and copied
    if (link == Link::Lost) {
        for (const auto role : {QPalette::Text, QPalette::WindowText})
            shade.setColor(role, theme::color(theme::Role::Muted));
    }
    m_splitter->setPalette(shade);
    if (link == Link::Lost)
        m_ageing.start();
    else
        m_ageing.stop();
}

void MainWindow::showAlarmCount()
{
    const int count = m_alarms->count();
    QToolButton *button = m_dockButtons.back();
    button->setText(count > 0 ? tr("Alarms (%n)", nullptr, count) : tr("Alarms"));
    button->setIcon(count > 0 ? icon(u"alert"_s) : QIcon());
    button->setAccessibleName(tr("Show or hide the alarms, %n triggered", nullptr, count));
}

void MainWindow::setGettingStartedShown(bool shown)
{
    m_tabs->setGettingStartedShown(shown);
    QSettings().setValue(u"gettingStarted"_s, shown);
}

void MainWindow::restoreLayout()
{
    const QSettings settings;
    resize(QSize(fontMetrics().averageCharWidth() * 190, fontMetrics().height() * 56)
               .boundedTo(screen()->availableSize() * 0.95));
    m_splitter->setSizes({fontMetrics().averageCharWidth() * 42, fontMetrics().averageCharWidth() * 148});
    restoreGeometry(settings.value(u"window/geometry"_s).toByteArray());
    restoreState(settings.value(u"window/state"_s).toByteArray());
    m_splitter->restoreState(settings.value(u"window/splitter"_s).toByteArray());
    m_tree->restore(settings, m_connection.placesKey());
    m_tabs->setGettingStartedShown(settings.value(u"gettingStarted"_s, true).toBool());
    statusBar()->setVisible(settings.value(u"window/statusBar"_s, true).toBool());
    for (size_t i = 0; i < m_docks.size(); ++i)
        m_dockButtons[i]->setChecked(!m_docks[i]->isHidden());
}

void MainWindow::saveLayout() const
{
    QSettings settings;
    settings.setValue(u"window/geometry"_s, saveGeometry());
    settings.setValue(u"window/state"_s, saveState());
    settings.setValue(u"window/splitter"_s, m_splitter->saveState());
    settings.setValue(u"window/statusBar"_s, !statusBar()->isHidden());
    m_tree->save(settings, m_connection.placesKey());
}

void MainWindow::retranslate()
{
    m_docks[0]->setWindowTitle(tr("Recent Tasks"));
    m_docks[1]->setWindowTitle(tr("Triggered Alarms"));
    m_dockButtons[0]->setText(tr("Tasks"));
    m_dockButtons[0]->setAccessibleName(tr("Show or hide the recent tasks"));
    m_tree->setRootName(m_connection.label());
    m_header->setRootName(m_connection.label());
    m_menus->retranslate();
    showAlarmCount();
    showLink();
}

int MainWindow::runningTasks() const
{
    return static_cast<int>(std::ranges::count_if(m_session.tasks(), [](const core::model::Task &task) {
        return !core::model::isFinished(task.state);
    }));
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_menus != nullptr)
        retranslate();
    else if (event->type() == QEvent::ApplicationPaletteChange && m_menus != nullptr)
        showLink();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const int running = m_connection.kind == Connection::Kind::Simulated ? 0 : runningTasks();
    if (running == 0 || m_session.link() != Link::Online || m_closeAnyway) {
        saveLayout();
        event->accept();
        Q_EMIT closed();
        return;
    }
    event->ignore();
    auto *box = new QMessageBox(
        QMessageBox::Information, tr("Close the Window"),
        tr("%n task(s) are still running. The core goes on with them after the window is closed.", nullptr,
           running),
        QMessageBox::NoButton, this);
    box->setObjectName(u"closeQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *close = box->addButton(tr("&Close the Window"), QMessageBox::AcceptRole);
    close->setObjectName(u"closeAnyway"_s);
    box->addButton(QMessageBox::Cancel)->setObjectName(u"closeCancel"_s);
    connect(close, &QPushButton::clicked, this, [this] {
        m_closeAnyway = true;
        QWidget::close();
    });
    box->open();
}

} // namespace views
