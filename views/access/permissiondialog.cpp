// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/permissiondialog.h"

#include "core/access/access.h"
#include "core/operations/permission/create.h"
#include "core/text/access.h"
#include "core/text/text.h"
#include "views/access/accessrows.h"
#include "views/widgets/commandpanel.h"
#include "views/widgets/rights.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

using core::model::Group;
using core::model::Role;
using core::model::User;

void fillPrincipals(QComboBox &box, const core::model::Inventory &inventory)
{
    QStringList users;
    QStringList groups;
    for (const auto &user : inventory.all<User>())
        users += principalOf(*user);
    for (const auto &group : inventory.all<Group>())
        groups += principalOf(*group);
    users.sort(Qt::CaseInsensitive);
    groups.sort(Qt::CaseInsensitive);
    for (const QString &each : users)
        box.addItem(each, false);
    for (const QString &each : groups)
        box.addItem(each, true); // is a group
}

PermissionDialog::PermissionDialog(core::api::client::Session &session, core::model::ObjectRef object,
                                   QWidget *parent)
    : QDialog(parent),
      m_session(session),
      m_object(object)
{
    setObjectName(u"permissionDialog"_s);
    build();
    connect(m_principal, &QComboBox::currentTextChanged, this, &PermissionDialog::principalChanged);
    connect(m_group, &QCheckBox::toggled, this, &PermissionDialog::check);
    connect(m_role, &QComboBox::currentIndexChanged, this, &PermissionDialog::check);
    connect(m_propagate, &QCheckBox::toggled, this, &PermissionDialog::check);
    connect(&Rights::of(session), &Rights::changed, this, &PermissionDialog::check);
    retranslate();
    principalChanged();
    resize(std::max(sizeHint().width(), fontMetrics().averageCharWidth() * 64), sizeHint().height());
}

void PermissionDialog::build()
{
    m_principal = new QComboBox(this);
    m_principal->setObjectName(u"permissionPrincipal"_s);
    m_principal->setEditable(true); // users of a directory are not known here
    m_principal->lineEdit()->setObjectName(u"permissionPrincipalText"_s);
    fillPrincipals(*m_principal, m_session.inventory());
    m_group = new QCheckBox(this);
    m_group->setObjectName(u"permissionGroup"_s);
    m_role = new QComboBox(this);
    m_role->setObjectName(u"permissionRole"_s);
    m_propagate = new QCheckBox(this);
    m_propagate->setObjectName(u"permissionPropagate"_s);
    m_propagate->setChecked(true);
    m_reason = new QLabel(this);
    m_reason->setObjectName(u"permissionReason"_s);
    m_reason->setWordWrap(true);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setMinimumHeight(fontMetrics().lineSpacing() * 2); // nothing jumps while one types
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setObjectName(u"permissionOk"_s);
    m_cancel = buttons->button(QDialogButtonBox::Cancel);
    m_cancel->setObjectName(u"permissionCancel"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_principalTitle = new QLabel(this);
    m_principalTitle->setBuddy(m_principal);
    m_roleTitle = new QLabel(this);
    m_roleTitle->setBuddy(m_role);
    auto *form = new QFormLayout;
    form->addRow(m_principalTitle, m_principal);
    form->addRow(QString(), m_group);
    form->addRow(m_roleTitle, m_role);
    form->addRow(QString(), m_propagate);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_reason);
    m_command = new CommandPanel(CommandPanel::Fold::Foldable, this);
    column->addWidget(m_command);
    column->addWidget(buttons);
}

void PermissionDialog::fillRoles()
{
    const QSignalBlocker quiet(m_role);
    QVariant chosen = m_role->currentData();
    if (!chosen.isValid()) // at first the one that does no harm
        chosen = core::access::readOnlyRole().toString();
    m_role->clear();
    for (const AccessRow &row : AccessRows::roles(m_session.inventory()))
        m_role->addItem(row.cells.front(), row.key);
    m_role->setCurrentIndex(std::max(0, m_role->findData(chosen)));
}

void PermissionDialog::principalChanged()
{
    const int known = m_principal->findText(m_principal->currentText());
    if (known >= 0)
        m_group->setChecked(m_principal->itemData(known).toBool());
    m_group->setEnabled(known < 0);
    check();
}

core::operations::OperationRequest PermissionDialog::request() const
{
    const core::operations::CreatePermission wanted{
        .object = m_object,
        .principal = m_principal->currentText().trimmed(),
        .role = core::RoleId::fromString(m_role->currentData().toString()),
        .isGroup = m_group->isChecked(),
        .propagate = m_propagate->isChecked()};
    return core::operations::request(wanted);
}

void PermissionDialog::check()
{
    const auto wanted = request();
    const auto may = core::operations::findOperation(wanted.operation)
                         ->availability(wanted.parameters, m_session.inventory());
    const auto missing = may ? Rights::of(m_session).lacking(wanted) : std::optional(may.why());
    m_reason->setText(missing ? core::text::sentence(*missing) : QString());
    const bool ready =
        !missing && !m_principal->currentText().trimmed().isEmpty() && m_role->currentIndex() >= 0;
    m_ok->setEnabled(ready);
    m_command->setRequests(ready ? std::vector{wanted} : std::vector<core::operations::OperationRequest>(),
                           m_session.inventory());
}

void PermissionDialog::retranslate()
{
    setWindowTitle(tr("Add Permission – %1").arg(AccessRows::placeName(m_object, m_session.inventory())));
    m_principalTitle->setText(tr("User or group:"));
    m_principal->setAccessibleName(tr("User or group"));
    m_principal->lineEdit()->setAccessibleName(tr("User or group"));
    m_principal->lineEdit()->setPlaceholderText(tr("domain\\name for one of a directory"));
    m_group->setText(tr("This is a group"));
    m_roleTitle->setText(tr("Role:"));
    m_role->setAccessibleName(tr("Role"));
    fillRoles();
    m_propagate->setText(tr("Propagate to child objects"));
    m_ok->setText(tr("Add"));
    m_ok->setAccessibleName(tr("Add the permission"));
    m_cancel->setAccessibleName(tr("Cancel"));
    check();
}

void PermissionDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace views
