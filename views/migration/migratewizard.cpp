// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/migration/migratewizard.h"

#include "views/migration/destinationpage.h"
#include "views/migration/prioritypage.h"
#include "views/migration/readypage.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace views {

MigrateWizard::MigrateWizard(core::api::client::Session &session, std::vector<core::VmId> vms,
                             core::HostId to, QWidget *parent)
    : QWizard(parent),
      m_plan{.session = session, .draft = {.vms = std::move(vms), .host = to}, .chosen = {}}
{
    setObjectName(u"migrateWizard"_s);
    setWizardStyle(ModernStyle);
    setOption(IndependentPages, false);
    setOption(NoBackButtonOnStartPage);
    addPage(new DestinationPage(m_plan, this));
    if (migrationTakes(u"priority"))
        addPage(new PriorityPage(m_plan, this));
    addPage(new ReadyPage(m_plan, this));
    retranslate();
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().lineSpacing() * 32);
}

std::vector<core::operations::OperationRequest> MigrateWizard::requests() const
{
    std::vector<core::operations::OperationRequest> all;
    if (m_plan.chosen) {
        for (const core::VmId vm : m_plan.chosen->possible)
            all.push_back(m_plan.draft.operationFor(vm));
    }
    return all;
}

void MigrateWizard::retranslate()
{
    const auto &vms = m_plan.draft.vms;
    setWindowTitle(vms.size() == 1
                       ? tr("Migrate – %1").arg(m_plan.session.inventory().nameOf(vms.front()))
                       : tr("Migrate – %n virtual machine(s)", nullptr, static_cast<int>(vms.size())));
    setButtonText(BackButton, tr("Back"));
    setButtonText(NextButton, tr("Next"));
    setButtonText(FinishButton, tr("Finish"));
    setButtonText(CancelButton, tr("Cancel"));
    for (const int id : pageIds()) {
        if (auto *page = qobject_cast<MigrationPage *>(this->page(id)))
            page->retranslate();
    }
}

void MigrateWizard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWizard::changeEvent(event);
}

} // namespace views
