// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coordination/etcd/etcdclient.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace core::coordination {

/// All changes below a prefix, in their order and without a gap, whatever becomes of the connection.
class EtcdWatch : public QObject
{
    Q_OBJECT

public:
    EtcdWatch(EtcdClient &client, QByteArray prefix);
    ~EtcdWatch() override;

    /// From the change after `revision` on.
    void start(quint64 revision);
    /// The newest revision whose changes were told.
    [[nodiscard]] quint64 seen() const { return m_seen; }

Q_SIGNALS:
    /// One event of the gateway: `type` (absent: PUT), `kv`, `prev_kv`.
    void changed(const QJsonObject &event);
    /// So much was missed that the store no longer has it: everything is to be read again, and `start` called.
    void compacted();

private:
    void connectNow();
    void read();
    void readLine(const QByteArray &line);
    void end();

    EtcdClient &m_client;
    QByteArray m_prefix;
    quint64 m_seen = 0;
    QByteArray m_rest;
    QPointer<QNetworkReply> m_stream;
    QTimer m_again;
};

} // namespace core::coordination
