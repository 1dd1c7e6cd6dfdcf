// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/navigationbar.h"

#include "views/access/administrationpage.h"
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
      m_search(new SearchField(session, this)),
      m_administrationStep(newStep(this, u"pathAdministration"_s))
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

QWidget *NavigationBar::buildInventoryPath(QWidget *row)
{
    auto *path = new QWidget(row);
    auto *layout = new QHBoxLayout(path);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(new QLabel(u"▸"_s, path));
    layout->addWidget(m_inventoryStep);
    layout->addWidget(new QLabel(u"▸"_s, path));
    layout->addWidget(m_viewStep);
    connect(m_inventoryStep, &QToolButton::clicked, this, [this] { Q_EMIT viewChosen(m_view); });
    return path;
}

QWidget *NavigationBar::buildAdministrationPath(QWidget *row)
{
    auto *path = new QWidget(row);
    auto *layout = new QHBoxLayout(path);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(new QLabel(u"▸"_s, path));
    layout->addWidget(m_administrationStep);
    layout->addWidget(new QLabel(u"▸"_s, path));
    m_administrationTab = new QLabel(path);
    m_administrationTab->setObjectName(u"pathAdministrationTab"_s);
    QFont bold = m_administrationTab->font();
    bold.setBold(true);
    m_administrationTab->setFont(bold);
    m_administrationTab->setContentsMargins(4, 0, 0, 0); // as a button has
    layout->addWidget(m_administrationTab);
    connect(m_administrationStep, &QToolButton::clicked, this,
            [this] { Q_EMIT administrationChosen(AdministrationPage::tabs().front()); });
    return path;
}

void NavigationBar::buildPath()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(8, 0, 8, 0);
    layout->setSpacing(2);
    layout->addWidget(m_homeStep);
    m_inventoryPath = buildInventoryPath(row);
    m_administrationPath = buildAdministrationPath(row);
    layout->addWidget(m_inventoryPath);
    layout->addWidget(m_administrationPath);
    layout->addStretch();
    layout->addWidget(m_search);
    addWidget(row)->setObjectName(u"path"_s);
    connect(m_homeStep, &QToolButton::clicked, m_home, &QAction::trigger);
}

void NavigationBar::setHistory(bool back, bool forward)
{
    m_back->setEnabled(back);
    m_forward->setEnabled(forward);
}

void NavigationBar::showPlace(const Place &place)
{
    m_view = place.view;
    m_tab = place.administration;
    m_views[static_cast<size_t>(m_view)]->setChecked(true);
    m_inventoryPath->setVisible(m_tab.isEmpty());
    m_administrationPath->setVisible(!m_tab.isEmpty());
    QFont font = m_homeStep->font();
    font.setBold(place.home); // where we are
    m_homeStep->setFont(font);
    font.setBold(!place.home);
    m_viewStep->setFont(font);
    sayPlace();
}

void NavigationBar::sayPlace()
{
    m_viewStep->setText(viewTitle(m_view));
    m_viewStep->setAccessibleName(tr("View: %1").arg(viewTitle(m_view)));
    m_administrationTab->setText(m_tab.isEmpty() ? QString() : AdministrationPage::tabTitle(m_tab));
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
    m_administrationStep->setText(tr("Administration"));
    m_administrationStep->setAccessibleName(tr("Administration"));
    sayPlace();
    m_viewStep->setToolTip(tr("Choose one of the four views of the inventory"));
}

void NavigationBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolBar::changeEvent(event);
}

} // namespace views
