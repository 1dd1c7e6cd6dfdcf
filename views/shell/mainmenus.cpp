// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/mainmenus.h"

#include "core/text/language.h"
#include "core/text/text.h"
#include "views/access/administrationpage.h"
#include "views/delegates/objecticons.h"
#include "views/inventory/objectactions.h"
#include "views/inventory/undolog.h"
#include "views/shell/mainwindow.h"
#include "views/shell/navigationbar.h"
#include "views/shell/objecttabs.h"
#include "views/shell/objecttoolbar.h"
#include "views/shell/searchfield.h"
#include "views/shell/shortcutsdialog.h"
#include "views/widgets/theme.h"

#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace views {

MainMenus::MainMenus(MainWindow &window) : QObject(&window), m_window(window)
{
    window.menuBar()->setObjectName(u"menuBar"_s);
    buildSearch(); // is in two menus
    buildFile();
    buildEdit();
    buildView();
    buildInventory();
    buildAdministration();
    buildHelp();
}

QMenu *MainMenus::addMenu(const QString &name, QMenu *parent)
{
    QMenu *menu = parent == nullptr ? m_window.menuBar()->addMenu(QString()) : parent->addMenu(QString());
    menu->setObjectName(name);
    menu->menuAction()->setObjectName(name + u"Action"_s);
    menu->setToolTipsVisible(true); // they say why something is grey
    return menu;
}

QAction *MainMenus::addAction(QMenu *menu, const QString &name, const QKeySequence &keys)
{
    QAction *action = menu->addAction(QString());
    action->setObjectName(name);
    action->setShortcut(keys);
    return action;
}

void MainMenus::buildFile()
{
    m_file = addMenu(u"fileMenu"_s);
    m_new = addMenu(u"newMenu"_s, m_file);
    for (const QString &operation :
         {u"datacenter.create"_s, u"cluster.create"_s, u"folder.create"_s, u"host.add"_s}) {
        if (QAction *action = m_window.actions().action(operation))
            m_new->addAction(action);
    }
    m_file->addSeparator();
    m_connect = addAction(m_file, u"connect"_s, QKeySequence(Qt::CTRL | Qt::Key_O));
    m_connect->setIcon(icon(u"connect"_s));
    connect(m_connect, &QAction::triggered, &m_window, &MainWindow::connectRequested);
    m_file->addSeparator();
    m_close = addAction(m_file, u"closeWindow"_s, QKeySequence(Qt::CTRL | Qt::Key_W));
    connect(m_close, &QAction::triggered, &m_window, &QWidget::close);
    m_exit = addAction(m_file, u"exit"_s, QKeySequence(Qt::CTRL | Qt::Key_Q));
    m_exit->setMenuRole(QAction::QuitRole);
    connect(m_exit, &QAction::triggered, qApp, &QApplication::closeAllWindows);
}

void MainMenus::buildSearch()
{
    m_search = new QAction(icon(u"search"_s), {}, this);
    m_search->setObjectName(u"goToSearch"_s);
    m_search->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    connect(m_search, &QAction::triggered, this, [this] {
        m_window.navigation().search()->setFocus(Qt::ShortcutFocusReason);
        m_window.navigation().search()->selectAll();
    });
}

void MainMenus::buildEdit()
{
    m_edit = addMenu(u"editMenu"_s);
    m_undo = new QAction(this);
    m_undo->setObjectName(u"undo"_s);
    m_undo->setShortcut(
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)); // Ctrl+Z suspends, as in the VI Client
    connect(m_undo, &QAction::triggered, &m_window.undoLog(), &UndoLog::undo);
    connect(&m_window.undoLog(), &UndoLog::changed, this, &MainMenus::showUndo);
    m_window.addAction(m_undo);
    connect(m_edit, &QMenu::aboutToShow, this, &MainMenus::fillEdit);
    fillEdit();
}

void MainMenus::showUndo()
{
    const auto &last = m_window.undoLog().last();
    const auto obstacle = m_window.undoLog().obstacle();
    m_undo->setText(last ? tr("&Undo %1 – %2", "operation, object")
                               .arg(core::text::operationLabel(last->operation), last->name)
                         : tr("&Undo"));
    m_undo->setEnabled(last && !obstacle);
    QString why;
    if (obstacle)
        why = core::text::sentence(*obstacle);
    else if (!last)
        why = tr("Nothing was renamed or moved since this window was opened.");
    m_undo->setToolTip(why);
    m_undo->setStatusTip(why);
}

