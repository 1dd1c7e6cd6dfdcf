// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/caller.h"
#include "core/api/client/feedreader.h"

#include <QTimer>

namespace core::api::client {

/// One open feed at a time: the stream of Server-Sent Events, cut into frames, watched for silence.
class Feed : public QObject
{
    Q_OBJECT

public:
    /// `caller` must outlive it.
    explicit Feed(const Caller &caller);
    ~Feed() override;

    /// Everything after `revision`; a feed that is open is closed first.
    void open(const QByteArray &revision);
    void close();

Q_SIGNALS:
    void accepted();
    /// Something came; perhaps only a sign of life.
    void heard();
    void received(const core::api::client::FeedFrame &frame);
    /// It ended without our doing. `refused`: it never began, the core said why.
    void ended(bool refused, const core::Error &why);

private:
    [[nodiscard]] bool isAccepted() const;
    void read();
    void end();

    const Caller &m_caller;
    QNetworkAccessManager
        m_network; ///< of its own: Qt opens six connections a host, the feed holds one for ever
    Trust m_judgedBy; ///< the certificate of the reply
    QNetworkReply *m_reply = nullptr;
    FeedReader m_reader;
    QTimer m_silence;
};

} // namespace core::api::client
