// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coordination/etcd/etcdcoordination.h"

#include "core/base/overloaded.h"
#include "core/coordination/etcd/ownerjson.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::coordination {

namespace {

QJsonObject putOf(const QByteArray &key, const QByteArray &value, quint64 lease = 0)
{
    QJsonObject put{{u"key"_s, toBase64(key)}, {u"value"_s, toBase64(value)}};
    if (lease != 0)
        put.insert(u"lease"_s, QString::number(lease));
    return {{u"request_put"_s, put}};
}

QJsonObject rangeOf(const QByteArray &key)
{
    return {{u"request_range"_s, QJsonObject{{u"key"_s, toBase64(key)}}}};
}

/// `field` as the gateway calls it: create_revision, mod_revision.
QJsonObject compare(const QByteArray &key, const QString &target, const QString &field, quint64 revision)
{
    return {{u"target"_s, target},
            {u"key"_s, toBase64(key)},
            {u"result"_s, u"EQUAL"_s},
            {field, QString::number(revision)}};
}

QJsonObject created(const QByteArray &key, quint64 revision)
{
    return compare(key, u"CREATE"_s, u"create_revision"_s, revision);
}

QJsonObject transaction(const QJsonArray &compares, const QJsonArray &success, const QJsonArray &failure = {})
{
    return {{u"compare"_s, compares}, {u"success"_s, success}, {u"failure"_s, failure}};
}

bool isDone(const QJsonObject &answer)
{
    return answer.value("succeeded"_L1).toBool();
}

quint64 revisionOf(const QJsonObject &answer)
{
    return numberOf(answer.value("header"_L1).toObject().value("revision"_L1));
}

} // namespace

EtcdCoordination::EtcdCoordination(Settings settings, Names names, ha::HostRef self, Receiver receiver)
    : m_names(std::move(names)),
      m_self(self),
      m_receiver(std::move(receiver)),
      m_ttl(settings.lease),
      m_client(std::move(settings.endpoints), std::move(settings.tls)),
      m_watch(m_client, prefixOf(m_names))
{
    QObject::connect(&m_watch, &EtcdWatch::changed, &m_watch,
                     [this](const QJsonObject &event) { onChange(event); });
    QObject::connect(&m_watch, &EtcdWatch::compacted, &m_watch, [this] {
        m_isWatching = false;
        readAll();
    });
}

EtcdCoordination::~EtcdCoordination() = default;

void EtcdCoordination::ask(Request request)
{
    std::visit(Overloaded{[this](const ha::Renew &each) { renew(each); },
                          [this](const ha::OwnerWrite &each) { writeOwner(each); },
                          [this](const ha::Campaign &) { campaign(); },
                          [this](const ha::Resign &each) { resign(each.epoch); },
                          [this](const ha::ReadAll &) { readAll(); },
                          [this](const ha::FenceWrite &each) {
                              writeGuarded(hostKey(m_names, each.host, KeyKind::Fence),
                                           writeFence(each.fence), each.epoch);
                          },
                          [this](const ha::QuarantineWrite &each) {
                              writeGuarded(hostKey(m_names, each.host, KeyKind::Quarantine),
                                           each.isQuarantined ? "true" : "false", each.epoch);
                          }},
               request);
}

void EtcdCoordination::renew(const ha::Renew &request)
{
    if (m_lease == 0) {
        if (request.isNew)
            return grant(request);
        return m_receiver(ha::Renewed{request.sentAt, false, false});
    }
    const quint64 lease = m_lease;
    m_client.post(u"lease/keepalive"_s, {{u"ID"_s, QString::number(lease)}},
                  [this, request, lease](const std::optional<QJsonObject> &answer) {
                      if (!answer)
                          return;
                      // One that is over is answered too, without a time to live.
                      const bool isAlive =
                          numberOf(answer->value("result"_L1).toObject().value("TTL"_L1)) > 0;
                      if (!isAlive && m_lease == lease)
                          m_lease = 0;
                      m_receiver(ha::Renewed{request.sentAt, isAlive, isAlive && request.isNew});
                  });
}

