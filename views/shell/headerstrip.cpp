// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/headerstrip.h"

#include "core/text/text.h"
#include "views/delegates/objecticons.h"
#include "views/shell/hostprompts.h"
#include "views/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace views {

using core::api::client::Session;
using namespace core::model;

HeaderStrip::HeaderStrip(Session &session, QWidget *parent) : QFrame(parent), m_session(session)
{
    setObjectName(u"headerStrip"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    build();
    m_ageing.setInterval(1s);
    connect(&m_ageing, &QTimer::timeout, this, &HeaderStrip::refresh);
    m_coalesce.setSingleShot(true);
    m_coalesce.setInterval(100ms);
    connect(&m_coalesce, &QTimer::timeout, this, &HeaderStrip::refresh);
    connect(&session, &Session::inventoryReset, this, &HeaderStrip::refresh);
    connect(&session, &Session::linkChanged, this, &HeaderStrip::refresh);
    connect(&session, &Session::inventoryChanged, this, [this](const std::vector<Change> &changes) {
        const auto concerns = [this](const Change &change) {
            return change.ref == m_object || change.ref == m_parent;
        };
        if (!m_coalesce.isActive() && std::ranges::any_of(changes, concerns))
            m_coalesce.start();
    });
    refresh();
}

void HeaderStrip::build()
{
    m_picture = new QLabel(this);
    m_name = new QLabel(this);
    m_name->setObjectName(u"headerName"_s);
    m_name->setTextFormat(Qt::PlainText);
    QFont large = m_name->font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.15);
    m_name->setFont(large);
    m_name->setMinimumWidth(1); // a long name is cut, the window does not grow
    m_parentLink = new QToolButton(this);
    m_parentLink->setObjectName(u"headerParent"_s);
    m_parentLink->setAutoRaise(true);
    m_parentLink->setFocusPolicy(Qt::TabFocus);
    m_parentLink->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_parentLink, &QToolButton::clicked, this, [this] { Q_EMIT objectActivated(m_parent); });
    m_state = new QLabel(this);
    m_state->setObjectName(u"headerState"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_connect = new QToolButton(this);
    m_connect->setObjectName(u"headerConnect"_s);
    m_connect->setFocusPolicy(Qt::StrongFocus);
    connect(m_connect, &QToolButton::clicked, this, [this] { Q_EMIT connectRequested(m_object); });
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 4);
    row->addWidget(m_picture);
    row->addWidget(m_name);
    row->addWidget(m_parentLink);
    row->addStretch(1);
    row->addWidget(m_state);
    row->addWidget(m_connect);
}

void HeaderStrip::setObject(const ObjectRef &object, TreeView view)
{
    m_object = object;
    m_view = view;
    refresh();
}

void HeaderStrip::setRootName(const QString &name)
{
    m_rootName = name;
    refresh();
}

QString HeaderStrip::ageOf(std::optional<core::Instant> lastSeen) const
{
    if (!lastSeen)
        return tr("last data of an unknown time");
    const auto now = std::chrono::time_point_cast<core::Duration>(std::chrono::system_clock::now());
    return tr("last data %1", "%1: 12 s ago")
        .arg(core::text::ago(std::max(now - *lastSeen, core::Duration(0))));
}

QString HeaderStrip::aged(const QString &state, bool old, std::optional<core::Instant> lastSeen)
{
    if (!old
        && m_session.link() == core::api::client::Link::Lost) { // of now as the core knew it, but not now
        old = true;
        lastSeen = m_session.lastHeard();
    }
    if (!old)
        return state;
    m_ageing.start();
    return tr("%1, %2", "state, age").arg(state, ageOf(lastSeen));
}

void HeaderStrip::showState(const Host &host)
{
    const bool old = host.state != HostState::Connected && host.lastSeen;
    m_state->setText(aged(core::text::state(host.state), old, host.lastSeen));
    m_state->setToolTip(host.problem ? core::text::sentence(*host.problem) : QString());
    m_connect->setVisible(host.problem && HostPrompts::isQuestion(*host.problem));
}

void HeaderStrip::showState(const Vm &vm)
{
    m_state->setText(aged(core::text::state(vm.state), vm.stale, vm.lastSeen));
}

void HeaderStrip::showParent(const Object &object)
{
    auto parent = parentIn(m_view, object, m_session.inventory());
    if (!parent)
        parent = parentIn(TreeView::VmsAndTemplates, object, m_session.inventory());
    m_parent = parent.value_or(ObjectRef());
    const auto found = m_session.inventory().find(m_parent);
    const QString name = found ? nameOf(*found) : m_rootName;
    m_parentLink->setVisible(true);
    m_parentLink->setText(u' ' + tr("in %1", "an object in its parent").arg(name)); // Qt leaves no gap
    m_parentLink->setAccessibleName(tr("Go to the parent %1").arg(name));
    m_parentLink->setIcon(found ? iconFor(*found) : iconFor(Kind::Root));
}

void HeaderStrip::refresh()
{
    m_ageing.stop();
    m_parentLink->setAccessibleName(tr("Go to the parent"));
    m_connect->setVisible(false);
    m_connect->setText(tr("Connect…"));
    m_connect->setAccessibleName(tr("Connect to the host"));
    m_state->clear();
    m_state->setToolTip({});
    const auto object = m_session.inventory().find(m_object);
    const int size = fontMetrics().height() * 3 / 2;
    const QIcon picture = object ? iconFor(*object) : iconFor(m_object.kind);
    m_picture->setPixmap(picture.pixmap(QSize(size, size), devicePixelRatioF()));
    m_name->setText(object ? nameOf(*object) : m_rootName);
    if (!object) {
        m_parentLink->setVisible(false);
        return;
    }
    showParent(*object);
    if (const Host *host = m_session.inventory().find(m_object.as<core::HostId>()))
        showState(*host);
    else if (const Vm *vm = m_session.inventory().find(m_object.as<core::VmId>()))
        showState(*vm);
}

void HeaderStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::ApplicationPaletteChange)
        refresh();
    QFrame::changeEvent(event);
}

} // namespace views
