// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/cluster/totals.h"
#include "views/widgets/summarypage.h"

class QGroupBox;

namespace views {

class FactBox;
struct Fact;
class UsageBar;

/// Summary of what holds others: the root, a datacenter, folder, cluster or pool; and of a datastore or network.
class ContainerSummaryPage : public SummaryPage
{
    Q_OBJECT

public:
    ContainerSummaryPage(core::api::client::Session &session, QWidget *parent = nullptr);

    void setObject(const core::model::ObjectRef &object) override;

protected:
    void refresh() override;
    void retranslate() override;

private:
    [[nodiscard]] std::vector<Fact> placeFacts() const;
    [[nodiscard]] std::vector<Fact> countFacts(const Totals &totals) const;
    [[nodiscard]] std::vector<Fact> clusterFacts(const core::model::Cluster &cluster) const;
    [[nodiscard]] std::vector<Fact> datastoreFacts(const core::model::Datastore &datastore) const;
    [[nodiscard]] std::vector<Fact> networkFacts(const core::model::Network &network) const;
    void showUse(const Totals &totals);
    void showSpace(const core::model::Datastore &datastore);
    void showHosts(const std::vector<core::HostId> &hosts);

    FactBox *m_general;
    FactBox *m_hosts; ///< that see the datastore or network
    QGroupBox *m_resources;
    UsageBar *m_cpu;
    UsageBar *m_memory;
    UsageBar *m_space;
};

} // namespace views