void EtcdCoordination::grant(const ha::Renew &request)
{
    if (m_isGranting)
        return;
    m_isGranting = true;
    const auto seconds = QString::number(std::chrono::duration_cast<std::chrono::seconds>(m_ttl).count());
    m_client.post(u"lease/grant"_s, {{u"TTL"_s, seconds}},
                  [this, request](const std::optional<QJsonObject> &answer) {
                      m_isGranting = false;
                      if (!answer)
                          return;
                      const quint64 lease = numberOf(answer->value("ID"_L1));
                      const QByteArray key = hostKey(m_names, m_self, KeyKind::Session);
                      const QByteArray boot = QByteArray::number(static_cast<quint32>(request.boot));
                      m_client.post(u"kv/txn"_s, transaction({}, {putOf(key, boot, lease)}),
                                    [this, request, lease](const std::optional<QJsonObject> &done) {
                                        if (!done)
                                            return; // the lease ends by itself
                                        m_lease = lease;
                                        m_receiver(ha::Renewed{request.sentAt, true, true});
                                    });
                  });
}

void EtcdCoordination::campaign()
{
    const QByteArray key = electionKey(m_names);
    const QByteArray name = m_names.hosts[ha::at(m_self)].toUtf8();
    if (m_lease == 0)
        return;
    m_client.post(u"kv/txn"_s, transaction({created(key, 0)}, {putOf(key, name, m_lease)}),
                  [this](const std::optional<QJsonObject> &answer) {
                      if (answer && !isDone(*answer))
                          readAll(); // who has it?
                  });
}

void EtcdCoordination::resign(ha::Epoch epoch)
{
    const QByteArray key = electionKey(m_names);
    const QJsonObject deletion{{u"request_delete_range"_s, QJsonObject{{u"key"_s, toBase64(key)}}}};
    m_client.post(u"kv/txn"_s, transaction({isHeldWith(epoch)}, {deletion}), [](const auto &) {});
}

QJsonObject EtcdCoordination::isHeldWith(ha::Epoch epoch) const
{
    return created(electionKey(m_names), static_cast<quint64>(epoch));
}

void EtcdCoordination::writeGuarded(const QByteArray &key, const QByteArray &value, ha::Epoch epoch)
{
    m_client.post(u"kv/txn"_s, transaction({isHeldWith(epoch)}, {putOf(key, value)}), [](const auto &) {});
}

void EtcdCoordination::protect(ha::VmRef vm, const ha::Owner &owner)
{
    const QByteArray key = ownerKey(m_names, vm);
    m_client.post(u"kv/txn"_s,
                  transaction({created(key, 0)}, {putOf(key, coordination::writeOwner(owner, m_names))}),
                  [](const auto &) {});
}

void EtcdCoordination::writeOwner(const ha::OwnerWrite &request)
{
    if (request.expected == ha::Revision{})
        return readOwnerFor(request);
    const QByteArray key = ownerKey(m_names, request.vm);
    QJsonArray compares{compare(key, u"MOD"_s, u"mod_revision"_s, static_cast<quint64>(request.expected))};
    if (request.epoch != ha::Epoch{})
        compares.append(isHeldWith(request.epoch));
    m_client.post(
        u"kv/txn"_s,
        transaction(compares, {putOf(key, coordination::writeOwner(request.next, m_names))}, {rangeOf(key)}),
        [this, request](const std::optional<QJsonObject> &answer) {
            if (!answer)
                return; // perhaps it was done: who asked reads the record
            if (!isDone(*answer))
                return readOwnerFor(request);
            ha::Owner now = request.next;
            now.revision = ha::Revision{revisionOf(*answer)};
            m_receiver(ha::OwnerWritten{request.vm, request.epoch, true, now});
        });
}

