// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fields.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/base/units.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <cmath>
#include <optional>
#include <type_traits>
#include <vector>

/// JSON both ways for every value that lists its fields. The wire rules of the API: absent = unknown,
/// never null; instants RFC 3339; enums kebab-case; whole numbers never over 2^53-1; unknown members are
/// ignored, so an older reader understands a newer writer.
namespace core::json {

inline constexpr double largestWhole = 9007199254740991.0; // 2^53 - 1

template <class T>
struct Codec;

template <class T>
[[nodiscard]] QJsonValue toJson(const T &value)
{
    return Codec<T>::write(value);
}

template <class T>
[[nodiscard]] Result<T> fromJson(const QJsonValue &json)
{
    return Codec<T>::read(json);
}

/// The value of an object type as a JSON object.
template <HasFields T>
[[nodiscard]] QJsonObject toObject(const T &value)
{
    return Codec<T>::write(value).toObject();
}

[[nodiscard]] inline Error unexpected(const char *expected)
{
    return errors::invalidArgument(QString(), QString::fromLatin1(expected));
}

template <>
struct Codec<bool> {
    static QJsonValue write(bool value) { return value; }
    static Result<bool> read(const QJsonValue &json)
    {
        if (!json.isBool())
            return unexpected("true or false expected");
        return json.toBool();
    }
};

template <std::integral T>
requires(!std::same_as<T, bool>) struct Codec<T> {
    static QJsonValue write(T value) { return static_cast<qint64>(value); }
    static Result<T> read(const QJsonValue &json)
    {
        const double number = json.toDouble(NAN);
        if (std::isnan(number) || std::trunc(number) != number || std::abs(number) > largestWhole)
            return unexpected("a whole number expected");
        const auto whole = static_cast<qint64>(number);
        if (!std::in_range<T>(whole))
            return unexpected("the number is out of range");
        return static_cast<T>(whole);
    }
};

template <std::floating_point T>
struct Codec<T> {
    static QJsonValue write(T value) { return static_cast<double>(value); }
    static Result<T> read(const QJsonValue &json)
    {
        if (!json.isDouble())
            return unexpected("a number expected");
        return static_cast<T>(json.toDouble());
    }
};

template <>
struct Codec<QString> {
    static QJsonValue write(const QString &value) { return value; }
    static Result<QString> read(const QJsonValue &json)
    {
        if (!json.isString())
            return unexpected("a text expected");
        return json.toString();
    }
};

template <>
struct Codec<QJsonObject> {
    static QJsonValue write(const QJsonObject &value) { return value; }
    static Result<QJsonObject> read(const QJsonValue &json)
    {
        if (!json.isObject())
            return unexpected("an object expected");
        return json.toObject();
    }
};

template <class Tag>
struct Codec<Id<Tag>> {
    static QJsonValue write(Id<Tag> value) { return value.toString(); }
    static Result<Id<Tag>> read(const QJsonValue &json)
    {
        const auto id = Id<Tag>::fromString(json.toString());
        if (id.isNull())
            return unexpected("a UUID expected");
        return id;
    }
};

template <class Tag>
struct Codec<Quantity<Tag>> {
    static QJsonValue write(Quantity<Tag> value) { return value.count(); }
    static Result<Quantity<Tag>> read(const QJsonValue &json)
    {
        const auto count = fromJson<qint64>(json);
        if (!count)
            return count.error();
        return Quantity<Tag>(*count);
    }
};

template <>
struct Codec<Instant> {
    static QJsonValue write(Instant value) { return toRfc3339(value); }
    static Result<Instant> read(const QJsonValue &json)
    {
        const auto instant = fromRfc3339(json.toString());
        if (!instant)
            return unexpected("an RFC 3339 instant expected");
        return *instant;
    }
};

/// Whole milliseconds; the member's name ends in Ms.
template <>
struct Codec<Duration> {
    static QJsonValue write(Duration value) { return static_cast<qint64>(value.count()); }
    static Result<Duration> read(const QJsonValue &json)
    {
        const auto count = fromJson<qint64>(json);
        if (!count)
            return count.error();
        return Duration(*count);
    }
};

template <WireEnum E>
struct Codec<E> {
    static QJsonValue write(E value) { return QString::fromLatin1(wireName(value)); }
    static Result<E> read(const QJsonValue &json)
    {
        const QString text = json.toString();
        for (const auto &each : wireNames(E{})) {
            if (text == QLatin1StringView(each.name))
                return each.value;
        }
        QStringList names;
        for (const auto &each : wireNames(E{}))
            names += QString::fromLatin1(each.name);
        return errors::invalidArgument(QString(),
                                       QStringLiteral("one of ") + names.join(QStringLiteral(", ")));
    }
};

template <class T>
struct Codec<std::vector<T>> {
    static QJsonValue write(const std::vector<T> &values)
    {
        QJsonArray array;
        for (const T &value : values)
            array.append(toJson(value));
        return array;
    }
    static Result<std::vector<T>> read(const QJsonValue &json)
    {
        if (!json.isArray())
            return unexpected("a list expected");
        std::vector<T> values;
        for (const QJsonValue &each : json.toArray()) {
            auto value = fromJson<T>(each);
            if (!value)
                return value.error();
            values.push_back(*std::move(value));
        }
        return values;
    }
};

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};

