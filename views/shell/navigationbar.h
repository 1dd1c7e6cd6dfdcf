// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"
#include "core/model/tree.h"

#include <QToolBar>

#include <array>

class QActionGroup;
class QToolButton;

namespace views {

class SearchField;

/// Back, forward, home, "Home ▸ Inventory ▸ Hosts and Clusters ▾", and the search over the whole inventory.
class NavigationBar : public QToolBar
{
    Q_OBJECT

public:
    NavigationBar(core::api::client::Session &session, QWidget *parent);

    void setHistory(bool back, bool forward);
    /// Where we are: home, or in a view.
    void showPlace(bool home, core::model::TreeView view);

    [[nodiscard]] QAction *back() const { return m_back; }
    [[nodiscard]] QAction *forward() const { return m_forward; }
    [[nodiscard]] QAction *home() const { return m_home; }
    /// Checkable, exclusive; with Ctrl+Shift+H, V, D, N.
    [[nodiscard]] const std::array<QAction *, 4> &views() const { return m_views; }
    [[nodiscard]] SearchField *search() const { return m_search; }

Q_SIGNALS:
    void viewChosen(core::model::TreeView view);

protected:
    void changeEvent(QEvent *event) override;

private:
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
    core::model::TreeView m_view = core::model::TreeView::HostsAndClusters;
};

/// "Hosts and Clusters", in the current language.
[[nodiscard]] QString viewTitle(core::model::TreeView view);

} // namespace views
