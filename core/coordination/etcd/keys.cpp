// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coordination/etcd/keys.h"

#include <QList>

#include <algorithm>

namespace core::coordination {

namespace {

QByteArray leaf(KeyKind kind)
{
    switch (kind) {
    case KeyKind::Election: return "election";
    case KeyKind::Session: return "session";
    case KeyKind::Fence: return "fence";
    case KeyKind::Quarantine: return "quarantine";
    case KeyKind::Owner: return "owner";
    }
    return {};
}

std::optional<std::size_t> position(const std::vector<QString> &list, const QByteArray &id)
{
    const auto found = std::ranges::find(list, QString::fromUtf8(id));
    if (found == list.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - list.begin());
}

} // namespace

QByteArray prefixOf(const Names &names)
{
    return "/vigie/" + names.cluster.toUtf8() + "/";
}

QByteArray electionKey(const Names &names)
{
    return prefixOf(names) + leaf(KeyKind::Election);
}

QByteArray hostKey(const Names &names, ha::HostRef host, KeyKind kind)
{
    return prefixOf(names) + "host/" + names.hosts[ha::at(host)].toUtf8() + "/" + leaf(kind);
}

QByteArray ownerKey(const Names &names, ha::VmRef vm)
{
    return prefixOf(names) + "vm/" + names.vms[ha::at(vm)].toUtf8() + "/" + leaf(KeyKind::Owner);
}

std::optional<Key> readKey(const Names &names, const QByteArray &key)
{
    const QByteArray prefix = prefixOf(names);
    if (!key.startsWith(prefix))
        return std::nullopt;
    const QList<QByteArray> parts = key.mid(prefix.size()).split('/');
    if (parts.size() == 1 && parts[0] == leaf(KeyKind::Election))
        return Key{KeyKind::Election, 0};
    if (parts.size() != 3)
        return std::nullopt;
    const bool isHost = parts[0] == "host";
    const auto index = position(isHost ? names.hosts : names.vms, parts[1]);
    if (!index)
        return std::nullopt;
    for (const KeyKind kind : {KeyKind::Session, KeyKind::Fence, KeyKind::Quarantine, KeyKind::Owner}) {
        if (parts[2] == leaf(kind) && isHost == (kind != KeyKind::Owner))
            return Key{kind, *index};
    }
    return std::nullopt;
}

ha::HostRef hostOf(const Names &names, const QByteArray &id)
{
    const auto index = position(names.hosts, id);
    return index ? ha::hostRef(*index) : ha::noHost;
}

} // namespace core::coordination
