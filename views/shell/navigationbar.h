// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"
#include "core/model/tree.h"
#include "views/shell/navigationhistory.h"

#include <QToolBar>

#include <array>

class QActionGroup;
class QLabel;
class QToolButton;

namespace views {

class SearchField;

/// Back, forward, home, "Home ▸ Inventory ▸ Hosts and Clusters ▾" or "Home ▸ Administration ▸ Roles", and the search over the whole inventory.
class NavigationBar : public QToolBar
{
    Q_OBJECT

public:
    NavigationBar(core::api::client::Session &session, QWidget *parent);

    void setHistory(bool back, bool forward);
    void showPlace(const Place &place);

    [[nodiscard]] QAction *back() const { return m_back; }
    [[nodiscard]] QAction *forward() const { return m_forward; }
    [[nodiscard]] QAction *home() const { return m_home; }
    /// Checkable, exclusive; with Ctrl+Shift+H, V, D, N.
    [[nodiscard]] const std::array<QAction *, 4> &views() const { return m_views; }
    [[nodiscard]] SearchField *search() const { return m_search; }

Q_SIGNALS:
    void viewChosen(core::model::TreeView view);
    void administrationChosen(const QString &tab);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildInventoryPath(QWidget *row);
    QWidget *buildAdministrationPath(QWidget *row);
    void sayPlace();
    void buildViews();
    void buildPath();
    void retranslate();

    QAction *m_back;
    QAction *m_forward;
    QAction *m_home;
    std::array<QAction *, 4> m_views{};
    QToolButton *m_homeStep;
    QToolButton *m_inventoryStep;
    QToolButton *m_viewStep;
    SearchField *m_search;
    QWidget *m_inventoryPath = nullptr;
    QWidget *m_administrationPath = nullptr;
    QToolButton *m_administrationStep;
    QLabel *m_administrationTab = nullptr;
    QString m_tab; ///< of the administration; empty: not there
    core::model::TreeView m_view = core::model::TreeView::HostsAndClusters;
};

/// "Hosts and Clusters", in the current language.
[[nodiscard]] QString viewTitle(core::model::TreeView view);

} // namespace views
