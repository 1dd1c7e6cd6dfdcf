// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/tree.h"

#include <memory>
#include <unordered_map>

namespace views {

/// One object at its place in a view.
struct TreeNode {
    core::model::ObjectRef ref;
    TreeNode *parent = nullptr; ///< null: the root
    int row = 0; ///< among the parent's children
    QString name;
    QString key; ///< naturalKey(name)
    std::vector<TreeNode *> children; ///< sorted by `before`
};

/// Kinds in the console's order (folders first), names in natural order, ids last so that no two are equal.
[[nodiscard]] bool before(const TreeNode &a, const TreeNode &b);

/// Where the object hangs in the view, as core::model::parentIn, but the root where bad data would close a loop.
[[nodiscard]] std::optional<core::model::ObjectRef> placeIn(core::model::TreeView view,
                                                            const core::model::Object &object,
                                                            const core::model::Inventory &inventory);

/// The nodes of one view. A plain value that moves between threads: it is built on one and shown on another.
class ObjectTree
{
public:
    ObjectTree();
    [[nodiscard]] static ObjectTree build(core::model::TreeView view,
                                          const core::model::Inventory &inventory);

    [[nodiscard]] TreeNode *root() const { return m_root; }
    /// Null when the view does not show it.
    [[nodiscard]] TreeNode *find(const core::model::ObjectRef &ref) const;
    /// Takes the nodes of another tree; what hung beneath its root hangs beneath this one's, which must be bare.
    void adopt(ObjectTree other);
    /// A node that hangs nowhere yet.
    TreeNode *make(const core::model::ObjectRef &ref, const QString &name);
    /// Forgets the node and all beneath; it must hang nowhere.
    void drop(TreeNode *node);
    [[nodiscard]] size_t size() const { return m_nodes.size(); }

    /// Where among the parent's children the node belongs; its own present place does not count. In the coordinates
    /// of the list as it is.
    [[nodiscard]] static int positionFor(const TreeNode &node, const TreeNode &parent);
    static void attach(TreeNode *node, TreeNode *parent, int position);
    static void detach(TreeNode *node);

private:
    struct Hash {
        size_t operator()(const core::model::ObjectRef &ref) const { return qHash(ref); }
    };
    std::unordered_map<core::model::ObjectRef, std::unique_ptr<TreeNode>, Hash> m_nodes;
    TreeNode *m_root = nullptr;
};

} // namespace views
