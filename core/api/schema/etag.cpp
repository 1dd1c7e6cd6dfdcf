// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/schema/etag.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::api::schema {

namespace {

/// What hosts and guests report, rather than what somebody decided.
QStringList stateMembers(model::Kind kind)
{
    switch (kind) {
    case model::Kind::Host:
        return {u"state"_s,          u"lastSeen"_s,       u"problem"_s,        u"hypervisor"_s,
                u"hypervisorType"_s, u"libvirtVersion"_s, u"vendor"_s,         u"model"_s,
                u"cpuModel"_s,       u"sockets"_s,        u"coresPerSocket"_s, u"threadsPerCore"_s,
                u"cpuMhz"_s,         u"memoryBytes"_s,    u"logicalCpus"_s,    u"certificateExpires"_s,
                u"maintenance"_s};
    case model::Kind::Vm:
        return {u"state"_s,     u"storageFailed"_s, u"stale"_s,         u"lastSeen"_s,
                u"host"_s,      u"guestOs"_s,       u"agent"_s,         u"hasScreen"_s,
                u"addresses"_s, u"snapshotCount"_s, u"oldestSnapshot"_s};
    case model::Kind::Datastore: return {u"capacityBytes"_s, u"freeBytes"_s, u"accessible"_s, u"hosts"_s};
    case model::Kind::Network: return {u"active"_s, u"hosts"_s};
    case model::Kind::Cluster: return {u"managedBy"_s};
    case model::Kind::Root:
    case model::Kind::Datacenter:
    case model::Kind::Folder:
    case model::Kind::Pool:
    case model::Kind::User:
    case model::Kind::Group:
    case model::Kind::Role:
    case model::Kind::Permission:
    case model::Kind::AlarmDefinition: return {};
    }
    Q_UNREACHABLE();
}

} // namespace

QByteArray etagOf(const model::Object &object)
{
    QJsonObject json = toJson(object);
    for (const QString &member : stateMembers(refOf(object).kind))
        json.remove(member);
    const QByteArray text = QJsonDocument(json).toJson(QJsonDocument::Compact); // members in their order
    return '"' + QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(32) + '"';
}

bool containsEtag(const QByteArray &header, const QByteArray &etag)
{
    if (header.trimmed() == "*")
        return true;
    const auto tags = header.split(',');
    return std::ranges::any_of(tags, [&](const QByteArray &tag) { return tag.trimmed() == etag; });
}

} // namespace core::api::schema
