// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/alarms/definitiondialog.h"

#include "core/text/text.h"
#include "views/alarms/actionspage.h"
#include "views/alarms/reportingpage.h"
#include "views/alarms/triggerspage.h"
#include "views/delegates/objecticons.h"
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
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

using core::api::client::Session;
using core::model::Kind;

DefinitionDialog::DefinitionDialog(Session &session, const core::model::ObjectRef &object, QWidget *parent)
    : DefinitionDialog(session, DefinitionDraft::on(object, kindsUnder(object.kind).front()), parent)
{}

DefinitionDialog::DefinitionDialog(Session &session, const core::model::AlarmDefinition &definition,
                                   QWidget *parent)
    : DefinitionDialog(session, DefinitionDraft::of(definition), parent)
{}

DefinitionDialog::DefinitionDialog(Session &session, DefinitionDraft draft, QWidget *parent)
    : QDialog(parent),
      m_session(session),
      m_draft(std::move(draft))
{
    setObjectName(u"definitionDialog"_s);
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(u"definitionTabs"_s);
    m_tabs->tabBar()->setObjectName(u"definitionTabBar"_s);
    m_tabs->addTab(buildGeneral(), QString());
    m_tabs->addTab(m_triggers = new TriggersPage(m_draft, this), QString());
    m_tabs->addTab(m_reporting = new ReportingPage(m_draft, this), QString());
    if (m_draft.takes(u"actions"))
        m_tabs->addTab(m_actions = new ActionsPage(m_draft, this), QString());
    m_reason = new QLabel(this);
    m_reason->setObjectName(u"definitionReason"_s);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    m_reason->setMinimumHeight(fontMetrics().lineSpacing() * 2); // nothing jumps while one types
    m_command = new CommandPanel(CommandPanel::Fold::Foldable, this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setObjectName(u"definitionOk"_s);
    m_cancel = buttons->button(QDialogButtonBox::Cancel);
    m_cancel->setObjectName(u"definitionCancel"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_reason);
    column->addWidget(m_command);
    column->addWidget(buttons);
    connect(m_triggers, &TriggersPage::changed, this, [this] {
        m_reporting->triggerChanged();
        check();
    });
    connect(m_reporting, &ReportingPage::changed, this, &DefinitionDialog::check);
    if (m_actions != nullptr)
        connect(m_actions, &ActionsPage::changed, this, &DefinitionDialog::check);
    connect(&Rights::of(session), &Rights::changed, this, &DefinitionDialog::check);
    retranslate();
    m_name->setFocus();
    resize(std::max(sizeHint().width(), fontMetrics().averageCharWidth() * 84), sizeHint().height());
}

QWidget *DefinitionDialog::buildGeneral()
{
    auto *page = new QWidget(this);
    m_name = new QLineEdit(page);
    m_name->setObjectName(u"definitionName"_s);
    m_name->setText(m_draft.values.value(u"name"_s).toString());
    m_kind = new QComboBox(page);
    m_kind->setObjectName(u"definitionKind"_s);
    const core::model::ObjectRef object = m_draft.object();
    for (const Kind each : kindsUnder(object.kind))
        m_kind->addItem(iconFor(each), QString(), QString::fromLatin1(core::wireName(each)));
    if (m_kind->findData(m_draft.values.value(u"appliesTo"_s).toString()) < 0) // of the core's own
        m_kind->addItem(iconFor(m_draft.kind()), QString(), m_draft.values.value(u"appliesTo"_s).toString());
    m_kind->setCurrentIndex(m_kind->findData(m_draft.values.value(u"appliesTo"_s).toString()));
    m_kind->setEnabled(m_draft.takes(u"appliesTo"));
    m_enabled = new QCheckBox(page);
    m_enabled->setObjectName(u"definitionEnabled"_s);
    m_enabled->setChecked(m_draft.values.value(u"enabled"_s).toBool(true));
    m_place = new QLabel(page);
    m_place->setTextFormat(Qt::PlainText);
    m_nameTitle = new QLabel(page);
    m_nameTitle->setBuddy(m_name);
    m_kindTitle = new QLabel(page);
    m_kindTitle->setBuddy(m_kind);
    m_placeTitle = new QLabel(page);
    auto *form = new QFormLayout(page);
    form->addRow(m_nameTitle, m_name);
    form->addRow(m_placeTitle, m_place);
    form->addRow(m_kindTitle, m_kind);
    form->addRow(QString(), m_enabled);
    m_place->setText(object.isRoot() ? QString() : m_session.inventory().nameOf(object));
    connect(m_name, &QLineEdit::textChanged, this, &DefinitionDialog::readGeneral);
    connect(m_enabled, &QCheckBox::toggled, this, &DefinitionDialog::readGeneral);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        m_draft.set(u"appliesTo"_s, m_kind->currentData().toString());
        m_triggers->kindChanged();
    });
    return page;
}

