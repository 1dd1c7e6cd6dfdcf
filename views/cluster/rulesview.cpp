// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/cluster/rulesview.h"

#include "core/operations/cluster/deleterule.h"
#include "core/operations/cluster/setrule.h"
#include "core/text/drs.h"
#include "core/text/text.h"
#include "views/inventory/requestrunner.h"
#include "views/widgets/offline.h"
#include "views/widgets/rights.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using core::api::client::Session;

namespace {

enum Column { Name, Type, Vms, Hosts };

template <class Ids>
QString namesOf(const Ids &ids, const core::model::Inventory &inventory)
{
    QStringList names;
    for (const auto &id : ids)
        names += inventory.nameOf(id);
    return names.join(u", "_s);
}

} // namespace

RulesView::RulesView(Session &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_runner(makeRunner(session, this)),
      m_list(new QTreeWidget(this)),
      m_add(new QPushButton(this)),
      m_delete(new QPushButton(this))
{
    setObjectName(u"drsRules"_s);
    m_list->setObjectName(u"drsRulesTable"_s);
    m_list->setRootIsDecorated(false);
    m_list->setColumnCount(4);
    m_add->setObjectName(u"drsRuleAdd"_s);
    m_delete->setObjectName(u"drsRuleDelete"_s);
    auto *row = new QHBoxLayout;
    for (QPushButton *button : {m_add, m_delete}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->addLayout(row);
    column->addWidget(m_list, 1);
    connect(m_add, &QPushButton::clicked, this, &RulesView::ruleWanted);
    connect(m_delete, &QPushButton::clicked, this, &RulesView::deleteChosen);
    connect(m_list, &QTreeWidget::itemChanged, this, &RulesView::toggled);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &RulesView::showButtons);
    connect(&session, &Session::inventoryReset, this, &RulesView::fill);
    connect(&session, &Session::inventoryChanged, this,
            [this](const std::vector<core::model::Change> &changes) {
                const bool isMine = std::ranges::any_of(changes, [this](const core::model::Change &change) {
                    return change.ref == core::model::ObjectRef(m_cluster);
                });
                if (isMine)
                    fill();
            });
    connect(&session, &Session::linkChanged, this, &RulesView::showButtons);
    connect(&Rights::of(session), &Rights::changed, this, &RulesView::showButtons);
    retranslate();
}

void RulesView::setCluster(core::ClusterId cluster)
{
    m_cluster = cluster;
    fill();
}

void RulesView::fill()
{
    const QSignalBlocker quiet(m_list);
    const QString chosen = m_list->currentItem() != nullptr ? m_list->currentItem()->text(Name) : QString();
    m_list->clear();
    const core::model::Inventory &inventory = m_session.inventory();
    if (const core::model::Cluster *cluster = inventory.find(m_cluster)) {
        for (const core::model::DrsRule &rule : cluster->drsRules) {
            auto *item = new QTreeWidgetItem(m_list,
                                             {rule.name, core::text::drsRuleType(rule.type),
                                              namesOf(rule.vms, inventory), namesOf(rule.hosts, inventory)});
            item->setCheckState(Name, rule.enabled ? Qt::Checked : Qt::Unchecked);
            if (rule.name == chosen)
                m_list->setCurrentItem(item);
        }
    }
    for (int column = Name; column <= Vms; ++column)
        m_list->resizeColumnToContents(column);
    showButtons();
}

void RulesView::toggled(QTreeWidgetItem *item)
{
    core::operations::SetRule wanted{.cluster = m_cluster, .rule = item->text(Name)};
    wanted.enabled = item->checkState(Name) == Qt::Checked;
    m_runner->run(prepare({core::operations::request(wanted)}, m_session.inventory()));
}

void RulesView::deleteChosen()
{
    const QTreeWidgetItem *item = m_list->currentItem();
    if (item == nullptr)
        return;
    const core::operations::DeleteRule wanted{.cluster = m_cluster, .rule = item->text(Name)};
    m_runner->run(prepare({core::operations::request(wanted)}, m_session.inventory()));
}

void RulesView::showButtons()
{
    QString reason = offlineReason(m_session);
    const auto missing = Rights::of(m_session).lacking(core::model::Privilege::ClusterEdit, m_cluster);
    if (reason.isEmpty() && missing)
        reason = core::text::sentence(*missing);
    const auto show = [](QPushButton *button, const QString &why) {
        button->setEnabled(why.isEmpty());
        button->setToolTip(why.toHtmlEscaped());
        button->setAccessibleDescription(why);
    };
    show(m_add, reason);
    show(m_delete,
         reason.isEmpty() && m_list->currentItem() == nullptr ? tr("No rule is selected.") : reason);
    m_list->setEnabled(reason.isEmpty());
}

void RulesView::retranslate()
{
    m_list->setHeaderLabels({tr("Rule"), tr("Type"), tr("Virtual machines"), tr("Hosts")});
    m_list->setAccessibleName(tr("Rules"));
    m_add->setText(tr("Add…"));
    m_add->setAccessibleName(tr("Add a rule"));
    m_delete->setText(tr("Delete"));
    m_delete->setAccessibleName(tr("Delete the rule"));
    fill();
}

void RulesView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace views
