// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coordination/etcd/etcdwatch.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::coordination {

EtcdWatch::EtcdWatch(EtcdClient &client, QByteArray prefix) : m_client(client), m_prefix(std::move(prefix))
{
    m_again.setSingleShot(true);
    m_again.setInterval(300);
    connect(&m_again, &QTimer::timeout, this, &EtcdWatch::connectNow);
}

EtcdWatch::~EtcdWatch()
{
    if (m_stream) {
        m_stream->disconnect(this);
        m_stream->abort();
        delete m_stream;
    }
}

void EtcdWatch::start(quint64 revision)
{
    m_seen = revision;
    if (!m_stream)
        connectNow();
}

void EtcdWatch::connectNow()
{
    QByteArray end = m_prefix;
    end.back() = static_cast<char>(end.back() + 1);
    m_rest.clear();
    m_stream = m_client.stream(u"watch"_s,
                               {{u"create_request"_s,
                                 QJsonObject{{u"key"_s, toBase64(m_prefix)},
                                             {u"range_end"_s, toBase64(end)},
                                             {u"start_revision"_s, QString::number(m_seen + 1)},
                                             {u"prev_kv"_s, true}}}});
    connect(m_stream, &QNetworkReply::readyRead, this, &EtcdWatch::read);
    connect(m_stream, &QNetworkReply::finished, this, &EtcdWatch::end);
}

void EtcdWatch::read()
{
    m_rest += m_stream->readAll();
    for (qsizetype at = m_rest.indexOf('\n'); at >= 0; at = m_rest.indexOf('\n')) {
        const QByteArray line = m_rest.left(at);
        m_rest.remove(0, at + 1);
        readLine(line);
    }
}

void EtcdWatch::readLine(const QByteArray &line)
{
    const QJsonObject result = QJsonDocument::fromJson(line).object().value("result"_L1).toObject();
    if (numberOf(result.value("compact_revision"_L1)) != 0) {
        Q_EMIT compacted();
        return;
    }
    for (const QJsonValue &event : result.value("events"_L1).toArray())
        Q_EMIT changed(event.toObject());
    const quint64 revision = numberOf(result.value("header"_L1).toObject().value("revision"_L1));
    if (result.contains("events"_L1))
        m_seen = std::max(m_seen, revision);
}

void EtcdWatch::end()
{
    m_stream->deleteLater();
    m_stream = nullptr;
    m_client.turn();
    m_again.start();
}

} // namespace core::coordination
