// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/migration/prioritypage.h"

#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

using core::model::MigrationPriority;

PriorityPage::PriorityPage(MigrationPlan &plan, QWidget *parent) : MigrationPage(plan, parent)
{
    auto *column = new QVBoxLayout(this);
    const auto add = [&](MigrationPriority priority, const QString &name) {
        auto *button = new QRadioButton(this);
        button->setObjectName(name);
        button->setChecked(plan.draft.priority == priority);
        connect(button, &QRadioButton::toggled, this, [this, priority](bool on) {
            if (on)
                m_plan.draft.priority = priority;
        });
        column->addWidget(button);
        return button;
    };
    m_high = add(MigrationPriority::High, u"migrationPriority_high"_s);
    m_normal = add(MigrationPriority::Normal, u"migrationPriority_normal"_s);
    m_low = add(MigrationPriority::Low, u"migrationPriority_low"_s);
    column->addStretch();
    retranslate();
}

void PriorityPage::retranslate()
{
    setTitle(tr("Select Priority"));
    setSubTitle(tr("Migrations that cannot run at once wait in a queue."));
    m_high->setText(tr("High: before all others that wait"));
    m_normal->setText(tr("Normal: in the order of the requests"));
    m_low->setText(tr("Low: after all others that wait"));
}

} // namespace views
