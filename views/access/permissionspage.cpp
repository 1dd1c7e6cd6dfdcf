// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/permissionspage.h"

#include "views/access/accesslist.h"
#include "views/access/effectivedialog.h"
#include "views/access/permissiondialog.h"
#include "views/inventory/requestrunner.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

using core::api::client::Session;
using core::model::ObjectRef;

PermissionsPage::PermissionsPage(Session &session, QWidget *parent)
    : Page(session, parent),
      m_list(new AccessList(session, AccessKind::Permissions, u"permissionList"_s,
                            {u"permission.create"_s, u"permission.set"_s, u"permission.delete"_s}, this)),
      m_effective(new QPushButton(this)),
      m_runner(makeRunner(session, this))
{
    setObjectName(u"permissionsPage"_s);
    m_effective->setObjectName(u"effectivePermissions"_s);
    m_list->addButton(m_effective);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);
    connect(m_list, &AccessList::operationRequested, this, &PermissionsPage::perform);
    connect(m_effective, &QPushButton::clicked, this, &PermissionsPage::showEffective);
    connect(&session, &Session::inventoryReset, this, &PermissionsPage::refresh);
    connect(&session, &Session::inventoryChanged, this, &PermissionsPage::refresh);
    retranslate();
}

QString PermissionsPage::title() const
{
    return tr("Permissions");
}

void PermissionsPage::setObject(const ObjectRef &object)
{
    m_object = object;
    m_list->setSubject(object);
    refresh();
}

/// Few rows, and made only while somebody looks.
void PermissionsPage::refresh()
{
    if (isVisible())
        m_list->setRows(AccessRows::permissions(m_object, session().inventory()));
}

/// A new one has a dialog of its own; the others are asked for as everywhere.
void PermissionsPage::perform(const QString &operation, const std::vector<ObjectRef> &objects)
{
    if (operation == u"permission.create")
        add();
    else
        Q_EMIT operationRequested(operation, objects);
}

void PermissionsPage::add()
{
    auto *dialog = new PermissionDialog(session(), m_object, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { m_runner->run(prepare({dialog->request()}, session().inventory())); });
    dialog->open();
}

void PermissionsPage::showEffective()
{
    auto *dialog = new EffectiveDialog(session(), m_object, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void PermissionsPage::retranslate()
{
    m_effective->setText(tr("Effective Permissions…"));
    m_effective->setAccessibleName(tr("Show somebody's effective permissions"));
    refresh();
}

void PermissionsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    refresh();
}

void PermissionsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

} // namespace views
