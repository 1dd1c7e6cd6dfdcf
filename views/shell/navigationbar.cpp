// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/navigationbar.h"

#include "views/delegates/objecticons.h"
#include "views/shell/searchfield.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace views {

using core::model::TreeView;

namespace {

constexpr std::array allViews{TreeView::HostsAndClusters, TreeView::VmsAndTemplates, TreeView::Datastores,
                              TreeView::Networks};

QAction *newAction(QObject *parent, const QString &name, const QString &picture, const QKeySequence &keys)
{
    auto *action = new QAction(icon(picture), {}, parent);
    action->setObjectName(name);
    action->setShortcut(keys);
    return action;
}

QToolButton *newStep(QWidget *parent, const QString &name)
{
    auto *step = new QToolButton(parent);
    step->setObjectName(name);
    step->setAutoRaise(true);
    step->setFocusPolicy(Qt::TabFocus);
    step->setToolButtonStyle(Qt::ToolButtonTextOnly);
    return step;
}

} // namespace

QString viewTitle(TreeView view)
{
    switch (view) {
    case TreeView::HostsAndClusters: return NavigationBar::tr("Hosts and Clusters");
    case TreeView::VmsAndTemplates: return NavigationBar::tr("VMs and Templates");
    case TreeView::Datastores: return NavigationBar::tr("Datastores");
    case TreeView::Networks: return NavigationBar::tr("Networks");
    }
    Q_UNREACHABLE();
}

NavigationBar::NavigationBar(core::api::client::Session &session, QWidget *parent)
    : QToolBar(parent),
      m_back(newAction(this, u"goBack"_s, u"back"_s, QKeySequence(Qt::ALT | Qt::Key_Left))),
      m_forward(newAction(this, u"goForward"_s, u"forward"_s, QKeySequence(Qt::ALT | Qt::Key_Right))),
      m_home(newAction(this, u"goHome"_s, u"home"_s, QKeySequence(Qt::ALT | Qt::Key_Home))),
      m_homeStep(newStep(this, u"pathHome"_s)),
      m_inventoryStep(newStep(this, u"pathInventory"_s)),
      m_viewStep(newStep(this, u"pathView"_s)),
      m_search(new SearchField(session, this))
{
    setObjectName(u"navigationBar"_s);
    setMovable(false);
    addAction(m_back);
    addAction(m_forward);
    addAction(m_home);
    for (QAction *action : {m_back, m_forward, m_home})
        widgetForAction(action)->setObjectName(action->objectName() + u"Button"_s);
    buildViews();
    buildPath();
    retranslate();
}

void NavigationBar::buildViews()
{
    static constexpr std::array keys{Qt::Key_H, Qt::Key_V, Qt::Key_D, Qt::Key_N};
    static const std::array names{u"viewHostsAndClusters"_s, u"viewVmsAndTemplates"_s, u"viewDatastores"_s,
                                  u"viewNetworks"_s};
    static const std::array pictures{u"cluster"_s, u"vm"_s, u"datastore"_s, u"network"_s};
    auto *group = new QActionGroup(this);
    auto *menu = new QMenu(m_viewStep);
    menu->setObjectName(u"pathViewMenu"_s);
    for (size_t i = 0; i < allViews.size(); ++i) {
        m_views[i] = newAction(this, names[i], pictures[i], QKeySequence(Qt::CTRL | Qt::SHIFT | keys[i]));
        m_views[i]->setCheckable(true);
        group->addAction(m_views[i]);
        menu->addAction(m_views[i]);
        connect(m_views[i], &QAction::triggered, this,
                [this, view = allViews[i]] { Q_EMIT viewChosen(view); });
    }
    m_viewStep->setMenu(menu);
    m_viewStep->setPopupMode(QToolButton::InstantPopup);
}

void NavigationBar::buildPath()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(8, 0, 8, 0);
    layout->setSpacing(2);
    layout->addWidget(m_homeStep);
    layout->addWidget(new QLabel(u"▸"_s, row));
    layout->addWidget(m_inventoryStep);
    layout->addWidget(new QLabel(u"▸"_s, row));
    layout->addWidget(m_viewStep);
    layout->addStretch();
    layout->addWidget(m_search);
    addWidget(row)->setObjectName(u"path"_s);
    connect(m_homeStep, &QToolButton::clicked, m_home, &QAction::trigger);
    connect(m_inventoryStep, &QToolButton::clicked, this, [this] { Q_EMIT viewChosen(m_view); });
}

void NavigationBar::setHistory(bool back, bool forward)
{
    m_back->setEnabled(back);
    m_forward->setEnabled(forward);
}

void NavigationBar::showPlace(bool home, TreeView view)
{
    m_view = view;
    const auto index = static_cast<size_t>(view);
    m_views[index]->setChecked(true);
    m_viewStep->setText(viewTitle(view));
    m_viewStep->setAccessibleName(tr("View: %1").arg(viewTitle(view)));
    QFont font = m_homeStep->font();
    font.setBold(home); // where we are
    m_homeStep->setFont(font);
    font.setBold(!home);
    m_viewStep->setFont(font);
}

void NavigationBar::retranslate()
{
    setWindowTitle(tr("Navigation bar"));
    m_back->setText(tr("Back"));
    m_forward->setText(tr("Forward"));
    m_home->setText(tr("Home"));
    m_homeStep->setText(tr("Home"));
    m_homeStep->setAccessibleName(tr("Home"));
    m_inventoryStep->setText(tr("Inventory"));
    m_inventoryStep->setAccessibleName(tr("Inventory"));
    for (size_t i = 0; i < allViews.size(); ++i)
        m_views[i]->setText(viewTitle(allViews[i]));
    m_viewStep->setText(viewTitle(m_view));
    m_viewStep->setAccessibleName(tr("View: %1").arg(viewTitle(m_view)));
    m_viewStep->setToolTip(tr("Choose one of the four views of the inventory"));
}

void NavigationBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolBar::changeEvent(event);
}

} // namespace views
