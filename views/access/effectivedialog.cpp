// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/effectivedialog.h"

#include "core/access/access.h"
#include "core/text/access.h"
#include "core/text/text.h"
#include "views/access/accessrows.h"
#include "views/access/permissiondialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

using core::model::Privilege;

EffectiveDialog::EffectiveDialog(core::api::client::Session &session, core::model::ObjectRef object,
                                 QWidget *parent)
    : QDialog(parent),
      m_session(session),
      m_object(object)
{
    setObjectName(u"effectiveDialog"_s);
    build();
    connect(m_principal, &QComboBox::activated, this, &EffectiveDialog::ask);
    connect(m_principal->lineEdit(), &QLineEdit::editingFinished, this, &EffectiveDialog::ask);
    retranslate();
    resize(fontMetrics().averageCharWidth() * 80, fontMetrics().height() * 26);
    ask();
}

void EffectiveDialog::build()
{
    m_principal = new QComboBox(this);
    m_principal->setObjectName(u"effectivePrincipal"_s);
    m_principal->setEditable(true);
    m_principal->lineEdit()->setObjectName(u"effectivePrincipalText"_s);
    fillPrincipals(*m_principal, m_session.inventory());
    m_principal->setCurrentText(m_session.user());
    m_title = new QLabel(this);
    m_title->setBuddy(m_principal);
    m_grounds = new QLabel(this);
    m_grounds->setObjectName(u"effectiveGrounds"_s);
    m_grounds->setWordWrap(true);
    m_grounds->setTextFormat(Qt::PlainText);
    m_privileges = new QTreeWidget(this);
    m_privileges->setObjectName(u"effectivePrivileges"_s);
    m_privileges->setHeaderHidden(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_close = buttons->button(QDialogButtonBox::Close);
    m_close->setObjectName(u"effectiveClose"_s);
    m_close->setAutoDefault(false); // Enter in the field asks
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout;
    form->addRow(m_title, m_principal);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_grounds);
    column->addWidget(m_privileges, 1);
    column->addWidget(buttons);
}

void EffectiveDialog::ask()
{
    const QString principal = m_principal->currentText().trimmed();
    QString path =
        u"/effective-permissions?principal="_s + QString::fromLatin1(QUrl::toPercentEncoding(principal));
    if (!m_object.isRoot())
        path += u"&object="_s + toString(m_object);
    m_session.get(path, this, [this, asked = ++m_asked](const core::Result<QJsonObject> &answer) {
        if (asked == m_asked)
            show(answer);
    });
}

void EffectiveDialog::show(const core::Result<QJsonObject> &answer)
{
    m_answer.emplace(answer);
    sayAnswer();
}

void EffectiveDialog::sayAnswer()
{
    m_privileges->clear();
    m_grounds->clear();
    if (!m_answer)
        return;
    if (!*m_answer) {
        m_grounds->setText(core::text::sentence(m_answer->error()));
        return;
    }
    const QJsonObject &answer = **m_answer;
    const auto privileges =
        core::json::fromJson<std::vector<Privilege>>(answer.value(u"privileges"_s).toArray());
    const auto grounds =
        core::json::fromJson<std::vector<core::access::Ground>>(answer.value(u"grounds"_s).toArray());
    if (!privileges || !grounds) {
        m_grounds->setText(core::text::sentence(privileges ? grounds.error() : privileges.error()));
        return;
    }
    QStringList lines;
    for (const core::access::Ground &each : *grounds) {
        const core::model::Role *role = m_session.inventory().find(each.role);
        lines += tr("Decided by: %1 has the role %2 on %3.")
                     .arg(each.principal, role != nullptr ? core::text::roleName(*role) : QString(),
                          AccessRows::placeName(each.object, m_session.inventory()));
    }
    m_grounds->setText(lines.isEmpty()
                           ? tr("No permission speaks of this user here or above: nothing is allowed.")
                           : lines.join(u'\n'));
    std::map<QString, QTreeWidgetItem *> groups;
    for (const Privilege each : *privileges) {
        QTreeWidgetItem *&group = groups[core::text::privilegeGroup(each)];
        if (group == nullptr)
            group = new QTreeWidgetItem(m_privileges, {core::text::privilegeGroup(each)});
        new QTreeWidgetItem(group, {core::text::privilegeName(each)});
    }
    m_privileges->expandAll();
}

void EffectiveDialog::retranslate()
{
    setWindowTitle(
        tr("Effective Permissions – %1").arg(AccessRows::placeName(m_object, m_session.inventory())));
    m_title->setText(tr("Of the user:"));
    m_principal->setAccessibleName(tr("User"));
    m_principal->lineEdit()->setAccessibleName(tr("User"));
    m_privileges->setAccessibleName(tr("Privileges"));
    m_close->setAccessibleName(tr("Close"));
    sayAnswer();
}

void EffectiveDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace views
