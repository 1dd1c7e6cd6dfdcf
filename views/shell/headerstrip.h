// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"
#include "core/model/tree.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QToolButton;

namespace views {

/// Over the tabs: the object's icon, name, parent, state, and how old the data is when it is old.
class HeaderStrip : public QFrame
{
    Q_OBJECT

public:
    HeaderStrip(core::api::client::Session &session, QWidget *parent);

    void setObject(const core::model::ObjectRef &object, core::model::TreeView view);
    /// What the core itself is called.
    void setRootName(const QString &name);

Q_SIGNALS:
    void objectActivated(const core::model::ObjectRef &object);
    /// "Connect…" beside a host whose connection waits for an answer of the user.
    void connectRequested(const core::model::ObjectRef &host);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void refresh();
    void showState(const core::model::Host &host);
    void showState(const core::model::Vm &vm);
    void showParent(const core::model::Object &object);
    /// The state, and how old it is when it is not of now.
    [[nodiscard]] QString aged(const QString &state, bool old, std::optional<core::Instant> lastSeen);
    [[nodiscard]] QString ageOf(std::optional<core::Instant> lastSeen) const;

    core::api::client::Session &m_session;
    core::model::ObjectRef m_object;
    core::model::ObjectRef m_parent;
    core::model::TreeView m_view = core::model::TreeView::HostsAndClusters;
    QString m_rootName;
    QLabel *m_picture = nullptr;
    QLabel *m_name = nullptr;
    QToolButton *m_parentLink = nullptr;
    QLabel *m_state = nullptr;
    QToolButton *m_connect = nullptr;
    QTimer m_ageing; ///< "12 s ago" is another second each second
    QTimer m_coalesce;
};

} // namespace views
