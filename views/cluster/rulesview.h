// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"

#include <QWidget>

class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace views {

class RequestRunner;

/// The rules of a cluster: a tick switches one on or off, buttons make and delete them.
class RulesView : public QWidget
{
    Q_OBJECT

public:
    RulesView(core::api::client::Session &session, QWidget *parent);

    void setCluster(core::ClusterId cluster);

Q_SIGNALS:
    void ruleWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void toggled(QTreeWidgetItem *item);
    void deleteChosen();
    void showButtons();
    void retranslate();

    core::api::client::Session &m_session;
    core::ClusterId m_cluster;
    RequestRunner *m_runner;
    QTreeWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_delete;
};

} // namespace views
