// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/migration/evcdialog.h"

#include "core/operations/cluster/setevc.h"
#include "core/text/text.h"
#include "views/models/severityicon.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using core::migration::LevelChoice;

EvcDialog::EvcDialog(core::api::client::Session &session, core::ClusterId cluster, QWidget *parent)
    : QDialog(parent),
      m_session(session),
      m_cluster(cluster),
      m_choices(core::migration::levelChoices(cluster, session.inventory()))
{
    setObjectName(u"evcDialog"_s);
    build();
    fill();
    retranslate();
    connect(m_levels, &QTreeWidget::currentItemChanged, this, &EvcDialog::showFindings);
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().lineSpacing() * 28);
}

void EvcDialog::build()
{
    m_intro = new QLabel(this);
    m_intro->setWordWrap(true);
    m_intro->setTextFormat(Qt::PlainText);
    m_levels = new QTreeWidget(this);
    m_levels->setObjectName(u"evcLevels"_s);
    m_levels->setRootIsDecorated(false);
    m_levels->setColumnCount(3);
    m_verdict = new QLabel(this);
    m_verdict->setObjectName(u"evcVerdict"_s);
    m_verdict->setWordWrap(true);
    m_verdict->setTextFormat(Qt::PlainText);
    m_findings = new QListWidget(this);
    m_findings->setObjectName(u"evcFindings"_s);
    m_findings->setWordWrap(true);
    m_findings->setResizeMode(QListView::Adjust);
    m_findings->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setObjectName(u"evcOk"_s);
    m_cancel = buttons->button(QDialogButtonBox::Cancel);
    m_cancel->setObjectName(u"evcCancel"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_intro);
    column->addWidget(m_levels, 3);
    column->addWidget(m_verdict);
    column->addWidget(m_findings, 2);
    column->addWidget(buttons);
}

/// The first row is "off"; the others by their level.
void EvcDialog::fill()
{
    auto *off = new QTreeWidgetItem(m_levels);
    off->setData(0, Qt::UserRole, QString());
    const core::model::Cluster *cluster = m_session.inventory().find(m_cluster);
    QTreeWidgetItem *current = off;
    for (const LevelChoice &choice : m_choices) {
        auto *item = new QTreeWidgetItem(m_levels, {choice.level.name, choice.level.vendor});
        item->setData(0, Qt::UserRole, choice.level.name);
        if (cluster != nullptr && choice.level.name == cluster->evcLevel)
            current = item;
    }
    m_levels->setCurrentItem(current);
}

QString EvcDialog::chosen() const
{
    const QTreeWidgetItem *item = m_levels->currentItem();
    return item != nullptr ? item->data(0, Qt::UserRole).toString() : QString();
}

core::operations::OperationRequest EvcDialog::request() const
{
    core::operations::SetEvcOfCluster wanted{.cluster = m_cluster, .level = {}};
    if (const QString level = chosen(); !level.isEmpty())
        wanted.level = level;
    return core::operations::request(wanted);
}

void EvcDialog::showFindings()
{
    m_findings->clear();
    const auto choice =
        std::ranges::find(m_choices, chosen(), [](const LevelChoice &each) { return each.level.name; });
    const bool isFree = choice == m_choices.end() || choice->findings.empty();
    if (!isFree) {
        for (const core::model::Finding &finding : choice->findings) {
            new QListWidgetItem(severityIcon(core::model::Severity::Alert),
                                core::text::sentence(finding.problem), m_findings);
        }
    }
    m_findings->setVisible(!isFree);
    if (!isFree)
        m_verdict->setText(tr("This mode is not possible yet:"));
    else if (chosen().isEmpty())
        m_verdict->setText(tr("The virtual machines keep the CPU they have."));
    else
        m_verdict->setText(tr("The virtual machines get this CPU at their next start."));
    m_ok->setEnabled(isFree);
}

void EvcDialog::retranslate()
{
    const QString name = m_session.inventory().nameOf(m_cluster);
    setWindowTitle(tr("Change EVC Mode – %1").arg(name));
    m_intro->setText(
        tr("With an EVC mode all virtual machines of the cluster see the same CPU, so that each can "
           "migrate to every host. A newer mode offers more features."));
    m_levels->setHeaderLabels({tr("EVC mode"), tr("Vendor"), tr("State")});
    m_levels->setAccessibleName(tr("EVC modes"));
    m_findings->setAccessibleName(tr("What is in the way"));
    m_levels->topLevelItem(0)->setText(0, tr("Off"));
    for (int i = 1; i < m_levels->topLevelItemCount(); ++i) {
        const auto count = static_cast<int>(m_choices[static_cast<size_t>(i - 1)].findings.size());
        m_levels->topLevelItem(i)->setText(
            2, count == 0 ? tr("possible") : tr("%n obstacle(s)", nullptr, count));
    }
    m_levels->resizeColumnToContents(0);
    m_ok->setText(tr("OK"));
    m_ok->setAccessibleName(tr("Set the EVC mode"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel"));
    showFindings();
}

void EvcDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace views