void DefinitionDialog::readGeneral()
{
    m_draft.set(u"name"_s, m_name->text().trimmed());
    m_draft.set(u"enabled"_s, m_enabled->isChecked());
    check();
}

QString DefinitionDialog::mistake() const
{
    if (m_name->text().trimmed().isEmpty())
        return tr("It needs a name.");
    if (m_draft.trigger() != core::model::AlarmTrigger::Threshold)
        return {};
    const auto warning = m_draft.values.constFind(u"warning"_s);
    const auto alert = m_draft.values.constFind(u"alert"_s);
    const auto none = m_draft.values.constEnd();
    if (warning == none && alert == none)
        return tr("Choose at least one bound, yellow or red.");
    if (warning != none && alert != none && warning->toDouble() >= alert->toDouble())
        return tr("The red bound must lie above the yellow one.");
    const double lowest = warning != none ? warning->toDouble() : alert->toDouble();
    if (m_draft.values.value(u"hysteresis"_s).toDouble() >= lowest)
        return tr("Under Reporting: it must end above zero, so less far below the bound.");
    return {};
}

void DefinitionDialog::check()
{
    const auto wanted = m_draft.request();
    const QString wrong = mistake();
    const auto may = core::operations::findOperation(wanted.operation)
                         ->availability(wanted.parameters, m_session.inventory());
    const auto missing = may ? Rights::of(m_session).lacking(wanted) : std::optional(may.why());
    m_reason->setText(!wrong.isEmpty() || !missing ? wrong : core::text::sentence(*missing));
    const bool ready = wrong.isEmpty() && !missing;
    m_ok->setEnabled(ready);
    m_command->setRequests(ready ? std::vector{wanted} : std::vector<core::operations::OperationRequest>(),
                           m_session.inventory());
}

void DefinitionDialog::retranslate()
{
    setWindowTitle(m_draft.before ? tr("Alarm Definition – %1").arg(m_draft.before->name)
                                  : tr("New Alarm Definition"));
    m_tabs->setTabText(0, tr("General"));
    m_tabs->setTabText(1, tr("Triggers"));
    m_tabs->setTabText(2, tr("Reporting"));
    if (m_actions != nullptr)
        m_tabs->setTabText(3, tr("Actions"));
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the definition"));
    m_nameTitle->setText(tr("&Name:"));
    m_name->setAccessibleName(tr("Name"));
    m_placeTitle->setText(tr("Defined on:"));
    if (m_place->text().isEmpty() || m_place->property("root").toBool()) {
        m_place->setProperty("root", true);
        m_place->setText(tr("the whole inventory"));
    }
    m_kindTitle->setText(tr("&Watches:"));
    m_kind->setAccessibleName(tr("Kind of objects that it watches"));
    for (int i = 0; i < m_kind->count(); ++i) {
        if (const auto kind = core::json::fromJson<Kind>(m_kind->itemData(i).toString()))
            m_kind->setItemText(i, core::text::kindTitle(*kind));
    }
    m_enabled->setText(tr("&Enabled"));
    m_enabled->setAccessibleName(tr("Enabled"));
    m_triggers->retranslate();
    m_reporting->retranslate();
    if (m_actions != nullptr)
        m_actions->retranslate();
    m_ok->setText(m_draft.before ? tr("Save") : tr("Create"));
    m_ok->setAccessibleName(m_ok->text());
    m_cancel->setAccessibleName(tr("Cancel"));
    check();
}

void DefinitionDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace views
