// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/performance/ring.h"
#include "core/performance/rollup.h"

#include <span>
#include <unordered_map>

namespace core::performance {

/// The last hour of every object in steps of 20 s, and in steps of 5 s of those that are watched. An object
/// that was never measured costs nothing; a VM with all eleven counters 8 KB, watched 40 KB; so 5,000 VMs 40
/// MB and 40,000 VMs 320 MB at most. Use it on one thread.
class SeriesStore
{
public:
    static constexpr RingShape everyObject{.interval = Duration(20'000), .length = 180};
    static constexpr RingShape watchedOnly{.interval = Duration(5'000), .length = 720};

    /// Begins or ends the steps of 5 s; ending forgets them. Measurements must then come every 5 s to fill
    /// them.
    void setWatched(const model::ObjectRef &object, bool watched);
    [[nodiscard]] bool isWatched(const model::ObjectRef &object) const;

    void add(const Measurement &measurement);
    /// The object is gone.
    void remove(const model::ObjectRef &object);
    /// Gives back the room of objects of which nothing was measured for an hour.
    void prune(Instant now);

    /// A series for each counter that was ever measured of this object, each with the values that begin at
    /// `since` or later (perhaps none), NaN where nothing was measured. `interval` is 20 s or 5 s: nothing
    /// else is stored, so any other gives nothing.
    [[nodiscard]] std::vector<model::Series> query(const model::ObjectRef &object,
                                                   std::span<const model::Counter> counters,
                                                   Duration interval, Instant since) const;

    /// The averages of all objects from `start` on for `interval`, a multiple of 20 s within the last hour. Those of
    /// which less than half was measured are left out.
    [[nodiscard]] model::HistoryBucket averages(Instant start, Duration interval) const;

    [[nodiscard]] size_t objects() const { return m_objects.size(); }
    /// All that it holds, near enough: blocks and tables.
    [[nodiscard]] size_t bytes() const;

private:
    struct Entry {
        Ring every;
        std::unique_ptr<Ring> watched;
    };

    struct Hash {
        size_t operator()(const model::ObjectRef &object) const { return qHash(object); }
    };

    std::unordered_map<model::ObjectRef, Entry, Hash> m_objects;
};

} // namespace core::performance
