// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/migration/destinationpage.h"

#include "core/text/text.h"
#include "views/delegates/objecticons.h"
#include "views/migration/compatibilitypanel.h"
#include "views/widgets/background.h"

#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using core::model::FindingSeverity;

namespace {

Loads loadsOf(const core::api::client::Session &session, const std::vector<core::VmId> &vms)
{
    Loads loads;
    const auto add = [&](const core::model::ObjectRef &object) {
        if (const auto load = session.load(object))
            loads.insert(object, *load);
    };
    for (const auto &host : session.inventory().all<core::model::Host>())
        add(host->id);
    for (const core::VmId vm : vms)
        add(vm);
    return loads;
}

} // namespace

DestinationPage::DestinationPage(MigrationPlan &plan, QWidget *parent) : MigrationPage(plan, parent)
{
    m_hosts = new QTreeWidget(this);
    m_hosts->setObjectName(u"migrationHosts"_s);
    m_hosts->setRootIsDecorated(false);
    m_hosts->setUniformRowHeights(true);
    m_hosts->setColumnCount(3);
    m_panel = new CompatibilityPanel(this);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_hosts, 3);
    column->addWidget(m_panel, 2);
    connect(m_hosts, &QTreeWidget::currentItemChanged, this, &DestinationPage::choose);
    retranslate();
}

/// The page is opened, perhaps again after another type was chosen.
void DestinationPage::initializePage()
{
    look();
}

/// Ranked on another thread: there may be thousands of hosts.
void DestinationPage::look()
{
    const int number = ++m_looks;
    m_looking = true;
    MigrationDraft draft = m_plan.draft;
    draft.host = {};
    inBackground(
        this,
        [draft, inventory = m_plan.session.inventory(), loads = loadsOf(m_plan.session, draft.vms)] {
            return destinationsFor(draft, inventory, loads);
        },
        [this, number](std::vector<Destination> found) {
            if (number != m_looks)
                return;
            m_looking = false;
            m_destinations = std::move(found);
            fill();
        });
    showFindings();
}

QString DestinationPage::suitability(const Destination &destination) const
{
    const auto all = static_cast<int>(m_plan.draft.vms.size());
    const auto possible = static_cast<int>(destination.possible.size());
    if (possible == 0) {
        const auto error = std::ranges::find_if(destination.findings, [](const VmFinding &each) {
            return each.finding.severity == FindingSeverity::Error;
        });
        return error == destination.findings.end() ? QString() : core::text::sentence(error->finding.problem);
    }
    QStringList reasons;
    for (const core::model::Reason &reason : destination.reasons)
        reasons += core::text::reason(reason);
    const QString why = reasons.join(tr(", "));
    return possible == all ? why : tr("%1 of %2 can go there: %3").arg(possible).arg(all).arg(why);
}

void DestinationPage::fill()
{
    const QSignalBlocker quiet(m_hosts);
    m_hosts->clear();
    QTreeWidgetItem *current = nullptr;
    for (const Destination &destination : m_destinations) {
        auto *item =
            new QTreeWidgetItem(m_hosts, {destination.name, destination.cluster, suitability(destination)});
        item->setData(0, Qt::UserRole, destination.host.toString());
        item->setToolTip(2, item->text(2));
        if (const auto object = m_plan.session.inventory().find(core::model::ObjectRef(destination.host)))
            item->setIcon(0, iconFor(*object));
        // Grey, and still to be chosen: one wants to read why.
        if (destination.possible.empty()) {
            for (int i = 0; i < m_hosts->columnCount(); ++i)
                item->setForeground(i, palette().brush(QPalette::Disabled, QPalette::Text));
        }
        const bool isWanted = destination.host == m_plan.draft.host;
        if (isWanted || (current == nullptr && m_plan.draft.host.isNull()))
            current = item;
    }
    m_hosts->setCurrentItem(current);
    choose();
}

void DestinationPage::choose()
{
    const QTreeWidgetItem *item = m_hosts->currentItem();
    m_plan.chosen.reset();
    if (item != nullptr) {
        const auto id = core::HostId::fromString(item->data(0, Qt::UserRole).toString());
        const auto it = std::ranges::find(m_destinations, id, &Destination::host);
        if (it != m_destinations.end())
            m_plan.chosen = *it;
        m_plan.draft.host = id;
        suggestDatastore(id);
        ask();
    }
    showFindings();
    Q_EMIT completeChanged();
}

/// Of the next page; what was chosen there stays while the host reaches it.
void DestinationPage::suggestDatastore(core::HostId host)
{
    const core::model::Inventory &inventory = m_plan.session.inventory();
    const auto *present = inventory.find(m_plan.draft.datastore);
    if (present == nullptr || std::ranges::find(present->hosts, host) == present->hosts.end())
        m_plan.draft.datastore = roomiestOf(host, inventory);
}

/// The core knows more than we do: what this user may, and what is under way. Its answer counts.
void DestinationPage::ask()
{
    const int number = ++m_asks;
    for (const core::VmId vm : m_plan.draft.vms) {
        m_plan.session.check(m_plan.draft.operationFor(vm, m_plan.session.inventory()), this,
                             [this, number, vm](const core::Result<core::operations::Availability> &answer) {
                                 if (number == m_asks && answer)
                                     take(vm, *answer);
                             });
    }
}

void DestinationPage::take(core::VmId vm, const core::operations::Availability &verdict)
{
    if (!m_plan.chosen || (verdict && verdict.findings().empty()))
        return;
    Destination &chosen = *m_plan.chosen;
    std::erase_if(chosen.findings, [&](const VmFinding &each) { return each.vm == vm; });
    std::erase(chosen.possible, vm);
    for (const core::model::Finding &finding : verdict.findings())
        chosen.findings.push_back({vm, finding});
    if (verdict)
        chosen.possible.push_back(vm);
    else if (verdict.findings().empty())
        chosen.findings.push_back({vm, {.problem = verdict.why()}});
    showFindings();
    Q_EMIT completeChanged();
}

void DestinationPage::showFindings()
{
    if (m_looking || !m_plan.chosen) {
        m_panel->show(m_looking ? tr("Looking for hosts…") : tr("There is no other host in this datacenter."),
                      {});
        return;
    }
    const Destination &chosen = *m_plan.chosen;
    const auto left = static_cast<int>(m_plan.draft.vms.size() - chosen.possible.size());
    QString verdict =
        chosen.findings.empty() ? tr("Validation succeeded") : tr("Validation succeeded, with warnings:");
    if (chosen.possible.empty())
        verdict = tr("“%1” cannot take the virtual machine. Choose another host.").arg(chosen.name);
    else if (left > 0)
        verdict = tr("%n virtual machine(s) stay where they are:", nullptr, left);
    m_panel->show(verdict, chosen.findings);
}

bool DestinationPage::isComplete() const
{
    return !m_looking && m_plan.chosen && !m_plan.chosen->possible.empty();
}

void DestinationPage::retranslate()
{
    setTitle(tr("Select Destination"));
    setSubTitle(tr("The hosts with the most room come first. Grey ones cannot take the virtual machine."));
    m_hosts->setHeaderLabels({tr("Host"), tr("Cluster"), tr("Suitability")});
    m_hosts->setAccessibleName(tr("Destination hosts"));
    m_panel->retranslate();
    if (!m_destinations.empty())
        fill();
    else
        showFindings();
}

} // namespace views
