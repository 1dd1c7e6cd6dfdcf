// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/vm/consolepage.h"

#include "core/text/text.h"
#include "views/vm/screenlink.h"
#include "views/vm/vncclient.h"
#include "views/vm/vncscreen.h"

#include <QAction>
#include <QCloseEvent>
#include <QLabel>
#include <QLoggingCategory>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>

Q_LOGGING_CATEGORY(lcConsole, "vigie.console")

namespace views {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::api::client::Session;
using core::model::PowerState;

ConsolePage::ConsolePage(Session &session, QWidget *parent)
    : Page(session, parent),
      m_backoff(1s, 10s),
      m_bar(new QToolBar(this)),
      m_sendKey(new QToolButton(this)),
      m_keyMenu(new QMenu(this)),
      m_hint(new QLabel(this)),
      m_stack(new QStackedWidget(this)),
      m_screen(new VncScreen(this)),
      m_messagePane(new QWidget(this)),
      m_message(new QLabel(this)),
      m_button(new QPushButton(this))
{
    setObjectName(u"consolePage"_s);
    m_retry.setSingleShot(true);
    m_idle.setSingleShot(true);
    m_idle.setInterval(10s); // walking through the tabs does not connect again and again
    buildActions();
    buildViews();
    connect(&m_retry, &QTimer::timeout, this, &ConsolePage::connectScreen);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        disconnectScreen();
        setState(State::NoVm);
    });
    connect(&session, &Session::inventoryReset, this, &ConsolePage::follow);
    connect(&session, &Session::inventoryChanged, this,
            [this](const std::vector<core::model::Change> &changes) {
                if (std::ranges::find(changes, m_object, &core::model::Change::ref) != changes.end())
                    follow();
            });
    retranslate();
}

ConsolePage::~ConsolePage()
{
    disconnectScreen();
    for (ConsolePage *shown : m_windows) { // QWidget would end them when we can no longer follow
        disconnect(shown, nullptr, this, nullptr);
        delete shown;
    }
}

QString ConsolePage::title() const
{
    return tr("Console");
}

const core::model::Vm *ConsolePage::vm() const
{
    return session().inventory().find(m_object.as<core::VmId>());
}

void ConsolePage::setObject(const core::model::ObjectRef &object)
{
    if (object == m_object)
        return;
    disconnectScreen();
    m_object = object;
    m_state = State::NoVm;
    m_backoff.reset();
    follow();
}

void ConsolePage::follow()
{
    if (!isVisible())
        return;
    const core::model::Vm *guest = vm();
    const bool on =
        guest != nullptr && (guest->state == PowerState::Running || guest->state == PowerState::Paused);
    if (ownWindow() != nullptr) {
        disconnectScreen();
        setState(State::Elsewhere);
    } else if (guest == nullptr) {
        disconnectScreen();
        setState(State::NoVm);
    } else if (!on) {
        disconnectScreen();
        setState(State::Off);
    } else if (!guest->hasScreen) {
        disconnectScreen();
        setState(State::NoScreen);
    } else if (m_state != State::Connected && m_state != State::Connecting && m_state != State::Lost) {
        connectScreen();
    } else {
        showState();
    }
}

void ConsolePage::connectScreen()
{
    disconnectScreen();
    setState(State::Connecting);
    m_asking = std::make_unique<QObject>();
    session().openScreen(m_object.as<core::VmId>(), m_asking.get(), [this](const core::Result<QUrl> &url) {
        m_asking.release()->deleteLater(); // we are in its callback
        if (!url) {
            lost(url.error().detail, url.error());
            return;
        }
        m_link = std::make_unique<ScreenLink>();
        connect(m_link.get(), &ScreenLink::opened, this, &ConsolePage::startClient);
        connect(
            m_link.get(), &ScreenLink::closed, this,
            [this](const QString &detail) { lost(detail, std::nullopt); }, Qt::QueuedConnection);
        m_link->open(*url, session().endpoint().trust);
    });
}

void ConsolePage::startClient(int fd)
{
    m_client = std::make_unique<VncClient>(fd);
    m_screen->setClient(m_client.get());
    connect(m_client.get(), &VncClient::connected, this, [this] {
        m_backoff.reset();
        setState(State::Connected);
    });
    connect(
        m_client.get(), &VncClient::closed, this,
        [this](const QString &detail) { lost(detail, std::nullopt); }, Qt::QueuedConnection);
}

void ConsolePage::lost(const QString &detail, const std::optional<core::Error> &error)
{
    if (m_state != State::Connecting && m_state != State::Connected)
        return; // said twice: by the link and by the client
    qCInfo(lcConsole) << "screen lost"
                      << "vm" << m_object.id << detail;
    disconnectScreen();
    m_error = error;
    setState(State::Lost);
    if (isVisible())
        m_retry.start(m_backoff.next());
}

