// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/homepage.h"

#include "views/access/administrationpage.h"
#include "views/delegates/objecticons.h"
#include "views/shell/navigationbar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace views {

using core::model::TreeView;

namespace {

QString pictureOf(const QString &administrationTab)
{
    if (administrationTab == u"users")
        return u"user"_s;
    if (administrationTab == u"roles")
        return u"role"_s;
    if (administrationTab == u"database")
        return u"datastore"_s;
    if (administrationTab == u"notifications")
        return u"alarm-definition"_s;
    return administrationTab == u"permissions" ? u"permission"_s : u"connect"_s;
}

} // namespace

HomePage::HomePage(QWidget *parent) : QWidget(parent), m_title(addTitle()), m_administrationTitle(addTitle())
{
    setObjectName(u"homePage"_s);
    m_search = addButton(u"homeSearch"_s, u"search"_s);
    connect(m_search, &QToolButton::clicked, this, &HomePage::searchChosen);
    static const std::array names{u"homeHostsAndClusters"_s, u"homeVmsAndTemplates"_s, u"homeDatastores"_s,
                                  u"homeNetworks"_s};
    static const std::array pictures{u"cluster"_s, u"vm"_s, u"datastore"_s, u"network"_s};
    auto *row = new QHBoxLayout;
    row->addWidget(m_search);
    for (size_t i = 0; i < m_views.size(); ++i) {
        m_views[i] = addButton(names[i], pictures[i]);
        connect(m_views[i], &QToolButton::clicked, this,
                [this, i] { Q_EMIT viewChosen(static_cast<TreeView>(i)); });
        row->addWidget(m_views[i]);
    }
    row->addStretch();
    auto *administration = new QHBoxLayout;
    for (const QString &tab : AdministrationPage::tabs()) {
        QToolButton *button = addButton(u"home-"_s + tab, pictureOf(tab));
        m_administration[tab] = button;
        connect(button, &QToolButton::clicked, this, [this, tab] { Q_EMIT administrationChosen(tab); });
        administration->addWidget(button);
    }
    administration->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->addWidget(m_title);
    column->addLayout(row);
    column->addSpacing(fontMetrics().height());
    column->addWidget(m_administrationTitle);
    column->addLayout(administration);
    column->addStretch();
    retranslate();
}

QLabel *HomePage::addTitle()
{
    auto *title = new QLabel(this);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    title->setFont(large);
    return title;
}

QToolButton *HomePage::addButton(const QString &name, const QString &picture)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(icon(picture));
    const int size = fontMetrics().height() * 3;
    button->setIconSize(QSize(size, size));
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setMinimumWidth(fontMetrics().averageCharWidth() * 22);
    return button;
}

void HomePage::retranslate()
{
    m_title->setText(tr("Inventory"));
    m_search->setText(tr("Search"));
    m_search->setAccessibleName(m_search->text());
    for (size_t i = 0; i < m_views.size(); ++i) {
        m_views[i]->setText(viewTitle(static_cast<TreeView>(i)));
        m_views[i]->setAccessibleName(m_views[i]->text());
    }
    m_administrationTitle->setText(tr("Administration"));
    for (const auto &[tab, button] : m_administration) {
        button->setText(AdministrationPage::tabTitle(tab));
        button->setAccessibleName(button->text());
    }
}

void HomePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace views
