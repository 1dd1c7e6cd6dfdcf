// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/drs/maintenancedialog.h"

#include "core/model/tree.h"
#include "core/operations/host/entermaintenance.h"
#include "core/text/drs.h"
#include "core/text/text.h"
#include "views/delegates/objecticons.h"
#include "views/models/severityicon.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using core::api::client::Session;
using core::model::DrsReport;

namespace {

int movesOf(const DrsReport &report)
{
    int count = 0;
    for (const core::model::DrsRecommendation &each : report.recommendations)
        count += static_cast<int>(each.moves.size());
    return count;
}

} // namespace

MaintenanceDialog::MaintenanceDialog(Session &session, core::HostId host, QWidget *parent)
    : QDialog(parent),
      m_session(session),
      m_host(host),
      m_intro(new QLabel(this)),
      m_verdict(new QLabel(this)),
      m_moves(new QTreeWidget(this)),
      m_evacuate(new QCheckBox(this)),
      m_stopped(new QCheckBox(this))
{
    setObjectName(u"maintenanceDialog"_s);
    build();
    retranslate();
    ask();
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().lineSpacing() * 26);
}

void MaintenanceDialog::build()
{
    m_intro->setWordWrap(true);
    m_verdict->setObjectName(u"maintenanceVerdict"_s);
    m_verdict->setWordWrap(true);
    m_verdict->setTextFormat(Qt::PlainText);
    m_moves->setObjectName(u"maintenanceMoves"_s);
    m_moves->setRootIsDecorated(false);
    m_moves->setColumnCount(2);
    m_evacuate->setObjectName(u"maintenanceEvacuate"_s);
    m_evacuate->setChecked(true);
    m_stopped->setObjectName(u"maintenanceStopped"_s);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setObjectName(u"maintenanceOk"_s);
    m_cancel = buttons->button(QDialogButtonBox::Cancel);
    m_cancel->setObjectName(u"maintenanceCancel"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_evacuate, &QCheckBox::toggled, this, &MaintenanceDialog::retranslate);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_intro);
    column->addWidget(m_verdict);
    column->addWidget(m_moves, 1);
    column->addWidget(m_evacuate);
    column->addWidget(m_stopped);
    column->addWidget(buttons);
}

void MaintenanceDialog::ask()
{
    m_session.get(u"/hosts/%1/evacuation"_s.arg(m_host.toString()), this,
                  [this](const core::Result<QJsonObject> &answer) {
                      if (!answer) {
                          m_problem = answer.error();
                          retranslate();
                          return;
                      }
                      if (const auto report = core::json::fromJson<DrsReport>(*answer))
                          show(*report);
                  });
}

void MaintenanceDialog::show(const DrsReport &report)
{
    m_report = report;
    m_moves->clear();
    for (const core::model::DrsFault &fault : report.faults) {
        auto *item = new QTreeWidgetItem(m_moves, {fault.objectName, core::text::drsFault(fault.code)});
        item->setIcon(0, severityIcon(core::model::Severity::Warning));
        item->setToolTip(1, item->text(1));
    }
    for (const core::model::DrsRecommendation &each : report.recommendations) {
        for (const core::model::DrsMove &move : each.moves) {
            auto *item = new QTreeWidgetItem(m_moves, {move.vmName, move.toName});
            item->setIcon(0, iconFor(core::model::Kind::Vm));
            item->setIcon(1, iconFor(core::model::Kind::Host));
        }
    }
    retranslate();
    m_moves->resizeColumnToContents(0);
}

std::vector<core::operations::OperationRequest> MaintenanceDialog::requests() const
{
    const core::operations::EnterMaintenance wanted{.host = m_host,
                                                    .moveStopped = m_stopped->isChecked(),
                                                    .evacuation = m_evacuate->isChecked()
                                                        ? core::operations::Evacuation::Always
                                                        : core::operations::Evacuation::Never};
    return {core::operations::request(wanted)};
}

QString MaintenanceDialog::outlook() const
{
    if (m_problem)
        return core::text::sentence(*m_problem);
    if (!m_report)
        return tr("Looking for places for the virtual machines of this host…");
    const int moves = movesOf(*m_report);
    const auto blockers = static_cast<int>(m_report->faults.size());
    if (moves == 0 && blockers == 0)
        return tr("No virtual machine is at work on this host: it enters maintenance mode at once.");
    if (!m_evacuate->isChecked())
        return tr(
            "The host stays “entering maintenance mode” until you have moved or powered off its virtual "
            "machines.");
    if (blockers == 0)
        return tr("%n virtual machine(s) will be migrated while running.", nullptr, moves);
    return tr("%n virtual machine(s) cannot leave. Until they are powered off or moved, the host stays "
              "“entering maintenance mode”.",
              nullptr, blockers);
}

void MaintenanceDialog::retranslate()
{
    setWindowTitle(tr("Enter Maintenance Mode – %1").arg(m_session.inventory().nameOf(m_host)));
    m_intro->setText(
        tr("A host in maintenance mode runs no virtual machine and gets none, until you let it leave."));
    m_verdict->setText(outlook());
    m_moves->setHeaderLabels({tr("Virtual machine"), tr("Goes to, or why it stays")});
    m_moves->setAccessibleName(tr("What becomes of the virtual machines"));
    m_evacuate->setText(tr("Migrate running virtual machines to other hosts"));
    m_stopped->setText(tr("Move virtual machines that are powered off or suspended, too"));
    m_ok->setText(tr("Enter Maintenance Mode"));
    m_ok->setAccessibleName(m_ok->text());
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel"));
}

void MaintenanceDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (m_report)
            show(*m_report);
    }
    QDialog::changeEvent(event);
}

} // namespace views
