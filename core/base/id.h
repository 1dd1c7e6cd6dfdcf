// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QUuid>

#include <functional>

namespace core {

/// A VmId is not a HostId. QUuid is trivially copyable, so ids are too. A default-made id is null and
/// names nothing.
template <class Tag>
class Id
{
public:
    constexpr Id() = default;
    constexpr explicit Id(QUuid uuid) : m_uuid(uuid) {}

    [[nodiscard]] static Id random() { return Id(QUuid::createUuid()); }
    /// Null when the text is no UUID.
    [[nodiscard]] static Id fromString(QStringView text) { return Id(QUuid::fromString(text)); }

    [[nodiscard]] constexpr QUuid uuid() const { return m_uuid; }
    [[nodiscard]] bool isNull() const { return m_uuid.isNull(); }
    /// Lower case, without braces: the form on the wire.
    [[nodiscard]] QString toString() const { return m_uuid.toString(QUuid::WithoutBraces); }

    friend bool operator==(Id a, Id b) { return a.m_uuid == b.m_uuid; }
    friend bool operator<(Id a, Id b) { return a.m_uuid < b.m_uuid; }
    friend size_t qHash(Id id, size_t seed = 0) { return qHash(id.m_uuid, seed); }

private:
    QUuid m_uuid;
};

using DatacenterId = Id<struct DatacenterTag>;
using FolderId = Id<struct FolderTag>;
using ClusterId = Id<struct ClusterTag>;
using HostId = Id<struct HostTag>;
using PoolId = Id<struct PoolTag>;
using VmId = Id<struct VmTag>;
using DatastoreId = Id<struct DatastoreTag>;
using NetworkId = Id<struct NetworkTag>;
using UserId = Id<struct UserTag>;
using GroupId = Id<struct GroupTag>;
using RoleId = Id<struct RoleTag>;
using PermissionId = Id<struct PermissionTag>;
using AlarmDefinitionId = Id<struct AlarmDefinitionTag>;
using TaskId = Id<struct TaskTag>;
using AlarmId = Id<struct AlarmTag>;

} // namespace core
