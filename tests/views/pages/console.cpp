// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/support/rfbserver.h"
#include "tests/views/support/world.h"
#include "views/vm/consolepage.h"
#include "views/vm/keysyms.h"
#include "views/vm/vncclient.h"
#include "views/vm/vncscreen.h"

#include <QClipboard>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QToolButton>
#include <QWebSocket>
#include <QWebSocketServer>
#include <QtTest>

#include <array>

#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using core::api::client::Session;
using tests::coreOf;
using tests::RfbServer;
using views::GuestKey;
using views::KeyStep;
using Keys = std::vector<RfbServer::Key>;

class TestConsole : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void charactersHaveTheirKeysyms();
    void aFrenchKeyboardSendsWhatIsWrittenOnIt_data();
    void aFrenchKeyboardSendsWhatIsWrittenOnIt();
    void linuxKeyCodesBecomeScanCodes();
    void pastedTextIsTypedWithShift();
    void pictureArrivesAndIsUpdatedInParts();
    void keysArriveInOrderWithTheirKeysyms();
    void keyIsLetGoAsItWasPressed();
    void ctrlAltGivesTheKeyboardBack();
    void ctrlAltInsertIsCtrlAltDelete();
    void losingTheFocusLetsAllKeysGo();
    void mouseIsScaledToTheGuest();
    void oneToOneScrolls();
    void endOfTheServerIsSaidOnce();
    void pageSaysWhyThereIsNoScreen();
    void pageConnectsThroughTheCoreAndComesBack();
    void eachMachineHasAWindowOfItsOwn();
};

namespace {

struct Ends {
    int client = -1;
    int server = -1;
};

Ends socketPair()
{
    std::array<int, 2> fds{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, fds.data()) != 0)
        qFatal("no socket pair");
    return {fds[0], fds[1]};
}

/// A server, a client and a screen that is shown, connected.
struct Connected {
    explicit Connected(const QSize &size) : Connected(socketPair(), size) {}
    Connected(Ends ends, const QSize &size) : server(ends.server, size), client(ends.client)
    {
        screen.setNativeKeys(false); // the test's key events come from no platform
        screen.setClient(&client);
        screen.resize(size);
        screen.show();
    }
    [[nodiscard]] bool arrived()
    {
        return QTest::qWaitFor([this] { return !screen.image().isNull(); });
    }
    void capture()
    {
        QTest::mouseClick(screen.viewport(), Qt::LeftButton, {}, QPoint(10, 10));
        static_cast<void>(QTest::qWaitFor([this] { return server.pointers.size() >= 2; }));
    }
    RfbServer server;
    views::VncClient client;
    views::VncScreen screen;
};

/// As the platform sends it: QTest::keyClick would press the modifiers too.
void key(views::VncScreen &screen, QEvent::Type type, int code, Qt::KeyboardModifiers modifiers = {},
         const QString &text = {})
{
    QKeyEvent event(type, code, modifiers, text);
    QCoreApplication::sendEvent(&screen, &event);
}

void click(views::VncScreen &screen, int code, Qt::KeyboardModifiers modifiers = {}, const QString &text = {})
{
    key(screen, QEvent::KeyPress, code, modifiers, text);
    key(screen, QEvent::KeyRelease, code, modifiers, text);
}

void moveTo(views::VncScreen &screen, const QPoint &position)
{
    QMouseEvent event(QEvent::MouseMove, position, screen.viewport()->mapToGlobal(position), Qt::NoButton, {},
                      {});
    QCoreApplication::sendEvent(screen.viewport(), &event);
}

} // namespace