void EtcdCoordination::readOwnerFor(const ha::OwnerWrite &request)
{
    m_client.post(u"kv/range"_s, {{u"key"_s, toBase64(ownerKey(m_names, request.vm))}},
                  [this, request](const std::optional<QJsonObject> &answer) {
                      const QJsonArray found = answer ? answer->value("kvs"_L1).toArray() : QJsonArray();
                      if (found.isEmpty())
                          return;
                      const QJsonObject kv = found.first().toObject();
                      m_receiver(
                          ha::OwnerWritten{request.vm, request.epoch, false,
                                           readOwner(fromBase64(kv.value("value"_L1)), m_names,
                                                     ha::Revision{numberOf(kv.value("mod_revision"_L1))})});
                  });
}

void EtcdCoordination::readAll()
{
    QByteArray end = prefixOf(m_names);
    end.back() = static_cast<char>(end.back() + 1);
    m_client.post(u"kv/range"_s, {{u"key"_s, toBase64(prefixOf(m_names))}, {u"range_end"_s, toBase64(end)}},
                  [this](const std::optional<QJsonObject> &answer) {
                      if (answer)
                          takeAll(*answer);
                  });
}

void EtcdCoordination::takeAll(const QJsonObject &answer)
{
    const quint64 revision = revisionOf(answer);
    if (m_isWatching && revision < m_watch.seen())
        return readAll(); // older than what was told since: it would take that back
    ha::Everything all{.owners = std::vector<ha::Owner>(m_names.vms.size()),
                       .fences = std::vector<ha::Fence>(m_names.hosts.size()),
                       .sessions = std::vector<ha::BootId>(m_names.hosts.size()),
                       .quarantined = std::vector<bool>(m_names.hosts.size())};
    for (const QJsonValue &each : answer.value("kvs"_L1).toArray()) {
        const QJsonObject kv = each.toObject();
        const auto key = readKey(m_names, fromBase64(kv.value("key"_L1)));
        const QByteArray value = fromBase64(kv.value("value"_L1));
        if (!key)
            continue;
        switch (key->kind) {
        case KeyKind::Election:
            all.primary = hostOf(m_names, value);
            all.epoch = ha::Epoch{numberOf(kv.value("create_revision"_L1))};
            break;
        case KeyKind::Session: all.sessions[key->index] = ha::BootId{value.toUInt()}; break;
        case KeyKind::Fence: all.fences[key->index] = readFence(value); break;
        case KeyKind::Quarantine: all.quarantined[key->index] = value == "true"; break;
        case KeyKind::Owner:
            all.owners[key->index] =
                readOwner(value, m_names, ha::Revision{numberOf(kv.value("mod_revision"_L1))});
            break;
        }
    }
    if (!m_isWatching) {
        m_isWatching = true;
        m_watch.start(revision);
    }
    m_receiver(std::move(all));
}

void EtcdCoordination::onChange(const QJsonObject &event)
{
    const bool isGone = event.value("type"_L1).toString() == u"DELETE";
    const QJsonObject kv = event.value("kv"_L1).toObject();
    const auto key = readKey(m_names, fromBase64(kv.value("key"_L1)));
    if (!key)
        return;
    const QByteArray value = fromBase64(kv.value("value"_L1));
    switch (key->kind) {
    case KeyKind::Election: {
        const QJsonObject held = isGone ? event.value("prev_kv"_L1).toObject() : kv;
        return m_receiver(ha::ElectionChanged{isGone ? ha::noHost : hostOf(m_names, value),
                                              ha::Epoch{numberOf(held.value("create_revision"_L1))}});
    }
    case KeyKind::Session:
        return m_receiver(
            ha::SessionChanged{ha::hostRef(key->index), ha::BootId{isGone ? 0 : value.toUInt()}});
    case KeyKind::Fence:
        if (!isGone)
            m_receiver(ha::FenceWritten{ha::hostRef(key->index), readFence(value)});
        return;
    case KeyKind::Owner:
        if (!isGone)
            m_receiver(ha::OwnerChanged{
                ha::vmRef(key->index),
                readOwner(value, m_names, ha::Revision{numberOf(kv.value("mod_revision"_L1))})});
        return;
    case KeyKind::Quarantine: return;
    }
}

} // namespace core::coordination
