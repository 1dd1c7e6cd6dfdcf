// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/vm/keysyms.h"

#include <QImage>
#include <QMutex>
#include <QRegion>
#include <QThread>

#include <atomic>
#include <variant>

struct _rfbClient; // libvncclient's; only the .cpp knows it

namespace views {

/// The thread of a VncClient, and nobody else's.
class VncWorker : public QThread
{
    Q_OBJECT

public:
    struct KeyInput {
        GuestKey key;
        bool down = true;
    };
    struct PointerInput {
        QPoint position;
        quint8 buttons = 0;
    };
    using Input = std::variant<KeyInput, PointerInput>;

    explicit VncWorker(int fd); ///< takes it
    ~VncWorker() override;

    // From the GUI thread:
    void send(std::vector<Input> inputs);
    [[nodiscard]] QRegion takeUpdate(QImage &image);

Q_SIGNALS:
    void connected();
    void updated();
    void closed(const QString &detail);

protected:
    void run() override;

private:
    struct Hooks; ///< what libvncclient calls; it finds us by its client data
    void work(_rfbClient *client);
    [[nodiscard]] bool sendWaiting(_rfbClient *client);
    [[nodiscard]] bool resize(_rfbClient *client);
    void copy(const _rfbClient *client, const QRect &rect);

    int m_socket; ///< libvncclient closes it
    int m_control = -1; ///< the same socket: to break it from the other thread
    int m_wake = -1; ///< eventfd: there is input
    std::atomic<bool> m_stop = false;

    QMutex m_mutex; ///< guards what follows
    std::vector<Input> m_inputs;
    QImage m_image;
    QRegion m_dirty;
    bool m_told = false; ///< updated() was said and not yet answered

    // This thread only:
    std::vector<uchar> m_buffer; ///< libvncclient's frame buffer
    bool m_refused = false; ///< the server wanted too large a screen
    QRegion m_fresh; ///< of the message being read
};

} // namespace views
