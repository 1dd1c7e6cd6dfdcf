// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/migration/migratewizard.h"

#include "views/migration/datastorepage.h"
#include "views/migration/destinationpage.h"
#include "views/migration/prioritypage.h"
#include "views/migration/readypage.h"
#include "views/migration/typepage.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace views {

namespace {

enum PageId { TypeId, DestinationId, DatastoreId, PriorityId, ReadyId };

}

MigrateWizard::MigrateWizard(core::api::client::Session &session, std::vector<core::VmId> vms,
                             core::HostId to, QWidget *parent)
    : QWizard(parent),
      m_plan{.session = session, .draft = {.vms = std::move(vms), .host = to}, .chosen = {}}
{
    setObjectName(u"migrateWizard"_s);
    setWizardStyle(ModernStyle);
    setOption(IndependentPages, false);
    setOption(NoBackButtonOnStartPage);
    setPage(TypeId, new TypePage(m_plan, this));
    setPage(DestinationId, new DestinationPage(m_plan, this));
    setPage(DatastoreId, new DatastorePage(m_plan, this));
    setPage(PriorityId, new PriorityPage(m_plan, this));
    setPage(ReadyId, new ReadyPage(m_plan, this));
    setStartId(to.isNull() ? TypeId : DestinationId);
    retranslate();
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().lineSpacing() * 32);
}

std::vector<core::operations::OperationRequest> MigrateWizard::requests() const
{
    std::vector<core::operations::OperationRequest> all;
    for (const core::VmId vm : m_plan.possible())
        all.push_back(m_plan.draft.operationFor(vm, m_plan.session.inventory()));
    return all;
}

int MigrateWizard::nextId() const
{
    switch (currentId()) {
    case TypeId: return m_plan.draft.changesHost() ? DestinationId : DatastoreId;
    case DestinationId: return m_plan.draft.movesDisks() ? DatastoreId : PriorityId;
    case DatastoreId: return PriorityId;
    case PriorityId: return ReadyId;
    default: return -1;
    }
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