/// A member that says nothing is left out: an absent optional, a null id, an empty text or list.
template <class T>
[[nodiscard]] bool isAbsent(const T &value)
{
    if constexpr (IsOptional<T>::value)
        return !value.has_value();
    else if constexpr (IsVector<T>::value)
        return value.empty();
    else if constexpr (std::same_as<T, QString> || std::same_as<T, QJsonObject>)
        return value.isEmpty();
    else if constexpr (requires { value.isNull(); })
        return value.isNull();
    else
        return false;
}

/// `{"code": …, "params": {…}, "detail": …}`; params and detail are left out when empty.
[[nodiscard]] QJsonObject errorToJson(const Error &error);
[[nodiscard]] Error errorFromJson(const QJsonValue &json);

template <>
struct Codec<Error> {
    static QJsonValue write(const Error &error) { return errorToJson(error); }
};

template <HasFields T>
struct Codec<T> {
    static QJsonValue write(const T &value)
    {
        QJsonObject object;
        forEachField<T>([&](const auto &f) {
            const auto &member = value.*(f.member);
            if (isAbsent(member))
                return;
            if constexpr (IsOptional<std::remove_cvref_t<decltype(member)>>::value)
                object.insert(QLatin1StringView(f.name), toJson(*member));
            else
                object.insert(QLatin1StringView(f.name), toJson(member));
        });
        return object;
    }

    static Result<T> read(const QJsonValue &json)
    {
        if (!json.isObject())
            return unexpected("an object expected");
        const QJsonObject object = json.toObject();
        T value{};
        std::optional<Error> wrong;
        forEachField<T>([&](const auto &f) {
            const auto it = object.constFind(QLatin1StringView(f.name));
            if (wrong || it == object.constEnd() || it->isNull())
                return;
            if (auto bad = readMember(value.*(f.member), *it))
                wrong = inMember(*std::move(bad), f.name);
        });
        if (wrong)
            return *std::move(wrong);
        return value;
    }

private:
    template <class M>
    static std::optional<Error> readMember(M &member, const QJsonValue &json)
    {
        if constexpr (std::same_as<M, std::optional<Error>>) {
            member = errorFromJson(json); // a Result<Error> could not tell a read error from a failed read
        } else if constexpr (std::same_as<M, Error>) {
            member = errorFromJson(json);
        } else if constexpr (IsOptional<M>::value) {
            auto read = fromJson<typename M::value_type>(json);
            if (!read)
                return read.error();
            member = *std::move(read);
        } else {
            auto read = fromJson<M>(json);
            if (!read)
                return read.error();
            member = *std::move(read);
        }
        return std::nullopt;
    }

    static Error inMember(Error error, const char *name)
    {
        const QString inner = error.params.value(QLatin1StringView("name")).toString();
        const QString outer = QString::fromLatin1(name);
        return errors::invalidArgument(inner.isEmpty() ? outer : outer + QLatin1Char('.') + inner,
                                       error.params.value(QLatin1StringView("reason")).toString());
    }
};

} // namespace core::json
