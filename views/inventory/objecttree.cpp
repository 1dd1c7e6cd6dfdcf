// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inventory/objecttree.h"

#include "core/model/search.h"

#include <algorithm>

namespace views {

using core::model::Inventory;
using core::model::Kind;
using core::model::Object;
using core::model::ObjectRef;
using core::model::TreeView;

namespace {

int rank(Kind kind)
{
    switch (kind) {
    case Kind::Root: return 0;
    case Kind::Folder: return 1;
    case Kind::Datacenter: return 2;
    case Kind::Cluster: return 3;
    case Kind::Host: return 4;
    case Kind::Pool: return 5;
    case Kind::Vm: return 6;
    case Kind::Datastore: return 7;
    case Kind::Network:
    case Kind::User:
    case Kind::Group:
    case Kind::Role:
    case Kind::Permission:
    case Kind::AlarmDefinition: return 8;
    }
    Q_UNREACHABLE();
}

void renumber(const TreeNode &parent, size_t from)
{
    for (size_t i = from; i < parent.children.size(); ++i)
        parent.children[i]->row = static_cast<int>(i);
}

bool reachesRoot(TreeView view, ObjectRef at, const Inventory &inventory)
{
    for (int depth = 0; depth < core::model::deepestTree; ++depth) {
        if (at.isRoot())
            return true;
        const auto object = inventory.find(at);
        const auto parent = object ? parentIn(view, *object, inventory) : std::nullopt;
        if (!parent)
            return false;
        at = *parent;
    }
    return false;
}

} // namespace

bool before(const TreeNode &a, const TreeNode &b)
{
    if (a.ref.kind != b.ref.kind)
        return rank(a.ref.kind) < rank(b.ref.kind);
    if (const int order = a.key.compare(b.key); order != 0)
        return order < 0;
    if (const int order = a.name.compare(b.name); order != 0)
        return order < 0;
    return a.ref.id < b.ref.id;
}

std::optional<ObjectRef> placeIn(TreeView view, const Object &object, const Inventory &inventory)
{
    const auto parent = parentIn(view, object, inventory);
    const bool leaf = std::holds_alternative<std::shared_ptr<const core::model::Vm>>(object);
    if (!parent || leaf || reachesRoot(view, *parent, inventory)) // nothing hangs beneath a VM: no loop
        return parent;
    return ObjectRef();
}

ObjectTree::ObjectTree() : m_root(make(ObjectRef(), {})) {}

ObjectTree ObjectTree::build(TreeView view, const Inventory &inventory)
{
    ObjectTree tree;
    std::vector<std::pair<TreeNode *, ObjectRef>> places;
    inventory.forEach([&](const Object &object) {
        if (const auto parent = placeIn(view, object, inventory))
            places.emplace_back(tree.make(refOf(object), nameOf(object)), *parent);
    });
    for (const auto &[node, place] : places) {
        TreeNode *parent = tree.find(place);
        node->parent = parent != nullptr ? parent : tree.root();
        node->parent->children.push_back(node);
    }
    for (auto &[ref, node] : tree.m_nodes) {
        std::ranges::sort(node->children,
                          [](const TreeNode *a, const TreeNode *b) { return before(*a, *b); });
        renumber(*node, 0);
    }
    return tree;
}

TreeNode *ObjectTree::find(const ObjectRef &ref) const
{
    const auto it = m_nodes.find(ref);
    return it == m_nodes.end() ? nullptr : it->second.get();
}

void ObjectTree::adopt(ObjectTree other)
{
    m_root->children = std::move(other.m_root->children);
    for (TreeNode *child : m_root->children)
        child->parent = m_root;
    m_nodes.merge(other.m_nodes); // all but the other root, which is here already
}

TreeNode *ObjectTree::make(const ObjectRef &ref, const QString &name)
{
    auto node = std::make_unique<TreeNode>();
    node->ref = ref;
    node->name = name;
    node->key = core::model::naturalKey(name);
    return (m_nodes[ref] = std::move(node)).get();
}

void ObjectTree::drop(TreeNode *node)
{
    for (TreeNode *child : node->children)
        drop(child);
    m_nodes.erase(ObjectRef(node->ref)); // a copy: the key must outlive the node
}

int ObjectTree::positionFor(const TreeNode &node, const TreeNode &parent)
{
    const auto &siblings = parent.children;
    const auto first = siblings.begin();
    const auto less = [](const TreeNode *a, const TreeNode *b) { return before(*a, *b); };
    if (node.parent != &parent)
        return static_cast<int>(std::lower_bound(first, siblings.end(), &node, less) - first);
    const auto self =
        first + node.row; // its name may be new: the two halves beside it are in order, it may not be
    if (self != first && before(node, **(self - 1)))
        return static_cast<int>(std::lower_bound(first, self, &node, less) - first);
    if (self + 1 != siblings.end() && before(**(self + 1), node))
        return static_cast<int>(std::lower_bound(self + 1, siblings.end(), &node, less) - first);
    return node.row;
}

void ObjectTree::attach(TreeNode *node, TreeNode *parent, int position)
{
    parent->children.insert(parent->children.begin() + position, node);
    node->parent = parent;
    renumber(*parent, static_cast<size_t>(position));
}

void ObjectTree::detach(TreeNode *node)
{
    TreeNode *parent = std::exchange(node->parent, nullptr);
    parent->children.erase(parent->children.begin() + node->row);
    renumber(*parent, static_cast<size_t>(node->row));
}

} // namespace views
