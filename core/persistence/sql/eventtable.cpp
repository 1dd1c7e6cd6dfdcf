// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persistence/sql/eventtable.h"

#include "core/persistence/sql/rows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::persistence {

namespace {

constexpr int prunedAtOnce = 10'000;

/// A WHERE clause and what is bound in it.
class Conditions
{
public:
    void add(const QString &sql, const QVariant &value)
    {
        m_sql += sql;
        m_values += value;
    }
    template <class Range, class ToValue>
    void addAnyOf(const QString &column, const Range &range, ToValue toValue)
    {
        if (range.empty())
            return;
        for (const auto &each : range)
            m_values += toValue(each);
        m_sql += column + u" IN ("_s + marks(static_cast<qsizetype>(range.size())) + u')';
    }
    void addWord(const SoughtWord &word)
    {
        QStringList any{u"search LIKE ? ESCAPE '\\'"_s};
        m_values += searchPattern(word.text);
        if (!word.codes.isEmpty()) {
            any += u"code IN ("_s + marks(word.codes.size()) + u')';
            for (const QString &code : word.codes)
                m_values += text(code);
        }
        if (!word.parameters.isEmpty()) {
            QStringList parameters(word.parameters.size(), u"search LIKE ? ESCAPE '\\'"_s);
            any += u"(code = ? AND ("_s + parameters.join(u" OR "_s) + u"))"_s;
            m_values += text(word.codeOfParameters);
            for (const QString &parameter : word.parameters)
                m_values += searchPattern(parameter);
        }
        m_sql += u'(' + any.join(u" OR "_s) + u')';
    }
    [[nodiscard]] QString sql() const
    {
        return m_sql.isEmpty() ? QString() : u" WHERE "_s + m_sql.join(u" AND "_s);
    }
    [[nodiscard]] QVariantList &values() { return m_values; }

private:
    static QString marks(qsizetype count) { return QStringList(count, u"?"_s).join(u','); }

    QStringList m_sql;
    QVariantList m_values;
};

Conditions conditionsOf(const EventFilter &filter)
{
    Conditions conditions;
    if (filter.before)
        conditions.add(u"id < ?"_s, *filter.before);
    conditions.addAnyOf(u"object"_s, filter.objects, [](const auto &ref) { return QVariant(toString(ref)); });
    conditions.addAnyOf(u"code"_s, filter.codes, [](const QString &code) { return text(code); });
    conditions.addAnyOf(u"severity"_s, filter.severities,
                        [](model::Severity severity) { return QVariant(static_cast<int>(severity)); });
    if (filter.since)
        conditions.add(u"time >= ?"_s, milliseconds(*filter.since));
    if (filter.until)
        conditions.add(u"time < ?"_s, milliseconds(*filter.until));
    if (!filter.actor.isEmpty())
        conditions.add(u"actor = ?"_s, filter.actor);
    for (const SoughtWord &word : filter.words)
        conditions.addWord(word);
    return conditions;
}

} // namespace

Result<void> writeEvents(Connection &connection, std::span<const model::Event> events)
{
    if (events.empty())
        return {};
    auto query = connection.prepare(
        u"INSERT INTO event (id, object, json, time, code, severity, actor, search) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET object = excluded.object, "
        "json = excluded.json, time = excluded.time, code = excluded.code, severity = excluded.severity, "
        "actor = excluded.actor, search = excluded.search"_s);
    if (!query)
        return query.error();
    for (const model::Event &event : events) {
        const QVariantList values{event.id,
                                  toString(event.object),
                                  compact(json::toObject(event)),
                                  milliseconds(event.time),
                                  text(event.code),
                                  static_cast<int>(event.severity),
                                  text(event.actor),
                                  searchText(event)};
        if (auto done = connection.execute(*query, values); !done)
            return done;
    }
    return {};
}

Result<std::vector<model::Event>> readEvents(Connection &connection, const EventFilter &filter)
{
    Conditions conditions = conditionsOf(filter);
    conditions.values() += std::clamp(filter.limit, 1, 1000);
    auto rows = connection.query(u"SELECT json FROM event%1 ORDER BY id DESC LIMIT ?"_s.arg(conditions.sql()),
                                 conditions.values());
    if (!rows)
        return rows.error();
    std::vector<model::Event> events;
    while (rows->next()) {
        if (auto event = json::fromJson<model::Event>(parsed(rows->value(0))))
            events.push_back(*std::move(event));
    }
    return events;
}

Result<bool> pruneEvents(Connection &connection, const Retention &retention)
{
    const QVariantList values{milliseconds(retention.now - retention.events), retention.maximumEvents,
                              prunedAtOnce};
    const auto deleted =
        connection.query(u"DELETE FROM event WHERE id IN (SELECT id FROM event WHERE time < ? "
                         "OR id <= (SELECT coalesce(max(id), 0) FROM event) - ? LIMIT ?)"_s,
                         values);
    if (!deleted)
        return deleted.error();
    return deleted->numRowsAffected() >= prunedAtOnce;
}

} // namespace core::persistence
