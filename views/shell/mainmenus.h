// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <map>

class QAction;
class QActionGroup;
class QMenu;

namespace views {

class MainWindow;

/// The menu bar. What does not exist yet is absent, not dead.
class MainMenus : public QObject
{
    Q_OBJECT

public:
    explicit MainMenus(MainWindow &window);

    void retranslate();

private:
    QMenu *addMenu(const QString &name, QMenu *parent = nullptr);
    QAction *addAction(QMenu *menu, const QString &name, const QKeySequence &keys = {});
    void buildSearch();
    void buildFile();
    void buildEdit();
    void buildView();
    void buildPlaces();
    void buildLanguages(QMenu *menu);
    void buildThemes(QMenu *menu);
    void buildInventory();
    void buildAdministration();
    void buildHelp();
    void fillEdit();
    void showUndo();
    void showChosen();

    MainWindow &m_window;
    QMenu *m_file = nullptr;
    QMenu *m_new = nullptr;
    QMenu *m_edit = nullptr;
    QMenu *m_view = nullptr;
    QMenu *m_language = nullptr;
    QMenu *m_theme = nullptr;
    QMenu *m_inventory = nullptr;
    QMenu *m_administration = nullptr;
    QMenu *m_help = nullptr;
    QAction *m_connect = nullptr;
    QAction *m_close = nullptr;
    QAction *m_exit = nullptr;
    QAction *m_search = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_toTree = nullptr;
    QAction *m_nextTab = nullptr;
    QAction *m_previousTab = nullptr;
    QAction *m_toTasks = nullptr;
    QAction *m_toAlarms = nullptr;
    QAction *m_statusBar = nullptr;
    QAction *m_gettingStarted = nullptr;
    QAction *m_shortcuts = nullptr;
    QAction *m_about = nullptr;
    std::map<QString, QAction *> m_administrationTabs; ///< by "roles"
    std::map<QString, QAction *> m_languages; ///< by "fr"
    std::map<QString, QAction *> m_themes; ///< by "dark"
};

} // namespace views
