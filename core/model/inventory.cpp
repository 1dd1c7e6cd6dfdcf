// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/inventory.h"

namespace core::model {

namespace {

template <class Pointer>
using Pointee = std::remove_const_t<typename std::remove_cvref_t<Pointer>::element_type>;

template <size_t I = 0>
Result<Object> readAs(Kind kind, const QJsonValue &json)
{
    if constexpr (I == std::variant_size_v<Object>) {
        return errors::invalidArgument(QStringLiteral("kind"),
                                       QStringLiteral("an inventory object's kind expected"));
    } else {
        using T = Pointee<std::variant_alternative_t<I, Object>>;
        if (kind != T::kind)
            return readAs<I + 1>(kind, json);
        auto value = json::fromJson<T>(json);
        if (!value)
            return value.error();
        return Object(std::make_shared<const T>(*std::move(value)));
    }
}

} // namespace

ObjectRef refOf(const Object &object)
{
    return std::visit([](const auto &value) { return ObjectRef(value->id); }, object);
}

const QString &nameOf(const Object &object)
{
    return std::visit(
        [](const auto &value) -> const QString & {
            if constexpr (requires { value->name; })
                return value->name;
            else
                return value->principal;
        },
        object);
}

QJsonObject toJson(const Object &object)
{
    return std::visit([](const auto &value) { return json::toObject(*value); }, object);
}

Result<Object> objectFromJson(Kind kind, const QJsonValue &json)
{
    return readAs(kind, json);
}

Inventory::Inventory() = default;
Inventory::~Inventory() = default;
Inventory::Inventory(const Inventory &) = default;
Inventory::Inventory(Inventory &&) noexcept = default;
Inventory &Inventory::operator=(const Inventory &) = default;
Inventory &Inventory::operator=(Inventory &&) noexcept = default;

std::optional<Object> Inventory::find(const ObjectRef &ref) const
{
    std::optional<Object> found;
    std::apply(
        [&](const auto &...tables) {
            const auto look = [&](const auto &table) {
                using T = Pointee<typename std::remove_cvref_t<decltype(table)>::mapped_type>;
                if (ref.kind != T::kind)
                    return;
                const auto it = table.constFind(decltype(T::id)(ref.id));
                if (it != table.constEnd())
                    found = Object(*it);
            };
            (look(tables), ...);
        },
        m_tables);
    return found;
}

QString Inventory::nameOf(const ObjectRef &ref) const
{
    const auto object = find(ref);
    return object ? model::nameOf(*object) : QString();
}

qsizetype Inventory::size() const
{
    return std::apply([](const auto &...tables) { return (tables.size() + ...); }, m_tables);
}

bool Inventory::put(Object object)
{
    return std::visit(
        [this](auto &&value) {
            using T = Pointee<decltype(value)>;
            auto &table = std::get<Table<T>>(m_tables);
            const auto it = table.constFind(value->id);
            if (it != table.constEnd() && (*it == value || **it == *value))
                return false;
            table.insert(value->id, std::forward<decltype(value)>(value));
            return true;
        },
        std::move(object));
}

bool Inventory::remove(const ObjectRef &ref)
{
    bool removed = false;
    std::apply(
        [&](auto &...tables) {
            const auto drop = [&](auto &table) {
                using T = Pointee<typename std::remove_cvref_t<decltype(table)>::mapped_type>;
                if (ref.kind == T::kind)
                    removed = table.remove(decltype(T::id)(ref.id));
            };
            (drop(tables), ...);
        },
        m_tables);
    return removed;
}

void Inventory::apply(const Change &change)
{
    if (change.object)
        put(*change.object);
    else
        remove(change.ref);
}

std::vector<Change> difference(const Inventory &before, const Inventory &after)
{
    std::vector<Change> changes;
    before.forEach([&](const Object &object) {
        if (const ObjectRef ref = refOf(object); !after.contains(ref))
            changes.push_back({ref, std::nullopt});
    });
    after.forEach([&](const Object &object) {
        const ObjectRef ref = refOf(object);
        const auto old = before.find(ref);
        const bool same = old
            && std::visit(
                              [&](const auto &value) {
                                  const auto &was = std::get<std::remove_cvref_t<decltype(value)>>(*old);
                                  return was == value || *was == *value;
                              },
                              object);
        if (!same)
            changes.push_back({ref, object});
    });
    return changes;
}

} // namespace core::model
