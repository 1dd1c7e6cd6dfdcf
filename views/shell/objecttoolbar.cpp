// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/objecttoolbar.h"

#include "views/inventory/objectactions.h"

#include <QAction>
#include <QEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using core::model::Kind;

namespace {

/// Empty: a separator.
QStringList operationsOf(Kind kind)
{
    switch (kind) {
    case Kind::Vm:
        return {
            u"vm.power-on"_s, u"vm.shut-down"_s, u"vm.power-off"_s, {}, u"vm.suspend"_s, u"vm.resume"_s, {},
            u"vm.reboot"_s,   u"vm.reset"_s};
    case Kind::Host: return {u"host.reconnect"_s, u"host.disconnect"_s, {}, u"host.delete"_s};
    case Kind::Root: return {u"datacenter.create"_s};
    case Kind::Datacenter: return {u"cluster.create"_s, u"host.add"_s, u"folder.create"_s};
    case Kind::Cluster: return {u"host.add"_s};
    case Kind::Folder: return {u"folder.create"_s, u"host.add"_s};
    case Kind::Pool:
    case Kind::Datastore:
    case Kind::Network:
    case Kind::User:
    case Kind::Group:
    case Kind::Role:
    case Kind::Permission:
    case Kind::AlarmDefinition: return {};
    }
    Q_UNREACHABLE();
}

} // namespace

ObjectToolBar::ObjectToolBar(ObjectActions &actions, QWidget *parent) : QToolBar(parent), m_actions(actions)
{
    setObjectName(u"objectToolBar"_s);
    setWindowTitle(tr("Toolbar"));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    showFor(Kind::Root);
}

void ObjectToolBar::showFor(Kind kind)
{
    if (m_kind == kind)
        return;
    m_kind = kind;
    clear(); // the actions are not ours and live on
    for (const QString &operation : operationsOf(kind)) {
        QAction *action = operation.isEmpty() ? addSeparator() : m_actions.action(operation);
        if (action == nullptr || operation.isEmpty())
            continue;
        addAction(action);
        widgetForAction(action)->setObjectName(operation + u"Button"_s);
    }
    // What fits no selection leaves the bar empty: the window below is not to jump for that.
    setMinimumHeight(std::max(minimumHeight(), sizeHint().height()));
}

void ObjectToolBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        setWindowTitle(tr("Toolbar"));
    QToolBar::changeEvent(event);
}

} // namespace views
