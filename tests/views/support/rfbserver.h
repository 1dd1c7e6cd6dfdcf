// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPoint>
#include <QTimer>

#include <vector>

struct _rfbScreenInfo;

namespace tests {

/// A small RFB server on one end of a socket pair, in this process: shows a picture and writes down what it is told.
class RfbServer
{
public:
    /// Takes `fd`.
    RfbServer(int fd, const QSize &size);
    ~RfbServer();

    void fill(const QRect &rect, QRgb color);

    struct Key {
        quint32 keysym;
        bool down;
        friend bool operator==(const Key &, const Key &) = default;
    };
    struct Pointer {
        QPoint position;
        int buttons;
        friend bool operator==(const Pointer &, const Pointer &) = default;
    };
    std::vector<Key> keys;
    std::vector<Pointer> pointers;

private:
    QImage m_picture;
    _rfbScreenInfo *m_screen;
    QTimer m_turn;
};

} // namespace tests
