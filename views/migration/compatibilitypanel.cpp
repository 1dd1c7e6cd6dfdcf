// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/migration/compatibilitypanel.h"

#include "core/text/text.h"
#include "views/models/severityicon.h"

#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

using core::model::FindingSeverity;

namespace {

QIcon iconOf(FindingSeverity severity)
{
    return severityIcon(severity == FindingSeverity::Error ? core::model::Severity::Alert
                                                           : core::model::Severity::Warning);
}

} // namespace

CompatibilityPanel::CompatibilityPanel(QWidget *parent) : QWidget(parent)
{
    m_title = new QLabel(this);
    m_title->setTextFormat(Qt::PlainText);
    m_verdict = new QLabel(this);
    m_verdict->setObjectName(u"migrationVerdict"_s);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_findings = new QListWidget(this);
    m_findings->setObjectName(u"migrationFindings"_s);
    m_findings->setWordWrap(true);
    m_findings->setResizeMode(QListView::Adjust);
    m_findings->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_findings->setSelectionMode(QAbstractItemView::SingleSelection);
    m_title->setBuddy(m_findings);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_title);
    column->addWidget(m_verdict);
    column->addWidget(m_findings);
    column->addStretch();
    retranslate();
}

void CompatibilityPanel::retranslate()
{
    m_title->setText(tr("Compatibility:"));
    m_findings->setAccessibleName(tr("Compatibility"));
}

void CompatibilityPanel::show(const QString &verdict, const std::vector<VmFinding> &findings)
{
    m_verdict->setText(verdict);
    m_findings->clear();
    for (const VmFinding &each : findings) {
        const QString said = core::text::sentence(each.finding.problem);
        if (!m_findings->findItems(said, Qt::MatchExactly).isEmpty())
            continue;
        auto *item = new QListWidgetItem(iconOf(each.finding.severity), said, m_findings);
        item->setToolTip(each.finding.problem.code);
        item->setData(Qt::AccessibleTextRole,
                      tr("%1: %2").arg(core::text::findingSeverity(each.finding.severity), said));
    }
    m_findings->setVisible(!findings.empty());
}

} // namespace views
