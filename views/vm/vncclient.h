// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/vm/keysyms.h"

#include <QImage>
#include <QObject>
#include <QRegion>
#include <QSize>

#include <memory>

namespace views {

class VncWorker;

/// One RFB connection: libvncclient on a thread of its own. Lives on the GUI thread; nothing here waits, but the
/// destructor, which first breaks the connection and so waits only for what the thread is decoding.
/// What the other end sends is not trusted: no size above `largestScreen`, no file, no password asked on a terminal.
class VncClient : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 largestScreen = 7680LL * 4320; ///< pixels

    /// Takes `fd`, a connected stream socket on which the server is about to speak.
    explicit VncClient(int fd, QObject *parent = nullptr);
    ~VncClient() override;

    /// Brings `image` up to date and says what changed. Another size: all of it, in a new image.
    [[nodiscard]] QRegion update(QImage &image);

    void sendKey(const GuestKey &key, bool down);
    /// One after the other, in this order.
    void sendKeys(const std::vector<KeyStep> &steps);
    /// `buttons`: bit 0 left, 1 middle, 2 right, 3 and 4 wheel up and down, 5 and 6 wheel left and right.
    void sendPointer(const QPoint &position, quint8 buttons);

Q_SIGNALS:
    void connected();
    /// Something is new for update(). At most one until update() is called.
    void updated();
    /// The end, said once. `detail`: English, for the log.
    void closed(const QString &detail);

private:
    std::unique_ptr<VncWorker> m_worker;
};

} // namespace views
