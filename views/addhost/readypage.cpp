// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/addhost/readypage.h"

#include "core/model/path.h"
#include "views/delegates/objecticons.h"
#include "views/widgets/commandpanel.h"

#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

AddHostReadyPage::AddHostReadyPage(AddHostPlan &plan, QWidget *parent)
    : AddHostPage(plan, parent),
      m_hosts(new QTreeWidget(this)),
      m_place(new QLabel(this)),
      m_command(new CommandPanel(CommandPanel::Fold::Open, this))
{
    m_hosts->setObjectName(u"addHostReady"_s);
    m_hosts->setRootIsDecorated(false);
    m_hosts->setUniformRowHeights(true);
    m_hosts->setColumnCount(2);
    m_hosts->setSelectionMode(QAbstractItemView::NoSelection);
    m_place->setObjectName(u"addHostPlace"_s);
    m_place->setTextFormat(Qt::PlainText);
    m_place->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_hosts, 1);
    column->addWidget(m_place);
    column->addWidget(m_command);
    setCommitPage(true); // from here on it is done
    retranslate();
}

void AddHostReadyPage::retranslate()
{
    setTitle(tr("Ready to Complete"));
    setSubTitle(tr("The key of a host that was never seen is shown before anything is sent to it."));
    m_hosts->setHeaderLabels({tr("Address"), tr("Name")});
    m_hosts->setAccessibleName(tr("Hosts that are added"));
    m_hosts->clear();
    std::vector<core::operations::OperationRequest> requests;
    for (const HostWish &wish : m_plan.hosts) {
        auto *row =
            new QTreeWidgetItem(m_hosts, {wish.uri, wish.name.isEmpty() ? tr("its own name") : wish.name});
        row->setIcon(0, iconFor(core::model::Kind::Host));
        requests.push_back(addRequest(wish, m_plan.parent));
    }
    m_hosts->resizeColumnToContents(0);
    m_place->setText(tr("Location: %1").arg(core::model::pathOf(m_plan.parent, m_plan.session.inventory())));
    m_command->setRequests(std::move(requests), m_plan.session.inventory());
}

} // namespace views
