// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/vm/vncscreen.h"

#include "views/vm/vncclient.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <cmath>

namespace views {

using namespace Qt::StringLiterals;

namespace {

constexpr Qt::KeyboardModifiers hostKeys = Qt::ControlModifier | Qt::AltModifier;

/// The same key let go as was pressed, though Shift may have been let go between them.
int keyPlace(const QKeyEvent &event)
{
    return event.nativeScanCode() != 0 ? static_cast<int>(event.nativeScanCode()) : -event.key();
}

bool isHostKey(int key)
{
    return key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta;
}

} // namespace

VncScreen::VncScreen(QWidget *parent) : QAbstractScrollArea(parent), m_native(platformSaysKeysyms())
{
    setObjectName(u"screen"_s);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled, false); // dead keys are the guest's
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
}

VncScreen::~VncScreen() = default;

void VncScreen::setClient(VncClient *client)
{
    if (m_client != nullptr)
        m_client->disconnect(this);
    m_client = client;
    m_down.clear();
    if (m_client != nullptr)
        connect(m_client, &VncClient::updated, this, &VncScreen::takeUpdate);
    else
        releaseKeyboard();
    viewport()->update();
}

void VncScreen::takeUpdate()
{
    const QSize before = m_image.size();
    const QRegion dirty = m_client->update(m_image);
    if (m_image.size() != before) {
        layOut();
        viewport()->update();
        return;
    }
    const QRectF place = placeOfImage();
    const double scale = place.width() / std::max(1, m_image.width());
    for (const QRect &rect : dirty) {
        const QRectF on(place.left() + rect.left() * scale, place.top() + rect.top() * scale,
                        rect.width() * scale, rect.height() * scale);
        viewport()->update(on.toAlignedRect().adjusted(-1, -1, 1, 1)); // smoothing reaches over the edge
    }
}

void VncScreen::setScaled(bool scaled)
{
    m_scaled = scaled;
    layOut();
    viewport()->update();
}

void VncScreen::layOut()
{
    const QSize room = viewport()->size();
    const auto fit = [](QScrollBar *bar, int length, int page) {
        bar->setRange(0, std::max(0, length - page));
        bar->setPageStep(page);
    };
    setHorizontalScrollBarPolicy(m_scaled ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setVerticalScrollBarPolicy(m_scaled ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    fit(horizontalScrollBar(), m_scaled ? 0 : m_image.width(), room.width());
    fit(verticalScrollBar(), m_scaled ? 0 : m_image.height(), room.height());
}

QRectF VncScreen::placeOfImage() const
{
    const QSizeF room = viewport()->size();
    QSizeF size = m_image.size();
    if (m_scaled && !size.isEmpty())
        size.scale(room, Qt::KeepAspectRatio);
    const double x = std::max(0.0, (room.width() - size.width()) / 2) - horizontalScrollBar()->value();
    const double y = std::max(0.0, (room.height() - size.height()) / 2) - verticalScrollBar()->value();
    return {QPointF(x, y), size};
}

void VncScreen::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), palette().color(QPalette::Shadow));
    if (m_image.isNull())
        return;
    const QRectF place = placeOfImage();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, place.width() != m_image.width());
    if (m_client == nullptr)
        painter.setOpacity(0.4);
    // Only the part that is asked for: scaling all of it for a blinking cursor costs the whole frame.
    const double scale = m_image.width() / place.width();
    const QRectF part = QRectF(event->rect().adjusted(-1, -1, 1, 1)) & place;
    painter.drawImage(part, m_image,
                      QRectF((part.left() - place.left()) * scale, (part.top() - place.top()) * scale,
                             part.width() * scale, part.height() * scale));
    if (m_captured) {
        painter.setOpacity(1.0);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void VncScreen::resizeEvent(QResizeEvent *)
{
    layOut();
}

bool VncScreen::event(QEvent *event)
{
    // While the guest has the keyboard, no key is a shortcut of ours.
    if (event->type() == QEvent::ShortcutOverride && m_captured) {
        event->accept();
        return true;
    }
    return QAbstractScrollArea::event(event);
}

bool VncScreen::focusNextPrevChild(bool next)
{
    return !m_captured && QAbstractScrollArea::focusNextPrevChild(next);
}

void VncScreen::captureKeyboard()
{
    if (m_captured || m_client == nullptr)
        return;
    m_captured = true;
    setFocus();
    grabKeyboard(); // also from the window manager, where it lets us
    viewport()->update();
    Q_EMIT keyboardChanged(true);
}

void VncScreen::releaseKeyboard()
{
    letAllKeysGo();
    if (!m_captured)
        return;
    m_captured = false;
    QWidget::releaseKeyboard();
    viewport()->update();
    Q_EMIT keyboardChanged(false);
}

void VncScreen::letAllKeysGo()
{
    for (const GuestKey &key : std::as_const(m_down)) {
        if (m_client != nullptr)
            m_client->sendKey(key, false);
    }
    m_down.clear();
    m_onlyModifiers = false;
}

void VncScreen::keyPressEvent(QKeyEvent *event)
{
    if (m_client == nullptr || !m_captured) {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            captureKeyboard();
        else
            QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    event->accept();
    const bool both = (event->modifiers() & hostKeys) == hostKeys;
    if (both && event->key() == Qt::Key_Insert) {
        m_onlyModifiers = false;
        m_client->sendKeys(chord({keysym::Control, keysym::Alt, keysym::Delete}));
        return;
    }
    if (both && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        letAllKeysGo();
        Q_EMIT fullScreenToggled();
        return;
    }
    const GuestKey key = guestKey(*event, m_native);
    if (key.keysym == 0)
        return;
    if (!event->isAutoRepeat())
        m_onlyModifiers = isHostKey(event->key());
    m_down.insert(keyPlace(*event), key);
    m_client->sendKey(key, true);
}

void VncScreen::keyReleaseEvent(QKeyEvent *event)
{
    if (m_client == nullptr || !m_captured || event->isAutoRepeat())
        return;
    event->accept();
    const auto isDown = [this](quint32 symbol) {
        return std::any_of(m_down.cbegin(), m_down.cend(), [symbol](const GuestKey &key) {
            return key.keysym == symbol || key.keysym == symbol + 1;
        });
    };
    const bool releases =
        m_onlyModifiers && isHostKey(event->key()) && isDown(keysym::Control) && isDown(keysym::Alt);
    const auto it = m_down.constFind(keyPlace(*event));
    if (it != m_down.cend()) {
        m_client->sendKey(*it, false);
        m_down.erase(it);
    }
    if (releases)
        releaseKeyboard();
}

void VncScreen::focusOutEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::PopupFocusReason)
        releaseKeyboard();
    QAbstractScrollArea::focusOutEvent(event);
}

