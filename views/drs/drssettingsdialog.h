// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"

#include <QDialog>

class QButtonGroup;
class QCheckBox;
class QGroupBox;
class QLabel;
class QPushButton;
class QRadioButton;
class QSlider;

namespace views {

/// Whether a cluster balances its hosts, how far it goes by itself, and from which imbalance on.
class DrsSettingsDialog : public QDialog
{
    Q_OBJECT

public:
    DrsSettingsDialog(core::api::client::Session &session, core::ClusterId cluster, QWidget *parent);

    [[nodiscard]] std::vector<core::operations::OperationRequest> requests() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void fill();
    void explain();
    void retranslate();

    core::api::client::Session &m_session;
    core::ClusterId m_cluster;
    QCheckBox *m_enabled;
    QGroupBox *m_automation;
    QButtonGroup *m_levels;
    QGroupBox *m_threshold;
    QSlider *m_slider;
    QLabel *m_conservative;
    QLabel *m_aggressive;
    QLabel *m_meaning;
    QPushButton *m_ok = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace views
