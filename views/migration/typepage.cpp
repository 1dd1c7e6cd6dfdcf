// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/migration/typepage.h"

#include <QLabel>
#include <QRadioButton>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using core::model::MigrationKind;

TypePage::TypePage(MigrationPlan &plan, QWidget *parent) : MigrationPage(plan, parent)
{
    auto *column = new QVBoxLayout(this);
    for (const auto kind : {MigrationKind::Host, MigrationKind::Datastore, MigrationKind::HostAndDatastore})
        add(kind);
    column->addStretch();
    retranslate();
}

void TypePage::add(MigrationKind kind)
{
    auto *button = new QRadioButton(this);
    button->setObjectName(u"migrationType_"_s + QString::fromLatin1(core::wireName(kind)));
    button->setChecked(m_plan.draft.kind == kind);
    auto *meaning = new QLabel(this);
    meaning->setTextFormat(Qt::PlainText);
    meaning->setWordWrap(true);
    meaning->setIndent(style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth)
                       + style()->pixelMetric(QStyle::PM_RadioButtonLabelSpacing));
    connect(button, &QRadioButton::toggled, this, [this, kind](bool on) {
        if (on)
            m_plan.draft.kind = kind;
    });
    layout()->addWidget(button);
    layout()->addWidget(meaning);
    m_choices.push_back({.kind = kind, .button = button, .meaning = meaning});
}

/// Empty: it can be chosen.
QString TypePage::whyNot(MigrationKind kind) const
{
    if (kind == MigrationKind::Host)
        return {};
    const core::model::Inventory &inventory = m_plan.session.inventory();
    const bool hasDisks = std::ranges::any_of(m_plan.draft.vms, [&](core::VmId id) {
        const auto *vm = inventory.find(id);
        return vm != nullptr && std::ranges::any_of(vm->disks, isMovable);
    });
    return hasDisks ? QString()
                    : tr("None of the virtual machines has a disk on a datastore that Vigie knows.");
}

void TypePage::retranslate()
{
    setTitle(tr("Select Migration Type"));
    setSubTitle(tr("A virtual machine that runs goes on running, whichever you choose."));
    for (const Choice &choice : m_choices) {
        QString meaning;
        switch (choice.kind) {
        case MigrationKind::Host:
            choice.button->setText(tr("Change host"));
            meaning = tr("Moves the memory. The disks stay on a datastore that both hosts see.");
            break;
        case MigrationKind::Datastore:
            choice.button->setText(tr("Change datastore"));
            meaning = tr("Moves the files. The virtual machine stays on its host.");
            break;
        case MigrationKind::HostAndDatastore:
            choice.button->setText(tr("Change both host and datastore"));
            meaning = tr("Moves memory and files. The hosts need no datastore in common.");
            break;
        }
        const QString reason = whyNot(choice.kind);
        choice.button->setEnabled(reason.isEmpty());
        choice.meaning->setText(reason.isEmpty() ? meaning : reason);
        choice.meaning->setEnabled(reason.isEmpty());
        choice.button->setAccessibleDescription(choice.meaning->text());
    }
}

} // namespace views
