// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace core::api::server {

/// A value that a list is sorted by: numbers, or texts by their natural key. Absent comes first.
struct SortKey {
    std::optional<double> number;
    QString text;
    friend bool operator==(const SortKey &, const SortKey &) = default;
    friend bool operator<(const SortKey &a, const SortKey &b)
    {
        return a.number != b.number ? a.number < b.number : a.text < b.text;
    }
};

/// The places in lists that clients come back to: the last item they got, not a count, so that nothing is skipped
/// or told twice when the list changes. Signed, since it is nobody's to make one up; good for ten minutes, for one
/// list, one user and this start of the core.
class Cursors
{
public:
    struct Place {
        SortKey key;
        QString id;
    };

    explicit Cursors(Clock &clock);

    /// `list`: whose list of what, in which order.
    [[nodiscard]] QByteArray write(const QByteArray &list, const Place &place) const;
    /// `base.invalid-argument`: not one of ours, too old, or of another list.
    [[nodiscard]] Result<Place> read(const QByteArray &list, const QByteArray &cursor) const;

private:
    [[nodiscard]] QByteArray signatureOf(const QByteArray &list, const QByteArray &payload) const;

    Clock &m_clock;
    QByteArray m_key;
};

} // namespace core::api::server
