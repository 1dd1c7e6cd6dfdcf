// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/support/rfbserver.h"

#include <QPainter>

#include <rfb/rfb.h>

namespace tests {

RfbServer::RfbServer(int fd, const QSize &size)
    : m_picture(size, QImage::Format_RGB32),
      m_screen(rfbGetScreen(nullptr, nullptr, size.width(), size.height(), 8, 3, 4))
{
    m_picture.fill(Qt::black);
    m_screen->frameBuffer = reinterpret_cast<char *>(m_picture.bits()); // NOLINT: the library's type
    m_screen->serverFormat.redShift = 16;
    m_screen->serverFormat.greenShift = 8;
    m_screen->serverFormat.blueShift = 0;
    m_screen->cursor = nullptr;
    m_screen->inetdSock = fd; // no listening: as started by inetd
    m_screen->screenData = this;
    m_screen->kbdAddEvent = [](rfbBool down, rfbKeySym key, rfbClientPtr client) {
        static_cast<RfbServer *>(client->screen->screenData)->keys.push_back({key, down != 0});
    };
    m_screen->ptrAddEvent = [](int buttons, int x, int y, rfbClientPtr client) {
        static_cast<RfbServer *>(client->screen->screenData)->pointers.push_back({QPoint(x, y), buttons});
    };
    rfbInitServer(m_screen);
    QObject::connect(&m_turn, &QTimer::timeout, &m_turn, [this] { rfbProcessEvents(m_screen, 0); });
    m_turn.start(2);
}

RfbServer::~RfbServer()
{
    m_turn.stop();
    rfbShutdownServer(m_screen, TRUE);
    m_screen->frameBuffer = nullptr; // the picture's
    rfbScreenCleanup(m_screen);
}

void RfbServer::fill(const QRect &rect, QRgb color)
{
    QPainter(&m_picture).fillRect(rect, QColor(color));
    rfbMarkRectAsModified(m_screen, rect.left(), rect.top(), rect.right() + 1, rect.bottom() + 1);
}

} // namespace tests