/// Undo; rename and remove of the selected kind.
void MainMenus::fillEdit()
{
    m_edit->clear();
    showUndo();
    m_edit->addAction(m_undo);
    m_edit->addSeparator();
    const auto &selection = m_window.actions().selection();
    const auto kind = selection.empty() ? core::model::Kind::Root : selection.front().kind;
    for (const QString &verb : {u"rename"_s, u"delete"_s}) {
        if (QAction *action =
                m_window.actions().action(QLatin1StringView(core::wireName(kind)) + u'.' + verb))
            m_edit->addAction(action);
    }
    m_edit->addSeparator();
    m_edit->addAction(m_search);
}

void MainMenus::buildView()
{
    m_view = addMenu(u"viewMenu"_s);
    NavigationBar &navigation = m_window.navigation();
    for (QAction *view : navigation.views())
        m_view->addAction(view);
    m_view->addSeparator();
    for (QAction *step : {navigation.back(), navigation.forward(), navigation.home()})
        m_view->addAction(step);
    m_view->addSeparator();
    m_view->addAction(m_search);
    buildPlaces();
    m_view->addSeparator();
    for (const QDockWidget *dock : m_window.docks())
        m_view->addAction(dock->toggleViewAction());
    m_view->addAction(m_window.objectToolBar().toggleViewAction());
    m_window.objectToolBar().toggleViewAction()->setObjectName(u"toggleToolBar"_s);
    m_window.navigation().toggleViewAction()->setObjectName(u"toggleNavigation"_s);
    m_statusBar = addAction(m_view, u"toggleStatusBar"_s);
    m_statusBar->setCheckable(true);
    m_statusBar->setChecked(true);
    connect(m_statusBar, &QAction::toggled, m_window.statusBar(), &QWidget::setVisible);
    m_gettingStarted = addAction(m_view, u"toggleGettingStarted"_s);
    m_gettingStarted->setCheckable(true);
    m_gettingStarted->setChecked(QSettings().value(u"gettingStarted"_s, true).toBool());
    connect(m_gettingStarted, &QAction::toggled, &m_window, &MainWindow::setGettingStartedShown);
    m_view->addSeparator();
    buildLanguages(m_language = addMenu(u"languageMenu"_s, m_view));
    buildThemes(m_theme = addMenu(u"themeMenu"_s, m_view));
    connect(m_view, &QMenu::aboutToShow, this, &MainMenus::showChosen); // another window may have changed it
}

/// Each part of the window by a key: the tree, the pages one after the other, the lists below.
void MainMenus::buildPlaces()
{
    m_toTree = addAction(m_view, u"goToTree"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I));
    connect(m_toTree, &QAction::triggered, &m_window, &MainWindow::goToTree);
    m_nextTab = addAction(m_view, u"nextTab"_s, QKeySequence(Qt::CTRL | Qt::Key_PageDown));
    connect(m_nextTab, &QAction::triggered, this, [this] { m_window.tabs().step(1); });
    m_previousTab = addAction(m_view, u"previousTab"_s, QKeySequence(Qt::CTRL | Qt::Key_PageUp));
    connect(m_previousTab, &QAction::triggered, this, [this] { m_window.tabs().step(-1); });
    m_toTasks = addAction(m_view, u"goToTasks"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K));
    connect(m_toTasks, &QAction::triggered, this, [this] { m_window.goToDock(0); });
    m_toAlarms = addAction(m_view, u"goToAlarms"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
    connect(m_toAlarms, &QAction::triggered, this, [this] { m_window.goToDock(1); });
}

void MainMenus::buildLanguages(QMenu *menu)
{
    menu->setIcon(icon(u"language"_s));
    auto *group = new QActionGroup(this);
    for (const QString &language : core::text::languages()) {
        QAction *action = addAction(menu, u"language-"_s + language);
        action->setText(language == u"fr"
                            ? u"Français"_s
                            : u"English"_s); // each in its own: to be found by who reads no other
        action->setCheckable(true);
        group->addAction(action);
        m_languages[language] = action;
        connect(action, &QAction::triggered, this, [language] {
            core::text::setLanguage(language);
            QSettings().setValue(u"language"_s, language);
        });
    }
}

