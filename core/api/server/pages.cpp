// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/server/pages.h"

#include <QCryptographicHash>

#include <algorithm>
#include <variant>

using namespace Qt::StringLiterals;

namespace core::api::server {

namespace {

template <class... Ts>
QStringList membersOfOne(model::Kind kind, bool onlySortable,
                         const std::variant<std::shared_ptr<const Ts>...> * /*all kinds*/)
{
    QStringList names;
    const auto look = [&]<class T>() {
        if (T::kind == kind)
            names = membersOf<T>(onlySortable);
    };
    (look.template operator()<Ts>(), ...);
    return names;
}

bool comesBefore(const Row &a, const Row &b)
{
    return a.key == b.key ? a.id < b.id : a.key < b.key;
}

QJsonObject withOnly(const QStringList &fields, QJsonObject object)
{
    if (fields.isEmpty())
        return object;
    for (const QString &key : object.keys()) {
        if (key != u"id" && !fields.contains(key))
            object.remove(key);
    }
    return object;
}

} // namespace

SortKey sortKey(const QJsonValue &value)
{
    if (value.isDouble())
        return {value.toDouble(), {}};
    if (value.isBool())
        return {value.toBool() ? 1.0 : 0.0, {}};
    if (value.isString())
        return {0.0, model::naturalKey(value.toString())};
    return {};
}

QStringList membersOf(model::Kind kind, bool onlySortable)
{
    return membersOfOne(kind, onlySortable, static_cast<const model::Object *>(nullptr));
}

QJsonValue memberOf(const model::Object &object, const QString &name)
{
    return std::visit([&](const auto &each) { return memberOf(*each, name); }, object);
}

Result<Page> readPage(const QUrlQuery &query, const QByteArray &what, const QStringList &sortable,
                      const QStringList &known, bool filterable, const QString &usual, const Cursors &cursors)
{
    auto read = schema::readListQuery(query, sortable, known, filterable);
    if (!read)
        return read.error();
    Page page{.query = *std::move(read)};
    if (page.query.sort.isEmpty()) {
        page.query.descending = usual.startsWith(u'-');
        page.query.sort = page.query.descending ? usual.mid(1) : usual;
    }
    const QByteArray order = (page.query.descending ? "-" : "") + page.query.sort.toUtf8();
    page.list = QCryptographicHash::hash(what + '\0' + order + '\0' + page.query.filterText.toUtf8(),
                                         QCryptographicHash::Sha256);
    if (page.query.cursor.isEmpty())
        return page;
    auto place = cursors.read(page.list, page.query.cursor);
    if (!place)
        return place.error();
    page.after = *std::move(place);
    return page;
}

Response pageOf(std::vector<Row> rows, const Page &page, const Cursors &cursors,
                const std::function<QJsonObject(size_t index)> &write)
{
    const bool descending = page.query.descending;
    const auto before = [descending](const Row &a, const Row &b) {
        return descending ? comesBefore(b, a) : comesBefore(a, b);
    };
    if (page.after) {
        const Row last{page.after->key, page.after->id};
        std::erase_if(rows, [&](const Row &row) { return !before(last, row); });
    }
    const size_t limit = std::min(rows.size(), static_cast<size_t>(page.query.limit));
    std::partial_sort(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(limit), rows.end(), before);
    QJsonArray items;
    for (size_t i = 0; i < limit; ++i)
        items.append(withOnly(page.query.fields, write(rows[i].index)));
    QJsonObject answer{{u"items"_s, items}};
    if (limit < rows.size()) {
        const Row &last = rows[limit - 1];
        answer.insert(u"next"_s,
                      QString::fromLatin1(cursors.write(page.list, {.key = last.key, .id = last.id})));
    }
    return json(answer);
}

} // namespace core::api::server
