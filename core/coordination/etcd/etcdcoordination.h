// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coordination/coordination.h"
#include "core/coordination/etcd/etcdwatch.h"
#include "core/coordination/etcd/keys.h"

namespace core::coordination {

/// Coordination by etcd 3.4 or later. One lease carries session and election; each write is a transaction that checks
/// what it relies on. Used on the thread that made it.
class EtcdCoordination : public Coordination
{
public:
    struct Settings {
        std::vector<QUrl> endpoints;
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        Duration lease{5'000};
    };
    EtcdCoordination(Settings settings, Names names, ha::HostRef self, Receiver receiver);
    ~EtcdCoordination() override;
    EtcdCoordination(const EtcdCoordination &) = delete;
    EtcdCoordination &operator=(const EtcdCoordination &) = delete;

    void ask(Request request) override;
    /// A machine becomes protected: its first record. Nothing happens where there is one.
    void protect(ha::VmRef vm, const ha::Owner &owner);

private:
    void renew(const ha::Renew &request);
    void grant(const ha::Renew &request);
    void campaign();
    void resign(ha::Epoch epoch);
    void readAll();
    void takeAll(const QJsonObject &answer);
    void writeOwner(const ha::OwnerWrite &request);
    void readOwnerFor(const ha::OwnerWrite &request);
    void writeGuarded(const QByteArray &key, const QByteArray &value, ha::Epoch epoch);
    void onChange(const QJsonObject &event);
    [[nodiscard]] QJsonObject isHeldWith(ha::Epoch epoch) const;

    Names m_names;
    ha::HostRef m_self;
    Receiver m_receiver;
    Duration m_ttl;
    EtcdClient m_client;
    EtcdWatch m_watch;
    quint64 m_lease = 0;
    bool m_isGranting = false;
    bool m_isWatching = false;
};

} // namespace core::coordination