void TestConsole::charactersHaveTheirKeysyms()
{
    QCOMPARE(views::keysymOf(U'a'), 0x61U);
    QCOMPARE(views::keysymOf(U'é'), 0xe9U);
    QCOMPARE(views::keysymOf(U'€'), 0x010020acU);
    QCOMPARE(views::keysymOf(U'\n'), 0xff0dU);
    QCOMPARE(views::keysymOf(U'\u0001'), 0U);
    const QKeyEvent euro(QEvent::KeyPress, Qt::Key_E, Qt::GroupSwitchModifier, u"€"_s);
    QCOMPARE(views::guestKey(euro, false).keysym, 0x010020acU);
    const QKeyEvent controlC(QEvent::KeyPress, Qt::Key_C, Qt::ControlModifier, u"\u0003"_s);
    QCOMPARE(views::guestKey(controlC, false).keysym, 0x63U); // not an upper-case C
    const QKeyEvent dead(QEvent::KeyPress, Qt::Key_Dead_Circumflex, {});
    QCOMPARE(views::guestKey(dead, false).keysym, 0xfe52U);
    const QKeyEvent native(QEvent::KeyPress, Qt::Key_AltGr, {}, 100 + 8, 0xfe03, 0);
    QCOMPARE(views::guestKey(native, true), (GuestKey{.keysym = 0xfe03, .scanCode = 0xb8}));
}

void TestConsole::aFrenchKeyboardSendsWhatIsWrittenOnIt_data()
{
    QTest::addColumn<int>("keyCode"); // of X11
    QTest::addColumn<uint>("said"); // X11's keysym
    QTest::addColumn<QString>("text");
    QTest::addColumn<uint>("scanCode"); // where the key is
    QTest::newRow("a, where a US keyboard has q") << 24 << 0x61U << u"a"_s << 0x10U;
    QTest::newRow("z, where it has w") << 25 << 0x7aU << u"z"_s << 0x11U;
    QTest::newRow("é, on the 2") << 11 << 0xe9U << u"é"_s << 0x03U;
    QTest::newRow("€, AltGr and e") << 26 << 0x20acU << u"€"_s << 0x12U;
    QTest::newRow("@, AltGr and à") << 19 << 0x40U << u"@"_s << 0x0bU;
}

void TestConsole::aFrenchKeyboardSendsWhatIsWrittenOnIt()
{
    QFETCH(const int, keyCode);
    QFETCH(const uint, said);
    QFETCH(const QString, text);
    QFETCH(const uint, scanCode);
    const QKeyEvent event(QEvent::KeyPress, Qt::Key_unknown, {}, static_cast<quint32>(keyCode), said, 0,
                          text);
    QCOMPARE(views::guestKey(event, true), (GuestKey{.keysym = said, .scanCode = scanCode}));
    const QKeyEvent nameless(QEvent::KeyPress, Qt::Key_unknown, {}, text); // a platform that says no keysyms
    QCOMPARE(views::guestKey(nameless, false).keysym,
             views::keysymOf(static_cast<char32_t>(text.toUcs4().front())));
}

void TestConsole::linuxKeyCodesBecomeScanCodes()
{
    QCOMPARE(views::scanCodeOf(30), 30U); // the A of a US keyboard, the Q of a French one
    QCOMPARE(views::scanCodeOf(103), 0xc8U); // up
    QCOMPARE(views::scanCodeOf(87), 0x57U); // F11
    QCOMPARE(views::scanCodeOf(240), 0U);
}

void TestConsole::pastedTextIsTypedWithShift()
{
    const auto steps = views::typed(u"aB\r\n"_s);
    const std::vector<KeyStep> expected{{0x61, true},  {0x61, false},   {0xffe1, true}, {0x42, true},
                                        {0x42, false}, {0xffe1, false}, {0xff0d, true}, {0xff0d, false}};
    QCOMPARE(steps, expected);
}

void TestConsole::pictureArrivesAndIsUpdatedInParts()
{
    Connected all(QSize(320, 200));
    QVERIFY(all.arrived());
    QCOMPARE(all.screen.image().size(), QSize(320, 200));
    all.server.fill(QRect(100, 50, 20, 10), 0xff3366ccU);
    QTRY_COMPARE(QColor(all.screen.image().pixel(110, 55)), QColor(0x3366ccU));
    QCOMPARE(QColor(all.screen.image().pixel(99, 50)), QColor(Qt::black));
    QCOMPARE(QColor(all.screen.image().pixel(120, 60)), QColor(Qt::black));
    QTRY_COMPARE(QColor(all.screen.grab().toImage().pixel(110, 55)), QColor(0x3366ccU));
}

