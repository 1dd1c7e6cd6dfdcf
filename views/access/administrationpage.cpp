// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/administrationpage.h"

#include "views/access/accesslist.h"
#include "views/access/databasepage.h"
#include "views/access/notificationspage.h"
#include "views/access/permissionspage.h"
#include "views/access/sessionlist.h"

#include <QEvent>
#include <QSplitter>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

using core::api::client::Session;

AdministrationPage::AdministrationPage(Session &session, QWidget *parent)
    : QTabWidget(parent),
      m_session(session),
      m_users(new AccessList(session, AccessKind::Users, u"userList"_s,
                             {u"user.create"_s, u"user.set"_s, u"user.set-password"_s, u"user.delete"_s},
                             this)),
      m_groups(new AccessList(session, AccessKind::Groups, u"groupList"_s,
                              {u"group.create"_s, u"group.set"_s, u"group.delete"_s}, this)),
      m_roles(new AccessList(session, AccessKind::Roles, u"roleList"_s,
                             {u"role.create"_s, u"role.set"_s, u"role.delete"_s}, this)),
      m_permissions(new PermissionsPage(session, this)),
      m_sessions(new SessionList(session, this)),
      m_database(new DatabasePage(session, this))
{
    setObjectName(u"administrationPage"_s);
    tabBar()->setObjectName(u"administrationTabs"_s);
    setDocumentMode(true);
    auto *people = new QSplitter(Qt::Vertical, this);
    people->setObjectName(u"usersAndGroups"_s);
    people->setChildrenCollapsible(false);
    people->addWidget(m_users);
    people->addWidget(m_groups);
    for (QWidget *tab :
         std::initializer_list<QWidget *>{people, m_roles, m_permissions, m_sessions, m_database})
        addTab(tab, QString());
    if (NotificationsPage::isOffered())
        addTab(new NotificationsPage(session, this), QString());
    for (AccessList *list : {m_users, m_groups, m_roles})
        connect(list, &AccessList::operationRequested, this, &AdministrationPage::operationRequested);
    connect(m_permissions, &Page::operationRequested, this, &AdministrationPage::operationRequested);
    connect(&session, &Session::inventoryReset, this, &AdministrationPage::refresh);
    connect(&session, &Session::inventoryChanged, this, &AdministrationPage::refresh);
    connect(this, &QTabWidget::currentChanged, this, [this](int tab) { Q_EMIT tabChosen(tabs()[tab]); });
    m_permissions->setObject({});
    retranslate();
}

QStringList AdministrationPage::tabs()
{
    QStringList all{u"users"_s, u"roles"_s, u"permissions"_s, u"sessions"_s, u"database"_s};
    if (NotificationsPage::isOffered())
        all += u"notifications"_s;
    return all;
}

QString AdministrationPage::tabTitle(const QString &id)
{
    if (id == u"users")
        return tr("Users and Groups");
    if (id == u"roles")
        return tr("Roles");
    if (id == u"permissions")
        return tr("Permissions");
    if (id == u"sessions")
        return tr("Sessions");
    return id == u"database" ? tr("Database") : tr("Notifications");
}

void AdministrationPage::showTab(const QString &id)
{
    const QSignalBlocker quiet(this); // nobody chose it here
    if (const auto at = tabs().indexOf(id); at >= 0)
        setCurrentIndex(static_cast<int>(at));
}

void AdministrationPage::refresh()
{
    if (!isVisible())
        return;
    const auto &inventory = m_session.inventory();
    m_users->setRows(AccessRows::users(inventory));
    m_groups->setRows(AccessRows::groups(inventory));
    m_roles->setRows(AccessRows::roles(inventory));
}

void AdministrationPage::retranslate()
{
    const QStringList ids = tabs();
    for (int i = 0; i < count(); ++i)
        setTabText(i, tabTitle(ids[i]));
    tabBar()->setAccessibleName(tr("Administration"));
    refresh();
}

void AdministrationPage::showEvent(QShowEvent *event)
{
    QTabWidget::showEvent(event);
    refresh();
}

void AdministrationPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QTabWidget::changeEvent(event);
}

} // namespace views
