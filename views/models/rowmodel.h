// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <vector>

namespace views {

/// A table of values, one row each, known by the member `Key`. It is given the whole new list and says what is
/// different: removals, moves, insertions, changes; so selection and scroll position stay. GUI thread only.
template <class Row, auto Key>
class RowModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    [[nodiscard]] const Row &row(int index) const { return m_rows.at(static_cast<size_t>(index)); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

    /// Keys must differ from each other.
    void setRows(std::vector<Row> next)
    {
        removeAbsent(next);
        QSet<KeyType> present;
        present.reserve(static_cast<qsizetype>(m_rows.size()));
        for (const Row &each : m_rows)
            present.insert(each.*Key);
        for (size_t at = 0; at < next.size();) {
            if (present.contains(next[at].*Key)) {
                bringTo(at, next[at].*Key);
                ++at;
                continue;
            }
            size_t end = at;
            while (end < next.size() && !present.contains(next[end].*Key))
                ++end;
            insert(at, next, end);
            at = end;
        }
        update(std::move(next));
    }

    /// The words are those of another language.
    void retranslate()
    {
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }

private:
    using KeyType = std::remove_cvref_t<decltype(std::declval<Row>().*Key)>;

    void removeAbsent(const std::vector<Row> &next)
    {
        QSet<KeyType> wanted;
        wanted.reserve(static_cast<qsizetype>(next.size()));
        for (const Row &each : next)
            wanted.insert(each.*Key);
        for (auto end = m_rows.size(); end > 0;) {
            if (wanted.contains(m_rows[end - 1].*Key)) {
                --end;
                continue;
            }
            auto first = end - 1;
            while (first > 0 && !wanted.contains(m_rows[first - 1].*Key))
                --first;
            beginRemoveRows({}, static_cast<int>(first), static_cast<int>(end) - 1);
            m_rows.erase(iterator(first), iterator(end));
            endRemoveRows();
            end = first;
        }
    }

    void bringTo(size_t at, const KeyType &key)
    {
        if (at < m_rows.size() && m_rows[at].*Key == key)
            return;
        const auto it =
            std::find_if(iterator(at), m_rows.end(), [&](const Row &each) { return each.*Key == key; });
        const auto from = static_cast<int>(it - m_rows.begin());
        beginMoveRows({}, from, from, {}, static_cast<int>(at));
        std::rotate(iterator(at), it, it + 1);
        endMoveRows();
    }

    void insert(size_t at, const std::vector<Row> &next, size_t end)
    {
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(end) - 1);
        const auto from = next.begin() + static_cast<std::ptrdiff_t>(at);
        m_rows.insert(iterator(at), from, next.begin() + static_cast<std::ptrdiff_t>(end));
        endInsertRows();
    }

    void update(std::vector<Row> next)
    {
        for (size_t at = 0; at < next.size();) {
            if (m_rows[at] == next[at]) {
                ++at;
                continue;
            }
            const size_t first = at;
            for (; at < next.size() && m_rows[at] != next[at]; ++at)
                m_rows[at] = std::move(next[at]);
            Q_EMIT dataChanged(index(static_cast<int>(first), 0),
                               index(static_cast<int>(at) - 1, columnCount() - 1));
        }
    }

    auto iterator(size_t at) { return m_rows.begin() + static_cast<std::ptrdiff_t>(at); }

    std::vector<Row> m_rows;
};

} // namespace views
