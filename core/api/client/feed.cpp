// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/client/feed.h"

#include "core/api/client/trust.h"

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core::api::client {

namespace {
constexpr auto silenceLimit = 45s; ///< the feed says something each 15 s: then it is dead
}

Feed::Feed(const Caller &caller) : m_caller(caller)
{
    m_silence.setSingleShot(true);
    m_silence.setInterval(silenceLimit);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        close();
        Q_EMIT ended(false,
                     Error(errors::Timeout, QJsonObject{{u"seconds"_s, qint64(silenceLimit.count())}}));
    });
}

Feed::~Feed()
{
    close();
}

void Feed::open(const QByteArray &revision)
{
    close();
    QNetworkRequest request = m_caller.requestFor(u"/feed"_s);
    request.setRawHeader("Accept", "text/event-stream");
    request.setRawHeader("Last-Event-ID", revision);
    if (m_judgedBy != m_caller.endpoint().trust) {
        m_network.clearConnectionCache(); // what is kept was judged otherwise
        m_judgedBy = m_caller.endpoint().trust;
    }
    m_reply = m_network.get(request);
    judge(*m_reply, m_judgedBy);
    m_reader = {};
    m_silence.start();
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] {
        if (isAccepted())
            Q_EMIT accepted();
    });
    connect(m_reply, &QNetworkReply::readyRead, this, &Feed::read);
    connect(m_reply, &QNetworkReply::finished, this, &Feed::end);
}

void Feed::close()
{
    m_silence.stop();
    if (QNetworkReply *reply = std::exchange(m_reply, nullptr)) {
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

bool Feed::isAccepted() const
{
    return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200;
}

void Feed::read()
{
    if (!isAccepted())
        return; // a problem, to be read whole
    m_silence.start();
    Q_EMIT heard();
    for (const FeedFrame &frame : m_reader.take(m_reply->readAll()))
        Q_EMIT received(frame);
}

void Feed::end()
{
    const bool refused =
        m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid() && !isAccepted();
    const Error why = failureOf(*m_reply, m_reply->readAll(), m_judgedBy);
    close();
    Q_EMIT ended(refused, why);
}

} // namespace core::api::client
