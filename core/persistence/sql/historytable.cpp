// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persistence/sql/historytable.h"

#include <QDataStream>
#include <QIODevice>
#include <QMap>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace core::persistence {

namespace {

constexpr int compression = 1; ///< of 9: idle machines are runs of zeros, the rest hardly shrinks
constexpr float notKnown = std::numeric_limits<float>::quiet_NaN();

int shardOf(const model::ObjectRef &object)
{
    return static_cast<int>(object.id.data1 >> 24);
}

qint64 seconds(Instant instant)
{
    return std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count();
}

qint64 seconds(Duration duration)
{
    return std::chrono::floor<std::chrono::seconds>(duration).count();
}

/// How a page reads: kind, id, a bit for each counter that is known, and the known ones. Counters are numbered as in
/// model::Counter, which may grow at its end.
void prepare(QDataStream &stream)
{
    stream.setVersion(QDataStream::Qt_6_4);
    stream.setFloatingPointPrecision(QDataStream::SinglePrecision);
}

QByteArray pack(const std::vector<const model::HistoryRow *> &rows)
{
    QByteArray page;
    QDataStream stream(&page, QIODevice::WriteOnly);
    prepare(stream);
    for (const model::HistoryRow *row : rows) {
        quint16 known = 0;
        for (size_t i = 0; i < model::counterCount; ++i)
            known |= static_cast<quint16>(std::isnan(row->values[i]) ? 0U : 1U << i);
        stream << QByteArray(wireName(row->object.kind)) << row->object.id << known;
        for (const float value : row->values) {
            if (!std::isnan(value))
                stream << value;
        }
    }
    return qCompress(page, compression);
}

template <class Take>
void unpack(const QByteArray &data, Take take)
{
    const QByteArray page = qUncompress(data);
    QDataStream stream(page);
    prepare(stream);
    while (!stream.atEnd()) {
        QByteArray kind;
        model::HistoryRow row;
        quint16 known = 0;
        stream >> kind >> row.object.id >> known;
        row.values.fill(notKnown);
        for (size_t i = 0; i < 16; ++i) {
            if ((known & (1U << i)) == 0)
                continue;
            float value = notKnown;
            stream >> value;
            if (i < row.values.size()) // of a later version: left out
                row.values[i] = value;
        }
        const auto understood = json::fromJson<model::Kind>(QString::fromLatin1(kind));
        if (stream.status() != QDataStream::Ok)
            return;
        if (!understood)
            continue;
        row.object.kind = *understood;
        take(std::move(row));
    }
}

/// One object's values over the time asked for.
using Columns = std::array<std::vector<float>, model::counterCount>;

struct Window {
    qint64 step; ///< seconds
    qint64 first; ///< the beginning of the first step
    size_t length; ///< steps
};

Window windowOf(const HistoryQuery &query)
{
    const qint64 step = seconds(model::historyLevelFor(query.from, query.now).interval);
    const qint64 from = seconds(query.from);
    const qint64 first = from - ((from % step) + step) % step;
    const qint64 length = std::clamp<qint64>((seconds(query.to) - first + step - 1) / step, 0, 100'000);
    return {.step = step, .first = first, .length = static_cast<size_t>(length)};
}

Result<void> readShard(Connection &connection, int shard, const Window &window,
                       QHash<model::ObjectRef, Columns> &wanted)
{
    const QVariantList values{window.step, shard, window.first,
                              window.first + window.step * static_cast<qint64>(window.length)};
    auto rows = connection.query(u"SELECT start_s, data FROM history "
                                 "WHERE step_s = ? AND shard = ? AND start_s >= ? AND start_s < ?"_s,
                                 values);
    if (!rows)
        return rows.error();
    while (rows->next()) {
        const auto at = static_cast<size_t>((rows->value(0).toLongLong() - window.first) / window.step);
        unpack(rows->value(1).toByteArray(), [&](const model::HistoryRow &row) {
            const auto columns = wanted.find(row.object);
            if (columns == wanted.end())
                return;
            for (size_t i = 0; i < model::counterCount; ++i) {
                if (std::isnan(row.values[i]))
                    continue;
                (*columns)[i].resize(window.length, notKnown);
                (*columns)[i][at] = row.values[i];
            }
        });
    }
    return {};
}

} // namespace

Result<void> writeHistory(Connection &connection, const model::HistoryBucket &bucket)
{
    QMap<int, std::vector<const model::HistoryRow *>> shards;
    for (const model::HistoryRow &row : bucket.rows)
        shards[shardOf(row.object)].push_back(&row);
    auto query =
        connection.prepare(u"INSERT INTO history (step_s, shard, start_s, data) VALUES (?, ?, ?, ?) "
                           "ON CONFLICT (step_s, shard, start_s) DO UPDATE SET data = excluded.data"_s);
    if (!query)
        return query.error();
    for (auto shard = shards.cbegin(); shard != shards.cend(); ++shard) {
        const QVariantList values{seconds(bucket.interval), shard.key(), seconds(bucket.start),
                                  pack(shard.value())};
        if (auto done = connection.execute(*query, values); !done)
            return done;
    }
    return {};
}

Result<std::vector<model::HistoryBucket>> readBuckets(Connection &connection, Duration interval, Instant from,
                                                      Instant to)
{
    const QVariantList values{seconds(interval), seconds(from), seconds(to)};
    auto rows = connection.query(u"SELECT start_s, data FROM history WHERE step_s = ? AND start_s >= ? "
                                 "AND start_s < ? AND shard BETWEEN 0 AND 255 ORDER BY start_s"_s,
                                 values);
    if (!rows)
        return rows.error();
    std::vector<model::HistoryBucket> buckets;
    while (rows->next()) {
        const Instant start(std::chrono::seconds(rows->value(0).toLongLong()));
        if (buckets.empty() || buckets.back().start != start)
            buckets.push_back({.start = start, .interval = interval});
        unpack(rows->value(1).toByteArray(),
               [&](model::HistoryRow row) { buckets.back().rows.push_back(std::move(row)); });
    }
    return buckets;
}

Result<std::vector<model::Series>> readHistory(Connection &connection, const HistoryQuery &query)
{
    const Window window = windowOf(query);
    QMap<int, QHash<model::ObjectRef, Columns>> shards;
    for (const model::ObjectRef &object : query.objects)
        shards[shardOf(object)].insert(object, Columns());
    for (auto shard = shards.begin(); shard != shards.end(); ++shard) {
        if (auto read = readShard(connection, shard.key(), window, shard.value()); !read)
            return read.error();
    }
    std::vector<model::Series> series;
    for (const model::ObjectRef &object : query.objects) {
        Columns &columns = shards[shardOf(object)][object];
        for (size_t i = 0; i < model::counterCount; ++i) {
            const auto counter = static_cast<model::Counter>(i);
            const bool isAsked =
                query.counters.empty() || std::ranges::find(query.counters, counter) != query.counters.end();
            if (!isAsked || columns[i].empty())
                continue;
            series.push_back({.object = object,
                              .counter = counter,
                              .start = Instant(std::chrono::seconds(window.first)),
                              .interval = std::chrono::seconds(window.step),
                              .values = std::move(columns[i])});
        }
    }
    return series;
}

Result<void> pruneHistory(Connection &connection, Instant now)
{
    for (const model::HistoryLevel &level : model::historyLevels) {
        const QVariantList values{seconds(level.interval), seconds(now - level.kept - level.interval)};
        const auto done = connection.query(u"DELETE FROM history WHERE step_s = ? AND start_s < ?"_s, values);
        if (!done)
            return done.error();
    }
    return {};
}

} // namespace core::persistence
