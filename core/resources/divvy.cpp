// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resources/pooltree.h"

#include <algorithm>
#include <limits>

namespace core::resources {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

double capped(double limit, double amount)
{
    return limit < 0 ? amount : std::min(limit, amount);
}

/// A pool or member among its siblings.
struct Child {
    double reserved = 0;
    double demand = 0; ///< at least what is reserved, at most `most`
    double most = 0;
    double shares = 0;
    double given = 0;
};

/// Raises everybody in proportion to the shares until nothing is left or all have what `cap` says. O(n log n): those
/// that are full first leave first.
template <class Cap>
double pour(std::vector<Child *> children, double left, Cap cap)
{
    const auto level = [&cap](const Child *child) {
        return child->shares <= 0 ? std::numeric_limits<double>::infinity()
                                  : (cap(*child) - child->given) / child->shares;
    };
    std::erase_if(children,
                  [&](const Child *child) { return cap(*child) <= child->given || child->shares <= 0; });
    std::ranges::sort(children, {}, level);
    double shares = 0;
    for (const Child *child : children)
        shares += child->shares;
    for (Child *child : children) {
        const double full = cap(*child) - child->given;
        const double part = left * child->shares / shares;
        const double taken = std::min(full, part);
        child->given += taken;
        left -= taken;
        shares -= child->shares;
    }
    return std::max(0.0, left);
}

class Divvy
{
public:
    explicit Divvy(const PoolTree &tree)
        : m_tree(tree),
          m_children(tree.pools.size() + 1),
          m_result(tree.members.size(), 0)
    {
        m_nodes.resize(tree.pools.size() + tree.members.size());
        for (std::size_t i = 0; i < tree.members.size(); ++i)
            addMember(i);
        for (std::size_t i = tree.pools.size(); i-- > 0;) // children before parents
            addPool(i);
    }

    std::vector<double> run()
    {
        hand(m_children[0], m_tree.capacity);
        for (std::size_t i = 0; i < m_tree.pools.size(); ++i) // parents before children
            hand(m_children[i + 1], m_nodes[i].given);
        for (std::size_t i = 0; i < m_result.size(); ++i)
            m_result[i] = m_nodes[m_tree.pools.size() + i].given;
        return m_result;
    }

private:
    void addMember(std::size_t index)
    {
        const Member &member = m_tree.members[index];
        Child &child = m_nodes[m_tree.pools.size() + index];
        child.most = capped(member.limit, member.size);
        child.reserved = std::min(member.reservation, child.most);
        child.demand = std::clamp(member.demand, child.reserved, child.most);
        child.shares = member.shares;
        m_children[at(member.pool + 1)].push_back(&child);
    }
    void addPool(std::size_t index)
    {
        const Pool &pool = m_tree.pools[index];
        Child &child = m_nodes[index];
        double reserved = 0;
        double shares = 0;
        for (const Child *below : m_children[index + 1]) {
            reserved += below->reserved;
            child.demand += below->demand;
            child.most += below->most;
            shares += below->shares;
        }
        child.most = capped(pool.limit, child.most);
        const double promised = pool.isExpandable ? std::max(pool.reservation, reserved) : pool.reservation;
        child.reserved = std::min(promised, child.most); // what its members cannot use is lent to the others
        child.demand = std::clamp(child.demand, child.reserved, std::max(child.reserved, child.most));
        child.shares = pool.isScalable ? pool.shares * shares / m_tree.normalShares : pool.shares;
        m_children[at(pool.parent + 1)].push_back(&child);
    }
    static void hand(const std::vector<Child *> &children, double amount)
    {
        double reserved = 0;
        for (const Child *child : children)
            reserved += child->reserved;
        const double share = reserved > amount && reserved > 0 ? amount / reserved : 1;
        for (Child *child : children)
            child->given = child->reserved * share;
        double left = std::max(0.0, amount - reserved);
        left = pour(children, left, [](const Child &child) { return child.demand; });
        pour(children, left, [](const Child &child) { return child.most; });
    }

    const PoolTree &m_tree;
    std::vector<Child> m_nodes;
    std::vector<std::vector<Child *>> m_children; ///< of the root, then of each pool
    std::vector<double> m_result;
};

} // namespace

std::vector<double> entitlements(const PoolTree &tree)
{
    return Divvy(tree).run();
}

} // namespace core::resources
