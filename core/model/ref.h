// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/json.h"

#include <compare>

namespace core::model {

/// What an inventory object can be. `Root` is the core itself, parent of the datacenters. From `User` on they are
/// the administration's: no view's tree shows them.
enum class Kind {
    Root,
    Datacenter,
    Folder,
    Cluster,
    Host,
    Pool,
    Vm,
    Datastore,
    Network,
    User,
    Group,
    Role,
    Permission,
    AlarmDefinition
};

constexpr auto wireNames(Kind)
{
    return std::array{WireName{Kind::Root, "root"},
                      WireName{Kind::Datacenter, "datacenter"},
                      WireName{Kind::Folder, "folder"},
                      WireName{Kind::Cluster, "cluster"},
                      WireName{Kind::Host, "host"},
                      WireName{Kind::Pool, "pool"},
                      WireName{Kind::Vm, "vm"},
                      WireName{Kind::Datastore, "datastore"},
                      WireName{Kind::Network, "network"},
                      WireName{Kind::User, "user"},
                      WireName{Kind::Group, "group"},
                      WireName{Kind::Role, "role"},
                      WireName{Kind::Permission, "permission"},
                      WireName{Kind::AlarmDefinition, "alarm-definition"}};
}

template <class IdType>
struct KindOfId;
template <>
struct KindOfId<DatacenterId> {
    static constexpr Kind value = Kind::Datacenter;
};
template <>
struct KindOfId<FolderId> {
    static constexpr Kind value = Kind::Folder;
};
template <>
struct KindOfId<ClusterId> {
    static constexpr Kind value = Kind::Cluster;
};
template <>
struct KindOfId<HostId> {
    static constexpr Kind value = Kind::Host;
};
template <>
struct KindOfId<PoolId> {
    static constexpr Kind value = Kind::Pool;
};
template <>
struct KindOfId<VmId> {
    static constexpr Kind value = Kind::Vm;
};
template <>
struct KindOfId<DatastoreId> {
    static constexpr Kind value = Kind::Datastore;
};
template <>
struct KindOfId<NetworkId> {
    static constexpr Kind value = Kind::Network;
};
template <>
struct KindOfId<UserId> {
    static constexpr Kind value = Kind::User;
};
template <>
struct KindOfId<GroupId> {
    static constexpr Kind value = Kind::Group;
};
template <>
struct KindOfId<RoleId> {
    static constexpr Kind value = Kind::Role;
};
template <>
struct KindOfId<PermissionId> {
    static constexpr Kind value = Kind::Permission;
};
template <>
struct KindOfId<AlarmDefinitionId> {
    static constexpr Kind value = Kind::AlarmDefinition;
};

/// Has a place in the trees; the others are the administration's.
[[nodiscard]] constexpr bool isInfrastructure(Kind kind)
{
    return kind < Kind::User;
}

template <class IdType>
concept InventoryId = requires
{
    KindOfId<IdType>::value;
};

/// Any inventory object, by kind and id. On the wire `vm/6c9a…`, as in the REST path. Default: the root.
struct ObjectRef {
    Kind kind = Kind::Root;
    QUuid id;

    ObjectRef() = default;
    ObjectRef(Kind objectKind, QUuid objectId) : kind(objectKind), id(objectId) {}
    template <InventoryId IdType>
    ObjectRef(IdType objectId)
        : kind(KindOfId<IdType>::value),
          id(objectId.uuid()) // NOLINT: a typed id is a ref
    {}

    [[nodiscard]] bool isRoot() const { return kind == Kind::Root; }
    /// The id in its own type; null when this refers to another kind.
    template <InventoryId IdType>
    [[nodiscard]] IdType as() const
    {
        return kind == KindOfId<IdType>::value ? IdType(id) : IdType();
    }

    friend bool operator==(const ObjectRef &, const ObjectRef &) = default;
    friend bool operator<(const ObjectRef &a, const ObjectRef &b)
    {
        return a.kind != b.kind ? a.kind < b.kind : a.id < b.id;
    }
    friend size_t qHash(const ObjectRef &ref, size_t seed = 0)
    {
        return qHashMulti(seed, static_cast<int>(ref.kind), ref.id);
    }
};

[[nodiscard]] QString toString(const ObjectRef &ref);
[[nodiscard]] Result<ObjectRef> refFromString(const QString &text);

} // namespace core::model

template <>
struct core::json::Codec<core::model::ObjectRef> {
    static QJsonValue write(const core::model::ObjectRef &ref) { return toString(ref); }
    static core::Result<core::model::ObjectRef> read(const QJsonValue &json)
    {
        return core::model::refFromString(json.toString());
    }
};