void ConsolePage::disconnectScreen()
{
    m_retry.stop();
    m_asking.reset();
    m_screen->setClient(nullptr);
    m_client.reset();
    m_link.reset();
}

void ConsolePage::setState(State state)
{
    m_state = state;
    if (state != State::Lost)
        m_error.reset();
    showState();
}

void ConsolePage::showState()
{
    const core::model::Vm *guest = vm();
    const QString name = guest != nullptr ? guest->name : QString();
    const bool connected = m_state == State::Connected;
    m_stack->setCurrentWidget(connected ? static_cast<QWidget *>(m_screen) : m_messagePane);
    for (QAction *action : {m_ctrlAltDel, m_paste, m_screenshot})
        action->setEnabled(connected);
    m_sendKey->setEnabled(connected);
    m_hint->setVisible(connected);
    const bool hasScreen = connected || m_state == State::Connecting || m_state == State::Lost;
    m_detach->setEnabled(hasScreen);
    m_fullScreen->setEnabled(hasScreen);
    QString button;
    switch (m_state) {
    case State::NoVm: m_message->setText({}); break;
    case State::Off:
        m_message->setText(guest == nullptr ? QString()
                                            : tr("“%1” shows nothing: %2.", "name, power state")
                                                  .arg(name, core::text::state(guest->state)));
        button = guest != nullptr && guest->state != PowerState::Unknown
            ? core::text::operationLabel(u"vm.power-on")
            : QString();
        break;
    case State::NoScreen:
        m_message->setText(tr("“%1” has no VNC display: its screen cannot be shown.").arg(name));
        break;
    case State::Connecting: m_message->setText(tr("Connecting to the screen of “%1”…").arg(name)); break;
    case State::Lost:
        m_message->setText(
            m_error ? core::text::sentence(*m_error)
                    : tr("The connection to the screen of “%1” was lost. Trying again…").arg(name));
        button = tr("Try Again Now");
        break;
    case State::Elsewhere:
        m_message->setText(tr("The screen of “%1” is shown in its own window.").arg(name));
        button = tr("Go to the Window");
        break;
    case State::Connected: break;
    }
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    m_screen->setAccessibleName(tr("Screen of %1").arg(name));
    if (m_isWindow)
        setWindowTitle(tr("%1, console", "a virtual machine's name").arg(name));
}

void ConsolePage::showEvent(QShowEvent *event)
{
    m_idle.stop();
    Page::showEvent(event);
    if (m_state == State::Lost)
        m_retry.start(0);
    else
        follow();
}

void ConsolePage::hideEvent(QHideEvent *event)
{
    m_retry.stop();
    m_screen->releaseKeyboard();
    m_idle.start();
    Page::hideEvent(event);
}

void ConsolePage::closeEvent(QCloseEvent *event)
{
    disconnectScreen();
    Page::closeEvent(event);
}

ConsolePage *ConsolePage::ownWindow() const
{
    const auto it = std::ranges::find(m_windows, m_object, &ConsolePage::m_object);
    return it != m_windows.end() ? *it : nullptr;
}

ConsolePage *ConsolePage::newWindow()
{
    auto *opened = new ConsolePage(session(), this);
    opened->m_isWindow = true;
    opened->setObjectName(u"consoleWindow"_s);
    opened->setWindowFlag(Qt::Window);
    opened->setAttribute(Qt::WA_DeleteOnClose);
    opened->resize(900, 700);
    opened->m_detach->setVisible(false);
    connect(opened, &Page::operationRequested, this, &Page::operationRequested);
    connect(opened, &QObject::destroyed, this, [this, opened] { // before a QPointer would be null
        std::erase(m_windows, opened);
        follow();
    });
    opened->setObject(m_object);
    m_windows.push_back(opened);
    return opened;
}

void ConsolePage::openInWindow()
{
    if (m_isWindow || vm() == nullptr)
        return;
    disconnectScreen();
    ConsolePage *shown = ownWindow();
    if (shown == nullptr)
        shown = newWindow();
    shown->show();
    shown->activateWindow();
    follow();
}

void ConsolePage::toggleFullScreen()
{
    if (!m_isWindow) {
        openInWindow();
        if (ConsolePage *shown = ownWindow(); shown != nullptr) {
            shown->m_closeAfterFullScreen = true;
            shown->showFullScreen();
        }
        return;
    }
    if (!isFullScreen())
        showFullScreen();
    else if (m_closeAfterFullScreen)
        close();
    else
        showNormal();
    m_bar->setVisible(!isFullScreen());
}

void ConsolePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::WindowStateChange)
        m_bar->setVisible(!isFullScreen());
    Page::changeEvent(event);
}

} // namespace views
