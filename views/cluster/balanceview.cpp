// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/cluster/balanceview.h"

#include "core/text/text.h"
#include "views/widgets/usagebar.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using core::model::DrsHostLoad;

namespace {
constexpr size_t mostRows = 64; ///< of a large cluster, the hosts that matter
}

BalanceView::BalanceView(QWidget *parent)
    : QScrollArea(parent),
      m_content(new QWidget(this)),
      m_grid(new QGridLayout(m_content)),
      m_none(new QLabel(m_content))
{
    setObjectName(u"drsBalance"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(2, 1);
    m_grid->addWidget(m_none, 0, 0, 1, 3);
    m_grid->setRowStretch(static_cast<int>(mostRows) + 1, 1);
    setWidget(m_content);
}

BalanceView::Row BalanceView::makeRow(int index)
{
    Row row{.name = new QLabel(m_content), .cpu = new UsageBar(m_content), .memory = new UsageBar(m_content)};
    row.name->setTextFormat(Qt::PlainText);
    m_grid->addWidget(row.name, index + 1, 0);
    m_grid->addWidget(row.cpu, index + 1, 1);
    m_grid->addWidget(row.memory, index + 1, 2);
    return row;
}

void BalanceView::setLoads(std::vector<DrsHostLoad> loads, const core::model::Inventory &inventory)
{
    const auto height = [](const DrsHostLoad &load) { return std::max(load.cpuRatio, load.memoryRatio); };
    std::ranges::stable_sort(loads, std::greater<>(), height);
    loads.resize(std::min(loads.size(), mostRows));
    m_loads = std::move(loads);
    m_names.clear();
    for (const DrsHostLoad &load : m_loads)
        m_names += inventory.nameOf(load.host);
    show();
}

void BalanceView::show()
{
    while (m_rows.size() < m_loads.size())
        m_rows.push_back(makeRow(static_cast<int>(m_rows.size())));
    m_none->setText(tr("There are no figures yet."));
    m_none->setVisible(m_loads.empty());
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        const bool isUsed = i < m_loads.size();
        row.name->setVisible(isUsed);
        row.cpu->setVisible(isUsed);
        row.memory->setVisible(isUsed);
        if (!isUsed)
            continue;
        const DrsHostLoad &load = m_loads[i];
        const auto change = [](double before, double after) {
            return tr("%1, then %2", "load before and after")
                .arg(core::text::percent(before), core::text::percent(after));
        };
        row.name->setText(m_names[static_cast<qsizetype>(i)]);
        row.cpu->setCaption(tr("CPU"));
        row.cpu->setUsage(load.cpuRatio, change(load.cpuRatio, load.cpuAfterRatio));
        row.memory->setCaption(tr("Memory"));
        row.memory->setUsage(load.memoryRatio, change(load.memoryRatio, load.memoryAfterRatio));
    }
}

void BalanceView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        show();
    QScrollArea::changeEvent(event);
}

} // namespace views
