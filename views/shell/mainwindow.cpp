// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/mainwindow.h"

#include "core/text/text.h"
#include "views/access/administrationpage.h"
#include "views/activity/tasklist.h"
#include "views/addhost/addhostwizard.h"
#include "views/alarms/alarmlist.h"
#include "views/delegates/objecticons.h"
#include "views/inventory/inventorytree.h"
#include "views/inventory/objectactions.h"
#include "views/inventory/undolog.h"
#include "views/models/filteredlist.h"
#include "views/shell/banner.h"
#include "views/shell/headerstrip.h"
#include "views/shell/homepage.h"
#include "views/shell/hostprompts.h"
#include "views/shell/linkwords.h"
#include "views/shell/mainmenus.h"
#include "views/shell/navigationbar.h"
#include "views/shell/objecttabs.h"
#include "views/shell/objecttoolbar.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>
#include <QToolTip>
#include <QTreeView>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace views {

using core::api::client::Link;
using core::api::client::Session;
using core::model::ObjectRef;

namespace {

/// An object, with the tree beside it.
bool isInventory(const Place &place)
{
    return !place.home && place.administration.isEmpty();
}

} // namespace

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
    connect(m_actions, &ObjectActions::addHostRequested, this, &MainWindow::addHost);
    connect(m_actions, &ObjectActions::windowRequested, this, &MainWindow::windowRequested);
    connect(m_actions, &ObjectActions::refused, this, &MainWindow::sayRefused);
    retranslate();
    restoreLayout();
    select(ObjectRef());
    m_tree->setFocus(); // the arrows lead through the inventory from the first key on
}

MainWindow::~MainWindow() = default;

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

void MainWindow::goToTree()
{
    if (!isInventory(m_place))
        goTo({.view = m_tree->view(), .object = m_tree->currentObject()});
    m_tree->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::goToDock(size_t which)
{
    QDockWidget *dock = m_docks.at(which);
    dock->show();
    dock->raise();
    FilteredList &list = which == 0 ? m_tasks->list() : m_alarms->list();
    list.view()->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::goToAdministration(const QString &tab)
{
    goTo({.administration = tab, .view = m_tree->view(), .object = m_tree->currentObject()});
}

void MainWindow::select(const ObjectRef &object)
{
    goTo({.view = m_tree->view(), .object = object});
    selectionChanged();
}

void MainWindow::showObject(const ObjectRef &object)
{
    if (!isInventory(m_place))
        goTo({.view = m_tree->view(), .object = m_tree->currentObject()});
    m_tree->selectObject(object); // tells by objectSelected
}

/// What is gone since is passed over.
void MainWindow::step(bool forward)
{
    while (forward ? m_history.canGoForward() : m_history.canGoBack()) {
        const Place place = forward ? m_history.forward() : m_history.back();
        if (!isInventory(place) || place.object.isRoot() || m_session.inventory().contains(place.object)) {
            stepTo(place);
            return;
        }
    }
    m_navigation->setHistory(m_history.canGoBack(), m_history.canGoForward());
}

void MainWindow::stepTo(const Place &place)
{
    m_stepping = true;
    if (isInventory(place)) {
        m_tree->setView(place.view);
        m_tree->selectObject(place.object);
    }
    m_stepping = false;
    showPlace(place);
}

void MainWindow::showPlace(const Place &place)
{
    m_place = place;
    m_administration->showTab(place.administration);
    QWidget *elsewhere = place.home ? static_cast<QWidget *>(m_home) : m_administration;
    m_stack->setCurrentWidget(isInventory(place) ? m_splitter : elsewhere);
    m_navigation->showPlace(place);
    m_navigation->setHistory(m_history.canGoBack(), m_history.canGoForward());
    if (!isInventory(place)) {
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

/// Questions about keys and secrets are asked on top of it, by m_prompts.
void MainWindow::addHost(const ObjectRef &parent)
{
    auto *wizard = new AddHostWizard(m_session, parent, this);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    wizard->open();
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
    const QString user = m_session.user();
    m_user->setText(user.isEmpty() ? m_connection.label()
                                   : tr("%1 on %2", "user on core").arg(user, m_connection.label()));
    setWindowTitle(tr("%1 – Vigie").arg(m_user->text()));
    QPalette shade; // old data is to look old, and can still be read, searched and copied
    if (link == Link::Lost) {
        for (const auto role : {QPalette::Text, QPalette::WindowText})
            shade.setColor(role, theme::color(theme::Role::Muted));
    }
    for (QWidget *old : std::initializer_list<QWidget *>{m_splitter, m_administration, m_tasks, m_alarms})
        old->setPalette(shade);
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
    nameDockTabs();
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
