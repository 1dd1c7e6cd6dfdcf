// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/performance/seriesstore.h"

namespace core::performance {

void SeriesStore::setWatched(const model::ObjectRef &object, bool watched)
{
    if (watched) {
        Entry &entry = m_objects[object];
        if (!entry.watched)
            entry.watched = std::make_unique<Ring>();
    } else if (const auto it = m_objects.find(object); it != m_objects.end()) {
        it->second.watched.reset();
    }
}

bool SeriesStore::isWatched(const model::ObjectRef &object) const
{
    const auto it = m_objects.find(object);
    return it != m_objects.end() && it->second.watched;
}

void SeriesStore::add(const Measurement &measurement)
{
    Entry &entry = m_objects[measurement.object];
    entry.every.add(everyObject, measurement);
    if (entry.watched)
        entry.watched->add(watchedOnly, measurement);
}

void SeriesStore::remove(const model::ObjectRef &object)
{
    m_objects.erase(object);
}

void SeriesStore::prune(Instant now)
{
    std::erase_if(m_objects, [now](const auto &each) {
        return !each.second.watched && each.second.every.isPast(everyObject, now);
    });
}

std::vector<model::Series> SeriesStore::query(const model::ObjectRef &object,
                                              std::span<const model::Counter> counters, Duration interval,
                                              Instant since) const
{
    std::vector<model::Series> series;
    const auto it = m_objects.find(object);
    if (it == m_objects.end())
        return series;
    const bool fine = interval == watchedOnly.interval;
    const Ring *ring = fine ? it->second.watched.get() : &it->second.every;
    if (!ring || (!fine && interval != everyObject.interval))
        return series;
    for (const model::Counter counter : counters) {
        if (!ring->holds(counter))
            continue;
        series.push_back({.object = object, .counter = counter, .interval = interval});
        ring->read(fine ? watchedOnly : everyObject, counter, since, series.back());
    }
    return series;
}

model::HistoryBucket SeriesStore::averages(Instant start, Duration interval) const
{
    const auto steps = static_cast<size_t>(interval / everyObject.interval);
    model::HistoryBucket bucket{.start = start, .interval = interval};
    model::Series series;
    for (const auto &[object, entry] : m_objects) {
        model::HistoryRow row{.object = object};
        for (size_t i = 0; i < model::counterCount; ++i) {
            entry.every.read(everyObject, static_cast<model::Counter>(i), start, series);
            const auto skipped = static_cast<size_t>((series.start - start) / everyObject.interval);
            const size_t used = skipped < steps ? std::min(series.values.size(), steps - skipped) : 0;
            row.values[i] = meanOf(std::span(series.values).first(used), steps);
        }
        if (isKnown(row))
            bucket.rows.push_back(row);
    }
    return bucket;
}

size_t SeriesStore::bytes() const
{
    constexpr size_t link = 2 * sizeof(void *); // a node's neighbour and the hash's slot
    size_t sum = 0;
    for (const auto &[object, entry] : m_objects) {
        sum += sizeof(object) + sizeof(entry) + link + entry.every.bytes(everyObject);
        if (entry.watched)
            sum += sizeof(Ring) + entry.watched->bytes(watchedOnly);
    }
    return sum;
}

} // namespace core::performance
