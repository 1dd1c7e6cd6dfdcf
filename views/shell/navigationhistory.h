// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/tree.h"

#include <QString>

#include <vector>

namespace views {

/// Where the user is: home, in the administration, or at an object in one of the four views.
struct Place {
    bool home = false;
    QString administration = {}; ///< the tab there: "roles"
    core::model::TreeView view = core::model::TreeView::HostsAndClusters;
    core::model::ObjectRef object;

    friend bool operator==(const Place &, const Place &) = default;
};

/// Back and forward, as in a browser: going somewhere new forgets what was ahead.
class NavigationHistory
{
public:
    /// False when we are there already.
    bool visit(const Place &place)
    {
        if (!m_places.empty() && m_places[m_at] == place)
            return false;
        if (!m_places.empty())
            m_places.resize(m_at + 1);
        if (m_places.size() >= limit)
            m_places.erase(m_places.begin());
        m_places.push_back(place);
        m_at = m_places.size() - 1;
        return true;
    }

    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_places.size(); }
    /// Only when it can.
    Place back() { return m_places[--m_at]; }
    Place forward() { return m_places[++m_at]; }

private:
    static constexpr size_t limit = 100;
    std::vector<Place> m_places;
    size_t m_at = 0;
};

} // namespace views