void VncScreen::sendPointer(const QPointF &position, Qt::MouseButtons buttons, quint8 wheel)
{
    const QRectF place = placeOfImage();
    if (m_client == nullptr || place.isEmpty())
        return;
    const double scale = m_image.width() / place.width();
    const QPoint on(
        std::clamp(static_cast<int>((position.x() - place.left()) * scale), 0, m_image.width() - 1),
        std::clamp(static_cast<int>((position.y() - place.top()) * scale), 0, m_image.height() - 1));
    const int pressed = (buttons.testFlag(Qt::LeftButton) ? 1 : 0)
        | (buttons.testFlag(Qt::MiddleButton) ? 2 : 0) | (buttons.testFlag(Qt::RightButton) ? 4 : 0);
    m_client->sendPointer(on, static_cast<quint8>(pressed | wheel));
}

void VncScreen::mousePressEvent(QMouseEvent *event)
{
    captureKeyboard();
    sendPointer(event->position(), event->buttons());
}

void VncScreen::mouseReleaseEvent(QMouseEvent *event)
{
    sendPointer(event->position(), event->buttons());
}

void VncScreen::mouseDoubleClickEvent(QMouseEvent *event)
{
    sendPointer(event->position(), event->buttons());
}

void VncScreen::mouseMoveEvent(QMouseEvent *event)
{
    sendPointer(event->position(), event->buttons());
}

void VncScreen::wheelEvent(QWheelEvent *event)
{
    constexpr int notch = 120;
    constexpr quint8 up = 8;
    constexpr quint8 down = 16;
    constexpr quint8 left = 32;
    constexpr quint8 right = 64;
    m_wheelRest += event->angleDelta();
    const auto turn = [&](int &rest, quint8 positive, quint8 negative) {
        while (std::abs(rest) >= notch) {
            sendPointer(event->position(), event->buttons(), rest > 0 ? positive : negative);
            sendPointer(event->position(), event->buttons());
            rest += rest > 0 ? -notch : notch;
        }
    };
    turn(m_wheelRest.ry(), up, down);
    turn(m_wheelRest.rx(), left, right);
    event->accept();
}

} // namespace views
