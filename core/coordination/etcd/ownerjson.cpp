// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coordination/etcd/ownerjson.h"

#include "core/ha/events.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace core::coordination {

namespace {

constexpr std::array phases{
    std::pair{"stopped"_L1, ha::Phase::Stopped},   std::pair{"wanted"_L1, ha::Phase::Wanted},
    std::pair{"assigned"_L1, ha::Phase::Assigned}, std::pair{"starting"_L1, ha::Phase::Starting},
    std::pair{"running"_L1, ha::Phase::Running},   std::pair{"migrating"_L1, ha::Phase::Migrating}};
constexpr std::array proofs{ha::Proof::None,
                            ha::Proof::BmcOff,
                            ha::Proof::StorageLease,
                            ha::Proof::WatchdogElapsed,
                            ha::Proof::HostSaidStopped,
                            ha::Proof::StorageFence,
                            ha::Proof::SameHost};

QString proofName(ha::Proof proof)
{
    const std::string_view name = ha::wireName(proof);
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

ha::Proof proofOf(const QString &name)
{
    const auto found = std::ranges::find(proofs, name, proofName);
    return found == proofs.end() ? ha::Proof::None : *found;
}

template <class Id>
Id idOf(const QJsonValue &value)
{
    return Id{static_cast<std::underlying_type_t<Id>>(value.toDouble())};
}

QJsonValue hostName(ha::HostRef host, const Names &names)
{
    return host == ha::noHost ? QString() : names.hosts[ha::at(host)];
}

} // namespace

QByteArray writeOwner(const ha::Owner &owner, const Names &names)
{
    const auto phase = std::ranges::find(phases, owner.phase, [](const auto &each) { return each.second; });
    QJsonObject json{{u"host"_s, hostName(owner.host, names)},    {u"boot"_s, qint64(owner.boot)},
                     {u"generation"_s, qint64(owner.generation)}, {u"phase"_s, QString(phase->first)},
                     {u"proof"_s, proofName(owner.proof)},        {u"attempts"_s, owner.attempts}};
    if (owner.to != ha::noHost) {
        json.insert(u"to"_s, hostName(owner.to, names));
        json.insert(u"to_boot"_s, qint64(owner.toBoot));
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

ha::Owner readOwner(const QByteArray &text, const Names &names, ha::Revision revision)
{
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    const auto phase = std::ranges::find(phases, json.value("phase"_L1).toString(),
                                         [](const auto &each) { return QString(each.first); });
    ha::Owner owner{.host = hostOf(names, json.value("host"_L1).toString().toUtf8()),
                    .boot = idOf<ha::BootId>(json.value("boot"_L1)),
                    .generation = static_cast<std::uint32_t>(json.value("generation"_L1).toDouble()),
                    .phase = phase == phases.end() ? ha::Phase::Stopped : phase->second,
                    .to = hostOf(names, json.value("to"_L1).toString().toUtf8()),
                    .toBoot = idOf<ha::BootId>(json.value("to_boot"_L1)),
                    .proof = proofOf(json.value("proof"_L1).toString()),
                    .attempts = static_cast<std::uint16_t>(json.value("attempts"_L1).toInt()),
                    .revision = revision};
    return owner;
}

QByteArray writeFence(const ha::Fence &fence)
{
    const QJsonObject json{{u"boot"_s, qint64(fence.boot)}, {u"proof"_s, proofName(fence.proof)}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

ha::Fence readFence(const QByteArray &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    return {idOf<ha::BootId>(json.value("boot"_L1)), proofOf(json.value("proof"_L1).toString())};
}

} // namespace core::coordination
