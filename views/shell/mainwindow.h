// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"
#include "views/shell/connection.h"
#include "views/shell/navigationhistory.h"

#include <QMainWindow>
#include <QTimer>

class QDockWidget;
class QLabel;
class QSplitter;
class QStackedWidget;

class QToolButton;

namespace views {

class AdministrationPage;
class AlarmActions;
class AlarmList;
class Banner;
class HeaderStrip;
class HomePage;
class HostPrompts;
class InventoryTree;
class MainMenus;
class NavigationBar;
class ObjectActions;
class ObjectTabs;
class ObjectToolBar;
class TaskList;
class UndoLog;

/// The window on one core: menus, navigation, inventory tree, the selected object's pages, tasks, alarms, status.
/// The session must outlive it; several windows may share one. Its layout is kept in QSettings.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(core::api::client::Session &session, Connection connection);
    ~MainWindow() override;

    void goTo(const Place &place);
    void showObject(const core::model::ObjectRef &object);
    void goHome();
    void goToTree();
    /// The keyboard too: 0 the recent tasks, 1 the alarms.
    void goToDock(size_t which);
    /// "users", "roles": a tab of the administration.
    void goToAdministration(const QString &tab);

    /// The core died and a new one answers.
    void tellRestarted();
    /// There is no core and why; it is tried again.
    void tellFailed(const core::Error &error);

    /// For the menus.
    [[nodiscard]] ObjectActions &actions() const { return *m_actions; }
    [[nodiscard]] NavigationBar &navigation() const { return *m_navigation; }
    [[nodiscard]] UndoLog &undoLog() const { return *m_undoLog; }
    [[nodiscard]] ObjectTabs &tabs() const { return *m_tabs; }
    [[nodiscard]] const std::vector<QDockWidget *> &docks() const { return m_docks; }
    [[nodiscard]] ObjectToolBar &objectToolBar() const { return *m_toolBar; }
    void setGettingStartedShown(bool shown);
    /// Of several windows on one core, one asks about host keys and secrets.
    void setAsking(bool asking);

Q_SIGNALS:
    /// File ▸ Connect…
    void connectRequested();
    /// Another window on the same core, with this object in front.
    void windowRequested(const core::model::ObjectRef &object);
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void buildNavigation();
    void buildToolBar();
    void buildCentre();
    void buildDocks();
    QDockWidget *addDock(const QString &name, QWidget *content);
    void nameDockTabs();
    void buildStatusBar();
    void buildPrompts();
    void restoreLayout();
    void saveLayout() const;
    void retranslate();

    void select(const core::model::ObjectRef &object);
    void selectionChanged();
    void step(bool forward);
    void stepTo(const Place &place);
    void showPlace(const Place &place);
    void addHost(const core::model::ObjectRef &parent);
    void openConsole(const core::model::ObjectRef &vm);
    void sayRefused(const QString &reason);
    void showLink();
    void showAlarmCount();
    [[nodiscard]] int runningTasks() const;

    core::api::client::Session &m_session;
    Connection m_connection;
    NavigationHistory m_history;
    Place m_place;
    bool m_stepping = false; ///< the history leads, not the user
    bool m_restarted = false; ///< the banner about it was not closed yet
    bool m_closeAnyway = false;
    std::optional<core::Error> m_failure;

    ObjectActions *m_actions;
    UndoLog *m_undoLog;
    NavigationBar *m_navigation = nullptr;
    ObjectToolBar *m_toolBar = nullptr;
    QStackedWidget *m_stack = nullptr;
    HomePage *m_home = nullptr;
    AdministrationPage *m_administration = nullptr;
    QSplitter *m_splitter = nullptr;
    InventoryTree *m_tree = nullptr;
    Banner *m_banner = nullptr;
    HeaderStrip *m_header = nullptr;
    ObjectTabs *m_tabs = nullptr;
    std::vector<QDockWidget *> m_docks; ///< Recent Tasks, Triggered Alarms
    TaskList *m_tasks = nullptr;
    AlarmActions *m_alarmActions = nullptr;
    AlarmList *m_alarms = nullptr;
    std::vector<QToolButton *> m_dockButtons;
    QLabel *m_user = nullptr;
    QLabel *m_link = nullptr;
    HostPrompts *m_prompts = nullptr;
    MainMenus *m_menus = nullptr;
    QTimer m_ageing; ///< while the link is lost
};

} // namespace views