void TestConsole::keysArriveInOrderWithTheirKeysyms()
{
    Connected all(QSize(320, 200));
    QVERIFY(all.arrived());
    click(all.screen, Qt::Key_X, {}, u"x"_s); // nobody gave the guest the keyboard
    all.capture();
    QVERIFY(all.screen.hasKeyboard());
    click(all.screen, Qt::Key_Eacute, {}, u"é"_s); // as the key of a French keyboard gives it
    click(all.screen, Qt::Key_Z, {}, u"z"_s);
    click(all.screen, Qt::Key_Tab, {}, u"\t"_s);
    click(all.screen, Qt::Key_F12);
    const Keys expected{{0xe9, true},   {0xe9, false},   {0x7a, true},   {0x7a, false},
                        {0xff09, true}, {0xff09, false}, {0xffc9, true}, {0xffc9, false}};
    QTRY_COMPARE(all.server.keys.size(), expected.size());
    QVERIFY(all.server.keys == expected);
}

void TestConsole::keyIsLetGoAsItWasPressed()
{
    Connected all(QSize(320, 200));
    QVERIFY(all.arrived());
    all.capture();
    // Shift is let go before the letter: the letter's release then says "a" for what was pressed as "A".
    key(all.screen, QEvent::KeyPress, Qt::Key_A, Qt::ShiftModifier, u"A"_s);
    key(all.screen, QEvent::KeyRelease, Qt::Key_A, {}, u"a"_s);
    QTRY_COMPARE(all.server.keys.size(), 2U);
    QVERIFY((all.server.keys == Keys{{0x41, true}, {0x41, false}}));
}

void TestConsole::ctrlAltGivesTheKeyboardBack()
{
    Connected all(QSize(320, 200));
    QVERIFY(all.arrived());
    all.capture();
    key(all.screen, QEvent::KeyPress, Qt::Key_Control);
    key(all.screen, QEvent::KeyPress, Qt::Key_Alt, Qt::ControlModifier);
    key(all.screen, QEvent::KeyPress, Qt::Key_F2,
        Qt::ControlModifier | Qt::AltModifier); // for the guest: not the way out
    key(all.screen, QEvent::KeyRelease, Qt::Key_F2, Qt::ControlModifier | Qt::AltModifier);
    key(all.screen, QEvent::KeyRelease, Qt::Key_Alt, Qt::ControlModifier);
    QVERIFY(all.screen.hasKeyboard());
    key(all.screen, QEvent::KeyPress, Qt::Key_Alt, Qt::ControlModifier);
    key(all.screen, QEvent::KeyRelease, Qt::Key_Alt, Qt::ControlModifier);
    QVERIFY(!all.screen.hasKeyboard());
    QTRY_COMPARE(all.server.keys.size(), 8U);
    int held = 0;
    for (const auto &key : all.server.keys)
        held += key.down ? 1 : -1;
    QCOMPARE(held, 0); // Ctrl too was let go
}

void TestConsole::ctrlAltInsertIsCtrlAltDelete()
{
    Connected all(QSize(320, 200));
    QVERIFY(all.arrived());
    all.capture();
    click(all.screen, Qt::Key_Insert, Qt::ControlModifier | Qt::AltModifier);
    QTRY_COMPARE(all.server.keys.size(), 6U);
    const Keys expected{{0xffe3, true},  {0xffe9, true},  {0xffff, true},
                        {0xffff, false}, {0xffe9, false}, {0xffe3, false}};
    QVERIFY(all.server.keys == expected);
}

void TestConsole::losingTheFocusLetsAllKeysGo()
{
    Connected all(QSize(320, 200));
    QVERIFY(all.arrived());
    all.capture();
    key(all.screen, QEvent::KeyPress, Qt::Key_Shift);
    all.screen.clearFocus();
    QVERIFY(!all.screen.hasKeyboard());
    QTRY_COMPARE(all.server.keys.size(), 2U);
    QVERIFY(!all.server.keys[1].down);
}

