// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"

#include <QTabWidget>

namespace views {

class AccessList;
class DatabasePage;
class PermissionsPage;
class SessionList;

/// Users and groups, roles, the permissions of the whole inventory, who is signed in, the database, and how the
/// core calls people.
class AdministrationPage : public QTabWidget
{
    Q_OBJECT

public:
    AdministrationPage(core::api::client::Session &session, QWidget *parent);

    /// "users", "roles", "permissions", "sessions", "database", "notifications"; nothing happens for another.
    void showTab(const QString &id);
    /// All there are, in their order.
    [[nodiscard]] static QStringList tabs();
    /// As on the tab, in the current language.
    [[nodiscard]] static QString tabTitle(const QString &id);

Q_SIGNALS:
    void tabChosen(const QString &id); ///< by the user
    void operationRequested(const QString &operation, const std::vector<core::model::ObjectRef> &objects);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void retranslate();

    core::api::client::Session &m_session;
    AccessList *m_users = nullptr;
    AccessList *m_groups = nullptr;
    AccessList *m_roles = nullptr;
    PermissionsPage *m_permissions = nullptr;
    SessionList *m_sessions = nullptr;
    DatabasePage *m_database = nullptr;
};

} // namespace views
