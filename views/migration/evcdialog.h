// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"
#include "core/migration/evc.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QListWidget;
class QTreeWidget;

namespace views {

/// The CPU levels that a cluster's hosts offer, and which host or VM keeps it from one, by which feature.
class EvcDialog : public QDialog
{
    Q_OBJECT

public:
    EvcDialog(core::api::client::Session &session, core::ClusterId cluster, QWidget *parent);

    [[nodiscard]] core::operations::OperationRequest request() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void fill();
    void showFindings();
    void retranslate();
    [[nodiscard]] QString chosen() const;

    core::api::client::Session &m_session;
    core::ClusterId m_cluster;
    std::vector<core::migration::LevelChoice> m_choices;
    QLabel *m_intro = nullptr;
    QTreeWidget *m_levels = nullptr;
    QLabel *m_verdict = nullptr;
    QListWidget *m_findings = nullptr;
    QPushButton *m_ok = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace views