void TestConsole::mouseIsScaledToTheGuest()
{
    Connected all(QSize(320, 200));
    QVERIFY(all.arrived());
    all.screen.resize(640, 500); // twice as large, and bars above and below
    all.server.pointers.clear();
    moveTo(all.screen, QPoint(200, 50 + 100));
    QTRY_VERIFY(!all.server.pointers.empty());
    QCOMPARE(all.server.pointers.back(), (RfbServer::Pointer{QPoint(100, 50), 0}));
    QTest::mousePress(all.screen.viewport(), Qt::RightButton, {}, QPoint(200, 150));
    QTRY_COMPARE(all.server.pointers.back().buttons, 4);
    QWheelEvent wheel(QPointF(200, 150), QPointF(200, 150), {}, QPoint(0, 240), Qt::NoButton, {},
                      Qt::NoScrollPhase, false);
    all.server.pointers.clear();
    QCoreApplication::sendEvent(all.screen.viewport(), &wheel);
    QTRY_COMPARE(all.server.pointers.size(), 4U); // two notches, pressed and let go
    QCOMPARE(all.server.pointers[0].buttons, 8);
}

void TestConsole::oneToOneScrolls()
{
    Connected all(QSize(320, 200));
    QVERIFY(all.arrived());
    all.screen.setScaled(false);
    all.screen.resize(160, 100);
    QVERIFY(all.screen.horizontalScrollBar()->maximum() >= 160);
    all.screen.horizontalScrollBar()->setValue(100);
    moveTo(all.screen, QPoint(20, 30));
    QTRY_VERIFY(!all.server.pointers.empty());
    QCOMPARE(all.server.pointers.back().position, QPoint(120, 30));
}

void TestConsole::endOfTheServerIsSaidOnce()
{
    const Ends ends = socketPair();
    views::VncClient client(ends.client);
    QSignalSpy closed(&client, &views::VncClient::closed);
    {
        RfbServer server(ends.server, QSize(64, 64));
        QSignalSpy connected(&client, &views::VncClient::connected);
        QVERIFY(connected.wait());
    }
    QVERIFY(closed.wait());
    client.sendKey({.keysym = 0x61}, true);
    QTest::qWait(50);
    QCOMPARE(closed.size(), 1);
}

void TestConsole::pageSaysWhyThereIsNoScreen()
{
    Session session({});
    auto &fake = coreOf(session);
    const auto world = tests::fill(fake);
    views::ConsolePage page(session);
    page.setObject(world.idle);
    page.show();
    QCOMPARE(page.state(), views::ConsolePage::State::Off);
    auto *button = page.findChild<QPushButton *>(u"action"_s);
    QVERIFY(button->isVisible());
    QSignalSpy requested(&page, &views::Page::operationRequested);
    button->click();
    QCOMPARE(requested[0][0].toString(), u"vm.power-on"_s);
    auto mute = *fake.inventory.find(world.db);
    mute.hasScreen = false;
    fake.inventory.put(mute);
    page.setObject(world.db);
    QCOMPARE(page.state(), views::ConsolePage::State::NoScreen);
    QVERIFY(fake.screensAsked.empty());
    fake.screen = core::Error(core::errors::Unreachable, QJsonObject{{u"where"_s, u"h1"_s}});
    page.setObject(world.web);
    QCOMPARE(page.state(), views::ConsolePage::State::Connecting);
    QTRY_COMPARE(page.state(), views::ConsolePage::State::Lost);
    QVERIFY(page.findChild<QLabel *>(u"message"_s)->text().contains(u"h1"));
}

