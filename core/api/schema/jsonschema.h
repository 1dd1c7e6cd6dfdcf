// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/model/ref.h"

/// The JSON Schema of any value that lists its fields, as core/base/json.h writes it.
namespace core::api::schema {

template <class T>
struct SchemaOf;

template <class T>
[[nodiscard]] QJsonObject schemaOf()
{
    return SchemaOf<T>::make();
}

[[nodiscard]] inline QJsonObject typed(const char *type, const char *format = nullptr)
{
    QJsonObject schema{{QStringLiteral("type"), QLatin1StringView(type)}};
    if (format != nullptr)
        schema.insert(QStringLiteral("format"), QLatin1StringView(format));
    return schema;
}

template <class T>
struct SchemaOf {
    static QJsonObject make()
    {
        if constexpr (std::same_as<T, bool>)
            return typed("boolean");
        else if constexpr (std::integral<T>)
            return typed("integer");
        else if constexpr (std::floating_point<T>)
            return typed("number");
        else if constexpr (std::same_as<T, QString> || std::same_as<T, model::ObjectRef>)
            return typed("string");
        else if constexpr (std::same_as<T, Instant>)
            return typed("string", "date-time");
        else if constexpr (std::same_as<T, Duration>)
            return typed("integer");
        else if constexpr (WireEnum<T>)
            return ofEnum();
        else if constexpr (HasFields<T>)
            return ofFields();
        else
            return typed("object"); // an error, or members that are not known beforehand
    }

private:
    static QJsonObject ofEnum()
    {
        QJsonArray names;
        for (const auto &each : wireNames(T{}))
            names.append(QLatin1StringView(each.name));
        QJsonObject schema = typed("string");
        schema.insert(QStringLiteral("enum"), names);
        return schema;
    }
    static QJsonObject ofFields()
    {
        QJsonObject properties;
        forEachField<T>([&](const auto &each) {
            using Member = typename std::remove_cvref_t<decltype(each)>::Type;
            properties.insert(QLatin1StringView(each.name), schemaOf<Member>());
        });
        QJsonObject schema = typed("object");
        schema.insert(QStringLiteral("properties"), properties);
        return schema;
    }
};

template <class T>
struct SchemaOf<std::optional<T>> {
    static QJsonObject make() { return schemaOf<T>(); }
};
template <class Tag>
struct SchemaOf<Id<Tag>> {
    static QJsonObject make() { return typed("string", "uuid"); }
};
template <class Tag>
struct SchemaOf<Quantity<Tag>> {
    static QJsonObject make() { return typed("integer"); }
};
template <class T>
struct SchemaOf<std::vector<T>> {
    static QJsonObject make()
    {
        QJsonObject schema = typed("array");
        schema.insert(QStringLiteral("items"), schemaOf<T>());
        return schema;
    }
};

} // namespace core::api::schema
