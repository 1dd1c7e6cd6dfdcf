// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/schema/jsonschema.h"
#include "core/api/schema/lists.h"
#include "core/api/server/answers.h"
#include "core/api/server/cursors.h"
#include "core/model/inventory.h"

#include <functional>

/// Lists, a page at a time.
namespace core::api::server {

/// One item of a list before it is written.
struct Row {
    SortKey key;
    QString id;
    size_t index = 0; ///< for whoever writes it
};

/// What pageOf() needs to know besides the items.
struct Page {
    schema::ListQuery query;
    QByteArray list; ///< whose list of what: a cursor is good for no other
    std::optional<Cursors::Place> after;
};

[[nodiscard]] SortKey sortKey(const QJsonValue &value);

/// The members that a list can be sorted by: those that are one text, number or truth.
template <HasFields T>
[[nodiscard]] QStringList membersOf(bool onlySortable)
{
    QStringList names;
    forEachField<T>([&](const auto &each) {
        using Member = typename std::remove_cvref_t<decltype(each)>::Type;
        const QString type = schema::schemaOf<Member>().value(QStringLiteral("type")).toString();
        if (!onlySortable || (type != QLatin1StringView("array") && type != QLatin1StringView("object")))
            names += QLatin1StringView(each.name);
    });
    return names;
}
[[nodiscard]] QStringList membersOf(model::Kind kind, bool onlySortable);

template <class T>
[[nodiscard]] QJsonValue jsonOf(const T &value)
{
    return json::toJson(value);
}
template <class T>
[[nodiscard]] QJsonValue jsonOf(const std::optional<T> &value)
{
    return value ? json::toJson(*value) : QJsonValue(QJsonValue::Undefined);
}

template <HasFields T>
[[nodiscard]] QJsonValue memberOf(const T &value, const QString &name)
{
    QJsonValue found(QJsonValue::Undefined);
    forEachField<T>([&](const auto &each) {
        if (name == QLatin1StringView(each.name))
            found = jsonOf(value.*(each.member));
    });
    return found;
}
[[nodiscard]] QJsonValue memberOf(const model::Object &object, const QString &name);

/// Reads the question. `what`: whose list of what. `usual`: the member it is sorted by where none is asked for, with
/// a leading - descending.
[[nodiscard]] Result<Page> readPage(const QUrlQuery &query, const QByteArray &what,
                                    const QStringList &sortable, const QStringList &known, bool filterable,
                                    const QString &usual, const Cursors &cursors);

/// `{"items":[…],"next":…}`; `next` only where there is more. Any thread.
[[nodiscard]] Response pageOf(std::vector<Row> rows, const Page &page, const Cursors &cursors,
                              const std::function<QJsonObject(size_t index)> &write);

/// A page of values that have an id.
template <HasFields T>
[[nodiscard]] Response pageOf(const std::vector<T> &all, const QUrlQuery &query, const QByteArray &what,
                              const QString &usual, const Cursors &cursors)
{
    const auto page = readPage(query, what, membersOf<T>(true), membersOf<T>(false), false, usual, cursors);
    if (!page)
        return problem(page.error(), 400);
    std::vector<Row> rows;
    for (const T &each : all)
        rows.push_back({sortKey(memberOf(each, page->query.sort)), each.id.toString(), rows.size()});
    return pageOf(std::move(rows), *page, cursors,
                  [&all](size_t index) { return json::toObject(all.at(index)); });
}

} // namespace core::api::server
