// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarmdefinition.h"
#include "core/model/objects.h"
#include "core/model/principals.h"

#include <QHash>

#include <memory>
#include <tuple>
#include <variant>

namespace core::model {

/// A walk up to the root ends after so many parents: bad data may hold a loop of them.
inline constexpr int deepestTree = 64;

/// One object of any kind, shared and immutable: a snapshot costs no copies.
using Object =
    std::variant<std::shared_ptr<const Datacenter>, std::shared_ptr<const Folder>,
                 std::shared_ptr<const Cluster>, std::shared_ptr<const Host>, std::shared_ptr<const Pool>,
                 std::shared_ptr<const Vm>, std::shared_ptr<const Datastore>, std::shared_ptr<const Network>,
                 std::shared_ptr<const User>, std::shared_ptr<const Group>, std::shared_ptr<const Role>,
                 std::shared_ptr<const Permission>, std::shared_ptr<const AlarmDefinition>>;

[[nodiscard]] ObjectRef refOf(const Object &object);
/// A permission has no name of its own: its principal's.
[[nodiscard]] const QString &nameOf(const Object &object);
[[nodiscard]] QJsonObject toJson(const Object &object);
[[nodiscard]] Result<Object> objectFromJson(Kind kind, const QJsonValue &json);

/// An object that appeared, changed (then it is there whole) or went (then there is only its ref).
struct Change {
    ObjectRef ref;
    std::optional<Object> object; ///< absent: removed
};

/// All that is known at one moment. Copies are cheap (implicitly shared tables of shared objects) and may
/// be read on any thread; changes happen on one.
class Inventory
{
public:
    template <class T>
    using Table = QHash<decltype(T::id), std::shared_ptr<const T>>;

    Inventory(); // these are defined once: a copy names every kind's table
    ~Inventory();
    Inventory(const Inventory &);
    Inventory(Inventory &&) noexcept;
    Inventory &operator=(const Inventory &);
    Inventory &operator=(Inventory &&) noexcept;

    /// Null when there is no such object. Valid until the inventory changes.
    [[nodiscard]] const Datacenter *find(DatacenterId id) const { return findIn<Datacenter>(id); }
    [[nodiscard]] const Folder *find(FolderId id) const { return findIn<Folder>(id); }
    [[nodiscard]] const Cluster *find(ClusterId id) const { return findIn<Cluster>(id); }
    [[nodiscard]] const Host *find(HostId id) const { return findIn<Host>(id); }
    [[nodiscard]] const Pool *find(PoolId id) const { return findIn<Pool>(id); }
    [[nodiscard]] const Vm *find(VmId id) const { return findIn<Vm>(id); }
    [[nodiscard]] const Datastore *find(DatastoreId id) const { return findIn<Datastore>(id); }
    [[nodiscard]] const Network *find(NetworkId id) const { return findIn<Network>(id); }
    [[nodiscard]] const User *find(UserId id) const { return findIn<User>(id); }
    [[nodiscard]] const Group *find(GroupId id) const { return findIn<Group>(id); }
    [[nodiscard]] const Role *find(RoleId id) const { return findIn<Role>(id); }
    [[nodiscard]] const Permission *find(PermissionId id) const { return findIn<Permission>(id); }
    [[nodiscard]] const AlarmDefinition *find(AlarmDefinitionId id) const
    {
        return findIn<AlarmDefinition>(id);
    }
    [[nodiscard]] std::optional<Object> find(const ObjectRef &ref) const;
    [[nodiscard]] bool contains(const ObjectRef &ref) const { return find(ref).has_value(); }
    /// Empty when the object is not known.
    [[nodiscard]] QString nameOf(const ObjectRef &ref) const;

    template <class T>
    [[nodiscard]] const Table<T> &all() const
    {
        return std::get<Table<T>>(m_tables);
    }
    [[nodiscard]] qsizetype size() const;

    /// Calls `visit(Object)` for every object, kinds in the order of `Kind`, within a kind in no order.
    template <class F>
    void forEach(F &&visit) const
    {
        std::apply(
            [&](const auto &...tables) {
                const auto each = [&](const auto &table) {
                    for (const auto &object : table)
                        visit(Object(object));
                };
                (each(tables), ...);
            },
            m_tables);
    }

    /// False when the object was already there, equal: nobody needs to hear of it.
    bool put(Object object);
    template <class T>
    bool put(T value)
    {
        return put(Object(std::make_shared<const T>(std::move(value))));
    }
    bool remove(const ObjectRef &ref);
    void apply(const Change &change);

private:
    template <class T>
    const T *findIn(decltype(T::id) id) const
    {
        const auto &table = all<T>();
        const auto it = table.constFind(id);
        return it == table.constEnd() ? nullptr : it->get();
    }

    std::tuple<Table<Datacenter>, Table<Folder>, Table<Cluster>, Table<Host>, Table<Pool>, Table<Vm>,
               Table<Datastore>, Table<Network>, Table<User>, Table<Group>, Table<Role>, Table<Permission>,
               Table<AlarmDefinition>>
        m_tables;
};

/// The changes that turn `before` into `after`: removals first, then the rest, parents' kinds before children's.
[[nodiscard]] std::vector<Change> difference(const Inventory &before, const Inventory &after);

} // namespace core::model