void TestConsole::pageConnectsThroughTheCoreAndComesBack()
{
    Session session({});
    auto &fake = coreOf(session);
    const auto world = tests::fill(fake);
    QWebSocketServer core(u"core"_s, QWebSocketServer::NonSecureMode);
    core.setSupportedSubprotocols({u"binary"_s});
    QVERIFY(core.listen(QHostAddress::LocalHost));
    fake.screen = core.serverUrl();
    std::unique_ptr<RfbServer> guest;
    std::unique_ptr<QWebSocket> socket;
    std::unique_ptr<QSocketNotifier> readable;
    int connections = 0;
    connect(&core, &QWebSocketServer::newConnection, this, [&] {
        const Ends ends = socketPair();
        ++connections;
        readable.reset();
        guest = std::make_unique<RfbServer>(ends.server, QSize(200, 100));
        socket.reset(core.nextPendingConnection());
        readable = std::make_unique<QSocketNotifier>(ends.client, QSocketNotifier::Read);
        connect(readable.get(), &QSocketNotifier::activated, this, [&socket, fd = ends.client] {
            std::array<char, 4096> buffer; // NOLINT: filled by read
            if (const ssize_t n = ::recv(fd, buffer.data(), buffer.size(), MSG_DONTWAIT); n > 0)
                socket->sendBinaryMessage(QByteArray(buffer.data(), n));
        });
        connect(socket.get(), &QWebSocket::binaryMessageReceived, this,
                [fd = ends.client](const QByteArray &bytes) {
                    QCOMPARE(::send(fd, bytes.constData(), static_cast<size_t>(bytes.size()), 0),
                             bytes.size());
                });
    });
    views::ConsolePage page(session);
    page.resize(500, 400);
    page.setObject(world.web);
    page.show();
    QTRY_COMPARE(page.state(), views::ConsolePage::State::Connected);
    auto *screen = page.findChild<views::VncScreen *>();
    QTRY_COMPARE(screen->image().size(), QSize(200, 100));
    screen->setNativeKeys(false);
    QGuiApplication::clipboard()->setText(u"ls"_s);
    page.findChild<QAction *>(u"paste"_s)->trigger();
    QTRY_COMPARE(guest->keys.size(), 4U);
    socket->abort();
    QTRY_COMPARE(page.state(), views::ConsolePage::State::Lost);
    QTRY_COMPARE_WITH_TIMEOUT(page.state(), views::ConsolePage::State::Connected, 8'000); // by itself
    QCOMPARE(connections, 2);
    auto off = *fake.inventory.find(world.web);
    off.state = core::model::PowerState::Off;
    fake.inventory.put(off);
    Q_EMIT session.inventoryChanged({core::model::Change{.ref = world.web, .object = std::nullopt}});
    QCOMPARE(page.state(), views::ConsolePage::State::Off);
}

void TestConsole::eachMachineHasAWindowOfItsOwn()
{
    Session session({});
    auto &fake = coreOf(session);
    const auto world = tests::fill(fake);
    fake.screen = core::Error(core::errors::Unreachable, QJsonObject{{u"where"_s, u"h1"_s}});
    auto page = std::make_unique<views::ConsolePage>(session);
    page->show();
    const auto windows = [&page] { return page->findChildren<views::ConsolePage *>(u"consoleWindow"_s); };
    page->setObject(world.web);
    page->openInWindow();
    QCOMPARE(page->state(), views::ConsolePage::State::Elsewhere);
    page->setObject(world.db);
    QVERIFY(page->state() != views::ConsolePage::State::Elsewhere);
    page->openInWindow();
    page->openInWindow(); // brings it to the front
    QCOMPARE(windows().size(), 2);
    QCOMPARE(page->state(), views::ConsolePage::State::Elsewhere);
    page->setObject(world.web);
    QCOMPARE(page->state(), views::ConsolePage::State::Elsewhere);
    windows().front()->close();
    QTRY_COMPARE(windows().size(), 1);
    QVERIFY(page->state() != views::ConsolePage::State::Elsewhere); // it is back here
    const QPointer<views::ConsolePage> left = windows().front();
    page.reset();
    QVERIFY(left == nullptr);
}

QTEST_MAIN(TestConsole)
#include "console.moc"