void MainMenus::buildThemes(QMenu *menu)
{
    auto *group = new QActionGroup(this);
    for (const theme::Mode mode : {theme::Mode::System, theme::Mode::Light, theme::Mode::Dark}) {
        QAction *action = addAction(menu, u"theme-"_s + theme::toString(mode));
        action->setCheckable(true);
        group->addAction(action);
        m_themes[theme::toString(mode)] = action;
        connect(action, &QAction::triggered, this, [mode] {
            theme::apply(mode);
            QSettings().setValue(u"theme"_s, theme::toString(mode));
        });
    }
}

void MainMenus::buildInventory()
{
    m_inventory = addMenu(u"inventoryMenu"_s);
    const auto fill = [this] {
        m_inventory->clear();
        m_window.actions().fill(m_inventory);
    };
    connect(m_inventory, &QMenu::aboutToShow, this, fill);
    fill();
}

void MainMenus::buildAdministration()
{
    m_administration = addMenu(u"administrationMenu"_s);
    for (const QString &tab : AdministrationPage::tabs()) {
        QAction *action = addAction(m_administration, u"administration-"_s + tab);
        m_administrationTabs[tab] = action;
        connect(action, &QAction::triggered, &m_window, [this, tab] { m_window.goToAdministration(tab); });
    }
}

void MainMenus::buildHelp()
{
    m_help = addMenu(u"helpMenu"_s);
    m_shortcuts = addAction(m_help, u"keyboardShortcuts"_s, QKeySequence(QKeySequence::HelpContents));
    connect(m_shortcuts, &QAction::triggered, this, [this] {
        auto *dialog = new ShortcutsDialog(m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    m_help->addSeparator();
    m_about = addAction(m_help, u"about"_s);
    m_about->setMenuRole(QAction::AboutRole);
    connect(m_about, &QAction::triggered, this, [this] {
        auto *box = new QMessageBox(&m_window);
        box->setObjectName(u"aboutBox"_s);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setIconPixmap(icon(u"vigie"_s).pixmap(QSize(64, 64), box->devicePixelRatioF()));
        box->setWindowTitle(tr("About Vigie"));
        box->setText(tr("Vigie %1").arg(QStringLiteral(VIGIE_VERSION)));
        box->setInformativeText(
            tr("Console and orchestrator for KVM hosts. Free software under the GNU General Public "
               "License, version 3 or later. Uses Qt %1.")
                .arg(QLatin1StringView(qVersion())));
        box->open();
    });
}

void MainMenus::showChosen()
{
    m_languages[core::text::language()]->setChecked(true);
    m_themes[theme::toString(theme::mode())]->setChecked(true);
    m_statusBar->setChecked(!m_window.statusBar()->isHidden());
}

void MainMenus::retranslate()
{
    m_file->setTitle(tr("&File"));
    m_new->setTitle(tr("&New"));
    m_edit->setTitle(tr("&Edit"));
    m_view->setTitle(tr("&View"));
    m_language->setTitle(tr("&Language"));
    m_theme->setTitle(tr("&Theme"));
    m_inventory->setTitle(tr("&Inventory"));
    m_administration->setTitle(tr("&Administration"));
    for (const auto &[tab, action] : m_administrationTabs)
        action->setText(AdministrationPage::tabTitle(tab));
    m_help->setTitle(tr("&Help"));
    m_connect->setText(tr("&Connect…"));
    m_close->setText(tr("Close &Window"));
    m_exit->setText(tr("E&xit"));
    m_search->setText(tr("&Search"));
    m_toTree->setText(tr("Go to the Inventory &Tree"));
    m_nextTab->setText(tr("Ne&xt Tab"));
    m_previousTab->setText(tr("&Previous Tab"));
    m_toTasks->setText(tr("Go to the Recent Tas&ks"));
    m_toAlarms->setText(tr("Go to the Triggered &Alarms"));
    showUndo();
    m_statusBar->setText(tr("Status &bar"));
    m_gettingStarted->setText(tr("&Getting Started pages"));
    m_shortcuts->setText(tr("&Keyboard Shortcuts"));
    m_about->setText(tr("&About Vigie"));
    m_themes[u"system"_s]->setText(tr("As the desk&top", "theme"));
    m_themes[u"light"_s]->setText(tr("&Light", "theme"));
    m_themes[u"dark"_s]->setText(tr("&Dark", "theme"));
    showChosen();
}

} // namespace views
