// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/drs.h"
#include "views/drs/outcomemodels.h"
#include "views/drs/recommendationmodel.h"
#include "views/widgets/page.h"

#include <QTimer>

class QComboBox;
class QLabel;
class QPushButton;
class QTabWidget;

namespace views {

class BalanceView;
class FilteredList;
class RequestRunner;
class RulesView;

/// What a cluster thinks of the places of its VMs: how balanced it is, what it recommends and why, what stands in the
/// way, what became of it, and the rules. Asked anew every few seconds while it is looked at.
class DrsPage : public Page
{
    Q_OBJECT

public:
    DrsPage(core::api::client::Session &session, QWidget *parent);

    [[nodiscard]] QString title() const override;
    void setObject(const core::model::ObjectRef &object) override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void ask();
    void askHistory();
    void take(const core::model::DrsReport &report);
    void showStatus();
    void showButtons();
    void apply();
    void retranslate();
    [[nodiscard]] bool isDryRun() const;
    [[nodiscard]] QString statusText(const core::model::Cluster &cluster) const;
    /// Why the operation cannot be asked for; empty: it can.
    [[nodiscard]] QString obstacle(const QString &operation) const;

    core::ClusterId m_cluster;
    std::optional<core::model::DrsReport> m_report;
    RecommendationModel m_recommendations;
    FaultModel m_faults;
    DrsHistoryModel m_history;
    RequestRunner *m_runner;
    QLabel *m_status;
    QPushButton *m_run;
    QPushButton *m_apply;
    QPushButton *m_settings;
    QComboBox *m_threshold;
    QTabWidget *m_tabs;
    FilteredList *m_recommendationList;
    FilteredList *m_faultList;
    FilteredList *m_historyList;
    BalanceView *m_balance;
    RulesView *m_rules;
    QTimer m_poll;
    int m_asked = 0; ///< answers to older questions are not shown
};

} // namespace views
