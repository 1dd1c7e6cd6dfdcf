// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"
#include "core/model/drs.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace views {

/// Before a host enters maintenance mode: where its VMs would go, which could not, and what is to become of those that
/// are off.
class MaintenanceDialog : public QDialog
{
    Q_OBJECT

public:
    MaintenanceDialog(core::api::client::Session &session, core::HostId host, QWidget *parent);

    [[nodiscard]] std::vector<core::operations::OperationRequest> requests() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void ask();
    void show(const core::model::DrsReport &report);
    void retranslate();
    [[nodiscard]] QString outlook() const;

    core::api::client::Session &m_session;
    core::HostId m_host;
    std::optional<core::model::DrsReport> m_report;
    std::optional<core::Error> m_problem;
    QLabel *m_intro;
    QLabel *m_verdict;
    QTreeWidget *m_moves;
    QCheckBox *m_evacuate;
    QCheckBox *m_stopped;
    QPushButton *m_ok = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace views
