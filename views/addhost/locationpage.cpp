// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/addhost/locationpage.h"

#include "core/model/tree.h"
#include "core/text/text.h"
#include "views/delegates/objecticons.h"

#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using core::model::ObjectRef;

namespace {
constexpr int PlaceRole = Qt::UserRole;
}

LocationPage::LocationPage(AddHostPlan &plan, QWidget *parent)
    : AddHostPage(plan, parent),
      m_tree(new QTreeWidget(this)),
      m_problem(new QLabel(this))
{
    m_tree->setObjectName(u"addHostLocation"_s);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_problem->setObjectName(u"addHostLocationProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_tree, 1);
    column->addWidget(m_problem);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &LocationPage::choose);
    retranslate();
}

void LocationPage::initializePage()
{
    fill();
    m_tree->setFocus();
}

void LocationPage::fill()
{
    const QSignalBlocker quiet(m_tree);
    m_tree->clear();
    addBeneath(ObjectRef(), m_tree->invisibleRootItem());
    m_tree->expandAll();
    for (auto *item : m_tree->findItems(u"*"_s, Qt::MatchWildcard | Qt::MatchRecursive)) {
        if (item->data(0, PlaceRole).toString() == toString(m_plan.parent))
            m_tree->setCurrentItem(item);
    }
    if (m_tree->currentItem() == nullptr && m_tree->topLevelItemCount() > 0)
        m_tree->setCurrentItem(m_tree->topLevelItem(0));
    choose();
}

void LocationPage::addBeneath(const ObjectRef &parent, QTreeWidgetItem *item)
{
    const auto &inventory = m_plan.session.inventory();
    std::vector<std::pair<QString, ObjectRef>> places;
    inventory.forEach([&](const core::model::Object &object) {
        const ObjectRef ref = refOf(object);
        if (!takesHosts(ref, inventory))
            return;
        const auto above = parentIn(core::model::TreeView::HostsAndClusters, object, inventory);
        if (above == parent)
            places.emplace_back(nameOf(object), ref);
    });
    std::ranges::sort(places, [](const auto &a, const auto &b) {
        return std::pair(a.second.kind, a.first) < std::pair(b.second.kind, b.first);
    });
    for (const auto &[name, ref] : places) {
        auto *place = new QTreeWidgetItem(item, {name});
        place->setIcon(0, iconFor(ref.kind));
        place->setData(0, PlaceRole, toString(ref));
        addBeneath(ref, place);
    }
}

void LocationPage::choose()
{
    if (const auto *item = m_tree->currentItem()) {
        if (const auto ref = core::model::refFromString(item->data(0, PlaceRole).toString()))
            m_plan.parent = *ref;
    }
    m_problem->setText(problem());
    Q_EMIT completeChanged();
}

/// What the catalogue says against it: a name that is taken there, for instance.
QString LocationPage::problem() const
{
    if (m_tree->topLevelItemCount() == 0)
        return tr("There is no datacenter yet: create one first.");
    for (const HostWish &wish : m_plan.hosts) {
        const auto request = addRequest(wish, m_plan.parent);
        const auto may = core::operations::findOperation(request.operation)
                             ->availability(request.parameters, m_plan.session.inventory());
        if (!may)
            return core::text::sentence(may.why());
    }
    return {};
}

bool LocationPage::isComplete() const
{
    return m_tree->currentItem() != nullptr && problem().isEmpty();
}

void LocationPage::retranslate()
{
    setTitle(tr("Location in the Inventory"));
    setSubTitle(tr("In a cluster a host shares what the cluster does: CPU level, load balancing, failover."));
    m_tree->setAccessibleName(tr("Datacenters, folders and clusters"));
    choose();
}

} // namespace views
