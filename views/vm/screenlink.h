// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/endpoint.h"

#include <QObject>
#include <QUrl>
#include <QWebSocket>

class QSocketNotifier;

namespace views {

/// Carries a screen's bytes between the core's WebSocket and a socket pair, whose other end a VncClient speaks on:
/// no port, no listening. GUI thread; never blocks.
class ScreenLink : public QObject
{
    Q_OBJECT

public:
    explicit ScreenLink(QObject *parent = nullptr);
    ~ScreenLink() override;

    /// Once in a lifetime. `trust` judges the certificate of a wss address.
    void open(const QUrl &url, const core::api::client::Trust &trust = {});

Q_SIGNALS:
    /// The core lets us in. The receiver owns `fd`.
    void opened(int fd);
    /// The end, said once. `detail`: English, for the log.
    void closed(const QString &detail);

private:
    void start();
    void fromCore(const QByteArray &bytes);
    void flush();
    void fromClient();
    void end(const QString &detail);

    QWebSocket m_socket;
    int m_fd = -1; ///< our end
    QSocketNotifier *m_readable = nullptr;
    QSocketNotifier *m_writable = nullptr;
    QByteArray m_waiting; ///< from the core, not yet taken by the client
    bool m_ended = false;
};

} // namespace views
